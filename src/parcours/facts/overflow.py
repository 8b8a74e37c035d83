"""What reaches past the sides of a page, and what is meant to: carousels, menus waiting off the screen."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot

TOLERANCE = 1.0  # CSS pixels: engines round

# Class names and ids of carousel libraries, and what people call their own.
_CAROUSEL = re.compile(
    r"(?:^|[\s_-])(?:swiper|slick|carousel|caroussel|karussell|carrousel|slider|slideshow|slides?|owl|splide|glide|flickity|embla"
    r"|keen|tns|siema|bx|bxslider|flexslider|rslides|lightslider|marquee|ticker|newsticker|diaporama|coverflow|rotator|scroller)"
    r"(?:$|[\s_-]|\d)|carousel|swiper|slider|slideshow",
    re.IGNORECASE,
)
# Menus, drawers and dialogs that wait beside the page.
_OFF_CANVAS = re.compile(
    r"off-?canvas|drawer|side-?(?:bar|nav|menu)|mobile-?(?:menu|nav)|(?:menu|nav)-?(?:mobile|panel|drawer|overlay)|burger|mmenu|slideout",
    re.IGNORECASE,
)
ENDLESS = 1e9  # CSS pixels
ROW = 3  # as many boxes of one size in a row are a band to swipe, or a grid that broke
CELLS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"})


@dataclass(frozen=True)
class Sides:
    """The sides of a frame's layout viewport. Scrolling is possible past `end` only: right, or left in RTL pages."""

    width: float
    rtl: bool = False

    def past_end(self, box: Box) -> float:
        """By how many pixels a box reaches past the side that a page can scroll to; 0 or less when it does not."""
        return -box.x if self.rtl else box.right - self.width

    def past_start(self, box: Box) -> float:
        """The same for the side that no scrolling reaches."""
        return box.right - self.width if self.rtl else -box.x

    def crossed(self, box: Box) -> bool:
        """True when the box is partly on the page and partly past one of its sides."""
        inside = box.x < self.width - TOLERANCE and box.right > TOLERANCE
        return inside and max(self.past_end(box), self.past_start(box)) > TOLERANCE


def sides(frame: FrameFacts) -> Sides:
    """The frame's sides, with its direction of writing as its html or body element says it."""
    return Sides(frame.layout_width, any(element.attr("dir").lower() == "rtl" for element in _roots(frame)))


def _roots(frame: FrameFacts) -> tuple[Element, ...]:
    return tuple(element for element in frame.elements[:200] if element.tag in ("html", "body"))


def hides_sideways(frame: FrameFacts) -> bool:
    """True when html or body is told to hide what reaches past the page's sides."""
    return any(element.overflow_x in ("hidden", "clip") for element in _roots(frame))


def scrolls_by(frame: FrameFacts) -> float:
    """By how many pixels the page can be pushed sideways; 0 when it cannot."""
    over = frame.content_width - frame.layout_width
    return 0.0 if hides_sideways(frame) or over <= TOLERANCE else over


def is_unstyled(page: PageSnapshot) -> bool:
    """True when a style sheet could not be loaded: what a visitor sees may then be laid out differently."""
    return any(request.kind == "stylesheet" and (request.failed or request.status >= 400) for request in page.requests)


def is_carousel(element: Element) -> bool:
    """True when an element names itself a carousel, a slide or a ticker."""
    said = f"{element.attr('class')} {element.attr('id')} {element.attr('aria-roledescription')}"
    return element.tag == "marquee" or bool(_CAROUSEL.search(said))


def is_off_canvas(element: Element) -> bool:
    """True when an element names itself a menu or a drawer beside the page."""
    return bool(_OFF_CANVAS.search(f"{element.attr('class')} {element.attr('id')}"))


def in_scroller(frame: FrameFacts, element: Element) -> bool:
    """True when something around the element, below the page itself, scrolls it sideways."""
    around = frame.ancestors(element)
    return any(above.overflow_x in ("auto", "scroll") and above.tag not in ("html", "body") for above in around)


def is_moved(element: Element) -> bool:
    """True when a transform has moved the element (known of those that leave the page's sides)."""
    return element.styles.get("transform", "none") not in ("none", "matrix(1, 0, 0, 1, 0, 0)", "")


def reach(element: Element) -> Box:
    """The element's box as drawn, with its text where that runs out of it and nothing cuts it."""
    box, text = element.shown, element.text_box
    if text is None or element.overflow_x != "visible" or box != element.box:
        return box
    x, right = min(box.x, text.x), max(box.right, text.right)
    return Box(x, box.y, right - x, box.height)


