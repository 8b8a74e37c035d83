"""What is printed leads through a host of the brand's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.vendors import shortener as known
from parcours.trace import JourneyTrace


def _urls(trace: JourneyTrace) -> Iterable[str]:
    """Every address on the way to the landing page, once.

    Where the scenario names its hosts, redirect/host judges; where it says how long the print is valid, qr/lifetime.
    """
    if trace.start.hosts or (trace.start.artwork and trace.start.artwork.valid_until):
        return ()
    hops = tuple(hop.url for hop in trace.landing.navigation) if trace.landing else ()
    return dict.fromkeys(url for url in (trace.start.url, *hops) if url)


@journey_check(
    "redirect/shortener",
    title="The way leads through hosts of the brand's own",
    severity=Severity.NOTE,
    owner=Owner.WEB,
    looks_at=_urls,
    advice=Advice(
        do="Print a short address on a host of your own, and redirect it yourself.",
        snippet="Redirect 302 /spring https://shop.example/offers/spring?utm_source=letter",
        links=("https://www.ncsc.gov.uk/blog-post/qr-codes-whats-real-risk",),
    ),
    passes="https://shop.example/spring → https://shop.example/offers/spring",
    fails="https://bit.ly/3x → https://shop.example/offers/spring",
)
def shortener(url: str, _trace: JourneyTrace) -> Iterator[Problem]:
    """A stranger's host on the paper costs trust, shows what it likes, and one day may lead nowhere."""
    if host := known(url):
        yield Problem(f"The way leads through {host}, which is not yours: {url}", host)
