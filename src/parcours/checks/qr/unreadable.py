"""A phone must be able to read the printed code."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import ENOUGH_CONTRAST, Artwork, Code
from parcours.facts.wording import with_article
from parcours.trace import JourneyTrace

# What the code needed before it could be read, and what that says about the print.
NEEDED = {
    "threshold": ("another border between dark and light", "light and dark do not stand out alike everywhere"),
    "smaller": ("a reduced picture", "its modules are drawn unevenly or filled with a picture"),
    "larger": ("an enlarged picture", "its modules are only a few pixels wide"),
    "margin": ("a margin added around it", "the light margin of four modules is missing"),
    "sharpened": ("sharpening", "its edges are blurred"),
    "contrast": ("more contrast", "dark and light are too near each other"),
    "straightened": ("straightening", "it lies on a creased or bent surface"),
    "turned": ("turning", "it lies aslant, and is hard to find"),
    "colour": ("one colour looked at alone", "its inks are alike in brightness"),
}
# Rungs that phones climb too, many pictures a second, as the hand moves.
EASY = frozenset({"threshold", "smaller", "larger"})


@journey_check(
    "qr/unreadable",
    title="The printed code can be read at the first attempt",
    severity=Severity.BLOCKER,
    owner=Owner.PRINT,
    looks_at=lambda trace: (trace.start.artwork,) if trace.start.artwork else (),
    advice=Advice(
        do="Print a plain QR code, dark on light, with a margin of four modules and no picture in its modules.",
        links=("https://www.qrcode.com/en/howto/code.html",),
    ),
    passes="A letter whose code is read as it stands.",
    fails="A letter whose code is blurred, cut, or no QR code.",
)
def unreadable(artwork: Artwork, _trace: JourneyTrace) -> Iterator[Problem]:
    """A code that cannot be read ends the journey before it begins; one that is hard to read loses the impatient."""
    if not artwork.codes:
        yield _nothing(artwork)
    for code in artwork.scanned:
        if code.how != "plain" and not _measured(code):
            yield _with_effort(code)


def _nothing(artwork: Artwork) -> Problem:
    pages = f" on {len(artwork.sheets)} pages" if len(artwork.sheets) > 1 else ""
    if artwork.damaged:
        seen = "A QR code can" if artwork.damaged == 1 else f"{artwork.damaged} QR codes can"
        return Problem(
            f"{seen} be seen in {artwork.file} and not read: more of it is damaged, covered or bent "
            "than its error correction mends",
            aspect="damaged",
        )
    if artwork.others:
        one = len(artwork.others) == 1
        kinds = " and ".join(map(with_article, artwork.others))
        return Problem(
            f"What can be scanned in {artwork.file} is {kinds}: the cameras of most phones open "
            f"ordinary QR codes only, and {'this is none' if one else 'these are none'}",
            aspect="other-format",
        )
    return Problem(f"No QR code can be read in {artwork.file}{pages}", aspect="none")


def _measured(code: Code) -> bool:
    """True when qr/quiet-zone or qr/contrast says, with figures, why the code is hard to read."""
    if code.how == "margin":
        return code.drawn and code.short_margin is not None
    return code.how in {"contrast", "colour"} and code.drawn and 0 < code.contrast < ENOUGH_CONTRAST


def _with_effort(code: Code) -> Problem:
    needed, because = NEEDED.get(code.how, (code.how, "it is hard to read"))
    size = f" (a module is {code.module_px:.1f} pixels wide)" if code.how == "larger" and code.module_px else ""
    return Problem(
        f"The code on page {code.page} was read only after {needed}{size}: {because}",
        aspect=f"needed-{code.how}",
        severity=Severity.NOTE if code.how in EASY else Severity.MINOR,
        evidence=code.text,
    )
