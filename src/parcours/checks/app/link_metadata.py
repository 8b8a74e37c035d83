"""The tags by which Facebook, X and others open the app must be whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.apps import is_package
from parcours.facts.model import PageSnapshot
from parcours.facts.offers import folded
from parcours.facts.urls import Kind, classify

# App Links' word and X's word for each platform.
WORDS = {"ios": ("ios", "iphone"), "android": ("android", "googleplay")}
Tags = Mapping[str, str]


def _tags(page: PageSnapshot) -> Iterable[Tags]:
    """The platform's tags by name, the first of each; empty ones say nothing."""
    links, card = WORDS[page.device.platform]
    wanted = re.compile(rf"al:{links}:\w+|twitter:app:\w+:{card}")
    found: dict[str, str] = {}
    for meta in page.main.metas:
        if meta.content.strip() and wanted.fullmatch(meta.name):
            found.setdefault(meta.name, meta.content.strip())
    return (found,) if found else ()


@page_check(
    "app/link-metadata",
    title="The tags that open the app from other apps are whole",
    severity=Severity.NOTE,
    owner=Owner.APP,
    looks_at=_tags,
    advice=Advice(
        do="Give App Links an address and a name for each platform, and X's card the app's id.",
        snippet='<meta property="al:ios:url" content="mybank://offer/12">\n'
        '<meta property="al:ios:app_store_id" content="1234567890">\n'
        '<meta property="al:ios:app_name" content="My bank">',
        links=(
            "https://developers.facebook.com/docs/applinks/metadata-reference",
            "https://developer.x.com/en/docs/x-for-websites/cards/overview/app-card",
        ),
    ),
    passes='<meta property="al:ios:url" content="mybank://offer"><meta property="al:ios:app_store_id" '
    'content="1234567890">',
    fails='<meta property="al:ios:app_store_id" content="1234567890"><p>hello</p>',
)
def link_metadata(tags: Tags, page: PageSnapshot) -> Iterator[Problem]:
    """A link that a friend shares opens in the app, or in a browser inside another app, by these tags alone."""
    links, card = WORDS[page.device.platform]
    needed = f"al:{links}:{'url' if links == 'ios' else 'package'}"
    own = [name for name in tags if name.startswith(f"al:{links}:")]
    if own and needed not in tags:
        yield Problem(f"{own[0]} is there without {needed}, which App Links needs", "incomplete")
    if any(name.startswith("twitter:") for name in tags) and f"twitter:app:id:{card}" not in tags:
        yield Problem(f"X's tags for the app have no twitter:app:id:{card}", "card-incomplete")
    yield from _ids(tags, links, card)
    for name in (f"al:{links}:url", f"twitter:app:url:{card}"):
        if name in tags and classify(tags[name]).kind in {Kind.TEXT, Kind.RELATIVE, Kind.BARE_HOST, Kind.EMPTY}:
            yield Problem(f"{name} must be a whole address: “{tags[name][:80]}” is none", "url")
    names = [tags[name] for name in (f"al:{links}:app_name", f"twitter:app:name:{card}") if name in tags]
    if len({folded(name) for name in names}) > 1:
        yield Problem(f"The app is called “{names[0][:60]}” here and “{names[1][:60]}” there", "names")


def _ids(tags: Tags, links: str, card: str) -> Iterator[Problem]:
    store = "al:ios:app_store_id" if links == "ios" else "al:android:package"
    for name in (store, f"twitter:app:id:{card}"):
        value = tags.get(name, "")
        if links == "ios" and value and not re.fullmatch(r"\d{6,12}", value, re.ASCII):
            yield Problem(f"{name} must be the App Store's number, not “{value[:60]}”", "id")
        elif links == "android" and value and not is_package(value):
            yield Problem(f"{name} must be a package, not “{value[:60]}”", "id")
