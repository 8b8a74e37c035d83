"""Pictures of the screen, at CSS pixels: a quarter of the cost of device pixels, and enough for a report."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from parcours.browser.bound import Overrun, bound
from parcours.browser.hiding import QUALITY, on_screen, painted_over, secret_boxes
from parcours.redaction import Redactor

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

    from parcours.browser.glass import Glass
    from parcours.browser.sessions import Session

TRIES = 3  # pictures of a page whose secrets move about
TALLEST = 4000.0  # CSS pixels of a long picture
WIDEST = 1400.0


NO_SECRETS = Redactor()


async def screen(page: Page, cdp: CDPSession | None, redactor: Redactor = NO_SECRETS) -> tuple[bytes, str]:
    """What the phone shows now, and the file's ending; no bytes when the page could not be pictured.

    Secrets are painted over. Where they cannot be found (without DevTools, or on a page that does not stand still),
    there is no picture.
    """
    from playwright.async_api import Error

    try:
        if redactor:
            return await _without_secrets(page, cdp, redactor)
        if cdp is None:
            shot = page.screenshot(type="jpeg", quality=QUALITY, scale="css", animations="allow")
            return await bound("screenshot", shot), "jpg"
        # CDP does not wait for fonts that never come, as Playwright's screenshot does.
        return await _captured(cdp), "webp"
    except (Error, Overrun):
        return b"", ""


async def _captured(cdp: CDPSession) -> bytes:
    answer = await bound("screenshot", cdp.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY}))
    return base64.b64decode(answer["data"])


async def _without_secrets(page: Page, cdp: CDPSession | None, redactor: Redactor) -> tuple[bytes, str]:
    """A picture in which secrets are painted over: they must stand where they stood while it was taken."""
    if cdp is None:
        return b"", ""
    before = await on_screen(cdp, await secret_boxes(page, cdp, redactor))
    for _ in range(TRIES):
        data = await _captured(cdp)
        after = await on_screen(cdp, await secret_boxes(page, cdp, redactor))
        if after == before:
            return painted_over(data, *after), "webp"
        before = after
    return b"", ""


async def long_picture(
    session: Session, width: float, height: float, redactor: Redactor = NO_SECRETS
) -> tuple[bytes, str, float, float]:
    """The page from its top: bytes, file ending, and the width and height pictured, in CSS pixels.

    There is none of a page that shows a secret: what sticks to the screen stands elsewhere in so long a picture.
    """
    from playwright.async_api import Error

    width, height = min(width, WIDEST), min(height, TALLEST)
    page, cdp = session.page, session.cdp
    try:
        if redactor and (cdp is None or await secret_boxes(page, cdp, redactor)):
            return b"", "", 0, 0
        if session.glass is None:
            clip = {"x": 0.0, "y": 0.0, "width": width, "height": height}
            shot = page.screenshot(type="jpeg", quality=QUALITY, scale="css", full_page=True, clip=clip)  # type: ignore[arg-type]
            return await bound("long picture", shot), "jpg", width, height
        return await _beyond(session.glass, width, height), "webp", width, height
    except (Error, Overrun):
        return b"", "", 0, 0


async def _beyond(glass: Glass, width: float, height: float) -> bytes:
    """More than the screen shows, with the page left on the phone that it was on: the glass puts itself back."""
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1 / glass.scale}
    await glass.lay()
    picture = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": True, "clip": clip}
    try:
        answer = await bound("long picture", glass.cdp.send("Page.captureScreenshot", picture))
    finally:
        await glass.touch()
    return base64.b64decode(answer["data"])
