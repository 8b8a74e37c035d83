"""An address that only the app knows leads nowhere without the app."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.apps import STORE
from parcours.facts.geometry import Box
from parcours.facts.model import PageSnapshot
from parcours.facts.urls import Kind, classify

# Schemes that phones know by themselves, that are another rule's, or that no customer meets.
COMMON = frozenset(
    {"callto", "webcal", "webcals", "maps", "calshow", "shortcuts", "message", "music", "podcast", "podcasts", "pcast"}
    | {"itms-podcasts", "itms-books", "ibooks", "x-web-search", "google.navigation", "comgooglemaps", "waze", "content"}
    | {"feed", "ftp", "sftp", "ftps", "ssh", "git", "svn", "irc", "ircs", "magnet", "ed2k", "news", "urn", "mms"}
    | {"ldap", "ldaps", "rtsp", "rtmp", "nntp", "acct", "cid", "mid", "ws", "wss", "chrome-extension", "moz-extension"}
    | {"prefs", "app-settings", "applewebdata", "onenote", "ms-word", "ms-excel", "ms-powerpoint", "unsafe"}
)  # fmt: skip
STORE_ADDRESS = re.compile(r"apps\.apple\.com|itunes\.apple\.com|itms-apps|play\.google\.com/store|market://")


class Leap(NamedTuple):
    """A way out of the browser by a scheme of an app's own: "tap" on a link, or "script" without being asked."""

    address: str
    box: Box | None
    name: str
    url: str
    scheme: str
    how: str
    onclick: str = ""


def _leaps(page: PageSnapshot) -> Iterable[Leap]:
    """Each scheme once as a link, once as a script's doing."""
    seen: set[tuple[str, str]] = set()
    for leap in (*_links(page), *_scripts(page)):
        if leap.scheme not in COMMON and (leap.scheme, leap.how) not in seen:
            seen.add((leap.scheme, leap.how))
            yield leap


def _links(page: PageSnapshot) -> Iterator[Leap]:
    for element in page.visible("a", "area"):
        link = classify(element.attr("href"))
        if link.kind is Kind.CUSTOM and not element.inert:
            name = element.name or element.text
            box = page.on_page(element)
            yield Leap(element.address, box, name, link.text, link.scheme, "tap", element.attr("onclick"))


def _scripts(page: PageSnapshot) -> Iterator[Leap]:
    for hand_off in page.hand_offs:
        link = classify(hand_off.url)
        if hand_off.how == "script" and link.kind is Kind.CUSTOM:
            yield Leap("", None, "", link.text, link.scheme, "script")


@page_check(
    "links/scheme-only",
    title="Links into the app lead somewhere without it, too",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_leaps,
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Use an https address that the app claims (a universal link, an App Link): it opens the page without the "
        "app.",
        snippet='<a href="https://app.mybank.example/offer/12">Open in our app</a>',
        links=(
            "https://developer.apple.com/documentation/xcode/allowing-apps-and-websites-to-link-to-your-content",
            "https://developer.android.com/training/app-links/about",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><a href="https://app.mybank.example/">Open our app</a>',
    fails='<meta name="viewport" content="width=device-width"><a href="mybank://home">Open our app</a>',
)
def scheme_only(leap: Leap, page: PageSnapshot) -> Iterator[Problem]:
    """Without the app, an iPhone answers such a link with an error, an Android with nothing: customers are stuck."""
    if leap.how == "script":
        yield from _unasked(leap, page)
        return
    said = f"“{leap.name[:60]}” opens {leap.scheme}: only, which leads nowhere without the app"
    if leap.onclick or _is_caught(leap.scheme, page):
        yield CannotTell(f"{said}; a script may catch that", "caught", Severity.MINOR, evidence=leap.url[:200])
    elif _store_shown(page):
        beside = f"{said}; the store's link is elsewhere on the page"
        yield Problem(beside, "store-beside", Severity.MINOR, evidence=leap.url[:200])
    else:
        yield Problem(said, "link", evidence=leap.url[:200])


def _unasked(leap: Leap, page: PageSnapshot) -> Iterator[Problem]:
    """A page that tries the app by itself, and then goes to the store, has thought of those without it."""
    store = STORE[page.device.platform]
    ends = (page.url, *(hand_off.url for hand_off in page.hand_offs))
    if any(classify(url).kind in {store, Kind.INTENT} for url in ends):
        return
    said = f"A script opens {leap.scheme}: as the page loads"
    if any(STORE_ADDRESS.search(script) for script in page.main.scripts):
        said = f"{said}; the store may follow, and did not while the page was watched"
        yield CannotTell(said, "script-later", Severity.MINOR, evidence=leap.url[:200])
    else:
        yield Problem(f"{said}: without the app that is an error or nothing", "script", evidence=leap.url[:200])


def _is_caught(scheme: str, page: PageSnapshot) -> bool:
    """True when a script of the page speaks of the scheme, or waits and speaks of a store."""
    scripts = page.main.scripts
    return any(
        f"{scheme}:" in script or ("setTimeout" in script and STORE_ADDRESS.search(script)) for script in scripts
    )


def _store_shown(page: PageSnapshot) -> bool:
    wanted = {STORE[page.device.platform], Kind.ATTRIBUTION}
    links = (element.attr("href") for element in page.visible("a", "area") if not element.inert)
    return any(classify(href, page.url).kind in wanted for href in links if href)
