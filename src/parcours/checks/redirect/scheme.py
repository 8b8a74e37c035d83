"""The way ends on a page, or in an app that is surely there."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.model import Platform
from parcours.facts.urls import Kind, Link, classify
from parcours.facts.wording import with_the
from parcours.trace import JourneyTrace

PHONES: dict[Platform, str] = {"ios": "an iPhone", "android": "an Android phone"}
# What every phone of a kind has.
HOME: dict[Kind, Platform] = {Kind.APP_STORE: "ios", Kind.PLAY_STORE: "android", Kind.INTENT: "android"}


def _ends(trace: JourneyTrace) -> Iterator[Link]:
    """Where the first address led, when that is no page."""
    start = next((step for step in trace.steps if step.id == "start"), None)
    if start and start.away and not trace.pages:
        yield classify(start.away)


@journey_check(
    "redirect/scheme",
    title="The way ends on a page, or in an app that is surely there",
    severity=Severity.BLOCKER,
    owner=Owner.APP,
    looks_at=_ends,
    advice=Advice(
        do="Lead to an https page that opens the app where it is installed, and says something where it is not.",
        snippet="intent://offer#Intent;scheme=mybank;package=com.mybank.app;"
        "S.browser_fallback_url=https%3A%2F%2Fmybank.example%2Foffer;end",
        links=(
            "https://developer.chrome.com/docs/android/intents",
            "https://developer.apple.com/documentation/xcode/supporting-universal-links-in-your-app",
        ),
    ),
    passes="The code redirects to an intent: address with S.browser_fallback_url.",
    fails="The code redirects to mybank://offer.",
)
def scheme(link: Link, trace: JourneyTrace) -> Iterator[Problem]:
    """Without the app on the phone, or with a phone of the other kind, nothing happens: no page, no word, no help."""
    platform = trace.device.platform
    home = HOME.get(link.kind)
    shown = link.text[:200]
    if home and home != platform:
        yield Problem(
            f"On {PHONES[platform]}, the address leads to {shown}, which only {PHONES[home]} knows", "foreign"
        )
    elif link.kind is Kind.INTENT:
        yield from _intent(link, shown)
    elif link.kind in (Kind.APP_STORE, Kind.PLAY_STORE):
        # Browsers open the store; the browsers inside other apps often do not.
        yield Problem(
            f"The address leads straight into {with_the(link.service)} ({shown}), with no page behind it",
            "store",
            Severity.NOTE,
            Certainty.MEDIUM,
        )
    elif link.kind in (Kind.CUSTOM, Kind.OTHER_STORE):
        yield Problem(f"The address leads to {shown}, which does nothing without the app", "no-fallback")


def _intent(link: Link, shown: str) -> Iterator[Problem]:
    if link.fallback.startswith("https:"):
        return
    if link.package:  # Chrome falls back on the Play Store
        message = (
            f"The address leads to an intent: without S.browser_fallback_url; only Chrome finds the store: {shown}"
        )
        yield Problem(message, "no-fallback", Severity.MINOR)
    else:
        yield Problem(f"The address leads to an intent: with neither package nor fallback: {shown}", "no-fallback")
