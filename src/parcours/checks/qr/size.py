"""A code must be printed large enough for the distance that it is scanned from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Code
from parcours.trace import JourneyTrace

# The trade's figures for a phone that is held in the hand.
LEAST_MODULE = 0.4
LEAST_WIDTH = 20.0
# A tenth of the distance is the trade's rule of thumb; at a fifteenth, ordinary cameras begin to fail.
COMFORTABLE, FARTHEST = 10, 15


class Print(NamedTuple):
    """A code as large as it is printed, without its margin."""

    code: Code
    width: float  # mm
    module: float  # mm
    distance: float  # mm, 0 when nobody said


def _prints(trace: JourneyTrace) -> Iterator[Print]:
    """The scanned codes whose size is known: declared, or drawn to scale in a PDF."""
    artwork = trace.start.artwork
    for code in artwork.scanned if artwork else ():
        assert artwork
        module = artwork.module_of(code)
        if module:
            yield Print(code, artwork.width_of(code), module, artwork.distance_mm)


@journey_check(
    "qr/size",
    title="The printed code is large enough to be scanned",
    severity=Severity.MAJOR,
    owner=Owner.PRINT,
    looks_at=_prints,
    advice=Advice(
        do="Print the code at least 2 cm wide and a tenth of the distance it is scanned from, or shorten its address.",
        links=("https://www.qrcode.com/en/howto/cell.html",),
    ),
    passes="A code of 30 mm on a letter.",
    fails="A code of 12 mm in the footer.",
)
def size(printed: Print, _trace: JourneyTrace) -> Iterator[Problem]:
    """Where the modules are too small for the camera, people go nearer, lose the focus, and put the letter away."""
    if printed.module < LEAST_MODULE:
        message = f"A module of the code is {printed.module:.2f} mm wide; phones want at least {LEAST_MODULE} mm"
        yield Problem(message, "module", evidence=printed.code.text)
    if printed.width < LEAST_WIDTH - 0.5:  # half a millimetre is lost in drawing
        message = f"The code is {printed.width:.0f} mm wide; {LEAST_WIDTH:.0f} mm is the least for a phone in the hand"
        yield Problem(message, "width", evidence=printed.code.text)
    if printed.distance > COMFORTABLE * printed.width:
        wanted = printed.distance / COMFORTABLE
        yield Problem(
            f"The code is {printed.width:.0f} mm wide and scanned from {printed.distance / 10:.0f} cm; "
            f"from there {wanted:.0f} mm is comfortable",
            "distance",
            Severity.MAJOR if printed.distance > FARTHEST * printed.width else Severity.NOTE,
            evidence=printed.code.text,
        )
