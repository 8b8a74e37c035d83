"""What was read in a printed thing: a letter, a poster, a photograph of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A point in pixels of the picture that was decoded."""

    x: float
    y: float


MM_PER_INCH = 25.4
ENOUGH_MARGIN = 4.0  # modules of light around a symbol. ISO/IEC 18004
MOST_MARGIN = 5.0  # up to here they are measured
# What is lost in drawing and in measuring: half a module.
MARGIN_TOLERANCE = 0.5
ENOUGH_CONTRAST = 4.0  # the trade's figure, as a ratio of luminances


class Margin(NamedTuple):
    """The light margin on one side of a symbol.

    `modules` is measured up to 5. `cut` when it ends with the picture, and not at something that is printed: how
    wide it is on paper is then not known.
    """

    modules: float
    cut: bool = False

    @property
    def short(self) -> bool:
        """True when something is printed in it."""
        return not self.cut and self.modules < ENOUGH_MARGIN - MARGIN_TOLERANCE


class Trial(NamedTuple):
    """One attempt at reading a code as a phone might see it: "50 %", "blurred", "tilted 30 degrees"..."""

    name: str
    read: bool


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
    `spare` is the share of the error correction that reading it left over, 1 when every module was as it should
    be, -1 when that is not known.
    `margins` are the light margins at its top, right, bottom and left, () when they could not be measured.
    `contrast` is WCAG's ratio of its light to its dark modules, 1 to 21, 0 when it could not be measured. `drawn` is
    True when it was made by a computer and not photographed: what is measured in it is the print's doing, not the
    camera's. `trials` are attempts at reading it as phones might see it, () when nobody tried. `beside` is the
    text of a PDF within 5 cm of it.
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
    spare: float = -1
    margins: tuple[Margin, ...] = ()
    contrast: float = 0
    drawn: bool = False
    trials: tuple[Trial, ...] = ()
    beside: str = ""

    @property
    def modules(self) -> int:
        """Its width in modules, without the margin; 0 when its version is not known."""
        return 17 + 4 * self.version if self.version else 0

    @property
    def short_margin(self) -> Margin | None:
        """The shortest of the margins that something is printed in, None when there is none or nothing is known."""
        return min((margin for margin in self.margins if margin.short), default=None)


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
    and `distance_mm` how far away it is scanned from, as the scenario declares them, 0 when it does not.
    `valid_until` is the last day (ISO 8601) on which the print must work, "" when the scenario does not say.
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
    valid_until: str = ""

    @property
    def scanned(self) -> tuple[Code, ...]:
        """The code that the customer scans; all of them while nobody can say which."""
        return self.codes[self.chosen - 1 : self.chosen] if self.chosen else self.codes

    def dpi(self, code: Code) -> float:
        """The resolution of the code's page, 0 when nobody knows its scale."""
        return self.sheets[code.page - 1].dpi if 1 <= code.page <= len(self.sheets) else 0

    def width_of(self, code: Code) -> float:
        """The printed width of a code in mm, without its margin: declared, or drawn to scale in a PDF; else 0."""
        dpi = self.dpi(code)
        drawn = code.module_px * code.modules / dpi * MM_PER_INCH if dpi else 0.0
        return self.width_mm or drawn

    def module_of(self, code: Code) -> float:
        """The printed width of one of its modules in millimetres, 0 when it is not known."""
        return self.width_of(code) / code.modules if code.modules else 0.0
