"""The report opens in a real browser from the disk: whole, quiet, readable on a phone, and deaf to what it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from parcours.reporting import Options, load_run
from parcours.reporting.html import write_html
from parcours.reporting.messages import LANGUAGES
from reporting import factory

PHONE = {"width": 390, "height": 844}
SMALLEST_PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def report(story_run, tmp_path_factory) -> Path:
    return write_html(load_run(story_run), tmp_path_factory.mktemp("report") / "report.html")


@pytest.fixture(scope="session")
def hostile_report(hostile_run, tmp_path_factory) -> Path:
    return write_html(load_run(hostile_run), tmp_path_factory.mktemp("report") / "report.html")


@pytest.fixture
def opened(plain_browser: Browser):
    contexts = []

    def open_(file: Path, *, viewport=DESK, **more) -> tuple[Page, list[str]]:
        context = plain_browser.new_context(viewport=viewport, **more)
        contexts.append(context)
        page = context.new_page()
        noise: list[str] = []
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("dialog", lambda dialog: (noise.append(dialog.message), dialog.dismiss()))
        page.on(
            "request",
            lambda request: noise.append(request.url) if not request.url.startswith(("file:", "data:")) else None,
        )
        page.goto(file.as_uri())
        return page, noise

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_opens_from_the_disk_without_a_word_from_the_browser(story_run, tmp_path, opened, lang, scheme):
    file = write_html(load_run(story_run), tmp_path / "report.html", Options(lang))
    page, noise = opened(file, color_scheme=scheme)
    assert noise == []
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("article.card").count() == 11


def test_it_needs_nothing_but_itself(report):
    text = report.read_text(encoding="utf-8")
    head = text[text.index("<head>") + len("<head>") :].lstrip()
    assert head.startswith(
        '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data:;'
    )
    assert re.findall(r"""<(?:link|iframe|object|embed|base|form)\b""", text) == []
    assert re.findall(r"""<[^>]*\s(?:style|on\w+)=""", text) == []
    assert text.count("<style>") == text.count("<script>") == 1


def test_the_style_and_the_script_are_the_permitted_ones(report, opened):
    page, _ = opened(report)
    assert page.evaluate("getComputedStyle(document.querySelector('.tiles')).display") == "grid"
    assert page.locator(".filters").is_visible()


def test_no_payload_of_a_hostile_page_runs(hostile_report, opened):
    page, noise = opened(hostile_report)
    for fold in page.locator("details").all():
        fold.evaluate("fold => { fold.open = true; }")
    page.mouse.move(200, 300)
    assert "PWNED" not in page.title()
    assert noise == []
    assert page.evaluate("document.querySelectorAll('script, style').length") == 2
    assert page.evaluate("[...document.images].filter(i => !i.src.startsWith('data:image/webp;base64,')).length") == 0


def test_what_a_hostile_page_said_can_be_read_as_it_is(hostile_report, opened):
    page, _ = opened(hostile_report)
    card = page.locator("article.card", has_text="text/contrast")
    heading = card.locator("h4").inner_text()
    assert "</style></script><img src=x onerror=" in heading
    assert (
        "\\u202egnp.exe\\u200b \\u001b[31m\\u0000 \ufffd {{{{ 7*7 }}}}".replace("{{{{", "{{").replace("}}}}", "}}")
        in heading
    )


@pytest.mark.parametrize("run", ["report", "hostile_report"])
def test_links_lead_to_the_web_or_within_the_report_and_tell_nobody_where_from(run, opened, request):
    page, _ = opened(request.getfixturevalue(run))
    links = page.evaluate(
        "[...document.querySelectorAll('a:not([download])')].map(a => [a.getAttribute('href'), a.getAttribute('rel'), a.getAttribute('target')])"
    )
    assert len(links) > 30
    assert page.locator("a[download]").evaluate_all("all => all.map(a => a.href.slice(0, 29))") == [
        "data:application/json;base64,"
    ]
    for address, rel, target in links:
        outward = (rel, target) == ("noreferrer noopener", "_blank") and re.match(r"https?://[^@\\]*$", address)
        assert outward or address.startswith("#")


def test_every_link_within_the_report_arrives(report, opened):
    page, _ = opened(report)
    missing = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"
    )
    assert missing == []
    assert page.evaluate(
        "[...document.querySelectorAll('[id]')].length === new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"
    )


@pytest.mark.parametrize("viewport", [SMALLEST_PHONE, PHONE, DESK], ids=["360", "390", "1280"])
@pytest.mark.parametrize("run", ["report", "hostile_report"])
def test_the_page_never_slides_sideways(run, opened, request, viewport):
    page, _ = opened(request.getfixturevalue(run), viewport=viewport)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]


def test_on_a_phone_all_text_can_be_read_and_every_target_be_hit(report, opened):
    page, _ = opened(report, viewport=PHONE)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    small_text = page.evaluate(
        """[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('svg')
          && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
          && parseFloat(getComputedStyle(e).fontSize) < 12).map(e => e.outerHTML.slice(0, 90))"""
    )
    assert small_text == []
    small_targets = page.evaluate(
        """[...document.querySelectorAll('a, select, summary')].filter(e => e.checkVisibility() && !e.closest('.skip'))
          .map(e => [e, e.matches('.mark') ? e.querySelector('circle').getBoundingClientRect() : e.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).map(([e, box]) => [e.outerHTML.slice(0, 90), box.width, box.height])"""
    )
    assert small_targets == []


def test_pictures_are_drawn_and_boxes_lie_where_the_findings_are(report, opened):
    page, _ = opened(report)
    screen = page.locator(".screens .framed").first
    shot, ring = screen.bounding_box(), screen.locator(".ring").first.bounding_box()
    scale = shot["width"] / 390
    flash = factory.BOXES["flash"]
    assert abs(ring["x"] - shot["x"] - flash.x * scale) < 3
    assert abs(ring["y"] - shot["y"] - flash.y * scale) < 3
    assert abs(ring["width"] - flash.width * scale) < 5
    images = page.evaluate(
        """Promise.all([...document.querySelectorAll('.store image, img')].map(i => {
          const p = new Image(); p.src = i.href ? i.href.baseVal : i.src; return p.decode().then(() => p.naturalWidth); }))"""
    )
    assert len(images) == 15
    assert min(images) >= 180


def test_a_filter_leaves_the_cards_that_match_and_says_how_many(report, opened):
    page, _ = opened(report)
    page.locator("select[data-filter=owner]").select_option("care")
    assert page.locator("article.card:visible .words > :is(h3, h4)").all_inner_texts() == [
        "The number 01 23 45 67 89 is plain text: a tap does not call",
        "A chat bubble is there, but the facts do not tell whether anybody answers",
    ]
    assert page.locator(".filters output").inner_text() == "2 of 11 shown"
    page.locator("select[data-filter=severity]").select_option("blocker")
    assert page.locator("article.card:visible").count() == 0
    assert page.locator(".filters output").inner_text() == "Nothing matches these choices."


def test_a_link_to_a_filtered_card_shows_it_again(report, opened):
    page, _ = opened(report)
    page.locator("select[data-filter=devices]").select_option("d1")
    assert not page.locator("#f6").is_visible()
    page.locator(".key a[href='#f6']").click()
    page.locator("#f6").wait_for(state="visible")


def test_a_card_and_its_boxes_light_up_together(report, opened):
    page, _ = opened(report)
    page.locator("#f3").hover()
    assert page.locator(".mark.lit").evaluate_all("marks => marks.map(m => m.dataset.number)") == ["3", "3"]
    page.locator(".mark[data-number='10']").first.focus()
    assert page.locator(".card.lit").evaluate_all("cards => cards.map(c => c.id)") == ["f10"]


def test_without_script_everything_is_there_but_the_filters(report, opened):
    page, noise = opened(report, java_script_enabled=False)
    assert noise == []
    assert page.locator("article.card").count() == 11
    assert not page.locator(".filters").is_visible()
    page.locator("#f3 summary").click()
    assert page.locator("#f3 .place").is_visible()


def test_what_did_not_finish_and_which_engine_looked_is_in_sight(report, opened):
    page, _ = opened(report)
    assert page.locator(".cell.unfinished").inner_text() == "Not finished"
    assert page.locator(".honest").is_visible()
    assert "emulated in Chromium 156" in page.locator(".honest").inner_text()


def test_a_run_in_which_nothing_finished_still_makes_a_report(tmp_path, opened):
    run = load_run(factory.write_run(tmp_path, [], [("spring-letter", "iphone")], ended=False))
    page, noise = opened(write_html(run, tmp_path / "report.html"))
    assert noise == []
    assert page.locator("h1").inner_text() == "Nothing could be judged."
    assert page.locator(".cell.unfinished").count() == 1


def test_a_report_without_its_pictures_says_so_in_their_place(tmp_path, opened):
    run = load_run(factory.write_run(tmp_path, [factory.letter("iphone")]))
    page, noise = opened(write_html(run, tmp_path / "report.html"))
    assert noise == []
    assert page.locator(".film .blank").all_inner_texts() == ["No picture", "No picture", "never reached"]
