"""Old runs and caches: which there are, how large they are, and how they go. What others made is not touched."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from parcours.errors import ToolError
from parcours.storage.cache import cache_folder
from parcours.storage.journal import JOURNALS

UNDER_WAY = timedelta(days=1)  # a run without an end that is younger may be going on, or go on with --resume
_NAME = re.compile(r"(\d{8}-\d{6})-[0-9a-f]{4,8}")
_OURS = ("*.json", "*.tmp")


@dataclass(frozen=True, slots=True)
class OldRun:
    """A run's folder: when it began (UTC), its size in bytes, and whether it was ended."""

    path: Path
    began: datetime
    bytes: int
    ended: bool


def runs(folder: Path) -> tuple[OldRun, ...]:
    """The runs in a folder, the newest first: folders of a run's name that hold a journal. Links are left alone."""
    found = (_run(path) for path in folder.iterdir()) if folder.is_dir() else ()
    return tuple(sorted((run for run in found if run), key=lambda run: run.path.name, reverse=True))


def _run(path: Path) -> OldRun | None:
    named = _NAME.fullmatch(path.name)
    if not named or path.is_symlink() or not path.is_dir() or not (journals := list(path.glob(JOURNALS))):
        return None
    try:
        began = datetime.strptime(named[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    except ValueError:  # the thirteenth month
        return None
    return OldRun(path, began, size(path), any(map(_ended, journals)))


def _ended(journal: Path) -> bool:
    try:
        lines = journal.read_bytes().splitlines()
        return bool(lines) and json.loads(lines[-1]).get("kind") == "end"
    except (OSError, ValueError, AttributeError):
        return False


def size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(os.lstat(Path(where, name)).st_size for where, _, names in os.walk(folder) for name in names)


def old(
    there: Sequence[OldRun], now: datetime, *, keep: int, age: timedelta | None = None, most: int | None = None
) -> Iterator[OldRun]:
    """The runs that may go, the oldest first. `there` are all of them, the newest first.

    The newest `keep` stay in any case, as does what is under way. With an `age` only those go that are older; with
    `most` only as many as it takes for all runs together to be no larger than that many bytes.
    """
    whole = sum(run.bytes for run in there)
    for run in reversed(there[keep:]):
        if not run.ended and now - run.began < UNDER_WAY:
            continue
        if age is not None and now - run.began <= age:
            continue
        if most is not None and whole <= most:
            return
        whole -= run.bytes
        yield run


def remove(run: OldRun) -> None:
    """Remove a run, its journal last: what is left of a removal that was ended is still a run. Raises ToolError."""
    try:
        journals = set(run.path.glob(JOURNALS))
        for path in run.path.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path not in journals:
                path.unlink()
        for journal in journals:
            journal.unlink()
        run.path.rmdir()
    except OSError as error:
        raise ToolError(
            f"cannot remove {error.filename or run.path}: {(error.strerror or str(error)).lower()}"
        ) from error


def caches() -> tuple[Path, ...]:
    """What parcours keeps for itself and can have again: which browser starts here, what failed to download."""
    folder = cache_folder()
    return tuple(sorted(path for pattern in _OURS for path in folder.glob(pattern) if not path.is_symlink()))
