"""An NFC tag: what a phone does that is held to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from parcours.channels import Channel, Opening, inside_folder
from parcours.errors import ArtworkError
from parcours.facts import ndef
from parcours.facts.message import Message, MessageLink, TagRecord
from parcours.facts.urls import Kind, classify
from parcours.scenario.units import AssetFile, shortened, wrong


def _hex(value: str) -> str:
    plain = value.replace(":", " ").replace("0x", " ").replace(",", " ")
    try:
        bytes.fromhex(plain)
    except ValueError:
        help = "write two digits of 0-9 and A-F for each byte: D1 01 0C 55 ..."
        raise wrong(f"{shortened(value)} are no bytes in hexadecimal digits", help) from None
    return plain


class Nfc(BaseModel):
    """What stands on the tag: an address, or its bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str = Field(default="", max_length=8000, description="The address that is written on the tag.")
    file: AssetFile = Field(default="", description="A file with the tag's NDEF message below the scenario's folder.")
    hex: Annotated[str, AfterValidator(_hex)] = Field(
        default="", description="The NDEF message in hexadecimal digits: D1 01 0C 55 ..."
    )

    @model_validator(mode="after")
    def _one_source(self) -> Nfc:
        given = [name for name in ("url", "file", "hex") if getattr(self, name)]
        if len(given) != 1:
            message = "a tag is one of `url`, `file` and `hex`"
            help = "write `nfc: https://shop.example/tag`, or `nfc: {file: assets/tag.ndef}`"
            raise PydanticCustomError("scenario", "{message}", {"message": message, "help": help})
        return self


def open_nfc(args: Nfc, folder: Path) -> Opening:
    """What the phone opens.

    Codes when there is nothing to open: "nfc-no-url", "nfc-not-url", "nfc-scheme". Raises ArtworkError ("nfc-broken")
    for bytes that are no whole message.
    """
    try:
        data = _bytes(args, folder)
        records = ndef.records(data)
        size = len(ndef.message(data))
    except ndef.NdefError as error:
        named = args.file or "the tag"
        tip = "write the tag again, and read it back before it is glued anywhere"
        raise ArtworkError(f"{named} holds no NDEF message: {error}", code="nfc-broken", tip=tip) from None
    uris = [record.uri for record in records if record.uri]
    links = tuple(MessageLink(uri, uri, position) for position, uri in enumerate(uris, 1))
    message = Message("nfc", args.file, bytes=size, records=records, links=links, chosen=1 if links else 0)
    code, reason = _not_web(uris[0]) if uris else ("nfc-no-url", f"the tag holds no address: {_held(records)}")
    return Opening("" if code else uris[0], code=code, reason=reason, message=message)


def _bytes(args: Nfc, folder: Path) -> bytes:
    if args.url:
        return ndef.uri_message(args.url.strip())
    if args.hex:
        return bytes.fromhex(args.hex)
    try:
        with inside_folder(folder, args.file).open("rb") as stream:
            return stream.read(ndef.MOST_BYTES + 1)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ArtworkError(f"{args.file} cannot be opened: {why}", code="nfc-broken") from None


def _held(records: tuple[TagRecord, ...]) -> str:
    return ", ".join(f"{record.kind} {record.value[:60]!a}" if record.value else record.kind for record in records)


def _not_web(uri: str) -> tuple[str, str]:
    link = classify(uri)
    if link.is_web and link.host:
        return "", ""
    if link.kind is Kind.DANGEROUS:
        return "nfc-scheme", f"the tag begins with {link.scheme}:, which must never be opened"
    return "nfc-not-url", f"the tag opens no web page: {uri[:80]!a}"


NFC = Channel("nfc", "An NFC tag that the phone is held to.", Nfc, "url", "nfc: https://shop.example/tag", open_nfc)
