"""Open a picture or a PDF that somebody made elsewhere: bounded in size, believed by its content, never by its name."""

from __future__ import annotations

import io
import math
import os
import stat
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from PIL import Image, ImageOps

from parcours.artwork.drawing import Drawer, DrawingError
from parcours.errors import ArtworkError
from parcours.facts.artwork import Sheet

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
MOST_SIDE = 60_000  # pixels; decoders count them in 16 bits
MOST_POINTS = 1_000_000  # of a page's side, which is 350 m
MOST_PAGES = 60
DPI = 300
POINTS_PER_INCH = 72
MOST_TEXT = 200_000  # characters of a PDF's own text
MOST_BESIDE = 2_000  # and of the part of it near a code

UNREADABLE = "qr-image"
NO_SUCH_PAGE = "qr-page"

PICTURES = ("PNG", "JPEG", "WEBP")
EXPORT = "export it as PDF, PNG, JPEG or WebP"
# Files that people try all the same, by what they begin with, at which place.
NEARLY: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyphei", "a HEIC photograph"),
    (4, b"ftypmif1", "a HEIF photograph"),
    (4, b"ftypavif", "an AVIF picture"),
    (0, b"GIF8", "a GIF"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (0, b"BM", "a BMP picture"),
    (0, b"8BPS", "a Photoshop file"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"PK\3\4", "a ZIP or office file"),
    (0, b"<", "a web page or an SVG drawing"),
    (0, b"\xef\xbb\xbf<", "a web page or an SVG drawing"),
)


class Document(Protocol):
    """An open file."""

    @property
    def kind(self) -> str:
        """What it is: "image" or "pdf"."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """All its pages, as large as `page` gives them."""

    @property
    def text(self) -> str:
        """A PDF's own text, "" for a picture."""

    def page(self, number: int, most_pixels: int = MOST_PIXELS) -> Image.Image:
        """A page, counted from 1, as a picture without transparency, its pixels scaled down to `most_pixels`."""

    def text_within(self, number: int, box: tuple[float, float, float, float]) -> str:
        """A PDF's own text in a part of a page, "" for a picture: left, top, right, bottom in pixels of its sheet."""


def open_document(path: Path) -> Document:
    """The picture or PDF at a path, which must not be a link.

    Raises ArtworkError with the code "qr-image" when it cannot be read as either.
    """
    data = read_bytes(path)
    try:
        return Pdf(data) if b"%PDF-" in data[:1024] else Picture(data)
    except ArtworkError as error:
        raise ArtworkError(f"{path.name}: {error.message}", code=error.code, tip=error.tip) from error.__cause__


