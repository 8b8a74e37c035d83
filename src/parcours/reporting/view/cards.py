"""The findings, each once wherever it was met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parcours.findings import Finding, Severity, Verdict
from parcours.reporting.groups import DEPARTMENTS, Group, Sighting
from parcours.reporting.messages import Messages
from parcours.reporting.messages.rules import translated
from parcours.reporting.view.crops import card_crop
from parcours.reporting.view.desk import MOST_NAMES, Desk
from parcours.reporting.view.model import Card, Department, Place, Said
from parcours.reporting.view.outcomes import mood
from parcours.results import JourneyResult

MOST_PLACES = 5  # of one finding, before the rest is folded away


class Cards:
    """The findings of one report."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = desk.words
        self.text = desk.text

    def departments(self, cards: list[Card]) -> Iterator[Department]:
        """The list of each department that has something to mend."""
        for owner in DEPARTMENTS:
            theirs = tuple(card for card in cards if card.owner == owner)
            if theirs:
                tally = Counter(card.severity for card in theirs)
                yield Department(
                    owner,
                    self.words.departments[owner],
                    self.words.department_blurbs[owner],
                    theirs,
                    tuple((severity, tally[severity]) for severity in Severity if tally[severity]),
                )

    def card(self, group: Group) -> Card:
        """All that is known of one fault."""
        words, lead = self.words, translated(group.lead, self.words.code)
        advice = lead.advice
        spots = tuple(self.places(group))
        places = tuple(_merged(spots))
        results = [s.result for s in group.sightings]
        keys = dict.fromkeys(self.desk.key(list(self.desk.columns).index((r.device, r.engine.used))) for r in results)
        scenarios = dict.fromkeys(self.desk.journeys[r.scenario] for r in results)
        picture = card_crop(self.desk, group)
        return Card(
            number=group.number,
            owner=lead.owner,
            department=words.departments[lead.owner],
            mood=mood(lead),
            severity=lead.severity,
            severity_label=words.severities[lead.severity],
            certainty=_certainty(lead, words),
            rule=self.text(lead.rule, 80),
            message=self.text(lead.message),
            title=self.text(lead.title),
            why=self.text(lead.why, 600),
            do=self.text(advice.do) if advice else "",
            snippet=self.text(advice.snippet, 1200, lines=True) if advice else "",
            links=tuple(map(self.desk.link, advice.links)) if advice else (),
            devices=self.desk.devices(results),
            device_keys=" ".join(keys),
            journeys=words.listed(list(scenarios)) if len(self.desk.journeys) > 1 else "",
            places=places[:MOST_PLACES],
            more=places[MOST_PLACES : MOST_PLACES + MOST_NAMES],
            spots=self.spots(len(spots), len(places)),
            more_label=words.count(words.more_places, len(places) - MOST_PLACES) if len(places) > MOST_PLACES else "",
            crop=picture,
            screen_anchor=self.desk.anchors.get(group.number, ""),
            below_picture=picture is None and any(f.finding.box for f in group.sightings),
            lang=self.desk.spoken(lead.rule),
            said_in=self.desk.message(lead.rule, group.lead.message)[1],
            journey_keys=" ".join(dict.fromkeys(self.desk.journey_key(r.scenario) for r in results)),
            page_key=self.desk.page_key(group.lead.where.url),
            **self.standing(group),
        )

    def spots(self, met: int, told: int) -> str:
        """In how many places a finding was met; one that is the same on several pages counts its pages."""
        if met < 2:
            return ""
        return self.words.count(self.words.proof_pages if told == 1 else self.words.places, met)

    def places(self, group: Group) -> Iterator[Place]:
        """The spots of a group, that of the dearest finding first, each with the devices that met it."""
        spots: dict[tuple[str, ...], list[Sighting]] = {}
        for sighting in sorted(group.sightings, key=lambda s: s.finding is not group.lead):
            where = sighting.finding.where
            spots.setdefault((where.url, where.frame, sighting.finding.about), []).append(sighting)
        for (url, frame, about), sightings in spots.items():
            steps = dict.fromkeys(self.step_name(s) for s in sightings)
            yield Place(
                about=self.text(f"{frame} › {about}" if frame and about else about, 200),
                links=(self.desk.link(url),) if url else (),
                steps=self.words.listed([step for step in steps if step]),
                said=tuple(self.said(sightings)),
            )

    def said(self, sightings: Iterable[Sighting]) -> Iterator[Said]:
        """What was said of one spot: once, unless it differs between devices."""
        variants: dict[tuple[str, str, str], list[JourneyResult]] = {}
        for sighting in sightings:
            finding = sighting.finding
            variants.setdefault((finding.rule, finding.message, finding.evidence), []).append(sighting.result)
        for (rule, said, evidence), results in list(variants.items())[:MOST_PLACES]:
            message, lang = self.desk.message(rule, said)
            yield Said(self.text(message), self.text(evidence, 800, lines=True), self.desk.devices(results), lang)

    def step_name(self, sighting: Sighting) -> str:
        wanted = sighting.finding.where.step
        step = next((step for step in sighting.result.steps if step.id == wanted), None)
        return self.desk.says(step, 80) if step else self.text(wanted, 80)

    def standing(self, group: Group) -> dict[str, str]:
        """A card's badge: how its finding stands, and why that may be."""
        line = self.desk.standings.of(group)
        if line is None:
            return {}
        until = [self.words.since_until.format(day=self.words.day(line.until))] if line.until else []
        return {
            "standing": line.standing.value,
            "standing_key": "accepted" if line.accepted else line.standing.value,
            "standing_label": self.words.accepted if line.accepted else self.words.standings[line.standing],
            "standing_why": self.text(self.words.comma.join([*([line.why] if line.why else []), *until])),
        }


def _merged(places: Iterable[Place]) -> Iterator[Place]:
    """What is the same on several pages, once with all their addresses: a footer, a script on every page."""
    same: dict[tuple[str, tuple[Said, ...]], list[Place]] = {}
    for place in places:
        same.setdefault((place.about, place.said), []).append(place)
    for alike in same.values():
        links = tuple(dict.fromkeys(link for place in alike for link in place.links))
        yield replace(alike[0], links=links, steps=alike[0].steps if len(alike) == 1 else "")


def _certainty(finding: Finding, words: Messages) -> str:
    if finding.verdict is Verdict.REVIEW:
        return words.review_certainty
    return words.unstable_certainty if finding.unstable else words.certainties[finding.certainty]
