"""The phone's glass: how large it is, and that fingers touch it, set back where looking at the page changed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parcours.browser.bound import bound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.async_api import CDPSession

UPRIGHT = {"angle": 0, "type": "portraitPrimary"}
LYING = {"angle": 90, "type": "landscapePrimary"}
DESK = {"angle": 0, "type": "landscapePrimary"}


@dataclass(frozen=True)
class Glass:
    """A device's metrics, spoken of in a DevTools session of their own.

    Chromium remembers emulation for each session apart. What takes a picture beyond the screen puts back what its own
    session had set, and nothing where that had set nothing: the page is then laid out as on a desk from there on.
    A session that has set metrics pictures in device pixels; the session that pictures screens must not be this one.
    """

    cdp: CDPSession
    width: int
    height: int
    scale: float
    mobile: bool
    screen: tuple[int, int]
    fingers: int = 0  # touch points; 0 for a device without touch

    async def lay(self, width: int = 0) -> None:
        """Make the glass as wide as the device, or `width` CSS pixels. Raises Playwright's Error, Overrun."""
        wide, high = self.screen
        metrics: dict[str, Any] = {
            "width": width or self.width,
            "height": self.height,
            "deviceScaleFactor": self.scale,
            "mobile": self.mobile,
            "screenWidth": min(width or wide, wide),
            "screenHeight": high,
            "screenOrientation": (LYING if self.width > self.height else UPRIGHT) if self.mobile else DESK,
        }
        await bound("the glass", self.cdp.send("Emulation.setDeviceMetricsOverride", metrics))

    async def touch(self) -> None:
        """Have the page believe in fingers again (`hover: none`), which pictures beyond the screen make it forget."""
        if self.fingers:
            touch = {"enabled": True, "maxTouchPoints": self.fingers}
            await bound("touch", self.cdp.send("Emulation.setTouchEmulationEnabled", touch))


def glass(cdp: CDPSession, described: Mapping[str, Any], fingers: int) -> Glass:
    """The glass of a device as Playwright describes it."""
    size = described["viewport"]
    whole = described.get("screen") or size
    return Glass(
        cdp,
        size["width"],
        size["height"],
        described["device_scale_factor"],
        bool(described.get("is_mobile")),
        (whole["width"], whole["height"]),
        fingers if described.get("has_touch") else 0,
    )
