"""What a person attests holds until its day, and is nobody's fault afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from parcours.results import JourneyResult, Status
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.supervisor import Lane
from parcours.scenario.problems import ScenarioError
from parcours.storage.journal import RunFolder
from servers import Site, serving

TODAY = date.today()  # noqa: DTZ011 - as the step counts
DAY = timedelta(days=1)
PAGE = "<!doctype html><html lang=en><title>Shop</title><meta name=viewport content='width=device-width'><h1>Shop</h1>"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving({"/": PAGE}) as site:
        yield site


def walk(lane: Lane, site: Site, folder: Path, keys: str) -> tuple[JourneyResult, Path]:
    file = folder / "walk.yaml"
    head = f"parcours: 1\nallow-private: [127.0.0.1]\nstart: {{link: {site.url}/}}\nsteps:\n- check: text\n"
    file.write_text(head + '- manual: "The app shows a red badge"\n' + keys + "- see: Shop\n", encoding="utf-8")
    run = RunFolder.create(folder)
    (job,) = jobs_for(load_scenario(file), ("android",), run)
    run.journey(*job.place.split("/"))
    return lane.run(job, lambda _job, _said: None), Path(job.folder)


@pytest.mark.parametrize(
    ("on", "until"), [(TODAY, TODAY), (TODAY - 90 * DAY, TODAY), (TODAY, TODAY + DAY), (TODAY - DAY, TODAY + 90 * DAY)]
)
def test_what_is_attested_passes_while_it_holds(lane: Lane, site: Site, tmp_path: Path, on: date, until: date) -> None:
    result, _ = walk(lane, site, tmp_path, f"  by: Anna, QA\n  on: {on}\n  until: {until}\n")
    assert (result.status, [step.ended for step in result.steps]) == (Status.PASSED, ["done"] * 4), result.reason
    assert result.steps[2].says == "manual “The app shows a red badge”"
    assert result.steps[2].notes == (f"attested by Anna, QA on {on}, until {until}",)


YESTERDAY = TODAY - DAY
BADGE = "“The app shows a red badge”"


@pytest.mark.parametrize(
    ("keys", "code", "reason"),
    [
        (
            f"  by: Anna\n  on: {YESTERDAY}\n  until: {YESTERDAY}\n",
            "manual-expired",
            f"{BADGE} was attested by Anna on {YESTERDAY}, until {YESTERDAY}: try it again on a phone",
        ),
        (
            f"  by: Anna\n  on: {TODAY + DAY}\n  until: {TODAY + DAY}\n",
            "manual-missing",
            f"{BADGE} is attested for {TODAY + DAY}, a day that is still to come",
        ),
        ("", "manual-missing", f"nobody attests {BADGE}: try it on a phone, and add `by:`, `on:`, `until:`"),
        (f"  on: {TODAY}\n", "manual-missing", f"nobody attests {BADGE}: try it on a phone, and add `by:`, `until:`"),
    ],
)
def test_what_nobody_attests_any_more_never_passes_and_fails_no_site(
    lane: Lane, site: Site, tmp_path: Path, keys: str, code: str, reason: str
) -> None:
    result, _ = walk(lane, site, tmp_path, keys)
    assert (result.status, result.code, result.reason) == (Status.INCONCLUSIVE, code, reason)
    assert [step.ended for step in result.steps] == ["done", "done", "blocked", "skipped"]


def test_its_picture_is_kept_with_the_run_without_what_the_camera_noted(lane: Lane, site: Site, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken in the kitchen"
    (tmp_path / "photos").mkdir()
    Image.new("RGB", (3000, 2000), "red").save(tmp_path / "photos" / "badge.jpg", exif=exif)
    keys = f"  by: Anna\n  on: {TODAY}\n  until: {TODAY}\n  evidence: photos/badge.jpg\n"
    result, folder = walk(lane, site, tmp_path, keys)
    kept = folder / result.steps[2].shot
    assert kept.name == "evidence-02.webp"
    assert b"kitchen" not in kept.read_bytes()
    with Image.open(kept) as picture:
        assert max(picture.size) <= 1600
        assert picture.getexif() == {}


def test_a_picture_that_is_none_blocks(lane: Lane, site: Site, tmp_path: Path) -> None:
    (tmp_path / "badge.jpg").write_text("no picture", encoding="utf-8")
    result, _ = walk(lane, site, tmp_path, f"  by: A\n  on: {TODAY}\n  until: {TODAY}\n  evidence: badge.jpg\n")
    assert (result.status, result.code) == (Status.INCONCLUSIVE, "manual-evidence")


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("  on: 20/11/2026\n", "E010: '20/11/2026' is not a day"),
        ("  on: 2026-02-30\n", "E010: there is no day '2026-02-30'"),
        ("  on: 2026-11-20\n  until: 2026-11-19\n", "E010: until 2026-11-19 is before on 2026-11-20"),
        ("  evidence: ../badge.jpg\n", "E012: '../badge.jpg' is not a path below the scenario's folder"),
        ("  evidence: badge.png\n", "E012: there is no file 'badge.png' beside the scenario"),
    ],
)
def test_mistakes_are_said_when_it_is_read(lane: Lane, site: Site, tmp_path: Path, keys: str, problem: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        walk(lane, site, tmp_path, keys)
    assert problem in str(raised.value)
