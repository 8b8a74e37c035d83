"""The page is light enough for a phone on the move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.model import PageSnapshot, Request
from parcours.trace import JourneyTrace

# Lighthouse calls a page light up to 2,667 KiB, and flags it from 5,000 KiB on.
LIGHT = 2_667 * 1024
HEAVY = 5_000 * 1024
SLOW_4G = 1.6e6 / 8  # bytes a second
SHOWN = 5


def counted(request: Request) -> bool:
    """True for what was surely loaded whole: films and sounds are begun, and end when they like."""
    return request.status == 200 and not request.failed and request.kind != "media"


@journey_check(
    "speed/weight",
    title="The page is light enough for a phone on the move",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=lambda trace: tuple(page for page in trace.pages if any(map(counted, page.requests))),
    needs=("frames",),
    advice=Advice(
        do="Serve pictures in the phone's size and in a format of today, and leave out what nobody sees.",
        snippet='<img src="/s.webp" srcset="/s-390.webp 390w, /s-780.webp 780w" sizes="100vw" alt="Spring boots">',
        links=("https://developer.chrome.com/docs/lighthouse/performance/total-byte-weight",),
    ),
    passes="A landing page of 900 kB.",
    fails="A landing page with a picture of 6 MB.",
)
def weight(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """Where the customer opens the letter the network is slow, or paid by the megabyte."""
    loaded = [request for request in page.requests if counted(request)]
    total = sum(request.bytes for request in loaded)
    if total > LIGHT:
        severity = Severity.MAJOR if total > HEAVY else Severity.MINOR
        message = (
            f"The page weighs {total / 1e6:.1f} MB or more: {total / SLOW_4G:.0f} s on slow 4G. {_by_kind(loaded)}"
        )
        yield Problem(message, severity=severity, evidence=_heaviest(loaded))


def _by_kind(loaded: list[Request]) -> str:
    kinds: dict[str, int] = defaultdict(int)
    for request in loaded:
        kinds[request.kind] += request.bytes
    first = sorted(kinds.items(), key=lambda pair: -pair[1])[:3]
    return ", ".join(f"{kind} {size / 1e6:.1f} MB" for kind, size in first)


def _heaviest(loaded: list[Request]) -> str:
    first = sorted(loaded, key=lambda request: -request.bytes)[:SHOWN]
    return "\n".join(f"{request.bytes / 1e6:.1f} MB {request.url}" for request in first)
