"""Nobody is sent to an address that nobody reads, or round in circles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.inventory import HUMAN, Contact, inventory, is_unread, offered
from parcours.facts.model import PageSnapshot
from parcours.facts.offers import folded
from parcours.facts.urls import place_of

# A page for reaching people; a help page may well lead on to one.
CONTACT = re.compile(r"contact|kontakt|contatt|nous-?(?:joindre|ecrire)|fale-?conosco")


def ways(page: PageSnapshot) -> Sequence[Contact]:
    """What is looked at: an address that nobody reads, else the first way on of a contact page without any channel."""
    seen = offered(inventory(page))
    unread = [way for way in seen if is_unread(way)]
    others = [way for way in seen if way not in unread]
    if unread:
        # An address that is only named ("our mails come from...") invites nobody while there is another way.
        linked = [way for way in unread if way.target]
        return linked or ([] if others else unread[:1])
    if not _is_contact_page(page) or not seen:
        return ()
    return seen[:1]


@page_check(
    "dialogue/dead-end",
    title="No way to reach someone ends at nobody",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=ways,
    advice=Advice(
        do="Put an address that somebody reads in place of no-reply, and a channel to a person on the contact page.",
        snippet='<a href="mailto:hello@shop.example">Write to us</a>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes='<a href="mailto:hello@shop.example">Write to us</a>',
    fails='<a href="mailto:no-reply@shop.example">Write to us</a>',
)
def dead_end(way: Contact, page: PageSnapshot) -> Iterator[Problem]:
    """A customer writes, waits for an answer that nobody will give, and leaves believing that nobody cares."""
    seen = offered(inventory(page))
    if is_unread(way):
        round_trip = _is_contact_page(page)  # a link to contact leads back to where the customer is
        others = [one for one in seen if not is_unread(one) and (one.channel in HUMAN or not round_trip)]
        if others:
            said = f"“{way.label[:60]}” writes to {_address(way)}, which nobody reads"
            yield Problem(said, "no-reply", severity=Severity.MINOR)
        else:
            yield Problem(f"The only way to reach someone is {_address(way)}, which nobody reads", "no-reply-only")
    elif not any(other.channel in HUMAN for other in seen):
        yield CannotTell(
            f"The contact page has no number, address, form or chat; “{way.label[:60]}” may lead round in circles",
            "circle",
        )


def _address(way: Contact) -> str:
    return (way.target or way.label).removeprefix("mailto:").partition("?")[0]


def _is_contact_page(page: PageSnapshot) -> bool:
    heading = next((element.name for element in page.visible("h1")), "")
    last = place_of(page.url).path.lower().rstrip("/").rpartition("/")[2]
    return bool(CONTACT.search(last)) or (len(heading.split()) <= 4 and bool(CONTACT.search(folded(heading))))
