"""Files that stand beside a page and speak of the brand's app: once an origin, and never in the page's way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from parcours.browser.bound import Overrun, bound
from parcours.facts.model import PageSnapshot, WellKnown
from parcours.facts.urls import is_trustworthy_http

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

SECONDS = 4.0
MOST = 128 * 1024


class Beside(NamedTuple):
    """What was found beside a page; None where nothing was asked for."""

    aasa: WellKnown | None = None
    assetlinks: WellKnown | None = None
    manifest: WellKnown | None = None


class WellKnownFiles:
    """A worker's memory of such files: the same for every journey of a run."""

    def __init__(self) -> None:
        self._kept: dict[str, WellKnown] = {}

    async def beside(self, context: BrowserContext, page: PageSnapshot) -> Beside:
        """Apple's and Android's association files and the manifest of a page.

        They count on https only (and on loopback, which stands for it in a rehearsal).
        """
        parts = urlsplit(page.url)
        if parts.scheme != "https" and not is_trustworthy_http(page.url):
            return Beside()
        origin = f"{parts.scheme}://{parts.netloc}"
        manifest = next((e.attr("href") for e in page.elements("link") if "manifest" in e.attr("rel").split()), "")
        aasa, links, manifest_file = await asyncio.gather(
            self._get(context, f"{origin}/.well-known/apple-app-site-association"),
            self._get(context, f"{origin}/.well-known/assetlinks.json"),
            self._get(context, urljoin(page.url, manifest)) if manifest else _nothing(),
        )
        return Beside(aasa, links, manifest_file)

    async def _get(self, context: BrowserContext, url: str) -> WellKnown:
        if url not in self._kept:
            self._kept[url] = await _fetch(context, url)
        return self._kept[url]


async def _nothing() -> None:
    return None


async def _fetch(context: BrowserContext, url: str) -> WellKnown:
    """The file as it is served: redirects are not followed, because the phones' systems do not."""
    from playwright.async_api import Error

    try:
        answer = await bound("well-known file", context.request.get(url, max_redirects=0, timeout=SECONDS * 1000))
        body = await bound("well-known file", answer.body()) if answer.ok else b""
        mime = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        return WellKnown(url, answer.status, mime, body[:MOST].decode("utf-8", "replace"))
    except (Error, Overrun):
        return WellKnown(url, 0, "", "")
