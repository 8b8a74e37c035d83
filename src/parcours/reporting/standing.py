"""How findings stand against what was known, for readers: a badge on each, and what else there is to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from parcours.comparing import WORSENED, Comparison, Key, Line, Standing, key_of
from parcours.reporting.groups import Group
from parcours.results import JourneyResult


@dataclass(frozen=True, slots=True)
class Told:
    """One thing to tell of a scenario, on all the devices that it holds for. `line` is the first device's."""

    scenario: str
    line: Line
    devices: tuple[str, ...]


@dataclass(frozen=True)
class Standings:
    """The lines of a comparison, found by finding."""

    comparison: Comparison

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, Key], Line]:
        return {(one.scenario, line.key): line for one in self.comparison.scenarios for line in one.lines}

    @property
    def has_baseline(self) -> bool:
        """True when anything was compared with something."""
        return any(one.against for one in self.comparison.scenarios)

    def of(self, group: Group) -> Line | None:
        """How a group of findings stands: the line that asks for most attention, None when nothing was compared."""
        lines = (self._by_key.get((s.result.scenario, key_of(s.finding))) for s in group.sightings)
        return min((line for line in lines if line), key=lambda line: line.standing.rank, default=None)

    def told(self, standings: Iterable[Standing]) -> Iterator[Told]:
        """What stands so, each thing once, in the order of the standings."""
        for standing in standings:
            for one in self.comparison.scenarios:
                same: dict[tuple[str, str, str, str], list[Line]] = {}
                for line in one.lines:
                    if line.standing is standing:
                        same.setdefault((*line.key[:3], _words(line)), []).append(line)
                for lines in same.values():
                    yield Told(one.scenario, lines[0], tuple(dict.fromkeys(line.device for line in lines)))

    def besides(self) -> Iterator[Told]:
        """What no finding of the run shows: what is mended, what is not looked at any more, effort, inventory."""
        speaking = (*sorted(WORSENED, key=lambda s: s.rank), Standing.CHANGED, Standing.FIXED)
        return (told for told in self.told(speaking) if told.line.standing is Standing.FIXED or not told.line.found)


def _words(line: Line) -> str:
    """The message where it tells things apart: one rule's sentence may name other places on another phone."""
    return "" if line.found or line.standing is Standing.FIXED else line.message


def device_names(results: Iterable[JourneyResult]) -> Mapping[str, str]:
    """The devices' names for readers."""
    return {result.device: result.device_title or result.device for result in results}
