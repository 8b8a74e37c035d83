"""Results made by hand, as a scenario of two steps leaves them, for what is compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from parcours.comparing.approving import Approval
from parcours.comparing.known import Baseline
from parcours.facts.belongings import Belonging, Sort
from parcours.facts.model import Engine
from parcours.findings import Certainty, Finding, Judgement, Owner, Severity, Verdict, Where
from parcours.results import JourneyResult, PageResult, Status, failing
from parcours.trace import Effort, StepTrace

DAY = date(2026, 3, 2)
PLATFORMS = {"iphone": "ios", "android": "android", "small-android": "android"}
TITLES = {"iphone": "iPhone 13", "android": "Pixel 7", "small-android": "Galaxy S8"}
STEPS = ("start", "tap-buy")


def found(
    rule: str = "text/tiny",
    about: str = "main > p",
    *,
    step: str = "start",
    device: str = "iphone",
    aspect: str = "",
    severity: Severity = Severity.MINOR,
    verdict: Verdict = Verdict.FAILED,
    **more: Any,
) -> Finding:
    """A finding on the page of a step."""
    where = Where("letter", device, step, page=STEPS.index(step) if step in STEPS else None)
    certainty = more.pop("certainty", Certainty.HIGH)
    return Finding(
        rule, verdict, severity, certainty, Owner.WEB, f"{rule} is wrong", aspect, about, where=where, **more
    )


def result(
    *findings: Finding,
    device: str = "iphone",
    tried: Iterable[str] = ("text/tiny", "links/dead"),
    idle: Iterable[str] = (),
    no_facts: Iterable[str] = (),
    steps: Iterable[str] = STEPS,
    blocked: str = "",
    inventory: tuple[Belonging, ...] = (Belonging(Sort.CONTACT, "tel +33465711234"),),
    effort: Effort = Effort(taps=2, scrolls=0.5, bytes=500_000, ms=4000),
    versions: dict[str, int] | None = None,
    **more: Any,
) -> JourneyResult:
    """A walk whose every step leads to a page, as far as it got; each rule looked at ten things on each page."""
    there = tuple(replace(f, where=replace(f.where, device=device)) for f in findings)
    walked = tuple(steps)
    reached = walked[: walked.index(blocked)] if blocked else walked
    traces = tuple(
        StepTrace(step, "tap", step, page=index) if step in reached else
        StepTrace(step, "tap", step, ended="blocked", code="not-found", reason="it is not there") if step == blocked else
        StepTrace(step, "tap", step, ended="skipped")
        for index, step in enumerate(walked)
    )  # fmt: skip
    judged = []
    for page in range(len(reached)):
        for rule in {*tried, *(f.rule for f in there)} - {*idle, *no_facts}:
            wrong = [f for f in there if f.rule == rule and f.where.page == page]
            verdict = Verdict.FAILED if wrong else Verdict.PASSED
            judged.append(Judgement(rule, verdict, 10, version=(versions or {}).get(rule, 1), page=page))
        judged += [Judgement(rule, Verdict.NOT_APPLICABLE, page=page) for rule in idle]
        judged += [Judgement(rule, Verdict.NO_FACTS, page=page) for rule in no_facts]
    bad = bool(failing(there)) or bool(blocked)
    values: dict[str, Any] = {
        "status": Status.FAILED if bad else Status.PASSED,
        "code": "not-found" if blocked else "",
        **more,
    }
    return JourneyResult(
        "letter",
        device,
        Engine(version="156.0"),
        name="The letter",
        file="scenarios/letter.yaml",
        device_title=TITLES[device],
        platform=PLATFORMS[device],  # type: ignore[arg-type]
        steps=traces,
        pages=tuple(PageResult(f"https://shop.example/{step}") for step in reached),
        findings=there,
        judgements=tuple(judged),
        effort=effort,
        inventory=inventory,
        parcours="1.0",
        **values,
    )


def approved(*results: JourneyResult, old: Baseline | None = None, **terms: Any) -> Baseline:
    """What is known after approving these results."""
    return Approval(terms.pop("today", DAY), **terms).of(old, "letter", results)
