"""The report in its shapes: one file, one file with its pictures beside it, a folder."""

from __future__ import annotations

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from parcours.errors import UsageError
from parcours.reporting import Options, load_run, reports
from parcours.reporting.album import Album
from parcours.reporting.html import pictures_of, write_html
from parcours.reporting.messages import messages
from parcours.reporting.view import build
from reporting import factory
from reporting.many import write_many

JENKINS = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';"


class Jenkins(SimpleHTTPRequestHandler):
    """A server that shows other people's files as Jenkins does."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", JENKINS)
        super().end_headers()

    def log_message(self, *args) -> None:
        pass


@pytest.fixture(scope="module")
def folder(story_run, tmp_path_factory) -> Path:
    return reports()["folder"].write(load_run(story_run), tmp_path_factory.mktemp("shape") / "report", Options())


@pytest.fixture
def jenkins(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Jenkins, directory=str(folder.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def opened(plain_browser: Browser):
    contexts = []

    def open_(address: str, **more):
        context = plain_browser.new_context(**more)
        contexts.append(context)
        page = context.new_page()
        noise: list[str] = []
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("requestfailed", lambda request: noise.append(request.url))
        page.goto(address)
        return page, noise

    yield open_
    for context in contexts:
        context.close()


# The promise of each picture is kept by scrolling: they are lazy.
SEEN = """async () => {
  const images = [...document.images];
  for (const image of images) { image.scrollIntoView(); await image.decode(); }
  return images.map(image => image.naturalWidth);
}"""


def test_under_jenkins_rule_the_folder_is_shown_whole(jenkins, opened):
    page, noise = opened(jenkins)
    # Its scripts are refused, and nothing else is.
    assert [line for line in noise if "report.js" not in line and "Blocked script execution" not in line] == []
    assert page.locator("article.card").count() == 11
    assert page.locator(".tiles").evaluate("e => getComputedStyle(e).display") == "grid"
    assert min(page.evaluate(SEEN)) >= 100
    page.locator("#f3 summary").click()
    assert page.locator("#f3 .place").is_visible()


def test_from_the_disk_the_folder_has_its_filters_too(folder, opened):
    page, noise = opened(folder.as_uri())
    assert noise == []
    page.locator("select[data-filter=owner]").select_option("care")
    assert page.locator("article.card:visible").count() == 2


def test_nothing_stands_within_the_folder_s_page(folder):
    text = folder.read_text(encoding="utf-8")
    assert re.findall(r"<style|<script>|\sstyle=|\son\w+=|data:|javascript:", text) == []
    assert len(re.findall(r'<script src="report.js"></script>', text)) == text.count("<script") == 1
    assert re.findall(r"<img (?![^>]*loading=\"lazy\")", text) == []


def test_a_folder_is_written_over_its_earlier_self_and_nobody_else_s(story_run, folder, tmp_path):
    run, write = load_run(story_run), reports()["folder"].write
    before = {file.name: file.read_bytes() for file in folder.parent.rglob("*") if file.is_file()}
    assert write(run, folder.parent, Options()) == folder
    assert {file.name: file.read_bytes() for file in folder.parent.rglob("*") if file.is_file()} == before
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<h1>Our shop</h1>")
    with pytest.raises(UsageError, match="a page that parcours did not write"):
        write(run, tmp_path / "site", Options())
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a file, and the report is a folder"):
        write(run, tmp_path / "file", Options())


def test_too_many_pictures_move_beside_the_file_and_the_report_says_so(story_run, tmp_path, opened):
    run = load_run(story_run)
    whole = write_html(run, tmp_path / "whole.html")
    weight = whole.stat().st_size
    beside = write_html(run, tmp_path / "lettre d’été.html", most=1000)
    assert not pictures_of(whole).exists()
    with Album(build(run, messages())) as album:
        assert weight - beside.stat().st_size == pytest.approx(album.weight, rel=0.05)
    assert len(list(pictures_of(beside).iterdir())) == 15
    page, noise = opened(beside.as_uri())
    assert noise == []
    said = "The pictures are in the folder “lettre d’été-pictures” beside this file: pass both on together."
    assert page.locator(".beside").inner_text() == said
    assert min(page.evaluate(SEEN)) >= 100


def test_the_limit_is_what_the_pictures_take_within_the_file(story_run, tmp_path):
    run = load_run(story_run)
    with Album(build(run, messages())) as album:
        weight = album.weight
    inside = write_html(run, tmp_path / "fits.html", most=weight)
    without = write_html(run, tmp_path / "beyond.html", most=weight - 1)
    assert [pictures_of(file).exists() for file in (inside, without)] == [False, True]
    assert inside.stat().st_size - without.stat().st_size == pytest.approx(weight, rel=0.05)


def test_without_pictures_there_is_no_folder_for_them(tmp_path):
    run = load_run(factory.write_run(tmp_path / "run", [factory.letter("iphone")]))
    assert not pictures_of(write_html(run, tmp_path / "report.html")).exists()


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    """200 journeys on two phones in one file."""
    folder = tmp_path_factory.mktemp("large")
    return write_html(load_run(write_many(folder / "run", 200)), folder / "report.html")


MOST_BYTES, MOST_NODES = 15_000_000, 150_000


def test_two_hundred_journeys_on_two_phones_are_one_file_of_less_than_15_mb(large):
    assert 5_000_000 < large.stat().st_size < MOST_BYTES
    assert not pictures_of(large).exists()


def test_each_of_many_journeys_is_a_link_away_and_the_page_stays_light(large, opened):
    page, noise = opened(large.as_uri())
    assert page.locator(".grid a.cell").count() == 400
    assert (
        page.evaluate("[...document.querySelectorAll('a.cell')].filter(a => !document.querySelector(a.hash)).length")
        == 0
    )
    assert page.evaluate("document.getElementsByTagName('*').length") < MOST_NODES
    assert page.evaluate("[...document.images].every(image => image.loading === 'lazy')")
    # Pictures that are far off are not even read, though they lie in the file.
    assert page.evaluate("[...document.images].filter(image => image.complete && image.naturalWidth).length") < 60
    assert noise == []


def test_a_link_far_down_a_large_report_arrives(large, opened):
    page, _ = opened(large.as_uri())
    for anchor in ("w300", "f100", "w2"):
        page.evaluate("anchor => { location.hash = anchor; }", anchor)
        assert 0 <= page.evaluate("anchor => document.getElementById(anchor).getBoundingClientRect().top", anchor) < 200
