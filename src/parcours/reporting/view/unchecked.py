"""What was not checked, and why; and what was, and held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.findings import Verdict
from parcours.reporting.run import Unfinished
from parcours.reporting.view.desk import MOST_NAMES, Desk
from parcours.reporting.view.model import Unchecked
from parcours.results import JourneyResult, Status
from parcours.trace import LEFT_OUT


class Leftovers:
    """What one report does not claim."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = desk.words
        self.run = desk.run
        self.text = desk.text

    def unchecked(self) -> Iterator[Unchecked]:
        """Everything of which nothing is claimed, a line for each reason."""
        words = self.words
        yield from self.unfinished()
        yield from self.gathered(
            words.unchecked_journey,
            (
                (
                    f"{r.code}: {r.reason}" if r.code and r.reason else r.code or r.reason,
                    self.desk.journeys[r.scenario],
                    r,
                )
                for r in self.run.results
                if r.status in (Status.INCONCLUSIVE, Status.ERROR)
            ),
        )
        yield from self.gathered(words.unchecked_broken, self.judged(Verdict.BROKEN))
        yield from self.gathered(words.unchecked_facts, self.judged(Verdict.NO_FACTS))
        yield from self.gathered(
            words.unchecked_gap,
            ((gap, page.title or page.url, r) for r in self.run.results for page in r.pages for gap in page.gaps),
        )
        yield from self.gathered(
            words.unchecked_note,
            ((note, self.desk.journeys[r.scenario], r) for r in self.run.results for note in r.notes),
        )
        yield from self.gathered(
            words.unchecked_steps,
            (
                (self.desk.journeys[r.scenario], step.says or step.verb, r)
                for r in self.run.results
                for step in r.steps
                if step.ended == "skipped" and step.code != LEFT_OUT
            ),
        )

    def unfinished(self) -> Iterator[Unchecked]:
        reasons: dict[str, list[Unfinished]] = {}
        for missing in self.run.unfinished:
            reasons.setdefault(missing.reason or self.words.unchecked_no_reason, []).append(missing)
        for reason, missed in reasons.items():
            names = tuple(
                dict.fromkeys(f"{self.desk.journeys[m.scenario]} ({self.desk.named(m.device)})" for m in missed)
            )
            kind = self.words.unchecked_unfinished
            yield Unchecked(kind, self.text(reason), names[:MOST_NAMES], max(0, len(names) - MOST_NAMES), "")

    def judged(self, verdict: Verdict) -> Iterator[tuple[str, str, JourneyResult]]:
        for result in self.run.results:
            for judgement in result.judgements:
                if judgement.verdict is verdict:
                    yield self.note(judgement.note), judgement.rule, result

    def note(self, note: str) -> str:
        """Why a check had no facts, in words: the engine lists the facets that it missed."""
        head, missing, names = note.partition("missing: ")
        if head or not missing:
            return note
        facets = [self.words.facets.get(name, name) for name in names.split(", ")]
        return self.words.facets_missing.format(facets=self.words.listed(facets))

    def gathered(self, kind: str, said: Iterable[tuple[str, str, JourneyResult]]) -> Iterator[Unchecked]:
        """One line a reason, with all it concerns: (reason, name, result) in, in any order."""
        reasons: dict[str, tuple[dict[str, None], list[JourneyResult]]] = {}
        for reason, name, result in said:
            names, results = reasons.setdefault(reason, ({}, []))
            names[name] = None
            results.append(result)
        for reason, (names, results) in reasons.items():
            shown = tuple(self.text(name, 120) for name in list(names)[:MOST_NAMES])
            yield Unchecked(kind, self.text(reason), shown, len(names) - len(shown), self.desk.devices(results))

    def held(self) -> tuple[str, ...]:
        """The rules that passed somewhere and had nothing against them anywhere."""
        verdicts: dict[str, set[Verdict]] = {}
        for result in self.run.results:
            for judgement in result.judgements:
                verdicts.setdefault(judgement.rule, set()).add(judgement.verdict)
        against = {Verdict.FAILED, Verdict.REVIEW, Verdict.BROKEN}
        return tuple(
            self.text(r, 80) for r in sorted(verdicts) if Verdict.PASSED in verdicts[r] and not verdicts[r] & against
        )
