"""The whole report, put together from its parts."""

from __future__ import annotations

from collections.abc import Iterable

import parcours
from parcours.findings import Severity, Verdict
from parcours.reporting import scores
from parcours.reporting.groups import DEPARTMENTS, Group
from parcours.reporting.messages import Messages
from parcours.reporting.messages.walks import run_in
from parcours.reporting.run import Run
from parcours.reporting.trend import trend
from parcours.reporting.view.annex import Document, versions
from parcours.reporting.view.cards import Cards
from parcours.reporting.view.chain import tried
from parcours.reporting.view.desk import Desk
from parcours.reporting.view.first import to_do_first
from parcours.reporting.view.head import Head
from parcours.reporting.view.indexes import by_page, by_rule
from parcours.reporting.view.model import Card, Choice, Term, View
from parcours.reporting.view.overview import Overview
from parcours.reporting.view.since import since
from parcours.reporting.view.stories import Stories
from parcours.reporting.view.unchecked import Leftovers


def build(run: Run, words: Messages) -> View:
    """The report of a run in that language."""
    desk = Desk(run_in(run, words.code), words, tried(run.results))
    head, stories, leftovers = Head(desk), Stories(desk), Leftovers(desk)
    told = tuple(stories.stories())  # first: it finds the anchors that cards point to
    maker = Cards(desk)
    cards = {group.number: maker.card(group) for group in desk.groups}
    certain = [group for group in desk.groups if group.lead.verdict is Verdict.FAILED]
    departments = tuple(maker.departments([cards[group.number] for group in certain]))
    idle = [words.departments[o] for o in DEPARTMENTS if o not in {department.owner for department in departments}]
    verdict, mood = head.verdict()
    return View(
        lang=words.code,
        title=words.title,
        sites=head.sites(),
        date=head.date(),
        mood=mood,
        verdict=verdict,
        summary=tuple(head.summary()),
        tiles=head.tiles(),
        engines=tuple(head.engines()),
        first=tuple(cards[group.number] for group in to_do_first(certain)),
        columns=tuple(desk.columns.values()),
        rows=tuple(Overview(desk).rows()),
        stories=told,
        stories_more=stories.more(),
        departments=departments,
        nothing_for=words.nothing_for.format(departments=words.listed(idle)) if idle else "",
        reviews=tuple(cards[group.number] for group in desk.groups if group.lead.verdict is Verdict.REVIEW),
        unchecked=tuple(leftovers.unchecked()),
        held=leftovers.held(),
        device_choices=tuple(Choice(desk.key(i), name) for i, name in enumerate(desk.columns.values())),
        severity_choices=tuple(_severities(desk.groups, words)),
        version=desk.text(str(run.head.get("parcours") or parcours.__version__), 40),
        since=tuple(since(desk, run)),
        since_notes=tuple(desk.text(note) for one in desk.run.comparison.scenarios for note in one.notes),
        trend=trend(run.history, words),
        brands=tuple(scores.Cards(run.results, words, desk.text, desk.devices, desk.journeys).cards()),
        compared=head.compared(),
        map=stories.chains.map(),
        standing_choices=tuple(_standings(cards.values())),
        journey_choices=tuple(Choice(desk.journey_key(scenario), name) for scenario, name in desk.journeys.items()),
        by_rule=tuple(by_rule(desk)),
        by_page=tuple(by_page(desk)),
        versions=tuple(versions(desk)),
        document=Document(run),
        glossary=tuple(Term(words.glossary_words[key], means) for key, means in words.glossary.items()),
    )


def _standings(cards: Iterable[Card]) -> list[Choice]:
    """The standings that there are, to choose from."""
    known = {card.standing_key: card.standing_label for card in cards if card.standing_key}
    return [Choice(key, label) for key, label in known.items()]


def _severities(groups: tuple[Group, ...], words: Messages) -> list[Choice]:
    """The severities that there are, to choose from."""
    return [Choice(s, words.severities[s]) for s in Severity if any(group.lead.severity is s for group in groups)]
