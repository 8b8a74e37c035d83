"""The printed code's error correction must be left for stains and creases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Code
from parcours.trace import JourneyTrace

# The smallest damage, one codeword of the longest block, leaves less than this.
WHOLE = 0.95
# Less than this is no reserve for what happens to paper.
LEAST_SPARE = 0.3
MENDS = {"L": 7, "M": 15, "Q": 25, "H": 30}  # percent of the codewords. ISO/IEC 18004


def _drawn(trace: JourneyTrace) -> Iterable[Code]:
    """The scanned codes as they go to print; in a photograph, damage may be the camera's."""
    artwork = trace.start.artwork
    return [code for code in artwork.scanned if code.drawn and code.ecc and code.spare >= 0] if artwork else ()


@journey_check(
    "qr/ecc",
    title="The printed code's error correction is not spent on a logo",
    severity=Severity.MINOR,
    owner=Owner.PRINT,
    looks_at=_drawn,
    advice=Advice(
        do="Make the code with level Q or H when a logo covers a part of it, and keep the logo small.",
        links=("https://www.qrcode.com/en/about/error_correction.html",),
    ),
    passes="A code of level H with a small logo in the middle.",
    fails="A code of level L with a logo in the middle.",
)
def ecc(code: Code, _trace: JourneyTrace) -> Iterator[Problem]:
    """What a logo takes of the error correction is missing when the letter is folded, stained, or shines in the sun."""
    if code.spare >= WHOLE:
        return
    spent = f"{1 - code.spare:.0%}".replace("%", " %")
    over = f"Something covers modules of the code on page {code.page}, a logo perhaps"
    mends = f"level {code.ecc}, which mends {MENDS.get(code.ecc, 0)} %"
    if code.ecc == "L":
        message = f"{over}, and its error correction is the weakest, {mends}: {spent} of that is gone before printing"
        yield Problem(message, "weakest-level", evidence=code.text)
    elif code.spare < LEAST_SPARE:
        message = f"{over}: it uses up {spent} of the error correction ({mends}) before printing"
        yield Problem(message, "spent", evidence=code.text)
