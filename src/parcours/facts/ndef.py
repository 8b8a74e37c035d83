"""What stands on an NFC tag: the NFC Forum's data exchange format (NDEF), read as phones read it.

https://nfc-forum.org/build/specifications. A message is a row of records; the first byte of each says whether it is
the first or the last one, whether its lengths are short, and what kind of type follows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from parcours.facts.message import TagRecord

BEGIN, END, CHUNK, SHORT, HAS_ID = 0x80, 0x40, 0x20, 0x10, 0x08
EMPTY, WELL_KNOWN, MIME, ABSOLUTE, EXTERNAL, UNKNOWN, UNCHANGED = range(7)
MOST_RECORDS = 64
MOST_BYTES = 32 * 1024  # the largest tags hold 8 kB
APP = "android.com:pkg"

# The URI record type definition's abbreviations, 0x00 to 0x23.
PREFIXES = (
    "", "http://www.", "https://www.", "http://", "https://", "tel:", "mailto:", "ftp://anonymous:anonymous@",
    "ftp://ftp.", "ftps://", "sftp://", "smb://", "nfs://", "ftp://", "dav://", "news:", "telnet://", "imap:",
    "rtsp://", "urn:", "pop:", "sip:", "sips:", "tftp:", "btspp://", "btl2cap://", "btgoep://", "tcpobex://",
    "irdaobex://", "file://", "urn:epc:id:", "urn:epc:tag:", "urn:epc:pat:", "urn:epc:raw:", "urn:epc:", "urn:nfc:",
)  # fmt: skip


class NdefError(ValueError):
    """Bytes that are no whole NDEF message; says in words where and why."""


class _Raw(NamedTuple):
    """One record as it stands: its name format, type and payload."""

    form: int
    type: bytes
    payload: bytes


def records(data: bytes) -> tuple[TagRecord, ...]:
    """The records of a message, with or without the tag's own frame (TLV 0x03) around it. Raises NdefError."""
    if len(data) > MOST_BYTES:
        raise NdefError(f"{len(data)} bytes are more than any tag holds")
    return tuple(map(_record, _split(message(data))))


def message(data: bytes) -> bytes:
    """The NDEF message in a dump of a tag, without the frame that tags of type 2 put around it."""
    while data and data[0] == 0:  # a NULL TLV fills up
        data = data[1:]
    if not data:
        raise NdefError("there are no bytes")
    if data[0] != 0x03:
        return data
    if len(data) < 2:
        raise NdefError("the frame has no length")
    length, start = (data[1], 2) if data[1] != 0xFF else (int.from_bytes(data[2:4]), 4)
    if start + length > len(data):
        raise NdefError(f"the frame promises {length} bytes, and {max(len(data) - start, 0)} follow")
    return data[start : start + length]


def _split(data: bytes) -> Iterator[_Raw]:
    at, count = 0, 0
    while True:
        count += 1
        if count > MOST_RECORDS:
            raise NdefError(f"more than {MOST_RECORDS} records")
        if at >= len(data):
            raise NdefError(f"after record {count - 1} another one should follow, and the bytes end")
        head = data[at]
        _check_head(head, count)
        raw, at = _one(data, at, count)
        yield raw
        if head & END:
            break
    if any(data[at:].strip(b"\x00\xfe")):
        raise NdefError(f"{len(data) - at} bytes follow after the last record")


def _check_head(head: int, count: int) -> None:
    if count == 1 and not head & BEGIN:
        raise NdefError(f"the first byte is 0x{head:02X}: no message begins so")
    if count > 1 and head & BEGIN:
        raise NdefError(f"record {count} begins another message")
    if head & CHUNK or head & 7 == UNCHANGED:
        raise NdefError(f"record {count} is cut into chunks, which phones do not put together")
    if head & 7 == 7:
        raise NdefError(f"record {count} has a type that is kept for the future (TNF 7)")


def _one(data: bytes, at: int, count: int) -> tuple[_Raw, int]:
    """The record that begins there, and where the next one would."""
    head = data[at]
    wide = 1 if head & SHORT else 4
    fixed = 2 + wide + (1 if head & HAS_ID else 0)
    if at + fixed > len(data):
        raise NdefError(f"record {count} ends in the middle of its head")
    type_length = data[at + 1]
    payload_length = int.from_bytes(data[at + 2 : at + 2 + wide])
    id_length = data[at + fixed - 1] if head & HAS_ID else 0
    start = at + fixed
    end = start + type_length + id_length + payload_length
    if end > len(data):
        raise NdefError(f"record {count} promises {payload_length} bytes, and {end - len(data)} are missing")
    payload = start + type_length + id_length
    return _Raw(head & 7, data[start : start + type_length], data[payload:end]), end


def _record(raw: _Raw) -> TagRecord:
    kind = raw.type.decode("utf-8", "replace")
    if raw.form == WELL_KNOWN and kind in _WELL_KNOWN:
        return _WELL_KNOWN[kind](raw.payload)
    if raw.form == ABSOLUTE:  # the type itself is the address
        return TagRecord("uri", kind, "absolute")
    if raw.form == EXTERNAL and kind.lower() == APP:
        return TagRecord("app", raw.payload.decode("utf-8", "replace"), kind)
    named = {EMPTY: "empty", MIME: "mime", EXTERNAL: "external"}
    return TagRecord(named.get(raw.form, "unknown"), "", kind)


def _address(payload: bytes) -> TagRecord:
    return TagRecord("uri", _uri(payload), "U")


def _uri(payload: bytes) -> str:
    if not payload:
        raise NdefError("an address record is empty")
    prefix = PREFIXES[payload[0]] if payload[0] < len(PREFIXES) else ""
    return prefix + payload[1:].decode("utf-8", "replace")


def _text(payload: bytes) -> TagRecord:
    if not payload:
        raise NdefError("a text record is empty")
    length = payload[0] & 0x3F
    code = "utf-16" if payload[0] & 0x80 else "utf-8"
    lang = payload[1 : 1 + length].decode("ascii", "replace")
    return TagRecord("text", payload[1 + length :].decode(code, "replace"), "T", lang)


def _poster(payload: bytes) -> TagRecord:
    """A smart poster is a message of its own: an address, and texts that describe it."""
    inner = [_record(raw) for raw in _split(payload) if raw.type != b"Sp"]
    address = next((record.value for record in inner if record.kind == "uri"), "")
    title = next((record.value for record in inner if record.kind == "text"), "")
    return TagRecord("smart-poster", address, "Sp", title=title)


_WELL_KNOWN: Mapping[str, Callable[[bytes], TagRecord]] = {"U": _address, "T": _text, "Sp": _poster}


def uri_message(uri: str) -> bytes:
    """The message of one address record, as short as it can be written."""
    code = max((i for i, prefix in enumerate(PREFIXES) if uri.startswith(prefix)), key=lambda i: len(PREFIXES[i]))
    payload = bytes([code]) + uri[len(PREFIXES[code]) :].encode()
    if len(payload) < 256:
        return bytes([BEGIN | END | SHORT | WELL_KNOWN, 1, len(payload)]) + b"U" + payload
    return bytes([BEGIN | END | WELL_KNOWN, 1]) + len(payload).to_bytes(4) + b"U" + payload
