"""What becomes of axe-core's results: hand-made facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcours.checks.access.axe import axe
from parcours.facts.geometry import Box
from parcours.facts.model import Axe, AxeNode, AxeResult, PageSnapshot
from parcours.findings import Advice, Judgement, Severity, Verdict, Where
from parcours.judging import judge_page

HELP = "https://dequeuniversity.com/rules/axe/4.12/label"


def node(
    number: int = 1, summary: str = "Fix any of the following:\n  Element has no label.\n  Or no title"
) -> AxeNode:
    return AxeNode(f"#field-{number}", "form > input", "<input>", summary, Box(0, number, 100, 20))


def result(outcome: str = "violation", impact: str = "serious", id: str = "label", nodes: int = 1) -> AxeResult:
    return AxeResult(id, outcome, impact, "Fields must have labels", HELP, nodes=tuple(node(n) for n in range(nodes)))


def judged(*results: AxeResult, failed: tuple[str, ...] = ()) -> Judgement:
    page = PageSnapshot(axe=Axe("4.12", 30, results, failed), facets=frozenset({"frames", "axe"}))
    return judge_page(page, [axe], Where())[0]


def test_a_clean_page_passes() -> None:
    assert judged().verdict is Verdict.PASSED


def test_a_page_that_axe_did_not_look_at_is_not_judged() -> None:
    page = PageSnapshot(facets=frozenset({"frames"}))
    assert judge_page(page, [axe], Where())[0].verdict is Verdict.NO_FACTS


@pytest.mark.parametrize(
    ("impact", "severity"),
    [
        ("critical", Severity.MAJOR),
        ("serious", Severity.MAJOR),
        ("moderate", Severity.MINOR),
        ("minor", Severity.NOTE),
        ("", Severity.MINOR),
    ],
)
def test_severity_follows_the_impact(impact: str, severity: Severity) -> None:
    assert [finding.severity for finding in judged(result(impact=impact)).findings] == [severity]


def test_a_finding_says_what_where_and_how() -> None:
    (finding,) = judged(result()).findings
    assert finding.message == "Fields must have labels: Element has no label"
    assert finding.advice == Advice(do="Fields must have labels.", links=(HELP.partition("?")[0],))
    assert (finding.aspect, finding.about, finding.box) == ("label", "#field-0", Box(0, 0, 100, 20))
    assert finding.evidence == "<input>"


def test_an_element_without_an_address_is_named_by_its_selector() -> None:
    nameless = AxeResult("label", "violation", "serious", "help", HELP, nodes=(node()._replace(address=""),))
    assert [finding.about for finding in judged(nameless).findings] == ["form > input"]


def test_what_axe_is_unsure_of_is_for_a_person() -> None:
    assert judged(result("incomplete")).verdict is Verdict.REVIEW


def test_a_barrier_weighs_more_than_a_doubt() -> None:
    judgement = judged(result("incomplete", id="video-caption"), result())
    assert judgement.verdict is Verdict.FAILED
    assert [(f.aspect, f.verdict) for f in judgement.findings] == [
        ("video-caption", Verdict.REVIEW),
        ("label", Verdict.FAILED),
    ]


@pytest.mark.parametrize(("nodes", "told", "last"), [(19, 19, ""), (20, 20, ""), (25, 20, "; 5 more like it")])
def test_twenty_elements_are_told_and_the_rest_counted(nodes: int, told: int, last: str) -> None:
    messages = [finding.message for finding in judged(result(nodes=nodes)).findings]
    assert len(messages) == told
    assert messages[-1] == f"Fields must have labels: Element has no label{last}"
    assert not any("more like it" in message for message in messages[:-1])


def test_a_frame_that_could_not_be_looked_into_is_for_a_person() -> None:
    judgement = judged(failed=("https://chat.example/",))
    assert (judgement.verdict, [finding.aspect for finding in judgement.findings]) == (Verdict.REVIEW, ["frame"])


@pytest.mark.parametrize("rule", ["document-title", "html-has-lang", "bypass"])
def test_what_is_asked_of_a_page_is_not_asked_of_a_frame(rule: str) -> None:
    (of_page,) = judged(result(id=rule)).findings
    assert of_page.aspect == rule
    assert judged(replace(result(id=rule), frame=1)).verdict is Verdict.PASSED


def test_a_barrier_in_a_frame_is_told() -> None:
    assert judged(replace(result(), frame=1)).verdict is Verdict.FAILED


@pytest.mark.parametrize("rule", ["target-size", "meta-viewport", "meta-viewport-large", "color-contrast"])
def test_what_another_rule_judges_is_left_to_it(rule: str) -> None:
    assert judged(result(id=rule)).verdict is Verdict.PASSED
