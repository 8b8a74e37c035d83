"""A badge that a site puts on its icon is taken away again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.workers import clears, worker
from parcours.trace import JourneyTrace

SETS = re.compile(r"\bsetAppBadge\s*\(")


def setters(trace: JourneyTrace) -> Iterable[PageSnapshot]:
    """The first page of the journey that puts a badge on the icon, itself or by its worker."""
    return [page for page in trace.pages if _sets(page)][:1]


@journey_check(
    "dialogue/badge-api",
    title="A badge on the icon is taken away when all is read",
    severity=Severity.NOTE,
    owner=Owner.WEB,
    looks_at=setters,
    needs=("frames",),
    advice=Advice(
        do="Call navigator.clearAppBadge() when the customer has read the last message.",
        snippet="if (unread) navigator.setAppBadge(unread); else navigator.clearAppBadge();",
        links=("https://developer.mozilla.org/en-US/docs/Web/API/Badging_API",),
    ),
    passes="The service worker sets a badge, and the page with the messages clears it.",
    fails="The service worker sets a badge, and nothing on the way clears it.",
)
def badge_api(_: PageSnapshot, trace: JourneyTrace) -> Iterator[Problem]:
    """A number on the icon that never goes away soon means nothing, and news that matters goes unseen."""
    if not any(_clears(one) for one in trace.pages):
        # Scripts in files of their own are not read: one of them may do it.
        yield CannotTell("A badge is put on the site's icon, and nothing that was seen takes it away", "never-cleared")


def _sets(page: PageSnapshot) -> bool:
    seen = worker(page.app.worker)
    return _said(page.main, "badge") or bool(seen and seen.sets_badge) or any(map(SETS.search, page.main.scripts))


def _clears(page: PageSnapshot) -> bool:
    seen = worker(page.app.worker)
    return _said(page.main, "badge-cleared") or bool(seen and seen.clears_badge) or any(map(clears, page.main.scripts))


def _said(frame: FrameFacts, word: str) -> bool:
    return any(prompt.split(" ")[0] == word for prompt in frame.prompts)
