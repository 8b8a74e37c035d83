"""Why a journey fails, in lines for a terminal and for a CI server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.comparing import Compared, Line, Policy, grouped, key_of
from parcours.comparing.ending import guilty, only_worse
from parcours.findings import Finding, Owner
from parcours.reporting.groups import DEPARTMENTS
from parcours.reporting.text import for_terminal
from parcours.results import JourneyResult, Status, failing


def reasons(result: JourneyResult, compared: Compared | None, policy: Policy) -> Iterator[str]:
    """The journey's name, then where it was stopped, then what fails it and what to do about that."""
    yield for_terminal(f"{result.name or result.scenario} on {result.device_title or result.device}")
    yield from _stops(result)
    if compared and only_worse(compared, policy):
        for line in filter(policy.fails, _lines(compared, result)):
            yield from _worse(line, result)
        return
    wrong = guilty(result, compared, policy)
    for finding in failing(result.findings, policy.least, strict=policy.strict):
        if key_of(finding) in wrong:
            yield from told(finding)


def _stops(result: JourneyResult) -> Iterator[str]:
    for step in result.steps:
        if step.ended == "blocked":
            line = f":{step.line}" if step.line else ""
            yield for_terminal(
                f"  {step.file or result.file}{line}: step “{step.says}” was blocked: {step.reason} ({step.code})"
            )
    if result.code in ("over-limit", "screen-changed"):
        yield for_terminal(f"  {result.reason} ({result.code})")
    if result.status is Status.ERROR:
        yield for_terminal(f"  parcours could not do its work: {result.reason} ({result.code})")


def _worse(line: Line, result: JourneyResult) -> Iterator[str]:
    """What got worse, and what to do about it."""
    where = f" at {line.step}" if line.step else ""
    standing = line.standing.replace("-", " ")
    yield for_terminal(f"  {standing}: {line.severity:8} {line.rule}{where} [{line.owner}] {line.message}", 600)
    advice = next((finding.advice for finding in grouped(result.findings).get(line.key, ()) if finding.advice), None)
    if advice:
        yield for_terminal(f"    {advice.do}")


def told(finding: Finding) -> Iterator[str]:
    """A finding in two lines: what is wrong and whose it is, and what to do."""
    yield for_terminal(f"  {finding.severity:8} {finding.rule:24} [{finding.owner}] {finding.message}")
    if finding.advice:
        yield for_terminal(f"  {'':8} {'':24} {finding.advice.do}")


def departments(result: JourneyResult, compared: Compared | None, policy: Policy) -> tuple[Owner, ...]:
    """Who must mend something before the journey passes, in their usual order."""
    wrong = guilty(result, compared, policy)
    owners = {finding.owner for finding in result.findings if key_of(finding) in wrong}
    owners |= {line.owner for line in _lines(compared, result) if line.key in wrong and not line.found}
    return tuple(owner for owner in DEPARTMENTS if owner in owners)


def _lines(compared: Compared | None, result: JourneyResult) -> Iterable[Line]:
    return [line for line in compared.lines if line.device == result.device] if compared else ()
