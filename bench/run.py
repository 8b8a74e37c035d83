"""All benchmarks, one after the other: `python bench/run.py [--quick] [PART...]` writes bench/results.md.

A part that goes wrong is told of in its place, and costs the others nothing.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import peers
from processes import run

from parcours import __version__
from parcours.browser.ladder import find_browser

HERE = Path(__file__).parent
RESULTS = HERE / "results.md"
PARTS = {
    "visits": "A visit, warm: parcours beside bare Playwright",
    "peers": "A page in a fresh process: parcours beside its peers",
    "judging": "Judging, by the page's size",
    "workers": "Workers side by side",
    "codes": "QR codes",
    "starting": "pytest",
    "reporting": "Reports",
}
LONGEST = 1500  # seconds that a part may take


def machine() -> str:
    """What this machine is, without its name."""
    cpu, memory = platform.processor() or platform.machine(), 0
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        cpu = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), cpu)
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") >> 30
    except (OSError, ValueError):
        pass
    return f"{os.cpu_count()} cores ({cpu}), {memory} GB, {platform.system()}"


def versions() -> str:
    found = find_browser()
    ours = f"parcours {__version__}, Python {platform.python_version()}, Playwright {version('playwright')}"
    theirs = [f"{name} {number}" for name in ("lighthouse", "pa11y-ci", "hint") if (number := peers.version(name))]
    return ", ".join((ours, f"Chromium {found.version}", *theirs))


def part(name: str, *, quick: bool) -> tuple[list[str], float]:
    """The lines of a part, run in a process of its own, and the seconds it took."""
    script = HERE / f"{name}.py"
    if not script.exists():
        return ["It is not here."], 0
    command = [sys.executable, str(script), *(["--quick"] if quick else [])]
    ran = run(command, seconds=LONGEST, apart=True)
    if ran.code < 0:
        return [f"It took more than {LONGEST} s, or was ended."], ran.wall
    if ran.code:
        last = (ran.errors.strip() or ran.output.strip() or "it said nothing").splitlines()[-1]
        return [f"It did not come to its end: {last[:300]}"], ran.wall
    return ran.output.rstrip().splitlines(), ran.wall


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="fewer rounds and pages: less to be trusted")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)} (default: all)")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}: {', '.join(PARTS)}")
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    how = "make bench" + (" QUICK=1" if asked.quick else "")
    lines = ["# Results", "", f"`{how}` on {day}: {machine()}. {versions()}.", ""]
    busy = os.getloadavg()[0]
    if busy > 1:
        lines += [f"The machine was busy (load {busy:.1f} before the start): trust the ratios alone.", ""]
    for name in asked.parts or PARTS:
        print(f"{name} ...", end=" ", flush=True)
        said, seconds = part(name, quick=asked.quick)
        print(f"{seconds:.0f} s", flush=True)
        lines += [f"## {PARTS[name]}", "", *said, ""]
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    print(f"-> {RESULTS.relative_to(Path.cwd()) if RESULTS.is_relative_to(Path.cwd()) else RESULTS.name}")


if __name__ == "__main__":
    main()
