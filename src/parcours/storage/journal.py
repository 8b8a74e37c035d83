"""A run's folder: `journal.jsonl` with one line an event, and a folder for each journey and device."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from parcours import __version__
from parcours.errors import ToolError
from parcours.results import JourneyResult
from parcours.storage.codec import to_json

SCHEMA = 1


@dataclass(frozen=True)
class RunFolder:
    """The folder of one run. `lane` tells several writers of one run apart (xdist's workers)."""

    path: Path
    lane: str = ""

    @classmethod
    def create(cls, reports: Path, name: str = "") -> RunFolder:
        """A new folder under `reports/runs`, which must not be there yet."""
        path = reports / "runs" / (name or run_name())
        with _told(f"cannot make the run's folder {path}"):
            path.mkdir(parents=True)
        return cls(path)

    def begin(self) -> None:
        """Make the folder when it is not there, and write the journal's first line: which parcours, and when."""
        with _told(f"cannot make the run's folder {self.path}"):
            self.path.mkdir(parents=True, exist_ok=True)
        self.log("run", parcours=__version__, started=datetime.now(UTC).isoformat(timespec="seconds"))

    def journey(self, scenario: str, device: str) -> Path:
        """The folder of one journey on one device, made when it is not there."""
        path = self.path / scenario / device
        with _told(f"cannot make the journey's folder {path}"):
            (path / "facts").mkdir(parents=True, exist_ok=True)
        return path

    def log(self, kind: str, **more: Any) -> None:
        """One line in the journal, in one write, so that a reader never sees half of it but the last."""
        line = json.dumps({"schema": SCHEMA, "kind": kind, **more}, allow_nan=False).encode() + b"\n"
        path = self.path / (f"journal-{self.lane}.jsonl" if self.lane else "journal.jsonl")
        with _told(f"cannot write {path}"), path.open("ab", buffering=0) as file:
            if file.write(line) != len(line):
                raise ToolError(f"the disk is full: {self.path} holds what was finished")

    def save(self, result: JourneyResult) -> None:
        """A finished journey: its `result.json`, whole or not at all, and its line in the journal."""
        write_whole(self.path / result.folder / "result.json", to_json(result))
        self.log("result", id=result.id, status=result.status.value, code=result.code, folder=result.folder)


def run_name() -> str:
    """A new run's name: when it began, and a little chance, because two may begin at once."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, when it is not there. Raises ToolError when the disk will not have it."""
    with _told(f"cannot make the folder {path}"):
        path.mkdir(parents=True, exist_ok=True)


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, at once or piece by piece, so that it is there whole or not at all, whatever happens meanwhile."""
    unfinished = path.with_name(path.name + ".tmp")
    with _told(f"cannot write {path}"):
        try:
            with unfinished.open("wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


@contextmanager
def _told(what: str) -> Iterator[None]:
    """What the disk refuses is something that a person can mend."""
    try:
        yield
    except OSError as error:
        raise ToolError(f"{what}: {error.strerror}") from error
