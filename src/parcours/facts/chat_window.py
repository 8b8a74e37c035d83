"""An open chat: the window that one writes in, whoever made it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.facts.chat import PANEL, chats, floats, launcher, panel, unknown_launcher
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


def open_window(before: PageSnapshot, after: PageSnapshot) -> Element | None:
    """What opened over the page since: a chat's window, or anything that floats and is as large; None when nothing."""
    for chat in chats(after):
        if window := panel(chat, after):
            return window
    known = {element.address for element in before.main.elements if element.visible}
    screen = after.first_screen
    least = screen.width * PANEL[0], screen.height * PANEL[1]
    new = (e for e in after.main.elements if e.visible and e.address not in known)
    big = (e for e in new if e.shown.width >= least[0] and e.shown.height >= least[1])
    return next((e for e in big if floats(e, after)), None)


def window_parts(page: PageSnapshot, window: Element) -> tuple[tuple[Element, ...], bool]:
    """All that can be seen in an open window, what its frames hold included; False when one of them cannot be read."""
    home = page.frame_of[id(window)]
    found = [part for part in (window, *home.below(window)) if part.visible]
    at = page.frames.index(home)
    waiting = [(at, part.address) for part in found if part.tag == "iframe"]
    whole = True
    while waiting:
        parent, address = waiting.pop()
        inner = [i for i, frame in enumerate(page.frames) if frame.parent == parent and frame.address == address]
        whole = whole and bool(inner)
        for index in inner:
            seen = [part for part in page.frames[index].elements if part.visible]
            found += seen
            waiting += [(index, part.address) for part in seen if part.tag == "iframe"]
    return tuple(found), whole


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
