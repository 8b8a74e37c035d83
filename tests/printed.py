"""Codes made for tests, as pictures."""

from __future__ import annotations

import ctypes
import io
from pathlib import Path
from typing import Any

import pypdfium2
import segno
from PIL import Image
from pypdfium2 import raw

URL = "https://shop.example/spring?src=letter"


def code(text: str | bytes = URL, *, scale: int = 6, border: int = 4, **how: Any) -> Image.Image:
    """A QR code, black on white, in RGB."""
    return drawn(segno.make_qr(text, **how), scale=scale, border=border)


def drawn(symbol: segno.QRCode, *, scale: int = 6, border: int = 4) -> Image.Image:
    kept = io.BytesIO()
    symbol.save(kept, kind="png", scale=scale, border=border)
    return Image.open(kept).convert("RGB")


def on_sheet(
    *placed: tuple[Image.Image, int, int], size: tuple[int, int] = (1000, 1400), ground: str = "white"
) -> Image.Image:
    """A sheet, white where nothing else is said, with pictures at these places."""
    sheet = Image.new("RGB", size, ground)
    for picture, x, y in placed:
        sheet.paste(picture, (x, y))
    return sheet


MM = 25.4 / 72  # of a point


def pdf_page(
    path: Path,
    picture: Image.Image,
    place: tuple[float, float, float],
    words: dict[tuple[float, float], str],
    turned: int = 0,
) -> Path:
    """A PDF of one A4 page with a picture (x, y, width) and words at their places, in points from the bottom left."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(595, 842)
    x, y, width = place
    image = pypdfium2.PdfImage.new(document)
    image.set_bitmap(pypdfium2.PdfBitmap.from_pil(picture))
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, width).translate(x, y))
    page.insert_obj(image)
    for (left, bottom), word in words.items():
        text = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 18)
        letters = ctypes.create_string_buffer(f"{word}\0".encode("utf-16-le"))
        raw.FPDFText_SetText(text, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, left, bottom)
        raw.FPDFPage_InsertObject(page, text)
    page.set_rotation(turned)
    page.gen_content()
    document.save(path)
    return path
