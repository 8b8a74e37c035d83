"""Where our scripts run: an isolated world beside the page's own, in every frame.

In Chromium that is a CDP isolated world, where nothing the page did to its built-ins is seen. Other
engines offer Playwright's `evaluate` only.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from parcours.browser.bound import Overrun, bound

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Frame, Page

MOST_FRAMES = 40
FRAME_SECONDS = 3.0
WORLD = "parcours"

# Frames that did not answer, with the addresses that they had then.
_DEAF: WeakKeyDictionary[Frame, str] = WeakKeyDictionary()


class ScriptError(Exception):
    """One of our own scripts raised in a frame, or the frame went away beneath it."""


@dataclass(slots=True)
class World:
    """One frame that can be asked."""

    url: str
    parent: int
    frame_id: str = ""
    session: CDPSession | None = None
    context: int = 0
    frame: Frame | None = None

    async def run(self, expression: str, seconds: float) -> Any:
        """The value of a JavaScript expression (promises awaited). Raises ScriptError, Overrun."""
        from playwright.async_api import Error

        try:
            return await bound("evaluate", self._evaluated(expression), seconds)
        except Error as error:  # the page navigated, or the frame went away, beneath the script
            raise ScriptError(error.message) from error

    async def stop(self) -> None:
        """End the script that takes too long: the page would be blamed for the time that we take from it."""
        from playwright.async_api import Error

        if self.session is None:
            return
        try:
            await bound("ending a script", self.session.send("Runtime.terminateExecution"), FRAME_SECONDS)
        except (Error, Overrun):
            pass  # it is not our script that keeps the page

    async def _evaluated(self, expression: str) -> Any:
        if self.session is None:
            assert self.frame is not None
            return await self.frame.evaluate(expression)
        asked = {"expression": expression, "contextId": self.context, "returnByValue": True, "awaitPromise": True}
        answer = await self.session.send("Runtime.evaluate", asked)
        if problem := answer.get("exceptionDetails"):
            raise ScriptError(problem.get("exception", {}).get("description") or problem.get("text", ""))
        return answer["result"].get("value")


async def worlds(page: Page, session: CDPSession | None) -> tuple[list[World], bool]:
    """A world in every frame, the page's own first; True when there are more frames than we ask.

    Raises ScriptError when the page goes away meanwhile, Overrun when it does not answer.
    """
    from playwright.async_api import Error

    try:
        return await _worlds(page, session)
    except Error as error:
        raise ScriptError(error.message) from error


async def _worlds(page: Page, session: CDPSession | None) -> tuple[list[World], bool]:
    if session is None:
        frames = page.frames[:MOST_FRAMES]
        index = {frame: at for at, frame in enumerate(frames)}
        found = [World(f.url, index.get(f.parent_frame, -1) if f.parent_frame else -1, frame=f) for f in frames]
        return found, len(page.frames) > MOST_FRAMES
    found = []
    await _local(session, found)
    if len(page.frames) > len(found):
        await _remote(page, found)
    return found[:MOST_FRAMES], len(page.frames) > MOST_FRAMES


async def _local(session: CDPSession, found: list[World], parent: int = -1) -> None:
    """The frames of one renderer process."""
    from playwright.async_api import Error

    tree = (await bound("frame tree", session.send("Page.getFrameTree")))["frameTree"]
    waiting = [(tree, parent)]
    while waiting and len(found) < MOST_FRAMES:
        node, above = waiting.pop(0)
        world = World(node["frame"]["url"], above, node["frame"]["id"], session)
        asked = {"frameId": world.frame_id, "worldName": WORLD}
        try:
            made = await bound("isolated world", session.send("Page.createIsolatedWorld", asked))
        except Error:
            if above < 0:
                raise
            continue  # an advertisement that gives way to the next: the page is still there
        world.context = made["executionContextId"]
        found.append(world)
        waiting.extend((child, len(found) - 1) for child in node.get("childFrames", ()))


async def _remote(page: Page, found: list[World]) -> None:
    """Cross-site frames live in processes of their own; those that do not raise here, and are known."""
    frames = [f for f in page.frames[1:MOST_FRAMES] if not any(w.url == f.url for w in found) and _DEAF.get(f) != f.url]
    asked = await asyncio.gather(*(_of_its_own(page, frame) for frame in frames))
    for frame, inside in zip(frames, asked, strict=True):
        parent, first = frame.parent_frame, len(found)
        above = next((at for at, world in enumerate(found) if parent and world.url == parent.url), 0)
        found.extend(replace(world, parent=above if world.parent < 0 else world.parent + first) for world in inside)


async def _of_its_own(page: Page, frame: Frame) -> list[World]:
    """The worlds of a frame with a process of its own; none when it went away, or when that process hangs.

    One that hangs is not asked again: every look at the page would take as long.
    """
    from playwright.async_api import Error

    inside: list[World] = []

    async def ask() -> None:
        session = await page.context.new_cdp_session(frame)
        await _local(session, inside)

    try:
        await bound("frame session", ask(), FRAME_SECONDS)
    except Error:
        return []
    except Overrun:
        _DEAF[frame] = frame.url
        return []
    return inside


async def owner_address(parent: World, child: World) -> str:
    """The address of the frame element that holds a child frame; "" when it cannot be known."""
    from playwright.async_api import Error

    session = parent.session
    if session is None or not child.frame_id:
        return ""
    try:
        owner = await bound("frame owner", session.send("DOM.getFrameOwner", {"frameId": child.frame_id}))
        node = await bound(
            "frame owner",
            session.send(
                "DOM.resolveNode",
                {"backendNodeId": owner["backendNodeId"], "executionContextId": parent.context},
            ),
        )
        answer = await bound(
            "frame owner",
            session.send(
                "Runtime.callFunctionOn",
                {
                    "objectId": node["object"]["objectId"],
                    "functionDeclaration": "function () { return globalThis.__parcoursAddress(this) }",
                    "returnByValue": True,
                },
            ),
        )
    except Error:
        return ""
    return str(answer["result"].get("value") or "")
