"""Measure a code as it is printed: the light margin around it, and how well dark and light stand apart.

The symbol is levelled first, as if seen from straight above at a few pixels a module, so that a photograph taken
aslant is measured in the symbol's own perspective. Where its modules do not come out as they were read (creased
paper, a round bottle), nothing is measured.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import compress
from statistics import median
from typing import NamedTuple

from PIL import Image, ImageChops

from parcours.artwork.symbol import Matrix
from parcours.facts.artwork import MOST_MARGIN, Margin, Point
from parcours.facts.colour import Colour, contrast

CELL = 4  # pixels a module in the levelled picture
AROUND = 7  # modules around the symbol that are levelled with it
SLACK = 1.5  # modules that the corners may have been found off their places
# A line along the margin is clear while less than this much of it is dark, in modules: a speck is no mark. Nor is a
# hairline, of less than a quarter of a module: it is grey at this scale.
SPECK = 0.75
# Share of the modules that must come out as they were read.
LEAST_FIT = 0.97
THIRDS = 3  # of a side, each in a light of its own: shadows lie across photographs
BORDER = 3  # modules at the symbol's edge whose tones say what is dark and light in the margin beside it
LEAST_RANGE = 8  # between dark and light, of 256 tones
# A code was drawn, not photographed, when its tones scatter less than this share of their range...
DRAWN_SCATTER = 0.1
MOST = 0.8
# ... and its sides and diagonals differ less than this share from a square's.
DRAWN_SKEW = 0.015


# A module: its tone, and whether it was read as dark.
Cell = tuple[int, bool]


class Measures(NamedTuple):
    """What was measured; `Code` says what each means."""

    margins: tuple[Margin, ...]
    contrast: float
    drawn: bool


def measured(picture: Image.Image, corners: Sequence[Point], matrix: Matrix) -> Measures | None:
    """The measures of a symbol in a picture (grey or RGB); None when its modules are not where they should be.

    `corners` are top left, top right, bottom right and bottom left of the symbol, `matrix` its modules as they
    were read, from the top left or, for a symbol seen from behind, with rows for columns.
    """
    if not matrix or len(corners) != 4:
        return None
    patch = _Patch.of(picture, corners)
    levelled = patch and patch.levelled(len(matrix))
    if not levelled:
        return None
    for each in (matrix, tuple(zip(*matrix, strict=True))):
        tones = _Tones.of(levelled.modules("L"), each)
        if tones.fit >= LEAST_FIT:
            return Measures(
                tuple(_margin(side) for side in _sides(levelled, each)),
                round(_contrast(levelled, each), 2),
                tones.scatter < DRAWN_SCATTER and _skew(corners) < DRAWN_SKEW,
            )
    return None


# Levelling


class _Patch(NamedTuple):
    """The part of a picture with a symbol, no larger than is needed, and where the symbol's corners lie in it."""

    image: Image.Image
    corners: tuple[Point, ...]

    @classmethod
    def of(cls, picture: Image.Image, corners: Sequence[Point]) -> _Patch | None:
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        # The margin is at most a third of the smallest symbol; in perspective the near side has more.
        reach = 0.6 * max(max(xs) - min(xs), max(ys) - min(ys))
        box = (
            max(0, math.floor(min(xs) - reach)),
            max(0, math.floor(min(ys) - reach)),
            min(picture.width, math.ceil(max(xs) + reach)),
            min(picture.height, math.ceil(max(ys) + reach)),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            return None
        return cls(picture.crop(box), tuple(Point(x - box[0], y - box[1]) for x, y in corners))

    def levelled(self, size: int) -> _Levelled | None:
        """The symbol of that many modules across, seen from straight above."""
        side = sum(math.dist(self.corners[index - 1], self.corners[index]) for index in range(4)) / 4
        patch = self._reduced(max(1, int(side / size / CELL)))
        seen = _from_above(patch.corners, size)
        if seen is None:
            return None
        across = (size + 2 * AROUND) * CELL
        whole = Image.new("L", patch.image.size, 255)
        how = Image.Transform.PERSPECTIVE
        return _Levelled(
            patch.image.transform((across, across), how, seen, Image.Resampling.BILINEAR),
            whole.transform((across, across), how, seen, Image.Resampling.NEAREST),
            size,
        )

    def _reduced(self, factor: int) -> _Patch:
        if factor == 1:
            return self
        return _Patch(self.image.reduce(factor), tuple(Point(x / factor, y / factor) for x, y in self.corners))


def _from_above(corners: Sequence[Point], size: int) -> tuple[float, ...] | None:
    """The coefficients that Pillow takes to lay the levelled picture over a symbol seen in perspective.

    The unit square is mapped onto the four corners as Heckbert does ("Fundamentals of Texture Mapping", 1989, 2.2.3).
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    right_x, right_y, left_x, left_y = x1 - x2, y1 - y2, x3 - x2, y3 - y2
    area = right_x * left_y - left_x * right_y
    if not area:
        return None
    bend_x, bend_y = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    g, h = (bend_x * left_y - left_x * bend_y) / area, (right_x * bend_y - bend_x * right_y) / area
    a, b, d, e = x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3
    # From pixels of the levelled picture to shares of the symbol's side.
    scale, start = 1 / (CELL * size), -AROUND / size
    rest = (g + h) * start + 1
    if rest <= 0:
        return None
    rows = (a, b, (a + b) * start + x0), (d, e, (d + e) * start + y0), (g, h, 0.0)
    (ax, bx, cx), (dx, ex, fx), (gx, hx, _) = ((one * scale, two * scale, three) for one, two, three in rows)
    return tuple(value / rest for value in (ax, bx, cx, dx, ex, fx, gx, hx))


class _Levelled(NamedTuple):
    """A symbol from straight above with its surroundings, `CELL` pixels a module.

    `inside` is 0 where the picture ends.
    """

    image: Image.Image
    inside: Image.Image
    size: int

    def modules(self, mode: str) -> bytes:
        """The colour in the middle of every module, row by row."""
        start, end = AROUND * CELL, (AROUND + self.size) * CELL
        middles = self.image.resize((self.size, self.size), Image.Resampling.NEAREST, (start, start, end, end))
        return middles.convert(mode).tobytes()


class _Tones(NamedTuple):
    """How dark and light came out: the share of modules that are as they were read, and how the tones scatter."""

    fit: float
    scatter: float

    @classmethod
    def of(cls, tones: bytes, matrix: Matrix) -> _Tones:
        read = [dark for row in matrix for dark in row]
        dark, light = list(compress(tones, read)), list(compress(tones, (not each for each in read)))
        if not dark or not light:
            return cls(0, 1)
        low, high = median(dark), median(light)
        reach = high - low
        if abs(reach) < LEAST_RANGE:
            return cls(0, 1)
        middle = (low + high) / 2
        fitting = sum((tone - middle) * reach < 0 for tone in dark) + sum((tone - middle) * reach > 0 for tone in light)
        return cls(fitting / len(read), max(_scatter(dark), _scatter(light)) / abs(reach))


def _scatter(tones: Sequence[int]) -> float:
    """How far most tones lie from their median at the most: a logo in the middle is not most of them."""
    middle = median(tones)
    off = sorted([abs(tone - middle) for tone in tones])
    return off[int(MOST * (len(off) - 1))]


def _contrast(levelled: _Levelled, matrix: Matrix) -> float:
    read = [dark for row in matrix for dark in row]
    colours = levelled.modules("RGB")
    bands = [colours[band::3] for band in range(3)]
    dark = Colour(*(median(compress(band, read)) / 255 for band in bands))
    light = Colour(*(median(compress(band, (not each for each in read))) / 255 for band in bands))
    return contrast(dark, light)


def _skew(corners: Sequence[Point]) -> float:
    """How far four corners are from a square's, as a share of its sides and diagonals."""
    sides = [math.dist(corners[index - 1], corners[index]) for index in range(4)]
    diagonals = math.dist(corners[0], corners[2]), math.dist(corners[1], corners[3])
    return max(1 - min(each) / max(each) for each in (sides, diagonals))


# Margins


class _Side(NamedTuple):
    """One side of the symbol, turned to the top: lines of pixels from inside the symbol outwards.

    A line tells how many modules of it are dark, and how many the picture holds.
    """

    dark: tuple[float, ...]
    held: tuple[float, ...]
    size: int


def _sides(levelled: _Levelled, matrix: Matrix) -> Iterator[_Side]:
    """Top, right, bottom, left."""
    grey, inside = levelled.image.convert("L"), levelled.inside
    tones, size = levelled.modules("L"), levelled.size
    rows = [list(zip(tones[y * size : (y + 1) * size], row, strict=True)) for y, row in enumerate(matrix)]
    for _ in range(4):
        yield _side(grey, inside, rows)
        grey, inside = grey.transpose(Image.Transpose.ROTATE_90), inside.transpose(Image.Transpose.ROTATE_90)
        rows = [list(row) for row in zip(*rows, strict=True)][::-1]


def _side(grey: Image.Image, inside: Image.Image, rows: Sequence[Sequence[Cell]]) -> _Side:
    size = len(rows)
    edge, count = AROUND * CELL, round((MOST_MARGIN + 2 * SLACK) * CELL)
    below = edge + round(SLACK * CELL)
    dark, held = [0.0] * count, [0.0] * count
    for third in range(THIRDS):
        left, right = size * third // THIRDS, size * (third + 1) // THIRDS
        box = (edge + left * CELL, below - count, edge + right * CELL, below)
        there = inside.crop(box)
        marks = grey.crop(box).point(_marks([cell for row in rows[:BORDER] for cell in row[left:right]]))
        for total, picture in ((dark, ImageChops.darker(marks, there)), (held, there)):
            for line, pixels in enumerate(_lines(picture)):
                total[line] += pixels.count(255) / CELL
    return _Side(tuple(dark), tuple(held), size)


def _marks(cells: Sequence[Cell]) -> bytes:
    """For every tone, 255 when it is on the dark side of the middle between these cells' dark and light, else 0."""
    dark = median([tone for tone, is_dark in cells if is_dark] or [0])
    light = median([tone for tone, is_dark in cells if not is_dark] or [255])
    middle = math.ceil((dark + light) / 2)
    below, above = (b"\xff", b"\0") if dark < light else (b"\0", b"\xff")
    return below * middle + above * (256 - middle)


def _lines(picture: Image.Image) -> list[bytes]:
    """The lines of a grey picture, the lowest first."""
    data, width = picture.tobytes(), picture.width
    return [data[start : start + width] for start in range(len(data) - width, -1, -width)]


def _margin(side: _Side) -> Margin:
    """How far the clear lines reach that follow the symbol's own edge."""
    start = next((line for line, dark in enumerate(side.dark[: round(2 * SLACK * CELL)]) if dark < SPECK), None)
    if start is None:
        return Margin(0)
    for line in range(start, len(side.dark)):
        if side.held[line] < side.size - SPECK:
            return Margin(_modules(line - start), cut=True)
        if side.dark[line] >= SPECK:
            return Margin(_modules(line - start))
    return Margin(MOST_MARGIN)


def _modules(lines: int) -> float:
    return min(lines / CELL, MOST_MARGIN)
