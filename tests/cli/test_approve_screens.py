"""`parcours approve --screens` keeps the screens of the last run beside the scenario."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from parcours.cli.approve import approve
from parcours.errors import UsageError
from parcours.results import ScreenResult
from parcours.storage.screens import encoded, place
from reporting import factory


def call(*arguments: str) -> Result:
    return CliRunner().invoke(approve, arguments, catch_exceptions=False)


def finished(folder: Path, *steps: str) -> None:
    """A run of the spring letter that pictured its screen after each of these steps."""
    screens = tuple(ScreenResult(step, "new", shot=f"screens/{step}.webp") for step in steps)
    result = replace(factory.letter("iphone"), file="scenarios/spring-letter.yaml", screens=screens)
    run = factory.write_run(folder / "reports/runs/20260302-094102-1f3a", [result])
    for screen in screens:
        path = run / result.folder / screen.shot
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(encoded(Image.new("RGB", (39, 66), (9, 90, 200)), "156.0"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "scenarios").mkdir()
    return tmp_path


def kept(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("scenarios/baselines/**/*.webp"))


def test_the_screens_that_are_meant_are_kept_and_named(folder: Path) -> None:
    finished(folder, "see-offer", "find-app")
    home = f"scenarios/baselines/spring-letter/{place('iphone', factory.letter('iphone').engine.used)}"
    done = call("--screens", "--step", "see-offer")
    assert (done.exit_code, kept(folder)) == (0, [f"{home}/see-offer.webp"])
    assert f"{home}/see-offer.webp: kept\n" in done.output
    assert f"{home}/find-app.webp: would be kept\n" in call("--screens", "--dry-run").output
    assert kept(folder) == [f"{home}/see-offer.webp"]
    call("--screens")
    assert kept(folder) == [f"{home}/find-app.webp", f"{home}/see-offer.webp"]
    assert "spring-letter: its screens are kept already\n" in call("--screens").output


def test_without_being_asked_no_screen_is_kept(folder: Path) -> None:
    finished(folder, "see-offer")
    assert (call().exit_code, kept(folder)) == (0, [])


def test_a_run_that_pictured_none_says_what_it_takes(folder: Path) -> None:
    finished(folder)
    with pytest.raises(UsageError, match="pictured no screens of spring-letter") as error:
        call("--screens")
    assert error.value.tip == "write `visual: inform` in it, run it once more, and approve that"
