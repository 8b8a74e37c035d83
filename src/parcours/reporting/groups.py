"""The same finding on several devices, places and journeys is one thing to mend: say it once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from parcours.findings import Certainty, Finding, Owner, Severity, Verdict
from parcours.reporting.text import host
from parcours.results import JourneyResult

DEPARTMENTS = (Owner.PRINT, Owner.WEB, Owner.APP, Owner.CARE)
_SURE = tuple(Certainty)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One finding of one journey on one device."""

    finding: Finding
    result: JourneyResult


@dataclass(frozen=True)
class Group:
    """All sightings of one fault. The number is the one that readers see, counted from 1."""

    number: int
    sightings: tuple[Sighting, ...]

    @cached_property
    def lead(self) -> Finding:
        """The dearest and surest finding that was there twice: the one to quote."""
        return min((s.finding for s in self.sightings), key=lambda finding: (finding.unstable, *_cost(finding)))

    @cached_property
    def devices(self) -> tuple[str, ...]:
        """The names of the devices that met it, in the order in which they were run."""
        return tuple(dict.fromkeys(s.result.device for s in self.sightings))

    @property
    def cost(self) -> tuple[int, int, int, int, int]:
        """Sorts what to mend first to the front: dearest, surest, on most devices, in most places."""
        return (*_cost(self.lead), -len(self.devices), -len(self.sightings), self.number)


def _cost(finding: Finding) -> tuple[int, int]:
    return (finding.severity.rank, _SURE.index(finding.certainty))


def grouped(results: Iterable[JourneyResult]) -> tuple[Group, ...]:
    """The groups in reading order: certain ones by department, dearest first; then those for a person to look at."""
    found: dict[tuple[str, ...], list[Sighting]] = {}
    for result in results:
        for finding in result.findings:
            found.setdefault(_same(finding, result), []).append(Sighting(finding, result))
    unnumbered = sorted((Group(0, tuple(sightings)) for sightings in found.values()), key=_order)
    return tuple(Group(number, group.sightings) for number, group in enumerate(unnumbered, 1))


def _same(finding: Finding, result: JourneyResult) -> tuple[str, ...]:
    """What makes two findings one: the fault and the site (or the artwork), never the words or the place."""
    artwork = result.start.artwork
    site = host(finding.where.url) or (artwork.file if artwork else "") or result.scenario
    return (finding.verdict, finding.owner, finding.rule, finding.aspect, site)


def _order(group: Group) -> tuple[bool, int, tuple[int, ...]]:
    lead = group.lead
    return (lead.verdict is Verdict.REVIEW, DEPARTMENTS.index(lead.owner), group.cost)


def stops_the_customer(group: Group) -> bool:
    """True for a certain blocker."""
    return group.lead.verdict is Verdict.FAILED and group.lead.severity is Severity.BLOCKER
