"""What was read in a printed thing: a letter, a poster, a photograph of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A point in pixels of the picture that was decoded."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Code:
    """One QR code.

    `text` is the payload as a phone reads it (strict UTF-8, or what codes from Japan and China have), "" when
    phones would not agree on it. `error` is "" when a phone has the whole text, otherwise a few words on what is
    wrong: bytes that are no text, or one part of a message that was cut into several codes (structured append),
    which phones do not join: part `part` of `parts`.
    `corners` are top left, top right, bottom right, bottom left of the symbol as it is meant to stand, in pixels
    of the page's picture; `page` counts from 1. `how` names the rung of the decoding ladder that read it ("plain"
    when the first attempt did). `version` is 1 to 40 and `ecc` L, M, Q or H, 0 and "" when they are not known;
    `module_px` is the width of a module in pixels. `inverted` is light on dark, `mirrored` seen from behind.
    """

    text: str
    format: str = "QRCode"
    page: int = 1
    corners: tuple[Point, ...] = ()
    how: str = "plain"
    error: str = ""
    version: int = 0
    ecc: str = ""
    module_px: float = 0
    inverted: bool = False
    mirrored: bool = False
    part: int = 0
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page or picture. `dpi` is 0 for a photograph, whose scale nobody knows."""

    width: int
    height: int
    dpi: float = 0


@dataclass(frozen=True, slots=True)
class Artwork:
    """A file and the codes on it, in reading order (page, then top to bottom, left to right).

    `sheets` are all its pages. `damaged` counts symbols that can be seen and not read; `others` names symbols that
    are no QR codes ("Data Matrix"). Both are looked for only when no code was read. `chosen` is which of the
    codes the customer scans, counted from 1, 0 while nobody can say. `width_mm` is the printed width of the code
    and `distance_mm` how far away it is scanned from, both as the scenario declares them, 0 when it does not.
    """

    file: str
    kind: str = "image"  # "image" or "pdf"
    sheets: tuple[Sheet, ...] = ()
    codes: tuple[Code, ...] = ()
    text: str = ""  # a PDF's own text, for the printed address
    picture: str = ""  # file name of a small picture of the first coded page, for the report
    damaged: int = 0
    others: tuple[str, ...] = ()
    chosen: int = 0
    width_mm: float = 0
    distance_mm: float = 0

    @property
    def scanned(self) -> tuple[Code, ...]:
        """The code that the customer scans; all of them while nobody can say which."""
        return self.codes[self.chosen - 1 : self.chosen] if self.chosen else self.codes
