"""Find what a person would call by a name: its text, its label, its role; a test id or selector last."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from parcours.browser.bound import bound

if TYPE_CHECKING:
    from playwright.async_api import Frame, Locator, Page

POLL = 0.05
_SELECTOR = re.compile(r"^[#.\[]|[>=]|^\w+[.#\[]")

Ladder = Callable[["Frame", str], Iterator["Locator"]]


def tappable(frame: Frame, name: str) -> Iterator[Locator]:
    """Locators for something to tap, the surest first."""
    for exact in (True, False):
        yield frame.get_by_role("button", name=name, exact=exact)
        yield frame.get_by_role("link", name=name, exact=exact)
    for role in ("menuitem", "tab", "checkbox", "radio", "switch", "option"):
        yield frame.get_by_role(role, name=name)
    yield frame.get_by_label(name)
    yield frame.get_by_text(name, exact=True)
    yield frame.get_by_text(name)
    yield frame.get_by_alt_text(name)
    yield from _last_resorts(frame, name)


def fillable(frame: Frame, name: str) -> Iterator[Locator]:
    """Locators for a field, the surest first."""
    yield frame.get_by_label(name, exact=True)
    yield frame.get_by_label(name)
    yield frame.get_by_placeholder(name)
    yield frame.get_by_role("textbox", name=name)
    yield from _last_resorts(frame, name)


def readable(frame: Frame, text: str) -> Iterator[Locator]:
    """Locators for a text that can be read."""
    yield frame.get_by_text(text)
    yield frame.get_by_role("button", name=text)  # the words on an <input type=submit> are no text node


def _last_resorts(frame: Frame, name: str) -> Iterator[Locator]:
    yield frame.get_by_test_id(name)
    if _SELECTOR.search(name):
        yield frame.locator(name)


async def find(page: Page, name: str, ladder: Ladder, seconds: float) -> Locator | None:
    """The first visible match, as soon as there is one; None when there is none within the time."""
    from playwright.async_api import Error

    ends = time.monotonic() + seconds
    while True:
        for frame in page.frames[:10]:
            for locator in ladder(frame, name):
                seen = locator.filter(visible=True)
                try:
                    if await bound("looking for an element", seen.count()):
                        return seen.first
                except Error:
                    continue  # a selector that is none, or a frame that went away
        if time.monotonic() >= ends:
            return None
        await asyncio.sleep(POLL)
