"""What a journey began with, by its kind."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.facts.message import Message, MessageKind, MessageLink
from parcours.trace import JourneyTrace

WHOLE = 0.95  # of a mail's size: below it letters are visibly smaller than they were made


def message(trace: JourneyTrace, kind: MessageKind) -> Message | None:
    """The message of that kind that the journey began with."""
    found = trace.start.message
    return found if found and found.kind == kind else None


def messages(trace: JourneyTrace, kind: MessageKind) -> tuple[Message, ...]:
    """The same as the one subject of a rule, or none."""
    found = message(trace, kind)
    return (found,) if found else ()


def page_mails(trace: JourneyTrace) -> tuple[Message, ...]:
    """The e-mail, where it has HTML."""
    return tuple(mail for mail in messages(trace, "email") if mail.html)


def drawn_mails(trace: JourneyTrace) -> tuple[Message, ...]:
    """The e-mail, where a phone has drawn it."""
    return tuple(mail for mail in page_mails(trace) if mail.width)


def mail_links(trace: JourneyTrace) -> Iterable[MessageLink]:
    """The links of an e-mail."""
    mail = message(trace, "email")
    return mail.links if mail else ()
