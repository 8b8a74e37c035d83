"""The four golden rules of a brand's dialogue with its customers, point by point, out of a run's results. Pure.

A point is kept, broken or unknown. Only what was looked at can be kept: what no page offered, what an engine cannot
know, what a check could not tell or only guessed leaves it unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from parcours.findings import Certainty, Finding, Judgement, Verdict
from parcours.results import JourneyResult
from parcours.trace import Promises, StepTrace


class Golden(StrEnum):
    """The golden rules."""

    CONVERSATION = "conversation"  # favour conversation
    PROGRESS = "progress"  # tell the customer when there is progress
    SPEED = "speed"  # answer fast
    LOYALTY = "loyalty"  # give reasons to be loyal


class State(StrEnum):
    """What is known of a point, what decides it first."""

    BROKEN = "broken"
    KEPT = "kept"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for a point or against it; `state` is what it says of the point by itself.

    It was a rule's verdict (`rule`, and `page`, the index in the journey's pages) or a step (`step`, its id). `says` is
    what was said: the finding's message, the step's reason or note; "" where a rule simply held. `emulated` means that
    another engine stood in for the phone's own.
    """

    state: State
    scenario: str
    device: str
    rule: str = ""
    step: str = ""
    page: int | None = None
    url: str = ""
    says: str = ""
    certainty: Certainty = Certainty.HIGH
    emulated: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One point as it stands for a brand, with what shows it, what decides first."""

    id: str
    golden: Golden
    title: str
    state: State
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A brand's points, in the order of the golden rules.

    `about_dialogue` is True when its journeys have to do with dialogue: they write, wait for an answer or hold the
    brand to what it promises, or came across enough of it to tell a third of the points.
    """

    brand: str
    scenarios: tuple[str, ...]
    points: tuple[Point, ...]
    about_dialogue: bool = False

    def of(self, golden: Golden) -> tuple[Point, ...]:
        """The points of one golden rule."""
        return tuple(point for point in self.points if point.golden is golden)


def count(points: Iterable[Point]) -> Mapping[State, int]:
    """How many points are in each state, those without any included."""
    states = [point.state for point in points]
    return {state: states.count(state) for state in State}


# What is looked at for a point

Sign = Callable[[JourneyResult], Iterable[Evidence]]

SPOKEN = (Verdict.PASSED, Verdict.FAILED, Verdict.REVIEW)
NEAR = 2  # taps
DIALOGUE = frozenset({"open-chat", "expect-reply", "expect-badge", "expect-notification"})
ENOUGH = 3  # a third of the points
BADGE = r"\bbadge|\bpastille|\bnon lus?\b|\bunread\b"
NOTIFICATION = r"\bnotifi|\bpush\b"


def by_rule(rule: str, *breaking: str) -> Sign:
    """What a rule said on each page or journey. Only the aspects named break the point; with none, every one does."""
    return _ruled(rule, breaking)


def unless(rule: str, *breaking: str) -> Sign:
    """The same for a rule that can only speak against a point: that it held shows nothing yet."""
    told = _ruled(rule, breaking)
    return lambda result: (evidence for evidence in told(result) if evidence.state is not State.KEPT)


def _ruled(rule: str, breaking: tuple[str, ...]) -> Sign:

    def read(result: JourneyResult) -> Iterator[Evidence]:
        for judgement in result.judgements:
            if judgement.rule == rule and judgement.verdict in SPOKEN:
                yield from _judged(result, judgement, breaking)

    return read


def _judged(result: JourneyResult, judgement: Judgement, breaking: tuple[str, ...]) -> Iterator[Evidence]:
    page = judgement.page
    met = [f for f in result.findings if f.rule == judgement.rule and f.where.page == page]
    against = [finding for finding in met if not breaking or finding.aspect in breaking]
    for finding in against:
        state = State.BROKEN if _is_sure(finding) else State.UNKNOWN
        yield _evidence(
            result,
            state,
            rule=finding.rule,
            page=page,
            step=finding.where.step,
            says=finding.message,
            certainty=finding.certainty,
        )
    if not against and (met or judgement.verdict is Verdict.PASSED):
        yield _evidence(result, State.KEPT, rule=judgement.rule, page=page)


def _is_sure(finding: Finding) -> bool:
    return finding.verdict is Verdict.FAILED and finding.certainty is not Certainty.LOW and not finding.unstable


