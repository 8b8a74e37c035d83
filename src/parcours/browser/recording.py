"""Watch a person walk a journey in a visible browser: what they tap and type, by the names that they see."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcours.browser.bound import Overrun, bound
from parcours.browser.collect import script
from parcours.browser.guard import CONTROL
from parcours.browser.launch import LaneSettings, browsers
from parcours.browser.sessions import context_options, device_facts, session_in
from parcours.errors import UsageError
from parcours.facts.sending import Control
from parcours.scenario.recorded import Act

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page

WORLD = "parcours-recorder"
BINDING = "parcoursDid"
MOST_ACTS = 500
GOTO = 30.0  # seconds
KINDS = frozenset({"tap", "type", "choose", "submit"})


@dataclass
class Recording:
    """What was done so far. `heard` is told of each act as it comes."""

    heard: Callable[[Act], None] = lambda _: None
    acts: list[Act] = field(default_factory=list)
    _left: asyncio.Event = field(default_factory=asyncio.Event)
    _pages: int = 0
    _pending: set[asyncio.Task[None]] = field(default_factory=set)

    async def watch(self, page: Page) -> None:
        """Note what is done on a page from now on; over when every page is closed."""
        cdp = await bound("devtools session", page.context.new_cdp_session(page))
        cdp.on("Runtime.bindingCalled", self._told)
        page.on("framenavigated", self._went)
        page.on("close", lambda _: self._closed())
        self._pages += 1
        source = script("recorder.js").replace("__CONTROL__", CONTROL.strip())
        await bound("recorder", cdp.send("Page.enable"))
        await bound("recorder", cdp.send("Runtime.enable"))
        await bound("recorder", cdp.send("Runtime.addBinding", {"name": BINDING, "executionContextName": WORLD}))
        wanted = {"source": source, "worldName": WORLD, "runImmediately": True}
        await bound("recorder", cdp.send("Page.addScriptToEvaluateOnNewDocument", wanted))

    def watch_soon(self, page: Page) -> None:
        """Note what is done in a window that a page opened."""
        task = asyncio.ensure_future(self._watched(page))
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)

    async def _watched(self, page: Page) -> None:
        from playwright.async_api import Error

        try:
            await self.watch(page)
        except (Error, Overrun):
            pass  # it was closed at once

    async def left(self) -> None:
        """Wait until the person has closed the browser's last window."""
        await self._left.wait()

    def end(self) -> None:
        """It is over, whatever is still open."""
        self._left.set()

    def _closed(self) -> None:
        self._pages -= 1
        if self._pages <= 0:
            self._left.set()

    def _went(self, frame: Frame) -> None:
        if frame.parent_frame is None and frame.url.startswith(("http:", "https:")):
            self._keep(Act("at", frame.url[:2000]))

    def _told(self, event: dict[str, Any]) -> None:
        """Our own script speaks here; a page cannot, for it does not know the world that it lives in."""
        if event.get("name") != BINDING:
            return
        said = json.loads(event.get("payload", "{}"))
        if said.get("kind") in KINDS:
            self._keep(Act(**{**said, "control": Control(**said.get("control", {}))}))

    def _keep(self, act: Act) -> None:
        last = self.acts[-1] if self.acts else None
        if last and last.kind == act.kind == "type" and last.name == act.name:
            self.acts.pop()  # the same field, once more
        if len(self.acts) < MOST_ACTS:
            self.acts.append(act)
            self.heard(act)


async def record(
    url: str, device: str, settings: LaneSettings, heard: Callable[[Act], None], port: int = 0
) -> tuple[list[Act], str, str]:
    """What a person did from that address on, until they closed the window; the first page's title, and its language.

    `port` opens the browser to another program, through DevTools. Raises UsageError for an address that does not
    open.
    """
    from playwright.async_api import Error

    async with browsers(settings, extra=(f"--remote-debugging-port={port}",) if port else ()) as found:
        browser = await found.get("chromium")
        context = await bound("new context", browser.new_context(**context_options(device, "chromium")))
        facts = device_facts(device, "chromium", browser.version)
        session = await session_in(context, facts, context_options(device, "chromium"), hands_off=True)
        recording = Recording(heard)
        await recording.watch(session.page)
        context.on("page", recording.watch_soon)
        browser.on("disconnected", lambda _: recording.end())
        try:
            await session.page.goto(url, wait_until="domcontentloaded", timeout=GOTO * 1000)
        except Error as error:
            why = error.message.splitlines()[0].removeprefix("Page.goto: ")
            raise UsageError(f"{url} cannot be opened: {why}", tip="try the address in a browser of your own") from None
        title, lang = await _about(session.page)
        await recording.left()
        return recording.acts, title, lang


async def _about(page: Page) -> tuple[str, str]:
    """A page's title and language; the person may have gone on meanwhile."""
    from playwright.async_api import Error

    try:
        lang = await bound("language", page.evaluate("document.documentElement.lang"))
        return await bound("title", page.title()), str(lang or "")
    except (Error, Overrun):
        return "", ""
