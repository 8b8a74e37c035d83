"""A small picture of a printed thing, for reports."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from parcours.artwork.reading import open_document
from parcours.errors import ArtworkError
from parcours.facts.artwork import Artwork

NAME = "artwork.webp"
SIDE = 1600  # pixels
PIXELS = 1_000_000  # an A4 page of 840 x 1190


def save_picture(art: Artwork, source: Path, folder: Path) -> str:
    """Keep a picture of the sheet with the first code; its file name, "" when it cannot be made."""
    page = min((code.page for code in art.codes), default=1)
    try:
        data = small_picture(source, page)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / NAME).write_bytes(data)
    except (ArtworkError, OSError, ValueError):
        return ""
    return NAME


def small_picture(source: Path, page: int = 1) -> bytes:
    """A picture, or a page of a PDF, as a WebP of at most PIXELS, and nothing of what a camera noted beside it.

    Raises ArtworkError when the file cannot be read as one.
    """
    picture = open_document(source.resolve()).page(page, PIXELS)
    picture.thumbnail((SIDE, SIDE))
    out = BytesIO()
    picture.save(out, "WEBP", quality=80)
    return out.getvalue()
