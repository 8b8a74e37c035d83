"""A count of unread messages is heard as well as seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.offers import folded

ROLES = {"link", "button", "tab", "menuitem"}
MESSAGES = re.compile(
    r"\b(?:messages?|messagerie|inbox|mailbox|mes echanges|boite de reception|nachrichten|posteingang|postfach|"
    r"mensajes|buzon|messaggi|posta in arrivo|berichten|postvak|notifications?|benachrichtigungen|notificaciones|"
    r"notifiche|meldingen)\b"
)
UNREAD = re.compile(
    r"\b(?:unread|new|non[- ]?lus?|nouveaux?|nouvelles?|ungelesene?\w*|neue?\w*|"
    r"sin leer|nuev\w*|non lett\w*|nuov\w*|ongelezen|nieuwe?)\b"
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
            if _leads_to_messages(element) and (count := _count(element, frame)):
                yield Badge(element, count, element.address, element.box.moved(*frame.offset))


def _leads_to_messages(element: Element) -> bool:
    if element.role not in ROLES or not element.visible or element.inert:
        return False
    marks = f"{element.name} {element.attr('title')} {element.attr('href')} {element.attr('aria-label')}"
    return bool(MESSAGES.search(re.sub(r"[/_\d]+", " ", folded(marks))))


def _count(element: Element, frame: FrameFacts) -> str:
    return next((p.text for p in frame.below(element) if p.visible and COUNT.fullmatch(p.text) and p.text != "0"), "")


@page_check(
    "dialogue/badge-ui",
    title="The count of unread messages is said as well as shown",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=badges,
    advice=Advice(
        do="Put the count and what it counts into the accessible name of the link to the messages.",
        snippet='<a href="/messages" aria-label="Messages, 3 unread">Messages <span aria-hidden="true">3</span></a>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/name-role-value.html",),
    ),
    passes='<a href="/messages" aria-label="Messages, 3 unread">Messages <span aria-hidden="true">3</span></a>',
    fails='<a href="/messages" aria-label="Messages">Messages <span>3</span></a>',
)
def badge_ui(badge: Badge, page: PageSnapshot) -> Iterator[Problem]:
    """A red 3 tells those who see it that their adviser has answered; those who listen to the page are told nothing."""
    name, number = badge.way.name, badge.shown.removesuffix("+")
    if not re.search(rf"(?<!\d){number}(?!\d)", name):
        yield Problem(f"“{name[:60]}” shows {badge.shown}, and is read out without it", "unheard")
    elif not UNREAD.search(folded(name)):
        yield Problem(
            f"“{name[:60]}” is read out without saying what {badge.shown} counts", "unsaid", severity=Severity.NOTE
        )
    titled = TITLE.match(page.title)
    if titled and "+" not in badge.shown and titled[1] != number:
        yield Problem(f"The title says {titled[0]}, the messages {badge.shown}", "title")
