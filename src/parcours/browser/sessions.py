"""A device becomes a browser context: the engine, the likeness, and how faithful it is."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parcours.browser import devices
from parcours.browser.bound import CLOSE, Overrun, bound
from parcours.browser.collect import Seen, prelude
from parcours.browser.glass import Glass, glass
from parcours.browser.observe import Observer
from parcours.browser.watch import Watch, watched
from parcours.browser.workers import WorkerEars
from parcours.facts.inapp import App, in_app_agent
from parcours.facts.model import Device, Engine, Network
from parcours.steps import Blocked

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, CDPSession, Page

# Lighthouse's and Chrome's "slow 4G": milliseconds of latency, bytes a second down and up; and a middling phone.
SLOW_4G = {"latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER = 4  # times, the processor

FINGERS = 5  # that an iPhone tells apart

# What notched iPhones keep free, in CSS pixels, upright (measured on iPhone 13, Apple's layout guide).
_NOTCH = {"top": 47, "bottom": 34, "left": 0, "right": 0}


def device_facts(name: str, engine: str, version: str) -> Device:
    """The device as it will be emulated by that engine and version. `name` is resolved already."""
    described = devices.descriptor(name)
    wanted = described.get("default_browser_type", "chromium")
    viewport = described["viewport"]
    return Device(
        name=devices.slug(name),
        title=devices.ALIASES.get(name, name),
        platform=devices.platform(name),
        engine=Engine(wanted, engine, version, "native" if wanted == engine else "emulated"),
        width=viewport["width"],
        height=viewport["height"],
        scale=described["device_scale_factor"],
        touch=described["has_touch"],
    )


@dataclass
class Session:
    """One device's context with its page, and what listens to it."""

    context: BrowserContext
    page: Page
    cdp: CDPSession | None
    observer: Observer
    device: Device
    key: str
    ears: WorkerEars | None = None  # only where pages may keep service workers
    network: Network = "as-is"
    glass: Glass | None = None  # where there is DevTools
    seen: Seen = field(default_factory=dict)
    watch: Watch | None = None  # of the walk's own page alone

    async def be_watched(self, *, pictures: bool) -> None:
        """Know what the network says of the page, and with `pictures` what was painted last. Blocked without a page."""
        from playwright.async_api import Error

        if self.cdp is None:
            return
        try:
            self.watch = await watched(self.context, self.page)
            if pictures:
                await self.watch.picture()
        except (Error, Overrun) as error:
            raise Blocked("tool-browser", f"the page cannot be watched: {str(error).splitlines()[0][:200]}") from error

    async def slow_down(self) -> bool:
        """Be a phone on slow 4G from now on; False where the engine cannot. Other windows are as fast as they were."""
        if self.cdp is None:
            return False
        await bound("slow network", self.cdp.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_4G}))
        await bound("slow processor", self.cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER}))
        self.network = "slow-4g"
        return True

    @asynccontextmanager
    async def at_full_speed(self) -> AsyncIterator[None]:
        """While the page is looked at the processor is what it is: it is our work then, not the page's."""
        if self.cdp is None or self.network == "as-is":
            yield
            return
        await self._throttle(1)
        try:
            yield
        finally:
            await self._throttle(SLOWER)

    async def _throttle(self, rate: int) -> None:
        from playwright.async_api import Error

        assert self.cdp
        try:
            await bound("processor", self.cdp.send("Emulation.setCPUThrottlingRate", {"rate": rate}))
        except (Error, Overrun):
            pass  # the page is gone, or hangs: whoever asks it next is told

    async def trace(self) -> None:
        """Record what Playwright's trace viewer shows."""
        await bound("tracing", self.context.tracing.start(screenshots=True, snapshots=True))

    async def keep_trace(self, path: Path) -> None:
        """End the recording and keep it; a page that hangs may cost it."""
        from playwright.async_api import Error

        try:
            await bound("tracing", self.context.tracing.stop(path=path))
        except (Error, Overrun):
            pass

    async def close(self) -> None:
        """Throw the context away; a context that will not close is left to the browser's end."""
        from playwright.async_api import Error

        try:
            await bound("closing the context", self.context.close(), CLOSE)
        except (Error, Overrun):
            pass


