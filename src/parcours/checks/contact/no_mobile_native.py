"""A phone can call and chat: contact should not be by form or mail alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.chat import chats
from parcours.facts.geometry import Box
from parcours.facts.inventory import NATIVE, Channel, Contact, inventory, is_contact_page, offered
from parcours.facts.model import PageSnapshot

WRITTEN = {Channel.MAIL: "a mail address", Channel.FORM: "a form"}


class Desk(NamedTuple):
    """What a page that people are reached from offers: its first form or mail address lends the place."""

    address: str
    box: Box
    contacts: tuple[Contact, ...]


def _desks(page: PageSnapshot) -> Iterable[Desk]:
    """The page, when it takes messages and is the place to look for more: other pages lead to one that is."""
    contacts = inventory(page)
    here = is_contact_page(page)
    written = [c for c in offered(contacts) if c.channel in WRITTEN and (here or _is_ours(c))]
    leads_on = any(contact.channel is Channel.PAGE for contact in contacts)
    if not written or page.main.truncated or (leads_on and not here):
        return ()
    return (Desk(written[0].address, written[0].box, contacts),)


def _is_ours(contact: Contact) -> bool:
    """False for an address within the text of an article, which may be anybody's."""
    return contact.channel is Channel.FORM or bool(contact.target and contact.element and not contact.element.in_line)


@page_check(
    "contact/no-mobile-native",
    title="Where people write, they can also call or chat",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_desks,
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Offer a telephone link, a text message, a messenger or a chat beside the form.",
        snippet='<a href="tel:+33123456789">01 23 45 67 89</a> <a href="https://wa.me/33123456789">WhatsApp</a>',
        links=(
            "https://www.rfc-editor.org/rfc/rfc3966",
            "https://faq.whatsapp.com/5913398998672934",
        ),
    ),
    passes='<h1>Contact</h1><a href="mailto:help@shop.example">Write</a> <a href="tel:+33123456789">Call</a>',
    fails='<h1>Contact</h1><a href="mailto:help@shop.example">Write</a>',
)
def no_mobile_native(desk: Desk, page: PageSnapshot) -> Iterator[Problem]:
    """The phone is in the customer's hand: a tap away from a voice, and the page asks for a letter all the same."""
    if any(contact.channel in NATIVE | {Channel.CALLBACK} for contact in desk.contacts):
        return
    if any(not chat.vendor.dead for chat in chats(page)):
        return  # one that does not load is another rule's
    ways = dict.fromkeys(WRITTEN[c.channel] for c in desk.contacts if c.visible and c.channel in WRITTEN)
    said = " and ".join(ways)
    yield Problem(f"Contact is by {said} only: no telephone link, no messenger, no chat")
