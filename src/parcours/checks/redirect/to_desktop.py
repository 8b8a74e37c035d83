"""A phone is sent to the mobile page that exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.elsewhere import NAMES, alternates, deep_page, own_end
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.urls import place_of

WIDER = 1.2  # times the screen: beyond that, the page was laid out for something else


@dataclass(frozen=True)
class Lost:
    """What a computer is led to by the address that leads this phone to the home page."""

    deep: str


def _subjects(page: PageSnapshot) -> Iterator[Element | Lost]:
    if not page.device.is_phone:
        return
    yield from alternates(page)
    if any(way.agent == "desktop" for way in page.elsewhere):
        yield Lost(deep_page(page))


@page_check(
    "redirect/to-desktop",
    title="A phone is sent to the mobile page that exists",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_subjects(page)),
    advice=Advice(
        do="Redirect phones to the mobile page, or make the one page fit every screen.",
        snippet='<link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.shop.example/offer">',
        links=(
            "https://developers.google.com/search/docs/crawling-indexing/mobile/mobile-sites-mobile-first-indexing",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width">'
    '<link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.shop.example/"><p>Bottes</p>',
    fails='<link rel="alternate" media="only screen and (max-width: 640px)" href="https://m.shop.example/"><p>Bottes</p>',
)
def to_desktop(subject: Element | Lost, page: PageSnapshot) -> Iterator[Problem]:
    """The brand has a page for phones, and its own letter leads phones past it, to the one that they cannot read."""
    if isinstance(subject, Lost):
        if subject.deep:
            said = f"The phone gets the home page ({page.url}) where a computer gets the page itself"
            yield Problem(f"{said}: {subject.deep}", "home", certainty=Certainty.MEDIUM, evidence=_table(page))
        return
    mobile = urljoin(page.url, subject.attr("href"))
    fits = page.main.layout_width <= page.device.width * WIDER
    if not mobile.startswith("http") or fits or _same(mobile, page.url):
        return
    yield Problem(f"The phone gets the page for desks ({page.url}); the one for phones is {mobile}", evidence=mobile)


def _table(page: PageSnapshot) -> str:
    return "\n".join((f"phone: {own_end(page).url}", *(f"{NAMES[w.agent]}: {w.end.url}" for w in page.elsewhere)))


def _same(one: str, other: str) -> bool:
    a, b = place_of(one), place_of(other)
    return (a.host, a.path, a.query) == (b.host, b.path, b.query)
