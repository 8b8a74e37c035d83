"""Pictures of the screen, at CSS pixels: a quarter of the cost of device pixels, and enough for a report."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from parcours.browser.bound import Overrun, bound

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

QUALITY = 72
TALLEST = 4000.0  # CSS pixels of a long picture
WIDEST = 1400.0


async def screen(page: Page, cdp: CDPSession | None) -> tuple[bytes, str]:
    """What the phone shows now, and the file's ending; no bytes when the page could not be pictured."""
    from playwright.async_api import Error

    try:
        if cdp is None:
            shot = page.screenshot(type="jpeg", quality=QUALITY, scale="css", animations="allow")
            return await bound("screenshot", shot), "jpg"
        # CDP does not wait for fonts that never come, as Playwright's screenshot does.
        answer = await bound("screenshot", cdp.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY}))
        return base64.b64decode(answer["data"]), "webp"
    except (Error, Overrun):
        return b"", ""


async def long_picture(
    page: Page, cdp: CDPSession | None, width: float, height: float
) -> tuple[bytes, str, float, float]:
    """The page from its top: bytes, file ending, and the width and height pictured, in CSS pixels."""
    from playwright.async_api import Error

    width, height = min(width, WIDEST), min(height, TALLEST)
    try:
        if cdp is None:
            clip = {"x": 0.0, "y": 0.0, "width": width, "height": height}
            shot = page.screenshot(type="jpeg", quality=QUALITY, scale="css", full_page=True, clip=clip)  # type: ignore[arg-type]
            return await bound("long picture", shot), "jpg", width, height
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        answer = await bound(
            "long picture",
            cdp.send(
                "Page.captureScreenshot",
                {"format": "webp", "quality": QUALITY, "captureBeyondViewport": True, "clip": clip},
            ),
        )
        return base64.b64decode(answer["data"]), "webp", width, height
    except (Error, Overrun):
        return b"", "", 0, 0
