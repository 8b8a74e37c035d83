"""A count of unread messages is heard as well as seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.badges import TITLE, Badge, badges
from parcours.facts.model import PageSnapshot
from parcours.facts.offers import folded

UNREAD = re.compile(
    r"\b(?:unread|new|non[- ]?lus?|nouveaux?|nouvelles?|ungelesene?\w*|neue?\w*|"
    r"sin leer|nuev\w*|non lett\w*|nuov\w*|ongelezen|nieuwe?)\b"
)


@page_check(
    "dialogue/badge-ui",
    title="The count of unread messages is said as well as shown",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=badges,
    advice=Advice(
        do="Put the count and what it counts into the accessible name of the link to the messages.",
        snippet='<a href="/messages" aria-label="Messages, 3 unread">Messages <span aria-hidden="true">3</span></a>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/name-role-value.html",),
    ),
    passes='<a href="/messages" aria-label="Messages, 3 unread">Messages <span aria-hidden="true">3</span></a>',
    fails='<a href="/messages" aria-label="Messages">Messages <span>3</span></a>',
)
def badge_ui(badge: Badge, page: PageSnapshot) -> Iterator[Problem]:
    """A red 3 tells those who see it that their adviser has answered; those who listen to the page are told nothing."""
    name, number = badge.way.name, badge.shown.removesuffix("+")
    if not re.search(rf"(?<!\d){number}(?!\d)", name):
        yield Problem(f"“{name[:60]}” shows {badge.shown}, and is read out without it", "unheard")
    elif not UNREAD.search(folded(name)):
        yield Problem(
            f"“{name[:60]}” is read out without saying what {badge.shown} counts", "unsaid", severity=Severity.NOTE
        )
    titled = TITLE.match(page.title)
    if titled and "+" not in badge.shown and titled[1] != number:
        yield Problem(f"The title says {titled[0]}, the messages {badge.shown}", "title")
