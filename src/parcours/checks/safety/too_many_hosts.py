"""The way stays with few owners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.hosts import site_of
from parcours.facts.model import Hop
from parcours.facts.urls import place_of
from parcours.facts.way import after_customer
from parcours.trace import JourneyTrace

FAIR = 2  # the brand's own, and whoever counts the clicks


@journey_check(
    "safety/too-many-hosts",
    title="The way to the page stays with one owner, or two",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda trace: tuple(after_customer(page.navigation) for page in trace.pages if page.navigation),
    advice=Advice(
        do="Leave out the trackers between, or let your own host count the clicks.",
        links=("https://developer.chrome.com/docs/lighthouse/performance/redirects",),
    ),
    passes="https://go.example/x → https://shop.example/offer",
    fails="https://sho.rt/x → https://clicks.example/?c=1 → https://shop.example/offer",
)
def too_many_hosts(way: Sequence[Hop], _trace: JourneyTrace) -> Iterator[Problem]:
    """Each stranger on the way learns who follows the letter, may fail, and may one day belong to somebody else."""
    sites = tuple(dict.fromkeys(site_of(host) for hop in way if (host := place_of(hop.url).host)))
    if len(sites) > FAIR:
        yield Problem(f"The way leads over {len(sites)} owners' hosts: {' → '.join(sites)}")
