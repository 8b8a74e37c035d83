"""The certificate outlives the campaign's next weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.model import PageSnapshot
from parcours.facts.wording import counted
from parcours.trace import JourneyTrace

DAY = 86_400
SOON = 21  # days: certificates of 90 days that renew themselves do so a month before
SHARE = 3  # those that live for days renew themselves when a third of their life is left


def _certified(trace: JourneyTrace) -> Iterable[PageSnapshot]:
    """The first page that came with each certificate."""
    first: dict[object, PageSnapshot] = {}
    for page in trace.pages:
        if page.certificate and page.taken_at:
            first.setdefault(page.certificate, page)
    return first.values()


@journey_check(
    "safety/certificate",
    title="The certificate does not run out in the next weeks",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_certified,
    advice=Advice(
        do="Renew the certificate now, and let it renew itself from now on.",
        links=("https://letsencrypt.org/docs/integration-guide/",),
    ),
    passes="The certificate is good for two months.",
    fails="The certificate is good for two weeks.",
)
def certificate(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """On the day it runs out, the code on every letter leads to a warning that the connection is not private."""
    found = page.certificate
    assert found
    now = datetime.fromisoformat(page.taken_at)
    until = datetime.fromtimestamp(found.until, UTC)
    days = (until - now).total_seconds() / DAY
    soon = min(SOON, (found.until - found.since) / DAY / SHARE)
    if days < soon:
        who = f"{found.subject}'s certificate" if found.subject else "The certificate"
        severity = Severity.MAJOR if days < soon / SHARE else Severity.MINOR
        message = (
            f"{who} runs out in {counted(round(max(days, 0)), 'day')}, on {until:%d %B %Y} "
            f"(made by {found.issuer or 'nobody known'})"
        )
        yield Problem(message, severity=severity)
