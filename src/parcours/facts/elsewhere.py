"""Whether an address leads different devices to different pages, from the ways that were tried."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from parcours.facts.hosts import site_of
from parcours.facts.model import Agent, Element, Hop, PageSnapshot, Way
from parcours.facts.urls import Kind, classify, place_of

NARROW = re.compile(r"max-(?:device-)?width|width\s*<|handheld", re.IGNORECASE)
NAMES: Mapping[Agent, str] = {"ios": "iPhone", "android": "Android", "desktop": "computer"}
# What a site puts before its host or its path where phones have pages of their own.
_MOBILE_HOST = re.compile(r"^(?:www|m|mobile|mobil|touch|wap|amp)\.")
_MOBILE_PART = re.compile(r"/(?:m|mobile|mobil|amp|touch|desktop)(?=/|$)")


def alternates(page: PageSnapshot) -> Iterator[Element]:
    """The links by which a page for desks names its page for phones."""
    for element in page.elements("link"):
        if "alternate" in element.attr("rel").lower().split() and NARROW.search(element.attr("media")):
            yield element


def _own(page: PageSnapshot) -> Sequence[Hop]:
    """The page's own way as far as the server led it; what scripts and refreshes did then, nobody else was asked."""
    return page.navigation[:1] + tuple(takewhile(lambda hop: hop.how == "http", page.navigation[1:]))


def own_end(page: PageSnapshot) -> Hop:
    """Where the server itself led the customer."""
    return _own(page)[-1] if page.navigation else Hop(page.url, page.status)


def redirected(page: PageSnapshot) -> bool:
    """True when the server led the customer on."""
    return len(_own(page)) > 1


def alike(one: str, other: str) -> bool:
    """True for two addresses of what may be one page, for two kinds of screens: queries and mobile parts aside."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> tuple[str, str]:
    place = place_of(url)
    path = _MOBILE_PART.sub("", place.path.lower())
    return _MOBILE_HOST.sub("", place.host), re.sub(r"/+$|/index\.\w+$", "", path)


def is_home(url: str) -> bool:
    """True for the root of a host and the root of a language: /, /fr/, /en-gb/index.html."""
    return bool(re.fullmatch(r"/(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w+|home/?)?", place_of(url).path.lower()))


def told_apart(page: PageSnapshot) -> Mapping[Agent, Way]:
    """The ways of the devices that the same address leads to another page of a site; none when chance may have done it.

    Left out are ways that were not answered, ended in an error, or led to a store or an app: each phone has its own.
    """
    own = own_end(page)
    control = next((way for way in page.elsewhere if way.agent == page.device.platform), None)
    if control is None or not alike(control.end.url, own.url) or not _is_page(own):
        return {}
    others = {way.agent: way for way in page.elsewhere if way is not control and _is_page(way.end)}
    return {agent: way for agent, way in others.items() if not alike(way.end.url, own.url)}


def _is_page(hop: Hop) -> bool:
    return 200 <= hop.status < 300 and classify(hop.url).kind is Kind.WEB


def deep_page(page: PageSnapshot) -> str:
    """The page that a computer is led to where this phone gets the home page of the same site; "" otherwise."""
    way, own = told_apart(page).get("desktop"), own_end(page).url
    if way is None or not is_home(own) or is_home(way.end.url):
        return ""
    same = site_of(place_of(own).host) == site_of(place_of(way.end.url).host)
    return way.end.url if same else ""


def careless(page: PageSnapshot) -> str:
    """The address whose answer depends on the device although caches may give it to all; "" when there is none."""
    control = next((way for way in page.elsewhere if way.agent == page.device.platform), None)
    for way in told_apart(page).values():
        assert control
        pairs = list(zip(control.hops, way.hops, strict=False))
        last = [one.url for one, other in takewhile(lambda pair: pair[0].url == pair[1].url, pairs)][-1:]
        if last and last[0] in (*control.kept, *way.kept):
            return last[0]
    return ""
