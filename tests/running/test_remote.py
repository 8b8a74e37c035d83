"""Browsers that run elsewhere: a Chromium by its debugging port, a Playwright server; and what they cannot do."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import playwright
import pytest

from parcours.browser.apart import run_to_end
from parcours.browser.launch import LaneSettings, browsers, shown, unnamed
from parcours.results import JourneyResult, Status
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.proxy import Proxy
from parcours.running.run import lane_settings
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder
from servers import Site, serving

PAGE = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width, initial-scale=1">
<style>a{display:inline-block;padding:20px;font-size:18px}</style>
<h1>Spring boots</h1><p>Call us: <a href="tel:+33123456789">+33 1 23 45 67 89</a></p>"""
SERVER = """const {chromium} = require(process.argv[1]);
chromium.launchServer({executablePath: process.argv[2] || undefined, chromiumSandbox: false, wsPath: '/wbx7yq'})
  .then(server => console.log(server.wsEndpoint()));"""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving({"/": PAGE}) as site:
        yield site


@pytest.fixture(scope="module")
def cdp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chromium that somebody else has started."""
    found = lane_settings()
    if not found.executable:
        pytest.skip("Playwright's own Chromium is not started by hand")
    profile = f"--user-data-dir={tmp_path_factory.mktemp('profile')}"
    switches = ["--headless", "--remote-debugging-port=0", profile, *([] if found.sandbox else ["--no-sandbox"])]
    process = subprocess.Popen(
        [found.executable, *switches, "about:blank"], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stderr
    try:
        yield next(found[1] for line in process.stderr if (found := re.search(r"listening on (ws://\S+)", line)))
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a Playwright server; its path is a secret."""
    driver = Path(playwright.__file__).parent / "driver"
    command = [str(driver / "node"), "-e", SERVER, str(driver / "package"), lane_settings().executable]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout
    try:
        yield process.stdout.readline().strip()
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def walked(settings: LaneSettings, site: Site, tmp_path: Path, more: str = "") -> JourneyResult:
    file = tmp_path / "shop.yaml"
    place = f"127.0.0.1:{site.port}"
    file.write_text(more or f"parcours: 1\nsites: {{shop.example: '{place}'}}\nstart:\n  link: http://shop.example/\n")
    folder = RunFolder.create(tmp_path)
    (job,) = jobs_for(load_scenario(file), ("iphone",), folder, engine_wanted="chromium")
    folder.journey(*job.place.split("/"))
    with Lane(settings) as lane:
        return lane.run(job, lambda *_: None)


@pytest.mark.parametrize("way", ["cdp", "connect"])
def test_a_browser_on_this_machine_is_led_by_the_proxy_whoever_started_it(
    way: str, site: Site, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("cdp" if way == "cdp" else "server")
    result = walked(lane_settings(**{way: url}), site, tmp_path)
    assert (result.code, [finding.rule for finding in result.findings]) == ("", ["redirect/http-hop"])
    assert [(page.url, page.title) for page in result.pages] == [("http://shop.example/", "Shop")]
    assert result.effort.bytes > len(PAGE)
    assert not any("elsewhere" in note for note in result.notes)


def test_a_browser_that_does_not_find_the_proxy_is_known(cdp: str) -> None:
    async def led(proxy_url: str, proxy: Proxy) -> tuple[bool, dict[str, object]]:
        heard = lambda url: bool(proxy.reason(url)[0])  # noqa: E731
        async with browsers(LaneSettings(cdp=cdp), proxy_url, heard=heard) as found:
            await found.get("chromium")
            return found.led, found.context

    async def both() -> list[tuple[bool, dict[str, object]]]:
        async with Proxy() as proxy:
            return [await led(proxy.url, proxy), await led("http://127.0.0.1:9", proxy)]

    (here, context), elsewhere = run_to_end(both())
    assert (here, list(context)) == (True, ["proxy"])
    assert elsewhere == (False, {})


def test_a_browser_that_does_not_answer_is_an_error_that_keeps_its_secrets(site: Site, tmp_path: Path) -> None:
    result = walked(
        LaneSettings(cdp="ws://somebody:hunter22@127.0.0.1:9/path-wbx7yq?token=k3y&x=tail-k3y"), site, tmp_path
    )
    assert (result.status, result.code) == (Status.ERROR, "tool-failed")
    assert result.reason.startswith("no browser answers at ws://127.0.0.1:9: ")
    assert [secret for secret in ("hunter22", "wbx7yq", "k3y") if secret in result.reason] == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("wss://chrome.example/?token=k3y", "wss://chrome.example"),
        ("http://user:pass@127.0.0.1:9222/path", "http://127.0.0.1:9222"),
        ("ws://h:99999/x", "ws://h"),
        ("nonsense", "://"),
    ],
)
def test_an_address_is_shown_without_what_it_may_hold(url: str, said: str) -> None:
    assert shown(url) == said


def test_a_message_does_not_name_the_address_in_any_part() -> None:
    url = "wss://chrome.example/play/s3cret?token=k3ykey"
    message = f"<ws connecting> {url}: GET /play/s3cret?token=k3ykey failed, token=k3ykey"
    assert "s3cret" not in unnamed(message, url)
    assert "k3ykey" not in unnamed(message, url)
