"""A journey's result as pytest tells it: pass, fail with findings that can be read, or skip."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parcours.reporting.text import clean
from parcours.results import JourneyResult, Status, failing


def tell(result: JourneyResult) -> None:
    """Return when the journey passed; fail or skip otherwise. A site that is down is never a pass."""
    if result.status is Status.PASSED:
        return
    if result.status is Status.INCONCLUSIVE:
        pytest.skip(clean(f"not judged: {result.reason} ({result.code})"))
    pytest.fail("\n".join(_lines(result)), pytrace=False)


def _lines(result: JourneyResult) -> Iterator[str]:
    yield clean(f"{result.name or result.scenario} on {result.device_title or result.device}")
    for step in result.steps:
        if step.ended == "blocked":
            line = f":{step.line}" if step.line else ""
            yield clean(f"  {result.file}{line}: step “{step.says}” was blocked: {step.reason} ({step.code})")
    if result.code == "over-limit":
        yield clean(f"  {result.reason} ({result.code})")
    if result.status is Status.ERROR:
        yield clean(f"  parcours could not do its work: {result.reason} ({result.code})")
    for finding in failing(result.findings):
        yield clean(f"  {finding.severity:8} {finding.rule:24} [{finding.owner}] {finding.message}")
        if finding.advice:
            yield clean(f"  {'':8} {'':24} {finding.advice.do}")
