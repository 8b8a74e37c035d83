"""A page that is looked at again says only what has changed, and axe-core says no less for being asked less."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from parcours.browser.again import look_again
from parcours.browser.apart import run_to_end
from parcours.browser.axe import _OPTIONS, run_axe, source
from parcours.browser.collect import Seen, collect_frames
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings, browsers
from parcours.browser.sessions import Session, open_session
from parcours.browser.snapshot import take_snapshot
from parcours.facts.model import AppLinks

HEAD = '<!doctype html><html lang=en><title>Boots</title><meta name=viewport content="width=device-width">'
PAGE = HEAD + '<main><h1>Boots</h1><p id=words>By hand</p><iframe srcdoc="<p>Chat</p>" title=Chat></iframe></main>'

# Links in text: underlined; told by their colour alone, badly and well; with something drawn before them. Targets:
# large; small and close together; small, with room around.
BARRIERS = """<style>p { color: #000 } .plain { text-decoration: none } #badly { color: #222 } #well { color: #e00 }
#drawn { color: #222 } #drawn::before { content: "›" }
button { border: 0; padding: 0; font-size: 4px; width: 12px; height: 12px }
#large { width: 60px; height: 60px } #alone { margin: 60px; display: block }</style><main><h1>Boots</h1>
<p>Made by hand, <a id=underlined href=/a>read about it</a>, ask.</p>
<p>Made by hand, <a id=badly class=plain href=/b>read about it</a>, ask.</p>
<p>Made by hand, <a id=well class=plain href=/c>read about it</a>, ask.</p>
<p>Made by hand, <a id=drawn class=plain href=/d>read about it</a>, ask.</p>
<button id=large>A</button><button id=near>B</button><button id=nearer>C</button><button id=alone>D</button></main>"""
OURS = ("target-size", "link-in-text-block")

PLAINLY = """
axe.run(document, %s).then((found) => JSON.stringify([['violation', found.violations], ['incomplete', found.incomplete]]
  .flatMap(([outcome, list]) => list.flatMap((rule) => rule.nodes.map(
    (node) => [rule.id, outcome, node.target.join(' '), node.failureSummary])))))
"""


@asynccontextmanager
async def phone(html: str) -> AsyncIterator[Session]:
    found = find_browser("chromium")
    async with browsers(LaneSettings(executable=found.executable, sandbox=found.sandbox)) as running:
        session = await open_session(await running.get("chromium"), "iPhone 13")
        await session.page.set_content(html)
        yield session
        await session.close()


def test_what_has_not_changed_is_not_told_again() -> None:
    async def looked() -> None:
        async with phone(PAGE) as session:
            page, cdp, key, seen = session.page, session.cdp, session.key, Seen()
            _, first, _ = await collect_frames(page, cdp, key, seen)
            _, anew, _ = await collect_frames(page, cdp, key, seen)
            assert anew[0].elements is not first[0].elements
            _, same, _ = await collect_frames(page, cdp, key, seen, again=True)
            assert [frame.elements is before.elements for frame, before in zip(same, anew, strict=True)] == [True] * 2
            await page.evaluate("words.textContent = 'By machine'")
            _, other, _ = await collect_frames(page, cdp, key, seen, again=True)
            assert [frame.elements is before.elements for frame, before in zip(other, same, strict=True)] == [
                False,
                True,
            ]
            assert [e.text for e in other[0].elements if e.address == "#words"] == ["By machine"]
            # A look that nobody kept comes in between: what was said last is not what is remembered.
            await page.evaluate("words.textContent = 'By hand'")
            await collect_frames(page, cdp, key, Seen())
            _, back, _ = await collect_frames(page, cdp, key, seen, again=True)
            assert [e.text for e in back[0].elements if e.address == "#words"] == ["By hand"]

    run_to_end(looked())


def test_a_page_that_stays_comes_back_itself() -> None:
    async def looked() -> None:
        async with phone(PAGE) as session:
            first = await take_snapshot(session, AppLinks(), axe=lambda page: page.title == "Boots")
            assert first.axe
            assert await look_again(session, first, 0, axe=True) is first
            await session.page.evaluate("words.textContent = 'By machine'")
            second = await look_again(session, first, 0, axe=True)
            assert second
            assert second.main.elements != first.main.elements

    run_to_end(looked())


def test_axe_core_says_what_it_says_when_every_check_is_asked() -> None:
    async def looked() -> None:
        async with phone(HEAD + BARRIERS) as session:
            asked, frames, _ = await collect_frames(session.page, session.cdp, session.key)
            plainly = f"{source()};{PLAINLY % json.dumps(_OPTIONS)}"
            wanted = {tuple(each) for each in json.loads(await asked[0].run(plainly, 30))}
            for _ in range(2):  # what was known in one run must not be believed in the next
                axe = await run_axe(asked, frames)
                assert axe
                found = {(r.id, r.outcome, node.target, node.summary) for r in axe.results for node in r.nodes}
                assert found == wanted
            assert {(rule, outcome, target) for rule, outcome, target, _ in wanted if rule in OURS} == {
                ("link-in-text-block", "violation", "#badly"),
                ("link-in-text-block", "incomplete", "#drawn"),
                ("target-size", "violation", "#near"),
                ("target-size", "violation", "#nearer"),
            }

    run_to_end(looked())
