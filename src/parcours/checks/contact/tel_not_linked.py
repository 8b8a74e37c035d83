"""A telephone number on a phone is there to be tapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.phones import digits, same_number, spotted
from parcours.facts.urls import Kind, classify

NOT_PROSE = {"code", "pre", "samp", "kbd", "textarea", "input", "select", "time", "script"}
REACHES = {Kind.TEL, Kind.SMS, Kind.MESSAGING}


class Sighting(NamedTuple):
    """A number that can be read on the page. `tapped` says what a tap on it does: "call", "elsewhere" or nothing."""

    address: str
    box: Box
    number: str
    tapped: str


def _sightings(page: PageSnapshot) -> Iterable[Sighting]:
    """Each number once, where it is first seen; one that is linked somewhere on the page is linked."""
    dialled: dict[str, list[str]] = {}
    for element in page.visible("a", "area"):
        link = classify(element.attr("href"))
        if link.kind is Kind.TEL:
            dialled.setdefault(_tail(link.value), []).append(link.value)
    kept: dict[str, list[Sighting]] = {}
    for one in (one for frame in page.frames if not frame.hidden for one in _in_frame(frame, page)):
        tail = _tail(one.number)
        alike = kept.setdefault(tail, [])
        if not any(same_number(one.number, other.number) for other in alike):
            linked = any(same_number(one.number, number) for number in dialled.get(tail, ()))
            alike.append(one._replace(tapped="call") if linked else one)
    return [one for alike in kept.values() for one in alike]


def _tail(number: str) -> str:
    """Two ways of writing one number end alike, so that only those that do need be compared."""
    return digits(number.partition(";")[0])[-6:]


def _in_frame(frame: FrameFacts, page: PageSnapshot) -> Iterator[Sighting]:
    language = frame.lang or page.main.lang
    before = ""
    for index, element in enumerate(frame.elements):
        if not element.visible or not element.text:
            continue
        if re.search(r"\d\D*\d", element.text):
            children = tuple(
                c.text for c in frame.children.get(index, ()) if c.visible and re.search(r"[^\W\d_]", c.text)
            )
            numbers = spotted(element.text, language, children or (before,))
            tapped = _tapped(element, frame, page) if numbers else "nothing"
            for number in numbers if tapped else ():
                yield Sighting(element.address, page.on_page(element), number.text.strip(), tapped)
        before = element.text


def _tapped(element: Element, frame: FrameFacts, page: PageSnapshot) -> str:
    """What a tap does: "call", "elsewhere", "nothing"; "" for what is not meant to be tapped or cannot be judged."""
    for one in (element, *frame.ancestors(element)):
        if one.tag in NOT_PROSE or one.inert:
            return ""
        if one.tag == "a" and (href := one.attr("href")):
            kind = classify(href, page.url).kind
            if kind in REACHES or kind is Kind.DANGEROUS:  # javascript: may well dial
                return "call"
            alone = len(re.sub(r"\D", "", one.name)) * 2 >= len(one.name)
            return "elsewhere" if alone else ""
        if one.tag == "button" or one.role == "button" or one.attr("onclick"):
            return ""
    return "nothing"


@page_check(
    "contact/tel-not-linked",
    title="Telephone numbers can be tapped",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=_sightings,
    advice=Advice(
        do="Wrap every number that customers may call in a tel: link.",
        snippet='<a href="tel:+33123456789">01 23 45 67 89</a>',
        links=(
            "https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/PhoneLinks/PhoneLinks.html",
            "https://www.rfc-editor.org/rfc/rfc3966",
        ),
    ),
    passes='<p>Call us: <a href="tel:+33123456789">01 23 45 67 89</a></p>',
    fails="<p>Call us: 01 23 45 67 89</p>",
)
def tel_not_linked(here: Sighting, page: PageSnapshot) -> Iterator[Problem]:
    """A customer cannot hold the page and dial ten digits from it at the same time: the call is not made."""
    if here.tapped == "elsewhere":
        said = f"{here.number} is a link that opens a page in place of the telephone"
        yield Problem(said, "elsewhere", Severity.MINOR)
    elif here.tapped == "nothing":
        yield _unlinked(here.number, page)


def _unlinked(number: str, page: PageSnapshot) -> Problem:
    """Safari turns numbers that it recognises into links, unless the page forbids it; Android's Chrome does not."""
    if page.device.platform == "android":
        return Problem(f"{number} cannot be tapped: it is plain text, and Android makes no link of it", "unlinked")
    if _detection_is_off(page):
        said = "it is plain text, and the page's format-detection tag forbids Safari to make a link of it"
        return Problem(f"{number} cannot be tapped: {said}", "unlinked")
    said = f"{number} is plain text: Safari may make a link of it by itself, in-app browsers may not"
    return Problem(said, "unlinked", Severity.MINOR, Certainty.MEDIUM)


def _detection_is_off(page: PageSnapshot) -> bool:
    return any(re.search(r"telephone\s*=\s*no", meta.content, re.IGNORECASE) for meta in page.metas("format-detection"))
