"""One family of errors, split by who can act; and the exit codes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """What the process says when it ends. 0 to 5 mean what they mean for pytest."""

    FINE = 0
    FINDINGS = 1
    INTERRUPTED = 2
    TOOL = 3
    USAGE = 4
    NOTHING = 5
    UNJUDGED = 6


class ParcoursError(Exception):
    """Something that a person can act on. `tip` says how."""

    exit_code = Exit.TOOL

    def __init__(self, message: str, *, tip: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.tip = tip

    def __str__(self) -> str:
        return f"{self.message}\n  tip: {self.tip}" if self.tip else self.message


class UsageError(ParcoursError):
    """A wrong scenario, option or configuration: its author can mend it."""

    exit_code = Exit.USAGE


class ToolError(ParcoursError):
    """parcours could not do its work: no browser, a full disk, a broken installation."""

    exit_code = Exit.TOOL


class DiskFullError(ToolError):
    """There is no room left where a run is kept. What was finished is safe."""

    def __init__(self, message: str) -> None:
        super().__init__(message, tip="make room, and go on with `parcours run --resume`")


class ArtworkError(UsageError):
    """A file that cannot be read as a picture or a PDF. `code` is stable (see the codes)."""

    def __init__(self, message: str, *, code: str, tip: str = "") -> None:
        super().__init__(message, tip=tip)
        self.code = code


def closest(word: str, known: Iterable[str]) -> str:
    """A "did you mean" for a word that is not known, "" when nothing is near."""
    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=3, cutoff=0.6)
    return f"did you mean {' or '.join(repr(by_folded[name]) for name in near)}?" if near else ""
