from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
import segno
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from parcours.artwork.decoding import as_codes, count_damaged, other_symbols, read_hard, read_plainly
from parcours.artwork.scanning import scan_file
from parcours.facts.artwork import Code
from printed import URL, code, drawn, on_sheet


def read(picture: Image.Image) -> tuple[Code, ...]:
    return as_codes(read_plainly(picture) or read_hard(picture), picture)


def only(picture: Image.Image) -> Code:
    (found,) = read(picture)
    return found


class TestAPlainCode:
    def test_its_text_and_its_facts_are_read(self):
        found = only(code(scale=6, error="q", boost_error=False))
        assert (found.text, found.how, found.error) == (URL, "plain", "")
        assert (found.version, found.ecc, found.module_px) == (4, "Q", 6.0)
        assert (found.format, found.page, found.inverted, found.mirrored) == ("QRCode", 1, False, False)

    def test_its_corners_are_where_it_stands(self):
        symbol = code(scale=10, border=0)
        found = only(on_sheet((symbol, 300, 500)))
        x, y, side = 300, 500, symbol.width
        wanted = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
        assert max(math.dist(a, b) for a, b in zip(found.corners, wanted, strict=True)) < 5

    @pytest.mark.parametrize("angle", [7, 45, 90, 180, 200, 270])
    def test_it_may_lie_in_any_direction(self, angle: float):
        assert only(code().rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")).text == URL

    @pytest.mark.parametrize("version", [1, 6, 7, 14, 25, 40])
    def test_every_version_is_told(self, version: int):
        found = only(code("HTTPS://A.EXAMPLE", version=version, scale=3))
        assert (found.text, found.version, found.parts, found.mirrored) == ("HTTPS://A.EXAMPLE", version, 0, False)

    def test_a_tiny_one_is_read(self):
        assert only(code(scale=2)).text == URL

    @pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
    @pytest.mark.parametrize("mask", range(8))
    def test_neither_mask_nor_level_makes_it_look_mirrored_or_split(self, level: str, mask: int):
        found = only(code("https://a.example/", error=level, mask=mask, boost_error=False))
        assert (found.ecc, found.mirrored, found.parts) == (level, False, 0)


class TestHowItIsPrinted:
    def test_light_on_dark_is_said(self):
        assert only(ImageOps.invert(code())).inverted is True

    def test_inverted_and_upright_codes_on_one_sheet_are_told_apart(self):
        found = read(on_sheet((ImageOps.invert(code("https://a.example/")), 50, 50), (code(), 500, 50)))
        assert [(each.text, each.inverted) for each in found] == [("https://a.example/", True), (URL, False)]

    def test_a_code_seen_from_behind_is_said(self):
        found = only(ImageOps.mirror(code()))
        assert (found.text, found.mirrored) == (URL, True)

    def test_coloured_inks_that_are_alike_in_grey_are_read_in_one_colour(self):
        symbol = code().convert("L")
        picture = ImageOps.colorize(symbol, black=(255, 60, 0), white=(0, 150, 220))
        assert {picture.convert("L").getpixel((0, 0)), picture.convert("L").getpixel((26, 26))} <= set(range(105, 120))
        assert only(picture).text == URL


class TestTheLadder:
    def test_a_code_cut_at_its_edge_on_a_dark_ground_is_read(self):
        sheet = Image.new("RGB", (600, 600), "black")
        sheet.paste(code(border=1), (150, 150))
        assert only(sheet).text == URL

    def test_a_blurred_code_is_read_or_left_and_never_guessed(self):
        for radius in range(2, 10):
            blurred = code(scale=8).filter(ImageFilter.GaussianBlur(radius))
            assert {found.text for found in read(blurred)} <= {URL}

    def test_a_code_on_bent_paper_is_straightened(self):
        flat = code("https://shop.example/spring", scale=8, error="m", boost_error=False)
        bent = waved(flat, depth=9)
        assert read_plainly(bent) == []
        found = only(bent)
        assert (found.text, found.how) == ("https://shop.example/spring", "straightened")

    def test_a_code_that_is_mostly_covered_is_seen_and_not_read(self):
        picture = code(scale=8)
        ImageDraw.Draw(picture).rectangle((110, 110, 250, 300), fill="white")
        assert (read(picture), count_damaged(picture)) == ((), 1)

    @pytest.mark.parametrize("colour", ["white", "black", "#888"])
    def test_an_empty_sheet_holds_nothing(self, colour: str):
        sheet = Image.new("RGB", (800, 800), colour)
        assert (read(sheet), count_damaged(sheet), other_symbols(sheet)) == ((), 0, ())

    def test_noise_holds_nothing(self):
        noise = Image.effect_noise((400, 400), 80).convert("RGB")
        assert (read(noise), other_symbols(noise)) == ((), ())


def waved(flat: Image.Image, depth: float) -> Image.Image:
    """A picture on paper that is bent in two waves, more at the bottom right."""
    pieces = 24
    side = flat.width / pieces

    def moved(x: float, y: float) -> tuple[float, float]:
        far = (x + y) / (2 * flat.width)
        return x + depth * far * math.sin(y / 40), y + depth * far * math.sin(x / 45)

    mesh = []
    for row in range(pieces):
        for column in range(pieces):
            left, top = column * side, row * side
            corners = ((left, top), (left, top + side), (left + side, top + side), (left + side, top))
            box = (round(left), round(top), round(left + side), round(top + side))
            mesh.append((box, tuple(value for corner in corners for value in moved(*corner))))
    return flat.transform(flat.size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)


class TestSeveralCodes:
    def test_they_come_in_reading_order(self):
        texts = [f"https://shop.example/{name}" for name in ("a", "b", "c", "d")]
        a, b, c, d = (code(text, scale=4) for text in texts)
        found = read(on_sheet((c, 100, 700), (b, 600, 80), (d, 600, 720), (a, 100, 100)))
        assert [each.text for each in found] == texts

    def test_the_same_code_twice_is_two_codes(self):
        found = read(on_sheet((code(), 50, 50), (code(), 500, 800)))
        assert [each.text for each in found] == [URL, URL]
        assert found[0].corners != found[1].corners

    def test_the_same_code_at_the_same_place_is_one(self):
        sheet = on_sheet((code(), 50, 50))
        assert len(as_codes([*read_plainly(sheet), *read_plainly(sheet)], sheet)) == 1


class TestWhatItHolds:
    @pytest.mark.parametrize(
        "text",
        ["https://shop.example/é", "https://shop.example/鞋", "a\x00b\x1bc", " https://a.example \r\n", "日本語"],
    )
    def test_utf8_comes_out_as_it_went_in(self, text: str):
        found = only(code(text.encode()))
        assert (found.text, found.error) == (text, "")

    @pytest.mark.parametrize("raw", [b"\xff\xfe\xe9", "https://shop.example/café".encode("latin-1"), b"\x80\x81\x82"])
    def test_bytes_that_phones_read_differently_are_no_text(self, raw: bytes):
        found = only(code(raw))
        assert (found.text, found.error) == ("", "bytes that are no UTF-8 text")

    @pytest.mark.parametrize(("charset", "text"), [("iso-8859-2", "żółw"), ("cp1251", "жук"), ("utf-8", "café")])
    def test_other_bytes_are_text_when_the_code_names_their_character_set(self, charset: str, text: str):
        found = only(drawn(segno.make_qr(text, encoding=charset, eci=True)))
        assert (found.text, found.error) == (text, "")

    @pytest.mark.parametrize("how", [{"mode": "kanji"}, {"encoding": "shift_jis"}])
    def test_japanese_codes_are_text(self, how: dict[str, str]):
        found = only(drawn(segno.make_qr("点茗花の靴", **how)))
        assert (found.text, found.error) == ("点茗花の靴", "")

    @pytest.mark.parametrize(
        ("version", "level", "length"),
        [(2, "l", 90), (6, "m", 300), (6, "q", 300), (9, "h", 400), (14, "h", 900), (20, "m", 1500)],
    )
    def test_one_part_of_a_divided_message_is_said_to_be_one(self, version: int, level: str, length: int):
        text = ("https://shop.example/" + "".join(map(str, range(length))))[:length]
        parts = segno.make_sequence(text, version=version, error=level, boost_error=False)
        found = [only(drawn(part, scale=4)) for part in parts]
        assert "".join(each.text for each in found) == text
        assert [(each.part, each.parts) for each in found] == [(n, len(parts)) for n in range(1, len(parts) + 1)]
        assert (found[0].error, found[0].ecc.lower()) == (f"part 1 of {len(parts)}", level)

    def test_a_divided_message_seen_from_behind_is_told_too(self):
        part = segno.make_sequence("https://shop.example/" + "long-" * 40, symbol_count=3)[1]
        found = only(ImageOps.mirror(drawn(part)))
        assert (found.part, found.parts, found.mirrored) == (2, 3, True)


class TestOtherSymbols:
    def test_a_micro_qr_code_is_not_read_and_named(self):
        picture = drawn(segno.make_micro("12345", version="M3"))
        assert (read(picture), other_symbols(picture)) == ((), ("Micro QR Code",))

    def test_a_data_matrix_is_not_read_and_named(self):
        barcode = zxingcpp.create_barcode("https://shop.example/", zxingcpp.BarcodeFormat.DataMatrix)
        picture = image_of(barcode)
        assert (read(picture), other_symbols(picture)) == ((), ("Data Matrix",))


def image_of(barcode) -> Image.Image:
    seen = memoryview(barcode.to_image(scale=6, add_quiet_zones=True))
    return Image.frombytes("L", (seen.shape[1], seen.shape[0]), seen.tobytes()).convert("RGB")


# A code whose middle holds another code.
NESTED = {"set-2/16.png": "[内側QRコード]\r\n\r\n*ダブルQR*\r\nhttp://d-qr.net/ex/"}


@pytest.fixture(scope="module")
def readings(shared_data: Path) -> dict[str, tuple[str | None, list[Code]]]:
    folder = shared_data / "qr"
    labels = [json.loads(line) for line in (folder / "labels.jsonl").read_text("utf-8").splitlines()]
    return {each["file"]: (each["text"], list(scan_file(folder / each["file"]).codes)) for each in labels}


class TestPhotographs:
    def test_no_text_is_read_that_is_not_there(self, readings):
        wrong = {
            file: found.text
            for file, (text, codes) in readings.items()
            for found in codes
            if found.text not in {text, NESTED.get(file)}
        }
        assert wrong == {}

    @pytest.mark.parametrize(("folder", "least"), [("set-1", 20), ("set-2", 34), ("set-4", 47), ("no-code", 25)])
    def test_so_many_are_read(self, readings, folder: str, least: int):
        of_folder = {file: reading for file, reading in readings.items() if file.startswith(f"{folder}/")}
        right = sum(bool(codes) == (text is not None) for text, codes in of_folder.values())
        assert right >= least
