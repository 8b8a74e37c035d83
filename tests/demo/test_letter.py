import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from parcours.demo import letter

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PDF = letter.ASSETS / letter.PDF
DPI = 300
A4_MM = (210, 297)


def page(pdf: bytes | Path, dpi: float = DPI) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return document[0].render(scale=dpi / 72).to_pil()


def words(pdf: bytes | Path) -> str:
    return " ".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split())


def codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    return list(zxingcpp.read_barcodes(picture))


def test_the_letter_carries_one_code_with_the_address_of_the_landing_page():
    assert [code.text for code in codes(page(PDF))] == ["http://bottines.localhost/printemps?src=lettre"]


def test_the_code_is_printed_25_mm_wide_on_an_a4_page():
    picture = page(PDF)
    assert tuple(round(side / DPI * 25.4) for side in picture.size) == A4_MM
    spots = codes(picture)[0].position
    assert (spots.top_right.x - spots.top_left.x) / DPI * 25.4 == pytest.approx(25, abs=0.3)
    assert (spots.bottom_left.y - spots.top_left.y) / DPI * 25.4 == pytest.approx(25, abs=0.3)


def test_the_paper_around_the_code_is_blank_for_four_modules():
    picture = page(PDF).convert("L")
    spots = codes(picture)[0].position
    left, top, right, bottom = spots.top_left.x, spots.top_left.y, spots.bottom_right.x, spots.bottom_right.y
    quiet = 4 * (right - left) / 33  # a version 4 symbol has 33 modules a side
    zone = picture.crop((round(left - quiet), round(top - quiet), round(right + quiet), round(bottom + quiet)))
    inner = (round(quiet) - 2, round(quiet) - 2, round(quiet + right - left) + 2, round(quiet + bottom - top) + 2)
    zone.paste(255, inner)
    assert zone.getextrema() == (255, 255)


def test_the_address_is_printed_below_for_those_who_cannot_scan():
    assert "bottines.localhost/printemps" in words(PDF)
    assert "Les bottes de printemps" in words(PDF)


def test_the_letter_is_light_enough_to_travel_with_the_package():
    assert PDF.stat().st_size < 150_000


def test_the_scenarios_of_the_repository_use_the_same_letter():
    assert (SCENARIOS / "assets" / letter.PDF).read_bytes() == PDF.read_bytes()


def test_the_photograph_shows_the_same_code():
    with Image.open(SCENARIOS / "assets" / letter.PHOTO) as photo:
        assert [code.text for code in codes(photo)] == [letter.URL]


def test_the_script_makes_the_letter_that_is_kept():
    pytest.importorskip("segno")
    made = letter.letter()
    assert words(made) == words(PDF)
    assert [code.text for code in codes(page(made))] == [letter.URL]


def test_a_photograph_of_any_letter_can_be_taken():
    from io import BytesIO

    photo = Image.open(BytesIO(letter.photograph(PDF.read_bytes())))
    assert (photo.format, photo.size) == ("JPEG", letter.PHOTO_SIZE)
    assert [code.text for code in codes(photo)] == [letter.URL]


def test_the_drawn_code_has_its_quiet_zone():
    pytest.importorskip("segno")
    drawn = letter.code("http://bottines.localhost/printemps?src=lettre")
    assert ET.fromstring(drawn).tag.endswith("svg")
    modules = int(re.search(r'viewBox="0 0 (\d+) \1"', drawn)[1])
    side = float(re.search(r"width: ([\d.]+)mm", drawn)[1])
    assert modules == 33 + 2 * 4
    assert side * 33 / modules == pytest.approx(25, abs=0.01)


def test_four_corners_are_seen_where_the_photograph_has_them():
    flat = ((0.0, 0.0), (100.0, 0.0), (100.0, 200.0), (0.0, 200.0))
    a, b, c, d, e, f, g, h = letter.perspective(letter.PHOTO_CORNERS, flat)
    found = [
        ((a * x + b * y + c) / (g * x + h * y + 1), (d * x + e * y + f) / (g * x + h * y + 1))
        for x, y in letter.PHOTO_CORNERS
    ]
    assert [pytest.approx(spot, abs=1e-6) for spot in flat] == found
