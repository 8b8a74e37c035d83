"""Every await on the browser goes through here.

`evaluate`, `title`, `count` and every CDP command that needs the page's thread have no timeout of
their own (playwright-python#940): a page that blocks its thread would block us for ever.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")

CALL = 8.0  # seconds that one call may take
CLOSE = 5.0


class Overrun(Exception):
    """A call that did not come back in time."""

    def __init__(self, what: str, seconds: float) -> None:
        super().__init__(f"{what} did not answer within {seconds:g} s")
        self.what = what


async def bound(what: str, call: Awaitable[T], seconds: float = CALL) -> T:
    """What `call` gives, or Overrun when it takes longer than `seconds`."""
    try:
        return await asyncio.wait_for(call, seconds)
    except TimeoutError:
        raise Overrun(what, seconds) from None
