"""Screens as they were approved: `baselines/<scenario>/<device>-<engine>-<system>/<step>.webp`, without loss.

Each picture says itself which engine drew it and how large the screen was: branches that approve different steps
merge without a word.
"""

from __future__ import annotations

import io
import platform
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from parcours.errors import ToolError
from parcours.results import JourneyResult, ScreenResult
from parcours.storage.baseline import FOLDER
from parcours.storage.journal import write_whole

ENDING = ".webp"
MOST_BYTES = 8_000_000
MOST_PIXELS = 20_000_000
_DESCRIPTION = 0x010E  # Exif's ImageDescription
_MARK = "parcours screen 1"


@dataclass(frozen=True, slots=True)
class Kept:
    """A screen that was kept. `version` is the major version of the engine that drew it, "" when it does not say."""

    picture: Image.Image
    version: str = ""


def system() -> str:
    """The operating system, as the folders' names have it: linux, macos, windows."""
    name = platform.system().lower()
    return {"darwin": "macos"}.get(name, name or "unknown")


def screens_folder(file: Path, scenario: str) -> Path:
    """The folder of a scenario's screens, beside its baseline."""
    return file.parent / FOLDER / scenario


def place(device: str, engine: str, on: str = "") -> str:
    """The name of the folder for a device in an engine, on this system or another: fonts and drawing are theirs."""
    return f"{device}-{engine}-{on or system()}"


def encoded(picture: Image.Image, version: str) -> bytes:
    """The screen as it is kept: WebP without loss (10 to 60 kB a phone's screen), with its engine's version."""
    exif = Image.Exif()
    exif[_DESCRIPTION] = f"{_MARK}; {version.partition('.')[0]}"
    data = io.BytesIO()
    picture.convert("RGB").save(data, "WEBP", lossless=True, method=4, exif=exif.tobytes())
    return data.getvalue()


def read_screen(file: Path) -> Kept | None:
    """The screen that was kept there; None when there is none, or when it is no picture that can be read."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return None
        with Image.open(file, formats=("WEBP", "PNG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            said = str(picture.getexif().get(_DESCRIPTION, ""))
            return Kept(picture.convert("RGB"), said.partition("; ")[2] if said.startswith(_MARK) else "")
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError):
        return None


def elsewhere(folder: Path, device: str, step: str, own: str) -> tuple[str, ...]:
    """The other engines and systems that this step's screen is kept of, for the device: `webkit-macos`."""
    others = (path.parent.name for path in folder.glob(f"{device}-*/{step}{ENDING}") if path.parent.name != own)
    return tuple(sorted(name.removeprefix(f"{device}-") for name in others))


def approve_screens(
    run: Path, results: Iterable[JourneyResult], takes: Callable[[str, str], bool], *, write: bool = True
) -> Iterator[Path]:
    """Keep the screens of finished journeys from now on; the paths of those that are new or other than before.

    `takes(device, step)` says which are meant. What lies there is overwritten, once it has been yielded; nothing is
    with `write=False`. Raises ToolError when the disk refuses.
    """
    for result in results:
        folder = screens_folder(Path(result.file), result.scenario) / place(result.device, result.engine.used)
        for screen in result.screens:
            source = run / result.folder / screen.shot
            if screen.state == "same" or not takes(result.device, screen.step) or not _is_inside(source, run):
                continue
            target = folder / f"{screen.step}{ENDING}"
            if target.is_file() and target.read_bytes() == source.read_bytes():
                continue
            yield target
            if write:
                _copy(source, target)


def _is_inside(file: Path, folder: Path) -> bool:
    return file.is_file() and file.resolve().is_relative_to(folder.resolve())


def _copy(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ToolError(f"cannot make the folder {target.parent}: {error.strerror}") from error
    write_whole(target, source.read_bytes())


def unkept(screens: Iterable[ScreenResult]) -> tuple[str, ...]:
    """The steps whose screens nobody has kept yet."""
    return tuple(screen.step for screen in screens if screen.state == "new")
