"""The page with larger text, and on a narrower screen: on the walk's own page, which is put back at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from parcours.browser.bound import bound
from parcours.browser.collect import MOST_ELEMENTS, script
from parcours.browser.settle import has_timers
from parcours.browser.worlds import ScriptError, World, worlds
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.storage.codec import from_script

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

    from parcours.browser.sessions import Session

NARROW = 320  # CSS pixels: WCAG 1.4.10, and an iPhone whose display is set to larger text
ENLARGED = 2.0  # WCAG 1.4.4
SECONDS = 8.0  # as many as the first look may take: it is one more, at most

# Scripts hear of a new size when the next frame is drawn, and have laid the page out anew one frame later.
_REDRAWN = """
new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
  setTimeout(() => done(false), 400); // a page that is not drawn has no animation frames
})
"""


class Disturbed(Exception):
    """The page is not as it was before it was tried out."""


class Ask(NamedTuple):
    """What to try. `enlarge` is the factor of the text, 0 for none."""

    remember: bool = False
    enlarge: float = 0


async def remember(page: Page, session: CDPSession | None) -> World:
    """The page's own world, where what its boxes cut off now is kept to compare with."""
    asked, _ = await worlds(page, session)
    await _fitted(asked[0], Ask(remember=True))
    return asked[0]


async def enlarged(world: World) -> FrameFacts:
    """How the page lies with text at 200 %; its elements are there only where something no longer fits."""
    return await _fitted(world, Ask(enlarge=ENLARGED))


async def narrowed(phone: Session, world: World, seen: PageSnapshot) -> FrameFacts:
    """How the page lies on a screen of 320 px, likewise. Raises Disturbed when it does not come back as it was."""
    height = seen.device.height
    try:
        await _resize(phone, NARROW, height)
        await _redrawn(world)
        facts = await _fitted(world, Ask())
    finally:
        await _resize(phone, seen.device.width, height)
    await _redrawn(world)
    back = await _fitted(world, Ask(remember=True))
    if abs(back.layout_width - seen.main.layout_width) > 1 or abs(back.content_width - seen.main.content_width) > 1:
        said = f"{back.content_width:.0f} px wide after a look at {NARROW} px, {seen.main.content_width:.0f} px before"
        raise Disturbed(said)
    return facts


async def _redrawn(world: World) -> None:
    if has_timers(world):
        await world.run(_REDRAWN, SECONDS)


async def _resize(phone: Session, width: int, height: int) -> None:
    from playwright.async_api import Error

    try:
        if phone.glass:  # knows the screen's size too, which Playwright would make that of the window
            await phone.glass.lay(width)
        else:
            await bound("resizing", phone.page.set_viewport_size({"width": width, "height": height}))
    except Error as error:
        raise ScriptError(error.message) from error


async def _fitted(world: World, ask: Ask) -> FrameFacts:
    options = json.dumps({"elements": MOST_ELEMENTS, "key": "parcours-fitting"})
    collect = f"() => ({script('collector.js').strip()})({options})"
    text = await world.run(f"{script('fitting.js').strip()}({json.dumps(ask._asdict())}, {collect})", SECONDS)
    try:
        said = json.loads(text)
        facts = from_script(FrameFacts, json.dumps(said["facts"])) if said["facts"] else FrameFacts(url=world.url)
    except (ValueError, KeyError, TypeError) as error:
        raise ScriptError(f"facts that do not fit: {error}") from error
    width, content = float(said["layout_width"]), float(said["content_width"])
    return FrameFacts(url=facts.url, layout_width=width, content_width=content, elements=facts.elements)
