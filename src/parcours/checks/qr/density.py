"""The printed code must not be denser than its address needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Code
from parcours.trace import JourneyTrace

LARGEST_EASY = 6  # version: 41 x 41 modules


def _known(trace: JourneyTrace) -> Iterable[Code]:
    """The scanned codes whose version is known; one part of a divided message is qr/payload's."""
    artwork = trace.start.artwork
    return [code for code in artwork.scanned if code.version and not code.parts] if artwork else ()


@journey_check(
    "qr/density",
    title="The printed code has 41 x 41 modules at most",
    severity=Severity.MINOR,
    owner=Owner.PRINT,
    looks_at=_known,
    advice=Advice(
        do="Print a short address on a host of your own, and redirect it to the long one.",
        snippet="Redirect 302 /spring https://shop.example/offers/spring?utm_source=letter&utm_campaign=2027-03",
        links=("https://www.qrcode.com/en/about/version.html",),
    ),
    passes="https://shop.example/spring",
    fails="An address of 200 characters, half of them parameters.",
)
def density(code: Code, _trace: JourneyTrace) -> Iterator[Problem]:
    """The more modules, the smaller each of them, and the nearer and steadier the phone must be held."""
    if code.version > LARGEST_EASY:
        holds = f" for {len(code.text)} characters" if code.text else ""
        strong = f" and error correction of level {code.ecc}" if code.ecc in {"Q", "H"} else ""
        message = (
            f"The code on page {code.page} has {code.modules} x {code.modules} modules (version {code.version})"
            f"{holds}{strong}; up to 41 x 41 is easily read"
        )
        yield Problem(message, evidence=code.text)
