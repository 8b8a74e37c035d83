"""A second look at the page that is still there: only facts that move by themselves are asked for anew."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

from parcours.browser.axe import run_axe
from parcours.browser.bound import Overrun, bound
from parcours.browser.collect import collect_frames
from parcours.browser.sessions import Session
from parcours.browser.settle import has_timers
from parcours.browser.worlds import ScriptError, worlds
from parcours.facts.model import FrameFacts, PageSnapshot

APART = 0.15  # seconds between the looks at least; judging and picturing the page take about as long
MOST_MS = 1000  # that animations, and pictures on the screen, are waited for
WHOLE = 6.0  # seconds that the second look may take in all

# Animations that end, and pictures on the screen that are still coming: what never ends is not waited for.
_AT_REST = """
new Promise((done) => {
  const most = %d;
  const ends = (animation) => {
    const timing = animation.effect && animation.effect.getComputedTiming();
    return timing && animation.playState === 'running' && timing.endTime - (animation.currentTime || 0) < most;
  };
  const shown = (picture) => {
    const box = picture.getBoundingClientRect();
    return !picture.complete && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  const waits = [
    ...document.getAnimations().filter(ends).map((animation) => animation.finished.catch(() => 0)),
    ...[...document.images].filter(shown).map((picture) => new Promise((come) => {
      picture.addEventListener('load', come, { once: true });
      picture.addEventListener('error', come, { once: true });
    })),
  ];
  const end = () => done(true);
  setTimeout(end, waits.length ? most : 0);
  if (waits.length) Promise.all(waits).then(() => setTimeout(end, 0));
})
"""


async def look_again(session: Session, page: PageSnapshot, since: float, *, axe: bool) -> PageSnapshot | None:
    """The page as it is now: its frames, and with `axe` what axe-core says; all else is as it was.

    `since` is when it was looked at first, by `time.monotonic()`. None when it is another page by now, when it
    does not answer, or when it takes too long. A page that has not changed comes back itself; axe-core, which is
    dear, is asked only about one that has.
    """
    try:
        return await bound("the second look", _again(session, page, since, axe=axe), WHOLE)
    except (Overrun, ScriptError):
        return None


async def _again(session: Session, page: PageSnapshot, since: float, *, axe: bool) -> PageSnapshot | None:
    asked, _ = await worlds(session.page, session.cdp)
    if has_timers(asked[0]):
        await asked[0].run(_AT_REST % MOST_MS, MOST_MS / 1000 + 2)
    await asyncio.sleep(max(0.0, since + APART - time.monotonic()))
    asked, frames, _ = await collect_frames(session.page, session.cdp, session.key, session.seen, again=True)
    if frames[0].url != page.url:
        return None
    # What the server sent and how the page came up does not change any more.
    main = replace(frames[0], served=page.main.served, vitals=page.main.vitals, sizes=())
    frames = (main, *(replace(frame, sizes=()) for frame in frames[1:]))
    if frames == page.frames:
        return page
    rules = _moved(page, frames) if axe else ()
    found = await run_axe(asked, frames, rules) if rules else page.axe
    return replace(page, frames=frames, axe=found) if found or not rules else None


def _moved(page: PageSnapshot, frames: tuple[FrameFacts, ...]) -> tuple[str, ...]:
    """The rules of axe-core that failed, where any frame in which they did has changed since: else it says the same."""
    wrong = [result for result in page.axe.results if result.outcome == "violation"] if page.axe else []
    for index in {result.frame for result in wrong}:
        if len(frames) != len(page.frames) or frames[index].elements != page.frames[index].elements:
            return tuple(sorted({result.id for result in wrong}))
    return ()
