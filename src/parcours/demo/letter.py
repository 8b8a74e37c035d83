"""Make the demo's letter anew: `python -m parcours.demo.letter scenarios/assets`.

That writes the PDF into the demo, and into the folder that is named, there with a photograph of it. The
letter itself is `lettre.html`; the code on it is drawn by segno, which only this script needs.
"""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from parcours.browser.print_pdf import print_pdf
from parcours.demo.pages import SITES
from parcours.errors import ToolError

HERE = Path(__file__).parent
ASSETS = HERE / "scenarios" / "assets"
PDF, PHOTO = "lettre-printemps.pdf", "lettre-photo.jpg"

URL = "http://bottines.localhost/printemps?src=lettre"
CODE_MM = 25  # the symbol alone; its quiet zone comes on top
QUIET_MODULES = 4  # ISO/IEC 18004

Spot = tuple[float, float]

PHOTO_SIZE = (1500, 2000)
# Where the letter's corners lie in the photograph, clockwise from the top left.
PHOTO_CORNERS: tuple[Spot, ...] = ((250, 120), (1310, 205), (1420, 1850), (105, 1745))


def letter() -> bytes:
    """The letter, as the printer gets it: a PDF of one A4 page."""
    html = (HERE / "lettre.html").read_text(encoding="utf-8").replace("{{code}}", code(URL))
    for boot in ("lison", "colette", "marcel"):
        drawing = (SITES / "shop-after" / "images" / f"{boot}.svg").read_text(encoding="utf-8")
        html = html.replace(f"{{{{{boot}}}}}", drawing)
    return print_pdf(html)


def code(url: str) -> str:
    """The QR code of an address as inline SVG, `CODE_MM` wide without its quiet zone.

    Raises ToolError without segno.
    """
    try:
        import segno
    except ImportError:
        raise ToolError("segno draws the letter's code and is not installed", tip="pip install segno") from None
    symbol = segno.make_qr(url, error="m")
    width, _ = symbol.symbol_size(border=0)
    side = CODE_MM * (width + 2 * QUIET_MODULES) / width
    drawn: str = symbol.svg_inline(border=QUIET_MODULES, omitsize=True, dark="#1a120d")
    return drawn.replace("<svg ", f'<svg style="width: {side:.2f}mm; height: {side:.2f}mm" ', 1)


def photograph(pdf: bytes) -> bytes:
    """A JPEG of the letter as a phone sees it on a table: askew, unevenly lit, a little soft."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=200 / 72).to_pil().convert("RGB")
    table = _table(PHOTO_SIZE)
    paper = _seen_askew(page)
    mask = _seen_askew(Image.new("RGB", page.size, "white")).convert("L")
    shadow = ImageChops.offset(mask, 18, 26).filter(ImageFilter.GaussianBlur(22)).point(lambda v: v * 0.5)
    table.paste(Image.new("RGB", PHOTO_SIZE, "#1c130d"), mask=shadow)
    table.paste(paper, mask=mask.filter(ImageFilter.GaussianBlur(1)))
    lit = ImageChops.multiply(table, _light(PHOTO_SIZE)).filter(ImageFilter.GaussianBlur(1.1))
    out = io.BytesIO()
    lit.save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue()


def _table(size: tuple[int, int]) -> Image.Image:
    """A wooden table top: long grain across."""
    grain = Image.effect_noise((size[0] // 24, size[1] // 2), 46).resize(size, Image.Resampling.BICUBIC)
    return Image.merge("RGB", tuple(grain.point(lambda v, at=at: at + (v - 128) * 0.22) for at in (142, 104, 74)))


def _light(size: tuple[int, int]) -> Image.Image:
    """A lamp at the upper left: bright there, dimmer to the far corner, a little warm."""
    fall = Image.radial_gradient("L").resize((size[0] * 3, size[1] * 3))
    seen = fall.crop((size[0], int(size[1] * 1.2), size[0] * 2, int(size[1] * 2.2)))
    return Image.merge(
        "RGB", tuple(seen.point(lambda v, warm=warm: (255 - v * 0.62) * warm) for warm in (1, 0.97, 0.9))
    )


def _seen_askew(page: Image.Image) -> Image.Image:
    """The page in the photograph's frame, its corners at PHOTO_CORNERS, black around it."""
    width, height = page.size
    flat: tuple[Spot, ...] = ((0, 0), (width, 0), (width, height), (0, height))
    return page.transform(
        PHOTO_SIZE, Image.Transform.PERSPECTIVE, perspective(PHOTO_CORNERS, flat), Image.Resampling.BICUBIC
    )


def perspective(seen: tuple[Spot, ...], flat: tuple[Spot, ...]) -> tuple[float, ...]:
    """The eight coefficients that Pillow takes to map four seen corners to four flat ones."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> tuple[float, ...]:
    """Gauss and Jordan: the unknowns of as many equations, each its coefficients and its right side."""
    count = len(rows)
    for turn in range(count):
        best = max(range(turn, count), key=lambda row: math.fabs(rows[row][turn]))
        rows[turn], rows[best] = rows[best], rows[turn]
        rows[turn] = [value / rows[turn][turn] for value in rows[turn]]
        for other in range(count):
            if other != turn:
                factor = rows[other][turn]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[turn], strict=True)]
    return tuple(row[-1] for row in rows)


def main(folders: Sequence[str]) -> None:
    """Write the letter where the demo's scenarios look for it, and with a photograph of it into `folders`."""
    pdf = letter()
    _write(ASSETS / PDF, pdf)
    for folder in folders:
        _write(Path(folder) / PDF, pdf)
        _write(Path(folder) / PHOTO, photograph(pdf))


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    sys.stdout.write(f"{file}: {len(data) / 1000:.0f} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
