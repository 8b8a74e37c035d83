"""From a finished run to what is known from then on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from parcours.comparing import EFFORT, INVENTORY, LIMIT, STOPPED, Key
from parcours.comparing.against import line_of
from parcours.comparing.effort import grown
from parcours.comparing.known import Acceptance, Baseline, Cost, Known, Tried, Walked
from parcours.comparing.seen import NO_VERDICT, Seen
from parcours.facts.belongings import tidy
from parcours.findings import Certainty, Finding, Severity
from parcours.results import JourneyResult, Status

MOST_PLACES = 8
LONGEST_WHY = 300


@dataclass(frozen=True, slots=True)
class Scope:
    """What is approved: everything, or what is on these devices, at these steps, of these rules or areas."""

    devices: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def takes(self, key: Key) -> bool:
        """True when that finding is meant."""
        return self.on(key.device) and self.of(key.rule) and (not self.steps or key.step in self.steps)

    def on(self, device: str) -> bool:
        """True when the device is meant."""
        return not self.devices or device in self.devices

    def of(self, rule: str) -> bool:
        """True when the rule is meant."""
        return not self.rules or bool({rule, rule.partition("/")[0]} & set(self.rules))


ALL = Scope()


@dataclass(frozen=True)
class Approval:
    """What a person approves, why and how long. With `prune`, what is mended is forgotten."""

    today: date
    scope: Scope = ALL
    why: str = ""
    until: date | None = None
    prune: bool = False
    accepted: Sequence[Acceptance] = ()

    def of(self, old: Baseline | None, scenario: str, results: Sequence[JourneyResult]) -> Baseline:
        """The baseline of a scenario after approving these results of it."""
        old = old or Baseline(scenario)
        seen = [Seen(result) for result in results if self.scope.on(result.device)]
        walks = {**old.by_device, **{one.result.device: self._walk(old, one) for one in seen}}
        return Baseline(
            scenario, tuple(self._findings(old, seen)), tuple(walks.values()), tuple(self._rules(old, seen))
        )

    def expired(self, old: Baseline | None) -> tuple[Known, ...]:
        """What was approved until a day that has passed: only another day renews it."""
        if old is None or self.until:
            return ()
        return tuple(known for known in old.findings if known.expired(self.today) and self.scope.takes(known.key))

    # Findings

    def _findings(self, old: Baseline, seen: Sequence[Seen]) -> Iterator[Known]:
        there = {known.key: known for one in seen for known in self._there(one)}
        for known in old.findings:
            now = there.pop(known.key, None)
            if now and self.scope.takes(known.key):
                yield self._renewed(known, now)
            elif not self._forgotten(known, seen, still_there=now is not None):
                yield known
        yield from (self._signed(now) for key, now in there.items() if self.scope.takes(key))

    def _there(self, seen: Seen) -> Iterator[Known]:
        for key, findings in seen.findings.items():
            steady = [finding for finding in findings if not finding.unstable]
            guess = all(finding.certainty is Certainty.LOW for finding in steady)
            if not guess and not self._accepts(findings[0]):
                line = line_of(key, steady)
                yield Known(*key, line.severity, line.count, line.doubt, places=line.places[:MOST_PLACES])
        step, code, _ = seen.stop
        device = seen.result.device
        if code and seen.result.status not in (Status.INCONCLUSIVE, Status.ERROR):
            yield Known(step, STOPPED, code, device, Severity.BLOCKER)
        if seen.result.code == "over-limit":
            yield Known("", LIMIT, "", device, Severity.MAJOR)

    def _accepts(self, finding: Finding) -> bool:
        return any(acceptance.covers(finding) for acceptance in self.accepted)

    def _signed(self, known: Known) -> Known:
        return replace(known, why=tidy(self.why, LONGEST_WHY) or known.why, until=self.until or known.until)

    def _renewed(self, known: Known, now: Known) -> Known:
        """Today's count and places under the old reason; what has ended stays as it is without a new day."""
        if known.expired(self.today) and not self.until:
            return known
        # Fewer is known too: only who prunes wants it to fail when they come back.
        count = now.count if self.prune else max(now.count, known.count)
        return self._signed(replace(now, count=count, why=known.why, until=known.until))

    def _forgotten(self, known: Known, seen: Iterable[Seen], *, still_there: bool) -> bool:
        """True for what is mended, and for what is at a step that the scenario has no more."""
        one = next((one for one in seen if one.result.device == known.device), None)
        if not self.prune or one is None or still_there or not self.scope.takes(known.key):
            return False
        if known.rule in (STOPPED, LIMIT):
            return one.whole
        looked = one.verdicts.get((known.step, known.rule), frozenset()) - NO_VERDICT
        return bool(looked) or (one.whole and known.step not in one.steps)

    # The walk, and what was looked at

    def _walk(self, old: Baseline, seen: Seen) -> Walked:
        """Today's walk; what the scope leaves out, and what a walk that was stopped did not see, stays as it was."""
        before, now = old.by_device.get(seen.result.device), seen.walked
        if before is None:
            return now
        whole = not self.scope.steps and not self.scope.rules
        named = frozenset(self.scope.rules)
        effort = whole or bool(named & {EFFORT, "journey"})
        stock = whole or any(rule.partition("/")[0] == INVENTORY for rule in named)
        steps = now.steps if seen.whole else (*before.steps, *(s for s in now.steps if s not in before.steps))
        pages = now.pages if seen.whole else (*before.pages, *(s for s in now.pages if s not in before.pages))
        return replace(
            before,
            parcours=now.parcours if whole else before.parcours,
            engine=now.engine if whole else before.engine,
            steps=steps if whole else before.steps,
            pages=pages if whole else before.pages,
            cost=_cost(before.cost, now.cost) if effort else before.cost,
            inventory=now.inventory if stock and now.inventory is not None else before.inventory,
        )

    def _rules(self, old: Baseline, seen: Sequence[Seen]) -> Iterator[Tried]:
        """Which rules were tried, phone by phone; a rule that could not be tried today stays as it was."""
        named = {rule: None for one in seen for rule in one.rules}
        for rule in dict.fromkeys((*old.by_rule, *named)):
            tried = old.by_rule.get(rule, Tried(rule))
            for one in seen:
                device = one.result.device
                first = device not in old.by_device
                if first or (self.scope.of(rule) and not self.scope.steps):
                    tried = _tried(tried, one, device, forget=rule not in one.rules and (one.whole or self.prune))
            if tried.held or tried.idle:
                yield tried


def _cost(before: Cost | None, now: Cost | None) -> Cost | None:
    """Today's cost where it is another one: seconds alone change from run to run, and would fill every review."""
    if before is None or now is None:
        return now or before
    same = not any(grown(before, now)) and not any(grown(now, before))
    return before if same else now


def _tried(tried: Tried, seen: Seen, device: str, *, forget: bool) -> Tried:
    others = (tuple(d for d in tried.held if d != device), tuple(d for d in tried.idle if d != device))
    if tried.rule not in seen.tried:
        return replace(tried, held=others[0], idle=others[1]) if forget else tried
    holds = tried.rule in seen.held
    return replace(
        tried,
        version=max(tried.version, seen.versions[tried.rule]),
        held=(*others[0], device) if holds else others[0],
        idle=others[1] if holds else (*others[1], device),
    )
