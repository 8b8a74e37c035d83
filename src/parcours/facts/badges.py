"""Counts of what is new: on the way to the messages, in the page's title, on the site's icon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.offers import folded

ROLES = {"link", "button", "tab", "menuitem"}
MESSAGES = re.compile(
    r"\b(?:messages?|messagerie|inbox|mailbox|mes echanges|boite de reception|nachrichten|posteingang|postfach|"
    r"mensajes|buzon|messaggi|posta in arrivo|berichten|postvak|notifications?|benachrichtigungen|notificaciones|"
    r"notifiche|meldingen)\b"
)
COUNT = re.compile(r"\d{1,3}\+?")
TITLE = re.compile(r"^\((\d{1,3})\+?\)")


class Badge(NamedTuple):
    """A way to the messages, and the count that is drawn on it."""

    way: Element
    shown: str
    address: str
    box: Box


def badges(page: PageSnapshot) -> Iterator[Badge]:
    """Every visible link or button to messages that shows a number of its own."""
    for frame in page.frames:
        for element in () if frame.hidden else frame.elements:
            if leads_to_messages(element) and (count := _count(element, frame)):
                yield Badge(element, count, element.address, element.box.moved(*frame.offset))


def leads_to_messages(element: Element) -> bool:
    """True for a link or a button, visible and usable, whose words or address speak of messages."""
    if element.role not in ROLES or not element.visible or element.inert:
        return False
    marks = f"{element.name} {element.attr('title')} {element.attr('href')} {element.attr('aria-label')}"
    return bool(MESSAGES.search(re.sub(r"[/_\d]+", " ", folded(marks))))


def _count(element: Element, frame: FrameFacts) -> str:
    return next((p.text for p in frame.below(element) if p.visible and COUNT.fullmatch(p.text) and p.text != "0"), "")


def counts(page: PageSnapshot) -> Iterator[tuple[str, int]]:
    """Every count that the customer is shown on the page: where, and how many. Nought is none."""
    if titled := TITLE.match(page.title):
        yield f"the page's title, {titled[0]}", int(titled[1])
    for badge in badges(page):
        name = badge.way.name or badge.way.text or badge.way.attr("href")
        yield f"“{name[:60]}”", int(badge.shown.removesuffix("+"))


def on_the_icon(page: PageSnapshot) -> int | None:
    """The number that the page put on the site's icon last (Badging API), 0 when it took it away; None when neither.

    A dot without a number is -1.
    """
    found: int | None = None
    for prompt in page.main.prompts:
        word, _, rest = prompt.partition(" ")
        if word == "badge":
            said = rest.rpartition(" ")[2]
            found = int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else -1
        elif word == "badge-cleared":
            found = 0
    return found
