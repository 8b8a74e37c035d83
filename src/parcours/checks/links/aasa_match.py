"""The address on the letter must be one that the app opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.links._files import brand_app
from parcours.facts.association import Outcome, Target, apple_targets, decide
from parcours.facts.model import WellKnown
from parcours.facts.urls import Kind, classify, place_of
from parcours.trace import JourneyTrace

# What alone keeps the link out, where nobody can have meant it so.
SLIPS = {"case", "slash", "encoding"}


class Tapped(NamedTuple):
    """The address that the customer scans or taps, and the apps that its host names.

    `landing` is where it leads, on another host whose own apps are known; "" otherwise.
    """

    address: str
    url: str
    targets: tuple[Target, ...]
    landing: str = ""


def _tapped(trace: JourneyTrace) -> Iterable[Tapped]:
    page = trace.landing
    # Within a social app no link opens another app, whatever the file says.
    if page is None or page.status >= 400 or not brand_app(page, trace) or trace.start.channel == "social":
        return
    url = trace.start.url or page.url
    start, own = classify(url), apple_targets(page.app.aasa)
    if start.kind is not Kind.WEB:
        return
    if _serves(page.app.aasa, start.host):
        if own:
            yield Tapped(start.host, url, own)
    elif _serves(page.app.entry_aasa, start.host):
        targets = apple_targets(page.app.entry_aasa)
        counted = trace.start.channel == "email"  # the host that counts a mail's clicks is entry/email-app-link's
        if targets or (own and not counted):
            yield Tapped(start.host, url, targets, landing="" if targets else page.url)


def _serves(file: WellKnown | None, host: str) -> bool:
    return file is not None and place_of(file.url).host == host


@journey_check(
    "links/aasa-match",
    title="The app opens for the address that customers scan",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_tapped,
    platforms=("ios",),
    needs=("wellknown",),
    advice=Advice(
        do="Add a component for the address of the letter, above the exclusions that it must not meet.",
        snippet='"components": [{"/": "/spring-offer*"}, {"/": "/help/*", "exclude": true}]',
        links=(
            "https://developer.apple.com/documentation/bundleresources/applinks",
            "https://developer.apple.com/documentation/xcode/supporting-universal-links-in-your-app",
        ),
    ),
    passes="The code says https://shop.example/offer, and the file has the component /offer.",
    fails="The code says https://shop.example/offer, and the file has the component /Offer.",
)
def aasa_match(tapped: Tapped, trace: JourneyTrace) -> Iterator[Problem]:
    """Customers who have the app expect the letter's code to open it, where they are signed in already."""
    page = trace.landing
    assert page is not None
    if tapped.landing:
        yield from _other_host(tapped, apple_targets(page.app.aasa))
        return
    answer = decide(tapped.targets, tapped.url)
    if answer.outcome is Outcome.OPENS:
        return
    path = place_of(tapped.url).path[:80]
    app = answer.apps[0] if answer.apps else "the app"
    said = f"{path} does not open {app}: {answer.reason}"
    if answer.near in SLIPS:
        yield Problem(said, answer.near)
    elif answer.outcome is Outcome.EXCLUDED:
        yield CannotTell(f"{said}. Is that meant?", "excluded", Severity.MINOR)
    else:
        yield CannotTell(f"{said}. Should it?", answer.near or "unmatched")


def _other_host(tapped: Tapped, targets: tuple[Target, ...]) -> Iterator[Problem]:
    """Whether an iPhone looks again after a redirect depends on the app that opened the address."""
    answer = decide(targets, tapped.landing)
    if answer.outcome is Outcome.OPENS:
        host = place_of(tapped.landing).host
        said = f"{tapped.address} names no app; {host}, where it redirects, names {answer.apps[0]}"
        yield CannotTell(f"{said}: the code may open the browser only", "entry-host", certainty=Certainty.LOW)
