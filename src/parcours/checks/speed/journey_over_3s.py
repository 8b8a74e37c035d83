"""From the scan to the page it takes three seconds at most."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.speed._profile import place, surer
from parcours.facts.way import Wait, landing_wait
from parcours.trace import JourneyTrace

PATIENCE = 3000  # milliseconds: half of the visits are given up beyond that, Google measured in 2016
LONG = 5000


def _wait(trace: JourneyTrace) -> tuple[Wait, ...]:
    wait = landing_wait(trace.landing) if trace.landing else None
    return (wait,) if wait else ()


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
def journey_over_3s(wait: Wait, trace: JourneyTrace) -> Iterator[Problem]:
    """Between the scan and the page the customer sees nothing of you, and most look on for three seconds at best."""
    if wait.ms > PATIENCE:
        severity = Severity.MINOR if wait.ms > LONG else Severity.NOTE
        hops = f", {wait.hops} redirects included" if wait.hops > 1 else ", a redirect included" if wait.hops else ""
        took = f"{wait.ms / 1000:.1f} s or more{hops}"
        assert trace.landing
        message = f"From the first address to the page it took {took}, {place(trace.landing)}"
        yield Problem(message, "", severity, surer(trace.landing, Certainty.LOW))
