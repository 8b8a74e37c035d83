"""The message's link must lead where the campaign says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.message import MessageLink
from parcours.facts.trackers import hidden_target
from parcours.facts.urls import classify, place_of
from parcours.trace import JourneyTrace

DEFAULT_PORTS = {"http": "80", "https": "443"}


def _tapped(trace: JourneyTrace) -> Iterable[MessageLink]:
    message = trace.start.message
    return [message.tapped] if message and message.tapped and trace.start.expect_url else []


@journey_check(
    "entry/mismatch",
    title="The message's link leads to the address that was agreed on",
    severity=Severity.BLOCKER,
    owner=Owner.CARE,
    looks_at=_tapped,
    advice=Advice(
        do="Put the agreed address into the message, and tap it in a test message before the others are sent.",
        links=("https://url.spec.whatwg.org/#url-equivalence",),
    ),
    passes="The text message's link and `expect-url:` are the same address.",
    fails="The e-mail's button leads to last year's campaign.",
)
def mismatch(link: MessageLink, trace: JourneyTrace) -> Iterator[Problem]:
    """A message cannot be called back: whoever taps it lands on the wrong page, or nowhere, for as long as it lies."""
    wanted = trace.start.expect_url
    landing = trace.landing
    way = (*(hop.url for hop in landing.navigation), landing.url) if landing else ()
    if any(_fits(wanted, url) for url in (link.href, hidden_target(link.href), *way)):
        return
    owner = Owner.PRINT if trace.start.channel == "nfc" else None
    said = f"The message leads to {link.href[:200]}, not to {wanted[:200]}"
    same = _fits(_page(wanted), _page(link.href))
    aspect, severity = ("query", Severity.MAJOR) if same else ("address", None)
    yield Problem(said, aspect, severity, owner=owner, evidence="\n".join(way))


def _page(url: str) -> str:
    """The address without what stands behind its path."""
    return url.partition("#")[0].partition("?")[0]


def _fits(wanted: str, url: str) -> bool:
    """True when the addresses are the same to a browser; `*` stands for anything."""
    pattern = _plain(wanted).replace("[", "[[]").replace("?", "[?]")
    return bool(url) and fnmatchcase(_plain(url), pattern)


def _plain(url: str) -> str:
    link, place = classify(url), place_of(url)
    if not place.host:
        return url.strip()
    port = f":{place.port}" if place.port and place.port != DEFAULT_PORTS[link.scheme] else ""
    rest = url.strip().partition("://")[2]
    tail = rest[len(rest.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]) :]
    return f"{link.scheme}://{place.host}{port}{tail if tail.startswith('/') else f'/{tail}'}"
