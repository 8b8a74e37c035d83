"""The head: the verdict, the figures, the engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property

from parcours.comparing import Standing
from parcours.facts.model import Engine
from parcours.findings import Severity, Verdict
from parcours.reporting.groups import stops_the_customer
from parcours.reporting.messages import Plural
from parcours.reporting.text import host
from parcours.reporting.view.desk import Desk, engine_and_version, engine_name
from parcours.reporting.view.model import EngineLine, Outcome, Tile
from parcours.reporting.view.outcomes import blocked_at, failing_groups, outcome_of
from parcours.results import JourneyResult


class Head:
    """The head of one report."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = desk.words
        self.run = desk.run
        self.text = desk.text

    def sites(self) -> tuple[str, ...]:
        """The hosts on which the journeys landed."""
        urls = (r.pages[0].url if r.pages else r.start.url for r in self.run.results)
        return tuple(dict.fromkeys(self.text(site, 80) for url in urls if (site := host(url))))

    def date(self) -> str:
        """When the run began."""
        started = str(
            self.run.head.get("started") or min((r.started for r in self.run.results if r.started), default="")
        )
        try:
            moment = datetime.fromisoformat(started)
        except ValueError:
            return self.text(started, 40)
        return self.words.moment(moment)

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Scenario id to the worst outcome of its visits."""
        worst: dict[str, Outcome] = {}
        seen = [(result.scenario, outcome_of(result)) for result in self.run.results]
        for scenario, outcome in (
            *seen,
            *((missing.scenario, Outcome.UNFINISHED) for missing in self.run.unfinished),
        ):
            worst[scenario] = min(worst.get(scenario, Outcome.WORKS), outcome, key=lambda o: o.rank)
        return worst

    def verdict(self) -> tuple[str, Outcome]:
        """One sentence for everyone, and the mood it is in."""
        words, tally, everything = self.words, Counter(self.outcomes.values()), len(self.outcomes)
        stuck, hard, fine = tally[Outcome.STOPS], tally[Outcome.PROBLEMS], tally[Outcome.WORKS]
        if stuck:
            phrase = words.all_stuck if stuck == everything else words.some_stuck
            return words.count(phrase, stuck, all=everything), Outcome.STOPS
        if hard:
            phrase = words.all_hard if hard == everything else words.some_hard
            return words.count(phrase, hard, all=everything), Outcome.PROBLEMS
        if fine:
            phrase = words.all_work if fine == everything else words.some_work
            return words.count(phrase, fine, all=everything), Outcome.WORKS if fine == everything else Outcome.UNJUDGED
        partly = any(outcome_of(result) is Outcome.WORKS for result in self.run.results)
        return words.none_whole if partly else words.none_judged, Outcome.UNJUDGED

    def summary(self) -> Iterator[str]:
        """What the verdict rests on, a sentence each."""
        words = self.words
        if stop := self.first_stop():
            yield stop
        certain = failing_groups(self.desk.groups)
        found = words.count(words.found, len(certain))
        if stopping := sum(map(stops_the_customer, certain)):
            yield words.count(words.of_which_stop, stopping, found=found)
        elif any(result.judged for result in self.run.results):
            yield f"{found}." if certain else words.found_none
        if self.desk.standings.has_baseline:
            yield words.since_counts.format(counts=self.counts())
        if missing := len(self.run.unfinished):
            yield words.count(words.unfinished_walks, missing, all=missing + len(self.run.results))
        if not self.run.ended:
            yield words.unended

    def counts(self) -> str:
        """How many of each standing there are; none of a kind is not worth a word."""
        words, counts = self.words, self.run.comparison.counts
        named = [f"{words.standings[standing].casefold()} {n}" for standing, n in counts.items() if n]
        return words.comma.join(named)

    def first_stop(self) -> str:
        """Where the first journey stops, "" when none does."""
        for result in self.run.results:
            for step in result.steps:
                if step.ended == "blocked":
                    same = [r for r in self.desk.by_scenario[result.scenario] if blocked_at(r) == step.id]
                    return self.words.first_stop.format(
                        journey=self.desk.journeys[result.scenario],
                        step=self.text(step.says, 80),
                        devices=self.desk.devices(same),
                    )
        return ""

    def tiles(self) -> tuple[Tile, ...]:
        """The figures: against what was approved where anything was compared, else how grave it is."""
        return (*self._tried(), *(self._moved() if self.desk.standings.has_baseline else self._weighed()))

    def _tile(self, n: int, label: Plural, hint: str, mood: str = "") -> Tile:
        return Tile(str(n), self.words.count(label, n), hint, mood)

    def _tried(self) -> Iterator[Tile]:
        words, certain = self.words, failing_groups(self.desk.groups)
        visits = len(self.run.results) + len(self.run.unfinished)
        works = sum(outcome_of(result) is Outcome.WORKS for result in self.run.results)
        fine = words.count(words.tile_journeys_hint, works, all=visits)
        severities = Counter(group.lead.severity for group in certain)
        spread = " · ".join(f"{words.severities[s].casefold()} {n}" for s in Severity if (n := severities[s]))
        yield self._tile(len(self.desk.journeys), words.tile_journeys, fine)
        yield self._tile(len(self.desk.columns), words.tile_devices, words.listed(list(self.desk.columns.values())[:6]))
        yield self._tile(len(certain), words.tile_findings, spread)

    def _weighed(self) -> Iterator[Tile]:
        words = self.words
        stopping = sum(map(stops_the_customer, failing_groups(self.desk.groups)))
        reviews = sum(group.lead.verdict is Verdict.REVIEW for group in self.desk.groups)
        yield self._tile(stopping, words.tile_blockers, words.tile_blockers_hint, "blocker" if stopping else "")
        yield self._tile(reviews, words.tile_reviews, words.tile_reviews_hint)

    def _moved(self) -> Iterator[Tile]:
        words, counts = self.words, self.run.comparison.counts
        worse = counts[Standing.WORSE] + counts[Standing.COVERAGE_LOST]
        hint = words.count(words.tile_new_worse, worse) if worse else words.tile_new_hint
        yield self._tile(counts[Standing.NEW], words.tile_new, hint, "blocker" if counts[Standing.NEW] else "")
        yield self._tile(counts[Standing.KNOWN], words.tile_known, words.tile_known_hint)
        yield self._tile(
            counts[Standing.FIXED], words.tile_fixed, words.tile_fixed_hint, "works" if counts[Standing.FIXED] else ""
        )

    def compared(self) -> str:
        """Why there is neither new nor known; "" where there is."""
        told = self.desk.standings.has_baseline or not self.run.results
        return "" if told else self.words.uncompared

    def engines(self) -> Iterator[EngineLine]:
        """Which engine looked, for each: always said, whether or not it is the phone's own."""
        seen: dict[Engine, list[JourneyResult]] = {}
        for result in self.run.results:
            seen.setdefault(result.engine, []).append(result)
        for engine, results in seen.items():
            native = engine.fidelity != "emulated"
            devices, used = self.desk.devices(results), self.text(engine_and_version(engine), 60)
            phrase = self.words.engine_native if native else self.words.engine_emulated
            wanted = self.text(engine_name(engine.wanted), 40)
            yield EngineLine(
                devices,
                used,
                native,
                self.words.engine_own if native else self.words.engine_other.format(wanted=wanted),
                phrase.format(devices=devices, used=used, wanted=wanted),
            )