def by_step(verb: str, *codes: str) -> Sign:
    """Whether steps of that verb could be taken; blocked with one of these codes they break the point."""

    def read(result: JourneyResult) -> Iterator[Evidence]:
        for step in result.steps:
            if step.verb == verb and (state := _taken(step, codes)):
                yield _of_step(result, step, state)

    return read


def _taken(step: StepTrace, codes: tuple[str, ...]) -> State | None:
    """What a step says by itself; None when it was never reached."""
    match step.ended:
        case "done":
            return State.KEPT
        case "blocked":
            return State.BROKEN if step.code in codes else State.UNKNOWN
        case _:
            return None


def found(*goals: str) -> Sign:
    """Whether `find` came to one of these within two taps."""

    def read(result: JourneyResult) -> Iterator[Evidence]:
        for step in result.steps:
            if step.verb == "find" and _word(step) in goals and (state := _taken(step, ("not-found",))):
                yield _of_step(result, step, _near(step, state))

    return read


def _near(step: StepTrace, state: State) -> State:
    if state is State.KEPT and step.effort.taps > NEAR:
        return State.BROKEN
    allowed = re.search(r"within (\d+) tap", step.reason)
    # Who was not found within one tap may well be two taps away.
    return State.UNKNOWN if state is State.BROKEN and allowed and int(allowed[1]) < NEAR else state


def counted(result: JourneyResult) -> Iterator[Evidence]:
    """Whether news was counted: a badge that was to show a number."""
    for step in result.steps:
        if step.verb == "expect-badge" and _word(step) != "0" and (state := _taken(step, ("badge-missing",))):
            yield _of_step(result, step, state)


def cleared(result: JourneyResult) -> Iterator[Evidence]:
    """Whether a count that had been seen went away."""
    seen = False
    for step in (step for step in result.steps if step.verb == "expect-badge"):
        if _word(step) != "0":
            seen = step.ended == "done"
        elif seen and (state := _taken(step, ("badge-left",))):
            yield _of_step(result, step, state)


def attested(words: str) -> Sign:
    """What a person attests in such words. Too old, or by nobody, it leaves the point unknown."""

    def read(result: JourneyResult) -> Iterator[Evidence]:
        for step in result.steps:
            if step.verb == "manual" and re.search(words, step.says, re.IGNORECASE) and (state := _taken(step, ())):
                yield replace(_of_step(result, step, state), certainty=Certainty.MEDIUM)

    return read


def _word(step: StepTrace) -> str:
    """The value of a step's verb, as the step says it: `find message`."""
    return step.says.removeprefix(step.verb).strip(" :")


def _of_step(result: JourneyResult, step: StepTrace, state: State) -> Evidence:
    notes = (note for note in step.notes if not note.startswith("leaves the browser"))
    return _evidence(result, state, step=step.id, page=step.page, says=step.reason or "; ".join(notes))


def _evidence(
    result: JourneyResult,
    state: State,
    *,
    rule: str = "",
    step: str = "",
    page: int | None = None,
    says: str = "",
    certainty: Certainty = Certainty.HIGH,
) -> Evidence:
    emulated = result.engine.fidelity == "emulated"
    known = page is not None and 0 <= page < len(result.pages)
    return Evidence(
        state=state,
        scenario=result.scenario,
        device=result.device,
        rule=rule,
        step=step,
        page=page,
        url=result.pages[page].url if page is not None and known else "",
        says=says,
        certainty=Certainty.MEDIUM if emulated and certainty is Certainty.HIGH else certainty,
        emulated=emulated,
    )


# The points


@dataclass(frozen=True, slots=True)
class Asked:
    """A point as it is asked of every brand: its id, its golden rule, what must hold, and what tells."""

    id: str
    golden: Golden
    title: str
    signs: tuple[Sign, ...]


