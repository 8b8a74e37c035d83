from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest
from PIL import Image

from parcours.artwork.picture import save_picture
from parcours.artwork.reading import MOST_BYTES
from parcours.artwork.scanning import Part, scan_file
from parcours.errors import ArtworkError
from printed import MM, URL, code, on_sheet, pdf_page


def saved(path: Path, picture: Image.Image, kind: str, **how: object) -> Path:
    picture.save(path, kind, **how)
    return path


def texts(path: Path, **where: object) -> list[tuple[int, str]]:
    return [(each.page, each.text) for each in scan_file(path, **where).codes]


class TestPictures:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
    def test_they_are_known_by_their_content(self, tmp_path: Path, kind: str):
        artwork = scan_file(saved(tmp_path / "letter.dat", code(), kind), "assets/letter.dat")
        assert (artwork.file, artwork.kind, [each.text for each in artwork.codes]) == (
            "assets/letter.dat",
            "image",
            [URL],
        )
        assert [(sheet.width, sheet.height, sheet.dpi) for sheet in artwork.sheets] == [(*code().size, 0)]

    def test_a_code_on_nothing_is_a_code_on_white(self, tmp_path: Path):
        grey = code().convert("L")
        clear = Image.merge("RGBA", (*[Image.new("L", grey.size, 0)] * 3, grey.point(lambda tone: 255 - tone)))
        assert texts(saved(tmp_path / "clear.png", clear, "PNG")) == [(1, URL)]

    def test_a_clear_colour_of_a_palette_is_white(self, tmp_path: Path):
        grey = code().convert("1").convert("P")
        light = grey.getpixel((0, 0))
        grey.putpalette([0, 0, 0] * 256)
        assert texts(saved(tmp_path / "clear.png", grey, "PNG", transparency=light)) == [(1, URL)]

    @pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK"])
    def test_every_kind_of_pixel_is_read(self, tmp_path: Path, mode: str):
        kind = "JPEG" if mode == "CMYK" else "PNG"
        assert texts(saved(tmp_path / "code", code().convert(mode), kind)) == [(1, URL)]

    def test_sixteen_bits_a_pixel_are_read(self, tmp_path: Path):
        deep = code().convert("L").convert("I").point(lambda tone: tone * 120 + 9000).convert("I;16")
        assert texts(saved(tmp_path / "deep.png", deep, "PNG")) == [(1, URL)]

    def test_a_photograph_that_says_how_it_was_held_is_turned(self, tmp_path: Path):
        exif = Image.Exif()
        exif[0x0112] = 6  # the phone was held upright
        path = saved(tmp_path / "photo.jpg", on_sheet((code(), 700, 100), size=(1400, 1000)), "JPEG", exif=exif)
        artwork = scan_file(path)
        assert [(sheet.width, sheet.height) for sheet in artwork.sheets] == [(1000, 1400)]
        assert [each.text for each in artwork.codes] == [URL]
        assert min(corner.y for corner in artwork.codes[0].corners) > 700

    def test_only_the_first_frame_counts(self, tmp_path: Path):
        other = code("https://other.example/", version=4)
        path = tmp_path / "two.webp"
        code(version=4).save(path, "WEBP", save_all=True, append_images=[other], lossless=True)
        assert texts(path) == [(1, URL)]

    def test_a_part_is_looked_at_alone_and_corners_are_the_sheets(self, tmp_path: Path):
        sheet = on_sheet((code("https://a.example/"), 50, 50), (code(), 500, 900))
        path = saved(tmp_path / "sheet.png", sheet, "PNG")
        (found,) = scan_file(path, part=Part(0.4, 0.5, 0.6, 0.5)).codes
        assert found.text == URL
        assert found.corners[0].x == pytest.approx(524, abs=3)
        assert found.corners[0].y == pytest.approx(924, abs=3)


