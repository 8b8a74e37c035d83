"""A mail to many can be stopped with one tap."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import messages
from parcours.facts.mail import WAY_OUT, folded
from parcours.facts.message import Message
from parcours.facts.trackers import GUARDS, tracker
from parcours.trace import JourneyTrace

BULK = frozenset({"bulk", "list", "junk"})


def _to_many(trace: JourneyTrace) -> tuple[Message, ...]:
    """The mail, where something in it says that it went to many; headers are known of an .eml only."""
    return tuple(mail for mail in messages(trace, "email") if mail.file.lower().endswith(".eml") and _is_bulk(mail))


def _is_bulk(mail: Message) -> bool:
    lists = "list-unsubscribe" in mail.headers or "list-id" in mail.headers
    counted = any(tracker(link.href) not in {"", *GUARDS} for link in mail.links)
    return lists or counted or mail.headers.get("precedence", "").lower() in BULK or _way_out(mail)


def _way_out(mail: Message) -> bool:
    words = any(WAY_OUT.search(folded(f"{link.text} {link.href}")) for link in mail.links)
    return words or bool(WAY_OUT.search(folded(mail.text)))


@journey_check(
    "entry/email-unsubscribe",
    title="A mail to many can be stopped with one tap",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_to_many,
    advice=Advice(
        do="Send both headers, and a link in the mail that ends the subscription.",
        snippet="List-Unsubscribe: <https://shop.example/u/4711>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click",
        links=(
            "https://www.rfc-editor.org/rfc/rfc8058",
            "https://support.google.com/mail/answer/81126",
        ),
    ),
    passes="List-Unsubscribe with an https address, List-Unsubscribe-Post, and a link in the mail.",
    fails="A newsletter that says how to leave it in its last line only.",
)
def email_unsubscribe(mail: Message, _trace: JourneyTrace) -> Iterator[Problem]:
    """Who finds no way out taps “Spam” instead: after some of those, nobody gets the brand's mails any more."""
    header = mail.headers.get("list-unsubscribe", "")
    if header:
        yield from _one_click(header, mail)
    elif mail.sent:
        yield Problem("The mail has no List-Unsubscribe header: phones show no button to leave the list", "header")
    else:
        said = "The mail has no List-Unsubscribe header; no server has carried this file yet: will one add it?"
        yield CannotTell(said, "header")
    if not _way_out(mail):
        yield CannotTell("No link of the mail says that it ends the subscription: is there one?", "link")


def _one_click(header: str, mail: Message) -> Iterator[Problem]:
    if "https:" not in header.lower():
        yield Problem("List-Unsubscribe has no https address: one tap is not enough", "address", evidence=header)
    elif "one-click" not in mail.headers.get("list-unsubscribe-post", "").lower():
        yield Problem("List-Unsubscribe-Post is missing: one tap is not enough", "one-click", evidence=header)
