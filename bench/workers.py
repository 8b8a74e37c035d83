"""How far do workers side by side get? The same journeys with 1, 2, 4 and 8 of them.

`python bench/workers.py [--quick]` walks journeys to pages under many host names (a host is spared, so one alone would
not show it), once where no page makes us wait and once with a slow server among them. The limit that cores set is
their number divided by the CPU seconds of a page with one worker.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from pages import served
from processes import Cost, run

WORKERS = (1, 2, 4, 8)
JOURNEYS = 16
QUICK_WORKERS = (1, 2, 4)
QUICK = 8
PATIENT = ("small-good", "marketing", "small-broken", "frames")
MIXED = ("small-good", "slow", "small-broken", "slow")
SCENARIO = "parcours: 1\nname: {name}\ndevices: [iphone]\nallow-private: [{place}]\nstart:\n  link: {url}\n"


def written(folder: Path, port: int, names: Sequence[str], count: int) -> Path:
    """A folder of scenarios, each on a host of its own."""
    folder.mkdir()
    for n in range(count):
        place = f"s{n}.localhost:{port}"
        text = SCENARIO.format(name=f"journey-{n}", place=place, url=f"http://{place}/{names[n % len(names)]}")
        (folder / f"journey-{n:02d}.yaml").write_text(text, encoding="utf-8")
    return folder


def walked(folder: Path, workers: int) -> Cost:
    command = [sys.executable, "-m", "parcours", "run", folder.name, "--workers", str(workers), "--allow-private"]
    return run([*command, "--fail-on", "never", "--format", "json"], cwd=folder.parent, seconds=600, apart=True)


def rows(name: str, folder: Path, count: int, workers: Sequence[int]) -> list[str]:
    lines, limit = [], 0.0
    for number in workers:
        cost = walked(folder, number)
        rate = count / cost.wall
        limit = limit or (os.cpu_count() or 1) / (cost.cpu / count)
        lines.append(
            f"| {name} | {number} | {cost.wall:.1f} | {rate:.2f} | {cost.cpu / count:.2f} | {rate / limit:.0%} | "
            f"{_walked(cost, count)} |"
        )
    return lines


def _walked(cost: Cost, count: int) -> str:
    """How many journeys came to their end."""
    try:
        results = json.loads(cost.output)["journeys"]
    except (ValueError, KeyError, TypeError):
        return f"ended with {cost.code}"
    done = sum(result["status"] in ("passed", "failed") for result in results)
    return f"{done} of {count}"


def measured(count: int, workers: Sequence[int]) -> list[str]:
    """Lines of Markdown."""
    lines = [
        f"{count} journeys of a page each, start of the run and all; {os.cpu_count()} cores.",
        "",
        "| pages | workers | wall s | pages a second | CPU s a page | share of the cores' limit | walked |",
        "|---|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as place, served() as url:
        port = urlsplit(url).port or 0
        for name, names in (("never wait", PATIENT), ("half of them slow", MIXED)):
            folder = written(Path(place) / name.replace(" ", "-"), port, names, count)
            lines += rows(name, folder, count, workers)
    return lines


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    print("\n".join(measured(QUICK if quick else JOURNEYS, QUICK_WORKERS if quick else WORKERS)))


if __name__ == "__main__":
    main()
