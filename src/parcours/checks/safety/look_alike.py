"""No host on the way is one letter away from the brand's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.hosts import imitated
from parcours.facts.urls import place_of
from parcours.trace import JourneyTrace


def brands(trace: JourneyTrace) -> tuple[str, ...]:
    """The hosts that the scenario says are the brand's: `hosts:`, and that of `expect-url:`."""
    expected = place_of(trace.start.expect_url).host
    return (*trace.start.hosts, *((expected,) if expected else ()))


def _hosts(trace: JourneyTrace) -> Iterable[str]:
    if not brands(trace):
        return ()
    urls = (trace.start.url, *(hop.url for page in trace.pages for hop in page.navigation))
    return dict.fromkeys(host for url in urls if (host := place_of(url).host))


@journey_check(
    "safety/look-alike",
    title="No host on the way is taken for the brand's",
    severity=Severity.MAJOR,
    owner=Owner.PRINT,
    certainty=Certainty.MEDIUM,
    looks_at=_hosts,
    advice=Advice(
        do="Compare the printed address with your own, letter by letter, and have a fake host taken down.",
        links=("https://www.icann.org/resources/pages/udrp-2012-02-25-en",),
    ),
    passes="hosts: [chaussures.example], and the code leads to chaussures.example.",
    fails="hosts: [chaussures.example], and the code leads to chausures.example.",
)
def look_alike(host: str, trace: JourneyTrace) -> Iterator[Problem]:
    """A slip of the pen in print sends customers to whoever bought the misspelt name; paper cannot be called back."""
    if brand := imitated(host, brands(trace)):
        yield Problem(f"{host} is easily taken for {brand}, and is not it", evidence=host)
