"""Ask every frame once for its facts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from parcours.browser.bound import Overrun
from parcours.browser.worlds import ScriptError, World, owner_address, worlds
from parcours.facts.model import FrameFacts
from parcours.storage.codec import from_script

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

MOST_ELEMENTS = 6000
MAIN_SECONDS = 8.0
CHILD_SECONDS = 3.0


@cache
def script(name: str) -> str:
    """The text of one of the scripts beside this module."""
    return files("parcours.browser").joinpath(name).read_text(encoding="utf-8")


def prelude(key: str) -> str:
    """The init script; `key` names the events through which its notes are read."""
    return script("prelude.js").replace("__PARCOURS_KEY__", key)


async def collect_frames(
    page: Page, session: CDPSession | None, key: str
) -> tuple[list[World], tuple[FrameFacts, ...], tuple[str, ...]]:
    """The worlds asked, the facts of each frame (the page's own first), and what was not looked at.

    Raises Overrun when the page itself does not answer.
    """
    asked, more = await worlds(page, session)
    gaps = [f"only the first {len(asked)} frames were looked at"] if more else []
    main = await _collect(asked[0], key, MAIN_SECONDS)
    others = await asyncio.gather(*(_child(world, key) for world in asked[1:]))
    frames = [main]
    kept = [asked[0]]
    for world, facts in zip(asked[1:], others, strict=True):
        if facts is None:
            gaps.append(f"the frame {world.url[:200]} could not be looked into")
            continue
        frames.append(await _placed(world, facts, asked, kept, frames))
        kept.append(world)
    if any(frame.truncated for frame in frames):
        gaps.append(f"only the first {MOST_ELEMENTS} elements were looked at")
    return kept, tuple(frames), tuple(gaps)


async def _collect(world: World, key: str, seconds: float) -> FrameFacts:
    options = json.dumps({"elements": MOST_ELEMENTS, "key": key})
    text = await world.run(f"{script('collector.js')}({options})", seconds)
    try:
        return from_script(FrameFacts, text)
    except ValueError as error:
        raise ScriptError(f"facts that do not fit: {error}") from error


async def _child(world: World, key: str) -> FrameFacts | None:
    from playwright.async_api import Error

    try:
        return await _collect(world, key, CHILD_SECONDS)
    except (Error, Overrun, ScriptError):
        return None


async def _placed(
    world: World, facts: FrameFacts, asked: Sequence[World], kept: Sequence[World], frames: Sequence[FrameFacts]
) -> FrameFacts:
    """The frame's facts with its place in the page: whose child it is, and where it stands."""
    above = asked[world.parent]
    parent = next((at for at, known in enumerate(kept) if known is above), 0)
    address = await owner_address(above, world)
    holder = next((el for el in frames[parent].elements if address and el.address == address), None)
    dx, dy = frames[parent].offset
    offset = (dx + holder.box.x, dy + holder.box.y) if holder else (dx, dy)
    hidden = holder is not None and not holder.visible
    return replace(facts, parent=parent, address=address, offset=offset, hidden=hidden or frames[parent].hidden)
