"""The golden rules out of results made by hand: what keeps a point, what breaks it, what leaves it unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

import parcours.checks
from parcours.checks.catalogue import discover
from parcours.facts.model import Engine
from parcours.findings import Certainty, Finding, Judgement, Owner, Severity, Verdict, Where
from parcours.results import JourneyResult, PageResult, Status
from parcours.scorecard import ASKED, Evidence, Golden, Scorecard, State, count, scorecards
from parcours.steps import catalogue
from parcours.trace import LEFT_OUT, Effort, Promises, Reply, StepTrace

NATIVE = Engine("chromium", "chromium", "156.0", "native")
EMULATED = Engine("webkit", "chromium", "156.0", "emulated")


def result(
    steps: Sequence[StepTrace] = (),
    judgements: Iterable[Judgement] = (),
    findings: Iterable[Finding] = (),
    **more: Any,
) -> JourneyResult:
    values: dict[str, Any] = {
        "scenario": "write",
        "device": "android",
        "engine": NATIVE,
        "brand": "The Bank",
        "pages": (PageResult("https://bank.example/"), PageResult("https://bank.example/messages")),
        **more,
    }
    return JourneyResult(
        status=Status.PASSED, steps=tuple(steps), judgements=tuple(judgements), findings=tuple(findings), **values
    )


def ruled(rule: str, verdict: Verdict = Verdict.PASSED, page: int = 0) -> Judgement:
    return Judgement(rule, verdict, 1, page=page)


def found(rule: str, aspect: str = "", verdict: Verdict = Verdict.FAILED, page: int = 0, **more: Any) -> Finding:
    certainty = more.pop("certainty", Certainty.HIGH)
    where = Where("write", "android", "start", page=page)
    return Finding(rule, verdict, Severity.MINOR, certainty, Owner.CARE, "It is wrong", aspect, where=where, **more)


def done(says: str, *notes: str, taps: int = 0, **more: Any) -> StepTrace:
    return StepTrace(
        says.replace(" ", "-"), says.split(maxsplit=1)[0], says, effort=Effort(taps=taps), notes=notes, **more
    )


def blocked(says: str, code: str, reason: str = "It is not there") -> StepTrace:
    return StepTrace(says.replace(" ", "-"), says.split(maxsplit=1)[0], says, ended="blocked", code=code, reason=reason)


def card(*results: JourneyResult) -> Scorecard:
    (only,) = scorecards(results)
    return only


def state(point: str, *results: JourneyResult) -> State:
    return next(one.state for one in card(*results).points if one.id == point)


def evidence(point: str, *results: JourneyResult) -> tuple[Evidence, ...]:
    return next(one.evidence for one in card(*results).points if one.id == point)


def test_every_point_looks_at_rules_and_verbs_that_there_are() -> None:
    source = Path(parcours.checks.__file__).parent.with_name("scorecard.py").read_text(encoding="utf-8")
    rules = {word for word in source.split('"') if word in discover()}
    verbs = {"open-chat", "expect-reply", "expect-badge", "expect-notification", "find"}
    assert verbs <= set(catalogue())
    assert rules == {
        "app/undiscoverable", "chat/dead", "chat/hours", "chat/not-loaded", "chat/opens", "contact/none", "contact/taps",
        "dialogue/badge-api", "dialogue/badge-ui", "dialogue/case-progress", "dialogue/channel-loss",
        "dialogue/dead-end", "dialogue/inbox-adviser", "dialogue/inbox-present", "dialogue/loyalty-reason",
        "dialogue/push-capable", "dialogue/push-on-load", "dialogue/push-opens-page", "dialogue/reply-measured",
        "dialogue/reply-promise",
    }  # fmt: skip
    assert {word for word in source.split('"') if word.count("/") == 1 and " " not in word} == rules
    assert len({asked.id for asked in ASKED}) == len(ASKED)
    assert {asked.golden for asked in ASKED} == set(Golden)


def test_what_nothing_told_is_unknown_and_shows_nothing() -> None:
    silent = [
        ruled("dialogue/dead-end", verdict) for verdict in (Verdict.NOT_APPLICABLE, Verdict.NO_FACTS, Verdict.BROKEN)
    ]
    told = card(result(judgements=silent))
    assert {(point.state, point.evidence) for point in told.points} == {(State.UNKNOWN, ())}
    assert count(told.points) == {State.KEPT: 0, State.BROKEN: 0, State.UNKNOWN: len(ASKED)}


def test_a_rule_that_held_keeps_its_point_and_says_where() -> None:
    held = result(judgements=[ruled("dialogue/reply-promise", page=1)], engine=EMULATED, device="iphone")
    assert evidence("promised", held) == (
        Evidence(
            State.KEPT,
            "write",
            "iphone",
            rule="dialogue/reply-promise",
            page=1,
            url="https://bank.example/messages",
            certainty=Certainty.MEDIUM,
            emulated=True,
        ),
    )


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (found("dialogue/dead-end", "no-reply"), State.BROKEN),
        (found("dialogue/dead-end", "no-reply", certainty=Certainty.MEDIUM), State.BROKEN),
        (found("dialogue/dead-end", "no-reply", certainty=Certainty.LOW), State.UNKNOWN),
        (found("dialogue/dead-end", "no-reply", unstable=True), State.UNKNOWN),
        (found("dialogue/dead-end", "circle", Verdict.REVIEW), State.UNKNOWN),
    ],
    ids=["surely", "very likely", "a guess", "gone at a second look", "a doubt"],
)
def test_only_what_is_sure_breaks_a_point(finding: Finding, expected: State) -> None:
    met = result(judgements=[ruled("dialogue/dead-end", finding.verdict)], findings=[finding])
    assert state("dead-end", met) is expected
    assert [told.says for told in evidence("dead-end", met)] == ["It is wrong"]


def test_an_aspect_that_is_about_something_else_leaves_the_point_kept() -> None:
    middling = result(
        judgements=[ruled("dialogue/reply-measured", Verdict.FAILED)],
        findings=[found("dialogue/reply-measured", "middling")],
    )
    late = result(
        judgements=[ruled("dialogue/reply-measured", Verdict.FAILED)],
        findings=[found("dialogue/reply-measured", "late")],
    )
    assert (state("in-time", middling), state("in-time", late)) == (State.KEPT, State.BROKEN)


def test_one_broken_page_breaks_what_others_keep() -> None:
    judged = [ruled("contact/taps"), ruled("contact/taps", Verdict.FAILED, page=1)]
    met = result(judgements=judged, findings=[found("contact/taps", "taps", page=1)])
    assert [(told.state, told.page) for told in evidence("reach", met)] == [(State.BROKEN, 1), (State.KEPT, 0)]


def test_that_a_chat_is_not_dead_does_not_show_that_it_opens() -> None:
    judged = [ruled("chat/dead"), ruled("chat/not-loaded"), ruled("dialogue/push-capable"), ruled("contact/none")]
    met = result(judgements=judged)
    assert {state(point, met) for point in ("chat", "notified", "reach")} == {State.UNKNOWN}
    assert state("chat", result([done("open-chat")], judged)) is State.KEPT
    dead = result([done("open-chat")], [ruled("chat/dead", Verdict.FAILED)], [found("chat/dead", "olark")])
    assert state("chat", dead) is State.BROKEN


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (done("find message", "message found: Write (2 taps)", taps=2), State.KEPT),
        (done("find message", "message found: Help › Write (3 taps)", taps=3), State.BROKEN),
        (done("find contact", "contact found: Help (1 tap)", taps=1), State.UNKNOWN),
        (blocked("find message", "not-found", "no message within 2 taps; tried the page itself"), State.BROKEN),
        (blocked("find message", "not-found", "no message within 1 tap; tried the page itself"), State.UNKNOWN),
        (blocked("find message", "page-hung", "the page does not answer any more"), State.UNKNOWN),
        (StepTrace("find", "find", "find message", ended="skipped"), State.UNKNOWN),
    ],
    ids=["two taps", "three", "another goal", "in vain", "not looked for that far", "not the site's", "not reached"],
)
def test_somebody_to_write_to_is_two_taps_away(step: StepTrace, expected: State) -> None:
    assert state("write", result([step])) is expected


@pytest.mark.parametrize(
    ("steps", "unread", "cleared"),
    [
        ([done("expect-badge 0")], State.UNKNOWN, State.UNKNOWN),
        ([done("expect-badge 2"), done("expect-badge 0")], State.KEPT, State.KEPT),
        ([done("expect-badge 2"), blocked("expect-badge 0", "badge-left")], State.KEPT, State.BROKEN),
        ([blocked("expect-badge 2", "badge-missing")], State.BROKEN, State.UNKNOWN),
        ([blocked("expect-badge 0", "badge-left")], State.UNKNOWN, State.UNKNOWN),
    ],
    ids=["none, and none before", "shown and gone", "stays", "never shown", "an older one"],
)
def test_a_badge_counts_and_goes_away(steps: list[StepTrace], unread: State, cleared: State) -> None:
    met = result(steps)
    assert (state("unread", met), state("cleared", met)) == (unread, cleared)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (done("expect-notification “News”", "notification: “News”"), State.KEPT),
        (blocked("expect-notification “News”", "no-notification"), State.BROKEN),
        (blocked("expect-notification “News”", "cannot-know"), State.UNKNOWN),
        (StepTrace("n", "expect-notification", "", ended="skipped", code=LEFT_OUT), State.UNKNOWN),
    ],
)
def test_an_emulated_iphone_neither_keeps_nor_breaks_notifications(step: StepTrace, expected: State) -> None:
    assert state("notified", result([step])) is expected


def test_a_human_s_reply_is_told_with_its_time() -> None:
    step = done("expect-reply 20 s", "a reply after 2.4 s: “Hello”", reply=Reply(2400))
    assert [(told.state, told.step, told.says) for told in evidence("human", result([step]))] == [
        (State.KEPT, "expect-reply-20-s", "a reply after 2.4 s: “Hello”")
    ]
    assert state("human", result([blocked("expect-reply 20 s", "no-reply")])) is State.BROKEN
    assert state("human", result([blocked("expect-reply 20 s", "nothing-sent")])) is State.UNKNOWN


@pytest.mark.parametrize(
    ("step", "unread", "notified"),
    [
        (done("manual “The app shows a red badge”", "attested by Anna on 2026-11-20"), State.KEPT, State.UNKNOWN),
        (done("manual “Une notification arrive”", "attested by Anna on 2026-11-20"), State.UNKNOWN, State.KEPT),
        (done("manual “The shop is open”", "attested by Anna on 2026-11-20"), State.UNKNOWN, State.UNKNOWN),
        (blocked("manual “The app shows a red badge”", "manual-expired"), State.UNKNOWN, State.UNKNOWN),
    ],
    ids=["a badge", "a notification", "something else", "too long ago"],
)
def test_what_a_person_attests_keeps_what_no_emulated_phone_can_try(
    step: StepTrace, unread: State, notified: State
) -> None:
    met = result([step])
    assert (state("unread", met), state("notified", met)) == (unread, notified)


def test_each_brand_has_its_own_card_whatever_the_journey() -> None:
    first, second = result(scenario="a"), result(scenario="b")
    other, nobody = result(scenario="c", brand="The Shop"), result(scenario="d", brand="")
    told = [(one.brand, one.scenarios) for one in scorecards([first, other, second, nobody])]
    assert told == [("The Bank", ("a", "b")), ("The Shop", ("c",)), ("d", ("d",))]


def test_a_card_is_worth_telling_where_dialogue_was_looked_at() -> None:
    few = [ruled("contact/taps"), ruled("dialogue/dead-end"), ruled("app/undiscoverable")]
    enough = [
        *few,
        *(ruled(f"dialogue/{name}") for name in ("inbox-present", "case-progress", "push-on-load", "reply-promise")),
    ]
    assert not card(result([done("see “Boots”"), done("find app", taps=1)], few)).about_dialogue
    assert card(result(judgements=enough)).about_dialogue
    assert not card(result(judgements=enough[:-1])).about_dialogue
    assert card(result([done("open-chat")])).about_dialogue
    assert card(result(promises=Promises(adviser="Camille"))).about_dialogue
