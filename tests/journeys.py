"""Journeys made by hand, for what the lab's pages cannot do: redirects, failures, hand-offs."""

from __future__ import annotations

from typing import Any

from parcours.facts.model import Device, FrameFacts, Hop, PageSnapshot, Request, Vitals
from parcours.trace import JourneyTrace, Start, StepTrace

PHONES = {"iphone": Device(), "android": Device(name="android", title="Android", platform="android")}


def hops(*urls: str, how: str = "http", status: int = 200) -> tuple[Hop, ...]:
    """The way by these addresses: each redirects to the next one, or sends on by `how`."""
    last = len(urls) - 1
    asked = 200 if how != "http" else 302
    return tuple(Hop(u, status if i == last else asked, 100, how if i else "http") for i, u in enumerate(urls))


def led(*urls: str, start: Start | None = None, how: str = "http", **page: Any) -> JourneyTrace:
    """A journey that these addresses led to its first page."""
    way = hops(*urls, how=how, status=page.get("status", 200))
    met = PageSnapshot(url=urls[-1], navigation=way, **{"status": 200, **page})
    begun = start or Start(url=urls[0])
    return JourneyTrace(start=begun, steps=(StepTrace("start", "link", urls[0], page=0),), pages=(met,))


def left(url: str, phone: str = "iphone") -> JourneyTrace:
    """A journey whose first address led out of the browser."""
    step = StepTrace("start", "qr", "", away=url)
    return JourneyTrace(device=PHONES[phone], start=Start("qr", "https://go.example/x"), steps=(step,))


def painted(*vitals: Vitals | None, way: tuple[Hop, ...] | None = None, **page: Any) -> JourneyTrace:
    """A journey over pages that came up like this."""
    url = "https://shop.example/"
    pages = tuple(
        PageSnapshot(url=url, status=200, navigation=way or hops(url), frames=(FrameFacts(url=url, vitals=v, **page),))
        for v in vitals
    )
    return JourneyTrace(start=Start(url=url), pages=pages, facets=frozenset({"frames", "vitals"}))


def asking(*requests: Request) -> JourneyTrace:
    """A journey to a page that asks for these files."""
    page = PageSnapshot(url="https://shop.example/", status=200, requests=requests)
    return JourneyTrace(pages=(page,), facets=frozenset({"frames"}))
