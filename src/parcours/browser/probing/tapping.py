"""Tap what ought to open something, in a copy of the page, and see what happens."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, NamedTuple

from parcours.browser.bound import bound
from parcours.browser.probing.copies import Copy
from parcours.browser.shots import screen
from parcours.browser.worlds import ScriptError
from parcours.facts.model import Element, Tap
from parcours.facts.tryouts import HoverList

if TYPE_CHECKING:
    from collections.abc import Awaitable

AT_ONCE_MS = 250  # most taps that work do so within one frame
LATEST_MS = 1000
UNFOLDS_MS = 350  # a list may slide open
SUSPECTS = 3  # buttons that did nothing and are tapped again: each costs more than a second
ALIVE = 2.0  # seconds after which a page answers: frameworks bring served pages to life late


class Told(NamedTuple):
    """What a watch saw: whether the tap landed, the first thing that happened, what a script said as it broke."""

    landed: bool
    effect: str
    error: str


async def tap(copy: Copy, address: str, ms: int) -> Told | None:
    """Tap an element of the copy and wait so long for something to happen; None where no finger gets at it."""
    where = await copy.world.run(f"__parcoursPoint({json.dumps(address)})", 3)
    if not where:
        return None
    copy.asked.clear()
    copy.leaves.clear()
    await copy.world.run(f"__parcoursWatch({json.dumps(address)})", 3)
    await _quietly(copy.session.page.touchscreen.tap(*where))
    told = asyncio.ensure_future(copy.world.run(f"__parcoursTold({ms})", ms / 1000 + 3))
    asked = asyncio.ensure_future(copy.asked.wait())
    try:
        await asyncio.wait({told, asked}, return_when=asyncio.FIRST_COMPLETED)
        if copy.asked.is_set():
            return Told(True, _asked(copy), "")
        landed, effect, error = json.loads(await told)
        return Told(bool(landed), _asked(copy) or str(effect), str(error))
    finally:
        asked.cancel()
        if not told.done():
            told.cancel()


def _asked(copy: Copy) -> str:
    if copy.leaves or copy.session.observer.hand_offs:
        return "leaves"
    return "request" if copy.asked.is_set() else ""


async def _quietly(action: Awaitable[object]) -> None:
    from playwright.async_api import Error

    try:
        await bound("a tap", action, 5)
    except Error as error:
        raise ScriptError(error.message) from error


async def press_buttons(copy: Copy, buttons: list[Element], wanted: frozenset[str], until: float) -> list[Tap]:
    """What came of each button. One that does nothing at once is tapped again, and given a second.

    Those that no finger gets at, and those that time did not suffice for, are left out.
    """
    found: list[Tap] = []
    suspects: list[Element] = []
    await copy.arm("taps")
    for button in buttons:
        if time.monotonic() > until:
            break
        told = await tap(copy, button.address, AT_ONCE_MS) or await _once_more(copy, button.address)
        if told is None or not told.landed:
            continue
        if told.effect:
            found.append(Tap(button.address, "button", told.effect, told.error, wanted=button.address in wanted))
        else:
            suspects.append(button)
    if suspects and time.monotonic() < until:
        found += await _for_sure(copy, suspects[:SUSPECTS], wanted, until)
    return found


async def _once_more(copy: Copy, address: str) -> Told | None:
    """What a tap before has opened may lie over the next button: a fresh copy has it free."""
    await copy.load()
    await copy.arm("taps")
    return await tap(copy, address, AT_ONCE_MS)


async def _for_sure(copy: Copy, suspects: list[Element], wanted: frozenset[str], until: float) -> list[Tap]:
    """What comes of those that did nothing, in a fresh copy that has had time for its scripts to come to life.

    The screen is compared too, for what is drawn and cannot be read.
    """
    found: list[Tap] = []
    await copy.load()
    await copy.arm("taps")
    await asyncio.sleep(max(0.0, copy.loaded + ALIVE - time.monotonic()))
    for button in suspects:
        if time.monotonic() > until:
            break
        before = await _without(copy, button)
        told = await tap(copy, button.address, LATEST_MS)
        if told is None or not told.landed:
            continue
        effect = told.effect
        if not effect and (not before or await _without(copy, button) != before):
            effect = "looks"
        found.append(Tap(button.address, "button", effect, told.error, wanted=button.address in wanted))
    return found


async def _without(copy: Copy, button: Element) -> bytes:
    """A picture of the screen without the button, which looks otherwise while it is pressed."""
    address = json.dumps(button.address)
    await copy.world.run(f"__parcoursPoint({address})", 3)
    await copy.world.run(f"__parcoursHide({address}, true)", 3)
    picture, _ = await screen(copy.session.page, copy.session.cdp)
    await copy.world.run(f"__parcoursHide({address}, false)", 3)
    return picture


async def try_lists(copy: Copy, lists: list[HoverList], until: float) -> list[Tap]:
    """Whether each list shows after a tap, and where it does not, whether it shows under a mouse."""
    found: list[Tap] = []
    await copy.arm("taps")
    for one in lists:
        if time.monotonic() > until:
            break
        if tried := await _list(copy, one):
            found.append(tried)
    return found


async def _list(copy: Copy, one: HoverList) -> Tap | None:
    """None where nothing shows the list, or no finger gets at its control. The mouse comes last: it hovers for good."""
    if await _shows(copy, one.hidden, 0) or not (told := await tap(copy, one.trigger.address, AT_ONCE_MS)):
        return None
    opened = await _shows(copy, one.hidden, UNFOLDS_MS)
    tried = Tap(one.trigger.address, "list", _asked(copy) or told.effect, told.error, opened=opened)
    if not told.landed or (opened and tried.effect != "leaves"):
        return tried if told.landed else None
    await copy.load()
    await copy.arm("taps")
    where = await copy.world.run(f"__parcoursPoint({json.dumps(one.trigger.address)})", 3)
    if not where or await _shows(copy, one.hidden, 0):
        return None
    await _quietly(copy.session.page.mouse.move(*where))
    return tried._replace(pointed=True) if await _shows(copy, one.hidden, UNFOLDS_MS) else None


async def _shows(copy: Copy, element: Element, ms: int) -> bool:
    """True as soon as the element can be seen, at the latest after so long."""
    script = """(async () => {
      const until = performance.now() + %d;
      await __parcoursFrames(2);
      while (!__parcoursSeen(%s)) { if (performance.now() >= until) return false; await __parcoursFrames(1); }
      return true;
    })()"""
    return bool(await copy.world.run(script % (ms, json.dumps(element.address)), ms / 1000 + 3))
