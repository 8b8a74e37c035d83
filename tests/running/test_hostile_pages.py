"""What one page does costs one journey: the neighbours are judged as if they were alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.browser.launch import LaneSettings
from parcours.results import JourneyResult, Status
from parcours.running import run as running
from parcours.running.appetite import marked
from parcours.running.jobs import Job, Said
from parcours.running.planning import address_scenario, jobs_for
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder
from servers import Answer, Site, serving

GOOD = """<!doctype html><html lang=en><title>Good</title><meta name=viewport content="width=device-width, initial-scale=1">
<h1>Good page</h1><p style="font-size:16px">Call us: <a style="display:inline-block;padding:20px" href="tel:+33123456789">+33 1 23 45 67 89</a></p>"""

HANGS = GOOD + "<script>addEventListener('load', () => setTimeout(() => { for (;;); }, 50))</script>"
HANGS_AT_ONCE = GOOD + "<script>for (;;);</script>"
CRASHES = GOOD + "<script>const eat = []; for (;;) eat.push(new Array(1e6).fill(eat.length + Math.random()));</script>"

PAGES = {
    "/good": GOOD,
    "/hangs": HANGS,
    "/hangs-at-once": HANGS_AT_ONCE,
    "/crashes": CRASHES,
    "/missing": Answer("<!doctype html><title>Gone</title><h1>Not found</h1>", 404),
    "/download": Answer(b"PK" * 500, 200, {"Content-Type": "application/zip", "Content-Disposition": "attachment"}),
    "/menu.pdf": Answer(b"%PDF-1.4\n%%EOF\n", 200, {"Content-Type": "application/pdf"}),
    "/private": Answer("", 302, {"Location": "http://127.0.0.1:58999/"}),
    "/loop": Answer("", 302, {"Location": "/loop"}),
    "/tel": Answer("", 302, {"Location": "tel:+33123456789"}),
    "/intent": Answer("", 302, {"Location": "intent://buy#Intent;scheme=shop;package=com.shop.app;end"}),
    "/store": Answer("", 302, {"Location": "itms-apps://apps.apple.com/app/id1234567890"}),
    "/refresh": GOOD.replace("<h1>", '<meta http-equiv=refresh content="1; url=/good"><h1>'),
    "/alerts": GOOD + "<script>alert(1); confirm(2); alert(3)</script>",
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


@pytest.fixture(scope="module")
def settings() -> LaneSettings:
    return running.lane_settings()


@pytest.fixture(scope="module")
def lane(settings: LaneSettings) -> Iterator[Lane]:
    with Lane(settings) as lane:
        yield lane


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder.create(tmp_path)


def job(folder: RunFolder, url: str, **options: object) -> Job:
    (made,) = jobs_for(address_scenario(url), ("iphone",), folder, url=url, **options)
    folder.journey(*made.place.split("/"))
    return made


def ignore(_job: Job, _said: Said) -> None:
    pass


def verdicts(result: JourneyResult) -> list[tuple[str, str]]:
    return [(judgement.rule, judgement.verdict.value) for judgement in result.judgements]


@pytest.mark.parametrize(
    ("path", "code"),
    [("/hangs", "page-hung"), ("/hangs-at-once", "page-hung"), ("/crashes", "page-crashed")],
)
def test_a_page_that_hangs_or_crashes_costs_its_own_journey_only(
    lane: Lane, folder: RunFolder, site: Site, path: str, code: str
) -> None:
    before = lane.run(job(folder, f"{site.url}/good"), ignore)
    ill = lane.run(job(folder, f"{site.url}{path}"), ignore)
    after = lane.run(job(folder, f"{site.url}/good"), ignore)
    assert (ill.status, ill.code) == (Status.FAILED, code)
    assert verdicts(after) == verdicts(before)
    assert after.status is before.status is Status.PASSED, (after.findings, after.reason)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/missing", Status.FAILED, "site-404"),
        ("/download", Status.FAILED, "page-download"),
        ("/menu.pdf", Status.FAILED, "page-pdf"),
        ("/private", Status.INCONCLUSIVE, "blocked-private"),
        ("/loop", Status.FAILED, "redirect-loop"),
        ("/alerts", Status.FAILED, ""),  # it is judged whole, and media/dialog speaks of the alerts
    ],
)
def test_every_way_to_fail_has_its_code(
    lane: Lane, folder: RunFolder, site: Site, path: str, status: Status, code: str
) -> None:
    result = lane.run(job(folder, f"{site.url}{path}"), ignore)
    assert (result.status, result.code) == (status, code), result.reason


def test_what_a_page_asks_of_private_places_is_not_asked_and_said(lane: Lane, folder: RunFolder, site: Site) -> None:
    with serving({"/secret.js": "document.title = 'inside'"}) as inside:
        page = GOOD + f'<script src="http://localhost:{inside.port}/secret.js"></script>'
        with serving({"/": page}) as outside:
            result = lane.run(job(folder, f"{outside.url}/"), ignore)
            assert inside.asked == []
    assert [shown.gaps for shown in result.pages] == [("localhost is a private address: it was not asked",)]
    assert result.status is Status.PASSED


@pytest.mark.parametrize(("path", "code"), [("/intent", "redirect-app"), ("/store", "no-page"), ("/tel", "no-page")])
def test_a_way_that_ends_in_another_app_is_no_pass(
    lane: Lane, folder: RunFolder, site: Site, path: str, code: str
) -> None:
    result = lane.run(job(folder, f"{site.url}{path}"), ignore)
    assert (result.code, result.pages) == (code, ())
    assert result.status is not Status.PASSED


def test_a_page_that_sends_the_customer_on_is_not_the_page(lane: Lane, folder: RunFolder, site: Site) -> None:
    result = lane.run(job(folder, f"{site.url}/refresh"), ignore)
    assert [page.url for page in result.pages] == [f"{site.url}/good"]
    assert [hop.how for hop in result.pages[0].navigation] == ["http", "meta"]


def test_a_dead_host_is_the_sites_fault_and_none_of_ours(lane: Lane, folder: RunFolder) -> None:
    result = lane.run(job(folder, "https://nowhere.invalid/"), ignore)
    assert (result.status, result.code) == (Status.FAILED, "site-dns")
    assert "nowhere.invalid" in result.reason


def test_a_journey_that_takes_too_long_ends_itself(lane: Lane, folder: RunFolder, site: Site) -> None:
    slow = lane.run(job(folder, f"{site.url}/hangs-at-once", hard_seconds=3), ignore)
    after = lane.run(job(folder, f"{site.url}/good"), ignore)
    assert (slow.status, slow.code, after.status) == (Status.FAILED, "page-hung", Status.PASSED)


def test_a_worker_that_answers_no_more_is_ended_from_outside(
    settings: LaneSettings, folder: RunFolder, site: Site
) -> None:
    with Lane(settings) as lane:

        def freeze_after_the_page(_job: Job, said: Said) -> None:
            if said.kind == "page":
                assert lane._process
                os.kill(lane._process.pid, signal.SIGSTOP)

        late = lane.run(job(folder, f"{site.url}/good", hard_seconds=20), freeze_after_the_page)
        after = lane.run(job(folder, f"{site.url}/good"), ignore)
    assert (late.status, late.code) == (Status.ERROR, "tool-deadline")
    assert [page.url for page in late.pages] == [f"{site.url}/good"], "what was seen is kept"
    assert after.status is Status.PASSED


def test_a_worker_that_dies_loses_only_the_journey_under_way(
    settings: LaneSettings, folder: RunFolder, site: Site
) -> None:
    with Lane(settings) as lane:

        def kill_after_the_page(_job: Job, said: Said) -> None:
            if said.kind == "page":
                assert lane._process
                os.kill(lane._process.pid, signal.SIGKILL)

        lost = lane.run(job(folder, f"{site.url}/good"), kill_after_the_page)
        after = lane.run(job(folder, f"{site.url}/good"), ignore)
    assert (lost.status, lost.code) == (Status.ERROR, "tool-worker-lost")
    assert [page.url for page in lost.pages] == [f"{site.url}/good"], "what was seen is kept"
    assert after.status is Status.PASSED


def test_nothing_is_left_behind(settings: LaneSettings, folder: RunFolder, site: Site) -> None:
    with Lane(settings) as lane:
        lane.run(job(folder, f"{site.url}/good"), ignore)
        mark, temporary = lane._mark, Path(lane._folder)
        assert list(marked(mark)), "the lane's processes are known while it lives"
    assert (list(marked(mark)), temporary.exists()) == ([], False)


def test_a_page_that_ended_the_way_is_to_blame_though_the_worker_dies_afterwards(
    settings: LaneSettings, folder: RunFolder, site: Site
) -> None:
    with Lane(settings) as lane:

        def kill_after_the_way(_job: Job, said: Said) -> None:
            if said.step and said.step.ended == "blocked":
                assert lane._process
                os.kill(lane._process.pid, signal.SIGKILL)

        ended = lane.run(job(folder, f"{site.url}/loop"), kill_after_the_way)
        lost = lane._process is None
    alone = run_one(settings, job(folder, f"{site.url}/loop"))
    assert lost
    assert (ended.status, ended.code, ended.reason) == (alone.status, alone.code, alone.reason)
    assert ended.status is Status.FAILED


def run_one(settings: LaneSettings, job: Job) -> JourneyResult:
    with Lane(settings) as lane:
        return lane.run(job, ignore)
