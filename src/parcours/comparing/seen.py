"""What one result looked at, in terms of steps: findings and judgements are of pages, and pages of steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from parcours.comparing import grouped
from parcours.comparing.known import Cost, Walked
from parcours.findings import Verdict
from parcours.results import JourneyResult


class Seen:
    """What one result looked at, in terms of steps: findings and judgements are of pages, and pages of steps."""

    def __init__(self, result: JourneyResult) -> None:
        self.result = result
        self.findings = grouped(result.findings)

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The steps that were walked."""
        return tuple(step.id for step in self.result.steps if step.ended != "skipped")

    @cached_property
    def page_steps(self) -> tuple[str, ...]:
        """The step that led to each page, in the order of the pages."""
        steps = [step for step in self.result.steps if step.page is not None]
        return tuple(
            next((step.id for step in steps if step.page is not None and step.page >= index), "start")
            for index in range(len(self.result.pages))
        )

    @cached_property
    def verdicts(self) -> Mapping[tuple[str, str], frozenset[Verdict]]:
        """What each rule came to on the pages of each step."""
        found: dict[tuple[str, str], set[Verdict]] = {}
        for judgement in self.result.judgements:
            inside = judgement.page is not None and 0 <= judgement.page < len(self.page_steps)
            step = self.page_steps[judgement.page] if inside and judgement.page is not None else "start"
            found.setdefault((step, judgement.rule), set()).add(judgement.verdict)
        return {place: frozenset(verdicts) for place, verdicts in found.items()}

    @cached_property
    def rules(self) -> Mapping[str, frozenset[Verdict]]:
        """What each rule came to, anywhere."""
        found: dict[str, set[Verdict]] = {}
        for judgement in self.result.judgements:
            found.setdefault(judgement.rule, set()).add(judgement.verdict)
        return {rule: frozenset(verdicts) for rule, verdicts in found.items()}

    @cached_property
    def versions(self) -> Mapping[str, int]:
        """The version of each rule."""
        return {judgement.rule: judgement.version for judgement in self.result.judgements}

    @cached_property
    def held(self) -> frozenset[str]:
        """The rules that looked at something with which nothing was wrong."""
        examined: Counter[str] = Counter()
        for judgement in self.result.judgements:
            examined[judgement.rule] += judgement.examined
        wrong = Counter(finding.rule for finding in self.result.findings)
        return frozenset(rule for rule, count in examined.items() if count > wrong[rule])

    @property
    def tried(self) -> frozenset[str]:
        """The rules that had what they need, somewhere."""
        return frozenset(rule for rule, verdicts in self.rules.items() if verdicts - NO_VERDICT)

    @cached_property
    def stop(self) -> tuple[str, str, str]:
        """The step that the walk stopped at, the code and the reason; "" each when it reached its end."""
        for step in self.result.steps:
            if step.ended == "blocked":
                return step.id, step.code, step.reason
        if self.result.code and self.result.code not in _NO_STOP:
            last = self.result.steps[-1].id if self.result.steps else "start"
            return last, self.result.code, self.result.reason
        return "", "", ""

    @property
    def whole(self) -> bool:
        """True when the walk reached its end."""
        return not self.stop[1]

    @property
    def walked(self) -> Walked:
        """What is kept of the walk."""
        result, effort = self.result, self.result.effort
        cost = Cost(
            effort.taps, effort.keys, round(effort.scrolls, 1), effort.hops, effort.bytes, round(effort.ms / 1000, 1)
        )
        return Walked(
            device=result.device,
            parcours=result.parcours,
            engine=f"{result.engine.used} {result.engine.version.partition('.')[0]}".strip(),
            steps=self.steps,
            pages=tuple(dict.fromkeys(self.page_steps)),
            cost=cost if self.whole else None,
            inventory=result.inventory if self.whole else None,
        )


NO_VERDICT = frozenset({Verdict.NO_FACTS, Verdict.BROKEN})
_NO_STOP = frozenset({"over-limit", "screen-changed", "to-review", "no-page"})
