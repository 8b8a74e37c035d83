"""Decode the QR codes in a picture, as a phone would, and say how hard it was.

The first attempt takes the picture as it is. When it reads nothing, a ladder of others is climbed until one does:
each alters the picture as a phone's camera might see it (from further away, sharper, in another light).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

from parcours.artwork import correction, measuring, straightening, symbol, trying
from parcours.facts.artwork import Code, Point

# Model 2 is what phones read. The decoder counts Micro QR, which they do not, among QR codes.
FORMAT: Any = getattr(zxingcpp.BarcodeFormat, "QRCodeModel2", zxingcpp.BarcodeFormat.QRCode)
# What else may be printed in a code's place.
OTHER_FORMATS: Any = zxingcpp.barcode_formats_from_str("MicroQRCode,rMQRCode,DataMatrix,Aztec,PDF417,MaxiCode")

LOCAL = zxingcpp.Binarizer.LocalAverage
GLOBAL = zxingcpp.Binarizer.GlobalHistogram

# Kanji and Hanzi modes, and bytes that the decoder takes for such text.
EASTERN_CHARSETS = ("cp932", "gb18030")
NOT_TEXT = "bytes that are no UTF-8 text"

# Share of the error correction that must be left over for a hard reading to be believed at once.
SPARE_CORRECTION = 0.1
# Pictures are enlarged up to this many pixels, and filtered no larger than this: filters cost time by the pixel.
WORK_PIXELS = 1_500_000
# Halving a smaller picture leaves too few pixels a module.
HALVED_FROM = 500
# A page whose darkest and lightest tones are closer than this is empty.
LEAST_RANGE = 12
SUSPECTS = 2  # symbols that are straightened, where more are seen


@dataclass(frozen=True)
class Symbol:
    """One symbol that was read, in pixels of the whole picture. `matrix` are its modules as they were seen."""

    raw: bytes
    text: str
    corners: tuple[Point, ...]
    version: int
    ecc: str
    mask: int
    matrix: symbol.Matrix
    how: str = "plain"

    @property
    def known(self) -> bool:
        """True when its modules and how they are coded are known."""
        size = symbol.modules_across(self.version) if self.version else 0
        return len(self.matrix) == size > 0 and self.ecc in symbol.LEVEL_BITS

    @cached_property
    def mirrored(self) -> bool:
        """True when it was seen from behind."""
        return self.known and symbol.is_mirrored(self.matrix, self.ecc, self.mask)

    @cached_property
    def upright(self) -> symbol.Matrix:
        """Its modules the right way round."""
        return tuple(zip(*self.matrix, strict=True)) if self.mirrored else self.matrix

    @cached_property
    def spare(self) -> float:
        """The share of the error correction that is left over, -1 when it is not known.

        What the decoder tells of it forgets the blocks that have nothing left.
        """
        return correction.spare(self.upright, self.version, self.ecc, self.mask) if self.known else -1


@dataclass(frozen=True)
class View:
    """A picture altered for one attempt, and the way back from its pixels to the original's."""

    image: Image.Image
    binarizer: Any = LOCAL
    back: Callable[[Point], Point] = lambda point: point


class Suspect(NamedTuple):
    """A symbol that was found and not read."""

    corners: tuple[Point, ...]
    version: int


def read_plainly(picture: Image.Image) -> list[Symbol]:
    """Every QR code that the first attempt reads in a picture (any mode without transparency)."""
    return _attempt(View(_grey(picture)), "plain")


def read_hard(picture: Image.Image) -> list[Symbol]:
    """The QR codes that the first successful rung above the plain attempt reads, [] when none does.

    A reading that used up nearly all the error correction counts only when two attempts agree on it.
    """
    if _is_empty(picture):
        return []
    doubtful: set[bytes] = set()
    for how, view in _ladder(picture):
        found = _attempt(view, how)
        sure = [one for one in found if one.spare >= SPARE_CORRECTION or one.raw in doubtful]
        if sure:
            return sure
        doubtful.update(one.raw for one in found)
    return []


def count_damaged(picture: Image.Image) -> int:
    """How many QR symbols can be seen in a picture and not read."""
    return len(_suspects(_grey(picture)))


def other_symbols(picture: Image.Image) -> tuple[str, ...]:
    """The kinds of two-dimensional codes in a picture that are no QR codes, by name, sorted."""
    if _is_empty(picture):
        return ()
    found = zxingcpp.read_barcodes(
        _workable(_grey(picture)).image, formats=OTHER_FORMATS, text_mode=zxingcpp.TextMode.Plain
    )
    # The smallest Micro QR code has no error correction: it is seen in any noise.
    return tuple(sorted({str(barcode.format) for barcode in found if _extra(barcode).get("Version") != "M1"}))


