"""Whether a script puts other telephone numbers in place of the page's own: for information."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.model import PageSnapshot
from parcours.facts.urls import place_of

# Call tracking: the host that its script comes from, and the names that the script makes.
HOSTS = {
    "callrail.com": "CallRail", "tctm.co": "CallTrackingMetrics", "invocacdn.com": "Invoca", "invoca.net": "Invoca",
    "freespee.com": "Freespee", "responsetap.com": "ResponseTap", "infinity-tracking.net": "Infinity",
    "infinity-tracking.com": "Infinity", "iovox.com": "iovox", "dialogtech.com": "DialogTech",
    "whatconverts.com": "WhatConverts", "ringba.com": "Ringba", "delacon.com.au": "Delacon", "matelso.de": "matelso",
    "calltracks.com": "Calltracks", "mediahawk.co.uk": "Mediahawk",
}  # fmt: skip
GLOBALS = {
    "CallTrk": "CallRail", "CallTrkSwap": "CallRail", "crwpVer": "CallRail", "__ctm": "CallTrackingMetrics",
    "__ctm_loaded": "CallTrackingMetrics", "InvocaTagId": "Invoca", "Invoca": "Invoca",
}  # fmt: skip


class Swapper(NamedTuple):
    """One product, and how it is known."""

    name: str
    sign: str
    sure: bool


def _swappers(page: PageSnapshot) -> Iterable[Swapper]:
    found: dict[str, Swapper] = {}
    for request in page.requests:
        host = place_of(request.url).host if request.kind == "script" else ""
        name = next((name for known, name in HOSTS.items() if host == known or host.endswith("." + known)), "")
        if name:
            found.setdefault(name, Swapper(name, host, sure=0 < request.status < 400))
    for known in page.main.globals:
        if name := GLOBALS.get(known, ""):
            found[name] = Swapper(name, f"window.{known}", sure=True)
    return found.values()


@page_check(
    "contact/tel-swap",
    title="Telephone numbers that a script changes, for information",
    severity=Severity.NOTE,
    owner=Owner.CARE,
    looks_at=_swappers,
    advice=Advice(
        do="Mask the numbers on this page when two visits are compared, and test the one that is dialled.",
        links=("https://apidocs.callrail.com/#swap-js",),
    ),
    passes='<meta name="viewport" content="width=device-width"><a href="tel:+33123456789">01 23 45 67 89</a>',
    fails='<meta name="viewport" content="width=device-width"><script>window.CallTrkSwap = function () {}</script>',
)
def tel_swap(swapper: Swapper, _: PageSnapshot) -> Iterator[Problem]:
    """The number that a customer sees is rented for a campaign: it differs from visit to visit, and may expire."""
    said = f"{swapper.name} changes the page's telephone numbers ({swapper.sign})"
    yield Problem(said, swapper.name.lower(), certainty=None if swapper.sure else Certainty.MEDIUM)
