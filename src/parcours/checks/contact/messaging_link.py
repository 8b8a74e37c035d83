"""A link to a messenger opens the conversation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.geometry import Box
from parcours.facts.model import PageSnapshot
from parcours.facts.phones import PLANS, country_of
from parcours.facts.urls import Kind, Link, classify, place_of
from parcours.facts.vendors import ended

# Closed for good, and when. Web addresses of services that ended are `redirect/dead-vendor`'s.
DEAD = {"Skype": "5 May 2025"}
# Schemes that only the app itself answers to; what works without it, where there is such a thing.
APP_ONLY = {
    "whatsapp": "https://wa.me/", "fb-messenger": "https://m.me/", "tg": "https://t.me/", "sgnl": "https://signal.me/",
    "viber": "", "line": "https://line.me/", "weixin": "", "wechat": "", "tencent": "", "mqqwpa": "",
    "kakaotalk": "https://open.kakao.com/", "threema": "https://threema.id/", "instagram": "https://ig.me/m/",
    "zalo": "https://zalo.me/",
}  # fmt: skip
APPLE = {"facetime": "FaceTime", "facetime-audio": "FaceTime"}
BUSINESS_ID = re.compile(r"/urn:biz:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
PLACEHOLDER = re.compile(r"(\d)\1{5,}|0?1?1234567\d*|.*(?:your|votre|xxx).*|username|pagename", re.IGNORECASE)
NOT_A_NUMBER = ("message/", "c/", "p/", "qr/", "channel/")  # paths of wa.me that begin with a word
LEAST, LONGEST = 8, 15  # digits of a number with its country


class Messenger(NamedTuple):
    """One link to a messenger."""

    address: str
    box: Box
    link: Link


def _links(page: PageSnapshot) -> Iterable[Messenger]:
    """Each address once, those that can be seen; a link that shares the page leads to nobody, and is left out."""
    found: dict[str, Messenger] = {}
    for element in page.visible("a", "area"):
        link = classify(element.attr("href"), page.url)
        if link.kind is Kind.MESSAGING and not _shares(link) and not ended(link.text):
            found.setdefault(link.text, Messenger(element.address, page.on_page(element), link))
    return found.values()


def _shares(link: Link) -> bool:
    return not link.value and bool(re.search(r"[?&/](?:text|msg|share|url|link|forward|body)\b", link.text))


@page_check(
    "contact/messaging-link",
    title="Links to messengers open the conversation",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=_links,
    advice=Advice(
        do="Use the messenger's web address with the number in international form, digits alone.",
        snippet='<a href="https://wa.me/33612345678">WhatsApp</a>',
        links=(
            "https://faq.whatsapp.com/5913398998672934",
            "https://developers.facebook.com/docs/messenger-platform/discovery/m-me-links/",
            "https://register.apple.com/resources/messages/messaging-documentation/",
        ),
    ),
    passes='<a href="https://wa.me/33612345678">WhatsApp</a>',
    fails='<a href="https://wa.me/0612345678">WhatsApp</a>',
)
def messaging_link(messenger: Messenger, page: PageSnapshot) -> Iterator[Problem]:
    """The messenger opens and says that the number does not exist: for the customer, the company does not either."""
    link = messenger.link
    if since := DEAD.get(link.service):
        yield Problem(f"{link.service} was closed on {since}: this link leads nowhere", "dead")
        return
    if page.device.platform == "android":
        yield from _apples(link)
    if link.scheme in APP_ONLY:
        yield _app_only(link)
    if link.host == "bcrw.apple.com" and not BUSINESS_ID.match(unquote(place_of(link.text).path)):
        yield Problem("The link to Apple's Messages has no business id (urn:biz: and 36 characters)", "business-id")
    if link.service == "WhatsApp" and link.host not in {"wa.link", "chat.whatsapp.com"}:
        yield from _whatsapp(link)
    elif not link.value and link.scheme not in APP_ONLY:
        yield Problem(f"The link to {link.service} names nobody to talk to", "nobody", Severity.MINOR)
    elif PLACEHOLDER.fullmatch(link.value):
        yield Problem(f"“{link.value[:40]}” on {link.service} is a placeholder", "placeholder")


def _apples(link: Link) -> Iterator[Problem]:
    """Apple's own messengers exist on no Android phone."""
    if service := APPLE.get(link.scheme):
        yield Problem(f"{service} is offered to an Android phone, which has none", "apple-only", Severity.MINOR)
    elif link.host == "bcrw.apple.com":
        said = "Apple's Messages are offered to an Android phone, which has none"
        yield Problem(said, "apple-only", Severity.MINOR)


def _app_only(link: Link) -> Problem:
    better = APP_ONLY[link.scheme]
    said = f"; {better} works for everyone" if better else ""
    message = f"{link.scheme}: does nothing on a phone without {link.service}{said}"
    return Problem(message, "app-only", Severity.MINOR, Certainty.MEDIUM)


def _whatsapp(link: Link) -> Iterator[Problem]:
    """The whole number with its country, without plus, zeros or blanks: https://faq.whatsapp.com/5913398998672934"""
    number = unquote(link.value).strip()
    digits = "".join(c for c in number if c.isdecimal())
    if number.startswith(NOT_A_NUMBER):
        return
    if PLACEHOLDER.fullmatch(digits or number):
        yield Problem(f"“{number[:40]}” on WhatsApp is a placeholder", "placeholder")
    elif re.search(r"[^\W\d_]", number) or not digits:
        said = f"“{number[:40]}” is no number" if number else "The link names no number"
        yield Problem(f"{said}: WhatsApp opens on nobody", "number")
    elif not LEAST <= len(digits) <= LONGEST:
        yield Problem(f"{number[:40]} has {len(digits)} digits, which is no number with its country", "length")
    elif digits.startswith("0"):
        yield Problem(f"{number[:40]} begins with 0: WhatsApp needs the country's code in its place", "national")
    elif (code := country_of(digits)) and PLANS[code].trunk == "0" and digits.removeprefix(code).startswith("0"):
        yield Problem(f"{number[:40]}: the 0 after {code} must go, WhatsApp knows no such number", "trunk-zero")
    elif number != digits:
        said = "WhatsApp asks for digits alone, without +, blanks, brackets or dashes"
        yield Problem(f"“{number[:40]}”: {said}", "separators", Severity.MINOR, Certainty.MEDIUM)
