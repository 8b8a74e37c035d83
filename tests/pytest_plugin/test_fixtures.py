"""Tests written in Python: a page on a phone, what `audit` says of it, whole journeys; soft, and told at the end."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from servers import serving

HEAD = '<!doctype html><html lang=en><title>Boots</title><meta name=viewport content="{}"><link rel=icon href="data:,">'
DESK = HEAD.format("width=1024") + "<h1>Boots</h1>"
GOOD = HEAD.format("width=device-width") + "<h1>Boots</h1><button onclick=\"document.title='Sold'\">Order now</button>"
TESTS = """
def test_it_goes_on(mobile_page, audit):
    mobile_page.goto("/desk")
    found = audit(mobile_page, "viewport")
    assert found.rules == {"viewport/fixed-width"}
    assert not found
    mobile_page.goto("/good")
    assert audit(mobile_page, "viewport", "landing")

def test_its_own_mistake_comes_first(mobile_page, audit):
    mobile_page.goto("/desk")
    audit(mobile_page, "viewport")
    assert mobile_page.title() == "Shoes"

def test_at_once(mobile_page, audit):
    mobile_page.goto("/desk")
    audit(mobile_page, "viewport", soft=False)
    raise RuntimeError("never reached")

def test_good(mobile_page, audit, page):
    mobile_page.goto("/good")
    mobile_page.get_by_role("button").tap()
    assert audit(mobile_page, "viewport", "touch").failing == ()
    assert mobile_page.title() == "Sold"
    assert mobile_page.evaluate("[navigator.platform, innerWidth, navigator.maxTouchPoints]") == ["iPhone", 390, 5]
    assert page.viewport_size["width"] == 1280

def test_a_desk(page, audit):
    page.goto("/good")
    audit(page)

def test_no_rule(mobile_page, audit):
    audit(mobile_page, "viewprot")

def test_a_good_journey(journey):
    result = journey("scenarios/good.yaml")
    assert [page.title for page in result.pages] == ["Boots"]

def test_a_bad_journey(journey):
    journey("../scenarios/bad.yaml")
