"""The printed code's dark and light modules must stand well apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import ENOUGH_CONTRAST, Code
from parcours.trace import JourneyTrace

# A camera in poor light takes black on white for this much, hardly for less.
POOR_LIGHT = 2.0


def _measured(trace: JourneyTrace) -> Iterable[Code]:
    """The scanned codes whose contrast could be measured."""
    return [code for code in trace.start.artwork.scanned if code.contrast] if trace.start.artwork else ()


@journey_check(
    "qr/contrast",
    title="The printed code's dark and light stand apart by 4:1",
    severity=Severity.MINOR,
    owner=Owner.PRINT,
    looks_at=_measured,
    advice=Advice(
        do="Print the code in black or a dark colour, on white or a light ground.",
        links=("https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio", "https://www.qrcode.com/en/howto/trouble.html"),
    ),
    passes="A dark blue code on cream.",
    fails="A light grey code on white.",
)
def contrast(code: Code, _trace: JourneyTrace) -> Iterator[Problem]:
    """In the evening, in a tram, behind glass, a camera loses contrast first: a pale code is seen and not read."""
    if code.drawn and code.contrast < ENOUGH_CONTRAST:
        message = (
            f"Light and dark modules of the code on page {code.page} stand apart by {code.contrast:.1f}:1; "
            f"{ENOUGH_CONTRAST:.0f}:1 is the least"
        )
        yield Problem(message, "low", evidence=code.text)
    elif not code.drawn and code.contrast < POOR_LIGHT:
        message = (
            f"In the photograph, light and dark of the code stand apart by {code.contrast:.1f}:1 only: "
            "look whether it was the light or is the print"
        )
        yield CannotTell(message, "photographed", evidence=code.text)
