"""Which app a brand has, as its declaration and its pages tell; and what Apple's banner tag says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.facts.association import android_targets, apple_targets, held
from parcours.facts.geometry import Box
from parcours.facts.model import AppLinks, Element, PageSnapshot, Platform, WellKnown, once
from parcours.facts.urls import Kind, classify

BANNER = "apple-itunes-app"
BANNER_KEYS = ("app-id", "app-argument", "affiliate-data", "app-clip-bundle-id", "app-clip-display")
STORE: dict[Platform, Kind] = {"ios": Kind.APP_STORE, "android": Kind.PLAY_STORE}

# Meta tags that name an app: App Links (al:...) and X's cards. The stores' own numbers come first.
METAS: dict[Platform, tuple[str, ...]] = {
    "ios": ("al:ios:app_store_id", "twitter:app:id:iphone", "al:ios:url"),
    "android": ("al:android:package", "twitter:app:id:googleplay", "google-play-app", "al:android:url"),
}


class KnownApp(NamedTuple):
    """An app for one platform. `id` is "" when only its existence is known; `source` says who tells of it.

    `surely` is False when a file tells that may belong to the platform that hosts the shop, not to the brand.
    """

    platform: Platform
    id: str
    source: str
    surely: bool = True


def known_app(page: PageSnapshot, declared: AppLinks | None = None) -> KnownApp | None:
    """The app for the page's platform on the best evidence there is; None when nothing speaks of one.

    `declared` is the scenario's, the page's own knowledge when it is not given.
    """
    return next(_evidence(page, declared or page.app), None)


def _evidence(page: PageSnapshot, app: AppLinks) -> Iterator[KnownApp]:
    platform = page.device.platform
    if said := app.declared(platform) or page.app.declared(platform):
        yield KnownApp(platform, said, "the scenario")
    yield from _spoken_of(page, app)


def site_app(page: PageSnapshot) -> KnownApp | None:
    """The app that the page itself surely speaks of, in its tags, its banner or its manifest; never the scenario's."""
    for known in _spoken_of(page, page.app):
        if known.surely:
            return known
    if page.device.platform == "ios":
        ids = (banner_app(meta.content) for meta in (*page.served_metas(BANNER), *page.metas(BANNER)))
        return next((KnownApp("ios", id, "the page's banner tag") for id in ids if id), None)
    return None


def _spoken_of(page: PageSnapshot, app: AppLinks) -> Iterator[KnownApp]:
    platform = page.device.platform
    for name in METAS[platform]:
        for meta in page.metas(name):
            if meta.content.strip():
                yield KnownApp(platform, _id(platform, meta.content), f"the page's {name} tag")
    for beside in (app, page.app):
        yield from _beside(platform, beside)


def _beside(platform: Platform, app: AppLinks) -> Iterator[KnownApp]:
    for id in related_apps(app.manifest, platform):
        yield KnownApp(platform, id, "the web app manifest")
    if platform == "ios" and (name := linked_iphone_app(app.aasa)):
        yield KnownApp(platform, "", f"the apple-app-site-association file ({name})", surely=False)
    if platform == "android" and (package := linked_android_app(app.assetlinks)):
        yield KnownApp(platform, package, "the assetlinks.json file", surely=False)


def _id(platform: Platform, content: str) -> str:
    value = content.strip().removeprefix("app-id=").strip()
    if platform == "ios":
        found = re.fullmatch(r"(?:id)?(\d{6,12})", value)
        return found[1] if found else ""
    return value if is_package(value) else ""


def is_package(text: str) -> bool:
    """True for a well-formed Android application id: two or more parts, each beginning with a letter."""
    return bool(re.fullmatch(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)+", text, re.ASCII))


def related_apps(manifest: WellKnown | None, platform: Platform) -> Iterator[str]:
    """The store ids that the manifest's `related_applications` names for a platform."""
    names = {"ios": "itunes", "android": "play"}
    known = held(manifest)
    apps = known.get("related_applications") if isinstance(known, dict) else None
    for app in apps if isinstance(apps, list) else ():
        if isinstance(app, dict) and app.get("platform") == names[platform]:
            yield str(app.get("id") or "") or _store_id(str(app.get("url") or ""))


def _store_id(url: str) -> str:
    link = classify(url)
    return link.value if link.is_store else ""


def prefers_app(manifest: WellKnown | None) -> bool:
    """True when Android is asked to offer the Play Store's app in place of the site."""
    known = held(manifest)
    wants = isinstance(known, dict) and known.get("prefer_related_applications") is True
    return wants and any(related_apps(manifest, "android"))


def linked_iphone_app(aasa: WellKnown | None) -> str:
    """The first app id under `applinks` in an apple-app-site-association file, "" when there is none."""
    return next((app for target in apple_targets(aasa) for app in target.apps), "")


def linked_android_app(assetlinks: WellKnown | None) -> str:
    """The first package that may open the site's links in an assetlinks.json file, "" when there is none."""
    return next((app for target in android_targets(assetlinks) for app in target.apps), "")


def banner_pairs(content: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a banner tag's content, in order; a part without "=" has the value "" and is its own key."""
    parts = (part.strip() for part in content.split(","))
    return tuple((key.strip(), value.strip()) for key, _, value in (part.partition("=") for part in parts if part))


def banner_app(content: str) -> str:
    """The app that Safari would show for a banner tag's content, "" when it can read none."""
    id = dict(banner_pairs(content)).get("app-id", "")
    return id if re.fullmatch(r"[0-9]{6,12}", id) else ""


class ScriptBanner(NamedTuple):
    """A banner for the app that a script draws: its outermost element, and the library whose marks it bears."""

    address: str
    box: Box
    element: Element
    library: str


# A class or an id of the outermost element, and the library that writes it.
BANNER_MARKS = {
    "smartbanner": "smartbanner.js",
    "smart-app-banner": "smart-app-banner",
    "smart-banner": "smart-banner",
    "smartappbanner": "smart app banner",
    "branch-banner": "Branch",
    "branch-banner-iframe": "Branch",
}


@once
def script_banners(page: PageSnapshot) -> tuple[ScriptBanner, ...]:
    """The banners for the app that scripts have drawn and that can be seen, in the page's order."""
    found: list[ScriptBanner] = []
    for frame in page.frames:
        inside: set[int] = set()
        for index, element in enumerate(frame.elements):
            if element.parent in inside:
                inside.add(index)
            elif element.visible and not frame.hidden and (library := _library(element)):
                inside.add(index)
                found.append(ScriptBanner(element.address, page.on_page(element), element, library))
    return tuple(found)


def _library(element: Element) -> str:
    attrs = element.attrs
    if "class" not in attrs and "id" not in attrs:
        return ""
    names = (*attrs.get("class", "").lower().split(), attrs.get("id", "").lower())
    return next((BANNER_MARKS[name] for name in names if name in BANNER_MARKS), "")
