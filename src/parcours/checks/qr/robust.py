"""The printed code must still be read from further away, out of focus and from aslant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Code
from parcours.trace import JourneyTrace


def _tried(trace: JourneyTrace) -> Iterable[Code]:
    """The scanned codes that were tried as they go to print; a photograph has blur and tilt of its own."""
    return [code for code in trace.start.artwork.scanned if code.drawn and code.trials] if trace.start.artwork else ()


@journey_check(
    "qr/robust",
    title="The printed code is read from further away, blurred and tilted too",
    severity=Severity.MINOR,
    owner=Owner.PRINT,
    certainty=Certainty.MEDIUM,
    looks_at=_tried,
    advice=Advice(
        do="Shorten the address, and print the code plain: square modules, dark on light, nothing over them.",
        links=("https://www.qrcode.com/en/howto/trouble.html",),
    ),
    passes="A code that is read at half its size, slightly blurred and tilted by 25 degrees.",
    fails="A code of 150 x 150 modules, which is read only from straight above.",
)
def robust(code: Code, _trace: JourneyTrace) -> Iterator[Problem]:
    """Nobody holds a phone like a scanner: who must try twice to get a code read seldom tries a third time."""
    missed = [trial.name for trial in code.trials if not trial.read]
    if missed:
        read = len(code.trials) - len(missed)
        message = (
            f"The code on page {code.page} is read in {read} of {len(code.trials)} attempts as phones see it, "
            f"and not {', '.join(missed)}"
        )
        yield Problem(message, evidence=code.text)