@dataclass(frozen=True)
class Overflow:
    """An element that makes the page wider than the phone: the widest of its kind.

    `over` is in CSS pixels. `alike` counts siblings that do the same. `cause` is a hint in words. `more`
    counts the places that were left out after this one.
    """

    element: Element
    over: float
    cause: str = ""
    alike: int = 0
    more: int = 0

    @property
    def address(self) -> str:
        """The element's address."""
        return self.element.address

    @property
    def box(self) -> Box:
        """The element's box; overflows are of the page itself."""
        return self.element.box


def overflows(frame: FrameFacts, most: int = 12) -> tuple[Overflow, ...]:
    """What widens the page, widest first: one for each chain of elements inside one another, `most` at most."""
    if scrolls_by(frame) <= 0:
        return ()
    edge = sides(frame)
    past = {
        index: over
        for index, element in enumerate(frame.elements)
        if (over := _widens(frame, element, edge)) > TOLERANCE
    }
    tops: dict[int, int] = {}  # index of a culprit -> index of the outermost one around it
    widest: dict[int, int] = {}
    for index, over in past.items():
        top = tops[index] = _top(frame, index, tops)
        if top not in widest or over > past[widest[top]] + TOLERANCE:
            widest[top] = index
    rows: dict[int, list[int]] = {}
    for top, index in widest.items():
        rows.setdefault(frame.elements[top].parent, []).append(index)
    found = (_overflow(frame, indexes, past) for indexes in rows.values())
    every = sorted(found, key=lambda overflow: -overflow.over)
    if len(every) > most:
        every[most - 1] = replace(every[most - 1], more=len(every) - most)
    return tuple(every[:most])


def unseen(frame: FrameFacts) -> Element | None:
    """The widest element that widens the page though nobody sees it: a hidden menu, say. None when there is none."""
    edge = sides(frame)
    hidden = (
        element
        for element in frame.elements
        if not (element.visible and not element.inert)
        and edge.past_end(element.shown) > TOLERANCE
        and element.shown.area
    )
    still = (e for e in hidden if e.position != "fixed" and e.tag not in ("html", "body") and not in_scroller(frame, e))
    return max(still, key=lambda element: edge.past_end(element.shown), default=None)


def _widens(frame: FrameFacts, element: Element, edge: Sides) -> float:
    if not element.visible or element.inert or element.tag in ("html", "body"):
        return 0.0
    over = edge.past_end(reach(element))
    if over <= TOLERANCE or element.position == "fixed" or in_scroller(frame, element):
        return 0.0
    return 0.0 if any(above.position == "fixed" for above in frame.ancestors(element)) else over


def _top(frame: FrameFacts, index: int, tops: dict[int, int]) -> int:
    parent = frame.elements[index].parent
    while parent >= 0:
        if parent in tops:
            return tops[parent]
        parent = frame.elements[parent].parent
    return index


def _overflow(frame: FrameFacts, indexes: list[int], past: dict[int, float]) -> Overflow:
    index = max(indexes, key=lambda at: past[at])
    element = frame.elements[index]
    return Overflow(element, past[index], cause(frame, element), len(indexes) - 1)


WIDE_TAGS = {
    "img": "a picture without max-width: 100%",
    "video": "a video without max-width: 100%",
    "iframe": "a frame of fixed width",
    "table": "a table wider than the screen",
    "pre": "text that may not wrap",
    "object": "an object of fixed width",
    "embed": "an embed of fixed width",
    "canvas": "a canvas of fixed width",
    "svg": "a drawing of fixed width",
    "input": "a field of fixed width",
    "select": "a list of fixed width",
    "textarea": "a field of fixed width",
}


def cause(frame: FrameFacts, element: Element) -> str:
    """Why an element may be that wide, in words; "" when nothing shows it."""
    if hint := _own_cause(frame, element):
        return hint
    edge = sides(frame)
    inner = (
        part
        for part in frame.below(element)
        if part.box.area and abs(edge.past_end(part.box) - edge.past_end(element.box)) <= 2
    )
    for part in inner:
        if hint := _own_cause(frame, part):
            return f"{hint}, inside it"
    return ""


