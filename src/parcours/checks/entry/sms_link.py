"""The link of a text message is underlined as it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import messages
from parcours.facts.message import MessageLink
from parcours.facts.urls import is_trustworthy_http
from parcours.trace import JourneyTrace

# How to get out of the list: the law wants it, and it stands last.
STOP = re.compile(r"\W*(?:stop|stopsms|désabo|desabo|unsub|optout|opt-out|abmeld|baja|disattiva)\b", re.IGNORECASE)


class Written(NamedTuple):
    """A link with the text that it stands in."""

    address: str
    link: MessageLink
    text: str


def _links(trace: JourneyTrace) -> tuple[Written, ...]:
    found = messages(trace, "sms")
    return tuple(Written(link.address, link, one.text) for one in found for link in one.links)


@journey_check(
    "entry/sms-link",
    title="The link of a text message is underlined as it is meant",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_links,
    advice=Advice(
        do="Write the link in full, from https://, between two blanks and at the end of the text.",
        snippet="Your statement is ready: https://bank.example/m/4f2a",
        links=(
            "https://developer.apple.com/documentation/foundation/nsdatadetector",
            "https://developer.android.com/reference/android/text/util/Linkify",
        ),
    ),
    passes="Your statement is ready: https://bank.example/m/4f2a",
    fails="Your statement is ready (https://bank.example/m/4f2a).",
)
def sms_link(written: Written, _trace: JourneyTrace) -> Iterator[Problem]:
    """What a phone takes for the link is what it opens: a full stop too much, and the page is not found."""
    link, text = written.link, written.text
    rest = text[link.end :]
    if rest and not rest[0].isspace():
        glued = rest.split()[0][:8]
        said = f"“{glued}” stands right behind {link.text}: some phones take it for a part of the link"
        yield Problem(said, "glued")
    if not link.text.lower().startswith("http"):
        said = f"{link.text} has no https:// before it: some phones underline nothing, others open it unencrypted"
        yield Problem(said, "no-scheme")
    elif link.href[:5].lower() == "http:" and not is_trustworthy_http(link.href):
        said = f"{link.text} begins with http://: phones warn of it, and anyone on the way can change the page"
        yield Problem(said, "http", Severity.MAJOR)
    if re.search(r"\w", rest) and not STOP.match(rest) and not _more_links(written):
        yield Problem(f"Words follow after {link.text}: at the end it is found at a glance", "not-last", Severity.NOTE)


def _more_links(written: Written) -> bool:
    """True when another link follows: one of them is last, and that one is judged."""
    return "://" in written.text[written.link.end :]
