"""Everything that names the brand's app must name the same one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.apps import BANNER, METAS, STORE, banner_app, is_package, related_apps
from parcours.facts.association import android_targets
from parcours.facts.model import PageSnapshot
from parcours.facts.urls import classify

SCENARIO = "the scenario"


class Told(NamedTuple):
    """One source, and the ids of the apps that it names for the page's platform."""

    source: str
    ids: tuple[str, ...]


class Ids(NamedTuple):
    """What names the brand's own app, and what may name others too."""

    own: tuple[Told, ...]
    loose: tuple[Told, ...]


def _ids(page: PageSnapshot) -> Iterable[Ids]:
    own, loose = tuple(_own(page)), tuple(_loose(page))
    return (Ids(own, loose),) if own and len(own) + len(loose) > 1 else ()


def _own(page: PageSnapshot) -> Iterator[Told]:
    platform = page.device.platform
    if said := page.app.declared(platform):
        yield Told(SCENARIO, (said,))
    if platform == "ios":
        banners = {id for meta in page.served_metas(BANNER) or page.metas(BANNER) if (id := banner_app(meta.content))}
        if len(banners) == 1:  # several are the syntax's fault
            yield Told("the banner tag", tuple(banners))
    for name in METAS[platform]:
        ids = tuple(id for meta in page.metas(name) if (id := _id(meta.content, platform)))
        if ids:
            yield Told(f"the tag {name}", ids)
    if related := tuple(id for id in related_apps(page.app.manifest, platform) if id):
        yield Told("the web app manifest", related)


def _id(content: str, platform: str) -> str:
    value = content.strip().removeprefix("app-id=").strip()
    sound = value.isdecimal() if platform == "ios" else is_package(value)
    return value if sound else ""


def _loose(page: PageSnapshot) -> Iterator[Told]:
    platform = page.device.platform
    links = (classify(element.attr("href"), page.url) for element in page.visible("a", "area") if not element.inert)
    linked = tuple(dict.fromkeys(link.value for link in links if link.kind is STORE[platform] and link.value))
    if len(linked) == 1:  # a page with several apps has a reason for them
        yield Told("the store link", linked)
    packages = tuple(app for target in android_targets(page.app.assetlinks) for app in target.apps)
    if platform == "android" and packages:
        yield Told("assetlinks.json", packages)


@page_check(
    "app/id-conflict",
    title="Everything names the same app",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_ids,
    advice=Advice(
        do="Write the same App Store number, and the same Android package, into every tag, link and file.",
        links=(
            "https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",
            "https://developer.android.com/training/app-links/configure-assetlinks",
        ),
    ),
    passes='<meta name="apple-itunes-app" content="app-id=1234567890">'
    '<meta property="al:ios:app_store_id" content="1234567890">',
    fails='<meta name="apple-itunes-app" content="app-id=1234567890">'
    '<meta property="al:ios:app_store_id" content="987654321">',
)
def id_conflict(ids: Ids, _page: PageSnapshot) -> Iterator[Problem]:
    """Customers are led to an old app, a test or a stranger's, depending on where they tap."""
    conflict = next((pair for pair in combinations(ids.own, 2) if not set(pair[0].ids) & set(pair[1].ids)), None)
    if conflict:
        yield Problem(_differ(*conflict), "declared" if conflict[0].source == SCENARIO else "tags", evidence=_all(ids))
        return
    for told in ids.loose:
        if not set(told.ids) & {id for one in ids.own for id in one.ids}:
            aspect = "link" if told.source == "the store link" else "assetlinks"
            yield CannotTell(f"{_differ(ids.own[0], told)}. Is that meant?", aspect, evidence=_all(ids))


def _differ(one: Told, other: Told) -> str:
    said = f"{one.source} names the app {', '.join(one.ids)[:120]}, {other.source} {', '.join(other.ids)[:120]}"
    return said[0].upper() + said[1:]


def _all(ids: Ids) -> str:
    return "\n".join(f"{told.source}: {', '.join(told.ids)}" for told in (*ids.own, *ids.loose))
