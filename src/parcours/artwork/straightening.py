"""Read a code on a creased or bent surface: find where each module went, and draw the symbol anew.

Decoders lay one even grid over a symbol, which cloth, folded paper and round bottles do not keep to. Where the finders
were found, the grid can be bent until the module centres fall on plain dark or plain light, and until
the patterns that every symbol has (finders, timing, alignment, the quiet ring) come out right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from parcours.artwork.symbol import Module, modules_across, patterns
from parcours.facts.artwork import Point

CELL = 8  # pixels a module in the levelled picture
MARGIN = 2  # modules around the symbol that are levelled with it
REACH = CELL * 11 // 8  # how far a module may have gone from the even grid, in pixels
STEPS = (CELL // 2, CELL // 4, CELL // 8)
SWEEPS = 5
# Time grows with the modules: 65 across is as much as a large code on a poster has.
LARGEST_VERSION = 12
# Half of the known modules come out right by chance.
LEAST_FIT = 0.9
DRAWN_CELL = 4
DRAWN_QUIET = 4


@dataclass(frozen=True)
class Manner:
    """How the grid is bent: control points across, from coarse to fine; how stiff it is; how local the light is."""

    points: tuple[int, ...]
    stiffness: float
    light: float  # radius in modules of the mean that tells dark from light
    trust: float  # weight of a known module against an unknown one


MANNERS = (
    Manner(points=(3, 5, 8), stiffness=0.5, light=2.5, trust=2),
    Manner(points=(3, 5, 8), stiffness=0.2, light=1.5, trust=2),
    Manner(points=(3, 5, 10), stiffness=0.5, light=2.5, trust=2),
    Manner(points=(4, 7), stiffness=0.5, light=2.5, trust=4),
)


def straightened(picture: Image.Image, corners: Sequence[Point], version: int, manner: Manner) -> Image.Image | None:
    """A clean drawing of a symbol that was found in a grey picture and not read.

    None when the version is too large, or when the grid cannot be made to fit.
    """
    if not 1 <= version <= LARGEST_VERSION:
        return None
    levelled = _levelled(picture, corners, modules_across(version))
    depth = _depth(levelled, manner.light)
    grid: _Grid | None = None
    for points in manner.points:
        grid = grid.finer(points) if grid else _Grid(modules_across(version), points)
        _bend(grid, _Depth(depth, levelled.width), version, manner)
    assert grid
    return _drawn(grid, _Depth(depth, levelled.width), version)


def _levelled(picture: Image.Image, corners: Sequence[Point], size: int) -> Image.Image:
    """The symbol with its margin, stretched to a square."""
    share = MARGIN / size
    top_left, top_right, bottom_right, bottom_left = corners

    def outward(here: Point, one: Point, other: Point) -> Point:
        return Point(
            here.x + (2 * here.x - one.x - other.x) * share,
            here.y + (2 * here.y - one.y - other.y) * share,
        )

    quad = (
        *outward(top_left, top_right, bottom_left),
        *outward(bottom_left, bottom_right, top_left),
        *outward(bottom_right, bottom_left, top_right),
        *outward(top_right, top_left, bottom_right),
    )
    side = (size + 2 * MARGIN) * CELL
    return picture.transform((side, side), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)


def _depth(levelled: Image.Image, light: float) -> bytes:
    """How much lighter than its surroundings each pixel is: 128 is alike, below is dark."""
    near = levelled.filter(ImageFilter.BoxBlur(CELL / 5))
    around = levelled.filter(ImageFilter.BoxBlur(CELL * light))
    return ImageChops.subtract(near, around, 2, 128).tobytes()


class _Depth:
    """The depths with their sign, and without it, a value for each pixel."""

    def __init__(self, depth: bytes, width: int) -> None:
        self.signed = [value - 128 for value in depth]
        self.plain = [abs(value) for value in self.signed]
        self.width = width

    def index(self, module: Module) -> int:
        """The pixel at a module's centre on the even grid."""
        x, y = module
        return (2 * (MARGIN + y) + 1) * CELL // 2 * self.width + (2 * (MARGIN + x) + 1) * CELL // 2


class _Share(NamedTuple):
    """How much of a module's shift a control point decides."""

    column: int
    row: int
    weight: float


