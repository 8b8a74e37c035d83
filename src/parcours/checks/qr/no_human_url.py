"""The address must be printed near the code in letters too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.artwork import Code
from parcours.facts.hosts import readable, site_of
from parcours.facts.urls import classify, place_of
from parcours.trace import JourneyTrace

# An address as it is printed for people.
PRINTED = re.compile(
    r"(?<![\w.-])(?:https?://|www\.|(?:[a-z0-9à-ÿ-]+\.)+(?P<ending>[a-z]{2,24})(?![\w-])(?P<path>/\w)?)", re.IGNORECASE
)
MAIL = re.compile(r"\S+@\S+")
# Endings that are hardly anything else: “S.A.R.L” and “p.ex” are no addresses.
ENDINGS = frozenset(
    {
        "app", "at", "bank", "be", "biz", "ca", "ch", "com", "cz", "de", "dk", "es", "eu", "fi", "fr", "ie", "info",
        "io", "it", "lu", "net", "nl", "no", "org", "pl", "pt", "se", "shop", "store", "uk", "us",
    }
)  # fmt: skip


def _in_letters(trace: JourneyTrace) -> Iterable[Code]:
    """The scanned web addresses of a PDF whose text can be had: text in outlines or in a picture cannot be searched."""
    artwork = trace.start.artwork
    if artwork is None or artwork.kind != "pdf" or not artwork.text.strip():
        return ()
    return [code for code in artwork.scanned if not code.error and classify(code.text.strip()).is_web]


@journey_check(
    "qr/no-human-url",
    title="A web address to type is printed near the code",
    severity=Severity.NOTE,
    owner=Owner.PRINT,
    looks_at=_in_letters,
    advice=Advice(
        do="Print a short address below the code, in letters that can be typed.",
        snippet="shop.example/spring",
        links=("https://www.ncsc.gov.uk/blog-post/qr-codes-whats-real-risk",),
    ),
    passes="A code with “shop.example/spring” below it.",
    fails="A code with “Scan me!” below it.",
)
def no_human_url(code: Code, trace: JourneyTrace) -> Iterator[Problem]:
    """Who cannot scan, or has learnt not to trust a code without a name, has no other way to the offer."""
    assert trace.start.artwork
    host = place_of(code.text.strip()).host
    if _names(code.beside, host):
        return
    if _names(trace.start.artwork.text, host):
        message = f"A web address is printed, but not within 5 cm of the code on page {code.page}"
        yield Problem(message, "far", evidence=code.text)
    else:
        message = f"No web address is printed near the code on page {code.page}, nor anywhere else"
        yield Problem(message, "none", evidence=code.text)


def _names(text: str, host: str) -> bool:
    """True when a text holds an address: one of the code's own site, or what is written like one."""
    text = MAIL.sub(" ", text)
    lower = text.lower()
    if any(name and name in lower for name in (site_of(host), site_of(readable(host)))):
        return True
    found = PRINTED.finditer(text)
    return any(not each["ending"] or each["path"] or each["ending"].lower() in ENDINGS for each in found)
