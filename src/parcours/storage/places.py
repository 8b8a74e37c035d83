"""Places at a site: so many journeys may be its guests at once, over all processes that share a folder.

A place is a file that is locked while somebody has it. The system unlocks it when its holder ends, however it ends, so
nobody waits for the dead. Who waits for a place has none: no two can wait for each other.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from parcours.errors import ToolError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

POLL = 0.05
BUSY = (BlockingIOError, PermissionError)  # what flock and Windows say of a file that another one has locked

Leave = Callable[[], None]


class GivenUp(Exception):
    """Whoever waited does not want the place any more."""


@dataclass(frozen=True, slots=True)
class FilePlaces:
    """`most` places a host, as files of a folder that is made when it is first needed."""

    folder: Path
    most: int

    def take(self, host: str, given_up: Callable[[], bool] = lambda: False) -> Leave:
        """Wait for a place at a host; what is called to leave it again.

        Raises GivenUp as soon as `given_up()` is true, ToolError where files cannot be locked.
        """
        name = hashlib.sha256(host.encode("utf-8", "replace")).hexdigest()[:24]
        files = [self.folder / f"{name}-{number}.place" for number in range(self.most)]
        while True:
            for file in files:
                if (held := _locked(file)) is not None:
                    return lambda held=held: _unlock(held)  # type: ignore[misc]
            if given_up():
                raise GivenUp
            time.sleep(POLL)


def _locked(file: Path) -> int | None:
    """The descriptor of the file, locked; None when another one has it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        held = os.open(file, os.O_CREAT | os.O_RDWR)
    except OSError as error:
        raise ToolError(f"cannot make {file}: {error.strerror}") from error
    try:
        _lock(held)
    except BUSY:
        os.close(held)
        return None
    except OSError as error:
        os.close(held)
        raise ToolError(
            f"files cannot be locked in {file.parent}: {error.strerror}",
            tip="keep reports on a disk of this machine, or walk without a limit a host: per-host = 0",
        ) from error
    return held


if sys.platform == "win32":

    def _lock(held: int) -> None:
        msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
else:

    def _lock(held: int) -> None:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(held: int) -> None:
    with suppress(OSError):
        os.close(held)  # with its last descriptor a file's lock goes
