"""What can still be done with a page that does not answer: find out why, and picture it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from parcours.browser.bound import Overrun, bound
from parcours.browser.pulse import ping
from parcours.browser.shots import screen
from parcours.redaction import Redactor

if TYPE_CHECKING:
    from parcours.browser.sessions import Session

PING = 5.0  # seconds in which a page that is alive answers, on a busy machine too
FREED = 1.5
CRASHING = 1.0  # seconds in which a renderer that is out of memory may yet fall

# Chrome's own tools end a busy page by these: no script runs any more, the one that does is ended, nothing is awaited.
_FREE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Emulation.setScriptExecutionDisabled", {"value": True}),
    ("Runtime.terminateExecution", {}),
    ("Page.stopLoading", {}),
)


async def answers(session: Session, pace: float = 1.0) -> bool:
    """True when the page's own thread still does. `pace` is the share of the usual time that there is for it."""
    seconds = PING * pace
    if session.cdp is not None:  # a navigation that hangs keeps every script waiting
        await _quietly(session.cdp.send("Page.stopLoading"), seconds / 2)
    return await _quietly(ping(session), seconds)


async def crashed(session: Session, pace: float = 1.0) -> bool:
    """True when the page has brought its renderer down, or does so now."""
    return await _quietly(session.observer.crashed.wait(), CRASHING * pace)


async def last_picture(session: Session, redactor: Redactor, pace: float = 1.0) -> tuple[bytes, str]:
    """What a page shows that has hung, and the file's ending: pictured once its scripts are ended, else as it was
    painted last; no bytes when nothing ever was. The page cannot be used any more after that.
    """
    if session.cdp is not None and not session.observer.crashed.is_set():
        await asyncio.gather(*(_quietly(session.cdp.send(what, how), FREED * pace) for what, how in _FREE))
        try:
            data, ending = await bound(
                "the last picture", screen(session.page, session.cdp, redactor), 2 * FREED * pace
            )
        except Overrun:
            data, ending = b"", ""
        if data:
            return data, ending
    last = session.watch.last if session.watch else b""
    return last, "jpg"


async def _quietly(call: Any, seconds: float) -> bool:
    from playwright.async_api import Error

    try:
        await bound("rescue", call, seconds)
    except (Error, Overrun):
        return False
    return True
