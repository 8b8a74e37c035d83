"""What a walk costs the customer: every count on a little site of known sizes."""

from __future__ import annotations

import io
import random
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from lanes import walked_on
from parcours.results import JourneyResult, Status
from parcours.running.outcome import over_limits
from parcours.running.supervisor import Lane
from parcours.scenario.model import Limits
from parcours.trace import Effort
from servers import Answer, Site, serving

HEAD = (
    '<!doctype html><html lang=en><title>Shop</title><link rel=icon href="data:,">'
    '<meta name=viewport content="width=device-width, initial-scale=1">'
    "<style>body{margin:0}a,button,input{display:block;height:60px;font-size:18px}h1{margin:0;height:60px}</style>"
)


def noise(width: int) -> bytes:
    """A square picture that no compression makes smaller: a browser stops loading what it cannot decode."""
    kept = io.BytesIO()
    Image.frombytes("RGB", (width, width), random.Random(1).randbytes(3 * width * width)).save(kept, "PNG")
    return kept.getvalue()


BIG = noise(256)


def down(screens: float, what: str) -> str:
    """Something of 60 pixels' height that ends so many screens below the first one."""
    return f"<h1>Boots</h1><div style='height:calc({1 + screens}*100vh - 120px)'></div>{what}<div style='height:300vh'></div>"