def _is_empty(picture: Image.Image) -> bool:
    ranges = (band.getextrema() for band in picture.split())
    return not any(high - low >= LEAST_RANGE for low, high in ranges)  # type: ignore[operator]


def as_codes(symbols: Iterable[Symbol], picture: Image.Image, page: int = 1, *, tries: int = 0) -> tuple[Code, ...]:
    """The facts of symbols read in a picture, in reading order, each place once.

    The first `tries` of them are read again as phones might see them, which takes some 30 ms each.
    """
    grey = _grey(picture)
    ordered = _in_reading_order(_once(symbols))
    codes = [_measured(one, _code(one, grey, page), picture) for one in ordered]
    each = zip(codes, ordered, strict=True)
    return tuple(_tried(code, one.raw, grey) if index < tries else code for index, (code, one) in enumerate(each))


# The attempts


def _attempt(view: View, how: str) -> list[Symbol]:
    found = _decode(view.image, view.binarizer)
    return [_symbol(barcode, view.back, how) for barcode in found if barcode.bytes]


def _decode(image: Image.Image, binarizer: Any, *, errors: bool = False) -> list[Any]:
    # Plain text: the decoder's default rewrites control characters ("<NUL>") in what a phone reads as they are.
    found: list[Any] = zxingcpp.read_barcodes(
        image, formats=FORMAT, text_mode=zxingcpp.TextMode.Plain, binarizer=binarizer, return_errors=errors
    )
    return found


def _symbol(barcode: Any, back: Callable[[Point], Point], how: str) -> Symbol:
    extra = _extra(barcode)
    return Symbol(
        raw=bytes(barcode.bytes),
        text=barcode.text,
        corners=tuple(back(corner) for corner in _corners(barcode)),
        version=_version(barcode),
        ecc=str(extra.get("ECLevel", "")),
        mask=int(extra.get("DataMask", 0)),
        matrix=_matrix(barcode),
        how=how,
    )


def _extra(barcode: Any) -> dict[str, Any]:
    extra: dict[str, Any] = getattr(barcode, "extra", None) or {}
    return extra


def _version(barcode: Any) -> int:
    """1 to 40, 0 when it is not known or not a QR code's ("M2")."""
    told = str(_extra(barcode).get("Version", ""))
    return int(told) if told.isdigit() else 0


def _corners(barcode: Any) -> tuple[Point, ...]:
    place = barcode.position
    each = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    return tuple(Point(corner.x, corner.y) for corner in each)


def _matrix(barcode: Any) -> symbol.Matrix:
    """The symbol's modules as they were seen, before error correction; empty when the decoder keeps none."""
    if not hasattr(barcode, "to_image"):
        return ()
    seen = memoryview(barcode.to_image(scale=1, add_quiet_zones=False))
    assert seen.shape
    rows, columns = seen.shape[:2]
    data = seen.tobytes()
    return [[data[row * columns + column] == 0 for column in range(columns)] for row in range(rows)]


def _suspects(grey: Image.Image) -> list[Suspect]:
    """Symbols with a plausible version whose content could not be corrected."""
    found = (barcode for barcode in _decode(grey, LOCAL, errors=True) if not barcode.valid)
    seen = [Suspect(_corners(barcode), _version(barcode)) for barcode in found]
    return [suspect for suspect in seen if suspect.version]


# The ladder


def _ladder(picture: Image.Image) -> Iterator[tuple[str, View]]:
    """Every rung above the plain attempt, by name, the likeliest and cheapest first."""
    grey = _grey(picture)
    for how, rung in RUNGS:
        for view in rung(grey):
            yield how, view
    for view in _one_colour(picture):
        yield "colour", view


def _other_threshold(grey: Image.Image) -> Iterator[View]:
    yield View(grey, GLOBAL)


def _smaller(grey: Image.Image) -> Iterator[View]:
    if grey.width * grey.height <= WORK_PIXELS:
        yield from _both(_scaled(grey, 0.75))
    for factor in (2, 4):
        if min(grey.size) >= HALVED_FROM * factor / 2:
            yield from _both(View(grey.reduce(factor), back=_times(factor)))


def _times(factor: float) -> Callable[[Point], Point]:
    return lambda point: Point(point.x * factor, point.y * factor)


