"""A copy of the walk's page, in a context of its own: what is tapped there is met by nobody.

The copy is made of the answer that the walk's page came with: the server is not asked for the page again, so links
that are good for one visit stay good. It gets the walk's cookies and the site's storage, and a second of everything
that the page itself asks for.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from parcours.browser.bound import bound
from parcours.browser.collect import collect_frames, know_elements, script
from parcours.browser.sessions import Session
from parcours.browser.settle import settled
from parcours.browser.worlds import World, worlds
from parcours.facts.model import FrameFacts, PageSnapshot, Request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Response, Route

LOADED = 5.0  # seconds
REST_MS = 1500
STORED = 200_000  # characters of the site's storage that are taken along

# What lets a page in is its own matter: the copy's answer comes from us.
_DROPPED = frozenset({"content-encoding", "content-length", "transfer-encoding", "set-cookie", "alt-svc", "link"})

_STORAGE = """
(() => { try {
  const kept = JSON.stringify(Object.entries(localStorage));
  return kept.length > %d ? '[]' : kept;
} catch { return '[]'; } })()
"""
_STORE = """
if (window === window.top && location.origin === %s) {
  try { for (const [key, value] of %s) localStorage.setItem(key, value); } catch { /* no room */ }
}
"""

# "load": all may be asked for. "taps": nothing more. "chat": what a chat needs, and no other page.
Mode = Literal["load", "taps", "chat"]


class NoCopy(Exception):
    """The page cannot be had a second time; the message says why."""


@dataclass
class Copy:
    """One copy. `asked` is set when a tap asks for something, `leaves` tells the pages that it would have led to."""

    session: Session
    url: str
    answer: Response
    body: bytes
    mode: Mode = "load"
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    leaves: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    loaded: float = 0  # by `time.monotonic()`
    worlds: list[World] = field(default_factory=list)
    frames: tuple[FrameFacts, ...] = ()

    @property
    def world(self) -> World:
        """The page's own."""
        return self.worlds[0]

    async def load(self, *, facts: bool = False) -> None:
        """Bring it up; with `facts`, look at it. Raises NoCopy, ScriptError, Overrun."""
        from playwright.async_api import Error

        self.mode = "load"
        self.session.observer.forget()
        try:
            going = self.session.page.goto(self.url, wait_until="load", timeout=LOADED * 1000)
            await bound("a copy of the page", going, LOADED + 2)
        except Error as error:
            raise NoCopy(error.message.splitlines()[0][:200]) from error
        self.worlds, _ = await worlds(self.session.page, self.session.cdp)
        self.loaded = time.monotonic()
        await settled(self.world, most_ms=REST_MS)
        if facts:
            await self.look()
        else:  # to tap it is enough to know where things are
            await know_elements(self.world)
            await self._watch()

    async def look(self) -> tuple[FrameFacts, ...]:
        """Its facts as they are now."""
        self.worlds, self.frames, _ = await collect_frames(self.session.page, self.session.cdp, self.session.key)
        await self._watch()
        return self.frames

    async def _watch(self) -> None:
        await self.world.run(script("trying.js").replace("__PARCOURS_KEY__", self.session.key), 3)

    async def arm(self, mode: Mode) -> None:
        """From now on taps: what they would send is kept from it, where the mode says so."""
        self.mode = mode
        self.asked.clear()
        self.leaves.clear()
        word = "armed" if mode == "taps" else "free"
        await self.world.run(f"document.dispatchEvent(new CustomEvent({json.dumps(self.session.key + '!' + word)}))", 3)

    async def guard(self, route: Route) -> None:
        """Let through what the mode lets, and answer for the page itself."""
        from playwright.async_api import Error

        try:
            await self._guarded(route)
        except Error:
            pass  # the request is gone, with the page that asked for it

    async def _guarded(self, route: Route) -> None:
        request = route.request
        page = _is_page(route)
        if self.mode == "load" and page and request.url.partition("#")[0] == self.url.partition("#")[0]:
            headers = {name: value for name, value in self.answer.headers.items() if name not in _DROPPED}
            await route.fulfill(status=self.answer.status, headers=headers, body=self.body)
        elif request.resource_type == "ping":
            await route.abort("aborted")
        elif page and self.mode != "load":
            self.leaves.append(request.url[:2000])
            self.asked.set()
            await route.abort("aborted")
        elif self.mode == "taps":
            # A picture of one dot counts clicks; a picture that matters changes the page too.
            if request.resource_type != "image":
                self.asked.set()
            await route.abort("aborted")
        else:
            await route.fallback()

    def note_failure(self, url: str, why: str | None) -> None:
        """Remember a host that did not answer; what we did not let go is not the page's failure."""
        if len(self.failed) < 20 and not Request(url, "", failed=why or "").kept_out:
            self.failed.append(url[:200])


def _is_page(route: Route) -> bool:
    """True for what would replace the page, and for what a window of its own would show."""
    from playwright.async_api import Error

    if not route.request.is_navigation_request():
        return False
    try:
        return route.request.frame.parent_frame is None
    except Error:
        return True  # a window that is not there yet


@asynccontextmanager
async def copied(
    session: Session, page: PageSnapshot, another: Callable[[], Awaitable[Session]], *, facts: bool
) -> AsyncIterator[Copy]:
    """A copy of the page under the walk, brought up, and looked at with `facts`.

    Raises NoCopy, ScriptError, Overrun, Blocked.
    """
    answer, body = await _answer(session, page)
    beside = await another()
    try:
        copy = Copy(beside, page.url, answer, body)
        await _furnish(copy, session)
        await copy.load(facts=facts)
        yield copy
    finally:
        await beside.close()


async def _answer(session: Session, page: PageSnapshot) -> tuple[Response, bytes]:
    """The answer that the page came with; only one that a plain GET brought can be given again."""
    from playwright.async_api import Error

    documents = session.observer.documents
    last = documents[-1] if documents else None
    answer = last.existing_response if last else None
    if last is None or answer is None or last.method != "GET":
        raise NoCopy("it is the answer to a form")
    if answer.url.partition("#")[0] != page.url.partition("#")[0]:
        raise NoCopy("its scripts have led on from the page that was served")
    try:
        return answer, await bound("served HTML", answer.body(), 3)
    except Error as error:
        raise NoCopy("the browser no longer has what was served") from error


async def _furnish(copy: Copy, session: Session) -> None:
    """Give the copy's context what the walk's has in its memory, and the guard."""
    from playwright.async_api import Error

    context = copy.session.context
    try:
        asked, _ = await worlds(session.page, session.cdp)
        stored = await asked[0].run(_STORAGE % STORED, 3)
        origin = await asked[0].run("location.origin", 3)
        cookies: Any = await bound("cookies", session.context.cookies())
        await bound("cookies", context.add_cookies(cookies))
        spies = script("copy.js").replace("__PARCOURS_KEY__", copy.session.key)
        await bound("init script", context.add_init_script(spies))
        if stored != "[]":
            await bound("init script", context.add_init_script(_STORE % (json.dumps(origin), stored)))
        await bound("routing", context.route("**/*", copy.guard))
    except Error as error:
        raise NoCopy(error.message.splitlines()[0][:200]) from error
    copy.session.page.on("requestfailed", lambda request: copy.note_failure(request.url, request.failure))
