"""The web app manifest that a page links must be there, and say what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, journey_check
from parcours.checks.app._manifests import INSTALLED, Manifest, manifests
from parcours.facts.urls import place_of
from parcours.trace import JourneyTrace

SMALLEST = 144  # px: Chrome installs nothing with a smaller icon
LARGE = 512  # px: for the screen that shows while the app starts


@journey_check(
    "app/manifest",
    title="The web app manifest is there and whole",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=manifests,
    platforms=("android",),
    needs=("wellknown",),
    advice=Advice(
        do="Serve the manifest as JSON with name, start_url, display and icons of 192 and 512 px, or drop the link.",
        snippet='{"name": "My shop", "start_url": "/", "display": "standalone", "icons": ['
        '{"src": "/192.png", "sizes": "192x192"}, {"src": "/512.png", "sizes": "512x512"}]}',
        links=(
            "https://web.dev/articles/install-criteria",
            "https://developer.mozilla.org/docs/Web/Progressive_web_apps/Manifest",
        ),
    ),
    passes="The page links /manifest.json, which has a name, a start_url, display and two icons.",
    fails="The page links /manifest.json, which answers 404.",
)
def manifest(found: Manifest, _trace: JourneyTrace) -> Iterator[Problem]:
    """With a sound manifest Android offers to keep the shop on the home screen, one tap away, and else never."""
    if found.file.status != 200:
        yield from _fetched(found)
    elif found.members is None:
        html = found.file.text.lstrip().startswith("<")
        said = "a page of HTML" if html else "no JSON object"
        yield Problem(f"The manifest {_path(found)} is {said}", "json", evidence=found.file.text[:200])
    else:
        # A manifest that only carries icons, as icon generators write it, was never meant to be installed.
        severity = None if found.installs else Severity.NOTE
        yield from (*_named(found, severity), *_start(found), *_display(found), *_icons(found, severity))


def _path(found: Manifest) -> str:
    return place_of(found.file.url).path[:80]


def _fetched(found: Manifest) -> Iterator[Problem]:
    status = found.file.status
    if status in (404, 410):
        yield Problem(f"The manifest {_path(found)} that the page links is not there ({status})", "fetch")
    else:
        said = f"answers with {status}" if status else "does not answer"
        yield CannotTell(f"The manifest {_path(found)} {said}", "fetch", Severity.NOTE)


def _named(found: Manifest, severity: Severity | None) -> Iterator[Problem]:
    names = (found.get("name"), found.get("short_name"))
    if not any(isinstance(name, str) and name.strip() for name in names):
        yield Problem("The manifest has neither name nor short_name", "name", severity)


def _start(found: Manifest) -> Iterator[Problem]:
    start = found.get("start_url")
    if not isinstance(start, str):
        if found.installs:
            yield Problem("The manifest has no start_url", "start-url")
        return
    url = urljoin(found.file.url, start)
    if _origin(url) != _origin(found.page_url):
        yield Problem(f"start_url “{start[:80]}” is not of the page's own host: browsers ignore it", "start-url")
        return
    scope = found.get("scope")
    if isinstance(scope, str) and not place_of(url).path.startswith(place_of(urljoin(found.file.url, scope)).path):
        yield Problem(f"start_url “{start[:80]}” lies outside of the scope “{scope[:80]}”", "scope")


def _origin(url: str) -> tuple[str, str, str]:
    place = place_of(url)
    return url.partition(":")[0].lower(), place.host, place.port


def _display(found: Manifest) -> Iterator[Problem]:
    display = found.get("display")
    if display is not None and display not in (*INSTALLED, "browser"):
        said = f"display “{str(display)[:40]}” is no mode: browsers take “browser”"
        yield Problem(said, "display")
    elif not found.installs:
        yield Problem(
            "The manifest asks for no window of its own (display): Android offers no installing",
            "display",
            Severity.NOTE,
        )


def _icons(found: Manifest, severity: Severity | None) -> Iterator[Problem]:
    icons = found.get("icons")
    sizes = [size for icon in icons for size in _sizes(icon)] if isinstance(icons, list) else []
    largest = max(sizes, default=0)
    if largest < SMALLEST:
        said = f"the largest has {largest} px" if largest else "there is none"
        yield Problem(f"The manifest needs an icon of {SMALLEST} px at least: {said}", "icons", severity)
    elif largest < LARGE:
        said = f"The manifest has no icon of {LARGE} px: the screen while the app starts is blurred"
        yield Problem(said, "icon-512", Severity.NOTE)


def _sizes(icon: Any) -> Iterator[int]:
    """The sizes of an icon that may stand for itself; one for any size counts as large enough."""
    if not isinstance(icon, dict) or not icon.get("src") or "any" not in str(icon.get("purpose", "any")).split():
        return
    said = str(icon.get("sizes", "")).lower()
    if "any" in said.split() or (not said and str(icon["src"]).endswith(".svg")):
        yield LARGE
    yield from (min(int(width), int(height)) for width, height in re.findall(r"(\d{1,5})x(\d{1,5})", said))
