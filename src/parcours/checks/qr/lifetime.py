"""What is printed must lead somewhere until the last day that it is meant for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Artwork
from parcours.facts.model import Certificate
from parcours.facts.vendors import shortener
from parcours.trace import JourneyTrace

DAY = 86_400
# Certificates that live no longer than this are renewed by machines, month by month.
RENEWS_ITSELF = 100
# What runs out within this many days is safety/certificate's.
SOON = 21


def _dated(trace: JourneyTrace) -> Iterable[Artwork]:
    """The artwork, when the scenario says until when it is valid."""
    artwork = trace.start.artwork
    return (artwork,) if artwork and artwork.valid_until else ()


@journey_check(
    "qr/lifetime",
    title="What the printed code depends on lasts as long as the print",
    severity=Severity.MINOR,
    owner=Owner.PRINT,
    certainty=Certainty.MEDIUM,
    looks_at=_dated,
    advice=Advice(
        do="Print an address on a host of your own, and note who renews its certificate and when.",
        links=("https://www.w3.org/Provider/Style/URI",),
    ),
    passes="The code leads to a host of the brand's own, whose certificate renews itself.",
    fails="The code leads to a public shortener, and the offer is good for two years.",
)
def lifetime(artwork: Artwork, trace: JourneyTrace) -> Iterator[Problem]:
    """Paper lies in kitchens for months: a link that someone else lets lapse cannot be called back from there."""
    last = date.fromisoformat(artwork.valid_until)
    for host in _borrowed(artwork, trace):
        yield Problem(
            f"The print is valid until {_day(last)}, and leads through {host}, which is not yours: "
            "nobody promises that it will then still lead to you",
            f"borrowed-{host}",
        )
    for found, seen in _certificates(trace).items():
        ends = datetime.fromtimestamp(found.until, UTC)
        lives = (found.until - found.since) / DAY
        if lives > RENEWS_ITSELF and (ends - seen).total_seconds() > SOON * DAY and ends.date() < last:
            who = f"{found.subject}'s certificate" if found.subject else "The certificate"
            yield Problem(
                f"{who} runs out on {_day(ends)}, before the print's last day, {_day(last)}: renew it by then",
                "certificate",
                Severity.NOTE,
                owner=Owner.WEB,
            )


def _borrowed(artwork: Artwork, trace: JourneyTrace) -> Iterable[str]:
    """The public shorteners on the way, once each."""
    hops = [hop.url for hop in trace.landing.navigation] if trace.landing else []
    urls = [*(code.text.strip() for code in artwork.scanned), *hops]
    return dict.fromkeys(host for url in urls if (host := shortener(url)))


def _certificates(trace: JourneyTrace) -> dict[Certificate, datetime]:
    """Every certificate that was met, and when."""
    first: dict[Certificate, datetime] = {}
    for page in trace.pages:
        if page.certificate and page.taken_at:
            first.setdefault(page.certificate, datetime.fromisoformat(page.taken_at))
    return first


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
