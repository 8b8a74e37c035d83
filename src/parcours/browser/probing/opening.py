"""Open the page's menu and its chat, in a copy of the page, and look at what is there then."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

from parcours.browser.axe import run_axe
from parcours.browser.probing.copies import Copy
from parcours.browser.probing.tapping import LATEST_MS, tap
from parcours.browser.settle import settled
from parcours.facts.chat_window import open_window
from parcours.facts.model import Element, FrameFacts, Opened, PageSnapshot

UNFOLDED_MS = 700
CHAT = 5.0  # seconds that a chat may take to open
POLL = 0.4


async def open_menu(copy: Copy, opener: Element) -> Opened | None:
    """The menu as it stands open, with what axe-core says of it; None where no finger gets at its control."""
    await copy.arm("taps")
    before = {element.address for element in copy.frames[0].elements if element.visible}
    begun = time.monotonic()
    told = await tap(copy, opener.address, LATEST_MS)
    if told is None or not told.landed:
        return None
    name = opener.name or opener.text
    await settled(copy.world, quiet_ms=60, most_ms=UNFOLDED_MS)
    frames = await copy.look()
    came = _came(frames[0], before)
    if not came:
        return Opened("menu", opener.address, name, told.effect)
    ms = round((time.monotonic() - begun) * 1000)
    axe = await run_axe(copy.worlds[:1], frames[:1], within=came)
    return Opened("menu", opener.address, name, told.effect, ms, axe=axe)


def _came(frame: FrameFacts, before: set[str]) -> list[str]:
    """The outermost elements that can be seen now and could not before."""
    new = {index for index, e in enumerate(frame.elements) if e.visible and e.address not in before}
    return [frame.elements[index].address for index in sorted(new) if frame.elements[index].parent not in new][:20]


async def open_chat(copy: Copy, page: PageSnapshot, name: str, opener: Element) -> Opened | None:
    """The page with the chat's window, or as it was after five seconds; None where no finger gets at its button.

    What the chat itself asks for is let through; no other page is, and nothing is written or sent.
    """
    await copy.arm("chat")
    copy.failed.clear()
    begun = time.monotonic()
    told = await tap(copy, opener.address, LATEST_MS)
    if told is None or not told.landed:
        return None
    opened = Opened("chat", opener.address, name, told.effect)
    seen = await _until(copy, lambda frames: open_window(page, replace(page, frames=frames)) is not None, begun)
    ms = round((time.monotonic() - begun) * 1000) if seen else -1
    return replace(opened, ms=ms, frames=copy.frames, failed=tuple(dict.fromkeys(copy.failed)))


async def _until(copy: Copy, holds: Callable[[tuple[FrameFacts, ...]], bool], begun: float) -> bool:
    while True:
        if copy.leaves:
            return False
        if holds(await copy.look()):
            await settled(copy.world, quiet_ms=200, most_ms=1000)  # what is within it comes after it
            await copy.look()
            return True
        if time.monotonic() - begun > CHAT:
            return False
        await asyncio.sleep(POLL)
