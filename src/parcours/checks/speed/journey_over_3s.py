"""From the scan to the page it takes three seconds at most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.way import after_customer
from parcours.trace import JourneyTrace

PATIENCE = 3000  # milliseconds: half of the visits are given up beyond that, Google measured in 2016
LONG = 5000


class Wait(NamedTuple):
    """Milliseconds: `before` until the page's own navigation began, `seen` from there to its largest paint."""

    before: float
    seen: float
    hops: int

    @property
    def ms(self) -> float:
        """The whole wait, as far as it is known: what pages did before they sent the visitor on is not."""
        return self.before + self.seen


def _wait(trace: JourneyTrace) -> tuple[Wait, ...]:
    page = trace.landing
    vitals = page.main.vitals if page else None
    if page is None or vitals is None or max(vitals.lcp, vitals.fcp) < 0 or page.status >= 400:
        return ()
    way = after_customer(page.navigation)
    # The paint is counted from the last navigation's start, the redirects of that navigation included.
    begun = max((index for index, hop in enumerate(way) if hop.how != "http"), default=0)
    before = sum(max(hop.ms, 0) for hop in way[:begun])
    return (Wait(before, max(vitals.lcp, vitals.fcp), len(way) - 1),)


@journey_check(
    "speed/journey-over-3s",
    title="From the scan to the page it takes three seconds at most",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.LOW,
    looks_at=_wait,
    needs=("vitals",),
    advice=Advice(
        do="Print the address of the page itself, and make its first screen light.",
        links=("https://web.dev/articles/lcp", "https://developer.chrome.com/docs/lighthouse/performance/redirects"),
    ),
    passes="One redirect of 0.2 s, and the page is seen after 1.4 s.",
    fails="Two pages that send the visitor on, and the last one is seen after 3.2 s.",
)
def journey_over_3s(wait: Wait, _trace: JourneyTrace) -> Iterator[Problem]:
    """Between the scan and the page the customer sees nothing of you, and most look on for three seconds at best."""
    if wait.ms > PATIENCE:
        severity = Severity.MINOR if wait.ms > LONG else Severity.NOTE
        hops = f", {wait.hops} redirects included" if wait.hops > 1 else ", a redirect included" if wait.hops else ""
        took = f"{wait.ms / 1000:.1f} s or more{hops}"
        message = f"From the first address to the page it took {took}, on the machine that tested"
        yield Problem(message, severity=severity)
