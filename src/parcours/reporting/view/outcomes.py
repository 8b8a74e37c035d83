"""How visits ended, in a reader's terms."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.findings import Finding, Severity, Verdict
from parcours.reporting.groups import Group
from parcours.reporting.view.model import Outcome
from parcours.results import JourneyResult, Status, failing


def outcome_of(result: JourneyResult) -> Outcome:
    """How a visit ended, in a reader's terms."""
    match result.status:
        case Status.PASSED:
            return Outcome.WORKS
        case Status.INCONCLUSIVE:
            return Outcome.UNJUDGED
        case Status.ERROR:
            return Outcome.ERROR
        case Status.FAILED:
            stuck = result.code not in ("", "screen-changed") or any(step.ended == "blocked" for step in result.steps)
            return Outcome.STOPS if stuck or failing(result.findings, Severity.BLOCKER) else Outcome.PROBLEMS


def failing_groups(groups: Iterable[Group]) -> list[Group]:
    """The groups that fail a journey: a note never does."""
    return [group for group in groups if failing([group.lead])]


def blocked_at(result: JourneyResult) -> str:
    """The id of the step that could not be taken, "" when all could."""
    return next((step.id for step in result.steps if step.ended == "blocked"), "")


def mood(finding: Finding) -> str:
    """What colour and shape a finding is shown in: its severity, or that a person should look."""
    return "review" if finding.verdict is Verdict.REVIEW else finding.severity.value
