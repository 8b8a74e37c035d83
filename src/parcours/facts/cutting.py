"""Texts that the boxes they stand in cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.facts import overflow
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts
from parcours.facts.offers import folded

SLACK = 0.5  # of the size of the text: room around the letters, which may go
LEAST_SEEN, LEAST_LOST = 0.05, 0.04  # of a line's width
LINES = 3  # a box that shows more of a text is a teaser, cut on purpose more often than not
MORE = re.compile(
    r"\b(?:more|plus|suite|deplier|afficher|mehr|weiter|anzeigen|mas|leer|altro|leggi|meer|expand|toggle|lire|voir|show|see)\b|\.\.\.|…"
)


class Loss(NamedTuple):
    """A text that its box cuts off.

    `side` is "side" or "below", `teaser` True where that may be meant, `opens` where something offers to show the rest.
    """

    address: str
    box: Box
    text: str
    side: str
    lost: float
    teaser: bool
    more: int = 0
    opens: bool = False


def losses(frame: FrameFacts) -> tuple[Loss, ...]:
    """The texts of a frame that their boxes cut off, in document order: one for each box."""
    return tuple(loss for loss in _losses(frame, clippers(frame)) if loss)


def clippers(frame: FrameFacts) -> set[int]:
    """Indexes of the boxes that cut off some of what they hold; the page itself is none."""
    return {i for i, e in enumerate(frame.elements) if "text-overflow" in e.styles and e.tag not in ("html", "body")}


def _losses(frame: FrameFacts, cutting: set[int]) -> Iterator[Loss | None]:
    """Each text that stands in a box that cuts off something, with what is lost of it."""
    cutter: list[int] = []  # for each element the innermost box around it that cuts, itself included
    told: set[int] = set()
    for index, element in enumerate(frame.elements):
        around = cutter[element.parent] if element.parent >= 0 else -1
        cutter.append(index if index in cutting else around)
        box = cutter[index]
        if box < 0 or box in told or not element.visible or element.inert or not _is_words(element):
            continue
        if loss := _loss(frame, element, frame.elements[box]):
            told.add(box)
            yield loss


def _is_words(element: Element) -> bool:
    return bool(element.ink) and sum(map(str.isalpha, element.text)) > 2


def _loss(frame: FrameFacts, element: Element, box: Element) -> Loss | None:
    assert element.ink
    if _is_meant(frame, element, box):
        return None
    text = element.text_box or element.box
    inside = element.shown.meet(box.shown) if element is box else element.shown
    seen = text.meet(inside)
    if not text.area or seen.width < text.width * LEAST_SEEN or not seen.area:
        return None  # moved out of sight as a whole: a picture stands for it, or it waits for its turn
    size = element.ink.size
    aside = max(text.right - inside.right, inside.x - text.x)
    # What the page's own sides cut is another rule's.
    within = inside.x > 1 or inside.right < frame.layout_width - 1
    if box.overflow_x in ("hidden", "clip") and within and aside > max(size * SLACK, text.width * LEAST_LOST):
        return Loss(element.address, element.box, element.text, "side", aside, teaser=False)
    under = text.bottom - inside.bottom
    if box.overflow_y in ("hidden", "clip") and under > size * SLACK and text.y < inside.bottom:
        opens = _can_open(frame, box)
        teaser = opens or inside.height > size * LINES
        return Loss(element.address, element.box, element.text, "below", under, teaser, opens=opens)
    return None


def _is_meant(frame: FrameFacts, element: Element, box: Element) -> bool:
    """True for what says that it goes on (an ellipsis, a number of lines), and for what moves."""
    chain = [element, *frame.ancestors(element)]
    for around in chain:
        ellipsis = around.styles.get("text-overflow", "clip") != "clip"
        if ellipsis or around.styles.get("-webkit-line-clamp", "none") not in ("none", ""):
            return True
        if overflow.is_carousel(around) or overflow.is_moved(around) or overflow.is_off_canvas(around):
            return True
    inner = chain[: chain.index(box)]
    placed = any(each.position == "absolute" for each in inner)  # slides, labels that appear when pointed at
    scrolls = any("auto" in (e.overflow_x, e.overflow_y) or "scroll" in (e.overflow_x, e.overflow_y) for e in inner)
    siblings = frame.children.get(element.parent, ()) if element is not box else ()
    alike = sum(1 for each in siblings if each.tag == element.tag and round(each.box.width) == round(element.box.width))
    in_a_row = alike > 1 and any(each.box.x != element.box.x for each in siblings)
    return placed or scrolls or in_a_row


def _can_open(frame: FrameFacts, box: Element) -> bool:
    """True when something in the box or beside it offers to show the rest."""
    siblings = frame.children.get(box.parent, ())
    near = (*siblings, *(inner for each in siblings for inner in frame.children.get(frame.indexes[id(each)], ())))
    return any(
        "aria-expanded" in each.attrs
        or (each.role in ("button", "link") and MORE.search(folded(each.name or each.text)))
        for each in (*near, *frame.below(box))
    )
