"""What an emulated phone tells a page and a server of itself, through navigations."""

from __future__ import annotations

import pytest

from parcours.browser.apart import run_to_end
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings, browsers
from parcours.browser.sessions import open_session
from servers import serving

TELLS = """[navigator.platform.split(' ')[0], typeof navigator.userAgentData, navigator.maxTouchPoints, innerWidth,
  /iPhone/.test(navigator.userAgent), matchMedia('(pointer: coarse)').matches]"""
IPHONE = ["iPhone", "undefined", 5, 390, True, True]


@pytest.mark.parametrize(
    ("device", "told", "hints"),
    [
        ("iphone", IPHONE, set()),
        ("android", ["Linux", "object", 1, 412, False, True], {"sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform"}),
    ],
)  # fmt: skip
def test_a_phone_stays_itself_from_page_to_page(device: str, told: list[object], hints: set[str]) -> None:
    async def walked(url: str) -> list[tuple[list[object], set[str]]]:
        found = find_browser("chromium")
        seen = []
        async with browsers(LaneSettings(executable=found.executable, sandbox=found.sandbox)) as running:
            session = await open_session(await running.get("chromium"), device)
            for path in ("/", "/next"):
                answer = await session.page.goto(url + path)
                assert answer
                headers = await answer.request.all_headers()
                asked = {name for name in headers if name.startswith("sec-ch-")}
                seen.append((await session.page.evaluate(TELLS), asked))
            await session.close()
        return seen

    page = '<!doctype html><meta name=viewport content="width=device-width"><title>Boots</title>'
    with serving({"/": page, "/next": page}) as site:
        assert run_to_end(walked(site.url)) == [(told, hints), (told, hints)]
