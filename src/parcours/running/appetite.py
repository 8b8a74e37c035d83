"""What a lane takes of the machine: the memory of all its processes, and the room that its files fill.

Chromium bounds a page's heap of objects, and nothing else: canvases, buffers and a document of some millions of
elements take what there is. On Linux both are measured from outside; elsewhere nobody can say.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from parcours.running.jobs import LANE_VARIABLE

MOST_MEMORY = 2_500_000_000  # bytes that a lane's processes may have for themselves
MOST_DISK = 500_000_000  # bytes of files
SECONDS = 1.0  # between two looks
_PAGE = os.sysconf("SC_PAGE_SIZE") if sys.platform != "win32" else 4096


@dataclass(frozen=True, slots=True)
class Appetite:
    """Bytes of memory and of disk."""

    memory: int = 0
    disk: int = 0


def appetite(mark: str, folder: Path) -> Appetite:
    """What the lane takes that is known by that mark, and whose temporary files lie in that folder."""
    return Appetite(sum(map(_private, lane(mark))), sum(_sizes(folder)))


def too_much(now: Appetite, before: Appetite) -> tuple[str, str]:
    """The code and the reason when a lane takes too much; "" while it does not. `before` was at the journey's start."""
    if now.memory > MOST_MEMORY:
        n = round((now.memory - before.memory) / 1e6)
        return "page-memory", f"the page took {n} MB of memory, more than any phone has for it, and was ended"
    if now.disk > MOST_DISK:
        n = round((now.disk - before.disk) / 1e6)
        return "page-storage", f"the page wrote {n} MB to the disk, more than any phone lets it, and was ended"
    return "", ""


def lane(mark: str) -> frozenset[int]:
    """The lane's processes: those that bear its mark, and all that descend from them.

    Renderers show no environment: Chromium writes their names over it.
    """
    found, parents = set(marked(mark)), dict(_parents())
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return frozenset(found)


def _parents() -> Iterator[tuple[int, int]]:
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            # The name, in brackets, may hold anything (proc(5), stat).
            yield int(entry.name), int((entry / "stat").read_text(errors="replace").rpartition(")")[2].split()[1])


def marked(mark: str) -> Iterator[int]:
    """The processes whose environment bears the lane's mark."""
    wanted = f"{LANE_VARIABLE}={mark}".encode()
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if wanted in (entry / "environ").read_bytes():
                yield int(entry.name)


def _private(pid: int) -> int:
    """The memory that a process has for itself: what is resident, less what it shares (proc(5), statm)."""
    with suppress(OSError, ValueError):
        _, resident, shared, *_ = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
        return (int(resident) - int(shared)) * _PAGE
    return 0


def _sizes(folder: Path) -> Iterable[int]:
    for root, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                # Blocks, not length: a file with holes fills no disk.
                yield os.lstat(os.path.join(root, name)).st_blocks * 512  # noqa: PTH118 - a path for each would cost more
