"""A code must be dark on light, and the right way round."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Code
from parcours.trace import JourneyTrace


@journey_check(
    "qr/inverted",
    title="The printed code is dark on light and the right way round",
    severity=Severity.MINOR,
    owner=Owner.PRINT,
    looks_at=lambda trace: trace.start.artwork.scanned if trace.start.artwork else (),
    advice=Advice(
        do="Print the code dark on light; on a dark ground, put it in a light field with a margin of four modules.",
        links=("https://www.qrcode.com/en/howto/code.html",),
    ),
    passes="A black code on white paper.",
    fails="A white code on a dark poster.",
)
def inverted(code: Code, _trace: JourneyTrace) -> Iterator[Problem]:
    """The standard's codes are dark on light: new phones read the reverse, older ones and many scanner apps do not."""
    if code.inverted:
        yield Problem(
            f"The code on page {code.page} is light on dark, which some phones do not read",
            aspect="inverted",
            evidence=code.text,
        )
    if code.mirrored:
        yield Problem(
            f"The code on page {code.page} is mirrored, as if seen from behind, which some phones do not read",
            aspect="mirrored",
            evidence=code.text,
        )
