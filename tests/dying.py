"""A parcours that dies, at once and without a word, at a moment of its own choosing: what `kill -9` does to one.

Moments are counted where something is kept: before a line of a journal, in its middle, after it, and before and after
a file gets its name. Counted so, and not in seconds, they are the same on every machine.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from parcours.cli import main
from parcours.storage import journal


class Moments:
    """Counts down to the last one; from 0, it never comes."""

    def __init__(self, left: int) -> None:
        self._left = left
        self._lock = threading.Lock()

    def pass_one(self) -> None:
        with self._lock:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def arm(moments: Moments) -> None:
    append, replace = journal._append, Path.replace

    def torn(file: IO[bytes], data: bytes, **how: Any) -> None:
        moments.pass_one()
        half = len(data) // 2
        append(file, data[:half], **how)
        moments.pass_one()
        append(file, data[half:], **how)
        moments.pass_one()

    def named(path: Path, target: Path) -> Path:
        moments.pass_one()
        replace(path, target)
        moments.pass_one()
        return target

    journal._append = torn
    Path.replace = named  # type: ignore[method-assign, assignment]


class Mother:
    """A process that has imported everything, and has a child for every run: that is quicker than twenty starts."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *words: str, dying: int = 0) -> int:
        """Run the command line to its end, or until that moment. What it ended with, as `subprocess` says it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([dying, *words]) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@contextmanager
def mother(folder: Path, temporary: Path) -> Iterator[Mother]:
    """One whose children work in that folder, with their own folder for temporary files."""
    path = os.pathsep.join(part for part in sys.path if part)
    process = subprocess.Popen(
        [sys.executable, "-m", "dying"],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield Mother(process)


def bear() -> None:
    import parcours.cli.run
    import parcours.reporting.html  # noqa: F401

    for line in sys.stdin:
        dying, *words = json.loads(line)
        if child := os.fork():
            sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
            sys.stdout.flush()
            continue
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        arm(Moments(dying))
        main(words, prog_name="parcours")


if __name__ == "__main__":
    bear()
