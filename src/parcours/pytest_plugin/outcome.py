"""A journey's result as pytest tells it: pass, fail with findings that can be read, or skip."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parcours.comparing import Compared, Line, Policy, grouped, key_of
from parcours.comparing.ending import failed, fine
from parcours.findings import Finding
from parcours.reporting.text import clean
from parcours.results import JourneyResult, Status, failing


def tell(result: JourneyResult, compared: Compared | None, policy: Policy) -> None:
    """Return when the journey passed; fail or skip otherwise. A site that is down is never a pass.

    Where there is a baseline it passes when nothing got worse.
    """
    if result.status is not Status.ERROR:
        if failed(result, compared, policy):
            pytest.fail("\n".join(_lines(result, compared, policy)), pytrace=False)
        if fine(result, compared):
            return
    if result.status is Status.INCONCLUSIVE:
        pytest.skip(clean(f"not judged: {result.reason} ({result.code})"))
    pytest.fail("\n".join(_lines(result, compared, policy)), pytrace=False)


def _lines(result: JourneyResult, compared: Compared | None, policy: Policy) -> Iterator[str]:
    yield clean(f"{result.name or result.scenario} on {result.device_title or result.device}")
    for step in result.steps:
        if step.ended == "blocked":
            line = f":{step.line}" if step.line else ""
            yield clean(
                f"  {step.file or result.file}{line}: step “{step.says}” was blocked: {step.reason} ({step.code})"
            )
    if result.code in ("over-limit", "screen-changed"):
        yield clean(f"  {result.reason} ({result.code})")
    if result.status is Status.ERROR:
        yield clean(f"  parcours could not do its work: {result.reason} ({result.code})")
    if compared and compared.against and policy.fail_on == "new":
        for standing_line in filter(policy.fails, compared.lines):
            yield from _worse(standing_line, result)
        return
    excused = {line.key for line in compared.lines if line.accepted} if compared else set()
    for finding in failing(result.findings, policy.least):
        if key_of(finding) not in excused:
            yield from _finding(finding)


def _worse(line: Line, result: JourneyResult) -> Iterator[str]:
    """What got worse, and what to do about it."""
    where = f" at {line.step}" if line.step else ""
    standing = line.standing.replace("-", " ")
    yield clean(f"  {standing}: {line.severity:8} {line.rule}{where} [{line.owner}] {line.message}", 600)
    advice = next((finding.advice for finding in grouped(result.findings).get(line.key, ()) if finding.advice), None)
    if advice:
        yield clean(f"    {advice.do}")


def _finding(finding: Finding) -> Iterator[str]:
    yield clean(f"  {finding.severity:8} {finding.rule:24} [{finding.owner}] {finding.message}")
    if finding.advice:
        yield clean(f"  {'':8} {'':24} {finding.advice.do}")
