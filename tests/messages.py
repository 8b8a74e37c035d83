"""Journeys that begin with a message, made by hand or of the message's own text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from association import FACETS
from journeys import PHONES, hops
from parcours.channels.nfc import NFC, Nfc
from parcours.channels.sms import SMS, Sms
from parcours.facts.mail import choose, read_mail
from parcours.facts.message import Message
from parcours.facts.model import PageSnapshot
from parcours.trace import JourneyTrace, Start


def begun(message: Message, *way: str, phone: str = "iphone", expect: str = "", **page: Any) -> JourneyTrace:
    """A journey that the message's chosen link led, by these addresses, to its first page; to none without them."""
    link = message.tapped
    start = Start(message.kind, link.href if link else "", expect_url=expect, message=message)
    met = PageSnapshot(device=PHONES[phone], url=way[-1], status=200, navigation=hops(*way), **page) if way else None
    return JourneyTrace(device=PHONES[phone], start=start, pages=(met,) if met else (), facets=FACETS)


def mailed(
    html: str, *way: str, link: str = "", name: str = "spring.html", head: str = "", **more: Any
) -> JourneyTrace:
    """A journey that a mail began: its HTML, and its headers where it is an .eml."""
    text = f"{head}\nContent-Type: text/html; charset=utf-8\n\n{html}" if head else html
    message = read_mail(text.encode(), "spring.eml" if head else name).message
    return begun(replace(message, chosen=choose(message.links, link).position), *way, **more)


def drawn(html: str = '<a href="https://shop.example/">Boots</a>', **facts: Any) -> JourneyTrace:
    """The same with a mail that a phone has drawn, by these facts."""
    message = read_mail(html.encode(), "spring.html").message
    return begun(replace(message, **{"chosen": 1, "width": 390, "height": 800, "legible": 1, **facts}))


def texted(text: str, link: str = "", **more: Any) -> JourneyTrace:
    """A journey that a text message began."""
    message = SMS.open(Sms(text=text, link=link), Path()).message
    assert message
    return begun(message, **more)


def tagged(hex: str = "", url: str = "", **more: Any) -> JourneyTrace:
    """A journey that a tag began: its bytes, or its address."""
    message = NFC.open(Nfc(hex=hex) if hex else Nfc(url=url), Path()).message
    assert message
    return begun(message, **more)
