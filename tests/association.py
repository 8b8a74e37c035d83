"""Journeys with association files, for the tables of the checks that read them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from parcours.facts.model import AppLinks, Device, Element, FrameFacts, MetaTag, PageSnapshot, Platform, WellKnown
from parcours.trace import JourneyTrace, Start

APPLE = "apple-app-site-association"
ANDROID = "assetlinks.json"
APP = "ABCDE12345.com.mybank.app"
HANDLES = "delegate_permission/common.handle_all_urls"
PRINT = ":".join(["1A"] * 32)
DEVICES: dict[str, Device] = {
    "ios": Device(),
    "android": Device(name="android", title="Pixel 7", platform="android", width=412, height=839),
}
DECLARED = {"ios": AppLinks(ios="1234567890"), "android": AppLinks(android="com.mybank.app")}
NO_APP = AppLinks()
FACETS = frozenset({"frames", "wellknown"})


def file(name: str, value: object, host: str = "shop.example", status: int = 200, **more: Any) -> WellKnown:
    """A file of a host: text as it is, anything else as JSON."""
    text = value if isinstance(value, str) else json.dumps(value)
    more = {"mime": "application/json", "size": len(text.encode()), **more}
    return WellKnown(f"https://{host}/.well-known/{name}", status, more.pop("mime"), text, **more)


def aasa(*components: object, apps: tuple[object, ...] = (APP,), **more: Any) -> WellKnown:
    """Apple's file with one entry."""
    return file(APPLE, {"applinks": {"details": [{"appIDs": list(apps), "components": list(components)}]}}, **more)


def paths(*paths: object, **more: Any) -> WellKnown:
    """Apple's file with one entry of the older form."""
    return file(APPLE, {"applinks": {"apps": [], "details": [{"appID": APP, "paths": list(paths)}]}}, **more)


def statement(**more: Any) -> dict[str, Any]:
    """A statement of Android's file; `target` members and others may be given."""
    target = {"namespace": "android_app", "package_name": "com.mybank.app", "sha256_cert_fingerprints": [PRINT]}
    return {"relation": [HANDLES], "target": {**target, **more.pop("target", {})}, **more}


def assetlinks(*statements: object, **more: Any) -> WellKnown:
    """Android's file."""
    return file(ANDROID, list(statements), **more)


def page(
    url: str,
    app: AppLinks = NO_APP,
    platform: Platform = "ios",
    *,
    status: int = 200,
    metas: tuple[tuple[str, str], ...] = (),
    links: tuple[tuple[str, str], ...] = (),
) -> PageSnapshot:
    """A page with its files, meta tags, and visible links as (address, words)."""
    elements = tuple(
        Element(f'link "{words}"', "a", role="link", name=words, attrs={"href": href}, visible=True)
        for href, words in links
    )
    tags = tuple(MetaTag(*meta) for meta in metas)
    frame = FrameFacts(url=url, metas=tags, served=tags, elements=elements)
    return PageSnapshot(DEVICES[platform], url, status=status, frames=(frame,), app=app, facets=FACETS)


def journey(*pages: PageSnapshot, app: AppLinks = NO_APP, start: str = "") -> JourneyTrace:
    """A journey over these pages; `app` is what the scenario declares, `start` what the code says."""
    assert all(urlsplit(page.url).hostname for page in pages)
    return JourneyTrace(
        device=pages[0].device, start=Start(url=start or pages[0].url), app=app, pages=pages, facets=FACETS
    )
