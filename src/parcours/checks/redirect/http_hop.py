"""Every hop of the way is encrypted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.model import Hop
from parcours.facts.urls import classify
from parcours.facts.way import in_the_clear
from parcours.trace import JourneyTrace

# Channels whose own rules judge the address that they hold.
OWN_RULES = frozenset({"qr", "nfc", "sms"})


class Way(NamedTuple):
    """The hops to one page; `coded` when a code, a tag or a text message holds the first address."""

    hops: Sequence[Hop]
    coded: bool


def _ways(trace: JourneyTrace) -> Iterator[Way]:
    for index, page in enumerate(trace.pages):
        if page.navigation:
            yield Way(page.navigation, coded=index == 0 and trace.start.channel in OWN_RULES)


@journey_check(
    "redirect/http-hop",
    title="Every hop of the way is encrypted",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=_ways,
    advice=Advice(
        do="Use https addresses on paper, in mails and in every redirect.",
        snippet="Redirect 301 / https://shop.example/",
        links=("https://web.dev/articles/why-https-matters",),
    ),
    passes="https://go.example/x → https://shop.example/offer",
    fails="https://go.example/x → http://shop.example/offer → https://shop.example/offer",
)
def http_hop(way: Way, _trace: JourneyTrace) -> Iterator[Problem]:
    """In a station's or a café's network, anyone can read an unencrypted hop and send the customer elsewhere."""
    open_hops = [index for index, hop in enumerate(way.hops) if in_the_clear(hop.url)]
    if not open_hops:
        return
    urls = "\n".join(hop.url for hop in way.hops)
    last = len(way.hops) - 1
    if last in open_hops:
        yield Problem(f"The page itself is not encrypted: {way.hops[last].url}", "page", evidence=urls)
        return
    downs = [index for index in open_hops if index and classify(way.hops[index - 1].url).scheme == "https"]
    if downs:
        here = way.hops[downs[0]]
        yield Problem(f"A redirect leads from https back to http: {here.url}", "downgrade", evidence=urls)
    elif open_hops != [0]:
        yield Problem(f"A redirect goes through http: {way.hops[open_hops[-1]].url}", "hop", evidence=urls)
    elif not way.coded:  # what a code holds is the code's own fault
        yield Problem(f"The way begins with http: {way.hops[0].url}", "entry", evidence=urls)