PADDING = 64  # CSS pixels: what boxes around one usually take of the page's width
BORDERS = 8  # CSS pixels
_LENGTH = re.compile(r"(?:^|[;\s])(min-)?width\s*:\s*(\d+(?:\.\d+)?)(px|vw|em|rem|%)", re.IGNORECASE)


def _own_cause(frame: FrameFacts, element: Element) -> str:
    styles = element.styles
    least = re.fullmatch(r"(\d+(?:\.\d+)?)px", styles.get("min-width", ""))
    if least and float(least[1]) > frame.layout_width:
        return f"min-width: {least[1]}px"
    # Narrower ones were not too wide: they stand too far to the side.
    if element.box.width + PADDING >= frame.layout_width and (hint := _sized(element)):
        return hint
    if styles.get("white-space") in ("nowrap", "pre"):
        return f"white-space: {styles['white-space']}"
    return _placing(frame, element)


def _sized(element: Element) -> str:
    found = _LENGTH.search(element.attr("style"))
    if found and found[3] in ("%", "vw"):
        return f"{found[1] or ''}width: {found[2]}{found[3]} plus a margin or an offset"
    if found:
        return f"{found[1] or ''}width: {found[2]}{found[3]} in its style"
    said = re.fullmatch(r"\s*(\d{1,5})(?:px)?\s*", element.attr("width"))
    if said and abs(float(said[1]) - element.box.width) <= BORDERS:
        return f'width="{said[1]}" in its markup'
    return WIDE_TAGS.get(element.tag, "")


def _placing(frame: FrameFacts, element: Element) -> str:
    styles = element.styles
    for side in ("margin-left", "margin-right"):
        if styles.get(side, "").startswith("-"):
            return f"a negative margin ({side}: {styles[side]})"
    if is_moved(element):
        return "a transform that moves it"
    if element.text_box is not None and element.text_box.width > element.box.width + TOLERANCE:
        size = element.ink.size if element.ink else 16.0
        # A character is about half as wide as it is high.
        longest = max((len(word) for word in element.text.split()), default=0) * size / 2
        return (
            "a long word or address that cannot break"
            if longest > element.box.width * 0.8
            else "text that may not wrap"
        )
    if abs(element.box.width - frame.layout_width) <= 2 and element.position == "static":
        return "the full width plus a margin or an offset"
    return ""


CONTROLS = frozenset({"button", "input", "select", "textarea", "summary"})
SLIDE = 0.8  # of the window: a row of boxes as wide as that is swiped, one at a time
LEAST_CUT = 0.1  # of a control's width
THUMB = 44  # CSS pixels, Apple's least size of a target


@dataclass(frozen=True)
class Cut:
    """An element that is cut off at a side of the page, with what a visitor loses of it.

    `share` is the part of its text that is lost, by the width of its lines. `controls` are the links,
    buttons and fields that are cut. `band` is True when it may be a band to swipe.
    """

    element: Element
    share: float
    text: str
    controls: tuple[Element, ...]
    band: bool

    @property
    def address(self) -> str:
        """The element's address."""
        return self.element.address

    @property
    def box(self) -> Box:
        """The element's box; cuts are of the page itself."""
        return self.element.box


def cuts(frame: FrameFacts) -> tuple[Cut, ...]:
    """The elements whose text or controls are cut off at a side of the page, in document order."""
    return _Cutter(frame).found()