def _larger(grey: Image.Image) -> Iterator[View]:
    for scale in (1.5, 2.0, 3.0):
        if grey.width * grey.height * scale * scale <= WORK_PIXELS:
            yield from _both(_scaled(grey, scale))


def _with_margin(grey: Image.Image) -> Iterator[View]:
    """A code cut at its own edge, or on a dark ground without a quiet zone."""
    inner = _workable(grey)
    border = max(inner.image.size) // 8
    for fill in (255, 0):
        framed = ImageOps.expand(inner.image, border=border, fill=fill)
        yield View(framed, back=lambda point: inner.back(Point(point.x - border, point.y - border)))


def _sharpened(grey: Image.Image) -> Iterator[View]:
    for view in (_workable(grey), *_doubled(grey)):
        for radius in (2, 4):
            yield from _both(_filtered(view, ImageFilter.UnsharpMask(radius, 250, 0)))


def _more_contrast(grey: Image.Image) -> Iterator[View]:
    view = _workable(grey)
    yield from _both(replace(view, image=ImageOps.autocontrast(view.image, cutoff=5)))
    around = view.image.filter(ImageFilter.BoxBlur(max(view.image.size) / 16))
    yield from _both(replace(view, image=ImageChops.subtract(view.image, around, 0.25, 128)))


def _turned(grey: Image.Image) -> Iterator[View]:
    for angle in (3, 20, 45):
        yield from _both(_rotated(_workable(grey), angle))


def _straightened(grey: Image.Image) -> Iterator[View]:
    suspects = _suspects(grey)[:SUSPECTS]
    for manner in straightening.MANNERS:
        for suspect in suspects:
            drawn = straightening.straightened(grey, suspect.corners, suspect.version, manner)
            if drawn:
                yield View(drawn, back=_onto(drawn, suspect))


RUNGS: tuple[tuple[str, Callable[[Image.Image], Iterator[View]]], ...] = (
    ("threshold", _other_threshold),
    ("smaller", _smaller),
    ("larger", _larger),
    ("margin", _with_margin),
    ("sharpened", _sharpened),
    ("contrast", _more_contrast),
    ("straightened", _straightened),
    ("turned", _turned),
)


def _one_colour(picture: Image.Image) -> Iterator[View]:
    """Red, green and blue apart: coloured inks that are alike in grey."""
    if picture.mode == "L":
        return
    for channel in picture.split():
        yield from _both(_workable(channel))


def _both(view: View) -> Iterator[View]:
    yield replace(view, binarizer=LOCAL)
    yield replace(view, binarizer=GLOBAL)


def _workable(grey: Image.Image) -> View:
    """The picture, no larger than filters can afford."""
    return _scaled(grey, min(1.0, math.sqrt(WORK_PIXELS / (grey.width * grey.height))))


def _doubled(grey: Image.Image) -> Iterator[View]:
    """A small picture at twice its size: filters work on more than a few pixels a module."""
    if 4 * grey.width * grey.height <= WORK_PIXELS:
        yield _scaled(grey, 2)


def _scaled(grey: Image.Image, scale: float) -> View:
    if scale == 1:
        return View(grey)
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    across, down = grey.width / size[0], grey.height / size[1]
    image = grey.resize(size, Image.Resampling.BICUBIC)
    return View(image, back=lambda point: Point(point.x * across, point.y * down))


def _filtered(view: View, change: ImageFilter.Filter) -> View:
    return replace(view, image=view.image.filter(change))


def _rotated(view: View, angle: float) -> View:
    image = view.image.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def back(point: Point) -> Point:
        x, y = point.x - image.width / 2, point.y - image.height / 2
        turned = Point(x * cosine - y * sine + view.image.width / 2, x * sine + y * cosine + view.image.height / 2)
        return view.back(turned)

    return View(image, back=back)


def _onto(drawn: Image.Image, suspect: Suspect) -> Callable[[Point], Point]:
    """From a drawing of a symbol to where the symbol stood."""
    quiet = straightening.DRAWN_QUIET * straightening.DRAWN_CELL
    inner = drawn.width - 2 * quiet
    return lambda point: _within(suspect.corners, (point.x - quiet) / inner, (point.y - quiet) / inner)


def _within(corners: Sequence[Point], across: float, down: float) -> Point:
    """The place at these shares (0 to 1) of a four-sided area."""
    top_left, top_right, bottom_right, bottom_left = corners
    weights = ((1 - across) * (1 - down), across * (1 - down), across * down, (1 - across) * down)
    each = tuple(zip((top_left, top_right, bottom_right, bottom_left), weights, strict=True))
    return Point(sum(corner.x * w for corner, w in each), sum(corner.y * w for corner, w in each))


