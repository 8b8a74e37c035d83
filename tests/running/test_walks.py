"""What pages do while they are walked, and what the walk makes of it."""

from __future__ import annotations

import os
import signal
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.browser.apart import run_to_end
from parcours.browser.launch import browsers
from parcours.browser.sessions import open_session
from parcours.browser.worlds import worlds
from parcours.results import JourneyResult
from parcours.running.jobs import Said
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.run import lane_settings
from parcours.running.supervisor import Heard, Lane
from parcours.steps import Blocked
from parcours.storage.journal import RunFolder
from servers import Answer, Site, serving

HEAD = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width">
<style>a, button { display: block; padding: 20px }</style><h1>Shop</h1>"""
PAGES = {
    "/shop": HEAD,
    "/new-window": HEAD + '<a target=_blank rel=noopener href="/offer">The offer</a>',
    "/opens": HEAD + "<button onclick=\"window.open('/offer')\">The offer</button>",
    "/opens-by-itself": HEAD + "<script>open('/offer')</script>",
    "/offer": HEAD + "<p>Boots for you</p>",
    "/covered": HEAD + '<button>Details</button><div style="position: fixed; inset: 0"></div>',
    "/code": Answer("", 301, {"Location": "/offer"}, {"iPhone": Answer("", 301, {"Location": "/"})}),
    "/": HEAD + "<p>Welcome</p>",
    "/search": HEAD + "<form><button>Search</button></form>",
    "/advertisements": HEAD
    + """<div id=place></div><script>setInterval(() => {
        place.textContent = '';
        const frame = document.createElement('iframe');
        frame.src = '/shop?' + Math.random();
        place.append(frame);
    }, 5)</script>""",
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


def ignore(_job: object, _said: Said) -> None:
    pass


def walk(
    lane: Lane, tmp_path: Path, url: str, steps: str, heard: Heard = ignore, device: str = "android"
) -> JourneyResult:
    file = tmp_path / "walk.yaml"
    steps = textwrap.indent(textwrap.dedent(steps).strip(), "  ")
    file.write_text(f"parcours: 1\nname: A walk\nallow-private: [127.0.0.1]\nstart:\n  link: {url}\nsteps:\n{steps}\n")
    folder = RunFolder.create(tmp_path)
    (job,) = jobs_for(load_scenario(file), (device,), folder)
    folder.journey(*job.place.split("/"))
    return lane.run(job, heard)


def ends(result: JourneyResult) -> list[tuple[str, str]]:
    return [(step.ended, step.code) for step in result.steps]


def test_a_step_for_other_phones_is_left_out_and_the_walk_goes_on(lane: Lane, site: Site, tmp_path: Path) -> None:
    steps = """
        - see: {text: Only Apple shows this, within: 0 s}
          only-on: iphone
        - see: Shop
          only-on: [android, iphone]
        - wait
        """
    result = walk(lane, tmp_path, f"{site.url}/shop", steps)
    assert [(s.ended, s.code, s.reason) for s in result.steps] == [
        ("done", "", ""),
        ("skipped", "only-on", "only on iPhone"),
        ("done", "", ""),
        ("done", "", ""),
    ]
    assert (result.code, result.brand) == ("", "127.0.0.1")


@pytest.mark.parametrize("path", ["new-window", "opens"])
def test_a_tap_that_opens_a_window_leads_there_and_back(lane: Lane, site: Site, tmp_path: Path, path: str) -> None:
    result = walk(lane, tmp_path, f"{site.url}/{path}", "- tap: The offer\n- see: Boots for you\n- go: back")
    assert ends(result) == [("done", "")] * 4, result.reason
    assert [shown.url for shown in result.pages] == [f"{site.url}/{path}", f"{site.url}/offer"]
    assert result.steps[1].notes == ("opens in a new window",)


def test_a_window_that_nobody_asked_for_is_not_followed(lane: Lane, site: Site, tmp_path: Path) -> None:
    result = walk(lane, tmp_path, f"{site.url}/opens-by-itself", "- not-see: {text: Boots for you, within: 0 s}")
    assert ends(result) == [("done", "")] * 2, result.reason
    assert [shown.url for shown in result.pages] == [f"{site.url}/opens-by-itself"]


def test_a_covered_button_is_covered_however_long_one_waits(lane: Lane, site: Site, tmp_path: Path) -> None:
    result = walk(lane, tmp_path, f"{site.url}/covered", "- tap: {name: Details, within: 16 s}")
    assert ends(result) == [("done", ""), ("blocked", "action-covered")], result.reason


def test_frames_that_come_and_go_do_not_hide_the_page(site: Site) -> None:
    async def seen() -> set[str]:
        async with browsers(lane_settings()) as running:
            session = await open_session(await running.get("chromium"), "android")
            await session.page.goto(f"{site.url}/advertisements")
            return {(await worlds(session.page, session.cdp))[0][0].url for _ in range(20)}

    assert run_to_end(seen()) == {f"{site.url}/advertisements"}


def test_there_is_a_way_back_to_a_page_of_the_same_address(lane: Lane, site: Site, tmp_path: Path) -> None:
    result = walk(lane, tmp_path, f"{site.url}/search?", "- tap: Search\n- tap: Search\n- go: back")
    assert ends(result) == [("done", "")] * 4, result.reason


def renderers(of: int) -> Iterator[int]:
    """The page processes below a process."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            renders = b"--type=renderer" in (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == of:
            if renders:
                yield int(entry.name)
            yield from renderers(int(entry.name))


@pytest.mark.skipif(sys.platform != "linux", reason="the page's process is found in /proc")
def test_a_page_that_crashed_shows_nothing_and_hides_nothing(lane: Lane, site: Site, tmp_path: Path) -> None:
    def crash_the_page(_job: object, said: Said) -> None:
        if said.kind == "page":
            assert lane._process
            for pid in renderers(lane._process.pid):
                os.kill(pid, signal.SIGKILL)

    steps = "- wait: 1 s\n- not-see: Sold out"
    result = walk(lane, tmp_path, f"{site.url}/shop", steps, crash_the_page)
    assert ends(result)[-1] == ("blocked", "page-crashed"), result.reason


def test_a_browser_that_opens_no_page_is_no_fault_of_the_page() -> None:
    async def opened_in_a_closed_browser() -> str:
        async with browsers(lane_settings()) as running:
            browser = await running.get("chromium")
            await running.close()
            with pytest.raises(Blocked) as blocked:
                await open_session(browser, "iphone")
            return blocked.value.code

    assert run_to_end(opened_in_a_closed_browser()) == "tool-browser"


def test_a_code_that_leads_phones_to_the_home_page_and_others_to_the_offer_is_told(
    lane: Lane, site: Site, tmp_path: Path
) -> None:
    result = walk(lane, tmp_path, f"{site.url}/code", "- see: Welcome", device="iphone")
    told = {
        (f.rule, f.aspect, f.severity.value) for f in result.findings if f.rule.startswith(("redirect/", "landing/"))
    }
    assert told == {("redirect/to-desktop", "home", "blocker"), ("redirect/device-diff", "vary", "minor")}
