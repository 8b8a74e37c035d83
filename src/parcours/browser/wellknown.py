"""Files that stand beside a page and speak of the brand's app: once an origin, and never in the page's way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from parcours.browser.bound import Overrun, bound
from parcours.browser.guard import IDENTITY_HEADER
from parcours.facts.model import PageSnapshot, WellKnown
from parcours.facts.urls import is_trustworthy_http
from parcours.facts.workers import registered

if TYPE_CHECKING:
    from playwright.async_api import APIRequestContext

SECONDS = 4.0
APPLE = "/.well-known/apple-app-site-association"
MOST = 128 * 1024


class Beside(NamedTuple):
    """What was found beside a page; None where nothing was asked for."""

    aasa: WellKnown | None = None
    assetlinks: WellKnown | None = None
    manifest: WellKnown | None = None
    entry_aasa: WellKnown | None = None
    worker: WellKnown | None = None


class WellKnownFiles:
    """A worker's memory of such files: the same for every journey of a run."""

    def __init__(self, identify: str = "") -> None:
        self._kept: dict[str, WellKnown] = {}
        self._headers = {IDENTITY_HEADER: identify} if identify else None

    async def beside(self, request: APIRequestContext, page: PageSnapshot) -> Beside:
        """Apple's and Android's association files and the manifest of a page.

        They count on https only (and on loopback, which stands for it in a rehearsal).
        """
        parts = urlsplit(page.url)
        if parts.scheme != "https" and not is_trustworthy_http(page.url):
            return Beside()
        origin = f"{parts.scheme}://{parts.netloc}"
        manifest = next((e.attr("href") for e in page.elements("link") if "manifest" in e.attr("rel").split()), "")
        entry = _entry(page, parts.hostname or "")
        worker = registered(page)
        aasa, links, manifest_file, entry_aasa, script = await asyncio.gather(
            self._get(request, f"{origin}{APPLE}"),
            self._get(request, f"{origin}/.well-known/assetlinks.json"),
            self._get(request, urljoin(page.url, manifest), redirects=5) if manifest else _nothing(),
            self._get(request, f"{entry}{APPLE}") if entry else _nothing(),
            self._get(request, worker.url) if worker else _nothing(),
        )
        return Beside(aasa, links, manifest_file, entry_aasa, script)

    async def _get(self, request: APIRequestContext, url: str, *, redirects: int = 0) -> WellKnown:
        if url not in self._kept:
            self._kept[url] = await _fetch(request, url, redirects, self._headers)
        return self._kept[url]


def _entry(page: PageSnapshot, host: str) -> str:
    """The origin that the way to the page began at, "" when it is the page's own. Phones ask over https."""
    first = urlsplit(page.navigation[0].url) if page.navigation else urlsplit("")
    if first.scheme not in ("http", "https") or not first.hostname or first.hostname == host:
        return ""
    loopback = is_trustworthy_http(page.navigation[0].url)
    return f"http://{first.netloc}" if loopback else f"https://{first.hostname}"


async def _nothing() -> None:
    return None


async def _fetch(request: APIRequestContext, url: str, redirects: int, headers: dict[str, str] | None) -> WellKnown:
    """The file as it is served: redirects are not followed where the phones' systems do not."""
    from playwright.async_api import Error

    try:
        asking = request.get(url, headers=headers, max_redirects=redirects, timeout=SECONDS * 1000)
        answer = await bound("well-known file", asking)
        body = await bound("well-known file", answer.body()) if answer.ok else b""
        mime = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        text = body[:MOST].decode("utf-8", "replace")
        location = urljoin(url, answer.headers.get("location", "")) if 300 <= answer.status < 400 else ""
        return WellKnown(url, answer.status, mime, text, location[:2000], len(body) if answer.ok else -1)
    except (Error, Overrun):
        return WellKnown(url, 0, "", "")
