"""A run's folder: `journal.jsonl` with one line an event, and a folder for each journey and device."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from parcours.errors import ToolError
from parcours.results import JourneyResult
from parcours.storage.codec import to_json, to_plain

SCHEMA = 1


@dataclass(frozen=True)
class RunFolder:
    """The folder of one run. `lane` tells several writers of one run apart (xdist's workers)."""

    path: Path
    lane: str = ""

    @classmethod
    def create(cls, reports: Path, name: str = "") -> RunFolder:
        """A new folder under `reports/runs`, which must not be there yet."""
        stamp = name or f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        path = reports / "runs" / stamp
        try:
            path.mkdir(parents=True)
        except OSError as error:
            raise ToolError(f"cannot make the run's folder {path}: {error.strerror}") from error
        return cls(path)

    def journey(self, scenario: str, device: str) -> Path:
        """The folder of one journey on one device, made when it is not there."""
        path = self.path / scenario / device
        (path / "facts").mkdir(parents=True, exist_ok=True)
        return path

    def log(self, kind: str, **more: Any) -> None:
        """One line in the journal, in one write, so that a reader never sees half of it but the last."""
        line = json.dumps({"schema": SCHEMA, "kind": kind, **more}, allow_nan=False).encode() + b"\n"
        name = f"journal-{self.lane}.jsonl" if self.lane else "journal.jsonl"
        handle = os.open(self.path / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            if os.write(handle, line) != len(line):
                raise ToolError(f"the disk is full: {self.path} holds what was finished")
        finally:
            os.close(handle)

    def save(self, result: JourneyResult) -> None:
        """A finished journey: its `result.json`, whole or not at all, and its line in the journal."""
        write_whole(self.path / result.folder / "result.json", to_json(result))
        self.log("result", id=result.id, status=result.status.value, code=result.code, folder=result.folder)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile."""
    unfinished = path.with_name(path.name + ".tmp")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise ToolError(f"cannot write {path}: {error.strerror}") from error


def plain(value: object) -> Mapping[str, Any]:
    """A value of ours for the journal or a pipe."""
    said: Mapping[str, Any] = to_plain(value)
    return said
