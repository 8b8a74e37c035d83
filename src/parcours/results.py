"""What a journey leaves behind: `result.json`, and all that reports are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, Protocol

from parcours.facts.belongings import Belonging
from parcours.facts.geometry import Box
from parcours.facts.model import Engine, Hop, Network, Platform
from parcours.findings import Certainty, Finding, Judgement, Severity, Verdict
from parcours.trace import Effort, Promises, Start, StepTrace

RESULT_SCHEMA = 1


class Status(StrEnum):
    """How a journey ended. Only PASSED is a pass."""

    PASSED = "passed"
    FAILED = "failed"  # a finding, or a step that a customer could not have taken
    INCONCLUSIVE = "inconclusive"  # nothing could be judged: the site refuses robots, or a person must look
    ERROR = "error"  # parcours could not do its work


@dataclass(frozen=True, slots=True)
class PageResult:
    """One page that was met. Files are named from the journey's folder.

    `shot` is what the phone showed, `shot_width` how many of the page's CSS pixels it is across (a page
    laid out for a desk is shown smaller); 0 when that is not known. `full` is the page further down, as
    far as it was pictured: `full_width` and `full_height` are its size in the page's CSS pixels, which
    `Finding.box` is in.
    """

    url: str
    title: str = ""
    status: int = 0
    navigation: tuple[Hop, ...] = ()
    shot: str = ""
    shot_width: float = 0
    full: str = ""
    full_width: float = 0
    full_height: float = 0
    layout_width: float = 0
    requests: int = 0
    bytes: int = 0
    facts: str = ""
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenResult:
    """The screen at the end of a step, against the one that was kept.

    `state` is "same", "changed", "new" (none is kept) or "not-compared", and `reason` says why in words. `shot`,
    `kept` and `diff` are files, "" where there is none. `percent` is the share of pixels that changed, `places`
    where, in CSS pixels of the screen. `strict` means that a change fails the journey.
    """

    step: str
    state: Literal["same", "changed", "new", "not-compared"]
    reason: str = ""
    shot: str = ""
    kept: str = ""
    diff: str = ""
    percent: float = 0
    blocks: int = 0
    places: tuple[Box, ...] = ()
    strict: bool = False

    @property
    def fails(self) -> bool:
        """True when the change is a reason to fail."""
        return self.strict and self.state == "changed"


@dataclass(frozen=True, slots=True)
class JourneyResult:
    """One journey on one device.

    `scenario` is the scenario's id and `device` the device's name; `code` and `reason` say why a
    journey did not pass where no finding does. `judgements` carry no findings of their own: those are
    in `findings`, dearest first. `folder` is where its files lie, from the run's folder. `brand` is what
    scorecards are gathered under, the site's host where the scenario names none. `inventory` is what its pages
    have that would be missed, None when nobody took it.
    """

    scenario: str
    device: str
    engine: Engine
    status: Status
    name: str = ""
    file: str = ""
    lang: str = ""
    device_title: str = ""
    platform: Platform = "ios"
    width: int = 0
    height: int = 0
    scale: float = 1
    code: str = ""
    reason: str = ""
    start: Start = field(default_factory=Start)
    steps: tuple[StepTrace, ...] = ()
    pages: tuple[PageResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    effort: Effort = field(default_factory=Effort)
    notes: tuple[str, ...] = ()
    started: str = ""
    ms: int = 0
    folder: str = ""
    parcours: str = ""
    schema: int = RESULT_SCHEMA
    brand: str = ""
    network: Network = "as-is"
    promises: Promises = field(default_factory=Promises)
    inventory: tuple[Belonging, ...] | None = None
    screens: tuple[ScreenResult, ...] = ()

    @property
    def id(self) -> str:
        """Scenario and device with its engine: `spring-letter[iphone-chromium]`."""
        return f"{self.scenario}[{self.device}-{self.engine.used}]"

    @property
    def judged(self) -> bool:
        """True when at least one check came to a verdict about something."""
        spoken = (Verdict.PASSED, Verdict.FAILED, Verdict.REVIEW)
        return any(judgement.verdict in spoken for judgement in self.judgements)


INTERRUPTED = "tool-interrupted"  # the code of a journey that was under way when the run ended
DISK_FULL = "tool-disk-full"  # and of one whose evidence found no room
TO_REPEAT = frozenset({INTERRUPTED, DISK_FULL})  # what is walked again when a run goes on


class Told(Protocol):
    """What was heard of a journey under way: a step, a page, or what was found."""

    @property
    def step(self) -> StepTrace | None: ...

    @property
    def page(self) -> PageResult | None: ...

    @property
    def findings(self) -> tuple[Finding, ...]: ...

    @property
    def judgements(self) -> tuple[Judgement, ...]: ...


@dataclass(frozen=True, slots=True)
class Part:
    """The same as it was kept."""

    step: StepTrace | None = None
    page: PageResult | None = None
    findings: tuple[Finding, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def broken_off(begun: JourneyResult, told: Sequence[Told]) -> JourneyResult:
    """The result of a journey that did not come to its end: all that was heard of it. `begun` says why."""
    findings = tuple(finding for part in told for finding in part.findings)
    return replace(
        begun,
        status=Status.FAILED if failing(findings) else begun.status,
        steps=tuple(part.step for part in told if part.step),
        pages=tuple(part.page for part in told if part.page),
        findings=findings,
        judgements=tuple(judgement for part in told for judgement in part.judgements),
    )


# A note tells something worth knowing; it never fails a journey.
FAILS_FROM = Severity.MINOR


def failing(findings: Iterable[Finding], least: Severity = FAILS_FROM, *, strict: bool = False) -> tuple[Finding, ...]:
    """The findings that fail a journey: at least as dear as `least`, and more than a guess.

    What is of low certainty (times on the machine that tested, a page whose style sheets did not come) is
    told, and fails nobody's build. What was gone at a second look fails it only where one is `strict`.
    """
    sure = (f for f in findings if f.verdict is Verdict.FAILED and f.certainty is not Certainty.LOW)
    return tuple(f for f in sure if f.severity.at_least(least) and (strict or not f.unstable))


def grave_doubts(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What a person must settle before the journey can be called a pass: blockers that nobody could be sure of,
    because no check could tell, or because they were gone at a second look.
    """
    graver = (f for f in findings if f.severity is Severity.BLOCKER)
    return tuple(f for f in graver if f.verdict is Verdict.REVIEW or (f.unstable and failing([f], strict=True)))
