"""A printed QR code: the file that was sent to the printer, or a photograph of what came back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from parcours.artwork.scanning import WHOLE, Part, scan_file
from parcours.channels import Channel, Opening, inside_folder
from parcours.facts.artwork import Artwork, Code
from parcours.facts.urls import Kind, classify
from parcours.scenario.units import AssetFile, Day, Millimetres

SHOWN = 80  # characters of a payload that messages show
# How people call what classify finds; other kinds are called by their own name.
CALLED = {
    Kind.BARE_HOST: "an address without https:// before it",
    Kind.RELATIVE: "a path without a host",
    Kind.TEL: "a telephone number",
    Kind.SMS: "a text message",
    Kind.MAIL: "an e-mail address",
    Kind.WIFI: "a Wi-Fi network",
    Kind.GEO: "a place on a map",
    Kind.CONTACT_CARD: "a contact card",
    Kind.EVENT: "a calendar event",
    Kind.BOOKMARK: "a bookmark of the MEBKM kind",
    Kind.OTP: "a one-time password",
    Kind.PAYMENT: "a payment",
    Kind.TEXT: "plain text",
    Kind.EMPTY: "nothing but blanks",
}
APP = "an address that only an app opens"
SECRET = frozenset({Kind.WIFI, Kind.OTP})


class Crop(BaseModel):
    """A part of the page, in shares of its width and height (0 to 1) from the top left corner."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    x: float = Field(ge=0, lt=1, description="Where it begins from the left: 0.5 is the middle.")
    y: float = Field(ge=0, lt=1, description="Where it begins from the top.")
    width: float = Field(gt=0, le=1, description="How wide it is: 0.5 is half of the page.")
    height: float = Field(gt=0, le=1, description="How high it is.")

    @model_validator(mode="after")
    def _on_the_page(self) -> Crop:
        if self.x + self.width > 1.000001 or self.y + self.height > 1.000001:
            raise ValueError("the crop reaches beyond the page: x + width and y + height are at most 1")
        return self


class Printed(BaseModel):
    """How the code is printed and scanned."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    width: Millimetres | None = Field(default=None, description="Printed width of the code without its margin: 25 mm.")
    distance: Millimetres | None = Field(default=None, description="How far away the phone is held: 30 cm.")
    valid_until: Day | None = Field(
        default=None,
        alias="valid-until",
        description="The last day on which the print must work: 2027-01-31.",
    )


class Qr(BaseModel):
    """Which file, and which code on it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: AssetFile = Field(description="A PDF, PNG, JPEG or WebP file below the scenario's folder.")
    page: int | None = Field(default=None, ge=1, description="The page of a PDF, counted from 1; all when absent.")
    code: int | None = Field(
        default=None, ge=1, description="Which code, counted from 1 in reading order, when several differ."
    )
    crop: Crop | None = Field(default=None, description="Only this part of each page, in shares of its size.")
    printed: Printed | None = Field(default=None, description="How large it is printed, and scanned from where.")


def open_qr(args: Qr, folder: Path) -> Opening:
    """What a phone opens when it scans the code.

    Codes when there is nothing to open: "qr-none", "qr-multiple", "qr-encoding", "qr-split", "qr-not-url", "qr-scheme".
    """
    part = Part(args.crop.x, args.crop.y, args.crop.width, args.crop.height) if args.crop else WHOLE
    artwork = scan_file(inside_folder(folder, args.file), args.file, page=args.page, part=part, tries=True)
    if args.printed:
        artwork = as_printed(artwork, args.printed)
    return opening(artwork, args.code)


def as_printed(artwork: Artwork, printed: Printed) -> Artwork:
    """The artwork with what the scenario says of the print."""
    return replace(
        artwork,
        width_mm=printed.width or 0,
        distance_mm=printed.distance or 0,
        valid_until=printed.valid_until.isoformat() if printed.valid_until else "",
    )


def opening(artwork: Artwork, wanted: int | None = None) -> Opening:
    """The address of the code that is wanted, or of the only one; the artwork comes along in any case."""
    if not artwork.codes:
        return Opening(artwork=artwork, code="qr-none", reason=f"no QR code can be read in {artwork.file}")
    if wanted is not None and wanted > len(artwork.codes):
        have = f"{len(artwork.codes)} can be read"
        return Opening(artwork=artwork, code="qr-none", reason=f"there is no code {wanted} in {artwork.file}: {have}")
    if wanted is None and len({(code.text, code.error) for code in artwork.codes}) > 1:
        return Opening(artwork=artwork, code="qr-multiple", reason=_choice(artwork))
    chosen = replace(artwork, chosen=wanted or 1)
    url, code, reason = address(chosen.scanned[0])
    return Opening(url=url, artwork=chosen, code=code, reason=reason)


def address(code: Code) -> tuple[str, str, str]:
    """A code's web address, else "" with a stable code and the reason in words."""
    if code.parts:
        return "", "qr-split", f"the code is {code.error}: a phone reads each part for itself"
    if code.error:
        return "", "qr-encoding", f"the code holds {code.error}"
    text = code.text.strip()
    link = classify(text)
    if link.kind is Kind.DANGEROUS:
        return "", "qr-scheme", f"the code begins with {link.scheme}:, which must never be opened"
    if link.is_web and re.search(r"[\s\x00-\x1f\x7f]", text):
        return "", "qr-not-url", f"the code holds more than one address: {_shown(text)}"
    if link.is_web and link.host:
        return text, "", ""
    called = "an address without a host" if link.is_web else CALLED.get(link.kind, APP)
    shown = "" if link.kind in SECRET else f": {_shown(text)}"
    return "", "qr-not-url", f"the code holds {called}{shown}"


def _choice(artwork: Artwork) -> str:
    pages = {code.page for code in artwork.codes}
    how = "`page:` or `code:`" if len(pages) == len(artwork.codes) else "`code:` or `crop:`"
    each = "; ".join(f"{index} on page {code.page}: {_shown(code.text)}" for index, code in enumerate(artwork.codes, 1))
    return f"{len(artwork.codes)} codes with different contents; say which with {how} ({each})"


def _shown(text: str) -> str:
    return ascii(text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}...")


QR = Channel("qr", "A printed QR code, read from its PDF or picture.", Qr, "file", "qr: assets/letter.pdf", open_qr)
