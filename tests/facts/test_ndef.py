"""Tags, byte for byte."""

from __future__ import annotations

import pytest

from parcours.facts.message import TagRecord
from parcours.facts.ndef import MOST_BYTES, PREFIXES, NdefError, message, records, uri_message


def record(head: int, kind: bytes, payload: bytes, id: bytes = b"") -> bytes:
    """One record; `head` is its first byte."""
    length = bytes([len(payload)]) if head & 0x10 else len(payload).to_bytes(4)
    return bytes([head, len(kind)]) + length + (bytes([len(id)]) if head & 0x08 else b"") + kind + id + payload


ADDRESS = record(0xD1, b"U", b"\x04shop.example/x")
FIRST, LAST = record(0x91, b"T", b"\x02frVitrine"), record(0x51, b"U", b"\x04shop.example/x")
WHOLE = TagRecord("uri", "https://shop.example/x", "U")


def test_every_abbreviation_stands_for_its_beginning() -> None:
    for code, prefix in enumerate(PREFIXES):
        (found,) = records(record(0xD1, b"U", bytes([code]) + b"rest"))
        assert found == TagRecord("uri", f"{prefix}rest", "U")
    assert (len(PREFIXES), PREFIXES[0x04], PREFIXES[0x23]) == (0x24, "https://", "urn:nfc:")
    assert records(record(0xD1, b"U", b"\x24rest"))[0].value == "rest"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (ADDRESS, (WHOLE,)),
        (FIRST + LAST, (TagRecord("text", "Vitrine", "T", "fr"), WHOLE)),
        (b"\x03" + bytes([len(ADDRESS)]) + ADDRESS + b"\xfe", (WHOLE,)),
        (b"\x00\x00\x03" + bytes([len(ADDRESS)]) + ADDRESS, (WHOLE,)),
        (b"\x03\xff" + len(ADDRESS).to_bytes(2) + ADDRESS + b"\xfe", (WHOLE,)),
        (ADDRESS + b"\x00\xfe\x00", (WHOLE,)),
        (record(0xC1, b"U", b"\x04shop.example/x"), (WHOLE,)),
        (record(0xD9, b"U", b"\x04shop.example/x", b"id"), (WHOLE,)),
        (record(0xD3, b"https://shop.example/x", b""), (TagRecord("uri", "https://shop.example/x", "absolute"),)),
        (record(0xD4, b"android.com:pkg", b"com.example"), (TagRecord("app", "com.example", "android.com:pkg"),)),
        (record(0xD4, b"example.com:x", b"1"), (TagRecord("external", "", "example.com:x"),)),
        (record(0xD2, b"text/vcard", b"BEGIN:VCARD"), (TagRecord("mime", "", "text/vcard"),)),
        (record(0xD1, b"T", b"\x82fr" + "é".encode("utf-16")), (TagRecord("text", "é", "T", "fr"),)),
        (record(0xD1, b"Sp", FIRST + LAST), (TagRecord("smart-poster", WHOLE.value, "Sp", title="Vitrine"),)),
        (record(0xD1, b"Hr", b"\x12"), (TagRecord("unknown", "", "Hr"),)),
        (record(0xD0, b"", b""), (TagRecord("empty"),)),
    ],
)
def test_a_message_is_read_record_by_record(data: bytes, found: tuple[TagRecord, ...]) -> None:
    assert records(data) == found


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "there are no bytes"),
        (b"\x00\x00", "there are no bytes"),
        (b"\x51" + ADDRESS[1:], "the first byte is 0x51: no message begins so"),
        (ADDRESS[:-1], "record 1 promises 15 bytes, and 1 are missing"),
        (ADDRESS[:2], "record 1 ends in the middle of its head"),
        (FIRST, "after record 1 another one should follow, and the bytes end"),
        (FIRST + ADDRESS, "record 2 begins another message"),
        (b"\xf1" + ADDRESS[1:], "record 1 is cut into chunks, which phones do not put together"),
        (b"\xd6" + ADDRESS[1:], "record 1 is cut into chunks, which phones do not put together"),
        (b"\xd7" + ADDRESS[1:], "record 1 has a type that is kept for the future (TNF 7)"),
        (ADDRESS + b"more", "4 bytes follow after the last record"),
        (b"\x03\x40" + ADDRESS, "the frame promises 64 bytes, and 19 follow"),
        (b"\x03", "the frame has no length"),
        (record(0xD1, b"U", b""), "an address record is empty"),
        (record(0xD1, b"T", b""), "a text record is empty"),
        (record(0xD1, b"Sp", LAST), "the first byte is 0x51: no message begins so"),
        (record(0xC1, b"U", b"x" * MOST_BYTES), "are more than any tag holds"),
        (record(0x91, b"T", b"\x00") + record(0x11, b"T", b"\x00") * 80, "more than 64 records"),
    ],
)
def test_bytes_that_are_no_whole_message_are_told_apart(data: bytes, words: str) -> None:
    with pytest.raises(NdefError) as error:
        records(data)
    assert words in str(error.value)


@pytest.mark.parametrize("length", [1, 240, 254, 255, 256, 3000])
def test_an_address_is_written_as_it_is_read(length: int) -> None:
    url = "https://www." + "a" * length
    assert records(uri_message(url)) == (TagRecord("uri", url, "U"),)
    assert uri_message("https://www.a")[:5] == b"\xd1\x01\x02U\x02"
    assert message(uri_message(url)) == uri_message(url)
