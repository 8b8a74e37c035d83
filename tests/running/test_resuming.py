"""A run goes on where it was ended, as it was begun: when there was no room left, and when its scenarios changed."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.browser.launch import LaneSettings
from parcours.errors import ParcoursError, UsageError
from parcours.reporting import load_run
from parcours.running import run as running
from parcours.running.resuming import plan_of, resume
from parcours.storage.journal import RESERVED, RunFolder
from servers import Site, serving

ROOM = 110_000  # bytes, for the first of two journeys
CHANCE = random.Random(20260302)
PAGE = """<!doctype html><html lang=en><title>Good</title><meta name=viewport content="width=device-width">
<style>a{display:inline-block;padding:20px;font-size:18px} i{background:#fff;color:#000;display:inline-block}</style>
<h1>Good page</h1><p><a href="tel:+33123456789">+33 1 23 45 67 89</a></p>"""
# Its pictures and its facts take ten times as much room.
LARGE = PAGE + "".join(
    f'<i style="border:6px solid #{CHANCE.randrange(1 << 24):06x}">{CHANCE.randrange(1 << 60):x}</i> '
    for _ in range(900)
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving({"/one": PAGE, "/two": LARGE}) as site:
        yield site


@pytest.fixture(scope="module")
def settings() -> LaneSettings:
    return running.lane_settings()


def scenarios(folder: Path, site: Site) -> list[Path]:
    """A scenario for each of the two pages, on one phone."""
    files = [folder / "one.yaml", folder / "two.yaml"]
    for file in files:
        file.write_text(
            f"parcours: 1\ndevices: iphone\nallow-private: [127.0.0.1]\nstart:\n  link: {site.url}/{file.stem}\n"
            "steps:\n  - check: contact\n  - see: Good page\n"
        )
    return files


def asked(site: Site) -> list[str]:
    """The pages that were visited since this was asked last, each once."""
    seen = sorted({path for path in site.asked if path in ("/one", "/two")})
    site.asked.clear()
    return seen


def test_what_is_missing_or_altered_is_walked_again_and_nothing_else(
    settings: LaneSettings, site: Site, tmp_path: Path
) -> None:
    one, two = scenarios(tmp_path, site)
    run = running.execute([one, two], reports=tmp_path, workers=1, settings=settings, allow_private=True)
    assert asked(site) == ["/one", "/two"]
    assert resume(run.folder, workers=1, settings=settings) == run
    assert asked(site) == []

    (run.folder / "two/iphone/result.json").unlink()
    assert [result.id for result in resume(run.folder, workers=1, settings=settings).results] == [
        "one[iphone-chromium]",
        "two[iphone-chromium]",
    ]
    assert asked(site) == ["/two"]

    one.write_text(one.read_text().replace("see: Good page", "see: Better page"))
    again = resume(run.folder, workers=1, settings=settings)
    assert [result.status for result in again.results] == ["failed", "passed"]
    assert asked(site) == ["/one"]
    assert resume(run.folder, workers=1, settings=settings) == again
    assert asked(site) == []

    one.write_text("parcours: 1\nstart: nowhere\n")
    told: list[ParcoursError] = []
    broken = resume(run.folder, refused=told.append, workers=1, settings=settings)
    assert [str(problem).partition(":")[0] for problem in told] == [str(one)]
    assert broken.problems == tuple(told)
    assert plan_of(run.folder).options["allow_private"] is True


def test_a_run_that_another_process_writes_is_left_alone(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path)
    folder.log("run", options={}, journeys=1)
    folder.log("planned", id="one[iphone-chromium]", scenario="one", device="iphone", url="https://shop.example/")
    with folder.held(), pytest.raises(UsageError, match="another parcours is writing"):
        resume(folder.path)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([("run", {"options": {}, "journeys": 2}), ("planned", {"id": "one"})], "ended before all was planned"),
        ([("run", {"options": {}, "journeys": 0})], "ended before all was planned"),
        ([("run", {})], "does not tell how it was begun"),
        ([("run", {"options": {"moon": 1}, "journeys": 1}), ("planned", {"id": "one"})], "with moon"),
    ],
    ids=["torn plan", "no plan", "pytest's", "a later version's"],
)
def test_a_run_that_cannot_go_on_says_why(
    tmp_path: Path, lines: list[tuple[str, dict[str, object]]], said: str
) -> None:
    folder = RunFolder.create(tmp_path)
    for kind, more in lines:
        folder.log(kind, **more)
    with pytest.raises(UsageError, match=said):
        resume(folder.path)


def test_a_journal_does_not_say_where_files_are_written(settings: LaneSettings, tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path)
    folder.log("run", options={}, journeys=1)
    kept = tmp_path / "kept/iphone"
    kept.mkdir(parents=True)
    escape = "../../kept"
    folder.log(
        "planned", id=f"{escape}[iphone-chromium]", scenario=escape, device="iphone", url="https://shop.example/"
    )
    with pytest.raises(UsageError, match="leads out of"):
        resume(folder.path, settings=settings)
    assert kept.is_dir()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for little more than what a run puts by."""
    disk = tmp_path / "disk"
    disk.mkdir()
    size = RESERVED + ROOM
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk can be made by root alone")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def parcours(disk: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "parcours", *words], cwd=disk, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk")
def test_a_full_disk_costs_what_found_no_room_and_the_run_goes_on_when_there_is_some(
    site: Site, small_disk: Path
) -> None:
    scenarios(small_disk, site)
    words = ("run", "one.yaml", "two.yaml", "--workers", "1")
    full = parcours(small_disk, *words)
    assert full.returncode == 3, full.stdout + full.stderr
    assert "No space left" in full.stderr
    (run,) = (small_disk / "reports/runs").iterdir()
    broken = load_run(run)
    assert [(result.id, result.code) for result in broken.results] == [
        ("one[iphone-chromium]", ""),
        ("two[iphone-chromium]", "tool-disk-full"),
    ]
    assert broken.ended is False
    assert asked(site) == ["/one", "/two"]
    assert (run / "report.html").stat().st_size > 10_000
    subprocess.run(["mount", "-o", f"remount,size={2 * RESERVED}", small_disk], check=True)
    gone_on = parcours(small_disk, "run", "--resume", "--workers", "1")
    assert asked(site) == ["/two"]
    assert gone_on.returncode == 0, gone_on.stdout + gone_on.stderr
    assert [(result.id, result.status) for result in load_run(run).results] == [
        ("one[iphone-chromium]", "passed"),
        ("two[iphone-chromium]", "passed"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk")
def test_nothing_begins_where_there_is_no_room_for_its_end(site: Site, small_disk: Path) -> None:
    scenarios(small_disk, site)
    (small_disk / "full").write_bytes(bytes(ROOM + 1000))
    full = parcours(small_disk, "run", "one.yaml")
    assert (full.returncode, asked(site)) == (3, [])
    assert "No space left" in full.stderr or "less than 32 MB are free" in full.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk")
def test_a_folder_that_cannot_be_written_is_told_before_anything_is_opened(site: Site, small_disk: Path) -> None:
    scenarios(small_disk, site)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    refused = parcours(small_disk, "run", "one.yaml")
    assert (refused.returncode, asked(site)) == (3, [])
    assert "Read-only file system" in refused.stderr
