"""The apps that a manifest relates to must be named as Android asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.checks.app._manifests import Manifest, manifests
from parcours.facts.apps import is_package
from parcours.facts.urls import Kind, classify
from parcours.trace import JourneyTrace

PLATFORMS = ("play", "itunes", "windows", "webapp", "chromeos_play", "chrome_web_store", "f-droid", "amazon")
PREFER = "prefer_related_applications"


def _related(trace: JourneyTrace) -> Iterable[Manifest]:
    return [one for one in manifests(trace) if one.get("related_applications") is not None or one.get(PREFER)]


@journey_check(
    "app/related",
    title="The manifest names the apps so that phones can offer them",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=_related,
    platforms=("android",),
    needs=("wellknown",),
    advice=Advice(
        do="Name the Play Store's app by its package, and prefer it only where it serves better than the site.",
        snippet='"related_applications": [{"platform": "play", "id": "com.mybank.app"}], '
        '"prefer_related_applications": true',
        links=(
            "https://developer.mozilla.org/docs/Web/Progressive_web_apps/Manifest/Reference/related_applications",
            "https://developer.mozilla.org/docs/Web/Progressive_web_apps/Manifest/Reference/prefer_related_applications",
        ),
    ),
    passes='"related_applications": [{"platform": "play", "id": "com.mybank.app"}]',
    fails='"related_applications": [{"platform": "play", "id": "1234567890"}]',
)
def related(found: Manifest, _trace: JourneyTrace) -> Iterator[Problem]:
    """Chrome offers the app by itself when the manifest names it well, and keeps silent for ever when it does not."""
    apps = found.get("related_applications")
    if apps is not None and not isinstance(apps, list):
        yield Problem("related_applications must be a list", "form")
        return
    for app in apps or ():
        yield from _app(app)
    if found.get(PREFER) is True:
        yield from _preferred(found, apps or [])
    elif isinstance(found.get(PREFER), str):
        yield Problem(f"{PREFER} must be true or false, without quotes", "form")


def _app(app: Any) -> Iterator[Problem]:
    if not isinstance(app, dict):
        yield Problem("Everything in related_applications must be an object", "form")
        return
    platform, id, url = (str(app.get(name) or "") for name in ("platform", "id", "url"))
    if platform not in PLATFORMS:
        said = f"“{platform[:40]}” is no platform that browsers know: they know {', '.join(PLATFORMS)}"
        yield Problem(said, "platform")
    elif platform == "play":
        yield from _play(id, url)
    elif not id and not url:
        yield Problem(f"The app for “{platform}” has neither id nor url", "unnamed")
    elif platform == "itunes" and url and classify(url).kind is not Kind.APP_STORE:
        yield Problem(f"“{url[:80]}” does not lead to the App Store", "url")


def _play(id: str, url: str) -> Iterator[Problem]:
    link = classify(url)
    if not id:
        yield Problem("The app for “play” has no id: Chrome wants the package", "play-id")
    elif not is_package(id):
        yield Problem(f"“{id[:80]}” cannot be the package of an app for “play”", "play-id")
    if url and link.kind is not Kind.PLAY_STORE:
        yield Problem(f"“{url[:80]}” does not lead to Google Play", "url")
    elif url and id and link.value and link.value != id:
        yield Problem(f"The id is {id[:80]}, and the url leads to {link.value[:80]}", "url")


def _preferred(found: Manifest, apps: list[Any]) -> Iterator[Problem]:
    if not any(isinstance(app, dict) and app.get("platform") == "play" and app.get("id") for app in apps):
        said = f"{PREFER} is true, and no app for “play” is named: Chrome offers neither the app nor the site"
        yield Problem(said, "prefers-nothing")
    elif found.installs and found.get("start_url"):
        said = "The manifest describes an installable site and prefers the app: Chrome will not offer the site"
        yield CannotTell(f"{said}. Is that meant?", "prefers-app", Severity.NOTE)
