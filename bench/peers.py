"""parcours beside Lighthouse, pa11y-ci and webhint: the same six pages, a fresh process for each, taking turns.

`python bench/peers.py [--quick]` needs the peers of `package.json` below `bench/node_modules` (`npm install` there),
and a Chrome or Chromium: what is missing is left out with a word. Every peer runs as its own documentation says:
Lighthouse's mobile default; pa11y-ci's default (WCAG 2 AA); webhint's accessibility set and five hints more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pages import NAMES, served
from processes import Cost, run

from parcours.browser.ladder import is_root, system_browsers

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
ROUNDS = 1  # all of them take minutes: what counts is the sum of the pages
QUICK_PAGES = ("small-good", "marketing")
HEAVIEST = "shop"
LOOK, JOURNEY = "parcours, a look with axe-core", "parcours, a journey with all rules"
HINTS = ("meta-viewport", "meta-charset-utf-8", "apple-touch-icons", "manifest-exists", "http-compression")


@dataclass(frozen=True)
class Tool:
    """One way to have pages checked. `several` when one call takes all addresses."""

    name: str
    visit: Callable[[Sequence[str], Path, bool], Cost]
    several: bool = True


def chrome() -> str:
    """A whole Chrome or Chromium, which the peers ask for; "" where there is none."""
    return next(iter(system_browsers(headless=False)), "")


def tools() -> tuple[list[Tool], list[str]]:
    """Those that can run here, and a word on each that cannot."""
    found = [
        Tool("bare visits", lambda urls, _folder, memory: _way("bare", urls, memory=memory)),
        Tool("parcours, a look", lambda urls, _folder, memory: _way("look", urls, memory=memory)),
        Tool(LOOK, lambda urls, _folder, memory: _way("look-axe", urls, memory=memory)),
        Tool("parcours, a journey", lambda urls, _folder, memory: _way("journey", urls, memory=memory)),
        Tool(JOURNEY, _parcours),
    ]
    peers = (
        ("lighthouse", Tool("Lighthouse", _lighthouse, several=False)),
        ("pa11y-ci", Tool("pa11y-ci", _pa11y)),
        ("hint", Tool("webhint", _webhint, several=False)),
    )
    missing = []
    for program, tool in peers:
        if not shutil.which("node"):
            missing.append(f"{tool.name} was left out: node is not installed.")
        elif not (MODULES / ".bin" / program).exists():
            missing.append(f"{tool.name} was left out: `npm install` in bench/ brings it.")
        elif not chrome():
            missing.append(f"{tool.name} was left out: it needs a whole Chrome or Chromium.")
        else:
            found.append(tool)
    return found, missing


def version(package: str) -> str:
    """The installed version of a peer; "" when it is not there."""
    try:
        return str(json.loads((MODULES / package / "package.json").read_text(encoding="utf-8"))["version"])
    except OSError:
        return ""


def _way(name: str, urls: Sequence[str], *, memory: bool) -> Cost:
    lines = "".join(f"{url}\n" for url in urls)
    return run([sys.executable, str(HERE / "ways.py"), name], said=lines, memory=memory)


def _parcours(urls: Sequence[str], folder: Path, memory: bool) -> Cost:
    command = [sys.executable, "-m", "parcours", "audit", "--device", "iphone", "--allow-private", "--workers", "1"]
    return run([*command, *urls], cwd=folder, memory=memory)


def _env() -> Mapping[str, str]:
    return {**os.environ, "CHROME_PATH": chrome(), "NO_UPDATE_NOTIFIER": "1", "CI": "1"}


def _flags() -> list[str]:
    return ["--no-sandbox"] if is_root() else []


def _lighthouse(urls: Sequence[str], folder: Path, memory: bool) -> Cost:
    flags = " ".join(("--headless=new", *_flags()))
    asked = ["--quiet", "--output=json", f"--output-path={folder / 'lighthouse.json'}", f"--chrome-flags={flags}"]
    return run([str(MODULES / ".bin" / "lighthouse"), *urls, *asked], env=_env(), cwd=folder, memory=memory)


def _pa11y(urls: Sequence[str], folder: Path, memory: bool) -> Cost:
    launch = {"executablePath": chrome(), "args": _flags()}
    settings = {"defaults": {"timeout": 60000, "chromeLaunchConfig": launch}, "urls": list(urls)}
    (folder / "pa11y.json").write_text(json.dumps(settings), encoding="utf-8")
    return run(
        [str(MODULES / ".bin" / "pa11y-ci"), "--config", str(folder / "pa11y.json")],
        env=_env(),
        cwd=folder,
        memory=memory,
    )


def _webhint(urls: Sequence[str], _folder: Path, memory: bool) -> Cost:
    options = {
        "headless": True,
        "waitUntil": "load",
        "puppeteerOptions": {"args": _flags(), "executablePath": chrome()},
    }
    settings = {
        "connector": {"name": "puppeteer", "options": options},
        "extends": ["accessibility"],
        "hints": dict.fromkeys(HINTS, "error"),
        "formatters": ["summary"],
        "parsers": ["html", "css", "javascript", "manifest"],
    }
    # webhint looks for its parts beside its settings.
    place = HERE / f".hintrc-{os.getpid()}.json"
    place.write_text(json.dumps(settings), encoding="utf-8")
    try:
        return run([str(MODULES / ".bin" / "hint"), "--config", str(place), *urls], env=_env(), cwd=HERE, memory=memory)
    finally:
        place.unlink()


def failed(tool: Tool, cost: Cost) -> str:
    """Why a call does not count; "" when it did its work. Findings make most tools end with 1."""
    words = cost.output.strip().splitlines()[-1:] or ["nothing"]
    wrong = cost.code not in (0, 1, 2) or (cost.code and tool.name == "Lighthouse")
    return f"{tool.name} ended with {cost.code}: {words[0][:160]}" if wrong else ""


def measured(rounds: int, names: Sequence[str]) -> list[str]:
    """Lines of Markdown. Memory is watched where the heaviest page is among them."""
    found, notes = tools()
    costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    together: dict[str, list[Cost]] = defaultdict(list)
    heavy: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place, served() as url:
        folder = Path(place)
        for _ in range(rounds):
            for page in names:
                for tool in found:
                    cost = tool.visit([f"{url}/{page}"], folder, False)
                    costs[page, tool.name].append(cost)
                    notes += filter(None, [failed(tool, cost)])
            for tool in found:
                if tool.several:
                    together[tool.name].append(tool.visit([f"{url}/{page}" for page in names], folder, False))
        for tool in found if HEAVIEST in names else ():
            heavy[tool.name] = tool.visit([f"{url}/{HEAVIEST}"], folder, True).megabytes
    return [
        *_alone(costs, found, names),
        "",
        *_together(costs, together, heavy, found, names),
        "",
        *dict.fromkeys(notes),
    ]


def _median(costs: Sequence[Cost], kind: str) -> float:
    return statistics.median(getattr(cost, kind) for cost in costs)


def _seconds(costs: Sequence[Cost]) -> str:
    return f"{_median(costs, 'cpu'):.1f} / {_median(costs, 'wall'):.1f}"


def _alone(costs: Mapping[tuple[str, str], list[Cost]], found: Sequence[Tool], names: Sequence[str]) -> list[str]:
    lines = [
        "CPU s / wall s a page, a fresh process for each.",
        "",
        f"| | {' | '.join(names)} |",
        f"|---|{'---|' * len(names)}",
    ]
    for tool in found:
        cells = [_seconds(costs[page, tool.name]) for page in names]
        lines.append(f"| {tool.name} | {' | '.join(cells)} |")
    return lines


def _together(
    costs: Mapping[tuple[str, str], list[Cost]],
    together: Mapping[str, list[Cost]],
    heavy: Mapping[str, float],
    found: Sequence[Tool],
    names: Sequence[str],
) -> list[str]:
    """All pages in one call where a tool takes them, one call after the other where it does not."""
    sums = {}
    for tool in found:
        alone = [costs[page, tool.name] for page in names]
        sums[tool.name] = tuple(
            _median(together[tool.name], kind) if tool.several else sum(_median(c, kind) for c in alone)
            for kind in ("cpu", "wall")
        )
    lines = [
        f"The {len(names)} pages in one call (Lighthouse and webhint: one a page); peak memory on the {HEAVIEST} page.",
        f"In brackets: as multiples of “{LOOK}” and of “{JOURNEY}”.",
        "",
        "| | CPU s | wall s | peak memory |",
        "|---|---|---|---|",
    ]
    for name, spent in sums.items():
        cells = [
            f"{its:.1f} ({its / look:.1f} x, {its / journey:.1f} x)"
            for its, look, journey in zip(spent, sums[LOOK], sums[JOURNEY], strict=True)
        ]
        lines.append(f"| {name} | {' | '.join(cells)} | {f'{heavy[name]:.0f} MB' if name in heavy else '-'} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rounds", type=int, default=0)
    asked = parser.parse_args()
    rounds = asked.rounds or (1 if asked.quick else ROUNDS)
    print("\n".join(measured(rounds, QUICK_PAGES if asked.quick else NAMES)))


if __name__ == "__main__":
    main()