"""
SCENARIO = "parcours: 1\nallow-private: [127.0.0.1]\nstart:\n  link: {}\nsteps:\n  - check: viewport\n"


@dataclass(frozen=True)
class Outcome:
    """What became of a test, and what pytest says about it."""

    how: str
    says: str


@dataclass(frozen=True)
class Project:
    """A project after its tests ran."""

    path: Path
    out: str
    code: int

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        return dict(self._outcomes())

    def _outcomes(self) -> Iterator[tuple[str, Outcome]]:
        for case in ET.parse(self.path / "junit.xml").iter("testcase"):
            bad = [child for child in case if child.tag in ("failure", "error")]
            said = "".join(child.text or "" for child in bad)
            yield case.attrib["name"], Outcome(bad[0].tag if bad else "passed", said)

    def results(self) -> Mapping[str, object]:
        found = [json.loads(file.read_text()) for file in self.path.glob("reports/runs/*/*/*/result.json")]
        return {result["scenario"]: result for result in found}


def ran(path: Path, url: str, *args: str, tests: str = TESTS, settings: str = 'devices = ["iphone"]') -> Project:
    """A project with those tests, run by pytest as its owner runs it."""
    for folder in ("tests", "scenarios"):
        (path / folder).mkdir()
    (path / "tests/test_shop.py").write_text(textwrap.dedent(tests))
    (path / "scenarios/good.yaml").write_text(SCENARIO.format(f"{url}/good"))
    (path / "scenarios/bad.yaml").write_text(SCENARIO.format(f"{url}/desk"))
    (path / "pyproject.toml").write_text(f"[tool.parcours]\n{settings}\n")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--base-url", url, "--junitxml=junit.xml"]
    done = subprocess.run([*command, "tests", *args], cwd=path, capture_output=True, text=True, check=False)
    return Project(path, done.stdout + done.stderr, done.returncode)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving({"/good": GOOD, "/desk": DESK}) as site:
        yield site.url


@pytest.fixture(scope="module")
def project(url: str, tmp_path_factory: pytest.TempPathFactory) -> Project:
    return ran(tmp_path_factory.mktemp("project"), url)


FIXED = "  major    viewport/fixed-width     [web] The viewport is fixed at 1024 px, on a screen of 390 px"


def said(project: Project, name: str) -> tuple[str, list[str]]:
    """How a test ended, and the lines that begin with what parcours found."""
    outcome = project.outcomes[name]
    lines = [line.removeprefix("E   ").removeprefix("    ") for line in outcome.says.splitlines()]
    return outcome.how, [line for line in lines if line.startswith(("Boots on", "  major", "  blocker", "AssertionE"))]


def test_a_test_goes_on_after_a_finding_and_fails_at_its_end(project: Project) -> None:
    assert said(project, "test_it_goes_on[iphone-chromium]") == ("failure", ["Boots on iPhone 13", FIXED])


def test_a_test_that_fails_by_itself_says_what_was_found_too(project: Project) -> None:
    outcome = project.outcomes["test_its_own_mistake_comes_first[iphone-chromium]"]
    assert outcome.how == "failure"
    assert "assert 'Boots' == 'Shoes'" in outcome.says
    assert FIXED in outcome.says


def test_a_hard_audit_fails_on_the_spot(project: Project) -> None:
    outcome = project.outcomes["test_at_once[iphone-chromium]"]
    assert outcome.how == "failure"
    assert "AssertionError: Boots on iPhone 13" in outcome.says
    assert "never reached" not in outcome.says.splitlines()[-1]
    assert "fixtures.py" not in outcome.says


def test_a_good_page_passes_on_a_likeness_of_the_phone_and_other_pages_stay_as_they_are(project: Project) -> None:
    assert project.outcomes["test_good[iphone-chromium]"] == Outcome("passed", "")


def test_a_page_on_no_phone_is_not_judged_and_says_what_to_ask_for(project: Project) -> None:
    outcome = project.outcomes["test_a_desk[chromium]"]
    assert outcome.how == "failure"
    assert "ask for `mobile_page` in place of `page`, or run `pytest --device=iphone`" in outcome.says


def test_a_rule_that_is_none_is_told_by_name(project: Project) -> None:
    assert "did you mean 'viewport'" in project.outcomes["test_no_rule[iphone-chromium]"].says


def test_journeys_are_walked_and_fail_with_their_reasons(project: Project) -> None:
    assert project.outcomes["test_a_good_journey[iphone]"] == Outcome("passed", "")
    assert said(project, "test_a_bad_journey[iphone]") == ("failure", [FIXED])


def test_what_tests_found_stands_in_the_run_beside_journeys(project: Project) -> None:
    told = {name: (result["status"], len(result["pages"])) for name, result in project.results().items()}  # type: ignore[index]
    assert told == {
        "tests-test-shop-test-it-goes-on-iphone-chromium": ("failed", 2),
        "tests-test-shop-test-its-own-mistake-comes-first-iphone": ("failed", 1),
        "tests-test-shop-test-at-once-iphone-chromium": ("failed", 1),
        "tests-test-shop-test-good-iphone-chromium": ("passed", 1),
        "tests-test-shop-test-a-good-journey-iphone-good": ("passed", 1),
        "tests-test-shop-test-a-bad-journey-iphone-bad": ("failed", 1),
    }
    assert "warning: iPhone 13 was emulated in Chromium" in project.out
    (report,) = project.path.glob("reports/runs/*/report.html")
    assert "viewport/fixed-width" in report.read_text(encoding="utf-8")


def test_devices_of_the_command_line_go_before_the_projects_and_a_plain_page_is_on_them(
    url: str, tmp_path: Path
) -> None:
    tests = """
    def test_phones(mobile_page, audit):
        mobile_page.goto("/good")
        assert audit(mobile_page, "viewport")

    def test_any_page(page, audit):
        page.goto("/desk")
        assert audit(page, "viewport").rules == {"viewport/fixed-width"}
    """
    done = ran(tmp_path, url, "--device=android,small-android", tests=tests)
    assert {name: outcome.how for name, outcome in done.outcomes.items()} == {
        "test_phones[android-chromium]": "passed",
        "test_phones[small-android-chromium]": "passed",
        "test_any_page[android-chromium]": "failure",
        "test_any_page[small-android-chromium]": "failure",
    }
