"""What a process and all that it starts take: CPU seconds and memory. Linux only, from /proc."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PR_SET_CHILD_SUBREAPER = 36
LOOKS = 0.15  # seconds between two looks at the memory
ENDS = 3.0  # seconds
MEGABYTE = 1024  # of the kilobytes that /proc speaks of


def adopt_orphans() -> None:
    """What loses its parent becomes ours: Chromium's crash handler would leave the tree otherwise."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _stat(pid: int) -> list[str] | None:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return None


def tree(root: int) -> list[int]:
    """The process and everything below it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and (stat := _stat(int(entry.name))):
            children.setdefault(int(stat[1]), []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        found.append(waiting.pop())
        waiting.extend(children.get(found[-1], ()))
    return found


def cpu(root: int) -> float:
    """CPU seconds of a tree so far, those of processes that have ended and were waited for included."""
    ticks = 0
    for pid in tree(root):
        if stat := _stat(pid):
            ticks += sum(int(stat[at]) for at in (11, 12, 13, 14))  # utime, stime, cutime, cstime
    return ticks / TICK


def memory(root: int) -> float:
    """Megabytes that a tree holds now; what several share counts once (PSS)."""
    whole = 0
    for pid in tree(root):
        with suppress(OSError, ValueError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines():
                if line.startswith("Pss:"):
                    whole += int(line.split()[1])
    return whole / MEGABYTE


@dataclass
class Peak:
    """The most that a tree has held, in megabytes."""

    megabytes: float = 0


@contextmanager
def watched(root: int, *, look: bool = True) -> Iterator[Peak]:
    """The peak of a tree's memory while something goes on. To look costs time: do not measure seconds meanwhile."""
    peak, done = Peak(), threading.Event()
    if not look:
        yield peak
        return

    def watch() -> None:
        while not done.wait(LOOKS):
            peak.megabytes = max(peak.megabytes, memory(root))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


@dataclass(frozen=True)
class Cost:
    """What something took: seconds on the wall and of all processors, megabytes at the most."""

    wall: float = 0
    cpu: float = 0
    megabytes: float = 0
    output: str = ""
    code: int = 0
    errors: str = ""


def run(
    command: Sequence[str],
    *,
    said: str = "",
    seconds: float = 180,
    memory: bool = False,
    apart: bool = False,
    cwd: str | Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Cost:
    """Run a command to its end, and say what it and all that it started took. `code` is -1 when it was ended.

    `said` goes to its standard input. Its standard error is part of `output`, unless it is kept `apart`.
    """
    adopt_orphans()
    begun, before = time.perf_counter(), _reaped()
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if apart else subprocess.STDOUT,
        text=True,
        start_new_session=True,
        cwd=cwd,
        env=env,
    )
    code, output, errors = -1, "", ""
    try:
        with watched(process.pid, look=memory) as peak, suppress(subprocess.TimeoutExpired):
            output, errors = process.communicate(said, timeout=seconds)
            code = process.returncode
        wall = time.perf_counter() - begun
    finally:
        _end(process)
    return Cost(wall, _reaped() - before, peak.megabytes, output, code, errors or "")


def _reaped() -> float:
    """CPU seconds of all children that were waited for."""
    times = resource.getrusage(resource.RUSAGE_CHILDREN)
    return times.ru_utime + times.ru_stime


def _end(process: subprocess.Popen[str]) -> None:
    """End what is left of the command, and wait for what it orphaned."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    ends = time.monotonic() + ENDS
    while time.monotonic() < ends and (left := _orphans()):
        for pid in left:
            with suppress(OSError):
                os.kill(pid, signal.SIGKILL)
            with suppress(OSError):
                os.waitpid(pid, os.WNOHANG)
        time.sleep(0.02)


def _orphans() -> list[int]:
    """Our children that belong to another session than ours: the command's, adopted."""
    ours = os.getsid(0)
    children = [pid for pid in tree(os.getpid())[1:] if (stat := _stat(pid)) and int(stat[1]) == os.getpid()]
    return [pid for pid in children if (stat := _stat(pid)) and int(stat[3]) != ours]
