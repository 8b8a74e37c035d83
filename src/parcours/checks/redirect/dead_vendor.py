"""No link depends on a service that was switched off."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, Hop, PageSnapshot
from parcours.facts.urls import classify, place_of
from parcours.facts.vendors import GOOGL, Ended, ended


def _links(page: PageSnapshot) -> Iterator[Hop | Element]:
    """Every hop, and every link on the page that can be tapped and leads to another host."""
    yield from page.navigation
    here = place_of(page.url).host
    for element in page.visible("a", "area"):
        if element.attr("href") and classify(element.attr("href"), page.url).host not in ("", here):
            yield element


@page_check(
    "redirect/dead-vendor",
    title="No link depends on a service that was switched off",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=_links,
    advice=Advice(
        do="Lead the link through a host of your own, and reprint or replace whatever carries the old one.",
        links=(
            "https://firebase.google.com/support/dynamic-links-faq",
            "https://developers.google.com/business-communications/business-messages",
        ),
    ),
    passes='<a href="https://shop.example/app">The app</a><a href="https://other.example/">A friend</a>',
    fails='<a href="https://shop.page.link/app">The app</a>',
    needs=(),
    error_pages=True,
)
def dead_vendor(link: Hop | Element, page: PageSnapshot) -> Iterator[Problem]:
    """The address is printed, the service behind it is gone: whoever follows it meets an error of somebody else."""
    on_way = isinstance(link, Hop)
    url = link.url if isinstance(link, Hop) else classify(link.attr("href"), page.url).text
    severity = Severity.BLOCKER if on_way else Severity.MAJOR
    where = "The way goes" if on_way else "A link goes"
    if end := ended(url):
        yield Problem(f"{where} through {_told(end)}: {url}", _slug(end), severity, evidence=end.source)
    elif place_of(url).host == "goo.gl":
        # What answers still was kept for being in use; nobody can change where it leads.
        message = f"{where} through {_told(GOOGL)}, save for links in use: {url}"
        works = isinstance(link, Hop) and 300 <= link.status < 400
        yield Problem(message, _slug(GOOGL), Severity.MINOR if works or not on_way else severity, Certainty.MEDIUM)


def _told(end: Ended) -> str:
    return f"{end.name}, switched off on {end.since}"


def _slug(end: Ended) -> str:
    return {"Firebase Dynamic Links": "firebase", "Google Business Messages": "business-messages"}.get(
        end.name, "goo-gl"
    )
