"""From a file to the codes that are printed on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from parcours.artwork.decoding import Symbol, as_codes, count_damaged, other_symbols, read_hard, read_plainly
from parcours.artwork.reading import MOST_PAGES, NO_SUCH_PAGE, UNREADABLE, Document, open_document
from parcours.errors import ArtworkError
from parcours.facts.artwork import MM_PER_INCH, Artwork, Code, Point

# A printed address counts as near a code up to here.
BESIDE_MM = 50.0
TRIED = 3  # codes of a page that are read again as phones might see them
# Pages that the whole ladder is climbed on, when nothing was read on any page plainly: it takes seconds a page.
HARD_PAGES = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page, in shares of its width and height, 0 to 1, from the top left corner."""

    x: float
    y: float
    width: float
    height: float


WHOLE = Part(0, 0, 1, 1)


def scan_file(
    path: Path, name: str = "", *, page: int | None = None, part: Part = WHOLE, tries: bool = False
) -> Artwork:
    """What is on a picture or a PDF: every code of every page, or of one page or a part of it.

    `name` is what the artwork calls the file; a link is not followed. With `tries`, the first codes of each page are
    read again as phones might see them. Raises ArtworkError for a file that cannot be read ("qr-image") and a page
    that is not there ("qr-page").
    """
    document = open_document(path)
    numbers = _numbers(document, path.name, page)
    count = TRIED if tries else 0
    codes = _codes(document, numbers, part, read_plainly, count)
    codes = codes or _codes(document, numbers[:HARD_PAGES], part, read_hard, count)
    artwork = Artwork(name or str(path), document.kind, document.sheets, codes, document.text)
    return artwork if codes else _unread(artwork, document, numbers[:HARD_PAGES], part)


def _numbers(document: Document, name: str, page: int | None) -> list[int]:
    count = len(document.sheets)
    if page is not None:
        if not 1 <= page <= count:
            have = f"{count} page{'' if count == 1 else 's'}"
            raise ArtworkError(f"{name} has no page {page}", code=NO_SUCH_PAGE, tip=f"it has {have}, counted from 1")
        return [page]
    if count > MOST_PAGES:
        raise ArtworkError(f"{name} has {count} pages", code=UNREADABLE, tip="say on which page the code is")
    return list(range(1, count + 1))


def _codes(
    document: Document, numbers: Iterable[int], part: Part, read: Callable[[Image.Image], list[Symbol]], tries: int
) -> tuple[Code, ...]:
    found: list[Code] = []
    for number in numbers:
        picture, corner = _cut(document, number, part)
        codes = as_codes(read(picture), picture, number, tries=tries)
        found += (_beside(_moved(code, corner), document) for code in codes)
    return tuple(found)


def _beside(code: Code, document: Document) -> Code:
    """The same with the text that is printed near it."""
    reach = BESIDE_MM / MM_PER_INCH * document.sheets[code.page - 1].dpi
    xs, ys = [x for x, _ in code.corners], [y for _, y in code.corners]
    box = (min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach)
    text = document.text_within(code.page, box)
    return replace(code, beside=text) if text else code


def _cut(document: Document, number: int, part: Part) -> tuple[Image.Image, Point]:
    """The part of a page, and where it begins."""
    whole = document.page(number)
    if part == WHOLE:
        return whole, Point(0, 0)
    left, top = round(part.x * whole.width), round(part.y * whole.height)
    right = max(left + 1, round((part.x + part.width) * whole.width))
    bottom = max(top + 1, round((part.y + part.height) * whole.height))
    return whole.crop((left, top, right, bottom)), Point(left, top)


def _moved(code: Code, corner: Point) -> Code:
    return replace(code, corners=tuple(Point(x + corner.x, y + corner.y) for x, y in code.corners))


def _unread(artwork: Artwork, document: Document, numbers: Iterable[int], part: Part) -> Artwork:
    """What can be said about pages without a readable code."""
    pictures = [_cut(document, number, part)[0] for number in numbers]
    others = {name for picture in pictures for name in other_symbols(picture)}
    return replace(artwork, damaged=sum(map(count_damaged, pictures)), others=tuple(sorted(others)))