ASKED = (
    Asked(
        "reach",
        Golden.CONVERSATION,
        "Somebody can be reached within two taps",
        (
            by_rule("contact/taps"),
            found("contact", "call", "callback"),
            unless("contact/none"),
            unless("dialogue/dead-end", "no-reply-only"),
        ),
    ),
    Asked(
        "write",
        Golden.CONVERSATION,
        "A customer can write to somebody within two taps",
        (found("message", "form"),),
    ),
    Asked(
        "inbox",
        Golden.CONVERSATION,
        "Messages have a place of their own, with a field to write in",
        (by_rule("dialogue/inbox-present"),),
    ),
    Asked(
        "chat",
        Golden.CONVERSATION,
        "The chat opens, and one can write in it",
        (
            by_step("open-chat", "chat-shut", "chat-dead", "chat-missing"),
            by_rule("chat/opens"),
            unless("chat/dead"),
            unless("chat/not-loaded"),
        ),
    ),
    Asked(
        "unread",
        Golden.CONVERSATION,
        "Unread messages are counted, for the eye and for the ear",
        (counted, by_rule("dialogue/badge-ui", "unheard", "title"), attested(BADGE)),
    ),
    Asked("dead-end", Golden.CONVERSATION, "No way to somebody ends at nobody", (by_rule("dialogue/dead-end"),)),
    Asked("app", Golden.CONVERSATION, "Customers without the app are led to it", (by_rule("app/undiscoverable"),)),
    Asked(
        "progress",
        Golden.PROGRESS,
        "The case says how far it is, and since when",
        (by_rule("dialogue/case-progress", "no-date"),),
    ),
    Asked(
        "asked-well",
        Golden.PROGRESS,
        "Notifications are asked for at the right moment",
        (by_rule("dialogue/push-on-load"),),
    ),
    Asked(
        "notified",
        Golden.PROGRESS,
        "News comes as a notification",
        (
            by_step("expect-notification", "no-notification"),
            unless("dialogue/push-capable"),
            attested(NOTIFICATION),
        ),
    ),
    Asked(
        "opens",
        Golden.PROGRESS,
        "A tap on a notification opens what it is about",
        (by_rule("dialogue/push-opens-page"),),
    ),
    Asked(
        "cleared",
        Golden.PROGRESS,
        "The count goes away once all is read",
        (cleared, unless("dialogue/badge-api")),
    ),
    Asked(
        "asked-once",
        Golden.PROGRESS,
        "What the customer has said once is not asked again",
        (by_rule("dialogue/channel-loss"),),
    ),
    Asked(
        "promised",
        Golden.SPEED,
        "Customers who write know when they will hear back",
        (by_rule("dialogue/reply-promise"),),
    ),
    Asked("human", Golden.SPEED, "A human replied", (by_step("expect-reply", "no-reply"),)),
    Asked(
        "in-time",
        Golden.SPEED,
        "The reply came in time",
        (by_rule("dialogue/reply-measured", "none", "late", "slow"),),
    ),
    Asked("hours", Golden.SPEED, "A chat that is closed says when it opens", (by_rule("chat/hours"),)),
    Asked(
        "adviser", Golden.LOYALTY, "The adviser has a name, and can be reached", (by_rule("dialogue/inbox-adviser"),)
    ),
    Asked(
        "reasons",
        Golden.LOYALTY,
        "The reasons to be loyal can be read on the way",
        (by_rule("dialogue/loyalty-reason"),),
    ),
)


def scorecards(results: Iterable[JourneyResult]) -> tuple[Scorecard, ...]:
    """One card for each brand, in the order in which they were met. A journey without a brand counts with no other."""
    brands: dict[str, list[JourneyResult]] = {}
    for result in results:
        brands.setdefault(result.brand or result.scenario, []).append(result)
    return tuple(_card(brand, theirs) for brand, theirs in brands.items())


def _card(brand: str, results: list[JourneyResult]) -> Scorecard:
    points = tuple(_point(asked, results) for asked in ASKED)
    known = sum(point.state is not State.UNKNOWN for point in points)
    return Scorecard(
        brand,
        tuple(dict.fromkeys(result.scenario for result in results)),
        points,
        about_dialogue=any(map(_is_dialogue, results)) or known * ENOUGH >= len(points),
    )


def _is_dialogue(result: JourneyResult) -> bool:
    return result.promises != Promises() or any(step.verb in DIALOGUE for step in result.steps)


def _point(asked: Asked, results: Iterable[JourneyResult]) -> Point:
    """Broken as soon as one thing says so, kept when something does and nothing is against it."""
    met = [evidence for result in results for sign in asked.signs for evidence in sign(result)]
    told = sorted(met, key=lambda evidence: tuple(State).index(evidence.state))
    return Point(asked.id, asked.golden, asked.title, told[0].state if told else State.UNKNOWN, tuple(told))
