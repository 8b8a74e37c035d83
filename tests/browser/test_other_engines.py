"""WebKit and Firefox have no DevTools protocol: their way of looking is tried here in Chromium without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parcours.browser.sessions import device_facts
from parcours.browser.shots import long_picture, screen
from parcours.facts.model import PageSnapshot
from parcours.findings import Verdict
from parcours.running.planning import engine
from parcours.testing import Example, Lab

PAGE = """<!doctype html><html lang=en><title>Shop</title>
<meta name=viewport content="width=device-width, initial-scale=1">
<h1>Boots</h1><p style="color:#ccc;background:#fff">pale</p><a href="tel:+33465711234">Call</a>
<iframe src="https://other.example/" title=inner></iframe>
<script>navigator.setAppBadge && navigator.setAppBadge(1)</script>"""
OTHERS = {"https://other.example/": "<button>across</button>"}


@pytest.fixture(scope="module")
def plain() -> Iterator[Lab]:
    """A lab whose browser is asked through Playwright's own `evaluate` only."""
    with Lab() as lab:
        lab.look(Example("warm", "<p>hello</p>", Verdict.PASSED))
        lab._sessions["iphone"].cdp = lab._sessions["iphone"].glass = None
        yield lab


def seen(page: PageSnapshot) -> list[tuple[str, str, bool]]:
    return [(element.address, element.name, element.visible) for element in page.elements()]


def test_the_facts_are_the_same(lab: Lab, plain: Lab) -> None:
    example = Example("page", PAGE, Verdict.PASSED, others=OTHERS)
    with_devtools, without = lab.look(example, {"axe"}), plain.look(example, {"axe"})
    assert seen(without) == seen(with_devtools)
    assert without.main.prompts == with_devtools.main.prompts
    assert without.main.layout_width == with_devtools.main.layout_width == 390


def test_axe_looks_too(lab: Lab, plain: Lab) -> None:
    example = Example("page", PAGE, Verdict.PASSED, others=OTHERS)
    found = [lab_.look(example, {"axe"}).axe for lab_ in (lab, plain)]
    assert found[0]
    assert found[1]
    assert {result.id for result in found[1].results} == {result.id for result in found[0].results} >= {"html-has-lang"}


def test_pictures_are_taken(plain: Lab) -> None:
    session = plain._sessions["iphone"]
    shot, ending = plain._wait(screen(session.page, None))
    assert (ending, shot[:3]) == ("jpg", b"\xff\xd8\xff")
    long, ending, width, height = plain._wait(long_picture(session, 390, 900))
    assert (ending, width, height, long[:3]) == ("jpg", 390, 900, b"\xff\xd8\xff")


def test_an_iphone_in_webkit_is_native_and_in_chromium_emulated() -> None:
    assert device_facts("iphone", "webkit", "26.4").engine.fidelity == "native"
    assert device_facts("iphone", "chromium", "156.0").engine.fidelity == "emulated"
    assert device_facts("android", "chromium", "156.0").engine.fidelity == "native"
    assert device_facts("iphone", "webkit", "26.4").id == "iphone-webkit"


def test_an_engine_that_is_asked_for_is_taken() -> None:
    assert (engine("iphone", "webkit").fidelity, engine("android", "webkit").fidelity) == ("native", "emulated")
