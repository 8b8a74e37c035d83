"""What was found once and is gone a moment later is unstable: shown, and no reason to fail."""

from __future__ import annotations

import threading
from pathlib import Path

from parcours.findings import Severity
from parcours.results import JourneyResult, Status, failing
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder
from servers import Answer, serving

HEAD = """<!doctype html><html lang=en><title>Boots</title><meta name=viewport content="width=device-width, initial-scale=1">
<style>a, button { display: block; padding: 20px; font-size: 18px }</style><main><h1>Boots</h1>
<p>Boots for every day, <a href="tel:+33123456789">call us</a> or write.</p>"""
# The page changes when it hears that it was looked at, and says so.
CHANGES = "<script>fetch('/looked').then(() => { %s; fetch('/changed') })</script>"
FADES = '<p id=faint style="color: #ddd">Leather of the best kind</p>'


def walked(lane: Lane, tmp_path: Path, html: str, change: str = "") -> JourneyResult:
    """The visit of a page that changes between the two looks: the files beside a page are asked for in between."""
    looked, changed = threading.Event(), threading.Event()

    def pages(path: str) -> Answer | str:
        match path:
            case "/":
                return html + (CHANGES % change if change else "")
            case "/looked":
                looked.wait(20)
                return ""
            case "/changed":
                changed.set()
                return ""
        if path.startswith("/.well-known/"):
            looked.set()
            if change:
                changed.wait(20)
        return Answer("nothing here", 404)

    with serving(pages) as site:
        file = tmp_path / "walk.yaml"
        file.write_text(
            f"parcours: 1\nallow-private: [127.0.0.1]\nstart:\n  link: {site.url}/\nsteps:\n  - see: Boots\n"
        )
        folder = RunFolder.create(tmp_path)
        (job,) = jobs_for(load_scenario(file), ("android",), folder)
        folder.journey(*job.place.split("/"))
        return lane.run(job, lambda *_: None)


def contrast(result: JourneyResult) -> list[tuple[str, bool]]:
    return [(found.about, found.unstable) for found in result.findings if found.rule == "text/contrast"]


def test_what_stays_is_found_and_fails(lane: Lane, tmp_path: Path) -> None:
    result = walked(lane, tmp_path, HEAD + FADES)
    assert (contrast(result), result.status) == ([("#faint", False)], Status.FAILED)


def test_what_is_gone_is_unstable_and_told(lane: Lane, tmp_path: Path) -> None:
    result = walked(lane, tmp_path, HEAD + FADES, "faint.style.color = 'black'")
    assert contrast(result) == [("#faint", True)]
    assert "text/contrast" not in {found.rule for found in failing(result.findings)}
    assert "text/contrast" in {found.rule for found in failing(result.findings, strict=True)}
    assert [note for note in result.notes if "gone" in note] == [
        "1 finding was gone when the page was looked at again: shown as unstable, counted for nothing unless strict."
    ]


def test_what_axe_found_is_looked_at_again_too(lane: Lane, tmp_path: Path) -> None:
    pictures = '<img id=kept src="data:,"><img id=late src="data:,">'
    result = walked(lane, tmp_path, HEAD + pictures, "late.alt = 'A boot'")
    found = {found.about: found.unstable for found in result.findings if found.aspect == "image-alt"}
    assert found == {"#kept": False, "#late": True}


def test_what_moves_on_is_there_twice(lane: Lane, tmp_path: Path) -> None:
    slides = '<p id=one style="color: #ddd">Leather of the best kind</p><p id=two>Rubber of the best kind</p>'
    result = walked(lane, tmp_path, HEAD + slides, "one.style.color = 'black'; two.style.color = '#ddd'")
    assert contrast(result) == [("#one", False)]


def test_a_page_that_has_gone_elsewhere_is_not_held_against_the_first_look(lane: Lane, tmp_path: Path) -> None:
    result = walked(lane, tmp_path, HEAD + FADES, "history.pushState({}, '', '/elsewhere'); faint.remove()")
    assert contrast(result) == [("#faint", False)]


def test_a_page_for_desks_is_one_at_the_second_look_too(lane: Lane, tmp_path: Path) -> None:
    """It is pictured below the screen in between, where its faint text stands."""
    html = (
        "<!doctype html><html lang=en><title>Boots</title><p>Boots for every day</p><div style='height:2000px'></div>"
    )
    result = walked(lane, tmp_path, html + FADES)
    assert [(found.rule, found.unstable) for found in result.findings if found.severity is Severity.BLOCKER] == [
        ("layout/desktop-served", False),
        ("viewport/missing", False),
    ]
    assert result.pages[0].full
    assert not any(found.unstable for found in result.findings)