class _Grid:
    """Control points spread evenly from -1 to `size` modules, each shifted by some pixels."""

    def __init__(self, size: int, points: int) -> None:
        self.size = size
        self.points = points
        self.pitch = (size + 1) / (points - 1)
        self.shifts = [[(0, 0)] * points for _ in range(points)]

    def shares(self, x: float, y: float) -> tuple[_Share, ...]:
        """The four control points around a place."""
        across, down = (x + 1) / self.pitch, (y + 1) / self.pitch
        i, j = min(int(across), self.points - 2), min(int(down), self.points - 2)
        right, below = across - i, down - j
        return (
            _Share(i, j, (1 - right) * (1 - below)),
            _Share(i + 1, j, right * (1 - below)),
            _Share(i, j + 1, (1 - right) * below),
            _Share(i + 1, j + 1, right * below),
        )

    def shift(self, x: float, y: float) -> tuple[int, int]:
        """The shift of a place, in whole pixels."""
        shares = self.shares(x, y)
        dx = sum(share.weight * self.shifts[share.row][share.column][0] for share in shares)
        dy = sum(share.weight * self.shifts[share.row][share.column][1] for share in shares)
        return round(dx), round(dy)

    def finer(self, points: int) -> _Grid:
        """The same bend with more control points."""
        grid = _Grid(self.size, points)
        for j in range(points):
            for i in range(points):
                grid.shifts[j][i] = self.shift(i * grid.pitch - 1, j * grid.pitch - 1)
        return grid

    def neighbours(self, i: int, j: int) -> tuple[float, float]:
        """The mean shift of the control points beside one."""
        beside = [
            self.shifts[row][column]
            for column, row in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))
            if 0 <= column < self.points and 0 <= row < self.points
        ]
        return sum(dx for dx, _ in beside) / len(beside), sum(dy for _, dy in beside) / len(beside)


@dataclass(frozen=True)
class _Hold:
    """What one control point moves: pixel indices with weights, negative where a known module is dark."""

    known: list[tuple[int, float]]
    unknown: list[tuple[int, float]]

    @property
    def weight(self) -> float:
        return sum(abs(weight) for _, weight in (*self.known, *self.unknown)) or 1.0


def _holds(grid: _Grid, depth: _Depth, version: int, trust: float) -> list[list[_Hold]]:
    known = patterns(version)
    holds = [[_Hold([], []) for _ in range(grid.points)] for _ in range(grid.points)]
    for y in range(-1, grid.size + 1):
        for x in range(-1, grid.size + 1):
            index, dark = depth.index((x, y)), known.get((x, y))
            for share in grid.shares(x, y):
                hold = holds[share.row][share.column]
                if share.weight < 0.1:
                    continue
                if dark is None:
                    hold.unknown.append((index, share.weight))
                else:
                    hold.known.append((index, -share.weight * trust if dark else share.weight * trust))
    return holds


def _bend(grid: _Grid, depth: _Depth, version: int, manner: Manner) -> None:
    """Move the control points, one at a time, to where dark and light part best."""
    holds = _holds(grid, depth, version, manner.trust)
    weights = [[hold.weight for hold in row] for row in holds]
    for _ in range(SWEEPS):
        moved = False
        for j in range(grid.points):
            for i in range(grid.points):
                best = _best(grid, depth, holds[j][i], weights[j][i], (i, j), manner.stiffness)
                moved |= best != grid.shifts[j][i]
                grid.shifts[j][i] = best
        if not moved:
            return


def _best(
    grid: _Grid, depth: _Depth, hold: _Hold, weight: float, point: tuple[int, int], stiffness: float
) -> tuple[int, int]:
    mean_x, mean_y = grid.neighbours(*point)
    signed, plain, width = depth.signed, depth.plain, depth.width

    def score(dx: int, dy: int) -> float:
        offset = dy * width + dx
        parted = sum([w * signed[index + offset] for index, w in hold.known])
        parted += sum([w * plain[index + offset] for index, w in hold.unknown])
        return parted / weight - stiffness * ((dx - mean_x) ** 2 + (dy - mean_y) ** 2)

    x, y = grid.shifts[point[1]][point[0]]
    tries = [(x + dx * step, y + dy * step) for step in STEPS for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]
    within = [(dx, dy) for dx, dy in tries if abs(dx) <= REACH and abs(dy) <= REACH]
    return max([(x, y), *within], key=lambda shift: score(*shift))


def _drawn(grid: _Grid, depth: _Depth, version: int) -> Image.Image | None:
    """The symbol as read off the bent grid, with its known modules set right; None when too few of them fit."""
    known = patterns(version)
    drawing = Image.new("L", (grid.size + 2 * DRAWN_QUIET,) * 2, 255)
    right = 0
    for y in range(grid.size):
        for x in range(grid.size):
            dx, dy = grid.shift(x, y)
            dark = depth.signed[depth.index((x, y)) + dy * depth.width + dx] < 0
            meant = known.get((x, y), dark)
            right += (x, y) in known and dark == meant
            if meant:
                drawing.putpixel((x + DRAWN_QUIET, y + DRAWN_QUIET), 0)
    inside = sum(0 <= x < grid.size and 0 <= y < grid.size for x, y in known)
    if right < LEAST_FIT * inside:
        return None
    side = drawing.width * DRAWN_CELL
    return drawing.resize((side, side), Image.Resampling.NEAREST)
