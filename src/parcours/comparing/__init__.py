"""Today's results against what was known: new, worse, known, fixed... Pure: no files, no clock, no browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from parcours.facts.belongings import tidy
from parcours.findings import Finding, Owner, Severity

COMPARISON_SCHEMA = 1


class Standing(StrEnum):
    """How something stands against what was known of it."""

    NEW = "new"
    WORSE = "worse"  # more of the same, or dearer than it was
    COVERAGE_LOST = "coverage-lost"  # what was looked at is not looked at any more
    CHANGED = "changed"  # as many as before, in other places
    UNSTABLE = "unstable"  # not there when one looked a second time
    NEWLY_CHECKED = "newly-checked"  # nobody had looked there before: the rule, the step or the phone is newer
    NOT_CHECKED = "not-checked"  # known, and nobody could look this time
    FIXED = "fixed"
    KNOWN = "known"

    @property
    def rank(self) -> int:
        """0 for what asks for most attention."""
        return tuple(Standing).index(self)


# What is said of a journey beside its findings has rules of its own.
STOPPED = "journey/stopped"  # its aspect is the code of what stopped it
LIMIT = "journey/limit"
EFFORT = "journey/effort"  # its aspect is what grew: taps, keys, scrolls, hops, bytes
PAGE = "journey/page"  # a step, or the page that it led to, is not reached any more
INVENTORY = "inventory"  # inventory/contact, inventory/app...

WORSENED = frozenset({Standing.NEW, Standing.WORSE, Standing.COVERAGE_LOST})
UNSETTLED = frozenset({Standing.CHANGED, Standing.UNSTABLE, Standing.NEWLY_CHECKED, Standing.NOT_CHECKED})


class Key(NamedTuple):
    """What makes two findings of one scenario the same: never their words, pixels or selectors."""

    step: str
    rule: str
    aspect: str
    device: str


@dataclass(frozen=True, slots=True)
class Line:
    """How one finding of a scenario on one device stands; or its effort, its inventory, its coverage.

    `count` is how many there are now, `before` how many were known. `places` are addresses of elements, today's
    where there are any. `why` and `until` are those of the approval that covers it, `accepted` is True when that
    stands in the scenario itself. `doubt` means that a person must look: it fails nobody's build. `found` is True
    for what is a finding of the run, which tells more of it.
    """

    standing: Standing
    step: str
    rule: str
    aspect: str
    device: str
    message: str
    severity: Severity
    owner: Owner
    count: int = 1
    before: int = 0
    doubt: bool = False
    why: str = ""
    until: date | None = None
    accepted: bool = False
    places: tuple[str, ...] = ()
    found: bool = False

    @property
    def key(self) -> Key:
        """Its identity within the scenario."""
        return Key(self.step, self.rule, self.aspect, self.device)


@dataclass(frozen=True, slots=True)
class Compared:
    """One scenario on the devices that were run. `against` names what it was compared with, "" for nothing.

    `notes` are worth telling and fail nothing.
    """

    scenario: str
    against: str = ""
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole run against what was known; kept beside its results as `comparison.json`."""

    scenarios: tuple[Compared, ...] = ()
    schema: int = COMPARISON_SCHEMA

    def of(self, scenario: str) -> Compared | None:
        """What was said of a scenario, None when it was compared with nothing."""
        return next((one for one in self.scenarios if one.scenario == scenario), None)

    @property
    def lines(self) -> Iterator[Line]:
        """All that was said."""
        return (line for one in self.scenarios for line in one.lines)

    @property
    def counts(self) -> Mapping[Standing, int]:
        """How many of each; the same on several devices is one thing."""
        said = {(line.standing, one.scenario, line.key[:3]) for one in self.scenarios for line in one.lines}
        found = Counter(standing for standing, _, _ in said)
        return {standing: found[standing] for standing in Standing}


@dataclass(frozen=True, slots=True)
class Policy:
    """What fails a run: `fail_on` is "new", "all" or "never"; `strict` fails for what is unsettled too."""

    fail_on: str = "new"
    least: Severity = Severity.MINOR
    strict: bool = False

    def fails(self, line: Line) -> bool:
        """True when this line is a reason to fail."""
        if self.fail_on == "never":
            return False
        if self.strict and line.standing in UNSETTLED:
            return True
        return line.standing in WORSENED and not line.doubt and line.severity.at_least(self.least)


UNCOMPARED = Comparison()
USUAL = Policy()


def key_of(finding: Finding) -> Key:
    """The identity of a finding within its scenario."""
    return Key(finding.where.step, finding.rule, tidy(finding.aspect), finding.where.device)


def grouped(findings: Iterable[Finding]) -> Mapping[Key, tuple[Finding, ...]]:
    """Findings by identity, in their order."""
    found: dict[Key, list[Finding]] = {}
    for finding in findings:
        found.setdefault(key_of(finding), []).append(finding)
    return {key: tuple(same) for key, same in found.items()}


def counted(comparison: Comparison) -> str:
    """The run in one line: `2 new, 1 worse, 1 fixed, 12 known, 3 newly checked, 0 not checked, 0 unstable`."""
    counts = comparison.counts
    always = [f"{counts[standing]} {standing.value.replace('-', ' ')}" for standing in _ALWAYS]
    more = [f"{counts[s]} {s.value.replace('-', ' ')}" for s in (Standing.COVERAGE_LOST, Standing.CHANGED) if counts[s]]
    return ", ".join((*always[:2], *more, *always[2:]))


_ALWAYS = (
    Standing.NEW,
    Standing.WORSE,
    Standing.FIXED,
    Standing.KNOWN,
    Standing.NEWLY_CHECKED,
    Standing.NOT_CHECKED,
    Standing.UNSTABLE,
)
