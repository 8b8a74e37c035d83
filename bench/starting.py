"""What does parcours cost pytest? At the start of a run without scenarios, and for each item beyond its journey.

`python bench/starting.py [--quick]` takes turns between pytest with and without the plug-in.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import urlsplit

from pages import served
from processes import run
from workers import written

ROUNDS = 15
QUICK = 4
ITEMS = 5
WITHOUT = ("-p", "no:parcours")


def starts(folder: Path, rounds: int) -> dict[str, list[float]]:
    """CPU seconds of a run of one empty test, with and without the plug-in."""
    (folder / "test_nothing.py").write_text("def test_nothing():\n    pass\n", encoding="utf-8")
    found: dict[str, list[float]] = {"with": [], "without": []}
    for turn in range(rounds + 1):
        for name, more in (("with", ()), ("without", WITHOUT)):
            cost = run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *more], cwd=folder)
            if cost.code:
                raise SystemExit(cost.output)
            if turn:
                found[name].append(cost.cpu)
    return found


def items(folder: Path, count: int) -> list[float]:
    """Seconds of each pytest item beyond its journey's own, the first left out: it starts the browser."""
    with served() as url:
        written(folder / "scenarios", urlsplit(url).port or 0, ("small-good",), count)
        report = folder / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "scenarios", f"--junitxml={report}"]
        cost = run([*command, "-o", "junit_duration_report=total"], cwd=folder)
    journeys = {
        json.loads(path.read_text(encoding="utf-8"))["scenario"]: json.loads(path.read_text(encoding="utf-8"))["ms"]
        for path in folder.glob("reports/runs/*/*/*/result.json")
    }
    cases = list(ET.parse(report).iter("testcase"))
    if len(cases) != count or len(journeys) != count:
        raise SystemExit(cost.output)
    extra = []
    for case in cases[1:]:
        name = next(id for id in journeys if f"{id}[" in f"{case.get('name')}[" or id in str(case.get("classname")))
        extra.append(float(case.get("time") or 0) - journeys[name] / 1000)
    return extra


def measured(rounds: int, count: int) -> list[str]:
    """Lines of Markdown."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "empty").mkdir()
        (folder / "full").mkdir()
        (folder / "full" / "pyproject.toml").write_text('[tool.parcours]\ndevices = ["iphone"]\n', encoding="utf-8")
        seconds = starts(folder / "empty", rounds)
        extra = items(folder / "full", count)
    with_it, without = (statistics.median(seconds[name]) * 1000 for name in ("with", "without"))
    return [
        "| pytest | median |",
        "|---|---|",
        f"| a run without scenarios, parcours installed | {with_it:.0f} ms of CPU |",
        f"| the same without parcours' plug-in | {without:.0f} ms of CPU |",
        f"| what the plug-in costs | {with_it - without:.0f} ms of CPU |",
        f"| an item beyond its journey (of {len(extra)}) | {statistics.median(extra) * 1000:.0f} ms |",
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    print("\n".join(measured(QUICK if quick else ROUNDS, ITEMS if quick else 2 * ITEMS)))


if __name__ == "__main__":
    main()
