"""Screens held still, against those that were kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from parcours.comparing import Policy
from parcours.comparing.ending import failed
from parcours.results import JourneyResult, ScreenResult, Status
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder
from parcours.storage.screens import approve_screens, encoded, place, read_screen, screens_folder
from servers import Answer, Site, serving

PAGE = """<!doctype html><html lang=en><title>Boots</title><meta name=viewport content="width=device-width, initial-scale=1">
<style>
  body { margin: 0; font: 18px sans-serif } h1, p, a, input { margin: 20px; display: block; padding: 12px }
  @keyframes turn { to { transform: rotate(360deg) } } @keyframes come { from { opacity: 0 } }
  #turns { width: 60px; height: 60px; background: linear-gradient(red, blue); animation: turn 1s infinite linear }
  #comes { animation: come 60s }
</style>
<h1>Boots</h1><p id=comes>Leather of the best kind</p><div id=turns></div><input autofocus aria-label=Search>
<p class=time>%s</p><p>%s</p><a href="/more">More boots</a>"""


class Shop:
    """A page that turns, comes and blinks, and says what it is told to."""

    def __init__(self) -> None:
        self.time = 0
        self.words = "In every size"
        self.extra = ""

    def __call__(self, path: str) -> Answer | str:
        self.time += 1
        if path not in ("/", "/more"):
            return Answer("nothing here", 404)
        return PAGE % (f"The time is {self.time * 100003}", self.words) + self.extra


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def site(shop: Shop) -> Iterator[Site]:
    with serving(shop) as site:
        yield site


class Runs:
    """Runs of one scenario; what the last one pictured can be approved."""

    def __init__(self, lane: Lane, site: Site, tmp_path: Path) -> None:
        self.lane, self.site, self.path = lane, site, tmp_path
        self.folder = RunFolder(tmp_path)
        self.results: list[JourneyResult] = []
        self.count = 0

    def walk(self, head: str = "", steps: str = "- check: viewport", mask: str = ".time") -> JourneyResult:
        file = self.path / "spring.yaml"
        file.write_text(
            f"parcours: 1\nallow-private: [127.0.0.1]\nmask: {mask}\n{head}\nstart:\n  link: {self.site.url}/\nsteps:\n  {steps}\n"
        )
        self.count += 1
        self.folder = RunFolder.create(self.path, f"run-{self.count}")
        (job,) = jobs_for(load_scenario(file), ("android",), self.folder)
        self.folder.journey(*job.place.split("/"))
        self.results = [self.lane.run(job, lambda *_: None)]
        return self.results[0]

    def approve(self) -> list[Path]:
        return list(approve_screens(self.folder.path, self.results, lambda *_: True))

    def picture(self, name: str) -> Image.Image:
        with Image.open(self.folder.path / self.results[0].folder / name) as picture:
            return picture.convert("RGB")


@pytest.fixture
def runs(lane: Lane, site: Site, tmp_path: Path) -> Runs:
    return Runs(lane, site, tmp_path)


def states(result: JourneyResult) -> list[tuple[str, str, str]]:
    return [(screen.step, screen.state, screen.reason) for screen in result.screens]


def only(result: JourneyResult) -> ScreenResult:
    (screen,) = result.screens
    return screen


def test_nothing_is_pictured_where_nobody_asked_and_nothing_is_kept(runs: Runs) -> None:
    assert runs.walk().screens == ()


def test_an_approved_screen_is_the_same_until_something_on_it_changes(runs: Runs, shop: Shop) -> None:
    assert states(runs.walk("visual: inform")) == [("start", "new", "no screen is kept of it yet")]
    assert [path.name for path in runs.approve()] == ["start.webp"]
    same = runs.walk()  # screens are kept: they are compared without being asked
    assert (states(same), only(same).percent, runs.approve()) == ([("start", "same", "")], 0, [])

    shop.words = "Sold out, sorry"
    changed = runs.walk()
    screen = only(changed)
    assert (screen.state, len(screen.places), changed.status) == ("changed", 1, same.status)
    assert screen.reason == f"{screen.percent:g} % of the screen is another, in 1 place"
    assert "1 screen looks otherwise than the one that was kept: start." in changed.notes
    sizes = {runs.picture(name).size for name in (screen.shot, screen.kept, screen.diff)}
    assert sizes == {(changed.width, changed.height)}

    strict = runs.walk("visual: strict")
    assert (only(strict).fails, strict.status, strict.code) == (True, Status.FAILED, "screen-changed")
    assert (failed(strict, None, Policy()), failed(strict, None, Policy(fail_on="never"))) == (True, False)
    assert runs.walk("visual: off").screens == ()


def test_every_step_that_changes_the_screen_is_pictured(runs: Runs) -> None:
    result = runs.walk(
        "visual: inform", "- see: Boots\n  - tap: More boots\n  - expect-url: '*/more'\n  - scroll: bottom"
    )
    assert [screen.step for screen in result.screens] == ["start", "tap-more-boots", "scroll-bottom"]


def test_what_never_stands_still_is_left_out_and_said(runs: Runs, shop: Shop) -> None:
    shop.extra = """<p id=ticks style="margin-top: 40px">0</p>
        <script>(function tick() { ticks.textContent = performance.now(); requestAnimationFrame(tick) })()</script>"""
    runs.walk("visual: inform")
    runs.approve()
    screen = only(runs.walk())
    assert (screen.state, screen.reason) == ("same", "1 part never stood still and was left out")


def test_a_mask_is_a_selector_a_text_or_a_label_and_one_that_finds_nothing_is_said(runs: Runs) -> None:
    runs.walk("visual: inform")
    runs.approve()
    assert states(runs.walk(mask="[the time is, '#gone', Gone]")) == [
        ("start", "same", "nothing here is called “#gone”, “Gone” (mask)")
    ]
    assert only(runs.walk(mask="[]")).state == "changed"


def test_another_major_version_is_not_compared(runs: Runs) -> None:
    first = runs.walk("visual: strict")
    (kept,) = runs.approve()
    screen = read_screen(kept)
    assert screen
    for version, drawn in (("155.0", "155"), ("", "of an unknown version")):
        kept.write_bytes(encoded(Image.new("RGB", screen.picture.size), version))
        result = runs.walk("visual: strict")
        said = f"it was drawn by Chromium {drawn}, and this is {first.engine.version.partition('.')[0]}"
        assert (states(result), result.status) == ([("start", "not-compared", said)], first.status)
        assert f"1 screen was not compared: {said}." in result.notes


def test_another_engine_or_system_is_not_compared(runs: Runs) -> None:
    folder = screens_folder(runs.path / "spring.yaml", "spring") / place("android", "webkit", "macos")
    folder.mkdir(parents=True)
    (folder / "start.webp").write_bytes(encoded(Image.new("RGB", (10, 10)), "26"))
    here = place("android", "chromium").removeprefix("android-")
    assert states(runs.walk()) == [("start", "not-compared", f"kept of webkit-macos, and this is {here}")]


def test_another_size_is_not_compared(runs: Runs) -> None:
    result = runs.walk("visual: inform")
    (kept,) = runs.approve()
    kept.write_bytes(encoded(Image.new("RGB", (320, 500)), result.engine.version))
    said = f"it was 320 by 500 pixels, and is {result.width} by {result.height}"
    assert states(runs.walk()) == [("start", "not-compared", said)]


def test_the_page_goes_on_as_it_was(runs: Runs, shop: Shop) -> None:
    shop.extra = """<script>
        document.querySelector('a').onclick = (event) => {
          event.preventDefault();
          const [turn] = turns.getAnimations();
          comes.textContent = turn.playState + ' ' + getComputedStyle(document.querySelector('input')).caretColor;
        }</script>"""
    result = runs.walk("visual: inform", "- tap: More boots\n  - see: running rgb(0, 0, 0)")
    assert [step.ended for step in result.steps] == ["done"] * 3, result.reason
