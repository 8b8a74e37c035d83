"""The story of the shop's second version: told as expected, or said otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcours.comparing import Compared, Comparison, Line, Standing
from parcours.demo import pages, versions
from parcours.findings import Owner, Severity
from parcours.running.run import Outcome
from standings import result

PHONES = ("iphone", "android")


def line(standing: Standing, rule: str, device: str) -> Line:
    return Line(standing, "start", rule, "", device, "it is so", Severity.MINOR, Owner.WEB)


def told(*lines: Line, **walk) -> versions.Versions:
    outcome = Outcome(Path(), tuple(result(device=device, **walk) for device in PHONES))
    return versions.Versions(outcome, outcome, Comparison((Compared(versions.NAME, "x", lines),)))


EXPECTED = tuple(line(change.standing, change.rule, device) for change in versions.CHANGES for device in PHONES)


def test_the_story_as_it_should_be_has_no_differences() -> None:
    assert list(versions.otherwise(told(*EXPECTED), PHONES)) == []


def test_a_change_that_is_missing_on_a_phone_is_told() -> None:
    assert list(versions.otherwise(told(*EXPECTED[1:]), PHONES)) == [
        "lettre-suivie: contact/sms-syntax should be new on iphone"
    ]


@pytest.mark.parametrize("standing", [Standing.NEW, Standing.WORSE, Standing.COVERAGE_LOST, Standing.FIXED])
def test_what_nobody_expected_is_told(standing: Standing) -> None:
    other = line(standing, "text/tiny", "android")
    assert list(versions.otherwise(told(*EXPECTED, other), PHONES)) == [
        f"lettre-suivie: nobody expected that text/tiny is {standing} on android: it is so"
    ]


def test_what_is_known_is_expected() -> None:
    assert list(versions.otherwise(told(*EXPECTED, line(Standing.KNOWN, "text/tiny", "android")), PHONES)) == []


def test_a_walk_that_stopped_is_told() -> None:
    said = list(versions.otherwise(told(*EXPECTED, blocked="tap-buy"), PHONES))
    assert len(said) == 4
    assert said[0] == "letter[iphone-chromium]: the walk did not reach its end: not-found"


def test_the_two_versions_differ_in_two_parts_of_their_pages() -> None:
    first, second = pages.SITES / "shop-v1", pages.SITES / "shop-v2"
    assert pages.layers(first) == (first, pages.SITES / "shop-after")
    assert [path.name for site in (first, second) for path in site.rglob("*.html")] == ["footer.html", "parler.html"]
