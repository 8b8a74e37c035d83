"""Where the customer can ask to be called, or to meet somebody: for information."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.inventory import Channel, Contact, inventory, offered
from parcours.facts.model import PageSnapshot


def _callbacks(page: PageSnapshot) -> Iterable[Contact]:
    """Each one once: header, text and footer may lead to the same one."""
    found = (contact for contact in offered(inventory(page)) if contact.channel is Channel.CALLBACK)
    return {contact.service or contact.target or contact.label: contact for contact in reversed(tuple(found))}.values()


@page_check(
    "contact/callback",
    title="Appointments and calls back, for information",
    severity=Severity.NOTE,
    owner=Owner.CARE,
    looks_at=_callbacks,
    advice=Advice(
        do="Check that the calendar has free hours, and that the call comes when it was promised.",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes='<meta name="viewport" content="width=device-width"><a href="/call">Call us</a>',
    fails='<meta name="viewport" content="width=device-width"><a href="https://calendly.com/shop">Choose a date</a>',
)
def callback(contact: Contact, _: PageSnapshot) -> Iterator[Problem]:
    """A customer who need not wait in a queue is glad to talk: the way there should be known, and be tried in tests."""
    label = f"“{contact.label[:60]}”"
    if contact.service:
        yield Problem(f"An appointment or a call back is offered through {contact.service}: {label}", "service")
    else:
        yield Problem(f"An appointment or a call back is offered: {label}", "words", certainty=Certainty.MEDIUM)
