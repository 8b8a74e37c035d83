"""A scenario's baseline: `baselines/<scenario>.yaml` beside it, one line a finding, sorted, made to be read and merged.

Git merges two branches that add neighbouring lines only when it is told that both may stand: the attributes
file that is written beside the baselines says so. What comes twice then is understood as one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from parcours.comparing.known import Baseline, Cost, Known, Tried, Walked
from parcours.facts.belongings import Belonging, Sort
from parcours.findings import Severity
from parcours.scenario.problems import WHOLE_FILE, Code, Mark, Notes, ScenarioError
from parcours.scenario.reader import Entries, Reading, read
from parcours.scenario.translating import faults, plain
from parcours.scenario.units import Day, YesNo, one_or_several
from parcours.storage.journal import write_whole

VERSION = "1"
FOLDER = "baselines"
ATTRIBUTES = "# Both sides of a merge stand: one line a finding.\n*.yaml merge=union\n"
MOST_BYTES = 4_000_000
MOST_VALUES = 200_000

HEAD = """\
# What is known of this journey, and fails nobody: `parcours approve` writes it.
# `why` and `until` (the last day that it holds) may be written by hand.
"""

_MERGE = re.compile(r"(<{7}|>{7}|\|{7})( |$)|={7}$")

# What stands without quotes and means itself in any YAML, inside of { } too.
_PLAIN = re.compile(r"[A-Za-z0-9_+](?:[A-Za-z0-9_./+@() -]*[A-Za-z0-9_./+@()])?")

Names = Annotated[tuple[str, ...], BeforeValidator(one_or_several)]


class _Keys(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Finding(_Keys):
    step: str = Field(default="", description="The step that led to the page; none for the walk as a whole.")
    rule: str = Field(min_length=1, description="The rule.")
    aspect: str = Field(default="", description="Which of the rule's faults.")
    on: str = Field(min_length=1, description="The device.")
    severity: Severity = Field(description="blocker, major, minor or note.")
    count: int = Field(default=1, ge=1, description="In how many places.")
    review: YesNo = Field(default=False, description="Whether a person must look.")
    why: str = Field(default="", description="Why it may stay.")
    until: Day | None = Field(default=None, description="The last day on which it may.")
    at: tuple[str, ...] = Field(default=(), description="Addresses of the elements, as they were.")


class _Walk(_Keys):
    on: str = Field(min_length=1, description="The device.")
    taps: int | None = Field(default=None, ge=0, description="Taps to the goal; none when it was not reached.")
    keys: int = Field(default=0, ge=0, description="Characters typed.")
    scrolls: float = Field(default=0, ge=0, description="Screens scrolled.")
    hops: int = Field(default=0, ge=0, description="Redirects on the way.")
    bytes: int = Field(default=0, ge=0, description="What was loaded.")
    seconds: float = Field(default=0, ge=0, description="How long it took; told, and never failed.")
    engine: str = Field(default="", description="The engine that looked.")
    parcours: str = Field(default="", description="The version of parcours.")
    inventory: YesNo = Field(default=True, description="Whether what the pages have was noted.")


class _Stock(_Keys):
    sort: Sort = Field(description="contact, app, chat, host or third-party.")
    name: str = Field(min_length=1, description="What it is.")
    on: Names = Field(description="The devices that have it.")


class _Step(_Keys):
    step: str = Field(min_length=1, description="The step.")
    on: Names = Field(description="The devices that took it.")
    page: Names = Field(default=(), description="Those of them that it led to a new page.")


class _Rule(_Keys):
    rule: str = Field(min_length=1, description="The rule.")
    version: int = Field(default=1, ge=1, description="Its version.")
    held: Names = Field(default=(), description="The devices on which something that it looks at was right.")
    idle: Names = Field(default=(), description="Those on which it had nothing to look at, or all was wrong.")


class _File(_Keys):
    baseline: Literal["1"] = Field(description="The version of the format: 1.")
    findings: tuple[_Finding, ...] = Field(default=(), description="What is known.")
    walks: tuple[_Walk, ...] = Field(default=(), description="What the journey cost.")
    inventory: tuple[_Stock, ...] = Field(default=(), description="What the pages have.")
    steps: tuple[_Step, ...] = Field(default=(), description="Which steps were taken.")
    rules: tuple[_Rule, ...] = Field(default=(), description="Which rules were tried.")


def baseline_file(scenario_file: Path, scenario: str) -> Path:
    """Where the baseline of a scenario is kept."""
    return scenario_file.parent / FOLDER / f"{scenario}.yaml"


# Reading


def read_baseline(path: Path) -> Baseline | None:
    """The baseline in a file, None when there is no file. Raises ScenarioError with all that is wrong with it."""
    if not path.exists():
        return None
    reading = read(path, most_bytes=MOST_BYTES, most_values=MOST_VALUES)
    notes = Notes(reading.source, reading.problems)
    if unfinished := _unfinished_merge(reading):
        help = "keep the lines of both sides, and delete the lines with the marks"
        raise ScenarioError([reading.source.problem(unfinished, Code.SYNTAX, "a merge was not finished here", help)])
    file = _valid(reading, notes)
    if file is None or notes.problems:
        raise ScenarioError(notes.problems)
    return _baseline(path.stem, file)


def _unfinished_merge(reading: Reading) -> Mark | None:
    lines = enumerate(reading.source.lines, 1)
    return next((Mark(number, 1, 7) for number, line in lines if _MERGE.match(line)), None)


def _valid(reading: Reading, notes: Notes) -> _File | None:
    if not isinstance(reading.root, Entries):
        if not notes.problems:
            help = "delete the file, and approve a run again"
            notes.say(reading.root.mark if reading.root else WHOLE_FILE, Code.VALUE, "this is no baseline", help)
        return None
    try:
        return _File.model_validate(_listed(plain(reading.root)))
    except ValidationError as error:
        for fault in faults(error, reading.root, _File, "a baseline"):
            notes.say(fault.mark, fault.code, fault.message, fault.help)
    return None


def _listed(file: Mapping[str, object]) -> dict[str, object]:
    """A section without a line in it is an empty one."""
    return {key: () if key != "baseline" and value == "" else value for key, value in file.items()}


def _baseline(scenario: str, file: _File) -> Baseline:
    return Baseline(
        scenario,
        tuple(_merged_findings(map(_known, file.findings))),
        tuple(_walks(file)),
        tuple(_rules(file.rules)),
    )


def _known(line: _Finding) -> Known:
    return Known(
        line.step,
        line.rule,
        line.aspect,
        line.on,
        line.severity,
        line.count,
        line.review,
        line.why,
        line.until,
        line.at,
    )


def _merged_findings(findings: Iterable[Known]) -> Iterator[Known]:
    """Each identity once. Two lines of one, which a merge leaves, stand for what either approved, and end with the
    first to end.
    """
    found: dict[object, Known] = {}
    for known in findings:
        other = found.get(known.key)
        found[known.key] = _either(other, known) if other else known
    yield from found.values()


def _either(one: Known, other: Known) -> Known:
    ends = [each.until for each in (one, other) if each.until]
    return replace(
        one,
        severity=min(one.severity, other.severity, key=lambda severity: severity.rank),
        count=max(one.count, other.count),
        doubt=one.doubt and other.doubt,
        why=one.why or other.why,
        until=min(ends, default=None),
        places=tuple(sorted({*one.places, *other.places})),
    )


def _walks(file: _File) -> Iterator[Walked]:
    """One walk a device; of two, which a merge leaves, the last counts."""
    for walk in {walk.on: walk for walk in file.walks}.values():
        device = walk.on
        whole = walk.taps is not None
        cost = Cost(walk.taps or 0, walk.keys, walk.scrolls, walk.hops, walk.bytes, walk.seconds)
        stock = {Belonging(item.sort, item.name) for item in file.inventory if device in item.on}
        yield Walked(
            device,
            walk.parcours,
            walk.engine,
            tuple(dict.fromkeys(step.step for step in file.steps if device in step.on)),
            tuple(dict.fromkeys(step.step for step in file.steps if device in step.page)),
            cost if whole else None,
            tuple(sorted(stock)) if whole and walk.inventory else None,
        )


def _rules(lines: Iterable[_Rule]) -> Iterator[Tried]:
    found: dict[str, Tried] = {}
    for line in lines:
        other = found.get(line.rule, Tried(line.rule, line.version))
        held = {*other.held, *line.held}
        idle = {*other.idle, *line.idle} - held
        version = max(other.version, line.version)
        found[line.rule] = Tried(line.rule, version, tuple(sorted(held)), tuple(sorted(idle)))
    yield from found.values()


# Writing


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write the file whole or not at all, and beside it, once, what git needs to merge such files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    attributes = path.parent / ".gitattributes"
    if not attributes.exists():
        write_whole(attributes, ATTRIBUTES.encode())
    write_whole(path, dumped(baseline).encode())


def dumped(baseline: Baseline) -> str:
    """The baseline as it is written: the same values always give the same text."""
    sections = {
        "findings": sorted(map(_finding_line, sorted(baseline.findings, key=lambda known: known.key))),
        "walks": sorted(map(_walk_line, baseline.walks)),
        "inventory": sorted(_stock_lines(baseline)),
        "steps": sorted(_step_lines(baseline)),
        "rules": sorted(map(_rule_line, baseline.rules)),
    }
    written = (f"{name}:\n" + "".join(f"  - {line}\n" for line in lines) for name, lines in sections.items() if lines)
    return f"{HEAD}baseline: {VERSION}\n" + "".join(written)


def _finding_line(known: Known) -> str:
    return _flow(
        step=known.step,
        rule=known.rule,
        aspect=known.aspect,
        on=known.device,
        severity=known.severity.value,
        count=known.count,
        review="yes" if known.doubt else "",
        why=known.why,
        until=known.until.isoformat() if known.until else "",
        at=known.places,
    )


def _walk_line(walk: Walked) -> str:
    cost = walk.cost
    costs: dict[str, object] = {}
    if cost:
        costs = {"taps": cost.taps, "keys": cost.keys, "scrolls": cost.scrolls, "hops": cost.hops}
        costs |= {"bytes": cost.bytes, "seconds": cost.seconds}
    unknown = "no" if cost and walk.inventory is None else ""
    return _flow(on=walk.device, **costs, engine=walk.engine, parcours=walk.parcours, inventory=unknown)


def _stock_lines(baseline: Baseline) -> Iterator[str]:
    owners: dict[Belonging, list[str]] = {}
    for walk in baseline.walks:
        for belonging in walk.inventory or ():
            owners.setdefault(belonging, []).append(walk.device)
    for (sort, name), devices in owners.items():
        yield _flow(sort=sort.value, name=name, on=_names(devices))


def _step_lines(baseline: Baseline) -> Iterator[str]:
    steps = dict.fromkeys(step for walk in baseline.walks for step in (*walk.steps, *walk.pages))
    for step in steps:
        took = [walk.device for walk in baseline.walks if step in walk.steps]
        met = [walk.device for walk in baseline.walks if step in walk.pages]
        yield _flow(step=step, on=_names(took), page=_names(met))


def _rule_line(tried: Tried) -> str:
    version = tried.version if tried.version > 1 else ""
    return _flow(rule=tried.rule, version=version, held=_names(tried.held), idle=_names(tried.idle))


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _flow(**values: object) -> str:
    """One mapping on one line; what is empty is left out."""
    told = ((key, value) for key, value in values.items() if value not in ("", ()))
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in told) + "}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
