"""What becomes of axe-core's target-size: hand-made facts."""

from __future__ import annotations

from parcours.checks.touch.target_24 import target_24
from parcours.facts.geometry import Box
from parcours.facts.model import Axe, AxeNode, AxeResult, PageSnapshot
from parcours.findings import Finding, Severity, Verdict, Where
from parcours.judging import judge_page

BOX = Box(10, 20, 16, 18)


def finding(outcome: str, box: Box | None = BOX, count: int = 1) -> Finding:
    node = AxeNode('button "+"', "button", "<button>+</button>", "", box)
    found = AxeResult("target-size", outcome, "serious", "help", "https://a.example", nodes=(node,) * count)
    page = PageSnapshot(axe=Axe("4.12", 1, (found,)), facets=frozenset({"frames", "axe"}))
    return judge_page(page, [target_24], Where())[0].findings[-1]


def test_a_small_target_is_named_with_its_size_and_place() -> None:
    said = finding("violation")
    assert said.message == "A target of 16 by 18 px with a neighbour too near"
    assert (said.about, said.box, said.severity) == ('button "+"', BOX, Severity.MAJOR)


def test_a_target_without_a_box_is_still_named() -> None:
    assert finding("violation", box=None).message == "A target of less than 24 px with a neighbour too near"


def test_what_axe_is_unsure_of_is_for_a_person() -> None:
    said = finding("incomplete")
    assert (said.verdict, said.aspect) == (Verdict.REVIEW, "unsure")


def test_the_rest_is_counted() -> None:
    assert finding("violation", count=23).message.endswith("; 3 more like it")
