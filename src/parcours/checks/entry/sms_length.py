"""A text message is one message."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import messages
from parcours.facts.message import Message
from parcours.facts.texting import coding
from parcours.trace import JourneyTrace

MOST_NAMED = 6


@journey_check(
    "entry/sms-length",
    title="The text message is one message, its link included",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=lambda trace: messages(trace, "sms"),
    advice=Advice(
        do="Shorten the text to 160 characters of the basic alphabet, its link included.",
        links=("https://www.etsi.org/deliver/etsi_ts/123000_123099/123038/17.00.00_60/ts_123038v170000p.pdf",),
    ),
    passes="Your statement is ready: https://bank.example/m/4f2a",
    fails="A text of 161 characters, or one of 71 with a typographer’s apostrophe.",
)
def sms_length(message: Message, _trace: JourneyTrace) -> Iterator[Problem]:
    """Parts may come late, in the wrong order or not at all, the link with the last of them; and each is paid for."""
    code = coding(message.text)
    if code.segments == 1:
        return
    if not code.foreign:
        said = f"The text takes {code.units} characters: {code.segments} messages, where 160 make one"
        yield Problem(said, "long")
        return
    named = " ".join(_shown(character) for character in code.foreign[:MOST_NAMED])
    more = f" and {len(code.foreign) - MOST_NAMED} more" if len(code.foreign) > MOST_NAMED else ""
    many = "is" if len(code.foreign) == 1 else "are"
    instead = f"; spelt plainly, {'it is one' if code.plain == 1 else f'they are {code.plain}'}" if code.plain else ""
    said = f"{named}{more} {many} not in the alphabet of text messages: 70 characters make one then"
    yield Problem(f"{said}, and the text takes {code.segments}{instead}", "alphabet")


def _shown(character: str) -> str:
    return f"“{character}”" if character.isprintable() and not character.isspace() else f"U+{ord(character):04X}"
