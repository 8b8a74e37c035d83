"""A link for a text message opens one to the right number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.phones import PLANS, country_of
from parcours.facts.urls import Kind, classify

PLACEHOLDER = re.compile(r"\+?(?:(\d)\1{5,}|0?1234567\d*)")
SHORT_NUMBER = 6  # digits: a service's number, which has no country
LONGEST = 15  # digits, ITU-T E.164


def _sms_links(page: PageSnapshot) -> Iterable[Element]:
    """One of each: the same link in header and footer is looked at once."""
    found: dict[str, Element] = {}
    for frame in page.frames:
        for element in () if frame.hidden else frame.elements:
            if element.tag in {"a", "area"} and classify(element.attr("href")).kind is Kind.SMS:
                known = found.get(element.attr("href"))
                if known is None or (element.visible and not known.visible):
                    found[element.attr("href")] = element
    return tuple(found.values())


@page_check(
    "contact/sms-syntax",
    title="Links for text messages open one to the right number",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_sms_links,
    advice=Advice(
        do="Write sms: and the whole international number, and the text percent-encoded after ?body=.",
        snippet='<a href="sms:+33612345678?body=My%20order">Write a message</a>',
        links=("https://www.rfc-editor.org/rfc/rfc5724",),
    ),
    passes='<a href="sms:+33612345678?body=My%20order">Write a message</a>',
    fails='<a href="sms:+33(0)612345678">Write a message</a>',
)
def sms_syntax(element: Element, _: PageSnapshot) -> Iterator[Problem]:
    """The message goes to nobody, or the messaging app opens empty: the customer does not learn that it failed."""
    href = element.attr("href").strip()
    scheme, _colon, rest = href.partition(":")
    if scheme.lower() != "sms":
        said = "is for scanned codes and a few Android apps: as a link, only sms: works on every phone"
        yield Problem(f"{scheme.lower()}: {said}", "scheme", certainty=Certainty.MEDIUM)
    if rest.startswith("//"):
        yield Problem("sms:// is not an address of messages: leave the slashes out", "slashes")
        rest = rest.lstrip("/")
    to, mark, text = _parted(rest)
    yield from _text(mark, text, to)
    numbers = [unquote(part) for part in re.split(r"[,;]|%2[cC]|%3[bB]", to) if part.strip()]
    if not numbers and not text:
        yield Problem("The link opens an empty message to nobody", "empty", Severity.MAJOR)
    if len(numbers) > 1 and ";" in unquote(to):
        said = "Several numbers are joined by a semicolon: the standard has a comma"
        yield Problem(said, "semicolon", certainty=Certainty.MEDIUM)
    for number in numbers:
        yield from _number(number)


def _parted(rest: str) -> tuple[str, str, str]:
    """The numbers, the mark that ends them, and what comes after."""
    found = re.match(r"(.*?)(?:([?&:]|;(?=body=))(.*))?$", rest, re.DOTALL | re.IGNORECASE)
    assert found
    return found[1], found[2] or "", found[3] or ""


def _text(mark: str, text: str, to: str) -> Iterator[Problem]:
    """Apple's Messages once wanted `&body=`, which Android takes for a part of the number."""
    if to and mark in {"&", ";"} and text.lower().startswith("body="):
        yield Problem(f"The text follows {mark}body=: only ?body= is a standard", "body-mark", certainty=Certainty.LOW)
    if re.search(r"\s", text) and to:
        yield Problem("The text of the message has blanks, which should be %20", "unencoded", Severity.NOTE)
    elif re.search(r"body=[^&]*[^\W\d_]\+[^\W\d_]", text, re.IGNORECASE):
        yield Problem("The text of the message writes blanks as +: the plus signs are shown", "plus")


def _number(number: str) -> Iterator[Problem]:
    """What makes the message reach nobody. Blanks within the number are dropped by most phones, not by all."""
    trimmed = number.strip()
    said = "".join(c for c in trimmed if c.isdecimal())
    if re.search(r"[^\W\d_]", trimmed) or not said:
        yield Problem(f"“{trimmed[:40]}” is no number that a message can be sent to", "letters", Severity.MAJOR)
    elif PLACEHOLDER.fullmatch(said):
        yield Problem(f"{trimmed[:40]} is a placeholder, not a number", "placeholder", Severity.MAJOR)
    elif len(said) > LONGEST:
        yield Problem(f"{trimmed[:60]} has {len(said)} digits, more than any number", "too-long", Severity.MAJOR)
    elif trimmed.startswith("+"):
        yield from _international(said, trimmed)
    elif said.startswith("00"):
        yield Problem(f"{trimmed[:40]} works only where 00 leads abroad: write + in its place", "double-zero")
    elif len(said) > SHORT_NUMBER:
        abroad = "does not say its country: it fails for a customer who is abroad"
        yield Problem(f"{trimmed[:40]} {abroad}", "national", Severity.NOTE)
    if re.search(r"\s", number):
        yield Problem(f"“{number[:40]}” has blanks: some apps write to what stands before the first", "spaces")


def _international(said: str, number: str) -> Iterator[Problem]:
    code = country_of(said)
    if said.startswith("0"):
        yield Problem(f"{number[:40]}: after + comes the country code, without 00", "double-zero", Severity.MAJOR)
    elif code and PLANS[code].trunk == "0" and said.removeprefix(code).startswith("0"):
        message = f"{number[:40]}: the 0 after +{code} must go, with it the message is not sent"
        yield Problem(message, "trunk-zero", Severity.MAJOR)
