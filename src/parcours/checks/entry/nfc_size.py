"""A tag's message fits the usual tags."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import messages
from parcours.facts.message import Message
from parcours.trace import JourneyTrace

# Bytes that tags of type 2 leave for a message, less their frame of up to five bytes (NXP's data sheet of NTAG21x).
TAGS = (("NTAG213", 144), ("NTAG215", 504), ("NTAG216", 888))
FRAME, LONG_FRAME = 3, 5


@journey_check(
    "entry/nfc-size",
    title="The tag's message fits the smallest usual tag",
    severity=Severity.NOTE,
    owner=Owner.PRINT,
    looks_at=lambda trace: messages(trace, "nfc"),
    advice=Advice(
        do="Write a short address of your own on the tag, and redirect it; or order tags with more memory.",
        snippet="nfc: https://shop.example/t/7",
        links=("https://www.nxp.com/docs/en/data-sheet/NTAG213_215_216.pdf",),
    ),
    passes="An address of 40 characters: 44 bytes.",
    fails="An address with five tracking parameters: 190 bytes.",
)
def nfc_size(tag: Message, _trace: JourneyTrace) -> Iterator[Problem]:
    """What does not fit is cut off when the tags are written, thousands at a time, and noticed when they are glued."""
    needs = tag.bytes + (FRAME if tag.bytes < 0xFF else LONG_FRAME)
    if needs <= TAGS[0][1]:
        return
    fits = next((f"an {name} ({room})" for name, room in TAGS if needs <= room), "a larger kind")
    severity = Severity.MINOR if needs > TAGS[-1][1] else None
    said = f"The tag needs {needs} bytes: more than an {TAGS[0][0]} has ({TAGS[0][1]}); order {fits}"
    yield Problem(said, "long", severity)
