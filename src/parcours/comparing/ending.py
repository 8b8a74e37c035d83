"""How a run ends: what fails it, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.comparing import Compared, Comparison, Key, Policy, Standing, key_of
from parcours.errors import Exit
from parcours.findings import Verdict
from parcours.results import JourneyResult, Status, failing, grave_doubts


def failed(result: JourneyResult, compared: Compared | None, policy: Policy) -> bool:
    """True when the result is a reason to fail: for what got worse since a baseline, without one for what is wrong."""
    if policy.fail_on == "never":
        return False
    if any(screen.fails for screen in result.screens):
        return True
    stopped = result.status is Status.FAILED and result.code not in {"", "to-review"}
    return bool(guilty(result, compared, policy)) or (stopped and not only_worse(compared, policy))


def guilty(result: JourneyResult, compared: Compared | None, policy: Policy) -> frozenset[Key]:
    """The identities of what fails a result: of findings, and of what its comparison says beside them."""
    if policy.fail_on == "never":
        return frozenset()
    lines = [line for line in compared.lines if line.device == result.device] if compared else []
    if only_worse(compared, policy):
        return frozenset(line.key for line in lines if policy.fails(line))
    excused = {line.key for line in lines if line.accepted}
    wrong = {key_of(finding) for finding in failing(result.findings, policy.least, strict=policy.strict)}
    unsettled = {line.key for line in lines if policy.strict and policy.fails(line)}
    return frozenset((wrong - excused) | unsettled)


def only_worse(compared: Compared | None, policy: Policy) -> bool:
    """True where nothing fails but what got worse since a baseline."""
    return policy.fail_on == "new" and compared is not None and bool(compared.against)


def fine(result: JourneyResult, compared: Compared | None) -> bool:
    """True when the journey was judged, and what a person must settle was settled by an approval."""
    if result.status in (Status.PASSED, Status.FAILED):
        return True
    settled = {line.key for line in compared.lines if line.standing is Standing.KNOWN} if compared else set()
    doubts = grave_doubts(result.findings)
    return result.code == "to-review" and bool(doubts) and all(key_of(doubt) in settled for doubt in doubts)


def exit_code(results: Iterable[JourneyResult], comparison: Comparison, policy: Policy) -> Exit:
    """What the process says about a finished run."""
    seen = tuple(results)
    if not seen:
        return Exit.NOTHING
    broken = any(judgement.verdict is Verdict.BROKEN for result in seen for judgement in result.judgements)
    if broken or any(result.status is Status.ERROR for result in seen):
        return Exit.TOOL
    if any(failed(result, comparison.of(result.scenario), policy) for result in seen):
        return Exit.FINDINGS
    if policy.strict and any(map(policy.fails, comparison.lines)):  # of phones that were not run
        return Exit.FINDINGS
    return Exit.FINE if any(fine(result, comparison.of(result.scenario)) for result in seen) else Exit.UNJUDGED