def read_bytes(path: Path) -> bytes:
    """What a regular file of at most 20 MB holds. A pipe or a device is refused, and never waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise _unreadable(f"{path.name}: there is no such file", f"looked for {path}") from None
    except OSError as error:
        raise _unreadable(f"{path.name} cannot be opened: {error.strerror}") from error
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise _unreadable(f"{path.name} is not a file", "name a PDF, PNG, JPEG or WebP file")
        if found.st_size > MOST_BYTES:
            size = f"{found.st_size / 1e6:.0f} MB, and {MOST_BYTES / 1e6:.0f} MB is the most"
            raise _unreadable(f"{path.name} has {size}", "export it smaller, or only the page with the code")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(MOST_BYTES)
    finally:
        os.close(handle)


def _unreadable(message: str, tip: str = "") -> ArtworkError:
    return ArtworkError(message, code=UNREADABLE, tip=tip)


class Picture:
    """A PNG, JPEG or WebP picture: its first frame, the right way up, on white."""

    kind = "image"
    text = ""

    def __init__(self, data: bytes) -> None:
        self._image = _on_white(_loaded(data))
        self.sheets: tuple[Sheet, ...] = (Sheet(*self._image.size),)

    def page(self, number: int, most_pixels: int = MOST_PIXELS) -> Image.Image:
        """The picture, whatever the number."""
        assert number == 1
        share = math.sqrt(most_pixels / (self._image.width * self._image.height))
        if share >= 1:
            return self._image
        return self._image.resize((max(1, int(self._image.width * share)), max(1, int(self._image.height * share))))

    def text_within(self, number: int, box: tuple[float, float, float, float]) -> str:
        """Nothing: the text of a picture would have to be guessed."""
        assert number == 1
        assert box
        return ""


def _loaded(data: bytes) -> Image.Image:
    if not data:
        raise _unreadable("the file is empty", EXPORT)
    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):  # we have our own bound
            image = Image.open(io.BytesIO(data), formats=PICTURES)
    except Image.DecompressionBombError as error:
        raise _too_large("") from error
    except Exception as error:
        what = next((name for at, head, name in NEARLY if data[at : at + len(head)] == head), "no picture and no PDF")
        raise _unreadable(f"this is {what}", EXPORT) from error
    if image.width * image.height > MOST_PIXELS or max(image.size) > MOST_SIDE:
        raise _too_large(f" ({image.width} x {image.height} pixels)")
    try:
        image.load()
        return ImageOps.exif_transpose(image)
    except Exception as error:  # a damaged file raises nearly anything
        raise _unreadable(f"the {image.format} picture is damaged: {error}", "export it again") from error


def _too_large(size: str) -> ArtworkError:
    most = f"{MOST_PIXELS / 1e6:.0f} million pixels are the most, and {MOST_SIDE:,} on a side"
    return _unreadable(f"the picture is too large{size}: {most}", "scale it down, or cut out the code")


def _on_white(image: Image.Image) -> Image.Image:
    """A picture as it looks on paper, in grey or RGB."""
    if image.mode.startswith("I"):  # 16 bits a pixel, which a plain conversion would clip
        return image.convert("I").point(lambda tone: tone * (1 / 256)).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
    return image.convert("L" if image.mode in {"1", "L"} else "RGB")


class Pdf:
    """A PDF, drawn at 300 dpi, less for pages that would be too large, by another process."""

    kind = "pdf"

    def __init__(self, data: bytes) -> None:
        try:
            self._drawer = Drawer(data)
        except DrawingError as error:
            raise _closed(error) from error
        sizes = self._drawer.sizes
        if not sizes:
            raise _unreadable("the PDF has no pages", "export it again")
        for number, size in enumerate(sizes, 1):
            if not max(size) < MOST_POINTS:
                raise _unreadable(f"page {number} is said to be larger than any sheet of paper", "export it again")
        self._sizes = sizes
        self.sheets: tuple[Sheet, ...] = tuple(self._sheet(size, MOST_PIXELS) for size in sizes)

    @property
    def text(self) -> str:
        """The text of all pages, cut after 200,000 characters."""
        texts: list[str] = []
        for index in range(min(len(self._sizes), MOST_PAGES)):
            with suppress(DrawingError):  # a page without text that can be had
                texts.append(self._drawer.text(index))
        return "\n".join(texts)[:MOST_TEXT]

    def page(self, number: int, most_pixels: int = MOST_PIXELS) -> Image.Image:
        """A page as it is printed."""
        scale = self._sheet(self._sizes[number - 1], most_pixels).dpi / POINTS_PER_INCH
        try:
            drawn = self._drawer.page(number - 1, scale)
        except DrawingError as error:
            raise _unreadable(f"page {number} cannot be drawn: {error}", "export the PDF again") from error
        size = (drawn.width, drawn.height)
        return _on_white(Image.frombuffer("RGB", size, drawn.data, "raw", "BGR", drawn.stride, 1))

    def text_within(self, number: int, box: tuple[float, float, float, float]) -> str:
        """The text in a part of a page, cut after 2,000 characters."""
        sheet = self.sheets[number - 1]
        try:
            return self._drawer.text_within(number - 1, (sheet.width, sheet.height), box)[:MOST_BESIDE]
        except DrawingError:
            return ""

    def _sheet(self, size: tuple[float, float], most_pixels: int) -> Sheet:
        width, height = (max(points, 1.0) / POINTS_PER_INCH for points in size)
        dpi = min(float(DPI), math.sqrt(most_pixels / (width * height)), MOST_SIDE / max(width, height))
        return Sheet(math.ceil(width * dpi), math.ceil(height * dpi), round(dpi, 2))


def _closed(error: Exception) -> ArtworkError:
    if "password" in str(error).lower():
        return _unreadable("the PDF asks for a password", "export it without one")
    return _unreadable(f"the PDF is damaged: {error}", "export it again")
