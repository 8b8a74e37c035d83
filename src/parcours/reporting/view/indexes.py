"""The findings found again: by rule, and by page."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.findings import Verdict
from parcours.reporting.groups import Group
from parcours.reporting.messages import Messages
from parcours.reporting.messages.rules import translated
from parcours.reporting.view.desk import Desk
from parcours.reporting.view.model import Badge, IndexLine
from parcours.reporting.view.outcomes import mood


def by_rule(desk: Desk) -> Iterator[IndexLine]:
    """Each rule that found something, in alphabetical order, with what should hold."""
    found: dict[str, dict[int, Group]] = {}
    for group in desk.groups:
        found.setdefault(group.lead.rule, {})[group.number] = group
    for rule in sorted(found):
        lead = translated(next(iter(found[rule].values())).lead, desk.words.code)
        name, says = desk.text(rule, 80), desk.text(lead.title)
        yield IndexLine(name, name, says, desk.spoken(rule), None, _badges(found[rule], desk.words))


def by_page(desk: Desk) -> Iterator[IndexLine]:
    """Each page on which something was found, in the order of the findings; what is about no page comes last."""
    found: dict[str, dict[int, Group]] = {}
    for group in desk.groups:
        for sighting in group.sightings:
            found.setdefault(sighting.finding.where.url, {})[group.number] = group
    for url in sorted(found, key=lambda url: not url):
        link = desk.link(url) if url else None
        name = link.text if link else desk.words.no_page
        yield IndexLine(desk.page_key(url), name, "", desk.words.code, link, _badges(found[url], desk.words))


def badge_of(group: Group, words: Messages) -> Badge:
    """The group's number, in the colour and the shape of its card."""
    lead = group.lead
    doubt = lead.verdict is Verdict.REVIEW
    return Badge(group.number, mood(lead), words.review_certainty if doubt else words.severities[lead.severity])


def _badges(groups: dict[int, Group], words: Messages) -> tuple[Badge, ...]:
    return tuple(badge_of(groups[number], words) for number in sorted(groups))
