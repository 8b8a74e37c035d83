"""Screens that are kept beside a scenario: who wrote them, who may overwrite them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from parcours.facts.model import Engine
from parcours.results import JourneyResult, ScreenResult, Status
from parcours.storage.screens import (
    approve_screens,
    elsewhere,
    encoded,
    place,
    read_screen,
    screens_folder,
    system,
)

SCREEN = Image.effect_noise((39, 66), 90).convert("RGB")


def finished(tmp_path: Path, *screens: ScreenResult) -> JourneyResult:
    """A journey whose screens lie where a run keeps them."""
    folder = tmp_path / "run/spring/android/screens"
    folder.mkdir(parents=True, exist_ok=True)
    for screen in screens:
        if screen.shot:
            (tmp_path / "run/spring/android" / screen.shot).write_bytes(encoded(SCREEN, "156.0.1"))
    return JourneyResult(
        "spring", "android", Engine(), Status.PASSED, file=str(tmp_path / "scenarios/spring.yaml"),
        folder="spring/android", screens=screens,
    )  # fmt: skip


def screen(step: str, state: str = "new", shot: str = "") -> ScreenResult:
    return ScreenResult(step, state, shot=shot or f"screens/{step}.webp")  # type: ignore[arg-type]


def everything(_device: str, _step: str) -> bool:
    return True


def test_a_screen_is_kept_without_loss_and_says_which_engine_drew_it(tmp_path: Path) -> None:
    file = tmp_path / "start.webp"
    file.write_bytes(encoded(SCREEN, "156.0.6820.2"))
    kept = read_screen(file)
    assert kept
    assert (kept.version, kept.picture.tobytes() == SCREEN.tobytes()) == ("156", True)


@pytest.mark.parametrize("data", [b"", b"RIFF\x00\x00\x00\x00WEBP", b"<svg onload=alert(1)>", b"GIF89a"])
def test_what_is_no_picture_is_none(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "start.webp"
    file.write_bytes(data)
    assert read_screen(file) is None
    assert read_screen(tmp_path / "gone.webp") is None


def test_a_picture_of_somebody_elses_making_names_no_engine(tmp_path: Path) -> None:
    SCREEN.save(tmp_path / "start.webp", lossless=True)
    kept = read_screen(tmp_path / "start.webp")
    assert kept
    assert kept.version == ""


def test_approved_screens_lie_beside_the_scenario_by_device_engine_and_system(tmp_path: Path) -> None:
    result = finished(tmp_path, screen("start"), screen("tap-menu"))
    folder = tmp_path / "scenarios/baselines/spring" / f"android-chromium-{system()}"
    written = list(approve_screens(tmp_path / "run", [result], everything))
    assert written == [folder / "start.webp", folder / "tap-menu.webp"]
    assert sorted(path.name for path in folder.iterdir()) == ["start.webp", "tap-menu.webp"]
    assert list(approve_screens(tmp_path / "run", [result], everything)) == []


def test_only_what_is_meant_is_written_and_nothing_when_one_only_asks(tmp_path: Path) -> None:
    result = finished(tmp_path, screen("start"), screen("tap-menu"))
    assert [p.stem for p in approve_screens(tmp_path / "run", [result], everything, write=False)] == [
        "start",
        "tap-menu",
    ]
    assert not (tmp_path / "scenarios").exists()
    written = approve_screens(tmp_path / "run", [result], lambda _, step: step == "start")
    assert [path.stem for path in written] == ["start"]


def test_a_screen_that_has_not_changed_is_not_written_anew(tmp_path: Path) -> None:
    result = finished(tmp_path, screen("start", "same"), screen("tap", "changed"), screen("go", "not-compared"))
    assert [path.stem for path in approve_screens(tmp_path / "run", [result], everything)] == ["tap", "go"]


@pytest.mark.parametrize("shot", ["../../../secret.webp", "screens/gone.webp", "."])
def test_nothing_outside_the_run_is_copied(tmp_path: Path, shot: str) -> None:
    result = finished(tmp_path, ScreenResult("start", "new", shot=""))
    (tmp_path / "secret.webp").write_bytes(encoded(SCREEN, "156"))
    wrong = JourneyResult(
        "spring", "android", Engine(), Status.PASSED, file=result.file, folder=result.folder,
        screens=(ScreenResult("start", "new", shot=shot),),
    )  # fmt: skip
    assert list(approve_screens(tmp_path / "run", [wrong], everything)) == []


def test_where_else_a_screen_is_kept_is_known(tmp_path: Path) -> None:
    folder = screens_folder(tmp_path / "spring.yaml", "spring")
    for name in ("iphone-webkit-macos", "iphone-chromium-linux", "android-chromium-linux"):
        (folder / name).mkdir(parents=True)
        (folder / name / "start.webp").write_bytes(b"")
    assert elsewhere(folder, "iphone", "start", place("iphone", "chromium", "linux")) == ("webkit-macos",)
    assert elsewhere(folder, "iphone", "other", place("iphone", "chromium", "linux")) == ()
