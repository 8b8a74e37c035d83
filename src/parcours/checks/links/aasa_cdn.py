"""iPhones ask Apple's CDN for the association file, not the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.association import apple_targets, held
from parcours.facts.model import WellKnown
from parcours.facts.urls import place_of
from parcours.trace import JourneyTrace

ABSENT = (403, 404, 410)


class Copied(NamedTuple):
    """The file of a host, and what Apple's CDN holds of it."""

    address: str
    file: WellKnown
    copy: WellKnown

    @property
    def host(self) -> str:
        """The host whose file it is."""
        return place_of(self.file.url).host


def _copies(trace: JourneyTrace) -> tuple[Copied, ...]:
    found: dict[str, Copied] = {}
    for page in trace.pages:
        pairs = ((page.app.aasa, page.app.aasa_cdn), (page.app.entry_aasa, page.app.entry_aasa_cdn))
        for file, copy in pairs:
            if file and copy and apple_targets(file):
                found.setdefault(file.url, Copied(file.url, file, copy))
    return tuple(found.values())


@journey_check(
    "links/aasa-cdn",
    title="Apple's CDN has the association file as the site serves it",
    severity=Severity.MINOR,
    owner=Owner.APP,
    certainty=Certainty.LOW,  # Apple asks again within a day: what it holds may be of yesterday
    looks_at=_copies,
    platforms=("ios",),
    advice=Advice(
        do="Let AASA-Bot/1.0.0 fetch /.well-known/apple-app-site-association from Apple's addresses: "
        "no firewall rule, no country block, no robots.txt in its way. Then wait a day.",
        links=(
            "https://developer.apple.com/documentation/xcode/supporting-associated-domains",
            "https://developer.apple.com/documentation/technotes/tn3155-debugging-universal-links",
        ),
    ),
    passes="Apple's CDN is asked (--store-lookup), and holds what the site serves.",
    fails="The site serves the file, and Apple's CDN answers 404: a firewall keeps Apple out.",
)
def aasa_cdn(one: Copied, _trace: JourneyTrace) -> Iterator[Problem]:
    """The file is there for all who look, and no iPhone ever sees it: links open the browser, and nobody knows why."""
    status, evidence = one.copy.status, "\n".join(filter(None, (one.copy.url, one.copy.failure)))
    if status in ABSENT:
        said = f"{one.host} serves the association file, and Apple's CDN has no copy of it ({status})"
        why = f": {one.copy.failure}" if one.copy.failure else ": a firewall or robots.txt may keep Apple out"
        yield Problem(said + why, "missing", evidence=evidence)
    elif status != 200:
        said = f"answered with {status}" if status else "did not answer"
        yield CannotTell(f"Apple's CDN {said} when asked for {one.host}", "no-answer", Severity.NOTE, evidence=evidence)
    elif held(one.copy) is None:
        yield CannotTell(
            f"What Apple's CDN holds for {one.host} is no JSON", "no-json", Severity.NOTE, evidence=evidence
        )
    elif held(one.copy) != held(one.file):
        said = f"Apple's CDN holds another file for {one.host} than the site serves: {_difference(one)}"
        yield Problem(said, "stale", Severity.NOTE, evidence=evidence)


def _difference(one: Copied) -> str:
    """In words: apps that only one of the two names, else that the rules differ."""
    served, copied = _apps(one.file), _apps(one.copy)
    if missing := [app for app in served if app not in copied]:
        return f"iPhones do not know of {', '.join(missing)[:200]} yet"
    if gone := [app for app in copied if app not in served]:
        return f"iPhones still know of {', '.join(gone)[:200]}"
    linked = _links(one.file) != _links(one.copy)
    return "iPhones go by other paths" if linked else "the links' part is the same"


def _apps(file: WellKnown) -> tuple[str, ...]:
    return tuple(app for target in apple_targets(file) for app in target.apps)


def _links(file: WellKnown) -> Any:
    value = held(file)
    return value.get("applinks") if isinstance(value, dict) else None
