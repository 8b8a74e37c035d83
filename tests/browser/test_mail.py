"""A mail is drawn as a phone's mail program draws it: no script runs, nothing but pictures is asked for."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack

import pytest
from playwright.async_api import Browser

from parcours.browser.launch import browsers
from parcours.browser.mail import Drawn, draw_mail
from parcours.facts.mail import read_mail
from parcours.running.proxy import Policy, Proxy
from parcours.running.run import lane_settings
from servers import Answer, Site, serving

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving({"/boot.png": Answer(PIXEL, headers={"Content-Type": "image/png"})}) as site:
        yield site


@pytest.fixture(scope="module")
def draw() -> Iterator[Callable[..., Drawn]]:
    """Draws a mail on a device, in one browser behind a run's own proxy for all tests of this file."""
    runner, open_things = asyncio.Runner(), AsyncExitStack()

    async def begin() -> Browser:
        proxy = await open_things.enter_async_context(Proxy(Policy(allow_private=True)))
        return await (await open_things.enter_async_context(browsers(lane_settings(), proxy.url))).get("chromium")

    def drawn(html: str, device: str = "android") -> Drawn:
        mail = read_mail(html.encode(), "spring.html")
        return thread.submit(runner.run, draw_mail(browser, device, mail.message, mail.html)).result(timeout=60)

    with ThreadPoolExecutor(1) as thread:
        browser = thread.submit(runner.run, begin()).result(timeout=60)
        yield drawn
        thread.submit(runner.run, open_things.aclose()).result(timeout=60)
        thread.submit(runner.close).result(timeout=60)


def test_nothing_runs_and_nothing_but_pictures_is_asked_for(draw: Callable[..., Drawn], site: Site) -> None:
    html = f"""<!doctype html><meta http-equiv=refresh content="0; url={site.url}/refresh">
    <link rel=stylesheet href="{site.url}/style.css"><script src="{site.url}/script.js"></script>
    <script>document.body.innerHTML = ''; new Image().src = '{site.url}/by-script.png'</script>
    <iframe src="{site.url}/frame"></iframe><object data="{site.url}/object"></object>
    <img src="{site.url}/boot.png" onload="location = '{site.url}/handler'">
    <form action="{site.url}/form"><p>Hello <a href="https://shop.example/">Boots</a>"""
    drawn = draw(html)
    assert site.asked == ["/boot.png"]
    assert drawn.message.links[0].spot
    assert drawn.message.gaps == ()
    assert drawn.picture[:4] == b"RIFF"


def test_links_have_their_places_and_sizes(draw: Callable[..., Drawn]) -> None:
    html = f"""<!doctype html><body style="margin: 0; font: 16px/20px sans-serif">
    <a style="display: block; width: 200px; height: 50px" href="https://shop.example/a">Boots</a>
    <a href="https://shop.example/b"><img src="data:image/png;base64,{base64.b64encode(PIXEL).decode()}" width=120 height=40 alt="Shoes"></a>
    <style>.gone {{ display: none }}</style><a class=gone href="https://shop.example/c">Gone</a>
    <a style="display: block; font-size: 10px" href="https://shop.example/a">Again</a>"""
    links = draw(html).message.links
    assert [(link.text, link.spot is not None, link.size) for link in links] == [
        ("Boots", True, 16),
        ("Shoes", True, 0),
        ("Gone", False, 0),
        ("Again", True, 10),
    ]
    assert links[0].spot == (0, 0, 200, 50)
    assert links[1].spot
    assert (links[1].spot.width, links[1].spot.height >= 40) == (120, True)


@pytest.mark.parametrize("device", ["iphone", "android"])
def test_a_mail_that_is_too_wide_is_shown_smaller(draw: Callable[..., Drawn], device: str) -> None:
    html = '<!doctype html><table width=824 style="font-size: 20px"><tr><td>Hello <a href="https://shop.example/">Boots</a></table>'
    message = draw(html, device).message
    wide = {"iphone": 390, "android": 412}[device]
    assert 0.4 < message.shrunk < 0.51
    assert message.links[0].size == round(20 * message.shrunk, 1)
    assert (message.legible, round(message.width)) == (0, wide)


def test_a_mail_that_fits_is_shown_as_it_is(draw: Callable[..., Drawn]) -> None:
    html = "<!doctype html><p style='font-size: 14px'>Hello</p><p style='font-size: 9px'>Small"
    message = draw(html).message
    assert (message.shrunk, message.legible) == (1, 0.5)


def test_a_picture_that_does_not_come_leaves_a_gap_in_the_mail_only(draw: Callable[..., Drawn]) -> None:
    drawn = draw("<!doctype html><img src='http://127.0.0.1:1/x.png'><a href='https://shop.example/'>Boots</a>")
    assert drawn.message.links[0].spot
    assert drawn.picture
