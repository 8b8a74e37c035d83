"""A phone gets a page that was made for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, FrameFacts, PageSnapshot

DESKTOP_WIDTH = 975  # CSS pixels: engines lay out 980 or 981 when nothing tells them the width
UNREADABLE = 8.0  # CSS pixels as seen
DESKTOP_LINKS = 25  # in the header, with nothing to fold them
TOGGLE = re.compile(
    r"burger|toggle|menu-?(?:button|btn|icon|trigger|open)|nav-?(?:button|btn|icon|trigger|open)|navbar-toggler",
    re.IGNORECASE,
)
WIDTH_QUERY = re.compile(r"width", re.IGNORECASE)


@page_check(
    "layout/desktop-served",
    title="A phone gets a page that was made for it",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=lambda page: page.frames[:1] if page.device.is_phone and any(True for _ in _texts(page)) else (),
    advice=Advice(
        do="Serve phones a responsive page, or send them on to the mobile page that exists.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=(
            "https://developers.google.com/search/docs/crawling-indexing/mobile/mobile-sites-mobile-first-indexing",
            "https://developer.mozilla.org/docs/Web/CSS/CSS_media_queries/Using_media_queries",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1"><p>Welcome</p>',
    fails="<p>Welcome</p>",
)
def desktop_served(frame: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """Someone scans the code on a letter and lands on the page for desks, too small to read and too wide to hold."""
    shape = list(_shape(frame, page))
    signs = [*shape, *_habits(frame)]
    if len(signs) < 2:
        return
    evidence = "; ".join(signs)
    if shape:
        yield Problem(f"This is the page for desks ({len(signs)} signs): {signs[0]}", evidence=evidence)
    else:
        yield CannotTell(
            "The page fits the phone, but is built like one for desks", severity=Severity.MINOR, evidence=evidence
        )


def _shape(frame: FrameFacts, page: PageSnapshot) -> Iterator[str]:
    """Signs that the visitor sees."""
    if frame.layout_width >= DESKTOP_WIDTH:
        yield f"laid out {frame.layout_width:.0f} px wide on a screen of {page.device.width} px"
    elif frame.content_width >= DESKTOP_WIDTH and frame.scale < 0.6:
        yield f"content {frame.content_width:.0f} px wide, shown at {frame.scale:.0%} of its size"
    size = _usual_size(page)
    if size < UNREADABLE:
        yield f"half of the text is seen at {size:.1f} px or less"


def _habits(frame: FrameFacts) -> Iterator[str]:
    """Signs of how it is built."""
    links = _header_links(frame)
    if links > DESKTOP_LINKS and not any(_is_toggle(element) for element in frame.elements):
        yield f"{links} links in the header and nothing to fold them"
    if not frame.opaque_sheets and not any(WIDTH_QUERY.search(query) for query in frame.media_queries):
        yield "no style asks how wide the screen is"


def _texts(page: PageSnapshot) -> Iterator[Element]:
    return (element for element in page.visible() if element.ink and element.length and not element.inert)


def _usual_size(page: PageSnapshot) -> float:
    """The median character's size as seen, in CSS pixels of the screen."""
    sizes: dict[float, int] = {}
    for element in _texts(page):
        assert element.ink
        sizes[element.ink.size] = sizes.get(element.ink.size, 0) + element.length
    # A character in ten is enough to find the median.
    return median(size for size, count in sizes.items() for _ in range(max(count // 10, 1))) * page.main.scale


def _header_links(frame: FrameFacts) -> int:
    """The visible links inside a header or a navigation."""
    heads: set[int] = set()
    count = 0
    for index, element in enumerate(frame.elements):
        if element.parent in heads or element.role in ("banner", "navigation"):
            heads.add(index)
            count += element.visible and element.tag == "a" and bool(element.attr("href"))
    return count


def _is_toggle(element: Element) -> bool:
    if not element.visible or not (
        element.tag in ("button", "a", "label", "summary", "input") or element.role == "button"
    ):
        return False
    said = f"{element.attr('class')} {element.attr('id')} {element.attr('aria-label')}"
    named = element.name.strip().lower() in {"menu", "menü", "menú", "☰", "≡"}
    return named or "aria-expanded" in element.attrs or bool(TOGGLE.search(said))
