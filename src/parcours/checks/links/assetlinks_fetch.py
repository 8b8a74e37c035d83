"""Android asks every host for the file that lets its links open an app."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.checks.links._files import JSON, Hosted, hosted, served
from parcours.facts.association import android_targets
from parcours.trace import JourneyTrace


def _files(trace: JourneyTrace) -> Iterable[Hosted]:
    return [one for one in hosted(trace, "assetlinks") if one.app or android_targets(one.file)]


@journey_check(
    "links/assetlinks-fetch",
    title="Android finds the file that lets links open the app",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_files,
    platforms=("android",),
    needs=("wellknown",),
    advice=Advice(
        do="Serve /.well-known/assetlinks.json on every host that links name, with 200, as application/json, "
        "without a redirect.",
        links=("https://developer.android.com/training/app-links/configure-assetlinks",),
    ),
    passes="https://shop.example/.well-known/assetlinks.json answers 200 as application/json.",
    fails="The scenario declares an Android app, and the file answers 404.",
)
def assetlinks_fetch(one: Hosted, _trace: JourneyTrace) -> Iterator[Problem]:
    """Android opens the browser, or asks which app to use, when it cannot verify that the site and the app belong."""
    yield from served(one)
    if one.is_json and one.file.mime != JSON:
        said = f"{one.name} of {one.host} is served as {one.file.mime or 'nothing in particular'}: Android wants {JSON}"
        yield Problem(said, "mime")
