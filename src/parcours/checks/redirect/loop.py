"""The way to the page ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.model import PageSnapshot
from parcours.facts.way import loops
from parcours.trace import JourneyTrace, StepTrace


def _ways(trace: JourneyTrace) -> Iterable[StepTrace | PageSnapshot]:
    steps = (step for step in trace.steps if step.ended != "skipped")
    return (*steps, *(page for page in trace.pages if page.navigation))


@journey_check(
    "redirect/loop",
    title="The way to the page ends",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=_ways,
    advice=Advice(
        do="Look for two rules that send the visitor to one another: www and bare host, http and https, two languages.",
        links=("https://developer.mozilla.org/docs/Web/HTTP/Guides/Redirections#redirection_loops",),
    ),
    passes="The code leads to a page, with one redirect on the way.",
    fails="shop.example redirects to www.shop.example, and that one back again.",
)
def loop(way: StepTrace | PageSnapshot, trace: JourneyTrace) -> Iterator[Problem]:
    """The phone goes round in circles until it gives up, or the page never stands still."""
    if isinstance(way, PageSnapshot):
        if found := loops(way.navigation):
            url, count = found
            yield Problem(f"Pages send the visitor to {url} over and over ({count} times so far)", "page", evidence=url)
    elif way.code == "redirect-loop":
        url = trace.start.url if way.id == "start" else ""
        yield Problem(f"The address redirects for ever{f': {url}' if url else ''}", "http", evidence=way.reason)
    elif way.code == "redirect-invalid":
        yield Problem(
            "A redirect leads to an address that is none", "invalid", evidence=f"{trace.start.url}\n{way.reason}"
        )
