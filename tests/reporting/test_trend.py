"""What the last runs and the screens that changed look like in the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from parcours.comparing import Comparison
from parcours.reporting import Options, load_run, reports
from parcours.reporting.messages import messages
from parcours.reporting.trend import Trend, trend
from parcours.reporting.view import Outcome, build, outcome_of
from parcours.results import ScreenResult, Status
from parcours.storage.history import Past, remember
from parcours.storage.screens import encoded
from reporting import factory


def runs(*counts: int) -> list[Past]:
    return [Past(str(at), "plan", passed=1, mend=count) for at, count in enumerate(counts)]


@pytest.mark.parametrize("history", [[], runs(3), [*runs(3), Past("x", "plan", inconclusive=2)]])
def test_one_run_is_no_trend(history: list[Past]) -> None:
    assert trend(history, messages()) is None


def test_a_trend_is_a_line_from_the_oldest_run_and_says_the_same_in_words() -> None:
    text = "The last 3 runs of these journeys: from 4 to 2 things to mend, between 0 and 4."
    assert trend(runs(4, 0, 2), messages()) == Trend("4,4 90,32 176,18", 176, 18, text)


def test_runs_without_a_fault_lie_on_the_ground() -> None:
    line = trend(runs(0, 0), messages("fr"))
    assert line
    assert (line.points, line.text) == (
        "4,32 176,32",
        "Les 2 dernières exécutions\u00a0: de 0 à 0 points à corriger, entre 0 et 0.",
    )


def test_the_report_shows_the_runs_before_it(tmp_path: Path) -> None:
    letter = factory.letter("iphone")
    for at, findings in enumerate((letter.findings, letter.findings[:1])):
        result = replace(letter, findings=findings, started=f"2026-03-0{at + 1}T09:41:02+00:00")
        folder = factory.write_run(tmp_path / f"reports/runs/2026030{at + 1}-094102-aaaa", [result])
        remember(folder, [result], Comparison())
    page = reports()["html"].write(load_run(folder), folder / "report.html", Options()).read_text(encoding="utf-8")
    assert page.count('<polyline points="4,4 176,') == 1
    assert "The last 2 runs of these journeys: from " in page
    assert "<polyline" not in _report(tmp_path / "reports/runs/20260301-094102-aaaa")


def _report(folder: Path) -> str:
    return reports()["html"].write(load_run(folder), folder / "report.html", Options()).read_text(encoding="utf-8")


def changed(folder: Path, *, strict: bool = False) -> Path:
    """A run of the letter whose first screen changed, whose second is the same, and whose third was not compared."""
    screens = (
        ScreenResult("see-offer", "changed", "2 % is another", "s/a.webp", "s/b.webp", "s/c.webp", 2, strict=strict),
        ScreenResult("find-app", "same", "", "s/a.webp"),
        ScreenResult("find-contact", "not-compared", "it was drawn by Chromium 155", "s/a.webp"),
    )
    result = replace(factory.letter("iphone"), screens=screens)
    run = factory.write_run(folder / "run", [result])
    for name, colour in (("a", "white"), ("b", "black"), ("c", "red")):
        path = run / result.folder / f"s/{name}.webp"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(encoded(Image.new("RGB", (result.width, result.height), colour), "156"))
    return run


def test_a_screen_that_changed_is_shown_before_and_after_with_a_slider_between(tmp_path: Path) -> None:
    run = changed(tmp_path)
    view = build(load_run(run), messages())
    (walk,) = view.stories[0].walks
    (screen,) = walk.versus
    assert (screen.reason, screen.fails) == ("2 % is another", False)
    assert [picture.file.name for picture in (screen.before, screen.after, screen.diff) if picture] == [
        "b.webp",
        "a.webp",
        "c.webp",
    ]
    page = _report(run)
    assert page.count('<input type="range"') == 1
    assert "Screens that look otherwise" in page
    assert "oninput" not in page


def test_a_change_that_fails_says_so_and_does_not_stop_the_customer(tmp_path: Path) -> None:
    assert '<strong class="standing worse">fails</strong>' in _report(changed(tmp_path, strict=True))
    parcel = replace(factory.parcel("iphone"), status=Status.FAILED, code="screen-changed", findings=())
    assert outcome_of(replace(parcel, steps=())) is Outcome.PROBLEMS


def test_a_picture_that_is_gone_is_not_shown(tmp_path: Path) -> None:
    run = changed(tmp_path)
    (run / factory.letter("iphone").folder / "s/b.webp").unlink()
    assert '<input type="range"' not in _report(run)
