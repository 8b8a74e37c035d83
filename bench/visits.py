"""What do parcours' facts and rules cost beside a bare visit? Warm browsers, six pages, the ways taking turns.

`python bench/visits.py [--quick] [--rounds N] [--pages marketing,shop] [--ways bare,look]` prints medians of wall and
CPU seconds a page (the whole process tree's) and their ratios to the bare visit. Trust the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pages import NAMES, served
from processes import cpu, watched

WAYS = ("bare", "look", "look-axe", "journey", "journey-axe")
SAID = {
    "bare": "bare visit",
    "look": "look, judged",
    "look-axe": "look with axe-core, judged",
    "journey": "journey without axe-core",
    "journey-axe": "journey, all rules",
}
ROUNDS = 4
QUICK = 2
QUIET = 0.25  # seconds for a page that was closed to be gone


@dataclass
class Child:
    """A way that is ready to visit."""

    process: subprocess.Popen[str]

    def visit(self, url: str) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(url + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("a way has ended; its error stands above")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def started(name: str) -> Iterator[Child]:
    here = Path(__file__).with_name("ways.py")
    process = subprocess.Popen(
        [sys.executable, str(here), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    if process.stdout.readline().strip() != "ready":
        raise SystemExit(f"{name} does not start")
    try:
        yield Child(process)
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait(30)


@dataclass
class Measured:
    """Seconds by page and way, and the most memory that a way has held, in megabytes."""

    wall: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    cpu: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    memory: dict[tuple[str, str], float] = field(default_factory=dict)
    said: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def median(self, kind: str, page: str, way: str) -> float:
        return statistics.median(getattr(self, kind)[page, way])

    def ratio(self, kind: str, page: str, way: str) -> float:
        """The median of the rounds' ratios: a busy moment slows the neighbours in its round too."""
        pairs = zip(getattr(self, kind)[page, way], getattr(self, kind)[page, "bare"], strict=True)
        return statistics.median(mine / max(bare, 0.001) for mine, bare in pairs)


def measured(rounds: int, names: Sequence[str], ways: Sequence[str], *, memory: bool = True) -> Measured:
    """A first round warms up, the last one watches the memory: neither counts for the seconds."""
    found = Measured()
    with served() as url, ExitStack() as stack:
        children = {way: stack.enter_context(started(way)) for way in ways}
        for turn in range(rounds + 1):
            for page in names:
                for way in ways if turn % 2 else reversed(ways):
                    _one(found, children[way], url, page, way, counts=turn > 0)
        for page in names if memory else ():
            for way, child in children.items():
                with watched(child.process.pid) as peak:
                    child.visit(f"{url}/{page}")
                found.memory[page, way] = peak.megabytes
    return found


def _one(found: Measured, child: Child, url: str, page: str, way: str, *, counts: bool) -> None:
    before, begun = cpu(child.process.pid), time.perf_counter()
    said = child.visit(f"{url}/{page}?{os.urandom(4).hex()}")
    wall = time.perf_counter() - begun
    time.sleep(QUIET)
    if counts:
        found.wall[page, way].append(wall)
        found.cpu[page, way].append(cpu(child.process.pid) - before)
        found.said[page, way] = said


def table(found: Measured, names: Sequence[str], ways: Sequence[str], rounds: int) -> list[str]:
    """Lines of Markdown."""
    lines = [
        f"Medians of {rounds} rounds: CPU s / wall s a page, with the ratio to the bare visit in brackets.",
        "",
        f"| page | {' | '.join(SAID[way] for way in ways)} |",
        f"|---|{'---|' * len(ways)}",
    ]
    lines += [f"| {page} | {' | '.join(_cell(found, page, way) for way in ways)} |" for page in names]
    medians = [
        f"{statistics.median(found.ratio('cpu', page, way) for page in names):.2f} x / "
        f"{statistics.median(found.ratio('wall', page, way) for page in names):.2f} x"
        for way in ways
    ]
    sums = [f"{sum(found.median('cpu', page, way) for page in names):.2f} s" for way in ways]
    lines += [f"| median ratio | {' | '.join(medians)} |", f"| CPU s of all | {' | '.join(sums)} |"]
    if found.memory:
        most = [f"{max(found.memory[page, way] for page in names):.0f} MB" for way in ways]
        lines.append(f"| peak memory | {' | '.join(most)} |")
    return lines


def _cell(found: Measured, page: str, way: str) -> str:
    cpu_s, wall = found.median("cpu", page, way), found.median("wall", page, way)
    plain = f"{cpu_s:.2f} / {wall:.2f}"
    if way == "bare":
        return plain
    return f"{plain} ({found.ratio('cpu', page, way):.2f} x / {found.ratio('wall', page, way):.2f} x)"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rounds", type=int, default=0)
    parser.add_argument("--pages", default=",".join(NAMES))
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--no-memory", action="store_true")
    asked = parser.parse_args()
    rounds = asked.rounds or (QUICK if asked.quick else ROUNDS)
    names, ways = asked.pages.split(","), asked.ways.split(",")
    found = measured(rounds, names, ways, memory=not asked.no_memory)
    print("\n".join([*table(found, names, ways, rounds), "", "```"]))
    for (page, way), said in found.said.items():
        if said:
            print(f"{page:<13} {way:<12} {said}")
    print("```")


if __name__ == "__main__":
    main()