PAGES = {
    "/": HEAD + "<h1>Boots</h1><a href=/one>One</a><a href=/hop>Hop</a><a href=/chain>Chain</a>"
    "<label>Name <input></label><button>Nothing</button>",
    "/one": HEAD + "<h1>One</h1>",
    "/hop": Answer("", 302, {"Location": "/one"}),
    "/chain": Answer("", 302, {"Location": "/refresh"}),
    "/refresh": HEAD + "<meta http-equiv=refresh content='0; url=/script'>",
    "/script": HEAD + "<script>location.replace('/hop')</script>",
    "/low": HEAD + down(2, "<a href=/one>One</a>"),
    "/field": HEAD + down(1, "<label>Name <input></label>"),
    "/near": HEAD + down(0, "<a href=/one>One</a>"),
    "/cookies": HEAD + "<h1>Boots</h1><div role=dialog id=c style='position:fixed;bottom:0;left:0;right:0;height:200px;"
    "background:#fff'>We use cookies with our partners.<button onclick='c.remove()'>Accept all</button>"
    "<button onclick='c.remove()'>Reject all</button></div>",
    "/search": HEAD + "<h1>Boots</h1><a href=/wrong>Help for boots</a><a href=/call>Customer service</a>",
    "/wrong": HEAD + "<h1>Nobody</h1><img src=/big width=10 height=10 alt=''>",
    "/call": HEAD + "<h1>Us</h1><a href='tel:+33465711234'>04 65 71 12 34</a>",
    "/big": Answer(BIG, headers={"Content-Type": "image/png"}),
    "/heavy": HEAD + "<h1>Boots</h1><img src=/big width=10 height=10 alt=''><a href=/one>One</a>",
    "/late": HEAD + "<h1>Boots</h1><script>setTimeout(() => document.body.append('Here it is'), 1200)</script>",
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


Walked = Callable[..., JourneyResult]


@pytest.fixture
def walk(lane: Lane, site: Site, tmp_path: Path) -> Walked:
    """Walk from that page on; judged by next to nothing, to be quick."""

    def walked(path: str, *steps: str, device: str = "android", header: str = "") -> JourneyResult:
        file = tmp_path / "walk.yaml"
        lines = textwrap.indent("\n".join((*steps, "- check: landing/tls")), "  ")
        head = f"parcours: 1\nallow-private: [127.0.0.1]\n{header}\n"
        file.write_text(f"{head}start:\n  link: {site.url}{path}\nsteps:\n{lines}\n")
        result = walked_on(lane, file, device)
        assert [step.reason for step in result.steps if step.ended != "done"] == []
        return result

    return walked


def test_a_walk_costs_what_its_steps_cost(walk: Walked) -> None:
    result = walk("/", "- tap: Nothing", '- type: {into: Name, text: "42 rue"}', "- tap: One", "- go: back")
    counted = [(step.effort.taps, step.effort.keys, step.effort.hops) for step in result.steps]
    assert counted == [(0, 0, 0), (1, 0, 0), (1, 6, 0), (1, 0, 0), (0, 0, 0), (0, 0, 0)]
    assert (result.effort.taps, result.effort.keys, result.effort.hops) == (3, 6, 0)
    assert result.effort.ms == sum(step.effort.ms for step in result.steps)
    assert result.effort.bytes >= sum(step.effort.bytes for step in result.steps) > 0


@pytest.mark.parametrize(
    ("tap", "hops"),
    [("One", 0), ("Hop", 1), ("Chain", 4)],
    ids=["a page that is simply there", "a redirect", "redirect, refresh, script, redirect"],
)
def test_every_address_that_sends_the_customer_on_is_a_hop(walk: Walked, tap: str, hops: int) -> None:
    tapped = walk("/", f"- tap: {tap}")
    assert tapped.steps[1].effort.hops == hops
    assert tapped.effort.hops == hops


def test_hops_before_the_first_page_count_and_a_tap_that_leads_nowhere_repeats_none(walk: Walked) -> None:
    result = walk("/hop", "- see: One", "- go: /", "- tap: Nothing")
    assert [step.effort.hops for step in result.steps] == [1, 0, 0, 0, 0]


@pytest.mark.parametrize("device", ["android", "iphone"])
@pytest.mark.parametrize(("path", "screens"), [("/near", 0.0), ("/low", 2.0)])
def test_the_way_down_to_what_is_tapped_is_counted_in_screens(
    walk: Walked, path: str, screens: float, device: str
) -> None:
    result = walk(path, "- tap: One", device=device)
    assert [step.effort.scrolls for step in result.steps] == [0.0, screens, 0.0]


def test_the_way_down_to_a_field_counts_and_a_page_that_begins_at_its_top_costs_nothing(walk: Walked) -> None:
    result = walk(
        "/field", "- type: {into: Name, text: x}", "- go: /low", "- scroll: down", "- scroll: down", "- tap: One"
    )
    assert [step.effort.scrolls for step in result.steps] == [0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0]


def test_the_answer_to_the_question_about_cookies_is_a_tap(walk: Walked) -> None:
    assert walk("/cookies").steps[0].effort.taps == 1
    assert walk("/cookies", header="consent: ignore").steps[0].effort.taps == 0


def test_a_search_costs_the_way_that_leads_there_and_nothing_of_what_was_tried(walk: Walked, site: Site) -> None:
    result = walk("/search", "- find: call")
    found = result.steps[1].effort
    assert "/wrong" in site.asked
    assert "/big" in site.asked
    assert (found.taps, found.hops, found.scrolls) == (2, 0, 0.0)
    assert 0 < found.bytes < len(BIG)
    assert result.effort.bytes < len(BIG)
    direct = walk("/search", "- tap: Customer service")
    assert abs(found.bytes - direct.steps[1].effort.bytes) < 2000


def test_what_all_pages_load_is_counted_once(walk: Walked) -> None:
    result = walk("/heavy", "- tap: One")
    assert len(BIG) < result.effort.bytes < len(BIG) + 20_000
    first, second = result.pages
    assert first.bytes > len(BIG) > second.bytes
    assert abs(first.bytes + second.bytes - result.effort.bytes) < 2000


def test_seconds_are_what_is_waited_for_and_not_what_looking_takes(walk: Walked) -> None:
    result = walk("/late", "- wait: {for: Here it is}", "- wait: 200 ms", '- screenshot: "The page"')
    assert result.steps[2].effort.ms >= 200
    assert result.steps[3].ms > result.steps[3].effort.ms == 0
    assert result.effort.ms < result.ms


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("limits: {keys: 3}", ""),
        ("limits: {keys: 2}", "3 characters typed, where 2 are allowed"),
        ("limits: {hops: 1}", ""),
        ("limits: {hops: 0}", "1 redirect, where 0 are allowed"),
        ("limits: {screens: 1 screen}", ""),
        ("limits: {screens: 0.5}", "1.0 screens scrolled, where 0.5 are allowed"),
    ],
)
def test_each_cost_can_be_limited(walk: Walked, header: str, reason: str) -> None:
    result = walk("/hop", "- go: /field", "- type: {into: Name, text: abc}", header=header)
    assert (result.code, result.reason) == (("over-limit", reason) if reason else ("", ""))
    assert result.status is (Status.FAILED if reason else Status.PASSED)


def test_all_that_is_over_is_said_at_once() -> None:
    spent = Effort(taps=3, keys=2, scrolls=1.24, hops=2, bytes=3_000_000)
    limits = Limits(taps=1, keys=1, screens=1, hops=1, bytes=1_000_000, landing=1)
    assert list(over_limits(limits, spent, 1.5)) == [
        "3 taps, where 1 is allowed",
        "1.5 s to the first page, where 1 s are allowed",
        "3.00 MB, where 1 MB are allowed",
        "2 characters typed, where 1 is allowed",
        "2 redirects, where 1 is allowed",
        "1.2 screens scrolled, where 1 is allowed",
    ]
    assert list(over_limits(Limits(), spent, 1.5)) == []
