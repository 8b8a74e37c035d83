"""Does the page's thread answer while one waits for something else? Known at once when that does not come."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from parcours.browser.bound import CALL, Overrun
from parcours.browser.settle import ALIVE

if TYPE_CHECKING:
    from parcours.browser.sessions import Session

EVERY = 0.5  # seconds


async def ping(session: Session) -> None:
    """Come back when the page's own thread answers, however long that takes. Raises Playwright's Error."""
    if session.cdp is None:
        await session.page.evaluate("1")
    else:
        await session.cdp.send("Runtime.evaluate", {"expression": "1"})


class Pulse:
    """When the page answered last, by `time.monotonic()`; it begins as if it had just done so."""

    def __init__(self) -> None:
        self.last = time.monotonic()
        self._beat = asyncio.Event()

    def beat(self) -> None:
        self.last = time.monotonic()
        self._beat.set()

    async def must_beat(self, patience: float = 1.0) -> None:
        """Wait for an answer: as long as any call may take, less what was waited in vain already, two seconds at least.

        `patience` is the share of the usual time that pages are given. Raises Overrun when no answer comes.
        """
        silent = time.monotonic() - self.last
        if silent < 2 * EVERY:
            return
        self._beat.clear()
        try:
            await asyncio.wait_for(self._beat.wait(), max(ALIVE * patience, CALL * patience - silent))
        except TimeoutError:
            raise Overrun("the page", round(time.monotonic() - self.last)) from None


@asynccontextmanager
async def pulse_of(session: Session) -> AsyncIterator[Pulse]:
    """The page's pulse, felt every half second in the body of the `with`."""
    pulse = Pulse()
    feeling = asyncio.create_task(_felt(session, pulse))
    try:
        yield pulse
    finally:
        feeling.cancel()
        await asyncio.gather(feeling, return_exceptions=True)


async def _felt(session: Session, pulse: Pulse) -> None:
    from playwright.async_api import Error

    while True:
        try:
            await ping(session)
        except Error:
            pass  # the page gave way to the next: it lives
        pulse.beat()
        await asyncio.sleep(EVERY)