class TestPdfs:
    def test_every_page_is_read_at_300_dpi(self, tmp_path: Path):
        page = on_sheet((code(), 100, 100))
        second = on_sheet((code("https://a.example/"), 100, 100), (code("https://b.example/"), 100, 900))
        path = tmp_path / "letter.pdf"
        page.save(path, "PDF", resolution=150, save_all=True, append_images=[on_sheet(), second])
        artwork = scan_file(path)
        assert [(each.page, each.text) for each in artwork.codes] == [
            (1, URL),
            (3, "https://a.example/"),
            (3, "https://b.example/"),
        ]
        assert [(sheet.width, sheet.height, sheet.dpi) for sheet in artwork.sheets] == [(2000, 2800, 300)] * 3
        assert (artwork.kind, artwork.codes[0].module_px) == ("pdf", pytest.approx(12, abs=0.2))

    def test_one_page_can_be_asked_for(self, tmp_path: Path):
        path = tmp_path / "letter.pdf"
        second = on_sheet((code("https://a.example/"), 100, 100))
        on_sheet((code(), 100, 100)).save(path, "PDF", resolution=150, save_all=True, append_images=[second])
        assert texts(path, page=2) == [(2, "https://a.example/")]

    def test_a_page_that_is_not_there_is_said(self, tmp_path: Path):
        path = saved(tmp_path / "letter.pdf", on_sheet(), "PDF")
        with pytest.raises(ArtworkError, match=r"letter\.pdf has no page 2") as caught:
            scan_file(path, page=2)
        assert (caught.value.code, caught.value.tip) == ("qr-page", "it has 1 page, counted from 1")

    def test_its_own_text_is_kept(self, tmp_path: Path):
        path = tmp_path / "text.pdf"
        path.write_bytes(pdf_with("shop.example/spring"))
        assert scan_file(path).text.strip() == "shop.example/spring"

    @pytest.mark.parametrize("turned", [0, 90, 180, 270])
    def test_the_text_near_a_code_is_kept_apart_whichever_way_the_page_is_turned(self, tmp_path: Path, turned: int):
        path = letter_with_words(tmp_path / "letter.pdf", turned)
        artwork = scan_file(path)
        (found,) = artwork.codes
        assert found.beside.split() == ["shop.example/spring"]
        assert sorted(artwork.text.split()) == ["Bottines", "shop.example/spring"]
        assert artwork.width_of(found) == pytest.approx(29 / 37 * 50, abs=0.5)

    def test_a_picture_has_no_text_near_its_code(self, tmp_path: Path):
        (found,) = scan_file(saved(tmp_path / "code.png", code(), "PNG")).codes
        assert found.beside == ""

    def test_a_poster_is_drawn_smaller(self, tmp_path: Path):
        path = saved(tmp_path / "poster.pdf", on_sheet((code(scale=12), 100, 100)), "PDF", resolution=20)
        (sheet,) = scan_file(path).sheets
        assert sheet.width * sheet.height <= 40_100_000
        assert sheet.dpi == 106.9
        assert texts(path) == [(1, URL)]

    def test_a_damaged_one_is_said(self, tmp_path: Path):
        path = tmp_path / "letter.pdf"
        path.write_bytes(b"%PDF-1.7\nnothing")
        with pytest.raises(ArtworkError, match="the PDF is damaged") as caught:
            scan_file(path)
        assert caught.value.code == "qr-image"


def letter_with_words(path: Path, turned: int = 0) -> Path:
    """An A4 page with a word at its top, a code at its foot, and an address below that."""
    words = {(60, 780): "Bottines", (60, 80): "shop.example/spring"}
    return pdf_page(path, code("https://a.example/", version=3), (50, 100, 50 / MM), words, turned)


def pdf_with(text: str) -> bytes:
    """The smallest PDF that says something."""
    stream = f"BT /F1 24 Tf 20 50 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(body),
    )


