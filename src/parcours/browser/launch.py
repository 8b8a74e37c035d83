"""Start a browser for a lane, and end it."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from parcours.browser.bound import CLOSE, Overrun, bound
from parcours.browser.guard import Guard
from parcours.errors import ToolError
from parcours.redaction import masked

if TYPE_CHECKING:
    from playwright.async_api import Browser, Playwright

SECONDS = 30.0
REACH = 15.0  # that one elsewhere has to answer
PROBE = 6.0  # seconds that a browser elsewhere has to find our proxy
NOWHERE = ".parcours.invalid"  # hosts that only our proxy is asked for (RFC 6761)

# A page's heap is bounded, so that one that eats memory loses its renderer before the machine is short of it.
ARGS = ("--js-flags=--max-old-space-size=768",)


@dataclass(frozen=True, slots=True)
class LaneSettings:
    """How a lane starts its browser. `executable` is Chromium's, "" for Playwright's own.

    `tracing` is "on", "off" or "retain-on-failure", as pytest-playwright says it; `slow_mo` is in
    milliseconds an action. `identify` is what sites are told of who asks, "" for nothing; with `block_analytics` those
    who count visitors are not asked for anything. `cdp` is the address of a Chromium that runs elsewhere, `connect`
    that of a Playwright server.
    """

    executable: str = ""
    headless: bool = True
    slow_mo: float = 0
    sandbox: bool = True
    tracing: str = "off"
    identify: str = ""
    block_analytics: bool = False
    cdp: str = ""
    connect: str = ""

    @property
    def remote(self) -> str:
        """The address of the browser elsewhere, "" for one that is started here."""
        return self.cdp or self.connect


@dataclass
class Browsers:
    """A lane's browsers: one an engine, started when it is first asked for and again when it is gone."""

    playwright: Playwright
    settings: LaneSettings
    proxy: str = ""
    guard: Guard | None = None
    extra: tuple[str, ...] = ()
    heard: Callable[[str], bool] = lambda _: False
    led: bool = True  # whether the browser takes the proxy's way
    _running: dict[str, Browser] | None = None

    @property
    def context(self) -> dict[str, Any]:
        """What every context needs: a browser that was not started here is led by the proxy context by context."""
        return {"proxy": {"server": self.proxy}} if self.settings.remote and self.led and self.proxy else {}

    async def get(self, engine: str) -> Browser:
        """A running browser of that engine."""
        running = self._running = self._running or {}
        browser = running.get(engine)
        if browser is None or not browser.is_connected():
            browser = running[engine] = await bound("launching the browser", self._launch(engine), SECONDS)
        return browser

    async def _launch(self, engine: str) -> Browser:
        settings = self.settings
        if settings.remote:
            return await self._found(engine)
        chromium = {
            "executable_path": settings.executable or None,
            "chromium_sandbox": settings.sandbox,
            "args": [*ARGS, *self.extra],
        }
        browser: Browser = await getattr(self.playwright, engine).launch(
            headless=settings.headless,
            slow_mo=settings.slow_mo,
            proxy={"server": self.proxy} if self.proxy else None,
            **(chromium if engine == "chromium" else {}),
        )
        if self.guard and engine == "chromium":
            await self.guard.watch(browser)
        return browser

    async def _found(self, engine: str) -> Browser:
        """The browser elsewhere. Raises ToolError when it does not answer: its address may hold a secret."""
        from playwright.async_api import Error

        url, settings = self.settings.remote, self.settings
        try:
            if settings.cdp:
                way = self.playwright.chromium.connect_over_cdp(url, timeout=REACH * 1000, slow_mo=settings.slow_mo)
            else:
                kind = getattr(self.playwright, engine)
                way = kind.connect(url, timeout=REACH * 1000, slow_mo=settings.slow_mo)
            browser: Browser = await bound("reaching the browser", way, REACH + 1)
            self.led = await self._leads(browser)
        except (Error, Overrun) as error:
            said = unnamed(str(error), url).strip().splitlines() or [""]
            tip = "is it running, can it be reached from here, and is it the same version of Playwright?"
            raise ToolError(f"no browser answers at {shown(url)}: {said[0][:300]}", tip=tip) from None
        return browser

    async def _leads(self, browser: Browser) -> bool:
        """Whether it finds its way to our proxy: it is asked for a host that nobody has."""
        from playwright.async_api import Error

        if not self.proxy:
            return False
        url = f"http://{secrets.token_hex(8)}{NOWHERE}/"
        context = await bound("new context", browser.new_context(proxy={"server": self.proxy}))
        try:
            page = await bound("new page", context.new_page())
            await bound("the way to the proxy", page.goto(url, timeout=PROBE * 1000), PROBE + 2)
        except (Error, Overrun):
            pass
        finally:
            await bound("closing the context", context.close(), CLOSE)
        return self.heard(url)

    async def close(self) -> None:
        """End them; one that will not end dies with its process."""
        from playwright.async_api import Error

        running, self._running = self._running or {}, None
        for browser in running.values():
            try:
                await bound("closing the browser", browser.close(), CLOSE)
            except (Error, Overrun):
                pass


def shown(url: str) -> str:
    """Where a browser elsewhere stands, without what its address may hold: a user, a path, a token."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = None
    return f"{parts.scheme}://{parts.hostname or ''}{f':{port}' if port else ''}"


def unnamed(text: str, url: str) -> str:
    """A message of Playwright's without the address of the browser, in whatever part it is said."""
    parts = urlsplit(url)
    whole = {url, url.rstrip("/"), f"{parts.path}?{parts.query}", parts.path, parts.query, parts.password or ""}
    for secret in sorted(whole, key=len, reverse=True):
        if len(secret) > len("/?"):
            text = text.replace(secret, "•••")
    return masked(text)


@asynccontextmanager
async def browsers(
    settings: LaneSettings,
    proxy: str = "",
    guard: Guard | None = None,
    extra: tuple[str, ...] = (),
    heard: Callable[[str], bool] = lambda _: False,
) -> AsyncIterator[Browsers]:
    """Browsers to use, all ended at the end. `proxy` is the only way that they may take; `guard` watches them.

    `extra` are more of Chromium's switches; `heard` tells whether the proxy was asked for an address.
    """
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        found = Browsers(playwright, settings, proxy, guard, extra, heard)
        try:
            yield found
        finally:
            await found.close()
