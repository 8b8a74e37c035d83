"""The screen held still, to be compared with an earlier one: fonts there, animations at their end, no caret."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PIL import Image

from parcours.browser.bound import Overrun, bound
from parcours.browser.worlds import ScriptError, World, worlds
from parcours.facts.geometry import Box

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

MOST_SHOTS = 6  # until two of them are equal
APART = 0.06  # seconds between two of them: three frames of a phone that draws 50 a second
WHOLE = 8.0  # seconds that all of it may take
FONTS_MS = 1500
MOST_MASKS = 200


class Still(NamedTuple):
    """The screen in CSS pixels. `masks` are the boxes of what was named, `moving` what never stood still.

    `missing` are names that nothing on the page bears.
    """

    picture: Image.Image
    masks: tuple[Box, ...] = ()
    moving: tuple[Box, ...] = ()
    missing: tuple[str, ...] = ()


# Animations that end are brought to their end, those that never do to their beginning; videos are held.
# What was changed is remembered, and put back afterwards.
_HOLD = """
(async () => {
  await Promise.race([document.fonts.ready, new Promise((done) => setTimeout(done, %d))]);
  const held = [];
  for (const animation of document.getAnimations()) {
    const timing = animation.effect && animation.effect.getComputedTiming();
    if (!timing || animation.playState !== 'running') continue;
    try {
      if (timing.endTime === Infinity) {
        held.push([animation, animation.currentTime]);
        animation.pause();
        animation.currentTime = 0;
      } else animation.finish();
    } catch { /* driven by scrolling: it stands still with the page */ }
  }
  const playing = [...document.querySelectorAll('video')].filter((video) => !video.paused);
  playing.forEach((video) => video.pause());
  const caret = new CSSStyleSheet();
  caret.replaceSync('*, *::before, *::after { caret-color: transparent !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, caret];
  const moved = new Set();
  const watch = new MutationObserver((records) => {
    for (const { target } of records) {
      const el = target.nodeType === 1 ? target : target.parentElement;
      if (el && moved.size < 50) moved.add(el);
    }
  });
  watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  globalThis.__parcoursMoved = () => [...moved].map((el) => el.getBoundingClientRect())
    .filter((box) => box.width * box.height < innerWidth * innerHeight / 2)
    .map((box) => [box.left, box.top, box.width, box.height]);
  globalThis.__parcoursRelease = () => {
    watch.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== caret);
    playing.forEach((video) => video.play().catch(() => 0));
    held.forEach(([animation, at]) => { animation.currentTime = at; animation.play(); });
  };
  return true;
})()
"""
_RELEASE = "globalThis.__parcoursRelease && globalThis.__parcoursRelease()"

# Where the parts to leave out are: by address, by selector, else by the text or label that they bear.
_MASKS = """
((names, addresses) => {
  const squeeze = (text) => text.replace(/[\\s\\u00a0]+/g, ' ').trim().toLowerCase();
  const bears = (el, name) => {
    const own = [...el.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue).join(' ');
    return [own, el.getAttribute('aria-label'), el.getAttribute('alt'), el.getAttribute('data-testid')]
      .some((text) => text && squeeze(text).includes(squeeze(name)));
  };
  const found = (name) => {
    let chosen = [];
    try { chosen = [...document.querySelectorAll(name)]; } catch { /* a text */ }
    return chosen.length ? chosen : [...document.body.querySelectorAll('*')].filter((el) => bears(el, name));
  };
  const missing = [];
  const chosen = [...document.querySelectorAll('video')];
  for (const name of names) {
    const these = found(name);
    if (!these.length) missing.push(name);
    chosen.push(...these);
  }
  for (const address of addresses) {
    const el = globalThis.__parcoursElement && globalThis.__parcoursElement(address);
    if (el) chosen.push(el);
  }
  const boxes = chosen.slice(0, %d).map((el) => el.getBoundingClientRect())
    .map((box) => [box.left, box.top, box.width, box.height]);
  const screen = visualViewport || { offsetLeft: 0, offsetTop: 0, scale: 1 };
  return [boxes, missing, [screen.offsetLeft, screen.offsetTop, screen.scale]];
})(%s, %s)
"""


async def still(page: Page, cdp: CDPSession | None, names: Sequence[str], addresses: Sequence[str]) -> Still | None:
    """The screen held still, with where the parts to leave out are; None when the page could not be pictured.

    `names` are selectors or texts, `addresses` those of elements that the collector met. The page goes on as it was.
    """
    from playwright.async_api import Error

    try:
        return await bound("the still screen", _still(page, cdp, names, addresses), WHOLE)
    except (Error, Overrun, ScriptError, OSError):
        return None


async def _still(page: Page, cdp: CDPSession | None, names: Sequence[str], addresses: Sequence[str]) -> Still:
    asked, _ = await worlds(page, cdp)
    world = asked[0]
    await world.run(_HOLD % FONTS_MS, FONTS_MS / 1000 + 2)
    try:
        picture, moving = await _standing(page, cdp)
        masks, missing, screen = await _masks(world, names, addresses)
        boxes = await world.run("globalThis.__parcoursMoved()", 2) if moving else ()
    finally:
        await world.run(_RELEASE, 2)
    # What a script writes into moves as a whole; what else moves (a picture, a drawing) is known by its pixels.
    written = tuple(_outwards(box, *screen) for box in boxes)
    rest = (place for place in moving if not any(place.meet(box).area for box in written))
    return Still(picture, masks, (*written, *rest), missing)


async def _masks(
    world: World, names: Sequence[str], addresses: Sequence[str]
) -> tuple[tuple[Box, ...], tuple[str, ...], tuple[float, float, float]]:
    """The boxes to leave out, the names that nothing bears, and where and how large the screen shows the page."""
    asked = _MASKS % (MOST_MASKS, json.dumps(list(names)), json.dumps(list(addresses)))
    boxes, missing, (left, top, scale) = await world.run(asked, 3)
    return tuple(_outwards(box, left, top, scale) for box in boxes), tuple(missing), (left, top, scale)


def _outwards(box: Sequence[float], left: float, top: float, scale: float) -> Box:
    """A box of the page on the screen, to whole pixels: what lies half in a pixel colours all of it."""
    x, y = (box[0] - left) * scale, (box[1] - top) * scale
    from_x, from_y = int(x // 1), int(y // 1)
    to_x, to_y = -int(-(x + box[2] * scale) // 1), -int(-(y + box[3] * scale) // 1)
    return Box(from_x, from_y, to_x - from_x, to_y - from_y)


async def _standing(page: Page, cdp: CDPSession | None) -> tuple[Image.Image, tuple[Box, ...]]:
    """The first of two equal pictures in a row, else the last one and where it still moved."""
    from parcours.visual import difference

    ends = time.monotonic() + WHOLE / 2
    before = await _shot(page, cdp)
    for _ in range(MOST_SHOTS):
        await asyncio.sleep(APART)
        now = await _shot(page, cdp)
        if now == before:
            return _opened(now), ()
        before, earlier = now, before
        if time.monotonic() > ends:
            break
    return _opened(now), difference(_opened(earlier), _opened(now)).places


async def _shot(page: Page, cdp: CDPSession | None) -> bytes:
    if cdp is None:
        return await page.screenshot(type="png", scale="css", animations="allow", caret="initial")
    answer: Any = await cdp.send("Page.captureScreenshot", {"format": "png"})
    return base64.b64decode(answer["data"])


def _opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB")
