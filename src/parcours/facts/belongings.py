"""What a journey's pages have that would be missed: ways to people, apps, chats; and whom they pass through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from parcours.facts.advertising import ADVERTISES
from parcours.facts.apps import site_app
from parcours.facts.chat import chats
from parcours.facts.hosts import site_of
from parcours.facts.inventory import Channel, Contact, inventory, offered
from parcours.facts.model import PageSnapshot
from parcours.facts.phones import digits, same_number
from parcours.facts.urls import classify, place_of

LONGEST = 120


class Sort(StrEnum):
    """What kind of thing it is."""

    CONTACT = "contact"
    APP = "app"
    CHAT = "chat"
    HOST = "host"  # that the way to the first page passes through
    THIRD_PARTY = "third-party"  # a site that pages load something from


class Belonging(NamedTuple):
    """One thing. `name` begins with the channel for a way to somebody: `tel +33465711234`, `WhatsApp 33639981234`."""

    sort: Sort
    name: str


_TOLD = {Channel.TEL: "tel", Channel.SMS: "sms", Channel.MAIL: "mail"}
_NOT_HERE = frozenset({Channel.PAGE, Channel.CHAT})  # what leads on is none itself, and chats have their own sort


def belongings(pages: Sequence[PageSnapshot]) -> tuple[Belonging, ...]:
    """Everything that the pages of a journey have, each once, sorted. What nobody can see does not count."""
    found = {belonging for page in pages for belonging in _of(page)}
    if pages:
        found.update(Belonging(Sort.HOST, host) for hop in pages[0].navigation if (host := place_of(hop.url).host))
    return tuple(sorted(belonging for belonging in found if belonging.name))


def _of(page: PageSnapshot) -> Iterator[Belonging]:
    for name in _contacts(page):
        yield Belonging(Sort.CONTACT, tidy(name))
    for app in _apps(page):
        yield Belonging(Sort.APP, tidy(app))
    for chat in chats(page):
        if chat.usable:
            yield Belonging(Sort.CHAT, chat.name)
    own = site_of(place_of(page.url).host)
    for request in page.requests:
        host = place_of(request.url).host
        there = request.status or request.kept_out
        # Who advertises is another one with every visit.
        if host and there and not ADVERTISES.search(host) and (site := site_of(host)) != own:
            yield Belonging(Sort.THIRD_PARTY, site)


def _contacts(page: PageSnapshot) -> Iterator[str]:
    """The ways to people. A number that is only text counts when no link dials it."""
    ways = [contact for contact in offered(inventory(page)) if contact.channel not in _NOT_HERE]
    links = [_named(way) for way in ways if way.target or way.channel not in {Channel.TEL, Channel.MAIL}]
    yield from links
    dialled = [name.partition(" ")[2] for name in links if name.startswith("tel ")]
    for way in ways:
        if not way.target and way.channel is Channel.TEL and not any(same_number(n, way.label) for n in dialled):
            yield f"tel {digits(way.label)}"
        elif not way.target and way.channel is Channel.MAIL:
            yield f"mail {way.label.lower()}"


def _named(way: Contact) -> str:
    value = classify(way.target).value if way.target else ""
    if way.channel in {Channel.TEL, Channel.SMS}:
        return f"{_TOLD[way.channel]} {'+' if value.lstrip().startswith('+') else ''}{digits(value)}"
    if way.channel is Channel.MAIL:
        return f"mail {value.lower()}"
    if way.channel is Channel.MESSAGING:
        return f"{way.service or 'messenger'} {value}"
    return f"{way.channel.value} {way.service}"


def _apps(page: PageSnapshot) -> Iterator[str]:
    """The apps that the page leads to: of its store links that can be seen, and of its own tags."""
    for element in page.visible("a", "area"):
        link = classify(element.attr("href"), page.url) if element.attr("href") else None
        if link and link.is_store and link.value:
            yield link.value
    if known := site_app(page):
        yield known.id


def tidy(text: str, most: int = LONGEST) -> str:
    """The text as one line that can be kept in a file: what pages write may hold anything."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:most]
