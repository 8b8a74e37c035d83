"""What the page is about is seen soon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.speed._profile import place, surer
from parcours.facts.geometry import Box
from parcours.facts.model import PageSnapshot, Vitals
from parcours.trace import JourneyTrace

# Core Web Vitals, in milliseconds. They are meant for phones in the field: what is slower than that on the machine of
# a test is slower still in the street.
GOOD = 2500
POOR = 4000


@dataclass(frozen=True)
class Largest:
    """The largest thing painted on the first screen, and when."""

    page: PageSnapshot
    vitals: Vitals
    address: str
    box: Box


def _largest(trace: JourneyTrace) -> Iterator[Largest]:
    for page in trace.pages:
        if page.main.vitals and page.main.vitals.lcp >= 0:
            yield _found(page, page.main.vitals, shown=page is trace.landing)


def _found(page: PageSnapshot, vitals: Vitals, *, shown: bool) -> Largest:
    """A journey's findings are shown on its first page: what lies on another one has no box there."""
    named = vitals.lcp_address if shown else ""
    element = next((e for e in page.main.elements if named and e.address == named), None)
    return Largest(page, vitals, vitals.lcp_address, element.box if element else Box(0, 0, 0, 0))


@journey_check(
    "speed/lcp",
    title="What the page is about is seen within 2.5 seconds",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.LOW,
    looks_at=_largest,
    advice=Advice(
        do="Let the first screen's picture and style be asked for first, small, and without a script before them.",
        snippet='<img src="/spring-780.webp" width="780" height="520" fetchpriority="high" alt="Spring boots">',
        links=("https://web.dev/articles/lcp", "https://web.dev/articles/optimize-lcp"),
    ),
    passes="The landing page's picture is seen after 1.4 s.",
    fails="The landing page's picture is seen after 4.2 s.",
    needs=("vitals",),
)
def lcp(found: Largest, _trace: JourneyTrace) -> Iterator[Problem]:
    """Whoever scans a code stands somewhere, phone in hand; a screen that stays white goes back into the pocket."""
    ms = found.vitals.lcp
    if ms > GOOD:
        # Near the border the machine's own load decides: worth knowing, and no verdict.
        severity = Severity.MINOR if ms > POOR else Severity.NOTE
        first = f"; something came after {found.vitals.fcp / 1000:.1f} s" if 0 <= found.vitals.fcp < ms else ""
        message = f"The largest thing on the screen came after {ms / 1000:.1f} s {place(found.page)}{first}"
        yield Problem(message, "", severity, surer(found.page, Certainty.LOW), evidence=found.page.url)
