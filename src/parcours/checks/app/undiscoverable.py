"""When there is an app, the landing page must lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.apps import BANNER, STORE, KnownApp, banner_app, known_app, prefers_app
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.offers import folded
from parcours.facts.urls import Kind, Link, classify
from parcours.facts.wording import with_the
from parcours.trace import JourneyTrace

PHONES = {"ios": "iPhone", "android": "Android"}
STORES = {"ios": "App Store", "android": "Google Play"}
# Android phones without Google's services have other stores; a tracker or an intent leads on to one.
LEADS = {"ios": {Kind.APP_STORE, Kind.ATTRIBUTION}, "android": {Kind.PLAY_STORE, Kind.OTHER_STORE, Kind.ATTRIBUTION}}
BANNER_FRAMES = {"branch-banner-iframe"}
# "Download the app" in six languages, without accents: a promise whose end this page does not show.
PROMISES = re.compile(
    r"\b(?:app store|google play|(?:mobile|iphone|ios|android) app|app (?:mobile|iphone|ios|android)|"
    r"(?:download|get|open|install|use|try) (?:the|our|in|in the)? ?(?:mobile )?app|application mobile|appli mobile|"
    r"(?:telecharge[rz]|installe[rz]|ouvrir|obtenir) (?:dans )?(?:l.|notre |nos )?appli(?:cation)?s?|"
    r"(?:app|unsere app|die app) (?:laden|herunterladen|holen|offnen|installieren)|zur app|"
    r"(?:descarga|descargar|descargate|abrir) (?:la |nuestra |en la )?app|"
    r"(?:scarica|apri) (?:la |nell.|la nostra )?app|(?:download|open) (?:de|onze|in de) app)\b",
)


def _apps(trace: JourneyTrace) -> Iterable[KnownApp]:
    page = trace.landing
    if page is None or page.status >= 400:
        return ()
    app = known_app(page, trace.app)
    return (app,) if app else ()


@journey_check(
    "app/undiscoverable",
    title="The landing page leads to the app",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_apps,
    needs=("frames",),
    advice=Advice(
        do="Add Apple's banner tag to the head and a visible link to each store on the landing page.",
        snippet='<meta name="apple-itunes-app" content="app-id=1234567890">\n'
        '<a href="https://play.google.com/store/apps/details?id=com.mybank.app">Get our app on Google Play</a>',
        links=(
            "https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",
            "https://developer.android.com/distribute/marketing-tools/linking-to-google-play",
        ),
    ),
    passes="A landing page with a visible App Store link, or with the apple-itunes-app tag in its served head.",
    fails="The scenario declares an iPhone app, and the landing page has neither a banner nor a store link.",
)
def undiscoverable(app: KnownApp, trace: JourneyTrace) -> Iterator[Problem]:
    """Customers who would gladly use the app never hear of it: letter and page are paid for, the app stays shut."""
    page = trace.landing
    assert page is not None
    # Verified links (AASA, assetlinks) open an app that is installed; they lead nobody to install it.
    links = tuple((element, link) for element in page.visible("a", "area") if (link := _link(element, page)))
    if _offered(page, links):
        return
    phone, store = PHONES[app.platform], STORES[app.platform]
    known = f"{'An iPhone' if app.platform == 'ios' else 'An Android'} app exists ({_named(app)})"
    if page.metas(BANNER) and app.platform == "ios" and any(banner_app(meta.content) for meta in page.metas(BANNER)):
        yield CannotTell(f"{known}; its banner is added by a script, and Safari may not show it", "late-banner")
    elif promise := _promise(page):
        said = promise.name or promise.text
        yield CannotTell(f"{known}; “{said[:60]}” may lead to it, but not to {with_the(store)} at once", "promise")
    elif others := [link.service for _, link in links if link.is_store]:
        said = f"the landing page offers {others[0]} to {phone} customers, and no {store} link"
        yield _problem(f"{known}, but {said}", "other-platform", app)
    else:
        yield _problem(f"{known}, but nothing on the landing page leads to it: no banner, no {store} link", "", app)


def _problem(message: str, aspect: str, app: KnownApp) -> Problem:
    return Problem(
        message, aspect, certainty=None if app.surely else Certainty.MEDIUM, evidence=f"Known from {app.source}"
    )


def _named(app: KnownApp) -> str:
    return f"id {app.id}" if app.id else f"says {app.source}"


def _link(element: Element, page: PageSnapshot) -> Link | None:
    href = element.attr("href")
    return classify(href, page.url) if href and not element.inert else None


def _offered(page: PageSnapshot, links: Iterable[tuple[Element, Link]]) -> bool:
    platform = page.device.platform
    if platform == "ios" and any(banner_app(meta.content) for meta in page.served_metas(BANNER)):
        return True
    if platform == "android" and prefers_app(page.app.manifest):
        return True
    # A landing page that is the store's own, or that opens it by itself.
    ends = (page.url, *(hand_off.url for hand_off in page.hand_offs))
    return (
        any(classify(url).kind in LEADS[platform] for url in ends)
        or any(_leads(link, page) for _, link in links)
        or any(element.attr("id") in BANNER_FRAMES for element in page.visible("iframe"))
    )


def _leads(link: Link, page: PageSnapshot) -> bool:
    platform = page.device.platform
    if link.kind is Kind.INTENT:  # Chrome falls back on the Play Store for a package that is not installed
        return platform == "android" and bool(link.package or classify(link.fallback).kind is STORE[platform])
    return link.kind in LEADS[platform]


def _promise(page: PageSnapshot) -> Element | None:
    """The first visible link or button whose words promise the app."""
    for element in page.visible("a", "button"):
        link = _link(element, page)
        words = element.name or element.text
        if not element.inert and not (link and link.is_store) and PROMISES.search(folded(words)):
            return element
    return None
