"""A text message, and the link in it as a phone underlines it."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from parcours.channels import Channel, Opening
from parcours.facts.message import Message, MessageLink
from parcours.facts.texting import links_in
from parcours.facts.urls import Kind, classify


class Sms(BaseModel):
    """What it says, and which link is tapped."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, max_length=2000, description="The text as it is sent, with its link.")
    link: str = Field(
        default="", max_length=200, description="A part of the link, or its number from 1, when there are several."
    )


def open_sms(args: Sms, _folder: Path) -> Opening:
    """What the phone opens when the customer taps the underlined address.

    Codes when there is nothing to open: "sms-no-link", "sms-multiple", "sms-link-missing".
    """
    links = links_in(args.text)
    message = Message("sms", text=args.text, links=links)
    if not links:
        return Opening(code="sms-no-link", reason=_no_link(args.text), message=message)
    found = _wanted(links, args.link.strip())
    if not found:
        reason = f"no link of the message fits {args.link!r} ({_listed(links)})"
        return Opening(code="sms-link-missing", reason=reason, message=message)
    if len({link.href for link in found}) > 1:
        reason = f"{len(found)} links could be meant; say which with `link:` ({_listed(found)})"
        return Opening(code="sms-multiple", reason=reason, message=message)
    chosen = found[0]
    return Opening(chosen.href, message=Message("sms", text=args.text, links=links, chosen=chosen.position))


def _wanted(links: tuple[MessageLink, ...], wanted: str) -> tuple[MessageLink, ...]:
    if wanted.isdecimal():
        return tuple(link for link in links if link.position == int(wanted))
    return tuple(link for link in links if wanted in link.text)


def _listed(links: tuple[MessageLink, ...]) -> str:
    return "; ".join(f"{link.position} {link.text[:80]}" for link in links)


def _no_link(text: str) -> str:
    """Why nothing is underlined; another kind of address in the text is named."""
    words = [classify(word.strip(".,;:!?()")) for word in text.split()]
    other = next((word for word in words if word.kind in {Kind.CUSTOM, Kind.INTENT, Kind.DANGEROUS}), None)
    if other:
        return f"phones underline no {other.scheme}: address in a text message: write an https:// one"
    return "the message holds nothing that a phone underlines as a web link"


SMS = Channel(
    "sms", "A text message with a link in it.", Sms, "text", 'sms: "Your offer: https://shop.example/m/4f2a"', open_sms
)
