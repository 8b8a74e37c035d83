"""The page answers a tap while it loads."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.speed._profile import place, surer
from parcours.facts.model import PageSnapshot
from parcours.trace import JourneyTrace

# Lighthouse's borders for phones, in milliseconds. https://web.dev/articles/tbt
GOOD = 200
POOR = 600


@journey_check(
    "speed/tbt",
    title="The page answers a tap while it loads",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.LOW,
    looks_at=lambda trace: tuple(page for page in trace.pages if page.main.vitals and page.main.vitals.fcp >= 0),
    advice=Advice(
        do="Load fewer scripts, later, and in smaller pieces.",
        snippet='<script src="/chat.js" defer></script>',
        links=("https://web.dev/articles/tbt", "https://web.dev/articles/optimize-long-tasks"),
    ),
    passes="Scripts take 80 ms while the page loads.",
    fails="Scripts take a second while the page loads.",
    needs=("vitals",),
)
def tbt(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """A page that is seen and does not answer looks broken: people tap again, and twice where once was meant."""
    ms = page.main.vitals.blocked if page.main.vitals else 0
    if ms > GOOD:
        severity = Severity.MINOR if ms > POOR else Severity.NOTE
        message = f"Scripts kept the page from answering for {ms:,.0f} ms while it loaded, {place(page)}"
        yield Problem(message, "", severity, surer(page, Certainty.LOW), evidence=page.url)
