"""A picture that reaches beyond the screen leaves the page on the phone that it was on."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from parcours.browser.shots import long_picture, screen
from parcours.findings import Verdict
from parcours.testing import Example, Lab

DEVICE_WIDTH = '<meta name="viewport" content="width=device-width, initial-scale=1">'
LONG = '<p>hello<div style="height:3000px"></div>'
WIDE = DEVICE_WIDTH + '<div style="height:3000px;width:800px"></div>'
LIKENESS = """[innerWidth, innerHeight, document.documentElement.clientWidth, visualViewport.scale,
  screen.width, screen.height, devicePixelRatio, navigator.maxTouchPoints,
  matchMedia('(hover: none)').matches, matchMedia('(pointer: coarse)').matches]"""


def size(webp: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(webp)).size


@pytest.mark.parametrize("device", ["iphone", "android"])
@pytest.mark.parametrize(("html", "width"), [(LONG, 980), (DEVICE_WIDTH + LONG, 300), (WIDE, 808)])
def test_a_long_picture_changes_nothing_for_the_page(lab: Lab, device: str, html: str, width: int) -> None:
    lab.look(Example("page", "<!doctype html>" + html, Verdict.PASSED, device=device), {"frames"})
    session = lab._sessions[device]

    def asked() -> Any:
        return lab._wait(session.page.evaluate(LIKENESS))

    lab._wait(session.page.evaluate("scrollTo(0, 500)"))
    before = asked()
    picture, ending, wide, high = lab._wait(long_picture(session, width, 2000))
    assert (size(picture), ending, wide, high) == ((width, 2000), "webp", width, 2000)
    assert asked() == before
    assert lab._wait(session.page.evaluate("scrollY")) == pytest.approx(500, abs=1)
    shown, _ = lab._wait(screen(session.page, session.cdp))
    assert size(shown) == (session.device.width, session.device.height)
