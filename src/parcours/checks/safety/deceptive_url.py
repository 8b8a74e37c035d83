"""The addresses on the way look like what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.hosts import disguise, is_private, is_public_number, readable
from parcours.facts.urls import Link, classify
from parcours.trace import JourneyTrace

PORTS = {"http": "80", "https": "443"}


def web_addresses(trace: JourneyTrace) -> Iterable[str]:
    """Every web address that the customer was led over, once, the first one first."""
    hops = [hop.url for page in trace.pages for hop in page.navigation]
    urls = (trace.start.url, *hops, *(page.url for page in trace.pages))
    return dict.fromkeys(url for url in urls if classify(url).is_web)


@journey_check(
    "safety/deceptive-url",
    title="The addresses on the way look like what they are",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=web_addresses,
    advice=Advice(
        do="Use a plain host name of your own, without a user name, a port, or letters of a second script.",
        links=(
            "https://chromium.googlesource.com/chromium/src/+/main/docs/idn.md",
            "https://www.unicode.org/reports/tr39/",
        ),
    ),
    passes="https://shop.example/offer, or https://café.example/",
    fails="https://shop.example@198.51.100.7/offer",
)
def deceptive_url(url: str, _trace: JourneyTrace) -> Iterator[Problem]:
    """Customers have learnt to distrust such addresses, browsers warn of them, and criminals use them for a reason."""
    link = classify(url)
    if link.userinfo:
        yield Problem(f"What stands before the @ is not the host: {url[:200]} leads to {link.host}", "user-name")
    if is_public_number(link.host):
        yield Problem(f"The address has a number for a host: {link.host}", "number", evidence=url)
    if why := disguise(link.host):
        yield Problem(
            f"The host {readable(link.host)} ({link.host}) is not what it seems: {why}", "letters", evidence=url
        )
    if _odd_port(link):
        message = f"The address names a port of its own ({link.host}:{link.port}), which many networks shut"
        yield Problem(message, "port", Severity.MINOR, evidence=url)


def _odd_port(link: Link) -> bool:
    return bool(link.port) and link.port != PORTS[link.scheme] and not is_private(link.host)
