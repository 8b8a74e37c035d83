"""Colours as browsers write them, and how well two of them can be told apart.

Contrast is WCAG's: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, with the relative luminance of sRGB.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from parcours.facts.model import Element, FrameFacts, PageSnapshot, Paint, once

_FUNCTION = re.compile(r"\s*([a-z]+)\(\s*([^()]*?)\s*\)\s*", re.IGNORECASE)
_SPACES = re.compile(r"[\s,/]+")


class Colour(NamedTuple):
    """A colour in sRGB: red, green and blue from 0 to 1, and how opaque it is."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, below: Colour) -> Colour:
        """What is seen when this colour is drawn over an opaque one."""
        if self.alpha == 1:
            return self
        mixed = (mine * self.alpha + other * (1 - self.alpha) for mine, other in zip(self[:3], below[:3], strict=True))
        return Colour(*mixed)

    def faded(self, opacity: float) -> Colour:
        """The same with its opacity multiplied."""
        return self._replace(alpha=self.alpha * opacity)

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 for black and 1 for white."""
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in self[:3])
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def hex(self) -> str:
        """As people write it: #rrggbb, without the opacity."""
        return "#" + "".join(f"{round(c * 255):02x}" for c in self[:3])


WHITE = Colour(1, 1, 1)


@lru_cache(maxsize=1024)
def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two opaque colours, 1 to 21."""
    low, high = sorted((one.luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=4096)
def parse(text: str) -> Colour | None:
    """A computed colour: rgb(), rgba(), color(srgb ...), oklab() and oklch(). None for every other space."""
    found = _FUNCTION.fullmatch(text)
    if not found:
        return None
    name, body = found[1].lower(), found[2]
    words = [word for word in _SPACES.split(body) if word]
    if name == "color":
        name, words = words[0].lower() if words else "", words[1:]
    read = _READERS.get(name)
    if read is None or len(words) not in (3, 4):
        return None
    try:
        alpha = _number(words[3]) if len(words) == 4 else 1.0
        red, green, blue = (min(max(part, 0.0), 1.0) for part in read(words[:3]))
    except ValueError:
        return None
    return Colour(red, green, blue, min(max(alpha, 0.0), 1.0))


def _number(word: str, whole: float = 1.0) -> float:
    """A number, a percentage of `whole`, or 0 for "none"."""
    if word.lower() == "none":
        return 0.0
    return float(word[:-1]) / 100 * whole if word.endswith("%") else float(word)


def _bytes(words: list[str]) -> Iterator[float]:
    return (_number(word, 255) / 255 for word in words)


def _fractions(words: list[str]) -> Iterator[float]:
    return (_number(word) for word in words)


def _linear(words: list[str]) -> Iterator[float]:
    return (_gamma(_number(word)) for word in words)


def _oklab(words: list[str]) -> Iterator[float]:
    return _from_oklab(_number(words[0]), _number(words[1], 0.4), _number(words[2], 0.4))


def _oklch(words: list[str]) -> Iterator[float]:
    lightness, chroma = _number(words[0]), _number(words[1], 0.4)
    hue = math.radians(_number(words[2].lower().removesuffix("deg")))
    return _from_oklab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))


def _from_oklab(lightness: float, a: float, b: float) -> Iterator[float]:
    """The matrices of https://www.w3.org/TR/css-color-4/#color-conversion-code; the caller cuts off at the gamut."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    yield _gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short)
    yield _gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short)
    yield _gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short)


def _gamma(linear: float) -> float:
    return linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


_READERS: Mapping[str, Callable[[list[str]], Iterator[float]]] = {
    "rgb": _bytes,
    "rgba": _bytes,
    "srgb": _fractions,
    "srgb-linear": _linear,
    "oklab": _oklab,
    "oklch": _oklch,
}


# How text is seen

LARGE, LARGE_BOLD, BOLD = 24.0, 18.66, 700  # CSS pixels (18 and 14 points) and weight: WCAG's large text
LEAST, LEAST_LARGE = 4.5, 3.0  # contrast that WCAG 1.4.3 asks for
INSIDE = 0.9  # of a text's box: a background that lies behind as much of it lies behind all of it
ASIDE = 0.1
DRAWN = frozenset({"img", "picture", "video", "canvas", "svg", "iframe", "object", "embed"})
NOTHING = Paint()
CELL = 256  # CSS pixels


class Seen(NamedTuple):
    """How an element's text is seen: both colours opaque, as they come to the eye. None where they cannot be told."""

    text: Colour
    ground: Colour

    @property
    def ratio(self) -> float:
        """The contrast of the two, 1 to 21."""
        return contrast(self.text, self.ground)


def wanted(size: float, weight: int) -> float:
    """The contrast ratio that WCAG 1.4.3 asks of text of that size in CSS pixels and weight."""
    large = size >= LARGE or (size >= LARGE_BOLD and weight >= BOLD)
    return LEAST_LARGE if large else LEAST


