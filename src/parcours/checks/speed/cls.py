"""What is on the screen stays where it is."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.speed._profile import surer
from parcours.facts.model import PageSnapshot
from parcours.trace import JourneyTrace

# Core Web Vitals: the share of the screen that moved, times how far, in the worst window of five seconds.
GOOD = 0.1
POOR = 0.25


@journey_check(
    "speed/cls",
    title="What is on the screen stays where it is",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=lambda trace: tuple(page for page in trace.pages if page.main.vitals),
    advice=Advice(
        do="Give pictures, frames and banners their size before they come.",
        snippet='<img src="/spring.webp" width="780" height="520" alt="Spring boots">',
        links=("https://web.dev/articles/cls", "https://web.dev/articles/optimize-cls"),
    ),
    passes="The page loads, and nothing moves.",
    fails="A banner comes late and pushes the page down by 300 pixels.",
    needs=("vitals",),
)
def cls(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """The customer aims at a button, the page jumps, and the thumb lands on something else."""
    shift = page.main.vitals.cls if page.main.vitals else 0
    if shift > GOOD:
        severity = Severity.MAJOR if shift > POOR else Severity.MINOR
        message = f"The page jumps while it loads: layout shift {shift:.2f}, where {GOOD:g} is good"
        yield Problem(message, "", severity, surer(page, Certainty.MEDIUM), evidence=page.url)