def _grey(picture: Image.Image) -> Image.Image:
    return picture if picture.mode == "L" else picture.convert("L")


# From symbols to facts


def _code(one: Symbol, grey: Image.Image, page: int) -> Code:
    size = symbol.modules_across(one.version) if one.version else 0
    part = symbol.part_of(one.upright, one.version, one.ecc, one.mask) if one.known else None
    text, error = text_of(one, charset_named=one.known and symbol.names_charset(one.upright, one.mask))
    return Code(
        text=text,
        page=page,
        corners=tuple(Point(round(x, 1), round(y, 1)) for x, y in one.corners),
        how=one.how,
        error=f"part {part.number} of {part.total}" if part else error,
        version=one.version,
        ecc=one.ecc,
        module_px=round(_side(one.corners) / size, 2) if size else 0,
        inverted=bool(size) and _is_inverted(one.corners, size, grey),
        mirrored=one.mirrored,
        part=part.number if part else 0,
        parts=part.total if part else 0,
        spare=round(one.spare, 2),
    )


def _measured(one: Symbol, code: Code, picture: Image.Image) -> Code:
    """The same with what can be measured in the picture."""
    found = measuring.measured(picture, one.corners, one.matrix) if one.known else None
    if found is None:
        return code
    return replace(code, margins=found.margins, contrast=found.contrast, drawn=found.drawn)


def _tried(code: Code, raw: bytes, grey: Image.Image) -> Code:
    """The same with the attempts at reading it again; a code that was hard to read as it is is not tried."""

    def reads(seen: Image.Image) -> bool:
        return any(one.raw == raw for one in read_plainly(seen))

    return replace(code, trials=trying.tried(grey, code, reads)) if code.how == "plain" else code


def text_of(one: Symbol, *, charset_named: bool) -> tuple[str, str]:
    """The text that phones read in a symbol; or "" and what is wrong, when they would not agree on one.

    Without a named character set phones take UTF-8, and the character sets of codes from Japan and China, which have
    modes of their own. Other bytes, Latin-1 among them, come out as different letters on different phones.
    """
    if charset_named:
        return one.text, ""
    for charset in ("utf-8", *EASTERN_CHARSETS):
        with suppress(UnicodeDecodeError):
            text = one.raw.decode(charset)
            if charset == "utf-8" or text == one.text:
                return text, ""
    return "", NOT_TEXT


def _side(corners: Sequence[Point]) -> float:
    """The mean length of the four sides."""
    return sum(math.dist(corners[index - 1], corners[index]) for index in range(4)) / 4


def _is_inverted(corners: Sequence[Point], size: int, grey: Image.Image) -> bool:
    """True when the middles of the three finders are lighter than the rings around them."""
    dark = light = 0
    for x, y in ((3.5, 3.5), (size - 3.5, 3.5), (3.5, size - 3.5)):
        dark += 4 * _tone(corners, x / size, y / size, grey)
        for dx, dy in ((-2, 0), (2, 0), (0, -2), (0, 2)):
            light += _tone(corners, (x + dx) / size, (y + dy) / size, grey)
    return dark > light


def _tone(corners: Sequence[Point], across: float, down: float, grey: Image.Image) -> int:
    x, y = _within(corners, across, down)
    tone = grey.getpixel((min(max(int(x), 0), grey.width - 1), min(max(int(y), 0), grey.height - 1)))
    assert isinstance(tone, int)
    return tone


def _once(symbols: Iterable[Symbol]) -> list[Symbol]:
    """The symbols without those that say the same at the same place."""
    kept: list[Symbol] = []
    for one in symbols:
        same = (other for other in kept if other.raw == one.raw)
        if not any(math.dist(_middle(one), _middle(other)) < _side(other.corners) / 2 for other in same):
            kept.append(one)
    return kept


def _in_reading_order(symbols: Sequence[Symbol]) -> list[Symbol]:
    """Top to bottom, and left to right where one stands beside another."""
    ordered: list[Symbol] = []
    rest = sorted(symbols, key=lambda one: min(corner.y for corner in one.corners))
    while rest:
        floor = _middle(rest[0]).y
        row = [one for one in rest if min(corner.y for corner in one.corners) <= floor]
        ordered += sorted(row, key=lambda one: min(corner.x for corner in one.corners))
        rest = [one for one in rest if one not in row]
    return ordered


def _middle(one: Symbol) -> Point:
    return _within(one.corners, 0.5, 0.5)
