"""What was known of a scenario when it was approved, and what a scenario itself accepts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from parcours.comparing import Key
from parcours.facts.belongings import Belonging
from parcours.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Known:
    """A finding as it was approved. `places` are the addresses that it had then, the first of them when it had many."""

    step: str
    rule: str
    aspect: str
    device: str
    severity: Severity
    count: int = 1
    doubt: bool = False
    why: str = ""
    until: date | None = None
    places: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """Its identity within the scenario."""
        return Key(self.step, self.rule, self.aspect, self.device)

    def expired(self, today: date) -> bool:
        """True when the approval has ended; its last day counts."""
        return self.until is not None and today > self.until


@dataclass(frozen=True, slots=True)
class Cost:
    """What the whole walk cost the customer on a device. `scrolls` is in screens."""

    taps: int = 0
    keys: int = 0
    scrolls: float = 0
    hops: int = 0
    bytes: int = 0
    seconds: float = 0


@dataclass(frozen=True, slots=True)
class Walked:
    """A device that the scenario was walked on: by which parcours, in which engine, along which steps.

    `pages` are those of the steps that led to a page nobody had looked at yet. `cost` is None when the walk did not
    reach its end, `inventory` when nobody took it.
    """

    device: str
    parcours: str = ""
    engine: str = ""
    steps: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    cost: Cost | None = None
    inventory: tuple[Belonging, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule that was tried: `held` are the devices on which something that it looked at held, `idle` the others."""

    rule: str
    version: int = 1
    held: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()


@dataclass(frozen=True)
class Baseline:
    """What is known of one scenario."""

    scenario: str
    findings: tuple[Known, ...] = ()
    walks: tuple[Walked, ...] = ()
    rules: tuple[Tried, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[Key, Known]:
        """The findings by identity."""
        return {known.key: known for known in self.findings}

    @cached_property
    def by_device(self) -> Mapping[str, Walked]:
        """The walks by device."""
        return {walk.device: walk for walk in self.walks}

    @cached_property
    def by_rule(self) -> Mapping[str, Tried]:
        """The rules by id."""
        return {tried.rule: tried for tried in self.rules}


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What a scenario accepts (`accept:`), with its reason. `rule` is a rule, an area or a department.

    `on` are the devices that it holds for, none for all. An `aspect` of "" is every aspect.
    """

    rule: str
    why: str
    aspect: str = ""
    on: tuple[str, ...] = ()
    until: date | None = None

    def covers(self, finding: Finding) -> bool:
        """True when the finding is meant."""
        named = self.rule in {finding.rule, finding.rule.partition("/")[0], finding.owner.value}
        here = not self.on or finding.where.device in self.on
        return named and here and self.aspect in {"", finding.aspect}
