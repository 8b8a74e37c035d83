"""Nothing must be printed in the light margin around a code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import ENOUGH_MARGIN, MARGIN_TOLERANCE, Code, Margin
from parcours.trace import JourneyTrace

SIDES = ("above", "right of", "below", "left of")
# In a photograph a shadow or a bent sheet costs half a margin's breadth, and may hide the whole of it: only what is
# narrower, and there, is worth a look.
NARROW_IN_PHOTOGRAPHS = 2.0


def _measured(trace: JourneyTrace) -> Iterable[Code]:
    """The scanned codes whose margins could be measured."""
    return [code for code in trace.start.artwork.scanned if code.margins] if trace.start.artwork else ()


@journey_check(
    "qr/quiet-zone",
    title="The printed code has a light margin of four modules on every side",
    severity=Severity.MAJOR,
    owner=Owner.PRINT,
    looks_at=_measured,
    advice=Advice(
        do="Leave four modules free around the code, of lines, text and pictures, on a ground as light as its own.",
        links=("https://www.qrcode.com/en/howto/code.html",),
    ),
    passes="A code in a white field that is four modules wider on every side.",
    fails="A code with “Scan me!” one module below it.",
)
def quiet_zone(code: Code, trace: JourneyTrace) -> Iterator[Problem]:
    """Phones find a code by the light around it: what stands too near is taken for a part of it, and it is missed."""
    assert trace.start.artwork
    module = trace.start.artwork.module_of(code)
    short = [(where, margin) for where, margin in zip(SIDES, code.margins, strict=True) if margin.short]
    if not code.drawn:
        if narrow := [(where, margin) for where, margin in short if 0 < margin.modules < NARROW_IN_PHOTOGRAPHS]:
            message = f"In the photograph, only {_said(narrow, module)}: look at the artwork itself"
            yield CannotTell(message, "photographed", evidence=code.text)
    elif short:
        missed = "; as it stands, it is not read at the first attempt" if code.how == "margin" else ""
        yield Problem(f"Only {_said(short, module)}{missed}", "short", evidence=code.text)
    elif cut := [(where, margin) for where, margin in zip(SIDES, code.margins, strict=True) if _ends(margin)]:
        where, margin = min(cut, key=lambda each: each[1])
        ends = f"{margin.modules:.1f} modules {where} the code" if margin.modules else "at the code's own edge"
        message = f"The picture ends {ends}: see that {ENOUGH_MARGIN:.0f} modules stay free around it in print"
        yield CannotTell(message, "cut", evidence=code.text)


def _ends(margin: Margin) -> bool:
    return margin.cut and margin.modules < ENOUGH_MARGIN - MARGIN_TOLERANCE


def _said(sides: list[tuple[str, Margin]], module: float) -> str:
    """“1.5 modules (1.1 mm) are free above and left of the code, not 4 (3.0 mm)”."""
    least = min(margin.modules for _, margin in sides)
    names = [name for name, _ in sides]
    where = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    free, wanted = (f" ({modules * module:.1f} mm)" if module else "" for modules in (least, ENOUGH_MARGIN))
    return f"{least:.1f} modules{free} are free {where} the code, not {ENOUGH_MARGIN:.0f}{wanted}"
