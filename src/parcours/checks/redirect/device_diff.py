"""One address leads every device to the same page."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.elsewhere import NAMES, alike, careless, deep_page, own_end, told_apart
from parcours.facts.model import Agent, PageSnapshot
from parcours.trace import JourneyTrace

DEVICES: tuple[Agent, ...] = ("ios", "android", "desktop")


@journey_check(
    "redirect/device-diff",
    title="One address leads every device to the same page",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=lambda trace: (trace.landing,) if trace.landing and trace.landing.elsewhere else (),
    advice=Advice(
        do="Lead all devices to one page that fits every screen. Where the answer depends on who asks, tell caches so.",
        snippet="Vary: User-Agent\nCache-Control: private",
        links=(
            "https://developers.google.com/search/docs/crawling-indexing/mobile/mobile-sites-mobile-first-indexing",
            "https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Vary",
        ),
    ),
    passes="https://go.shop.example/1 leads an iPhone, an Android and a computer to https://shop.example/offer.",
    fails="It leads phones to /mobile-offer and computers to /offer, by a 301 that caches keep for all of them.",
)
def device_diff(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """Nobody tries a letter's code on every device: the page that was checked at a desk is not the one on the phone."""
    apart = told_apart(page)
    if not apart:
        return
    table = _table(page)
    deep = deep_page(page)  # where it is the phone alone that misses it, that is redirect/to-desktop's
    if not (deep and all(alike(way.end.url, deep) for way in apart.values())):
        ends = "; ".join(f"{NAMES[agent]}: {url}" for agent, url in _ends(page))
        yield CannotTell(f"The address leads to different pages. {ends}. Is that meant?", "differ", evidence=table)
    if url := careless(page):
        said = f"{url} answers phones and computers differently, and lets caches give one answer to all of them"
        yield Problem(f"{said}: Vary: User-Agent is missing", "vary", evidence=table)


def _ends(page: PageSnapshot) -> Iterator[tuple[Agent, str]]:
    known = {way.agent: way.end.url for way in page.elsewhere} | {page.device.platform: own_end(page).url}
    return ((agent, known[agent]) for agent in DEVICES if agent in known)


def _table(page: PageSnapshot) -> str:
    """A line for each device: every hop with its answer."""
    ways = {way.agent: way.hops for way in page.elsewhere} | {page.device.platform: page.navigation}
    lines = (
        (agent, " → ".join(f"{hop.url} {hop.status or '–'}" for hop in ways[agent]))
        for agent in DEVICES
        if agent in ways
    )
    return "\n".join(f"{NAMES[agent]}: {way}" for agent, way in lines)
