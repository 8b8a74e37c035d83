"""The way to a human being is short: two taps, three screens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.inventory import Channel, Contact, has_menu, inventory
from parcours.facts.model import PageSnapshot
from parcours.facts.wording import counted

MOST_TAPS = 2
MOST_SCREENS = 3


class Way(NamedTuple):
    """The least that one way costs: taps, and screens to scroll."""

    taps: int
    screens: float
    contact: Contact


class Ways(NamedTuple):
    """All the ways from one page."""

    all: tuple[Way, ...]


def _ways(page: PageSnapshot) -> Iterable[Ways]:
    """What is hidden costs the tap on the menu; a page that leads on costs another one, at least."""
    menu = has_menu(page)
    found = [
        Way(1 + (contact.channel is Channel.PAGE) + (not contact.visible), contact.screens, contact)
        for contact in inventory(page)
        if contact.visible or menu
    ]
    return (Ways(tuple(found)),) if found else ()


@page_check(
    "contact/taps",
    title="Someone can be reached within two taps and three screens",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_ways,
    advice=Advice(
        do="Put a contact link, a telephone link or a chat at the top, or where it stays on the screen.",
        snippet='<header><a href="/contact">Contact</a> <a href="tel:+33123456789">01 23 45 67 89</a></header>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes='<meta name="viewport" content="width=device-width"><a href="/contact">Contact</a><p style="height:5000px">',
    fails='<meta name="viewport" content="width=device-width"><p style="height:5000px"></p><a href="/contact">Help</a>',
)
def taps(ways: Ways, _: PageSnapshot) -> Iterator[Problem]:
    """Every tap and every screen loses some of those who wanted to ask, and they were about to buy."""
    if any(way.taps <= MOST_TAPS and way.screens <= MOST_SCREENS for way in ways.all):
        return
    near = [way for way in ways.all if way.taps <= MOST_TAPS]
    if near:
        best = min(near, key=lambda way: way.screens)
        label = best.contact.label[:60]
        yield Problem(
            f"The nearest way to reach someone, “{label}”, is {counted(best.screens, 'screen')} down", "screens"
        )
    else:
        best = min(ways.all, key=lambda way: way.taps)
        label = best.contact.label[:60]
        yield Problem(
            f"It takes {counted(best.taps, 'tap')} or more to reach someone: the menu, “{label}”, and then", "taps"
        )
