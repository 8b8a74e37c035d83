"""A small picture of a printed thing, for reports."""

from __future__ import annotations

from pathlib import Path

from parcours.artwork.reading import open_document
from parcours.errors import ArtworkError
from parcours.facts.artwork import Artwork

NAME = "artwork.webp"
PIXELS = 1_000_000  # an A4 page of 840 x 1190


def save_picture(art: Artwork, source: Path, folder: Path) -> str:
    """Keep a picture of the sheet with the first code; its file name, "" when it cannot be made."""
    page = min((code.page for code in art.codes), default=1)
    try:
        picture = open_document(source.resolve()).page(page, PIXELS)
        folder.mkdir(parents=True, exist_ok=True)
        picture.save(folder / NAME, "WEBP", quality=80)
    except (ArtworkError, OSError, ValueError):
        return ""
    return NAME
