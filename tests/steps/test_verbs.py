"""Every verb in a real browser: what it does, what it costs, and what it says when a customer could not do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lanes import walked_on
from parcours.browser.launch import LaneSettings
from parcours.results import JourneyResult
from parcours.running.run import lane_settings
from parcours.running.supervisor import Lane
from servers import Answer, Site, serving

HEAD = (
    '<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width, initial-scale=1">'
)
HOME = (
    HEAD
    + """<style>a,button{display:inline-block;padding:16px;font-size:18px}</style>
<h1>Spring boots</h1>
<nav><a href="/help">Help and contact</a> <a href="/moved">Moved</a> <a href="/missing">Gone</a></nav>
<button onclick="late.hidden=false">Show more</button><p id=late hidden>More boots</p>
<button disabled>Sold out</button> <button id=covered style="position:absolute;top:400px">Covered</button>
<div style="position:absolute;top:380px;left:0;width:390px;height:90px;background:#fffd">A banner</div>
<p style="margin-top:360px"><label>Your size <input name=size></label></p>
<p style="margin-top:2000px">The very end</p>
<a href="/slow" data-testid="slow-link">Later</a>"""
)
PAGES = {
    "/": HOME,
    "/help": HEAD + '<h1>Help</h1><a style="padding:20px;display:inline-block" href="tel:+33465711234">Call us</a>',
    "/moved": Answer("", 302, {"Location": "/help"}),
    "/missing": Answer(HEAD + "<h1>Not here</h1>", 404),
    "/late": HEAD + "<h1>Wait</h1><script>setTimeout(() => history.pushState({}, '', '/boots'), 2500)</script>",
    "/slow": HEAD + "<h1>Wait</h1><script>setTimeout(() => document.body.append('Arrived'), 300)</script>",
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


@pytest.fixture
def walk(lane: Lane, site: Site, tmp_path: Path) -> Callable[..., JourneyResult]:
    """Walk these steps on an iPhone, from the shop's home page."""

    def walked(steps: str, start: str = "", lane: Lane = lane) -> JourneyResult:
        file = tmp_path / "walk.yaml"
        lines = "\n".join(f"  {line}" for line in steps.strip().splitlines())
        file.write_text(
            f"parcours: 1\nallow-private: [127.0.0.1]\n{start}\nstart:\n  link: {site.url}/\nsteps:\n{lines}\n"
        )
        return walked_on(lane, file, "iphone")

    return walked


def ended(result: JourneyResult) -> list[tuple[str, str]]:
    return [(step.ended, step.code) for step in result.steps[1:]]


@pytest.mark.parametrize(
    "steps",
    [
        '- see: "spring BOOTS"',
        '- not-see: "More boots"',
        '- tap: "Show more"\n- see: "More boots"',
        '- tap: "Help and contact"\n- expect-url: /help\n- see: "Call us"',
        '- tap: "Moved"\n- expect-url: /help',
        "- go: /late\n- expect-url: /boots",  # by script, when all is quiet
        '- tap: "slow-link"\n- wait: {for: "Arrived"}',
        '- type: {into: "Your size", text: "42"}',
        "- scroll: bottom\n- scroll: up\n- scroll: down\n- scroll: top",
        '- scroll: "The very end"',
        "- go: /help\n- go: back\n- expect-url: /\n- go: reload",
        "- find: call\n  within: 2 taps\n- go: back\n- expect-url: /help",
        "- find: contact",
        "- check: [viewport, web]\n- check: all\n  min-severity: major",
        '- screenshot: "The shop"\n- wait: 50 ms',
    ],
)
def test_what_a_customer_can_do_is_done(walk: Callable[..., JourneyResult], steps: str) -> None:
    result = walk(steps)
    assert {step.ended for step in result.steps} == {"done"}, [(step.says, step.reason) for step in result.steps]