class TestFilesThatAreNone:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"", "the file is empty"),
            (b"hello", "no picture and no PDF"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a web page or an SVG drawing"),
            (b"GIF89a\x01\x00\x01\x00", "a GIF"),
            (b"\0\0\0\x18ftypheic\0\0", "a HEIC photograph"),
            (b"PK\3\4 docx", "a ZIP or office file"),
        ],
    )
    def test_they_are_named(self, tmp_path: Path, content: bytes, message: str):
        path = tmp_path / "letter.png"
        path.write_bytes(content)
        with pytest.raises(ArtworkError) as caught:
            scan_file(path)
        assert caught.value.code == "qr-image"
        assert caught.value.message.startswith("letter.png: ")
        assert message in caught.value.message
        assert caught.value.tip == "export it as PDF, PNG, JPEG or WebP"

    def test_a_picture_that_is_cut_off_is_damaged(self, tmp_path: Path):
        whole = saved(tmp_path / "whole.png", code(), "PNG").read_bytes()
        path = tmp_path / "cut.png"
        path.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(ArtworkError, match="the PNG picture is damaged"):
            scan_file(path)

    def test_a_missing_file(self, tmp_path: Path):
        with pytest.raises(ArtworkError, match="there is no such file") as caught:
            scan_file(tmp_path / "letter.png")
        assert caught.value.code == "qr-image"

    def test_a_folder(self, tmp_path: Path):
        with pytest.raises(ArtworkError, match=r"is not a file|cannot be opened"):
            scan_file(tmp_path)

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path):
        os.mkfifo(tmp_path / "pipe.png")
        with pytest.raises(ArtworkError, match=r"pipe\.png is not a file"):
            scan_file(tmp_path / "pipe.png")

    def test_a_link_is_not_followed(self, tmp_path: Path):
        saved(tmp_path / "code.png", code(), "PNG")
        (tmp_path / "link.png").symlink_to("code.png")
        with pytest.raises(ArtworkError, match=r"link\.png cannot be opened"):
            scan_file(tmp_path / "link.png")

    def test_more_than_20_megabytes(self, tmp_path: Path):
        path = tmp_path / "big.png"
        with path.open("wb") as file:
            file.truncate(MOST_BYTES + 1_000_000)
        with pytest.raises(ArtworkError, match=r"big\.png has 21 MB, and 20 MB is the most"):
            scan_file(path)

    @pytest.mark.parametrize("side", [7000, 12000, 30000])
    def test_more_than_40_million_pixels_are_never_unpacked(self, tmp_path: Path, side: int):
        path = tmp_path / "huge.png"
        path.write_bytes(png_header(side))
        with pytest.raises(ArtworkError, match="the picture is too large"):
            scan_file(path)


def png_header(side: int) -> bytes:
    """A PNG of that side, without its pixels."""
    chunk = b"IHDR" + side.to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    empty = b"IDAT"
    parts = (b"\0\0\0\r", chunk, zlib.crc32(chunk).to_bytes(4, "big"))
    return b"".join((b"\x89PNG\r\n\x1a\n", *parts, b"\0\0\0\0", empty, zlib.crc32(empty).to_bytes(4, "big")))


class TestThePictureForReports:
    def test_it_shows_the_first_page_with_a_code(self, tmp_path: Path):
        path = tmp_path / "letter.pdf"
        on_sheet().save(
            path, "PDF", save_all=True, append_images=[on_sheet((code(scale=10), 100, 100))], resolution=150
        )
        name = save_picture(scan_file(path), path, tmp_path / "run")
        with Image.open(tmp_path / "run" / name) as picture:
            assert (name, picture.format) == ("artwork.webp", "WEBP")
            assert picture.width * picture.height <= 1_010_000
            assert picture.convert("L").getextrema()[0] < 50

    def test_without_a_file_there_is_none(self, tmp_path: Path):
        path = saved(tmp_path / "code.png", code(), "PNG")
        artwork = scan_file(path)
        path.unlink()
        assert save_picture(artwork, path, tmp_path / "run") == ""
