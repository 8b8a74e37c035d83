"""The site's certificate is one that phones trust."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.trace import JourneyTrace, StepTrace

# What the browser said of the connection, as the step's code has it.
FAULTS = {
    "site-tls-expired": ("expired", "The site's certificate has expired"),
    "site-tls-name": ("name", "The site's certificate is another host's"),
    "site-tls": ("untrusted", "The site has no certificate that a phone would trust"),
}


@journey_check(
    "landing/tls",
    title="The site's certificate is one that phones trust",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=lambda trace: tuple(step for step in trace.steps if step.ended != "skipped"),
    advice=Advice(
        do="Renew the certificate for every host on the way, and let it renew itself from now on.",
        links=("https://letsencrypt.org/docs/integration-guide/",),
    ),
    passes="Every host on the way has a valid certificate.",
    fails="The landing page's certificate expired yesterday.",
)
def tls(step: StepTrace, trace: JourneyTrace) -> Iterator[Problem]:
    """Instead of the offer, the phone shows a warning that the connection is not private; people turn back there."""
    if step.code in FAULTS:
        aspect, message = FAULTS[step.code]
        url = trace.start.url if step.id == "start" else ""
        yield Problem(f"{message}{f': {url}' if url else ''}", aspect, evidence=step.reason)
