"""The place for messages that the brand speaks of is there, and one can write in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.facts.badges import leads_to_messages
from parcours.facts.model import PageSnapshot
from parcours.trace import JourneyTrace

FIELDS = frozenset({"textarea"})


def promised(trace: JourneyTrace) -> Iterable[JourneyTrace]:
    """The journey, where the scenario declares `promises: {inbox: true}` and a page was met."""
    return [trace] if trace.promises.inbox and trace.pages else []


@journey_check(
    "dialogue/inbox-present",
    title="Customers have a place for messages, and can write in it",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=promised,
    needs=("frames",),
    advice=Advice(
        do="Lead from every page of the customer's space to the messages, with a field to write in.",
        snippet='<a href="/messages">Messages</a> ... <label>Your message <textarea></textarea></label>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes="The account leads to the messages, where a field waits under the thread.",
    fails="Nothing in the account leads to messages, and no page has a field to write in.",
)
def inbox_present(_: JourneyTrace, trace: JourneyTrace) -> Iterator[Problem]:
    """A bank whose app is silent loses its customers to a messenger: what they cannot ask it, they ask others."""
    ways = [element for page in trace.pages for element in page.visible() if leads_to_messages(element)]
    if any(_can_write(page) for page in trace.pages):
        return
    blocked = any(step.ended == "blocked" for step in trace.steps)
    if ways:
        said = f"“{ways[0].name[:60]}” leads to the messages; no page of this journey had a field to write in"
        yield CannotTell(said, "not-opened") if blocked else Problem(said, "no-field")
    elif blocked:
        yield CannotTell("The journey ended before a place for messages could be met", "not-reached")
    else:
        count = len(trace.pages)
        pages = "the page that was met" if count == 1 else f"the {count} pages that were met"
        yield Problem(f"Nothing on {pages} leads to messages, which are promised", "missing")


def _can_write(page: PageSnapshot) -> bool:
    return any(element.tag in FIELDS or "contenteditable" in element.attrs for element in page.visible())
