"""What is tried out beside the walk must not be met by the walk, the server, or anybody who is paid by the click."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.findings import Severity
from parcours.results import JourneyResult
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.supervisor import Lane
from parcours.storage.facts import read_facts
from parcours.storage.journal import RunFolder
from servers import Site, serving

HEAD = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width">
<style>a, button { display: block; padding: 20px }</style><h1>Shop</h1>"""
BUTTONS = (
    HEAD
    + """<p id=n></p><script>
const send = (how) => () => {
  localStorage.setItem('pressed', how);
  document.cookie = 'pressed=1';
  fetch('/sent?' + how, { method: how === 'post' ? 'POST' : 'GET', keepalive: true });
};
n.textContent = 'Visits: ' + (localStorage.visits = Number(localStorage.visits || 0) + 1) + ', pressed: ' + localStorage.pressed;
</script>
<button onclick="send('get')()">Opening hours</button>
<button onclick="send('post')()">Our shops</button>
<button onclick="location.href = '/left'">Our boots</button>
<button onclick="window.open('/left')">Our film</button>
<button onclick="document.forms[0].submit()">Our letter</button>
<form method=post action=/left><input name=x></form>"""
)
PAGES = {
    "/shop": BUTTONS,
    "/dead": HEAD + "<button type=button>Opening hours</button><p>Boots</p>",
    "/two": HEAD + "<button type=button>Opening hours</button><button type=button>Our shops</button>",
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


def walk(lane: Lane, tmp_path: Path, site: Site, path: str, steps: str) -> tuple[JourneyResult, Path]:
    """One journey. Where the machine was too busy to try anything out in its time, which is told, it walks again."""
    for _ in range(5):
        site.asked.clear()
        result, folder = walk_once(lane, tmp_path, f"{site.url}{path}", steps)
        if not any("not tried out" in gap for page in result.pages for gap in page.gaps):
            break
    return result, folder


def walk_once(lane: Lane, tmp_path: Path, url: str, steps: str) -> tuple[JourneyResult, Path]:
    file = tmp_path / "walk.yaml"
    steps = textwrap.indent(textwrap.dedent(steps).strip(), "  ")
    file.write_text(f"parcours: 1\nname: A walk\nallow-private: [127.0.0.1]\nstart:\n  link: {url}\nsteps:\n{steps}\n")
    folder = RunFolder.create(tmp_path)
    (job,) = jobs_for(load_scenario(file), ("android",), folder)
    folder.journey(*job.place.split("/"))
    return lane.run(job, lambda _job, _said: None), folder.path


def test_taps_reach_neither_the_server_nor_the_walk(lane: Lane, site: Site, tmp_path: Path) -> None:
    result, folder = walk(lane, tmp_path, site, "/shop", '- see: "Visits: 1, pressed: undefined"')
    assert [step.ended for step in result.steps] == ["done", "done"], result.reason
    facts = read_facts(folder / result.folder / result.pages[0].facts)
    assert [tap.effect for tap in facts.taps] == ["request", "request", "leaves", "call window", "call form"]
    asked = [path for path in site.asked if not path.startswith(("/.well-known/", "/favicon", "/apple"))]
    assert asked == ["/shop"]
    assert facts.gaps == ()


def test_what_is_tried_does_not_weigh_on_the_customer(lane: Lane, site: Site, tmp_path: Path) -> None:
    result, _ = walk(lane, tmp_path, site, "/shop", "- see: Shop")
    assert 0 < result.effort.bytes < 2 * len(BUTTONS)


def severities(result: JourneyResult) -> dict[str, Severity]:
    return {finding.aspect: finding.severity for finding in result.findings if finding.rule == "touch/dead"}


def test_a_dead_button_on_the_way_stops_the_journey(lane: Lane, site: Site, tmp_path: Path) -> None:
    result, _ = walk(lane, tmp_path, site, "/dead", "- see: Boots\n- tap: opening hours")
    assert severities(result) == {"wanted": Severity.BLOCKER}


def test_a_dead_button_beside_the_way_does_not(lane: Lane, site: Site, tmp_path: Path) -> None:
    result, _ = walk(lane, tmp_path, site, "/dead", "- see: Boots")
    assert severities(result) == {"nothing": Severity.MINOR}


def test_only_the_next_step_makes_a_button_wanted(lane: Lane, site: Site, tmp_path: Path) -> None:
    result, _ = walk(lane, tmp_path, site, "/two", "- tap: Our shops\n- tap: Opening hours")
    assert severities(result) == {"wanted": Severity.BLOCKER, "nothing": Severity.MINOR}


def test_what_was_tried_on_one_page_is_not_tried_on_the_next(lane: Lane, site: Site, tmp_path: Path) -> None:
    result, folder = walk(lane, tmp_path, site, "/dead", "- go: /two")
    taps = [read_facts(folder / result.folder / page.facts).taps for page in result.pages]
    assert [[tap.address for tap in page] for page in taps] == [['button "Opening hours"'], ['button "Our shops"']]