class _Cutter:
    """One walk over a frame's elements; keeps what the questions below share."""

    def __init__(self, frame: FrameFacts) -> None:
        self.frame = frame
        self.edge = sides(frame)
        self.stuck = scrolls_by(frame) <= 0
        self.rows: dict[int, Counter[tuple[int, int]]] = {}

    def found(self) -> tuple[Cut, ...]:
        tops: dict[int, int] = {}
        for index, element in enumerate(self.frame.elements):
            above = tops.get(element.parent, -1)
            if above >= 0:
                tops[index] = above
            elif self.crosses(element):
                tops[index] = index
        parts: dict[int, list[Element]] = {}
        for index, top in tops.items():
            parts.setdefault(top, []).append(self.frame.elements[index])
        made = (self.cut(self.frame.elements[top], inside) for top, inside in parts.items())
        return tuple(cut for cut in made if cut)

    def crosses(self, element: Element) -> bool:
        """True when part of the element is past a side, where nobody can scroll to."""
        if not element.visible or element.inert or element.tag in ("html", "body"):
            return False
        line = element.text_box if element.text_box and element.overflow_x == "visible" else None
        if not (self.edge.crossed(element.box) or (line and self.edge.crossed(line))):
            return False
        fixed = element.position == "fixed"
        trimmed = element.box.width - element.shown.width > TOLERANCE
        before = max(self.edge.past_start(element.box), self.edge.past_start(line) if line else 0.0) > TOLERANCE
        return (fixed or trimmed or before or self.stuck) and not in_scroller(self.frame, element)

    def cut(self, top: Element, inside: list[Element]) -> Cut | None:
        window = self.window(top)
        total = lost = 0.0
        words: list[str] = []
        controls: list[Element] = []
        band = False
        for part in inside:
            if not part.box.area or part.inert or in_scroller(self.frame, part):
                continue
            fraction = _outside(part.text_box or part.box, window) if part.length else 0.0
            total += part.length
            control = _is_control(part) and self.loses(part, window)
            if not (fraction or control):
                continue
            excuse = self.excuse(part, window)
            if excuse == "meant":
                continue
            band = band or excuse == "band"
            lost += part.length * fraction
            words += [part.text] if fraction else []
            controls += [part] if control else []
        if not words and not controls:
            return None
        return Cut(top, lost / total if total else 0.0, " … ".join(words[:3]), tuple(controls), band)

    def loses(self, control: Element, window: Box) -> bool:
        """True when enough of a control is gone. A picture that links does its work as long as a thumb finds it."""
        gone = _outside(control.box, window)
        if control.tag == "a" and not self.frame.full_text(control):
            return gone * control.box.width > 0 and (1 - gone) * control.box.width < THUMB
        return gone >= LEAST_CUT

    def window(self, top: Element) -> Box:
        """What can be seen of an element, sideways; where the page can be pushed, to its end."""
        first, last = 0.0, self.edge.width
        x, right = max(top.shown.x, first), min(top.shown.right, last)
        if self.goes_on(top):
            first, last = (-ENDLESS, last) if self.edge.rtl else (first, ENDLESS)
            x, right = (first, right) if self.edge.rtl else (x, last)
        if top.text_box and top.shown == top.box:
            x, right = max(min(x, top.text_box.x), first), min(max(right, top.text_box.right), last)
        return Box(x, 0, max(right - x, 0.0), 1)

    def goes_on(self, top: Element) -> bool:
        """True where the page can be pushed to what lies past its end, and nothing before that cuts it off."""
        ends = top.shown.x == top.box.x if self.edge.rtl else top.shown.right == top.box.right
        if self.stuck or top.position == "fixed" or not ends:
            return False
        return all(
            around.overflow_x == "visible"
            for around in (top, *self.frame.ancestors(top))
            if around.tag not in ("html", "body")
        )

    def excuse(self, part: Element, window: Box) -> str:
        """Why a part may stand outside on purpose: "meant" for sure, "band" perhaps, "" when nothing says so."""
        away = part.box.x >= window.right or part.box.right <= window.x
        if away and part.box.width <= TOLERANCE:
            return "meant"
        said = ""
        for around in (part, *self.frame.ancestors(part)):
            if around.tag in ("html", "body"):
                break
            if is_carousel(around) or is_off_canvas(around) or is_moved(around):
                return "meant"
            if away and around.position in ("absolute", "fixed") and _outside(around.box, window) >= 1:
                return "meant"
            said = said or self.row(around, window)
            if said == "meant":
                return said
        return said

    def row(self, element: Element, window: Box) -> str:
        """What a row of siblings of one width looks like: "meant" when each fills the window, "band" when not."""
        if element.tag in CELLS or element.parent < 0 or not element.box.area:
            return ""
        if element.parent not in self.rows:
            siblings = self.frame.children.get(element.parent, ())
            self.rows[element.parent] = Counter((round(s.box.width), round(s.box.y)) for s in siblings if s.box.area)
        many = self.rows[element.parent][round(element.box.width), round(element.box.y)]
        if many >= 2 and element.box.width >= SLIDE * window.width:
            return "meant"
        return "band" if many >= ROW else ""


def _is_control(element: Element) -> bool:
    return element.tag in CONTROLS or element.role == "button" or (element.tag == "a" and "href" in element.attrs)


def _outside(box: Box, window: Box) -> float:
    """Which part of a box's width lies outside the window, 0 to 1; 0 within the tolerance."""
    seen = max(min(box.right, window.right) - max(box.x, window.x), 0.0)
    gone = box.width - seen
    return gone / box.width if gone > TOLERANCE and box.width else 0.0
