"""What can be said of a scenario without walking it: its words, its artwork, and what it and its baseline excuse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from parcours.browser import devices
from parcours.channels import catalogue as channels
from parcours.checks.catalogue import discover
from parcours.comparing import EFFORT, INVENTORY, LIMIT, PAGE, STOPPED
from parcours.errors import ParcoursError, closest
from parcours.running.planning import load_scenario
from parcours.scenario.loader import find_scenarios, same_ids
from parcours.scenario.model import Scenario, StepSpec, scenario_id
from parcours.scenario.problems import WHOLE_FILE, Code, Mark, ScenarioError, ScenarioProblem, Source
from parcours.scenario.reader import Entries, Items, Node, Scalar, read
from parcours.storage.baseline import FOLDER, MOST_BYTES, MOST_VALUES, baseline_file, read_baseline

START = "start"  # the id of the step that every journey begins with
_OURS = frozenset({EFFORT, LIMIT, PAGE, STOPPED})  # rules of the journey as a whole
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def lint(files: Sequence[Path], today: date, fallback: Sequence[str] = ()) -> Iterator[ScenarioProblem]:
    """Everything that is wrong with scenario files and the baselines beside them, file by file.

    No browser is started and no address is opened. `fallback` are the devices of scenarios that name none.
    """
    yield from same_ids(files)
    for file in files:
        yield from sorted(_of(file, today, fallback), key=lambda problem: (problem.file, problem.line, problem.column))
    yield from _orphans(files)


def _of(file: Path, today: date, fallback: Sequence[str]) -> Iterator[ScenarioProblem]:
    try:
        scenario = load_scenario(file)
    except ScenarioError as error:
        yield from error.problems
        return
    reading = read(file)
    walked_on = scenario.devices or fallback
    yield from _start(scenario, reading.root, reading.source)
    yield from _accepted(reading.root, reading.source, today, walked_on)
    yield from _untaken(scenario, reading.source, walked_on)
    yield from _baseline(scenario, today)


def _start(scenario: Scenario, root: Node | None, source: Source) -> Iterator[ScenarioProblem]:
    """What the customer receives is there, and leads to an address."""
    channel = channels()[scenario.start.channel]
    place = _place(root, "start", channel.name) or Mark(scenario.start.line, 1)
    try:
        opening = channel.open(scenario.start.args, scenario.folder)
    except ParcoursError as error:
        yield source.problem(place, Code.ARTWORK, error.message, error.tip)
        return
    if not opening.url and not scenario.start.fallback_url:
        help = "the journey ends before it begins; if that is what it tests, give a `fallback-url`"
        yield source.problem(place, Code.LEADS_NOWHERE, opening.reason or opening.code, help)


def _accepted(root: Node | None, source: Source, today: date, walked_on: Sequence[str]) -> Iterator[ScenarioProblem]:
    """Entries under `accept` that excuse nothing any more."""
    for entry in _list(root, "accept"):
        yield from _expired(entry, source, today, "it fails again: mend it, or agree on another day")
        on = entry.get("on")
        names = [item.text for item in (on.items if isinstance(on, Items) else (on,)) if isinstance(item, Scalar)]
        if on and walked_on and not any(devices.meant(names, device) for device in walked_on):
            said = f"this excuses nothing: the journey is walked on {', '.join(walked_on)}"
            yield source.problem(on.mark, Code.IDLE, said, "name one of these phones, or delete the entry")


def _untaken(scenario: Scenario, source: Source, walked_on: Sequence[str]) -> Iterator[ScenarioProblem]:
    """Steps that no phone of the journey takes."""
    for step in scenario.steps:
        taken = not (step.only_on and walked_on) or any(devices.meant(step.only_on, device) for device in walked_on)
        if not taken and not step.file:
            said = f"no phone takes this step: the journey is walked on {', '.join(walked_on)}"
            yield source.problem(_verb(source, step), Code.IDLE, said, "change `only-on`, or add the device")


def _verb(source: Source, step: StepSpec) -> Mark:
    """Where a step's verb stands."""
    line = source.lines[step.line - 1] if step.line <= len(source.lines) else ""
    return Mark(step.line, max(0, line.find(step.verb)) + 1, len(step.verb))


def _baseline(scenario: Scenario, today: date) -> Iterator[ScenarioProblem]:
    """What stands in the baseline and cannot be found any more, or is not excused any more."""
    file = baseline_file(Path(scenario.file), scenario.id)
    try:
        if read_baseline(file) is None:
            return
    except ScenarioError as error:
        yield from error.problems
        return
    reading = read(file, most_bytes=MOST_BYTES, most_values=MOST_VALUES)
    rules = {*discover(), *_OURS}
    steps = {"", START, *(step.id for step in scenario.steps)}
    for entry in _list(reading.root, "findings"):
        yield from _expired(entry, reading.source, today, "it fails again: mend it, or approve it once more")
        rule = entry.get("rule")
        if isinstance(rule, Scalar) and rule.text not in rules and not rule.text.startswith(f"{INVENTORY}/"):
            yield _idle(reading.source, rule, "there is no rule", rules)
        step = entry.get("step")
        if isinstance(step, Scalar) and step.text not in steps:
            yield _idle(reading.source, step, "the scenario has no step", steps)


def _idle(source: Source, word: Scalar, said: str, known: Iterable[str]) -> ScenarioProblem:
    near = closest(word.text, known)
    help = f"{near + ' ' if near else ''}`parcours approve --prune` forgets what is not found any more"
    return source.problem(word.mark, Code.IDLE, f"this excuses nothing: {said} {word.text!r}", help)


def _expired(entry: Entries, source: Source, today: date, help: str) -> Iterator[ScenarioProblem]:
    until = entry.get("until")
    if isinstance(until, Scalar) and _DAY.fullmatch(until.text) and date.fromisoformat(until.text) < today:
        yield source.problem(until.mark, Code.EXPIRED, f"this has ended on {until.text}", help)


def _orphans(files: Iterable[Path]) -> Iterator[ScenarioProblem]:
    """Baselines in a folder whose scenarios are all looked at, and to none of which they belong."""
    for folder in dict.fromkeys(file.parent for file in files):
        known = {scenario_id(file) for file in find_scenarios([folder]) if file.parent == folder}
        if not known <= {scenario_id(file) for file in files if file.parent == folder}:
            continue
        for baseline in sorted((folder / FOLDER).glob("*.yaml")):
            if baseline.stem not in known:
                help = f"{closest(baseline.stem, known) or 'delete it'}, or give it the scenario's name"
                yield ScenarioProblem(str(baseline), WHOLE_FILE, Code.IDLE, "this belongs to no scenario", help)


def _list(root: Node | None, key: str) -> Iterator[Entries]:
    found = root.get(key) if isinstance(root, Entries) else None
    if isinstance(found, Items):
        yield from (item for item in found.items if isinstance(item, Entries))


def _place(root: Node | None, *keys: str) -> Mark | None:
    """Where the value of a key of a key stands."""
    node = root
    for key in keys:
        node = node.get(key) if isinstance(node, Entries) else None
    return node.mark if node else None
