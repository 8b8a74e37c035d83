"""Trying a page out must leave it as it was, and say so when it could not."""

from __future__ import annotations

from typing import Any

import pytest

from parcours.facts.model import PageSnapshot
from parcours.findings import Verdict
from parcours.testing import Example, Lab

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
WITNESS = """<script>
window.heard = [];
addEventListener('load', () => requestAnimationFrame(() => {
  new MutationObserver(() => heard.push('mutation')).observe(document, { subtree: true, childList: true, attributes: true });
  addEventListener('resize', () => heard.push('resize ' + document.documentElement.clientWidth));
}));
</script>"""
NARROW_BOX = '<div style="overflow:hidden;height:20px;width:160px">Make an appointment</div>'


def tried(lab: Lab, html: str, facets: set[str], **more: Any) -> PageSnapshot:
    return lab.look(Example("page", "<!doctype html>" + VIEWPORT + html, Verdict.PASSED, **more), facets)


def asked(lab: Lab, script: str) -> Any:
    return lab._wait(lab._sessions["iphone"].page.evaluate(script))


def test_larger_text_is_looked_at_beneath_the_pages_notice(lab: Lab) -> None:
    page = tried(lab, WITNESS + NARROW_BOX, {"enlarged"})
    assert page.enlarged
    assert len(page.enlarged.elements) == len(page.main.elements)
    after = "[heard, document.adoptedStyleSheets.length, getComputedStyle(document.querySelector('div')).fontSize]"
    assert asked(lab, after) == [[], 0, "16px"]


def test_a_page_that_keeps_fitting_costs_no_second_collection(lab: Lab) -> None:
    page = tried(lab, "<p>hello</p>", {"enlarged", "reflow"})
    assert page.enlarged
    assert page.reflow
    assert (page.enlarged.elements, page.reflow.elements) == ((), ())
    assert (page.enlarged.layout_width, page.reflow.layout_width) == (390, 320)


def test_a_narrow_screen_is_made_wide_again(lab: Lab) -> None:
    page = tried(lab, WITNESS + '<p style="width:361px">hello</p>', {"reflow"})
    assert page.reflow
    assert page.reflow.content_width == 369
    assert page.gaps == ()
    assert asked(lab, "[heard, innerWidth, innerHeight, devicePixelRatio, screen.width, screen.height]") == [
        ["resize 320", "resize 390"],
        390,
        664,
        3,
        390,
        844,
    ]


@pytest.mark.parametrize("script", ["document.body.style.width = '900px'", "b.hidden = false"])
def test_a_page_that_does_not_come_back_is_not_judged_by_it(lab: Lab, script: str) -> None:
    page = tried(
        lab,
        f'<p id=b hidden style="width:900px">hello</p><script>onresize = () => {{ if (innerWidth < 390) {script} }}</script>',
        {"reflow"},
    )
    assert page.reflow is None
    assert "reflow" not in page.facets
    assert len(page.gaps) == 1


def test_what_nobody_asks_for_is_not_tried(lab: Lab) -> None:
    page = tried(lab, WITNESS + NARROW_BOX, {"frames", "axe"})
    assert (page.enlarged, page.reflow) == (None, None)
    assert not page.facets & {"enlarged", "reflow"}
    assert asked(lab, "heard") == []


def test_a_page_of_another_width_has_nothing_to_compare(lab: Lab) -> None:
    example = Example("page", WITNESS + "<p>desktop</p>", Verdict.PASSED)
    page = lab.look(example, {"enlarged", "reflow"})
    assert (page.enlarged, page.reflow) == (None, None)
    assert page.facets >= {"enlarged", "reflow"}
    assert asked(lab, "heard") == []


BUTTON = "<button type=button>Opening hours</button>"


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ('<script src="https://cdn.example/app.js"></script>' + BUTTON, "1 of its scripts did not come"),
        (
            BUTTON + "<script>history.replaceState({}, '', '/offer')</script>",
            "its scripts have led on from the page that was served",
        ),
    ],
)
def test_where_silence_would_tell_nothing_nothing_is_tapped(lab: Lab, html: str, why: str) -> None:
    page = tried(lab, html, {"taps"})
    assert (page.taps, "taps" in page.facets) == ((), False)
    assert [gap.partition(": ")[2] for gap in page.gaps] == [why]


def test_a_copy_remembers_what_the_walk_does(lab: Lab) -> None:
    script = "<script>if (localStorage.seen) document.querySelector('button').onclick = () => { document.title = 5 }; localStorage.seen = 1</script>"
    tried(lab, "<script>localStorage.clear()</script>" + BUTTON + script, {"taps"}, url="https://shop.example/first")
    page = tried(lab, BUTTON + script, {"taps"}, url="https://shop.example/second")
    assert [tap.effect for tap in page.taps] == ["page"]
    asked(lab, "localStorage.clear()")


def test_nothing_is_tried_when_time_is_short(lab: Lab) -> None:
    lab.look(Example("page", VIEWPORT + BUTTON, Verdict.PASSED))
    session = lab._sessions["iphone"]
    page = lab.look(Example("page", VIEWPORT + BUTTON, Verdict.PASSED))
    probing = lab._probing(session, "iphone")
    short = lab._wait(probing.look(page, {"taps", "reflow"}, 1.9))
    assert short.facets == page.facets
    assert short.gaps == ("the page was not tried out at other sizes or by tapping: time is short",)
