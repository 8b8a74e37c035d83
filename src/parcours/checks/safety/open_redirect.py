"""Nobody else can decide where the brand's addresses lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.hosts import site_of
from parcours.facts.urls import classify, place_of
from parcours.facts.way import after_customer
from parcours.trace import JourneyTrace

TARGETS = re.compile(
    r"(?:redirect|return|target|dest(?:ination)?|goto|next|continue|callback|forward|out|link|to|u|url|uri|r)"
    r"(?:_?(?:url|uri|to|path|link))?",
    re.IGNORECASE,
)
# What is signed, or known by its number, cannot be changed by just anyone.
SIGNED = re.compile(
    r"(?:sig|sign|signature|hash|hmac|mac|h|s|token|checksum|digest|auth|key|kid|exp|expires)", re.IGNORECASE
)


class Carried(NamedTuple):
    """An address that holds the next one in its query."""

    url: str
    name: str
    target: str


def _carried(trace: JourneyTrace) -> Iterator[Carried]:
    """The hops whose query holds the address that they led to, on another site."""
    for page in trace.pages:
        for hop, after in pairwise(after_customer(page.navigation)):
            yield from _held(hop.url, after.url)


def _held(url: str, led_to: str) -> Iterator[Carried]:
    place, next_host = place_of(url), place_of(led_to).host
    for name, value in place.query.items():
        link = classify(value)
        if not TARGETS.fullmatch(name) or not link.is_web or link.host != next_host:
            continue
        if site_of(link.host) != site_of(place.host):
            yield Carried(url, name, value)


@journey_check(
    "safety/open-redirect",
    title="Nobody else can decide where the brand's addresses lead",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.LOW,
    looks_at=_carried,
    advice=Advice(
        do="Redirect by a number that your server knows, sign the target, or allow your own hosts only.",
        links=("https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html",),
    ),
    passes="https://shop.example/go?id=7 → https://partner.example/",
    fails="https://shop.example/go?url=https://partner.example/ → https://partner.example/",
)
def open_redirect(carried: Carried, _trace: JourneyTrace) -> Iterator[Problem]:
    """An address of yours that leads wherever its sender likes is what fraudsters look for to write in your name."""
    if any(SIGNED.fullmatch(name) for name in place_of(carried.url).query if name != carried.name):
        return
    host = place_of(carried.url).host
    message = f"{host} leads to whatever “{carried.name}” holds, unless it checks: {carried.target[:200]}"
    yield CannotTell(message, carried.name.lower(), evidence=carried.url)
