"""Wait until a page is ready to be looked at, and not a moment longer.

There is no `networkidle` here: a page with a long poll or an advertisement never is idle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from parcours.browser.bound import Overrun
from parcours.browser.worlds import ScriptError, World

if TYPE_CHECKING:
    from playwright.async_api import CDPSession

QUIET_MS = 120  # without a change in the document
MOST_MS = 2000
ALIVE = 2.0  # seconds in which a page answers whose thread is free

# Documents that were found to have no timers, by address and context: each wait for one would last as long as it may.
_TIMELESS: WeakKeyDictionary[CDPSession, tuple[str, int]] = WeakKeyDictionary()
_TIMER = "new Promise((done) => setTimeout(() => done(true), 0))"

# Fonts move lines, and scripts move everything else: wait for both, and for two frames to be drawn.
_SETTLED = """
new Promise((done) => {
  const quiet = %d, most = %d, begun = performance.now();
  let last = begun;
  const seen = new MutationObserver(() => { last = performance.now(); });
  seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  let fonts = false;
  document.fonts.ready.then(() => { fonts = true; });
  const end = () => {
    seen.disconnect();
    if (!quiet) { done(true); return; }
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
    setTimeout(() => done(false), 300); // a page that is not drawn has no animation frames
  };
  const look = () => {
    const now = performance.now();
    if (now - begun > most || (fonts && document.readyState !== 'loading' && now - last > quiet)) end();
    else setTimeout(look, 20);
  };
  look();
})
"""


def has_timers(world: World) -> bool:
    """False for a page in a sandbox without scripts, once that was found: a promise of the next frame is never kept."""
    return world.session is None or _TIMELESS.get(world.session) != (world.url, world.context)


async def settled(world: World, quiet_ms: int = QUIET_MS, most_ms: int = MOST_MS) -> bool:
    """Wait for quiet in the page's own frame; False when it did not come to rest in time.

    With `quiet_ms=0` fonts alone are waited for, and no frame is drawn.

    Raises Overrun when the page's thread does not answer at all.
    """
    if not has_timers(world):
        return True
    try:
        return bool(await world.run(_SETTLED % (quiet_ms, most_ms), most_ms / 1000 + 3))
    except ScriptError:
        return False
    except Overrun:
        return await _is_still(world)


async def _is_still(world: World) -> bool:
    """True for a page without timers, which is remembered: where none runs, nothing moves.

    False for one that was busy, or gave way to the next. Raises Overrun when its thread does not answer.
    """
    try:
        if await _ticks(world):
            return False
        await world.run("1", ALIVE)
        if await _ticks(world):  # it was busy until now
            return False
    except ScriptError:
        return False
    if world.session is not None:
        _TIMELESS[world.session] = (world.url, world.context)
    return True


async def _ticks(world: World) -> bool:
    try:
        return bool(await world.run(_TIMER, ALIVE))
    except Overrun:
        return False
