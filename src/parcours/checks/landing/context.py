"""What the paper promised stands on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.reading import readable, same_words
from parcours.trace import JourneyTrace


def promised(trace: JourneyTrace) -> Iterable[str]:
    """The promise, where there is one and a page to look for it on."""
    landing = trace.landing
    return [trace.start.expect_text] if trace.start.expect_text and landing and landing.status < 400 else []


def first_screen(page: PageSnapshot) -> Iterator[Element]:
    """What is seen before scrolling."""
    return (element for element in page.visible() if page.on_page(element).meet(page.first_screen).area)


@journey_check(
    "landing/context",
    title="What the paper promised stands on the first screen",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=promised,
    needs=("frames",),
    advice=Advice(
        do="Repeat the offer in the words of the letter at the top of the page that it leads to.",
        links=("https://support.google.com/google-ads/answer/6167118",),
    ),
    passes="The letter says “Spring boots”, and so does the page's headline.",
    fails="The letter says “Spring boots”, and the page speaks of the company's history.",
)
def context(promise: str, trace: JourneyTrace) -> Iterator[Problem]:
    """People who scan a code look for the words that made them scan it; a page without them seems the wrong one."""
    page = trace.landing
    assert page
    if same_words(promise) in readable(first_screen(page)):
        return
    if same_words(promise) in readable(page.visible()):
        yield Problem(f"“{promise}” stands below the first screen only", "below", severity=Severity.MINOR)
    else:
        yield Problem(f"The page does not say “{promise}”, which the customer came for", "missing")
