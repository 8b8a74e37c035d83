"""The customer stays on the hosts that the scenario names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.hosts import imitated
from parcours.facts.urls import place_of
from parcours.trace import JourneyTrace


def visited(trace: JourneyTrace) -> Iterable[str]:
    """Every host on the way, once, where the scenario says which ones are right."""
    if not trace.start.hosts:
        return []
    urls = [hop.url for page in trace.pages for hop in page.navigation] + [page.url for page in trace.pages]
    return dict.fromkeys(host for url in urls if (host := place_of(url).host))


def allowed(host: str, patterns: Iterable[str]) -> bool:
    """True when the host is named, or lies below a `*.host`."""
    return any(host == p or (p.startswith("*.") and host.endswith(p[1:])) for p in patterns)


@journey_check(
    "redirect/host",
    title="The journey stays on the hosts that it should",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=visited,
    advice=Advice(
        do="Lead the customer straight to your own host, or add the host to the scenario's `hosts:`.",
        links=("https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html",),
    ),
    passes="hosts: [shop.example], and every hop is on shop.example.",
    fails="hosts: [shop.example], and the code goes through short.example.",
)
def host(found: str, trace: JourneyTrace) -> Iterator[Problem]:
    """A host that nobody expected costs the customer's trust, and may be somebody else's tomorrow."""
    # A host that is taken for the brand's own is safety/look-alike's.
    if not allowed(found, trace.start.hosts) and not imitated(found, trace.start.hosts):
        yield Problem(f"The customer is led to {found}, which the scenario does not name", found)
