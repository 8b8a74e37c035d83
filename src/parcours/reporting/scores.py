"""The golden rules as a report shows them: each brand's points, and what shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parcours.findings import Certainty
from parcours.reporting.messages import Messages
from parcours.reporting.messages.rules import message_in
from parcours.reporting.messages.walks import named, told
from parcours.results import JourneyResult
from parcours.scorecard import Evidence, Golden, Point, Scorecard, State, count, scorecards

MOST_PROOFS = 3  # of one point

Clean = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that shows a point: what it is (a step's words or a rule's id), what it said, and where."""

    source: str
    says: str  # in the language of checks; "" when a rule simply held
    held: str
    where: str
    is_rule: bool


@dataclass(frozen=True, slots=True)
class PointLine:
    """One point of a golden rule."""

    state: State
    label: str
    title: str
    proofs: tuple[Proof, ...]
    more: str


@dataclass(frozen=True, slots=True)
class GoldenRule:
    """One golden rule: its points that are known or doubted, and the names of those that nothing told."""

    title: str
    tally: str
    points: tuple[PointLine, ...]
    untold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BrandCard:
    """The four golden rules of one brand."""

    brand: str
    rules: tuple[GoldenRule, ...]


def tally(points: Sequence[Point], words: Messages) -> str:
    """How many points are kept of all, and what of the others: `3 of 5 points kept, 1 broken, 1 unknown`."""
    counts = count(points)
    said = [words.count(words.points_kept, counts[State.KEPT], all=len(points))]
    for state, phrase in ((State.BROKEN, words.points_broken), (State.UNKNOWN, words.points_unknown)):
        if counts[state]:
            said.append(words.count(phrase, counts[state]))
    return words.comma.join(said)


class Cards:
    """Makes the cards of a report. `clean` cuts and cleans a text, `devices` names the devices of some results."""

    def __init__(
        self,
        results: Iterable[JourneyResult],
        words: Messages,
        clean: Clean,
        devices: Callable[[Iterable[JourneyResult]], str],
        journeys: Mapping[str, str],
    ) -> None:
        self.all = tuple(results)
        self.results = {(result.scenario, result.device): result for result in self.all}
        self.words, self.clean, self.devices, self.journeys = words, clean, devices, journeys

    def cards(self) -> Iterator[BrandCard]:
        """A card for each brand whose journeys have to do with dialogue."""
        for card in scorecards(self.all):
            if card.about_dialogue:
                yield BrandCard(self.clean(card.brand, 100), tuple(self.rule(card, golden) for golden in Golden))

    def rule(self, card: Scorecard, golden: Golden) -> GoldenRule:
        points = card.of(golden)
        shown = sorted((point for point in points if point.evidence), key=lambda point: tuple(State).index(point.state))
        several = len(card.scenarios) > 1
        return GoldenRule(
            self.words.goldens[golden],
            tally(points, self.words),
            tuple(self.point(point, several=several) for point in shown),
            tuple(self.words.points[point.id] for point in points if not point.evidence),
        )

    def point(self, point: Point, *, several: bool) -> PointLine:
        proofs = tuple(self.proofs(point, several=several))
        more = len(proofs) - MOST_PROOFS
        return PointLine(
            point.state,
            self.words.point_states[point.state],
            self.words.points[point.id],
            proofs[:MOST_PROOFS],
            self.words.count(self.words.proofs_more, more) if more > 0 else "",
        )

    def proofs(self, point: Point, *, several: bool) -> Iterator[Proof]:
        """What decides the point, each thing once with all its pages and devices."""
        same: dict[tuple[str, str], list[Evidence]] = {}
        for evidence in point.evidence:
            if evidence.state is point.state:
                same.setdefault((evidence.rule or self.step(evidence), evidence.says), []).append(evidence)
        for (source, says), met in same.items():
            said = self.says(met[0])
            yield Proof(
                self.clean(source, 80),
                self.clean(said, 200),
                "" if says else self.words.proof_held if met[0].rule else self.words.verbs_ended["done"],
                self.where(met, several=several),
                bool(met[0].rule),
            )

    def step(self, evidence: Evidence) -> str:
        steps = self.results[evidence.scenario, evidence.device].steps
        named_so = (named(step.says, step.verb, self.words.code) for step in steps if step.id == evidence.step)
        return next(named_so, evidence.step)

    def says(self, evidence: Evidence) -> str:
        """What was said, in the report's language."""
        if evidence.rule:
            return message_in(evidence.rule, evidence.says, self.words.code)
        return told(evidence.says, self.words.code)

    def where(self, met: Sequence[Evidence], *, several: bool) -> str:
        """The devices, the journeys where there are several, the pages, and how far that can be trusted."""
        words = self.words
        results = [self.results[evidence.scenario, evidence.device] for evidence in met]
        names = dict.fromkeys(self.journeys[result.scenario] for result in results)
        pages = {(evidence.scenario, evidence.page) for evidence in met}
        parts = [self.devices(results), *(names if several else ())]
        if len(pages) > 1:
            parts.append(words.count(words.proof_pages, len(pages)))
        if any(evidence.certainty is Certainty.LOW for evidence in met):
            parts.append(words.proof_unsure)
        if all(evidence.emulated for evidence in met):
            parts.append(words.proof_emulated)
        return " · ".join(parts)