class Eye:
    """Looks at the text of a page's elements; keeps what the questions about one frame share."""

    def __init__(self, page: PageSnapshot, frame: FrameFacts) -> None:
        self.page = page
        self.frame = frame
        self.cells: dict[tuple[int, int], list[int]] | None = None

    def sees(self, element: Element) -> Seen | None:
        """The colours of an element's text and of what its ancestors draw behind it; None when it cannot be told."""
        if element.ink is None or element.ink.shadow or (ink := parse(element.ink.colour)) is None:
            return None
        return self._through(element, ink, self.backdrop())

    def _through(self, element: Element, ink: Colour, ground: Colour | None) -> Seen | None:
        """Draw what is around the element, outermost first; groups of less opacity fade text and ground alike."""
        groups: list[tuple[float, Colour | None]] = []
        for each in _painters(self.frame)[self.frame.indexes[id(element)]]:
            assert each.paint
            if each.paint.blend:
                return None
            if each.paint.opacity < 1:
                groups.append((each.paint.opacity, ground))
            ground = _painted(each.paint, _behind(each, element), ground)
        if ground is None:
            return None
        text = ink.over(ground)
        for opacity, outside in reversed(groups):
            if outside is None:
                return None
            text, ground = text.faded(opacity).over(outside), ground.faded(opacity).over(outside)
        return Seen(text, ground)

    def backdrop(self) -> Colour | None:
        """What lies behind the frame's own page: white, or what its holder stands on."""
        if self.frame.parent < 0 or self.frame.parent >= len(self.page.frames):
            return WHITE
        above = self.page.frames[self.frame.parent]
        holder = next((each for each in above.elements if each.address == self.frame.address), None)
        if holder is None:
            return None
        eye = Eye(self.page, above)
        seen = eye._through(holder, WHITE, eye.backdrop())
        return seen.ground if seen else None

    def stands_on(self, element: Element) -> Element | None:
        """Something drawn beneath or over the middle of an element that is not around it; None when there is nothing.

        Text is laid over pictures that way: as a sibling that is placed absolutely, or in one cell of a grid.
        """
        if self.cells is None:
            self.cells = self._drawn()
        box = element.shown if element.shown.area else element.box
        x, y = box.x + box.width / 2, box.y + box.height / 2
        around = {id(element), *(id(above) for above in self.frame.ancestors(element))}
        pinned = self._pinned(element)
        for index in self.cells.get((int(x // CELL), int(y // CELL)), ()):
            other = self.frame.elements[index]
            there = other.shown
            if id(other) in around or not (there.x <= x <= there.right and there.y <= y <= there.bottom):
                continue
            inside = any(above is element for above in self.frame.ancestors(other))
            if inside and other.position not in ("absolute", "fixed"):
                continue
            # What stays on the screen lies over this text for a moment only.
            if not pinned and self._pinned(other):
                continue
            return other
        return None

    def _pinned(self, element: Element) -> bool:
        return any(each.position in ("fixed", "sticky") for each in (element, *self.frame.ancestors(element)))

    def _drawn(self) -> dict[tuple[int, int], list[int]]:
        """The elements that draw something of their own, by the cells of a grid that they cover."""
        cells: dict[tuple[int, int], list[int]] = {}
        for index, element in enumerate(self.frame.elements):
            if element.tag in ("html", "body") or not element.visible or not _draws(element):
                continue
            box = element.shown
            for column in range(int(box.x // CELL), min(int(box.right // CELL), int(box.x // CELL) + 40) + 1):
                for row in range(int(box.y // CELL), min(int(box.bottom // CELL), int(box.y // CELL) + 400) + 1):
                    cells.setdefault((column, row), []).append(index)
        return cells


@once
def _painters(frame: FrameFacts) -> list[tuple[Element, ...]]:
    """For each element those around it, and itself, that draw something, outermost first."""
    found: list[tuple[Element, ...]] = []
    for element in frame.elements:
        above = found[element.parent] if element.parent >= 0 else ()
        found.append((*above, element) if element.paint else above)
    return found


def _painted(paint: Paint, share: float, ground: Colour | None) -> Colour | None:
    """The ground once an element has painted on it behind that share of the text; None where it cannot be told."""
    if share <= ASIDE or not (paint.background or paint.picture):
        return ground
    colour = parse(paint.background) if paint.background else None
    if paint.picture or colour is None or share < INSIDE:
        return None
    if colour.alpha == 1:
        return colour
    return colour.over(ground) if ground else None


def _draws(element: Element) -> bool:
    paint = element.paint or NOTHING
    return element.tag in DRAWN or bool(paint.background) or paint.picture or paint.blend


def _behind(painter: Element, element: Element) -> float:
    """How much of an element's box a painter's background lies behind, 0 to 1."""
    if painter is element or painter.tag in ("html", "body"):  # theirs is the whole page's
        return 1.0
    if painter.display == "contents":
        return 0.0
    box = element.box
    return painter.box.meet(box).area / box.area if box.area else 1.0
