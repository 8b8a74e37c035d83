"""What the customer lands on is a page, not a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.trace import JourneyTrace, StepTrace


def _arrivals(trace: JourneyTrace) -> Iterable[StepTrace]:
    """The first step, where it led to a page or to a PDF."""
    return [step for step in trace.steps[:1] if trace.pages or step.code == "page-pdf"]


@journey_check(
    "landing/pdf",
    title="The way leads to a page, not to a PDF",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=_arrivals,
    advice=Advice(
        do="Lead to a page that says the same on a phone's screen, and offer the PDF from there.",
        links=("https://www.nngroup.com/articles/pdf-unfit-for-human-consumption/",),
    ),
    passes="The code on the menu leads to a page with the dishes.",
    fails="The code on the menu leads to menu.pdf, made for paper.",
)
def pdf(arrival: StepTrace, trace: JourneyTrace) -> Iterator[Problem]:
    """A sheet of paper on a phone is read through a keyhole: one pinches and pushes, and can tap nothing on it."""
    if arrival.code == "page-pdf":
        url = trace.start.url
        yield Problem(f"The first thing that the customer gets is a PDF{f': {url}' if url else ''}", evidence=url)