async def open_session(
    browser: Browser,
    name: str,
    *,
    locale: str = "",
    service_workers: str = "block",
    inside: App | None = None,
    **options: Any,
) -> Session:
    """A fresh context for a device, with one blank page. `name` is resolved already.

    `options` are more of Playwright's for `new_context`.
    `inside` is the social app whose own browser the page is opened in: it calls itself after the app.
    Blocked when the browser does not give one: no page has had a say in that yet.
    """
    from playwright.async_api import Error

    try:
        return await _opened(browser, name, locale, service_workers, inside, options)
    except (Error, Overrun) as error:
        raise Blocked("tool-browser", f"the browser opens no page: {str(error).splitlines()[0][:200]}") from error


async def _opened(
    browser: Browser, name: str, locale: str, service_workers: str, inside: App | None, options: dict[str, Any]
) -> Session:
    engine = browser.browser_type.name
    device = device_facts(name, engine, browser.version)
    described = context_options(name, engine)
    if inside:
        described["user_agent"] = in_app_agent(described["user_agent"], device.platform, inside)
    if locale:
        options["locale"] = locale
    options |= {**described, "service_workers": service_workers, "accept_downloads": False}
    context = await bound("new context", browser.new_context(**options))
    return await session_in(context, device, described, service_workers=service_workers == "allow")


def context_options(name: str, engine: str) -> dict[str, Any]:
    """What makes a context of that engine this device, as Playwright's `new_context` takes it."""
    described: dict[str, Any] = {k: v for k, v in devices.descriptor(name).items() if k != "default_browser_type"}
    if engine == "firefox":
        described.pop("is_mobile", None)  # Firefox has no mobile mode in Playwright
    return described


async def session_in(
    context: BrowserContext,
    device: Device,
    described: Mapping[str, Any],
    *,
    service_workers: bool = False,
    hands_off: bool = False,
) -> Session:
    """The device's session in a context made for it, with one blank page. `hands_off` where somebody else walks:
    what a page opens, asks and downloads is theirs to answer.
    """
    chromium = device.engine.used == "chromium"
    key = secrets.token_hex(8)
    await bound("init script", context.add_init_script(prelude(key)))
    ears = WorkerEars(context) if service_workers and chromium else None
    if ears:
        await ears.open()
    page = await bound("new page", context.new_page())
    cdp = await bound("devtools session", context.new_cdp_session(page)) if chromium else None
    observer = Observer(page, hands_off=hands_off)
    if cdp is None:
        return Session(context, page, cdp, observer, device, key, ears)
    likeness = _be_an_iphone(cdp, device, described["user_agent"]) if device.platform == "ios" else _as_it_is()
    held, _, _ = await asyncio.gather(_glass(context, page, device, described), likeness, observer.learn_reasons(cdp))
    return Session(context, page, cdp, observer, device, key, ears, glass=held)


async def _be_an_iphone(cdp: CDPSession, device: Device, agent: str) -> None:
    """The best likeness that Chromium has: no client hints, five fingers, real safe areas."""
    await asyncio.gather(
        bound("user agent", cdp.send("Emulation.setUserAgentOverride", {"userAgent": agent, "platform": "iPhone"})),
        bound("touch", cdp.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": FINGERS})),
        _keep_clear(cdp, device),
    )


async def _as_it_is() -> None:
    """An Android in Chromium is an Android."""


async def _glass(context: BrowserContext, page: Page, device: Device, described: Mapping[str, Any]) -> Glass:
    cdp = await bound("devtools session", context.new_cdp_session(page))
    # With each navigation every session sets its own emulation again: one that knows of no iPhone would take it away.
    if device.platform == "ios":
        await _be_an_iphone(cdp, device, described["user_agent"])
    return glass(cdp, described, FINGERS if device.platform == "ios" else 1)


async def _keep_clear(cdp: CDPSession, device: Device) -> None:
    """Real safe areas. A screen of twice its width and more has a notch; older iPhones and iPads have none."""
    from playwright.async_api import Error

    if device.is_phone and device.height >= device.width * 1.6:
        try:
            await bound("safe area", cdp.send("Emulation.setSafeAreaInsetsOverride", {"insets": _NOTCH}))
        except Error:
            pass  # an older Chromium does not know the command
