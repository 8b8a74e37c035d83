"""What was found twice, and what was gone when one looked again. Pure: judgements in, judgements out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from parcours.findings import Finding, Judgement, Verdict
from parcours.results import failing

# A second look that has no facts, or a check that broke over them, says nothing about the first.
SILENT = (Verdict.NO_FACTS, Verdict.BROKEN)


def doubtful(judged: Iterable[Judgement]) -> frozenset[str]:
    """The rules that deserve a second look: those of findings that would fail the journey."""
    return frozenset(judgement.rule for judgement in judged if failing(judgement.findings))


def steadied(first: Judgement, second: Judgement | None) -> Judgement:
    """The first judgement, its failures marked `unstable` where the second does not have them any more.

    A failure is there twice when both looks name the same element for the same aspect; of what is left over (a
    slide that has moved on, a list in another order), as many as the second look has of that aspect. Failures
    that would fail nobody's journey, and doubts, stay as they are.
    """
    if second is None or second.verdict in SILENT:
        return first
    again = [finding for finding in second.findings if finding.verdict is Verdict.FAILED]
    places = Counter((finding.aspect, finding.about) for finding in again)
    missing: list[Finding] = []
    for finding in failing(first.findings):
        if places[finding.aspect, finding.about]:
            places[finding.aspect, finding.about] -= 1
        else:
            missing.append(finding)
    spare = Counter(aspect for aspect, _ in places.elements())
    gone = {id(finding) for finding in missing if not _taken(spare, finding.aspect)}
    return replace(first, findings=tuple(replace(f, unstable=True) if id(f) in gone else f for f in first.findings))


def _taken(spare: Counter[str], aspect: str) -> bool:
    """Take one of those that are left of an aspect; false when there is none."""
    spare[aspect] -= 1
    return spare[aspect] >= 0
