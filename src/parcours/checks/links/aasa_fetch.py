"""Apple asks every host for the file that lets its links open an app."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.links._files import JSON, Hosted, hosted, served
from parcours.facts.association import apple_targets
from parcours.trace import JourneyTrace


def _files(trace: JourneyTrace) -> Iterable[Hosted]:
    return [one for one in hosted(trace, "aasa") if one.app or apple_targets(one.file)]


@journey_check(
    "links/aasa-fetch",
    title="Apple finds the file that lets links open the app",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_files,
    platforms=("ios",),
    needs=("wellknown",),
    advice=Advice(
        do="Serve /.well-known/apple-app-site-association on every host that links name, with 200, as JSON, "
        "without a redirect.",
        snippet='{"applinks": {"details": [{"appIDs": ["ABCDE12345.com.mybank.app"], "components": [{"/": "/*"}]}]}}',
        links=("https://developer.apple.com/documentation/xcode/supporting-associated-domains",),
    ),
    passes="https://shop.example/.well-known/apple-app-site-association answers 200 with JSON.",
    fails="The scenario declares an iPhone app, and the file redirects to www.shop.example.",
)
def aasa_fetch(one: Hosted, _trace: JourneyTrace) -> Iterator[Problem]:
    """A customer who has the app scans the letter and lands in the browser, signed out, because one file is missing."""
    yield from served(one)
    if one.is_json and one.file.mime != JSON:
        said = f"{one.name} of {one.host} is served as {one.file.mime or 'nothing in particular'}, not as {JSON}"
        yield Problem(said, "mime", Severity.NOTE)
