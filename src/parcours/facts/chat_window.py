"""An open chat: the window that one writes in, whoever made it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.facts.chat import chats, launcher, panel, unknown_launcher
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.offers import folded

WIDE = 0.6  # of the screen: a narrower window is no place to write in on a phone

_FIELDS = frozenset({"text", "", "search"})
_LEADS = re.compile(r"\b(?:whatsapp|messenger|sms|e-?mail|telegram|messages?|conversation|discuter|chatter|chat)\b")


def way_in(page: PageSnapshot) -> Element | None:
    """What the customer taps to open a chat; None where there is none, or where it is open already."""
    known = (launcher(chat, page) for chat in chats(page) if not chat.vendor.dead)
    return next((found for found in known if found), None) or unknown_launcher(page)


def window(page: PageSnapshot) -> Box | None:
    """Where a chat that can be used stands, on the page: a panel with a field to write in, or with ways to write."""
    for box, inside in _panels(page):
        if any(_is_field(part) or _leads_on(part) for part in inside):
            return box
    return None


def _panels(page: PageSnapshot) -> Iterator[tuple[Box, tuple[Element, ...]]]:
    for chat in chats(page):
        if found := panel(chat, page):
            frame = page.frame_of[id(found)]
            yield page.on_page(found), (*frame.below(found), *_framed(page, frame, found))
    least = page.first_screen.width * WIDE
    for element in page.visible():
        floats = element.position == "fixed" or element.role in ("dialog", "alertdialog")
        if floats and element.shown.width >= least:
            frame = page.frame_of[id(element)]
            yield page.on_page(element), (*frame.below(element), *_framed(page, frame, element))


def _framed(page: PageSnapshot, frame: FrameFacts, above: Element) -> Iterator[Element]:
    """What the frames within an element show."""
    holders = {part.address for part in (above, *frame.below(above)) if part.tag == "iframe"}
    for inner in page.frames:
        if inner.address in holders and 0 <= inner.parent < len(page.frames) and page.frames[inner.parent] is frame:
            yield from inner.elements


def _is_field(part: Element) -> bool:
    written = part.tag == "textarea" or (part.tag == "input" and part.attr("type").lower() in _FIELDS)
    return part.visible and (written or "contenteditable" in part.attrs or part.role == "textbox")


def _leads_on(part: Element) -> bool:
    pressed = part.tag in ("a", "button") or part.role in ("button", "link")
    return part.visible and pressed and bool(_LEADS.search(folded(part.name or part.text)))
