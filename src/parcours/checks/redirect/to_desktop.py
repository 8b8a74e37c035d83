"""A phone is sent to the mobile page that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.urls import place_of

NARROW = re.compile(r"max-(?:device-)?width|width\s*<|handheld", re.IGNORECASE)
WIDER = 1.2  # times the screen: beyond that, the page was laid out for something else


def _alternates(page: PageSnapshot) -> Iterator[Element]:
    """The links by which a page for desks names its page for phones."""
    if not page.device.is_phone:
        return
    for element in page.elements("link"):
        if "alternate" in element.attr("rel").lower().split() and NARROW.search(element.attr("media")):
            yield element


@page_check(
    "redirect/to-desktop",
    title="A phone is sent to the mobile page that exists",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=_alternates,
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
def to_desktop(link: Element, page: PageSnapshot) -> Iterator[Problem]:
    """The brand has a page for phones, and its own letter leads phones past it, to the one that they cannot read."""
    mobile = urljoin(page.url, link.attr("href"))
    fits = page.main.layout_width <= page.device.width * WIDER
    if not mobile.startswith("http") or fits or _same(mobile, page.url):
        return
    yield Problem(f"The phone gets the page for desks ({page.url}); the one for phones is {mobile}", evidence=mobile)


def _same(one: str, other: str) -> bool:
    a, b = place_of(one), place_of(other)
    return (a.host, a.path, a.query) == (b.host, b.path, b.query)
