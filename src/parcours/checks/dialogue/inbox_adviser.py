"""The adviser that the brand speaks of is named, and can be reached from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.facts.badges import leads_to_messages
from parcours.facts.inventory import inventory, offered
from parcours.facts.model import PageSnapshot
from parcours.facts.reading import readable, same_words
from parcours.trace import JourneyTrace


def promised(trace: JourneyTrace) -> Iterable[str]:
    """The adviser's name or role, where the scenario declares one and a page was met."""
    return [trace.promises.adviser] if trace.promises.adviser and trace.pages else []


@journey_check(
    "dialogue/inbox-adviser",
    title="The adviser has a name, and can be reached",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=promised,
    needs=("frames",),
    advice=Advice(
        do="Show the adviser's name and picture in the customer's space, with a way to write or call beside them.",
        snippet='<h2>Camille Berthier</h2> <a href="/messages">Write</a> <a href="tel:+33123456789">Call</a>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes="The page with the messages names Camille Berthier, with a field to write to her.",
    fails="No page of the customer's space names the adviser.",
)
def inbox_adviser(adviser: str, trace: JourneyTrace) -> Iterator[Problem]:
    """People stay with somebody they know; an adviser without a name and a way to be reached is a slogan."""
    named = [page for page in trace.pages if same_words(adviser) in readable(page.visible())]
    if any(_reaches(page) for page in named):
        return
    if named:
        yield Problem(f"“{adviser}” is named, with no way to write or to call on the same page", "no-way")
    elif any(step.ended == "blocked" for step in trace.steps):
        yield CannotTell(f"The journey ended before “{adviser}” could be met", "not-reached")
    else:
        yield Problem(f"“{adviser}”, who is promised, is named on no page of the journey", "missing")


def _reaches(page: PageSnapshot) -> bool:
    return bool(offered(inventory(page))) or any(e.tag == "textarea" or leads_to_messages(e) for e in page.visible())
