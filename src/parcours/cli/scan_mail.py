"""E-mails for `parcours scan`: their links, and which of them are worth a second look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from parcours.facts.mail import choose, is_call
from parcours.facts.message import Message, MessageLink
from parcours.facts.trackers import hidden_target, tracker
from parcours.facts.urls import classify

SUFFIXES = frozenset({".eml", ".html", ".htm"})
Line = tuple[tuple[str, str], ...]


def is_mail(file: str) -> bool:
    """True for a file that is an e-mail by its name."""
    return Path(file).suffix.lower() in SUFFIXES


def read(file: str) -> Message:
    """The mail in a file, its one call to action chosen where there is one. Raises ArtworkError when it is no mail."""
    from parcours.channels.mail import load

    message = load(Path(file).resolve(), file).message
    return replace(message, chosen=choose(message.links).position)


def plain(file: str, message: Message) -> Iterator[dict[str, Any]]:
    """The mail's links as plain values for JSON."""
    for link in message.links:
        yield {
            "file": file,
            "position": link.position,
            "text": link.text,
            "url": link.href,
            "kind": classify(link.href).kind.value,
            "picture": link.picture,
            "button": link.button,
            "tapped": link.position == message.chosen,
            "tracker": tracker(link.href),
            "hides": hidden_target(link.href),
        }


def card(message: Message) -> Iterator[Line]:
    """The mail for people: who writes what, then each link with its address and what there is to know of it."""
    many = f"{len(message.links) or 'no'} link{'' if len(message.links) == 1 else 's'}"
    yield ((message.file, "bold"), (f"  e-mail, {many}", "dim"))
    for name, value in (("from", message.sender), ("subject", message.subject), ("preview", message.preheader)):
        if value:
            yield ((f"  {name:<9} ", "dim"), (value, ""))
    for link in message.links:
        yield ((f"  {_number(link, message):<9} ", "dim"), (link.text or "without words", "bold"))
        yield ((f"            {link.href}", ""),)
        if known := ", ".join(_facts(link, message)):
            yield ((f"            {known}", "dim"),)


def _number(link: MessageLink, message: Message) -> str:
    return f"link {link.position} {'*' if link.position == message.chosen else ''}".rstrip()


def _facts(link: MessageLink, message: Message) -> Iterator[str]:
    if link.position == message.chosen:
        yield "the call to action"
    elif not is_call(link):
        yield "no call to action"
    if link.picture:
        yield "a picture"
    if link.button:
        yield "a button"
    if service := tracker(link.href):
        yield f"counted by {service}"
    if target := hidden_target(link.href):
        yield f"hides {target}"