@pytest.mark.parametrize(
    ("step", "code", "words"),
    [
        ('see: "Winter"\n  within: 100 ms', "element-missing", "“Winter” cannot be read on the page"),
        ('not-see: "Spring boots"\n  within: 100 ms', "element-present", "“Spring boots” can be read"),
        ('tap: "Buy"\n  within: 100 ms', "element-missing", "nothing on the page is called “Buy”"),
        ('tap: "Covered"\n  within: 100 ms', "action-covered", "“Covered” cannot be tapped: something lies over it"),
        ('tap: "Sold out"\n  within: 100 ms', "action-disabled", "“Sold out” is there, but switched off"),
        ('type: {into: "Name", text: x, within: 100 ms}', "element-missing", "no field on the page is called “Name”"),
        ('scroll: "Nowhere"\n  within: 100 ms', "element-missing", "the page has no text “Nowhere”"),
        ("go: back", "no-way-back", "there is no page to go back to"),
        ("go: http://127.0.0.1:1/", "blocked-port", "browsers refuse this port"),
        ('wait: {for: "Godot", time: 100 ms}', "element-missing", "waited 0.1 s in vain for “Godot”"),
        ("find: app", "not-found", "no app within 2 taps"),
        ("find: call\n  within: 1 tap", "not-found", "no call within 1 tap"),
        ("expect-url: /help\n  within: 100 ms", "wrong-url", "not /help"),
    ],
)
def test_what_a_customer_cannot_do_is_said(
    walk: Callable[..., JourneyResult], step: str, code: str, words: str
) -> None:
    result = walk(f'- {step}\n- see: "Spring boots"')
    assert ended(result) == [("blocked", code), ("skipped", "")]
    assert words in result.steps[1].reason


def test_a_blocked_step_ends_the_walk_and_not_the_judgement(walk: Callable[..., JourneyResult]) -> None:
    result = walk('- tap: "Help and contact"\n- tap: "Buy"\n  within: 50 ms')
    assert [page.url.rpartition("/")[2] for page in result.pages] == ["", "help"]
    assert {judgement.page for judgement in result.judgements} == {0, 1}


def test_an_error_page_within_the_walk_is_looked_at(walk: Callable[..., JourneyResult]) -> None:
    result = walk('- tap: "Gone"\n- see: "Not here"')
    assert [(f.rule, f.where.page) for f in result.findings if f.rule.startswith("landing/")] == [
        ("landing/not-found", 1)
    ]


def test_taps_keys_and_screens_are_counted(walk: Callable[..., JourneyResult]) -> None:
    result = walk('- tap: "Show more"\n- type: {into: "Your size", text: "42"}\n- scroll: down')
    tap, typed, scrolled = (step.effort for step in result.steps[1:])
    assert (tap.taps, tap.keys, typed.taps, typed.keys) == (1, 0, 1, 2)
    assert scrolled.scrolls == 1.0


def test_the_tap_that_leaves_the_browser_counts_too(walk: Callable[..., JourneyResult]) -> None:
    result = walk("- find: call\n  within: 2 taps")
    assert (result.steps[1].effort.taps, result.steps[1].notes[-1]) == (2, "leaves the browser for tel:+33465711234")


def test_more_than_is_allowed_fails_the_journey(walk: Callable[..., JourneyResult]) -> None:
    result = walk('- tap: "Show more"\n- tap: "Show more"', start="limits: {taps: 1}")
    assert (result.status.value, result.code) == ("failed", "over-limit")
    assert result.reason == "2 taps, where 1 is allowed"


def test_with_check_steps_pages_are_judged_there_only(walk: Callable[..., JourneyResult]) -> None:
    result = walk('- tap: "Help and contact"\n- check: viewport')
    judged = {
        (judgement.rule.partition("/")[0], judgement.page) for judgement in result.judgements if judgement.page == 1
    }
    assert judged == {("viewport", 1)}
    on_the_first = {j.rule.partition("/")[0] for j in result.judgements if j.page == 0}
    assert on_the_first <= {"qr", "entry", "redirect", "landing"}, "the way there is judged whatever is selected"


def test_a_page_is_judged_once_however_often_it_is_visited(walk: Callable[..., JourneyResult]) -> None:
    result = walk("- go: /help\n- go: back\n- go: /help")
    assert len(result.pages) == 2


def test_what_is_typed_is_in_nothing_that_is_left(walk: Callable[..., JourneyResult], tmp_path: Path) -> None:
    walk('- type: {into: "Your size", text: "s3cret-42"}\n- find: contact')
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "walk.yaml"]
    assert left
    assert [path for path in left if b"s3cret-42" in path.read_bytes()] == []


def test_a_trace_is_kept_when_it_is_asked_for(walk: Callable[..., JourneyResult], tmp_path: Path) -> None:
    found = lane_settings()
    with Lane(LaneSettings(found.executable, sandbox=found.sandbox, tracing="on")) as traced:
        walk('- see: "Spring boots"', lane=traced)
    assert [path.name for path in tmp_path.rglob("*.zip")] == ["trace.zip"]
