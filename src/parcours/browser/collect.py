"""Ask every frame once for its facts."""

from __future__ import annotations

import asyncio
import json
import secrets
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


# What each frame has said last, by its id: the mark that it was given then, and the facts.
Seen = dict[str, tuple[str, FrameFacts]]


async def collect_frames(
    page: Page, session: CDPSession | None, key: str, seen: Seen | None = None, *, again: bool = False
) -> tuple[list[World], tuple[FrameFacts, ...], tuple[str, ...]]:
    """The worlds asked, the facts of each frame (the page's own first), and what was not looked at.

    What frames say is kept in `seen`. When they are asked `again`, one that is as it was then gives the very facts of
    that time: nothing is sent, and nothing read. Raises Overrun when the page itself does not answer.
    """
    asked, more = await worlds(page, session)
    gaps = [f"only the first {len(asked)} frames were looked at"] if more else []
    before = dict(seen or {}) if again else {}
    main = await _collect(asked[0], key, MAIN_SECONDS, seen, before)
    others = await asyncio.gather(*(_child(world, key, seen, before) for world in asked[1:]))
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


async def know_elements(world: World) -> None:
    """Give the elements of a frame their addresses, and no more. Raises ScriptError, Overrun."""
    await _asked(world, MAIN_SECONDS, addresses=True)


async def _asked(world: World, seconds: float, **options: object) -> str:
    asked = json.dumps({"elements": MOST_ELEMENTS, **options})
    text: str = await world.run(f"{script('collector.js')}({asked})", seconds)
    return text


async def _collect(world: World, key: str, seconds: float, seen: Seen | None, before: Seen) -> FrameFacts:
    id = world.frame_id  # "" where there is no DevTools
    last, facts = before.get(id, ("", None))
    mark = secrets.token_hex(8) if seen is not None and id else ""
    text = await _asked(world, seconds, key=key, mark=mark, unless=last)
    try:
        found = from_script(FrameFacts, text) if text or facts is None else facts
    except ValueError as error:
        raise ScriptError(f"facts that do not fit: {error}") from error
    if seen is not None and mark:
        seen[id] = mark, found
    return found


async def _child(world: World, key: str, seen: Seen | None, before: Seen) -> FrameFacts | None:
    from playwright.async_api import Error

    try:
        return await _collect(world, key, CHILD_SECONDS, seen, before)
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
