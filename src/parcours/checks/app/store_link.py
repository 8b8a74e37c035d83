"""Links to the app stores must open this phone's store, at the app."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.apps import STORE, is_package, known_app
from parcours.facts.geometry import Box
from parcours.facts.model import PageSnapshot
from parcours.facts.offers import folded
from parcours.facts.stores import HOMES
from parcours.facts.urls import Kind, Link, classify

PHONES = {"ios": "iPhone", "android": "Android"}
BADGE = re.compile(
    r"app ?store|google ?play|play ?store|appgallery|\bapp\b|appli\b|application|download|telecharger|install"
)


class StoreLink(NamedTuple):
    """A visible link to a store, and where it stands.

    `stray` marks the first link of a page that shows this phone no store of its own.
    """

    address: str
    box: Box
    name: str
    link: Link
    stray: bool


def _store_links(page: PageSnapshot) -> Sequence[StoreLink]:
    links = [
        (element, classify(element.attr("href"), page.url))
        for element in page.visible("a", "area")
        if element.attr("href") and not element.inert
    ]
    # A tracker or an intent chooses the store by itself.
    served = any(link.kind in {*_own(page), Kind.ATTRIBUTION, Kind.INTENT} for _, link in links)
    stores = [(element, link) for element, link in links if link.is_store and link.scheme != "macappstore"]
    return [
        StoreLink(element.address, page.on_page(element), element.name, link, stray=index == 0 and not served)
        for index, (element, link) in enumerate(stores)
    ]


@page_check(
    "app/store-link",
    title="Store links open this phone's store, at the app",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=_store_links,
    advice=Advice(
        do="Link iPhones to https://apps.apple.com/app/id… and Androids to https://play.google.com/store/apps/details?id=….",
        links=(
            "https://developer.apple.com/app-store/marketing/guidelines/",
            "https://developer.android.com/distribute/marketing-tools/linking-to-google-play",
        ),
    ),
    passes='<a href="https://apps.apple.com/app/id1234567890">Our iPhone app</a>',
    fails='<a href="http://apps.apple.com/app/id1234567890">Our iPhone app</a>',
)
def store_link(here: StoreLink, page: PageSnapshot) -> Iterator[Problem]:
    """A customer who wants the app and lands in the wrong store, or in its front window, does not try twice."""
    if here.link.kind not in _own(page):
        yield from _wrong_platform(here, page)
        return
    if here.link.scheme == "http":
        yield Problem(
            f"The link to {here.link.service} goes over http: anyone on the way can turn it elsewhere", "insecure"
        )
    elif here.link.scheme not in {"https", ""}:
        said = f"{here.link.scheme}: opens nothing in other browsers and in-app views; https does everywhere"
        yield Problem(f"The link to {here.link.service} uses {said}", "scheme", evidence=here.link.text[:200])
    yield from _app(here.link)
    yield from _country(here.link, page)


def _own(page: PageSnapshot) -> frozenset[Kind]:
    android = {Kind.PLAY_STORE, Kind.OTHER_STORE}
    return frozenset({Kind.APP_STORE} if page.device.platform == "ios" else android)


def _wrong_platform(here: StoreLink, page: PageSnapshot) -> Iterator[Problem]:
    """Two badges side by side are usual: only a page without this phone's own store is judged, and once."""
    if not here.stray:
        return
    phone = PHONES[page.device.platform]
    said = f"{phone} customers are shown {here.link.service} and no store of their own"
    if app := known_app(page):
        named = f", although their app exists (id {app.id})" if app.id else ", although their app exists"
        yield Problem(said + named, "wrong-platform")
    elif BADGE.search(folded(here.name)):
        yield CannotTell(f"{said}: is there an app for {phone}?", "wrong-platform", certainty=Certainty.LOW)


def _app(link: Link) -> Iterator[Problem]:
    if link.kind is Kind.OTHER_STORE or _is_shelf(link):
        return
    if not link.value:
        yield Problem(
            f"The link opens {link.service} without naming an app", "no-app", Severity.MAJOR, evidence=link.text[:200]
        )
    elif link.kind is Kind.PLAY_STORE and (not is_package(link.value) or link.value.startswith("com.example.")):
        yield Problem(f"“{link.value[:80]}” cannot be an app on Google Play", "bad-id", Severity.MAJOR)
    elif link.kind is Kind.APP_STORE and not re.fullmatch(r"(?!(.)\1*$)\d{6,12}", link.value):
        yield Problem(f"“{link.value[:80]}” cannot be an app's number in the App Store", "bad-id", Severity.MAJOR)


def _is_shelf(link: Link) -> bool:
    """A maker's list of apps, a story or a short name: no app number, and rightly so."""
    return bool(
        re.search(r"/developer|/dev\?|/artist/|/story/|/collection|//appsto\.re/|//appstore\.com/\w", link.text)
    )


def _country(link: Link, page: PageSnapshot) -> Iterator[Problem]:
    language, _, region = page.main.lang.lower().replace("_", "-").partition("-")
    homes = HOMES.get(language, "").split()
    if link.kind is not STORE["ios"] or not link.country or not homes or link.country in {region, *homes}:
        return
    yield Problem(
        f"The link opens the App Store of “{link.country}” from a page in “{page.main.lang}”: leave the country out",
        "country",
        Severity.NOTE,
    )
