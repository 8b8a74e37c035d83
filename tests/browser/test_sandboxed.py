"""Pages and frames in a sandbox without scripts have no timers, and are looked at all the same; nothing is fetched again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parcours.browser.apart import run_to_end
from parcours.browser.launch import browsers
from parcours.browser.probing import fitting
from parcours.browser.sessions import Session, open_session
from parcours.browser.settle import has_timers, settled
from parcours.browser.snapshot import take_snapshot
from parcours.browser.worlds import worlds
from parcours.facts.model import AppLinks, PageSnapshot
from parcours.running.run import lane_settings
from servers import Answer, Site, serving

HEAD = '<!doctype html><html lang=en><title>Boots</title><meta name=viewport content="width=device-width">'
PICTURE = HEAD + "<main><h1>Boots</h1><img src=/boot.png width=200 height=100></main>"
FRAMES = "".join(f'<iframe {kind} title=Advertisement src="/framed"></iframe>' for kind in ("sandbox", "", "sandbox"))


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    sandboxed = {"Content-Type": "text/html", "Content-Security-Policy": "sandbox"}
    pages: dict[str, Answer | str] = {
        "/sandboxed": Answer(PICTURE, headers=sandboxed),
        "/frames": HEAD + f"<main><h1>Boots</h1>{FRAMES}</main>",
        "/framed": PICTURE,
        "/style.css": Answer("h1 { color: #000 }", headers={"Content-Type": "text/css", "Cache-Control": "no-store"}),
    }
    with serving(pages) as site:
        elsewhere = f"<link rel=stylesheet href='//localhost:{site.port}/style.css'>"
        pages["/styled"] = HEAD + elsewhere + "<main><h1>Boots</h1></main>"
        yield site


async def opened(site: Site, path: str) -> tuple[PageSnapshot, bool, bool, str]:
    """The page; whether it came to rest, whether it has timers, how it lies on a narrow screen."""
    async with browsers(lane_settings()) as running:
        session: Session = await open_session(await running.get("chromium"), "iphone")
        await session.page.goto(f"{site.url}{path}")
        asked, _ = await worlds(session.page, session.cdp)
        quiet = await settled(asked[0])
        page = await take_snapshot(session, AppLinks(), axe=True)
        world = await fitting.remember(session.page, session.cdp)
        narrow = await fitting.narrowed(session, world, page)
        return page, quiet, has_timers(asked[0]), f"{narrow.layout_width:.0f}"


def without_alternative(page: PageSnapshot) -> list[int]:
    return [result.frame for result in page.axe.results if result.id == "image-alt"] if page.axe else []


def test_a_page_without_timers_is_at_rest_and_looked_at_by_all(site: Site) -> None:
    page, quiet, timers, narrow = run_to_end(opened(site, "/sandboxed"))
    assert (quiet, timers, narrow) == (True, False, "320")
    assert without_alternative(page) == [0]


def test_axe_core_looks_into_frames_that_may_not_run_scripts_and_into_those_beside(site: Site) -> None:
    page, quiet, timers, _ = run_to_end(opened(site, "/frames"))
    assert (quiet, timers) == (True, True)
    assert without_alternative(page) == [1, 2, 3]
    assert page.axe
    assert page.axe.failed == ()


def test_a_style_sheet_of_another_host_is_not_asked_for_again(site: Site) -> None:
    site.asked.clear()
    page, *_ = run_to_end(opened(site, "/styled"))
    assert page.axe
    assert site.asked.count("/style.css") == 1
