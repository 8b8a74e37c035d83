"""A finding that is not there twice is unstable; what moved, or was seen in another order, is there twice."""

from __future__ import annotations

import pytest

from parcours.findings import Certainty, Finding, Judgement, Owner, Severity, Verdict
from parcours.results import failing, grave_doubts
from parcours.steadiness import doubtful, steadied


def found(
    about: str = "",
    aspect: str = "low",
    severity: Severity = Severity.MINOR,
    verdict: Verdict = Verdict.FAILED,
    certainty: Certainty = Certainty.HIGH,
) -> Finding:
    return Finding("text/contrast", verdict, severity, certainty, Owner.WEB, "hard to read", aspect, about)


def judged(*findings: Finding, verdict: Verdict = Verdict.FAILED) -> Judgement:
    return Judgement("text/contrast", verdict, 9, findings)


def unstable(first: Judgement, second: Judgement | None) -> list[str]:
    return [finding.about for finding in steadied(first, second).findings if finding.unstable]


TWO = judged(found("p"), found("p[2]"))


@pytest.mark.parametrize(
    ("second", "gone"),
    [
        (TWO, []),
        (judged(found("p[2]"), found("p")), []),
        (judged(found("p[2]"), found("p[3]")), []),
        (judged(found("a"), found("b"), found("c")), []),
        (judged(found("p[2]")), ["p"]),
        (judged(found("p[7]")), ["p[2]"]),
        (judged(found("p"), found("p[2]", aspect="other")), ["p[2]"]),
        (judged(found("p"), found("p[2]", verdict=Verdict.REVIEW)), ["p[2]"]),
        (judged(verdict=Verdict.PASSED), ["p", "p[2]"]),
        (judged(verdict=Verdict.NOT_APPLICABLE), ["p", "p[2]"]),
        (judged(verdict=Verdict.NO_FACTS), []),
        (judged(verdict=Verdict.BROKEN), []),
        (None, []),
    ],
    ids=[
        "the same",
        "in another order",
        "one has moved",
        "more, elsewhere",
        "one is gone",
        "one is gone and the other has moved",
        "another aspect is another fault",
        "a doubt is no failure",
        "nothing is wrong any more",
        "nothing to look at any more",
        "no facts say nothing",
        "a check that breaks says nothing",
        "no second look says nothing",
    ],
)
def test_as_many_as_were_not_there_twice_are_unstable(second: Judgement | None, gone: list[str]) -> None:
    assert unstable(TWO, second) == gone


@pytest.mark.parametrize(
    "finding",
    [found(verdict=Verdict.REVIEW), found(severity=Severity.NOTE), found(certainty=Certainty.LOW)],
    ids=["a doubt", "a note", "a guess"],
)
def test_what_fails_nobody_asks_for_no_second_look(finding: Finding) -> None:
    assert doubtful([judged(finding)]) == frozenset()
    assert unstable(judged(finding), judged(verdict=Verdict.PASSED)) == []


def test_what_fails_a_journey_asks_for_a_second_look() -> None:
    assert doubtful([TWO, Judgement("text/tiny", Verdict.PASSED, 3)]) == {"text/contrast"}


def test_what_is_unstable_fails_only_where_one_is_strict() -> None:
    (gone,) = steadied(judged(found()), judged(verdict=Verdict.PASSED)).findings
    assert (failing([gone]), failing([gone], strict=True)) == ((), (gone,))


def test_an_unstable_blocker_is_for_a_person_to_settle() -> None:
    first = judged(found(severity=Severity.BLOCKER), found("p", severity=Severity.MAJOR))
    gone = steadied(first, judged(verdict=Verdict.PASSED)).findings
    assert grave_doubts(gone) == gone[:1]
    assert grave_doubts(first.findings) == ()
