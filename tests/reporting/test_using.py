"""The report as people use it, at the width of a phone and of a desk, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from parcours.browser.axe import source
from parcours.reporting import Options, Run, load_run
from parcours.reporting.html import write_html
from parcours.results import JourneyResult
from reporting import factory
from reporting.test_trend import changed

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
WIDTHS = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def report(story_run, tmp_path_factory) -> Path:
    return write_html(load_run(story_run), tmp_path_factory.mktemp("used") / "report.html")


@pytest.fixture
def opened(plain_browser: Browser) -> Iterator[Open]:
    contexts = []

    def open_(file: Path, viewport=DESK, **more) -> Page:
        context = plain_browser.new_context(viewport=viewport, reduced_motion="reduce", **more)
        contexts.append(context)
        page = context.new_page()
        page.goto(file.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()


def shown(page: Page) -> list[str]:
    """The cards that can be seen, in the order of the page."""
    return page.locator("article.card").evaluate_all("all => all.filter(c => c.checkVisibility()).map(c => c.id)")


def headings(page: Page) -> list[str]:
    return page.locator(".arranged > section > header .name > :first-child").all_inner_texts()


def within_sight(page: Page, selector: str) -> bool:
    return page.locator(selector).first.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight; }"
    )


@WIDTHS
def test_findings_are_arranged_by_rule_and_by_page_and_back(report, opened, viewport):
    page = opened(report, viewport)
    departments = shown(page)
    page.get_by_role("radio", name="rule").check()
    rules = headings(page)
    assert rules == sorted(rules)
    assert len(rules) == len(shown(page)) == 11
    assert page.locator(".arranged [id]").count() == page.locator(".arranged .card").count()  # no id twice
    page.get_by_role("radio", name="page").check()
    assert headings(page) == [
        factory.LANDING,
        "About no page: the artwork, the message or the walk itself",
    ]
    assert sorted(shown(page)) == sorted(departments)
    page.get_by_role("radio", name="department").check()
    assert (shown(page), headings(page)) == (departments, [])


@WIDTHS
def test_a_search_leaves_the_cards_that_hold_all_of_its_words(report, opened, viewport):
    page = opened(report, viewport)
    search = page.get_by_role("searchbox")
    search.fill("flash video")
    assert shown(page) == ["f3"]
    assert page.locator(".filters output").inner_text() == "1 of 11 shown"
    search.fill("flash zoomed")
    assert shown(page) == []
    page.get_by_role("button", name="Show all").click()
    assert (len(shown(page)), search.input_value()) == (11, "")
    assert page.get_by_role("button", name="Show all").is_disabled()


def test_findings_of_one_journey_or_of_one_standing_can_be_chosen(opened, tmp_path):
    letter, parcel = factory.letter("iphone"), factory.parcel("iphone")
    tiny = next(f for f in letter.findings if f.rule == "text/tiny")
    other = replace(tiny, rule="touch/dead", where=replace(tiny.where, scenario="parcel-sms"))
    results = (letter, replace(parcel, findings=(other,)))
    page = opened(write_html(load_run(factory.write_run(tmp_path, results)), tmp_path / "report.html"))
    page.locator("select[data-filter=journeys]").select_option(label=parcel.name)
    assert page.locator("article.card:visible").evaluate_all("all => all.map(c => c.dataset.rule)") == ["touch/dead"]
    assert page.locator("select[data-filter=standing]").count() == 0  # nothing was compared


def test_keys_walk_through_the_findings_that_are_shown(report, opened):
    page = opened(report)
    focus = "document.activeElement.id"
    page.keyboard.press("j")
    first = page.evaluate(focus)
    page.keyboard.press("j")
    page.keyboard.press("o")
    assert [first, page.evaluate(focus)] == shown(page)[:2]
    assert page.locator(f"#{page.evaluate(focus)} details.exact").evaluate("d => d.open")
    assert within_sight(page, f"#{page.evaluate(focus)}")
    page.keyboard.press("k")
    assert page.evaluate(focus) == first
    page.keyboard.press("/")
    page.keyboard.type("flash j")  # a letter that is typed is no shortcut
    assert page.get_by_role("searchbox").input_value() == "flash j"
    page.keyboard.press("Escape")
    assert (len(shown(page)), page.get_by_role("searchbox").input_value()) == (11, "")


def test_single_keys_can_be_switched_off(report, opened):
    page = opened(report)
    page.get_by_text("Keyboard", exact=True).click()
    page.get_by_role("checkbox", name="Single keys work").uncheck()
    page.keyboard.press("j")
    assert page.locator("article.card:focus").count() == 0


def test_every_finding_has_a_link_and_addresses_can_be_copied(report, opened):
    page = opened(report)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    told = page.locator(".told")
    page.get_by_role("button", name="Copy a link to finding 3").click()
    expect(told).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{report.as_uri()}#f3"
    page.goto("about:blank")
    page.goto(copied)
    assert within_sight(page, "#f3")
    page.locator("#f3 summary").click()
    page.locator("#f3 .copy[data-copy]").click()
    expect(told).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == factory.LANDING


@WIDTHS
def test_a_number_on_a_screen_leads_to_its_finding_and_is_explained_beside_it(report, opened, viewport):
    page = opened(report, viewport)
    line = page.locator(".key li[data-number='3']")
    line.locator("summary").click()
    assert line.locator("pre").inner_text().startswith("<object type=")
    assert {"Blocker", "plugin/flash", "Replace the film by an MP4"} <= {
        word for word in ("Blocker", "plugin/flash", "Replace the film by an MP4") if word in line.inner_text()
    }
    page.locator("a.mark[data-number='3']").first.click()
    expect(page.locator("#f3:target")).to_be_visible()
    assert within_sight(page, "#f3")


@WIDTHS
def test_a_slider_lies_between_before_and_now(opened, tmp_path, viewport):
    page = opened(write_html(load_run(changed(tmp_path)), tmp_path / "report.html"), viewport)
    slider = page.get_by_role("slider", name="Before or now")
    after = page.locator(".versus .after")
    clip = "e => getComputedStyle(e).clipPath"
    assert after.evaluate(clip) == "inset(0px 0px 0px 50%)"
    slider.focus()
    slider.press("Home")
    assert after.evaluate(clip) == "inset(0px 0px 0px 0%)"
    slider.press("End")
    assert after.evaluate(clip) == "inset(0px 0px 0px 100%)"
    before = page.locator(".versus .before").bounding_box()
    assert before == after.bounding_box()


def journeys(count: int) -> list[JourneyResult]:
    parcel = factory.parcel("iphone")
    return [replace(parcel, scenario=f"s{i}", name=f"Journey {i}", folder=f"s{i}/iphone") for i in range(count)]


@WIDTHS
def test_where_there_are_many_journeys_a_cell_of_the_table_opens_the_one_it_is_about(opened, tmp_path, viewport):
    page = opened(write_html(load_run(factory.write_run(tmp_path, journeys(9))), tmp_path / "r.html"), viewport)
    assert page.locator(".story[open]").count() == 0
    page.locator("tr", has_text="Journey 7").locator("a.cell").click()
    assert page.locator(".story[open] h3").all_inner_texts() == ["Journey 7"]
    assert within_sight(page, ".story[open] .walk")


def test_without_script_findings_are_found_by_rule_and_by_page_and_journeys_unfold(report, opened):
    page = opened(report, java_script_enabled=False)
    assert page.locator(".copy:visible, .shortcuts:visible, .filters:visible").count() == 0
    page.get_by_text("Findings by rule").click()
    page.locator(".index li[data-key='plugin/flash'] a.number").click()
    assert page.url.endswith("#f3")
    page.locator(".story > summary").first.click()
    assert not page.locator(".story").first.locator(".film").first.is_visible()


@WIDTHS
def test_on_paper_there_is_nothing_to_press_and_nothing_is_folded(report, opened, viewport):
    page = opened(report, viewport)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    pressed = ".filters, .shortcuts, .sections, .copy, a.button, .skip"
    assert page.locator(pressed).evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.className)") == []
    assert page.locator("details:not([open])").count() == 0
    assert len(shown(page)) == 11
    assert page.locator(".glossary dd").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.exact[open]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@WIDTHS
def test_the_accessibility_engine_finds_nothing_wrong(report, opened, viewport, scheme):
    page = opened(report, viewport, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    page.evaluate(source())
    found = page.evaluate(
        "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        ".then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.slice(0, 5).map(n => n.html.slice(0, 160))])))"
    )
    assert json.loads(found) == []


def test_severity_is_told_by_shape_and_word_as_well_as_by_colour(report, opened):
    page = opened(report)
    looks = page.evaluate(
        """Object.fromEntries(['blocker', 'major', 'minor'].map(mood => {
          const s = getComputedStyle(document.querySelector('.numbers .number.' + mood));
          return [mood, [s.borderRadius, s.boxShadow === 'none'].join(' ')];
        }))"""
    )
    assert len(set(looks.values())) == 3
    names = page.locator(".silos .number").evaluate_all("all => all.map(a => a.getAttribute('aria-label'))")
    assert all(name.split(", ")[1] in ("Blocker", "Major", "Minor") for name in names)


def test_french_frames_hold_no_english(story_run, tmp_path, opened):
    page = opened(write_html(load_run(story_run), tmp_path / "report.html", Options("fr")))
    labels = page.locator("button:visible, summary:visible, legend, h2, thead th").all_inner_texts()
    english = {"Copy", "Annex", "Keyboard", "Show all", "Arrange by", "Findings", "Search", "Journey", "Department"}
    assert [label for label in labels if any(word in label.split() for word in english)] == []


def test_an_empty_run_has_no_map_no_index_and_no_list(opened, tmp_path):
    run = Run(folder=tmp_path, results=(factory.parcel("iphone"),))
    page = opened(write_html(run, tmp_path / "report.html"))
    assert page.locator("#chain, .index, .department").count() == 0
    assert page.locator("h1").inner_text() == "The journey works on every phone that was tried."
