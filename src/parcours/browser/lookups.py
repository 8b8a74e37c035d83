"""What the stores and Apple's CDN say of an app. They are asked only when somebody wants that, and gently.

The iTunes lookup: https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI/
Google Play has no such service; the page of an app that is not there answers 404.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import quote

from parcours.browser.asking import Answered, Asking
from parcours.config import REAL, Lookups
from parcours.facts.association import held
from parcours.facts.hosts import is_private
from parcours.facts.model import PageSnapshot, StoreAnswer, WellKnown
from parcours.facts.stores import Country, Named, countries, named_apps
from parcours.facts.urls import place_of
from parcours.storage.shared import Shared

SECONDS = 12.0  # for all questions about one page: a journey has more to do
LONGEST = 128 * 1024
GONE = (404, 410)
TOO_MANY = (403, 429)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AppLookups:
    """Asks for one journey. `lang` is its language, `replaced` its hosts that are served elsewhere in this test."""

    lookups: Lookups
    asking: Asking
    shared: Shared
    lang: str = ""
    replaced: Collection[str] = ()

    async def about(self, page: PageSnapshot) -> PageSnapshot:
        """The page with what the stores say of its apps, and with Apple's copies of its association files."""
        stores: dict[tuple[str, str], StoreAnswer] = {}
        copies: dict[str, WellKnown] = {}
        try:
            async with asyncio.timeout(SECONDS):
                await asyncio.gather(self._stores(page, stores), self._copies(page, copies))
        except TimeoutError:
            pass  # what was answered until then is told, and a rule says what was not
        app = replace(
            page.app,
            stores=tuple(stores.values()),
            aasa_cdn=copies.get(_host(page.app.aasa)),
            entry_aasa_cdn=copies.get(_host(page.app.entry_aasa)),
        )
        return replace(page, app=app)

    # The stores

    async def _stores(self, page: PageSnapshot, found: dict[tuple[str, str], StoreAnswer]) -> None:
        apps: dict[str, Named] = {}
        for one in named_apps(page):
            if one.id not in apps or (one.country and not apps[one.id].country):
                apps[one.id] = one
        for id, one in apps.items():
            if page.device.platform == "android":
                found[id, ""] = await self._play(id)
            else:
                await self._itunes(id, countries(page, self.lang, one.country), found)
            if any(said.status in TOO_MANY for said in found.values()):
                return  # who insists is refused for longer

    async def _itunes(self, id: str, places: Iterable[Country], found: dict[tuple[str, str], StoreAnswer]) -> None:
        """Until a country has it: most apps are where they are looked for first."""
        for place in places:
            url = f"{self.lookups.itunes}/lookup?id={id}&country={place.code}"
            said = await self._asked(StoreAnswer, url, lambda url=url, place=place: self._number(url, id, place))  # type: ignore[misc]
            found[id, place.code] = said._replace(meant=place.meant)  # another page may be for another country
            if said.found or said.found is None:
                return

    async def _number(self, url: str, id: str, place: Country) -> StoreAnswer:
        answer = await self._get(url)
        return StoreAnswer("ios", id, place.code, answer.status, _counted(answer), url)

    async def _play(self, package: str) -> StoreAnswer:
        url = f"{self.lookups.play}/store/apps/details?id={quote(package)}"
        return await self._asked(StoreAnswer, url, lambda: self._package(url, package))

    async def _package(self, url: str, package: str) -> StoreAnswer:
        answer = await self._get(url, body=False)
        found = False if answer.status in GONE else True if answer.status == 200 else None
        return StoreAnswer("android", package, "", answer.status, found, url)

    # Apple's CDN

    async def _copies(self, page: PageSnapshot, found: dict[str, WellKnown]) -> None:
        """Of the files that are there: what is wrong with the others is known already."""
        if page.device.platform != "ios":
            return
        for file in (page.app.aasa, page.app.entry_aasa):
            host = _host(file)
            if file and held(file) is not None and self._known_to_apple(host):
                url = f"{self.lookups.apple_cdn}/a/v1/{host}"
                found[host] = await self._asked(WellKnown, url, lambda url=url: self._copy(url))  # type: ignore[misc]

    def _known_to_apple(self, host: str) -> bool:
        """Apple cannot have heard of a host that this test alone knows; what stands for Apple may have."""
        if host in self.replaced:
            return False
        return not is_private(host) or self.lookups.apple_cdn != REAL.apple_cdn

    async def _copy(self, url: str) -> WellKnown:
        answer = await self._get(url)
        mime = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        said = (answer.headers.get(f"apple-failure-{name}", "")[:300] for name in ("reason", "details"))
        return WellKnown(url, answer.status, mime, answer.text[:LONGEST], failure="; ".join(filter(None, said)))

    # Asking

    async def _asked(self, kind: type[T], url: str, ask: Callable[[], Awaitable[T]]) -> T:
        return await self.shared.once(kind, url, ask)

    async def _get(self, url: str, *, body: bool = True) -> Answered:
        await self.shared.turn(place_of(url).host, self.lookups.pause)
        async with self.asking.visitor() as visitor:
            return await visitor.get(url, body=body)


def _host(file: WellKnown | None) -> str:
    return place_of(file.url).host if file else ""


def _counted(answer: Answered) -> bool | None:
    """Whether the lookup found the app; None when it says nothing of the kind."""
    try:
        count = json.loads(answer.text).get("resultCount") if answer.status == 200 else None
    except (ValueError, AttributeError, RecursionError):
        return None
    return count > 0 if isinstance(count, int) else None
