"""Run a program that may hang, and leave none of its children behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

GRACE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended: its exit code (None when its time was up) and what it printed."""

    code: int | None
    out: str = ""
    err: str = ""


def run_command(command: Sequence[str], seconds: float) -> Ran:
    """Run a program for `seconds` at most; it and its children are ended when they take longer.

    A program that cannot be started counts as one that failed.
    """
    # Files, not pipes: a grandchild that lives on would keep a pipe open, and us waiting for its end.
    with TemporaryFile() as out, TemporaryFile() as err:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=sys.platform != "win32"
            )
        except OSError as error:
            return Ran(127, err=str(error))
        try:
            code: int | None = process.wait(seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            if process.returncode is None:
                _end(process)
        return Ran(code, _text(out), _text(err))


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        process.wait()
        return
    process.terminate()
    # Playwright's driver ends its browser when whoever started it is gone; it is given the time to.
    if not _gone(process):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        _gone(process)
    process.wait()


def _gone(process: subprocess.Popen[bytes]) -> bool:
    """Whether the program and its children have ended, at once or within the grace."""
    until = time.monotonic() + GRACE_SECONDS
    while lives := _group_lives(process):
        if time.monotonic() > until:
            break
        time.sleep(0.05)
    return not lives


def _group_lives(process: subprocess.Popen[bytes]) -> bool:
    process.poll()
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True
