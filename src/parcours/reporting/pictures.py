"""Pictures and what is marked on them. Pure geometry: nobody opens a file here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from parcours.facts.artwork import Artwork, Code
from parcours.facts.geometry import Box
from parcours.results import JourneyResult, PageResult

# A badge is drawn in the picture's own pixels; this share of its width is 24 CSS pixels on the report's phone.
BADGE = 0.088
# A crop is as wide as the picture and at least this share of that width high.
CROP_LEAST, CROP_MOST = 0.42, 0.9


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the run. `width` and `height` are the units in which marks are measured."""

    id: str
    file: Path
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One numbered box over a picture, in percent of it; the badge's centre likewise."""

    anchor: str
    number: int
    mood: str
    x: float
    y: float
    width: float
    height: float
    badge_x: float
    badge_y: float


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a picture, with a box on it or none, all in the picture's units."""

    picture: Picture
    view: Box
    box: Box | None
    alt: str


@dataclass
class Book:
    """The pictures of a report, each of them once, in the order of their use."""

    pictures: dict[tuple[Path, float, float], Picture] = field(default_factory=dict)

    def add(self, file: Path | None, width: float, height: float, alt: str) -> Picture | None:
        """The picture of that file; None when there is no file or no size."""
        if file is None or width <= 0 or height <= 0:
            return None
        key = (file, width, height)
        if key not in self.pictures:
            self.pictures[key] = Picture(f"p{len(self.pictures) + 1}", file, width, height, alt)
        return self.pictures[key]


def page_size(page: PageResult, result: JourneyResult) -> tuple[str, float, float]:
    """The page's best picture for boxes (file name, "" for none) and its size in the page's CSS pixels."""
    if page.full and page.full_width > 0 and page.full_height > 0:
        return page.full, page.full_width, page.full_height
    # The first screen is as high in proportion as the phone is.
    width = page.shot_width or page.layout_width or result.width
    return page.shot, width, width * result.height / result.width if result.width else 0


def marks(boxes: Iterable[tuple[int, str, Box]], picture: Picture, prefix: str) -> tuple[Mark, ...]:
    """The boxes that lie on the picture, at least partly, with badges that do not hide one another."""
    whole = Box(0, 0, picture.width, picture.height)
    radius = BADGE / 2 * picture.width
    taken: list[tuple[float, float]] = []
    found: list[Mark] = []
    for number, mood, box in dict.fromkeys(boxes):
        inside = box.meet(whole)
        if not inside.area:
            continue
        x, y = _free(inside, picture, radius, taken)
        taken.append((x, y))
        found.append(
            Mark(
                f"{prefix}-{len(found) + 1}",
                number,
                mood,
                *_percent(inside, picture),
                round(100 * x / picture.width, 2),
                round(100 * y / picture.height, 2),
            )
        )
    return tuple(found)


def _percent(box: Box, picture: Picture) -> tuple[float, float, float, float]:
    w, h = picture.width, picture.height
    return (
        round(100 * box.x / w, 2),
        round(100 * box.y / h, 2),
        round(100 * box.width / w, 2),
        round(100 * box.height / h, 2),
    )


def _free(box: Box, picture: Picture, radius: float, taken: list[tuple[float, float]]) -> tuple[float, float]:
    """A place for the badge: the box's top left corner, or the nearest free spot to its right and below."""
    rightmost, lowest = max(picture.width - radius, radius), max(picture.height - radius, radius)
    # A badge on the corner of a small box would hide what the box is about: it goes beside it.
    small = box.width < 5 * radius and box.height < 3 * radius
    x = min(max(box.x - radius if small else box.x, radius), rightmost)
    y = min(max(box.y + box.height / 2 if small else box.y, radius), lowest)
    left = x
    for _ in range(200):
        if all(abs(x - other_x) >= 2 * radius or abs(y - other_y) >= 2 * radius for other_x, other_y in taken):
            break
        x += 2 * radius
        if x > rightmost:
            x, y = left, min(y + 2 * radius, lowest)
    return x, y


def crop(picture: Picture, box: Box, alt: str) -> Crop | None:
    """The strip of the picture around a box; None when the box lies outside it."""
    inside = box.meet(Box(0, 0, picture.width, picture.height))
    if not inside.area:
        return None
    width = picture.width
    height = min(max(inside.height + 0.2 * width, CROP_LEAST * width), CROP_MOST * width, picture.height)
    middle = inside.y + min(inside.height, height) / 2
    top = min(max(middle - height / 2, 0), picture.height - height)
    return Crop(picture, Box(0, round(top, 1), round(width, 1), round(height, 1)), inside, alt)


def closer(picture: Picture, box: Box, alt: str) -> Crop:
    """The box with some of its surroundings: for a code on a sheet, which is small on the whole of it."""
    width = min(max(2.4 * box.width, 0.3 * picture.width), picture.width)
    height = min(max(1.5 * box.height, CROP_LEAST * width), picture.height)
    left = min(max(box.x + (box.width - width) / 2, 0), picture.width - width)
    top = min(max(box.y + (box.height - height) / 2, 0), picture.height - height)
    return Crop(picture, Box(round(left, 1), round(top, 1), round(width, 1), round(height, 1)), box, alt)


def enlarged(picture: Picture, box: Box, alt: str) -> Crop:
    """A square around the box, and nothing drawn on it: the picture's edge is its edge."""
    side = min(1.5 * max(box.width, box.height), picture.width, picture.height)
    left = min(max(box.x + (box.width - side) / 2, 0), picture.width - side)
    top = min(max(box.y + (box.height - side) / 2, 0), picture.height - side)
    return Crop(picture, Box(round(left, 1), round(top, 1), round(side, 1), round(side, 1)), None, alt)


def pictured_codes(artwork: Artwork) -> tuple[Code, ...]:
    """The codes of the page that the artwork's picture shows: the first one that holds any."""
    first = min((code.page for code in artwork.codes), default=1)
    return tuple(code for code in artwork.codes if code.page == first)


def sheet_size(artwork: Artwork) -> tuple[float, float]:
    """The pictured sheet's size, in the pixels that the corners of its codes are in; zeros when unknown."""
    codes = pictured_codes(artwork)
    index = (codes[0].page if codes else 1) - 1
    if not 0 <= index < len(artwork.sheets):
        return (0, 0)
    return (artwork.sheets[index].width, artwork.sheets[index].height)


def around(code: Code) -> Box | None:
    """The box around a code's corners."""
    if not code.corners:
        return None
    xs, ys = [corner.x for corner in code.corners], [corner.y for corner in code.corners]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
