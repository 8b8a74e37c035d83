"""Files that are made to hurt whoever opens them end in a sentence, in bounded time and memory."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from pathlib import Path

import pytest

from parcours.artwork import drawing
from parcours.artwork.reading import open_document
from parcours.artwork.scanning import scan_file
from parcours.errors import ArtworkError


def png(width: int, height: int, rows: bytes, *more: tuple[bytes, bytes]) -> bytes:
    """A PNG of one bit a pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*one) for one in more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def white(width: int, height: int) -> bytes:
    """The rows of a white picture, pressed to next to nothing."""
    press = zlib.compressobj(9)
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    return b"".join(press.compress(row) for _ in range(height)) + press.flush()


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return b"%sxref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (
        out, count, table, count, trailer, len(out),
    )  # fmt: skip


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), more, packed)


def one_page(box: bytes = b"0 0 200 200", content: bytes = b"", catalogue: bytes = b"", **how: bytes) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R >>" % box
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf(b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue, pages, page, stream(content), **how)


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, *[page] * count)


LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a)(b)] " % (b"o" * 32, b"u" * 32)

REFUSED = {
    "a picture of 144 million pixels in 33 kB": ("a.png", png(12000, 12000, white(12000, 12000)), "12000 x 12000 pixels"),
    "a picture wider than decoders count": ("a.png", png(100_000, 8, white(100_000, 8)), "60,000 on a side"),
    "a picture that claims four thousand million rows": ("a.png", png(2**31 - 1, 2**31 - 1, b""), "too large"),
    "a picture without a side": ("a.png", png(0, 0, b""), "no picture and no PDF"),
    "a picture that is cut off": ("a.png", png(600, 600, white(600, 600)[:40]), "the PNG picture is damaged"),
    "a comment of 200 MB in a picture": (
        "a.png",
        png(8, 8, white(8, 8), (b"zTXt", b"k\0\0" + zlib.compress(bytes(200_000_000), 9))),
        "no picture and no PDF",
    ),
    "nothing": ("a.png", b"", "the file is empty"),
    "a PDF of 10,000 pages": ("a.pdf", many_pages(10_000), "has 10000 pages"),
    "a page of 350 km": ("a.pdf", one_page(b"0 0 1000000000 1000000000"), "page 1 is said to be larger"),
    "a PDF that is its own page": (
        "a.pdf",
        pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        "the PDF is damaged",
    ),
    "a PDF that claims 2,000 million pages": (
        "a.pdf",
        pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 2000000000 >>"),
        "the PDF is damaged",
    ),
    "a PDF that is cut off": ("a.pdf", many_pages(3)[:300], "the PDF is damaged"),
    "a PDF with a password": ("a.pdf", one_page(trailer=LOCK), "asks for a password"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_hostile_artwork_is_refused_in_a_sentence(tmp_path: Path, case: str) -> None:
    name, data, said = REFUSED[case]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ArtworkError, match=said) as caught:
        scan_file(tmp_path / name)
    assert caught.value.code == "qr-image"
    assert str(caught.value).startswith(name)


def test_a_page_that_takes_hours_to_draw_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "SECONDS", 2.0)
    (tmp_path / "a.pdf").write_bytes(one_page(content=b"0 0 m 200 200 l S\n" * 10_000_000))
    with pytest.raises(ArtworkError, match="page 1 cannot be drawn: it takes more than 2 s"):
        scan_file(tmp_path / "a.pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded where the system can")
def test_a_page_that_takes_all_memory_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "SECONDS", 120.0)
    small = "import resource\nresource.setrlimit(resource.RLIMIT_AS, (200_000_000, 200_000_000))\n"
    (tmp_path / "sitecustomize.py").write_text(small)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *filter(None, sys.path)]))
    (tmp_path / "a.pdf").write_bytes(one_page(b"0 0 5000 5000"))
    with pytest.raises(ArtworkError, match=r"page 1 cannot be drawn: .* memory"):
        scan_file(tmp_path / "a.pdf")


def test_a_script_in_a_pdf_is_not_run(tmp_path: Path) -> None:
    action = b"/OpenAction << /S /JavaScript /JS (while (true) {}) >>"
    (tmp_path / "a.pdf").write_bytes(one_page(catalogue=action))
    assert scan_file(tmp_path / "a.pdf").codes == ()


def test_a_very_long_page_is_drawn_smaller(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(one_page(b"0 0 100000 1"))
    (sheet,) = scan_file(tmp_path / "a.pdf").sheets
    assert (sheet.width, sheet.height, sheet.dpi) == (60_000, 1, 43.2)


@pytest.mark.skipif(sys.platform == "win32", reason="there are neither named pipes nor devices in folders")
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), Path.mkdir])
def test_what_is_no_file_is_never_waited_for(tmp_path: Path, make) -> None:
    make(tmp_path / "a.png")
    with pytest.raises(ArtworkError, match=r"a\.png (is not a file|cannot be opened)"):
        scan_file(tmp_path / "a.png")


def test_a_file_that_nobody_needs_any_more_has_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(one_page())
    document = open_document(tmp_path / "a.pdf")
    process = document._drawer._process
    assert process.poll() is None
    del document
    assert process.poll() is not None
