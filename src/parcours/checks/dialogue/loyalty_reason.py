"""The reasons to be loyal that the brand gives can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.facts.reading import readable, same_words
from parcours.trace import JourneyTrace


def promised(trace: JourneyTrace) -> Iterable[str]:
    """The reasons that the scenario declares, where a page was met."""
    return trace.promises.loyalty if trace.pages else ()


@journey_check(
    "dialogue/loyalty-reason",
    title="The reasons to be loyal can be read on the way",
    severity=Severity.NOTE,
    owner=Owner.CARE,
    looks_at=promised,
    needs=("frames",),
    advice=Advice(
        do="Say on the page that customers meet what they gain by staying: points, a benefit, a price of their own.",
        links=("https://www.iso.org/standard/64739.html",),
    ),
    passes="The scenario declares “Résultat au bout de trois ans”, and a page says so.",
    fails="The scenario declares a benefit that no page of the journey speaks of.",
)
def loyalty_reason(reason: str, trace: JourneyTrace) -> Iterator[Problem]:
    """A benefit that no customer reads about on the way keeps nobody; it only costs."""
    if any(same_words(reason) in readable(page.visible()) for page in trace.pages):
        return
    if any(step.ended == "blocked" for step in trace.steps):
        yield CannotTell(f"The journey ended before “{reason[:80]}” could be met", "not-reached")
    else:
        yield Problem(f"“{reason[:80]}” stands on no page of the journey", "missing")
