"""`parcours clean`: old runs go, and nothing that parcours did not make."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.cli import main
from parcours.errors import Exit
from parcours.storage import cleaning
from parcours.storage.cache import cache_folder, keep
from parcours.storage.journal import RunFolder

NOW = datetime.now(UTC)


def run(reports: Path, days: float, *, ended: bool = True, weight: int = 1000) -> str:
    """A run that began so many days ago, with a picture of that many bytes beside its journal."""
    name = f"{NOW - timedelta(days=days):%Y%m%d-%H%M%S}-{os.urandom(4).hex()}"
    folder = RunFolder(reports / "runs" / name)
    folder.begin()
    if ended:
        folder.log("end")
    (folder.journey("spring", "iphone") / "step-01.webp").write_bytes(b"x" * weight)
    return name


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "reports"


def clean(*args: str) -> Result:
    said = CliRunner().invoke(main, ["clean", *args])
    assert said.exit_code == Exit.FINE, said.output
    return said


def left(reports: Path) -> set[str]:
    return {path.name for path in (reports / "runs").iterdir()}


def test_the_newest_stay(reports: Path) -> None:
    names = [run(reports, days) for days in (1, 2, 3, 4)]
    said = clean("--keep", "2")
    assert left(reports) == set(names[:2])
    assert [line.split()[1] for line in said.stdout.splitlines()[:-1]] == [
        f"reports/runs/{name}" for name in reversed(names[2:])
    ]
    assert said.stdout.splitlines()[-1].startswith("2 runs of 4: ")


def test_ten_stay_when_nothing_is_said(reports: Path) -> None:
    names = [run(reports, days) for days in range(1, 13)]
    clean()
    assert left(reports) == set(names[:10])


def test_a_dry_run_removes_nothing_and_says_the_same(reports: Path) -> None:
    names = {run(reports, days) for days in (1, 2)}
    keep("browser", {"found": 1})
    dry = clean("--keep", "0", "--cache", "--dry-run").stdout
    assert (left(reports), len(list(cache_folder().iterdir()))) == (names, 1)
    done = clean("--keep", "0", "--cache").stdout
    assert dry.replace("Would remove", "Removed").splitlines()[:-1] == done.splitlines()[:-1]
    assert (left(reports), list(cache_folder().iterdir())) == (set(), [])


def test_only_what_is_older_goes(reports: Path) -> None:
    names = {days: run(reports, days) for days in (5, 29.9, 30.1, 90)}
    clean("--keep", "0", "--older-than", "30")
    assert left(reports) == {names[5], names[29.9]}


def test_the_oldest_go_until_the_rest_is_small_enough(reports: Path) -> None:
    names = [run(reports, days, weight=400_000) for days in (1, 2, 3, 4)]
    clean("--keep", "1", "--most", "1MB")
    assert left(reports) == set(names[:2])
    clean("--keep", "1", "--most", "1kB")
    assert left(reports) == set(names[:1])


def test_a_run_that_may_be_under_way_stays(reports: Path) -> None:
    names = [run(reports, 0.9, ended=False), run(reports, 0.9), run(reports, 1.1, ended=False)]
    clean("--keep", "0")
    assert left(reports) == {names[0]}


def test_what_others_made_stays(reports: Path, tmp_path: Path) -> None:
    real = run(reports, 3)
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(reports / "runs" / real, elsewhere)
    runs = reports / "runs"
    (runs / "20200101-000000-0a0b0c0d").mkdir()  # no journal
    (runs / "20201301-000000-0a0b0c0d").mkdir()  # no such month
    (runs / "20201301-000000-0a0b0c0d" / "journal.jsonl").touch()
    (runs / "mine").mkdir()
    (runs / "mine" / "journal.jsonl").touch()
    (runs / "20200102-000000-0a0b0c0d").symlink_to(elsewhere, target_is_directory=True)
    (runs / "notes.txt").touch()
    (runs / real / "link").symlink_to(elsewhere, target_is_directory=True)
    (reports / "history.jsonl").write_text("{}\n")
    others = left(reports) - {real}
    (cache_folder() / "deep").mkdir(parents=True)
    (cache_folder() / "notes.txt").touch()
    clean("--keep", "0", "--cache")
    assert left(reports) == others
    assert {path.name for path in elsewhere.iterdir()} == {"journal.jsonl", "spring"}
    assert {path.name for path in cache_folder().iterdir()} == {"deep", "notes.txt"}
    assert (reports / "history.jsonl").read_text() == "{}\n"


def test_without_runs_there_is_nothing_to_remove(reports: Path) -> None:
    assert clean().stdout == "0 runs of 0 to remove; 0 stay\n"


@pytest.mark.parametrize("size", ["2", "GB", "-1GB", "1TB"])
def test_a_size_that_is_none_is_refused(reports: Path, size: str) -> None:
    said = CliRunner().invoke(main, ["clean", "--most", size])
    assert (said.exit_code, "write 500MB or 2GB" in said.stderr or "Usage" in said.stderr) == (Exit.USAGE, True)


def test_a_removal_that_was_interrupted_is_gone_on_with(reports: Path) -> None:
    name = run(reports, 3)
    shutil.rmtree(reports / "runs" / name / "spring")
    assert [one.path.name for one in cleaning.runs(reports / "runs")] == [name]
    clean("--keep", "0")
    assert left(reports) == set()
