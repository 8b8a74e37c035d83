"""Facts and checks in, judgements out. Pure: the same facts always get the same judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from parcours.checks import Check, JourneyCheck, PageCheck
from parcours.facts.advertising import without_advertisements
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.walls import Wall, wall
from parcours.findings import CannotTell, Certainty, Finding, Judgement, Problem, Verdict, Where
from parcours.trace import JourneyTrace

AnyCheck = Check[Any, Any]

FIRST_ERROR_STATUS = 400


def judge_page(page: PageSnapshot, checks: Iterable[AnyCheck], where: Where) -> tuple[Judgement, ...]:
    """Every page check's judgement of one page, in the order of the checks."""
    before, page = wall(page), without_advertisements(page)
    return tuple(_judge(check, page, where, before) for check in checks if isinstance(check, PageCheck))


def judge_journey(trace: JourneyTrace, checks: Iterable[AnyCheck], where: Where) -> tuple[Judgement, ...]:
    """Every journey check's judgement of one journey, in the order of the checks."""
    before = wall(trace.landing) if trace.landing else None
    trace = replace(trace, pages=tuple(map(without_advertisements, trace.pages)))
    return tuple(_judge(check, trace, where, before) for check in checks if isinstance(check, JourneyCheck))


def _judge(check: AnyCheck, facts: Any, where: Where, before: Wall | None) -> Judgement:
    said = Judgement(check.id, Verdict.NOT_APPLICABLE, version=check.version, page=where.page)
    if facts.device.platform not in check.platforms:
        return replace(said, note=f"not for {facts.device.platform}")
    if missing := sorted(check.needs - facts.facets):
        return replace(said, verdict=Verdict.NO_FACTS, note=f"missing: {', '.join(missing)}")
    if isinstance(facts, PageSnapshot) and facts.status >= FIRST_ERROR_STATUS and not check.error_pages:
        return replace(said, verdict=Verdict.NO_FACTS, note=f"an error page ({facts.status})")
    # What a gatekeeper wrote is not the site's: only what lies in the answer itself can be judged.
    if before and not check.error_pages and (isinstance(check, PageCheck) or "frames" in check.needs):
        return replace(said, verdict=Verdict.NO_FACTS, note=f"a wall before the site: {before.sign}")
    try:
        subjects = tuple(check.looks_at(facts))
        findings = tuple(_findings(check, subjects, facts, where))
    except Exception as error:  # noqa: BLE001 - a check is code too: its fault must not cost the others
        return replace(said, verdict=Verdict.BROKEN, note=f"{type(error).__name__}: {error}")
    return replace(said, verdict=_verdict(subjects, findings), examined=len(subjects), findings=findings)


def _verdict(subjects: tuple[Any, ...], findings: tuple[Finding, ...]) -> Verdict:
    if any(finding.verdict is Verdict.FAILED for finding in findings):
        return Verdict.FAILED
    if findings:
        return Verdict.REVIEW
    return Verdict.PASSED if subjects else Verdict.NOT_APPLICABLE


def _findings(check: AnyCheck, subjects: Iterable[Any], facts: Any, where: Where) -> Iterator[Finding]:
    for subject in subjects:
        for problem in check.judge(subject, facts):
            yield _finding(check, problem, subject, facts, where)


def _finding(check: AnyCheck, problem: Problem, subject: Any, facts: Any, where: Where) -> Finding:
    doubt = isinstance(problem, CannotTell)
    return Finding(
        rule=check.id,
        verdict=Verdict.REVIEW if doubt else Verdict.FAILED,
        severity=problem.severity or check.severity,
        certainty=_certainty(check, problem, facts),
        owner=problem.owner or check.owner,
        message=problem.message,
        aspect=problem.aspect,
        about=getattr(subject, "address", ""),
        where=where,
        box=_box(subject, facts),
        evidence=problem.evidence,
        title=check.title,
        why=check.reason,
        advice=problem.advice or check.advice,
    )


def _certainty(check: AnyCheck, problem: Problem, facts: Any) -> Certainty:
    """An iPhone that was emulated in another engine is never quite an iPhone."""
    said = problem.certainty or check.certainty
    emulated = facts.device.engine.fidelity == "emulated"
    return Certainty.MEDIUM if emulated and said is Certainty.HIGH else said


def _box(subject: Any, facts: Any) -> Box | None:
    if isinstance(subject, Element) and isinstance(facts, PageSnapshot):
        found: Any = facts.on_page(subject)
    else:
        found = getattr(subject, "box", None)
    return found if isinstance(found, Box) and found.area else None
