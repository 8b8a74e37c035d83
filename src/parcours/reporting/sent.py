"""A message as a report shows it: the bubble of a text, the picture of a mail, the records of a tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parcours.facts.geometry import Box
from parcours.facts.inapp import TITLES
from parcours.facts.message import Message, MessageLink
from parcours.facts.texting import coding
from parcours.redaction import masked
from parcours.reporting.messages import Messages
from parcours.reporting.pictures import Crop, Picture
from parcours.reporting.text import clean

TALLEST = 1.9  # times its width: what is shown of a long mail
MOST_RECORDS = 8
MOST_TEXT = 1200


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text; `how` is "link" for what a phone underlines, "tapped" for what is tapped, else ""."""

    words: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message ready to be shown, every text of it clean.

    `lines` are facts about it as (name, value). `crop` is the part of the mail's picture that is shown, with the
    tapped link on it. `pieces` are a plain text's.
    """

    kind: str
    lines: tuple[tuple[str, str], ...] = ()
    pieces: tuple[Piece, ...] = ()
    note: str = ""
    crop: Crop | None = None


def sent(message: Message, words: Messages, picture: Picture | None) -> Sent:
    """The message in a reader's language; `picture` is a mail's."""
    tapped = message.tapped
    box = tapped.spot if tapped else None
    note = _length(message, words) if message.kind == "sms" else ""
    return Sent(
        message.kind,
        tuple(_lines(message, words)),
        tuple(_pieces(message)) if message.text else (),
        note,
        Crop(picture, _part(picture, box), box, picture.alt) if picture else None,
    )


def _lines(message: Message, words: Messages) -> Iterator[tuple[str, str]]:
    if message.kind == "email":
        said = ((words.mail_sender, message.sender), (words.mail_subject, message.subject))
        yield from ((name, clean(value, 160, tail=words.cut)) for name, value in said if value)
        if message.tapped:
            yield words.tapped, _named(message.tapped, words)
    for record in message.records[:MOST_RECORDS]:
        value = clean(masked(record.value or record.type), 160, tail=words.cut)
        yield words.tag_records.get(record.kind, words.tag_records["unknown"]), value
    if message.app:
        yield words.opened_in, clean(TITLES.get(message.app, message.app), 40)


def _named(link: MessageLink, words: Messages) -> str:
    return clean(f"“{link.text}”", 100, tail=words.cut) if link.text else words.picture_link


def _pieces(message: Message) -> Iterator[Piece]:
    """The text with its links apart; what an address holds that looks secret is masked."""
    text, at = message.text[:MOST_TEXT], 0
    for link in message.links:
        if at <= link.start < link.end <= len(text):
            yield Piece(clean(text[at : link.start], MOST_TEXT, lines=True))
            how = "tapped" if link.position == message.chosen else "link"
            yield Piece(clean(masked(text[link.start : link.end])), how)
            at = link.end
    yield Piece(clean(text[at:], MOST_TEXT, lines=True))


def _length(message: Message, words: Messages) -> str:
    code = coding(message.text)
    return words.count(words.text_messages, code.segments, units=code.units, alphabet=code.alphabet)


def _part(picture: Picture, box: Box | None) -> Box:
    """As much of the picture as there is room for: from its top, or around the tapped link where that lies deeper."""
    high = min(picture.height, TALLEST * picture.width)
    top = 0.0
    if box and box.bottom > high:
        top = max(0.0, min(box.y + box.height / 2 - high / 2, picture.height - high))
    return Box(0, round(top, 1), picture.width, round(high, 1))
