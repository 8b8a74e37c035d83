"""Codes made for tests, as pictures."""

from __future__ import annotations

import io
from typing import Any

import segno
from PIL import Image

URL = "https://shop.example/spring?src=letter"


def code(text: str | bytes = URL, *, scale: int = 6, border: int = 4, **how: Any) -> Image.Image:
    """A QR code, black on white, in RGB."""
    return drawn(segno.make_qr(text, **how), scale=scale, border=border)


def drawn(symbol: segno.QRCode, *, scale: int = 6, border: int = 4) -> Image.Image:
    kept = io.BytesIO()
    symbol.save(kept, kind="png", scale=scale, border=border)
    return Image.open(kept).convert("RGB")


def on_sheet(*placed: tuple[Image.Image, int, int], size: tuple[int, int] = (1000, 1400)) -> Image.Image:
    """A white sheet with pictures at these places."""
    sheet = Image.new("RGB", size, "white")
    for picture, x, y in placed:
        sheet.paste(picture, (x, y))
    return sheet
