"""How journeys behave at a site: not many at once, known by name when asked to be, and in nobody's figures."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parcours.results import JourneyResult
from parcours.running.planning import address_scenario, jobs_for, load_scenario
from parcours.running.run import lane_settings
from parcours.running.sites import host_of
from parcours.running.supervisor import Lane, run_jobs
from parcours.storage.journal import RunFolder
from parcours.storage.places import FilePlaces, Leave
from servers import Answer, Site, serving

PAGE = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width">
<h1>Spring boots</h1><iframe title=Survey src="http://vars.hotjar.com/frame"></iframe>
<img src="http://metrics.shop.example/own" alt=""><img src="http://shop.matomo.cloud/pixel" alt="">
<script src="http://static.hotjar.com/script"></script>
<script>
fetch('http://logc.xiti.com/fetch', {mode: 'no-cors'}).catch(() => 0);
navigator.sendBeacon('http://shop.matomo.cloud/beacon');
new Worker(URL.createObjectURL(new Blob(["fetch('http://shop.matomo.cloud/worker', {mode: 'no-cors'})"])));
</script>"""
COUNTERS = ("shop.matomo.cloud", "logc.xiti.com", "static.hotjar.com", "vars.hotjar.com")
HOSTS = ("shop.example", "metrics.shop.example", *COUNTERS)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    pages = {
        "/": PAGE,
        "/led": Answer("", 302, {"Location": "http://shop.example/"}),
        **dict.fromkeys(("/own", "/pixel", "/script", "/fetch", "/frame", "/worker"), ""),
    }
    with serving(pages) as site:
        yield site


def walked(lane: Lane, site: Site, tmp_path: Path, start: str) -> tuple[JourneyResult, set[str]]:
    """The result, and the paths that were asked for."""
    file = tmp_path / "shop.yaml"
    sites = ", ".join(f"{host}: '127.0.0.1:{site.port}'" for host in HOSTS)
    file.write_text(f"parcours: 1\nsites: {{{sites}}}\nstart:\n  link: {start}\n")
    folder = RunFolder.create(tmp_path)
    (job,) = jobs_for(load_scenario(file), ("android",), folder)
    folder.journey(*job.place.split("/"))
    site.asked.clear()
    site.headers.clear()
    return lane.run(job, lambda *_: None), set(site.asked)


def sent(site: Site, path: str) -> dict[str, str]:
    """The headers of the first question for a path."""
    return dict(site.headers[site.asked.index(path)])


def test_who_asks_is_said_and_nobody_counts_the_visit(site: Site, tmp_path: Path) -> None:
    with Lane(lane_settings()) as lane:
        plain, all_asked = walked(lane, site, tmp_path, "http://shop.example/")
        before = sent(site, "/")
    manners = lane_settings(identify="parcours (+https://agency.example)", block_analytics=True)
    with Lane(manners) as lane:
        quiet, asked = walked(lane, site, tmp_path, "http://shop.example/")
        assert sent(site, "/") == before | {"X-Parcours": "parcours (+https://agency.example)"}
        assert "X-Parcours" not in sent(site, "/own")
        led, led_asked = walked(lane, site, tmp_path, "http://logc.xiti.com/led")
    assert all_asked >= {"/", "/own", "/pixel", "/script", "/fetch", "/frame", "/worker"}
    assert {path for path in asked if not path.startswith("/.well-known")} - {"/favicon.ico"} == {"/", "/own"}
    assert plain.notes == ()
    assert quiet.notes == ("Kept from counting this visit: Hotjar, Matomo, Piano Analytics.",)
    assert [(f.rule, f.aspect) for f in quiet.findings] == [(f.rule, f.aspect) for f in plain.findings]
    assert (quiet.status, quiet.inventory) == (plain.status, plain.inventory)
    # A service that sends customers on is part of the way, whatever else it counts.
    assert ([hop.status for hop in led.pages[0].navigation], "/led" in led_asked) == ([302, 200], True)


class Spied:
    """Places that tell how many asked for one, and how many got it."""

    def __init__(self, places: FilePlaces) -> None:
        self._places = places
        self.changed = threading.Condition()
        self.asked = 0
        self.inside = 0
        self.most = 0

    def take(self, host: str, given_up: Callable[[], bool], /) -> Leave:
        with self.changed:
            self.asked += 1
            self.changed.notify_all()
        leave = self._places.take(host, given_up)
        with self.changed:
            self.inside += 1
            self.most = max(self.most, self.inside)

        def left() -> None:
            with self.changed:
                self.inside -= 1
            leave()

        return left


def test_a_lane_waits_until_there_is_a_place_at_the_host_and_no_journey_is_the_poorer(tmp_path: Path) -> None:
    spied = Spied(FilePlaces(tmp_path / "places", 1))

    def page(path: str) -> str:
        with spied.changed:  # the first guest is served when the second one has asked
            spied.changed.wait_for(lambda: spied.asked == 2, timeout=30)
        return "<!doctype html><html lang=en><title>Shop</title><h1>Boots</h1>" if path in ("/a", "/b") else ""

    folder = RunFolder.create(tmp_path)
    with serving(page) as site:
        urls = [f"{site.url}/{name}" for name in "ab"]
        jobs = [job for url in urls for job in jobs_for(address_scenario(url), ("iphone",), folder, url=url)]
        for job in jobs:
            folder.journey(*job.place.split("/"))
        results = run_jobs(jobs, lane_settings(), 2, lambda *_: None, lambda _: None, places=spied)
    assert [[page.url for page in result.pages] for result in results] == [[url] for url in urls]
    assert (spied.asked, spied.most) == (2, 1)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Shop.example/a", "shop.example"),
        ("http://shop.example:80/", "shop.example"),
        ("https://shop.example:443", "shop.example"),
        ("https://shop.example:8443/", "shop.example:8443"),
        ("http://127.0.0.1:8000/", "127.0.0.1:8000"),
        ("https://served.example/", "127.0.0.1:8001"),
        ("https://demo.example/", ""),
        ("tel:+33123456789", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_whose_guest_a_journey_is(url: str, host: str) -> None:
    sites = {"served.example": "127.0.0.1:8001", "demo.example": "demo:shop-after"}
    assert host_of(url, sites) == host
