"""What a second judgement of the same facts says about the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from parcours.checks import Advice, Owner, Problem, Severity, journey_check, page_check
from parcours.facts.model import Device, Engine, FrameFacts, MetaTag, PageSnapshot
from parcours.findings import CannotTell, Finding, Verdict, Where
from parcours.judging import judge_journey, judge_page
from parcours.rejudging import Again, judge_again, worse
from parcours.results import JourneyResult, PageResult, Status
from parcours.trace import JourneyTrace, StepTrace

ADVICE = Advice(do="Mend it.", links=("https://shop.example/",))


def metas(
    id: str, *, name: str = "viewport", kind: type[Problem] = Problem, severity: Severity = Severity.MINOR, says="bad"
):
    """A rule that objects to every meta tag of that name."""

    def judge(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
        """Somebody who reads this page has trouble with it, which is why it matters."""
        if meta.content == "bad":
            yield kind(says, "bad")

    looks = lambda page: page.metas(name)  # noqa: E731
    made = page_check(
        id, title="t", severity=severity, owner=Owner.WEB, looks_at=looks, advice=ADVICE, passes="", fails=""
    )
    return made(judge)


def long_journey(most: int):
    """A rule that objects to journeys of more than so many pages."""

    def judge(trace: JourneyTrace, _: JourneyTrace) -> Iterator[Problem]:
        """Every page more is a page too much for somebody who only wanted to buy."""
        if len(trace.pages) > most:
            yield Problem(f"{len(trace.pages)} pages", "long")

    made = journey_check(
        "speed/long",
        title="t",
        severity=Severity.NOTE,
        owner=Owner.WEB,
        looks_at=lambda trace: [trace],
        advice=ADVICE,
        passes="",
        fails="",
    )
    return made(judge)


DEVICE = Device(engine=Engine("webkit", "chromium", "156", "emulated"))


def page(*contents: str, url: str = "https://shop.example/") -> PageSnapshot:
    tags = tuple(MetaTag("viewport", content, f"meta[{n}]") for n, content in enumerate(contents, 1))
    return PageSnapshot(
        device=DEVICE, url=url, status=200, frames=(FrameFacts(metas=tags),), facets=frozenset({"frames"})
    )


def walked(checks, *pages: PageSnapshot, steps: tuple[StepTrace, ...] = ()) -> JourneyResult:
    """What a run by these checks left behind."""
    judged = []
    for index, one in enumerate(pages):
        judged += judge_page(one, checks, Where("s", "iphone", url=one.url, page=index))
    trace = JourneyTrace("s", DEVICE, pages=pages, steps=steps, facets=frozenset({"frames"}))
    judged += judge_journey(trace, checks, Where("s", "iphone", page=0 if pages else None))
    return JourneyResult(
        "s",
        "iphone",
        DEVICE.engine,
        Status.PASSED,
        steps=steps,
        pages=tuple(PageResult(one.url) for one in pages),
        findings=tuple(f for j in judged for f in j.findings),
        judgements=tuple(replace(j, findings=()) for j in judged),
    )


def again(before, after, *pages: PageSnapshot, **more) -> Again:
    return judge_again(walked(before, *pages, **more), pages, after)


def ids(findings: tuple[Finding, ...]) -> list[tuple[str, int | None]]:
    return [(finding.rule, finding.where.page) for finding in findings]


SAME = [metas("viewport/a"), long_journey(1)]


def test_the_same_rules_say_the_same() -> None:
    seen = again(SAME, SAME, page("bad", "good"), page("bad"))
    assert (seen.differs, seen.same, seen.unjudged) == (False, 3, ())
    assert ids(seen.findings) == [("viewport/a", 0), ("viewport/a", 1), ("speed/long", 0)]


def test_a_rule_that_objects_to_more_has_new_findings() -> None:
    seen = again([metas("viewport/a", name="none")], [metas("viewport/a")], page("good"), page("bad"))
    assert (ids(seen.new), seen.gone, seen.same) == ([("viewport/a", 1)], (), 0)
    assert seen.turned == (("viewport/a", 0, Verdict.NOT_APPLICABLE, Verdict.PASSED),)


def test_a_rule_that_objects_to_less_has_lost_findings() -> None:
    seen = again([metas("viewport/a")], [metas("viewport/a", name="none")], page("bad"))
    assert (ids(seen.gone), seen.new, seen.turned) == ([("viewport/a", 0)], (), ())


def test_a_rule_that_was_not_there_is_told_apart() -> None:
    seen = again([], [metas("viewport/a")], page("bad"))
    assert (ids(seen.added), seen.new) == ([("viewport/a", 0)], ())


def test_the_findings_of_a_rule_that_is_no_longer_there_are_told_apart() -> None:
    seen = again([metas("viewport/a")], [], page("bad"))
    assert (ids(seen.lost), seen.gone) == ([("viewport/a", 0)], ())


@pytest.mark.parametrize(
    ("after", "fields"),
    [
        (metas("viewport/a", severity=Severity.MAJOR), ("severity",)),
        (metas("viewport/a", says="very bad"), ("message",)),
        (metas("viewport/a", kind=CannotTell), ("verdict",)),
    ],
    ids=["severity", "message", "verdict"],
)
def test_a_finding_that_is_said_otherwise_is_changed_and_neither_new_nor_gone(after, fields) -> None:
    seen = again([metas("viewport/a")], [after], page("bad"))
    assert [change.fields for change in seen.changed] == [fields]
    assert (seen.new, seen.gone, seen.same, seen.turned) == ((), (), 0, ())


def test_two_findings_of_one_identity_are_counted() -> None:
    one, two = page("bad"), page("bad", "bad")
    seen = judge_again(walked([metas("viewport/a")], one), [two], [metas("viewport/a")])
    assert (seen.same, len(seen.new)) == (1, 1)


class TestWhatIsWorse:
    def test_a_new_failure_is(self) -> None:
        assert ids(tuple(worse(again([], [metas("viewport/a")], page("bad"))))) == [("viewport/a", 0)]

    def test_a_new_doubt_is_not(self) -> None:
        assert tuple(worse(again([], [metas("viewport/a", kind=CannotTell)], page("bad")))) == ()

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (metas("viewport/a"), metas("viewport/a", severity=Severity.MAJOR), 1),
            (metas("viewport/a", severity=Severity.MAJOR), metas("viewport/a"), 0),
            (metas("viewport/a", kind=CannotTell), metas("viewport/a"), 1),
            (metas("viewport/a"), metas("viewport/a", kind=CannotTell), 0),
            (metas("viewport/a"), metas("viewport/a", says="otherwise"), 0),
        ],
        ids=["dearer", "cheaper", "sure", "doubted", "other words"],
    )
    def test_what_has_become_dearer_or_sure_is(self, before, after, expected: int) -> None:
        assert len(tuple(worse(again([before], [after], page("bad"))))) == expected


class TestWhatCannotBeJudged:
    def test_a_page_without_facts_keeps_its_findings_from_being_called_mended(self) -> None:
        checks = [metas("viewport/a")]
        result = walked(checks, page("bad"), page("bad", url="https://shop.example/2"))
        seen = judge_again(result, [page("bad"), "its facts are gone"], checks)
        assert (seen.gone, seen.same) == ((), 1)
        assert seen.unjudged == (
            "page 2, https://shop.example/2: its facts are gone",
            "the journey as a whole: it needs the facts of every page",
        )

    def test_a_journey_without_all_its_pages_is_not_judged_as_a_whole(self) -> None:
        result = walked([long_journey(1)], page("x"), page("x"))
        seen = judge_again(result, [page("x"), "gone"], [long_journey(0)])
        assert (seen.judgements, seen.differs, seen.spoke) == ((), False, False)

    def test_a_scenario_that_chooses_its_checks_is_judged_by_what_was_tried(self) -> None:
        steps = (StepTrace("check-1", "check", "check viewport", page=0),)
        seen = again([metas("viewport/a")], [metas("viewport/a"), metas("viewport/b")], page("bad"), steps=steps)
        assert (ids(seen.findings), seen.added) == ([("viewport/a", 0)], ())
        assert seen.unjudged == ("1 rules that were not tried then: this scenario chooses its checks",)

    def test_a_journey_that_met_no_page_is_judged_as_a_whole_on_its_device(self) -> None:
        seen = again([long_journey(1)], [long_journey(-1)])
        assert ids(seen.new) == [("speed/long", None)]


def test_a_finding_says_on_which_step_and_line_its_page_was_met() -> None:
    steps = (StepTrace("start", "qr", "qr a.pdf", 7, page=0), StepTrace("find-app", "find", "find app", 9, page=1))
    seen = again([], [metas("viewport/a")], page("good"), page("bad"), steps=steps)
    assert [(f.where.step, f.where.line) for f in seen.added] == [("find-app", 9)]
