"""What a customer has said once goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.cases import Case, case_of
from parcours.facts.inventory import Channel, Contact, inventory, offered
from parcours.facts.model import PageSnapshot
from parcours.facts.urls import place_of
from parcours.trace import JourneyTrace

# A link to one of these can carry a first line; one to a form or a chat may know the case by other means.
CARRIERS = {Channel.MAIL, Channel.SMS, Channel.MESSAGING}


class Loss(NamedTuple):
    """A place where something may be lost: a way to somebody on a case's page, or a second log-in."""

    page: PageSnapshot
    way: Contact | None = None
    case: Case | None = None
    before: PageSnapshot | None = None
    address: str = ""


def places(trace: JourneyTrace) -> Iterator[Loss]:
    """Pages of a case with a way to write from there; pages that ask for a password after one was typed."""
    for page in trace.pages:
        if case := case_of(page):
            ways = [way for way in offered(inventory(page)) if way.channel in CARRIERS and way.target]
            yield from (Loss(page, way, case, address=way.address) for way in ways)
    typed: PageSnapshot | None = None
    for index, page in enumerate(trace.pages):
        if not _asks_password(page):
            continue
        if typed:
            yield Loss(page, before=typed)
        if any(step.verb == "type" and step.ended == "done" and step.page == index for step in trace.steps):
            typed = page


@journey_check(
    "dialogue/channel-loss",
    title="What the customer has said once is not asked again",
    severity=Severity.NOTE,
    owner=Owner.CARE,
    looks_at=places,
    needs=("frames",),
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Carry the case's number into the message, and the log-in from page to page.",
        snippet='<a href="https://wa.me/33612345678?text=My%20order%20123456">Ask about this order</a>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/redundant-entry.html",),
    ),
    passes="On the page of order 123456, “Ask us” opens a message that begins with 123456.",
    fails="On the page of order 123456, “Ask us” opens an empty message.",
)
def channel_loss(loss: Loss, _: JourneyTrace) -> Iterator[Problem]:
    """Customers who have to tell their number and their story again feel like strangers, and each call takes longer."""
    if loss.way and loss.case and not _knows(loss.way, loss.case):
        yield Problem(
            f"“{loss.way.label[:60]}” opens a message without case {loss.case.reference}, which this page is about",
            "no-reference",
        )
    elif loss.before and _place(loss.before) != _place(loss.page):
        yield Problem(
            f"A password is asked for again on {_place(loss.page)}, after {_place(loss.before)}", "login-again"
        )


def _knows(way: Contact, case: Case) -> bool:
    """True when the message that the link opens holds the case's number: the number that it goes to does not count."""
    return case.digits in re.sub(r"\D", "", unquote(way.target.partition("?")[2]))


def _asks_password(page: PageSnapshot) -> bool:
    return any(element.attr("type").lower() == "password" for element in page.visible("input"))


def _place(page: PageSnapshot) -> str:
    place = place_of(page.url)
    return place.host + place.path
