"""What holds for every check, and every example of every table beside this file."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from parcours.checks import Check, JourneyCheck
from parcours.checks.catalogue import discover
from parcours.findings import Verdict
from parcours.testing import Example, Lab, aspects

HERE = Path(__file__).parent
CHECKS = discover()


def table_of(check: Check[Any, Any]) -> Path:
    return HERE / check.area / f"{check.id.partition('/')[2].replace('-', '_')}.py"


def examples_of(check: Check[Any, Any]) -> tuple[Example, ...]:
    table = table_of(check)
    if not table.exists():
        return ()
    spec = importlib.util.spec_from_file_location(f"examples_{check.area}_{table.stem}", table)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    examples: tuple[Example, ...] = module.EXAMPLES
    return examples


@pytest.mark.parametrize(
    ("check", "example"),
    [
        pytest.param(check, example, id=f"{check.id}: {example.sentence}")
        for check in CHECKS.values()
        for example in examples_of(check)
    ],
)
def test_example(lab: Lab, check: Check[Any, Any], example: Example) -> None:
    judgement = lab.judge(check, example)
    said = [finding.message for finding in judgement.findings]
    assert (judgement.verdict, aspects(judgement)) == (example.verdict, example.expected), (judgement.note, said)


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS.keys())
class TestEveryCheck:
    def test_its_id_is_its_place(self, check: Check[Any, Any]) -> None:
        area, _, slug = check.id.partition("/")
        assert check.judge.__module__ == f"parcours.checks.{area}.{slug.replace('-', '_')}"

    def test_it_says_why_it_matters(self, check: Check[Any, Any]) -> None:
        assert len(check.reason.split()) >= 8

    def test_its_title_says_what_holds_when_it_passes(self, check: Check[Any, Any]) -> None:
        assert check.title
        assert not check.title.endswith(".")

    def test_its_advice_tells_someone_to_do_something(self, check: Check[Any, Any]) -> None:
        first = check.advice.do.split()[0]
        assert first[0].isupper()
        assert first.lower() not in {"the", "a", "an", "you", "it", "this", "please", "never", "do"}
        assert check.advice.do.endswith(".")

    def test_it_has_a_source(self, check: Check[Any, Any]) -> None:
        assert check.advice.links
        assert all(link.startswith("https://") for link in check.advice.links)

    def test_its_table_has_silence_and_noise(self, check: Check[Any, Any]) -> None:
        verdicts = {example.verdict for example in examples_of(check)}
        assert verdicts & {Verdict.PASSED, Verdict.NOT_APPLICABLE}, "at least one quiet example"
        assert verdicts & {Verdict.FAILED, Verdict.REVIEW}, "at least one failing example"

    def test_the_examples_it_shows_users_are_true(self, lab: Lab, check: Check[Any, Any]) -> None:
        if isinstance(check, JourneyCheck):
            pytest.skip("a journey's examples are words; its table holds journeys")
        platform = "iphone" if "ios" in check.platforms else "android"
        good = lab.judge(check, Example("passes", check.passes, Verdict.PASSED, device=platform))
        bad = lab.judge(check, Example("fails", check.fails, Verdict.FAILED, device=platform))
        assert good.findings == ()
        assert bad.verdict in (Verdict.FAILED, Verdict.REVIEW)
