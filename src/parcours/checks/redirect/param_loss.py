"""What the letter's address says about where the customer comes from arrives at the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.model import Hop
from parcours.facts.urls import place_of
from parcours.facts.way import after_customer
from parcours.trace import JourneyTrace

# Names that analytics and advertising give to the source of a visit.
SOURCE = re.compile(
    r"utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium|content)|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|ttclid|"
    r"twclid|li_fat_id|epik|sccid|irclickid|mc_[ce]id|_hsenc|_hsmi|mkt_tok|vero_id|xtor|at_(?:medium|campaign)",
    re.IGNORECASE,
)


def _ways(trace: JourneyTrace) -> Iterator[Sequence[Hop]]:
    """The way to the landing page, where it led to one and some hop says where the customer comes from."""
    page = trace.landing
    if page and page.status < 400 and len(way := after_customer(page.navigation)) > 1 and any(map(_said, way)):
        yield way


def _said(hop: Hop) -> dict[str, str]:
    return {name: value for name, value in place_of(hop.url).query.items() if value and SOURCE.fullmatch(name)}


@journey_check(
    "redirect/param-loss",
    title="Redirects keep what says where the customer comes from",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_ways,
    advice=Advice(
        do="Hand the query on in every redirect.",
        snippet="return 301 https://shop.example/offers/spring$is_args$args;",
        links=("https://support.google.com/analytics/answer/10917952",),
    ),
    passes="https://go.example/x?utm_source=letter → https://shop.example/offer?utm_source=letter",
    fails="https://go.example/x?utm_source=letter → https://shop.example/offer",
)
def param_loss(way: Sequence[Hop], _trace: JourneyTrace) -> Iterator[Problem]:
    """Without them nobody knows that the letter worked, and the next one will not be printed."""
    last = place_of(way[-1].url)
    lost = {
        name: value
        for hop in way[:-1]
        for name, value in _said(hop).items()
        if name not in last.query and name not in last.fragment
    }
    if lost:
        names = ", ".join(sorted(lost))
        yield Problem(f"{names} did not arrive at the page: {way[-1].url}", evidence="\n".join(hop.url for hop in way))
