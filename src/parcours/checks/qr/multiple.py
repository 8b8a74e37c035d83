"""One page must have one code to scan."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Artwork, Code
from parcours.trace import JourneyTrace

NEAR = 30.0  # mm between two codes that a phone in the hand sees together


class Page(NamedTuple):
    """The codes of one page."""

    number: int
    codes: tuple[Code, ...]


def _pages(trace: JourneyTrace) -> Iterator[Page]:
    """The pages with codes. The parts of a divided message are qr/payload's."""
    artwork = trace.start.artwork
    codes = [code for code in artwork.codes if not code.parts] if artwork else []
    for number in dict.fromkeys(code.page for code in codes):
        yield Page(number, tuple(code for code in codes if code.page == number))


@journey_check(
    "qr/multiple",
    title="A page has one code to scan",
    severity=Severity.MINOR,
    owner=Owner.PRINT,
    looks_at=_pages,
    advice=Advice(
        do="Print one code, and let its address lead each phone to its own store or page.",
        links=("https://www.qrcode.com/en/howto/trouble.html",),
    ),
    passes="A letter with one code.",
    fails="A flyer with a code for each store, side by side.",
)
def multiple(page: Page, trace: JourneyTrace) -> Iterator[Problem]:
    """With two codes in view the phone picks one, not always the one that was meant; people wonder which is theirs."""
    assert trace.start.artwork
    pairs = [Pair(one, other, _apart(one, other, trace.start.artwork)) for one, other in combinations(page.codes, 2)]
    different = [pair for pair in pairs if (pair.one.text, pair.one.error) != (pair.other.text, pair.other.error)]
    count = f"{len(page.codes)} codes" if len(page.codes) > 2 else "two codes"
    texts = "; ".join(dict.fromkeys(code.text or code.error for code in page.codes))
    nearest = min((pair.apart for pair in different or pairs), default=math.inf)
    if different and nearest < NEAR:
        message = f"Page {page.number} has {count} with different contents, {nearest:.0f} mm from each other"
        yield Problem(f"{message}: a phone sees both, and opens either", "near", evidence=texts)
    elif different:
        yield Problem(f"Page {page.number} has {count} with different contents", "different", evidence=texts)
    elif nearest < NEAR:
        message = f"Page {page.number} has {count} with the same contents, {nearest:.0f} mm from each other"
        yield Problem(message, "twice", Severity.NOTE, evidence=texts)


class Pair(NamedTuple):
    """Two codes of a page, and how many millimetres lie between them; infinity when nobody knows."""

    one: Code
    other: Code
    apart: float


def _apart(one: Code, other: Code, artwork: Artwork) -> float:
    pixels = one.module_px * one.modules
    width = artwork.width_of(one)
    if not pixels or not width or not one.corners or not other.corners:
        return math.inf
    return math.hypot(*(_gap(one, other, axis) for axis in (0, 1))) * width / pixels


def _gap(one: Code, other: Code, axis: int) -> float:
    """The pixels between two codes along x (0) or y (1), 0 where they overlap."""
    ours, theirs = [corner[axis] for corner in one.corners], [corner[axis] for corner in other.corners]
    return max(0.0, min(theirs) - max(ours), min(ours) - max(theirs))
