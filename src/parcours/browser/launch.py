"""Start a browser for a lane, and end it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parcours.browser.bound import CLOSE, Overrun, bound
from parcours.browser.guard import Guard

if TYPE_CHECKING:
    from playwright.async_api import Browser, Playwright

SECONDS = 30.0

# A page's heap is bounded, so that one that eats memory loses its renderer before the machine is short of it.
ARGS = ("--js-flags=--max-old-space-size=768",)


@dataclass(frozen=True, slots=True)
class LaneSettings:
    """How a lane starts its browser. `executable` is Chromium's, "" for Playwright's own.

    `tracing` is "on", "off" or "retain-on-failure", as pytest-playwright says it; `slow_mo` is in
    milliseconds an action. `identify` is what sites are told of who asks, "" for nothing; with `block_analytics` those
    who count visitors are not asked for anything.
    """

    executable: str = ""
    headless: bool = True
    slow_mo: float = 0
    sandbox: bool = True
    tracing: str = "off"
    identify: str = ""
    block_analytics: bool = False


@dataclass
class Browsers:
    """A lane's browsers: one an engine, started when it is first asked for and again when it is gone."""

    playwright: Playwright
    settings: LaneSettings
    proxy: str = ""
    guard: Guard | None = None
    extra: tuple[str, ...] = ()
    _running: dict[str, Browser] | None = None

    async def get(self, engine: str) -> Browser:
        """A running browser of that engine."""
        running = self._running = self._running or {}
        browser = running.get(engine)
        if browser is None or not browser.is_connected():
            browser = running[engine] = await bound("launching the browser", self._launch(engine), SECONDS)
        return browser

    async def _launch(self, engine: str) -> Browser:
        settings = self.settings
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

    async def close(self) -> None:
        """End them; one that will not end dies with its process."""
        from playwright.async_api import Error

        running, self._running = self._running or {}, None
        for browser in running.values():
            try:
                await bound("closing the browser", browser.close(), CLOSE)
            except (Error, Overrun):
                pass


@asynccontextmanager
async def browsers(
    settings: LaneSettings, proxy: str = "", guard: Guard | None = None, extra: tuple[str, ...] = ()
) -> AsyncIterator[Browsers]:
    """Browsers to use, all ended at the end. `proxy` is the only way that they may take; `guard` watches them.

    `extra` are more of Chromium's switches.
    """
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        found = Browsers(playwright, settings, proxy, guard, extra)
        try:
            yield found
        finally:
            await found.close()
