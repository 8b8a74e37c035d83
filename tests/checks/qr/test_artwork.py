"""Every fault of a print is found in a picture or a PDF of it, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageOps

from parcours.artwork.scanning import scan_file
from parcours.cli.scan import findings
from printed import MM, code, on_sheet, pdf_page

LONG = (
    "https://shop.example/offers/spring?utm_source=letter&utm_medium=print&utm_campaign=spring-2027&customer=4711-0815"
)


def found(path: Path) -> set[tuple[str, str]]:
    return {(finding.rule, finding.aspect) for finding in findings(scan_file(path, tries=True))}


def plain() -> Image.Image:
    return on_sheet((code(), 300, 300))


def framed() -> Image.Image:
    return on_sheet((code(border=2), 300, 300), ground="#203040")


def pale() -> Image.Image:
    return ImageOps.colorize(plain().convert("L"), black="#c8c8c8", white="white")


def with_logo(level: str, share: float) -> Image.Image:
    symbol = code(scale=10, error=level, boost_error=False)
    middle, reach = symbol.width / 2, symbol.width * share / 2
    ImageDraw.Draw(symbol).rectangle((middle - reach, middle - reach, middle + reach, middle + reach), fill="white")
    return on_sheet((symbol, 300, 300))


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        pytest.param(plain, set(), id="a plain code"),
        pytest.param(lambda: ImageOps.invert(plain()), {("qr/inverted", "inverted")}, id="light on dark"),
        pytest.param(framed, {("qr/quiet-zone", "short")}, id="two modules from a dark ground"),
        pytest.param(lambda: code(border=1), {("qr/quiet-zone", "cut")}, id="the symbol alone"),
        pytest.param(pale, {("qr/contrast", "low")}, id="light grey"),
        pytest.param(lambda: with_logo("l", 0.12), {("qr/ecc", "weakest-level")}, id="a logo at level L"),
        pytest.param(lambda: with_logo("q", 0.25), {("qr/ecc", "spent")}, id="a logo too large for level Q"),
        pytest.param(lambda: with_logo("h", 0.2), set(), id="a small logo at level H"),
        pytest.param(lambda: on_sheet((code(LONG, error="m"), 300, 300)), {("qr/density", "")}, id="a long address"),
        pytest.param(
            lambda: on_sheet((code("https://a.example/"), 100, 100), (code("https://b.example/"), 100, 900)),
            {("qr/multiple", "different")},
            id="two codes",
        ),
    ],
)
def test_a_picture(tmp_path: Path, make: Callable[[], Image.Image], wanted: set[tuple[str, str]]) -> None:
    make().save(tmp_path / "art.png")
    assert found(tmp_path / "art.png") == wanted


WORDS = {(60.0, 780.0): "Bottines et Compagnie"}
ADDRESS = {(60.0, 80.0): "shop.example/spring"}


@pytest.mark.parametrize(
    ("width", "words", "wanted"),
    [
        pytest.param(30, WORDS | ADDRESS, set(), id="a letter with all that it needs"),
        pytest.param(30, WORDS, {("qr/no-human-url", "none")}, id="no address in letters"),
        pytest.param(30, {(60.0, 780.0): "shop.example"}, {("qr/no-human-url", "far")}, id="only in the letter's head"),
        pytest.param(20, WORDS | ADDRESS, {("qr/size", "width")}, id="a code of 16 mm"),
    ],
)
def test_a_pdf(
    tmp_path: Path, width: float, words: dict[tuple[float, float], str], wanted: set[tuple[str, str]]
) -> None:
    """`width` is in mm with the margin; the symbol has 29 of its 37 modules."""
    symbol = code("https://shop.example/s", version=3, scale=12)
    assert found(pdf_page(tmp_path / "letter.pdf", symbol, (50, 110, width / MM), words)) == wanted


def test_two_codes_side_by_side_in_a_pdf(tmp_path: Path) -> None:
    both = Image.new("RGB", (2 * 37 * 12, 37 * 12), "white")
    for index, name in enumerate(("ios", "android")):
        both.paste(code(f"https://{name}.example/", version=3, scale=12), (index * 37 * 12, 0))
    path = tmp_path / "flyer.pdf"
    page = on_sheet((both, 600, 600), size=(2480, 3508))
    page.save(path, resolution=300)
    assert found(path) == {("qr/multiple", "near")}
