"""Which apps a page sends its customers to, and in which countries' stores they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.facts.apps import BANNER, METAS, STORE, banner_app, is_package, related_apps
from parcours.facts.geometry import Box
from parcours.facts.model import PageSnapshot, Platform
from parcours.facts.urls import classify, place_of

# Where each language is at home, the largest market first.
HOMES = {
    "fr": "fr be ch lu ca mc sn ci ma tn dz cm mg bf ml ne ga cg cd bj tg mu re",
    "de": "de at ch li lu be it",
    "es": "es mx ar co cl pe uy py ec bo ve cr gt hn sv ni pa do pr us",
    "it": "it ch sm va",
    "nl": "nl be sr",
}
MOST_APPS = 6  # of one page
MOST_COUNTRIES = 4  # that one app is looked for in
# Two-letter top-level domains that are no country's shop window, or not spelt as the store spells it.
_GENERIC = {"io", "co", "ai", "me", "tv", "cc", "fm", "to", "ly", "gg", "app", "eu", "su", "ws"}
_SPELT = {"uk": "gb"}


class Named(NamedTuple):
    """One app that a page, or the scenario, names for the page's platform.

    `source` says who names it, `country` the store's country that a link leads to ("" when it names none).
    `leads` is True for what a customer taps or is promised, False for tags and files that only programs read.
    """

    id: str
    source: str
    country: str = ""
    leads: bool = True
    address: str = ""
    box: Box = Box(0, 0, 0, 0)


class Country(NamedTuple):
    """A store's country to look in, and whether the page is surely meant for it."""

    code: str
    meant: bool


def named_apps(page: PageSnapshot) -> tuple[Named, ...]:
    """The apps named for the page's platform, by everyone who names them; at most `MOST_APPS` ids."""
    platform = page.device.platform
    kept: set[str] = set()
    found: list[Named] = []
    for one in _named(page, platform):
        if is_id(one.id, platform) and (one.id in kept or len(kept) < MOST_APPS):
            kept.add(one.id)
            found.append(one)
    return tuple(found)


def is_id(text: str, platform: Platform) -> bool:
    """True for what can be an app's id in the platform's own store."""
    return bool(re.fullmatch(r"[0-9]{6,12}", text)) if platform == "ios" else is_package(text)


def _named(page: PageSnapshot, platform: Platform) -> Iterator[Named]:
    if said := page.app.declared(platform):
        yield Named(said, "the scenario")
    if platform == "ios":
        for meta in (*page.served_metas(BANNER), *page.metas(BANNER)):
            yield Named(banner_app(meta.content), "the banner tag")
    for element in page.visible("a", "area"):
        link = classify(element.attr("href"), page.url) if element.attr("href") and not element.inert else None
        if link and link.kind is STORE[platform]:
            words = f"the link “{element.name[:60]}”" if element.name else "a link"
            yield Named(link.value, words, link.country, address=element.address, box=page.on_page(element))
    for id in related_apps(page.app.manifest, platform):
        yield Named(id, "the web app manifest", leads=False)
    for name in METAS[platform]:
        for meta in page.metas(name):
            yield Named(meta.content.strip().removeprefix("app-id=").strip(), f"the tag {name}", leads=False)


def countries(page: PageSnapshot, lang: str = "", linked: str = "") -> tuple[Country, ...]:
    """The App Store's countries to look for an app in, the one that the page is for first.

    `linked` is the country of the link to it, `lang` the language of the journey. A language alone only hints at
    a country, and "en-US" is what templates are born with.
    """
    own = page.main.lang.lower().replace("_", "-")
    language = (lang.lower() or own).partition("-")[0]
    meant = [linked, _region(lang), _region(own) if own != "en-us" else "", _domain(page.url)]
    homes = HOMES.get(language, "").split()[:3]
    if own == "en-us":
        homes = ["us", *homes]
    guessed = [*homes, "us", "gb", *(["ca", "au"] if language in ("en", "") else [])]
    found = {code: Country(code, meant=True) for code in meant if code}
    for code in guessed:
        found.setdefault(code, Country(code, meant=False))
    return tuple(found.values())[:MOST_COUNTRIES]


def _region(lang: str) -> str:
    region = lang.lower().replace("_", "-").rpartition("-")[2]
    return region if "-" in lang.replace("_", "-") and re.fullmatch(r"[a-z]{2}", region) else ""


def _domain(url: str) -> str:
    last = place_of(url).host.rpartition(".")[2]
    return "" if not re.fullmatch(r"[a-z]{2}", last) or last in _GENERIC else _SPELT.get(last, last)
