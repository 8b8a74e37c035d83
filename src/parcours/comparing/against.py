"""The results of a scenario against its baseline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from parcours.checks import Check
from parcours.comparing import EFFORT, LIMIT, PAGE, STOPPED, Compared, Key, Line, Standing
from parcours.comparing.effort import grown, notes
from parcours.comparing.inventory import inventories
from parcours.comparing.known import Acceptance, Baseline, Known
from parcours.comparing.seen import NO_VERDICT, Seen
from parcours.facts.belongings import tidy
from parcours.findings import Certainty, Finding, Owner, Severity, Verdict
from parcours.results import JourneyResult, Status

AnyCheck = Check[Any, Any]
NO_CHECKS: Mapping[str, AnyCheck] = MappingProxyType({})
_UNJUDGED = (Status.INCONCLUSIVE, Status.ERROR)


def compare(
    results: Sequence[JourneyResult],
    baseline: Baseline | None,
    *,
    today: date,
    accepted: Sequence[Acceptance] = (),
    against: str = "",
    all_devices: bool = True,
    checks: Mapping[str, AnyCheck] = NO_CHECKS,
) -> Compared:
    """How the results of one scenario stand against its baseline; without one only what is accepted is told.

    With `all_devices`, what is known of phones that were not run is told as not checked. `checks` lend their titles
    and departments to what no finding tells of any more.
    """
    scenario = results[0].scenario if results else baseline.scenario if baseline else ""
    seen = [Seen(result) for result in results]
    lines: list[Line] = []
    for one in seen:
        lines += _Journey(one, baseline, accepted, today, checks).lines()
    if baseline is None:
        return Compared(scenario, "", tuple(sorted(lines, key=_order)))
    lines += inventories(baseline, seen)
    if all_devices:
        missed = [known for known in baseline.findings if known.device not in {one.result.device for one in seen}]
        lines += [_left_alone(known, "this phone was not run") for known in missed]
    return Compared(
        scenario,
        against,
        tuple(sorted(lines, key=_order)),
        tuple(note for one in seen for note in notes(baseline, one)),
    )


def _order(line: Line) -> tuple[int, int, Key]:
    return line.standing.rank, line.severity.rank, line.key


@dataclass(frozen=True)
class _Journey:
    """One result against the baseline."""

    seen: Seen
    baseline: Baseline | None
    accepted: Sequence[Acceptance]
    today: date
    checks: Mapping[str, AnyCheck]

    @property
    def device(self) -> str:
        return self.seen.result.device

    def lines(self) -> Iterator[Line]:
        """All but the inventory."""
        for key, findings in self.seen.findings.items():
            line = self._line(key, findings)
            if line:
                yield line
        if self.baseline is None:
            return
        yield from self._stop()
        yield from self._limit()
        for known in self.baseline.findings:
            if (
                known.device == self.device
                and known.key not in self.seen.findings
                and known.rule not in (STOPPED, LIMIT)
            ):
                yield self._gone(known)
        yield from self._coverage()
        yield from self._effort()

    # Findings that are there

    def _line(self, key: Key, findings: tuple[Finding, ...]) -> Line | None:
        steady = [finding for finding in findings if not finding.unstable]
        line = line_of(key, steady or findings)
        acceptance = next((a for a in self.accepted if a.covers(findings[0])), None)
        if acceptance:
            return self._accepted(line, acceptance)
        if self.baseline is None:
            return None
        known = self.baseline.by_key.get(key)
        if known:
            return self._known(line, known)
        if all(finding.certainty is Certainty.LOW for finding in findings):
            return None  # a guess is told by its finding, and compared with nothing
        if not steady:
            return replace(line, standing=Standing.UNSTABLE)
        newly = self._nobody_looked(findings[0])
        return replace(line, standing=Standing.NEWLY_CHECKED, message=f"{line.message} ({newly})") if newly else line

    def _accepted(self, line: Line, acceptance: Acceptance) -> Line:
        line = replace(line, why=acceptance.why, until=acceptance.until, accepted=True)
        if acceptance.until and self.today > acceptance.until:
            said = f"{line.message} (accepted until {acceptance.until}: {acceptance.why})"
            return replace(line, standing=Standing.NEW, accepted=False, message=said)
        return replace(line, standing=Standing.KNOWN)

    def _known(self, line: Line, known: Known) -> Line:
        line = replace(line, before=known.count, why=known.why, until=known.until)
        if known.expired(self.today):
            said = f"{line.message} (approved until {known.until}{f': {known.why}' if known.why else ''})"
            return replace(line, standing=Standing.NEW, message=said)
        grown = worsening(line, known)
        if grown:
            newer = self._newer(known.rule)
            standing = Standing.NEWLY_CHECKED if newer else Standing.WORSE
            return replace(line, standing=standing, message=f"{line.message} ({newer or grown})")
        moved = line.count == known.count and _apart(known.places) - _apart(line.places)
        return replace(line, standing=Standing.CHANGED if moved else Standing.KNOWN)

    def _newer(self, rule: str) -> str:
        """Why the rule is newer than the baseline, "" when it is not."""
        assert self.baseline
        tried, version = self.baseline.by_rule.get(rule), self.seen.versions.get(rule, 1)
        if tried is None or self.device not in (*tried.held, *tried.idle):
            return "this rule had not been tried"
        return f"this rule judges otherwise since its version {version}" if version > tried.version else ""

    def _nobody_looked(self, finding: Finding) -> str:
        """Why nobody had looked there before, "" when somebody had."""
        assert self.baseline
        walk = self.baseline.by_device.get(self.device)
        if walk is None:
            return "this phone had not been run"
        if finding.where.page is not None and finding.where.step not in walk.pages:
            return "this page had not been looked at"
        return self._newer(finding.rule)

    # Findings that are gone

    def _gone(self, known: Known) -> Line:
        verdicts = self.seen.verdicts.get((known.step, known.rule), frozenset())
        if verdicts - NO_VERDICT and not (verdicts <= {Verdict.NOT_APPLICABLE} and known.rule in self._lost):
            line = self._of_rule(_line_of_known(known, Standing.FIXED), "")
            return replace(line, message=f"{line.message} ({known.aspect})") if known.aspect else line
        return _left_alone(known, self._why_not(known, verdicts))

    def _of_rule(self, line: Line, why: str) -> Line:
        """The line in its rule's words: what should hold, and what is to be said of that."""
        check = self.checks.get(line.rule)
        said = ": ".join(part for part in (check.title if check else line.rule, why) if part)
        return replace(line, message=said, owner=check.owner if check else line.owner)

    def _why_not(self, known: Known, verdicts: frozenset[Verdict]) -> str:
        if verdicts & NO_VERDICT:
            return "the rule lacked what it needs"
        if known.step not in self.seen.steps:
            return "the walk did not get there" if not self.seen.whole else "the scenario has no such step any more"
        return "the page or the rule was not looked at"

    # The walk itself

    def _stop(self) -> Iterator[Line]:
        assert self.baseline
        step, code, reason = self.seen.stop
        here = Key(step, STOPPED, code, self.device)
        for known in self.baseline.findings:
            if known.device == self.device and known.rule == STOPPED and (known.key != here or not code):
                done = known.step in self.seen.steps and known.step != step
                line = _line_of_known(known, Standing.FIXED if done else Standing.NOT_CHECKED)
                yield replace(
                    line, message=f"the walk {'goes on' if done else 'did not get to the end'} at {known.step}"
                )
        if code and self.seen.result.status not in _UNJUDGED:
            yield self._said(here, Severity.BLOCKER, Owner.WEB, f"the walk stops at {step}: {reason or code}")

    def _limit(self) -> Iterator[Line]:
        assert self.baseline
        here, result = Key("", LIMIT, "", self.device), self.seen.result
        known = self.baseline.by_key.get(here)
        if result.code == "over-limit":
            yield self._said(here, Severity.MAJOR, Owner.WEB, result.reason)
        elif known:
            standing = Standing.FIXED if self.seen.whole else Standing.NOT_CHECKED
            yield replace(_line_of_known(known, standing), message="the scenario's limits")

    def _said(self, key: Key, severity: Severity, owner: Owner, message: str) -> Line:
        """A line about the walk: known when the baseline has it, else new."""
        assert self.baseline
        line = Line(Standing.NEW, *key, message=message, severity=severity, owner=owner)
        known = self.baseline.by_key.get(key)
        return self._known(line, known) if known else line

    # What is not looked at any more

    @cached_property
    def _lost(self) -> Mapping[str, str]:
        """The rules that held on this phone and have nothing to look at any more, with the reason."""
        walk = self.baseline.by_device.get(self.device) if self.baseline else None
        if self.baseline is None or walk is None or not self.seen.whole or self._missing:
            return {}
        if self.seen.result.status is Status.ERROR or not self.seen.result.judged:
            return {}
        lost: dict[str, str] = {}
        for tried in self.baseline.rules:
            verdicts = self.seen.rules.get(tried.rule, frozenset())
            if self.device not in tried.held:
                continue
            if verdicts == {Verdict.NOT_APPLICABLE}:
                lost[tried.rule] = "what it looked at is not there any more"
            elif not verdicts and walk.parcours == self.seen.result.parcours:
                lost[tried.rule] = "it is not tried any more"
        return lost

    @cached_property
    def _missing(self) -> Mapping[str, str]:
        """The steps that are not reached any more, or lead to no page any more, with the reason."""
        walk = self.baseline.by_device.get(self.device) if self.baseline else None
        if walk is None or not self.seen.whole or self.seen.result.status is Status.ERROR:
            return {}
        missing = {step: "this step is not walked any more" for step in walk.steps if step not in self.seen.steps}
        pages = (step for step in walk.pages if step not in self.seen.page_steps)
        return {**dict.fromkeys(pages, "this step leads to no page of its own any more"), **missing}

    def _coverage(self) -> Iterator[Line]:
        for step, why in self._missing.items():
            key = Key(step, PAGE, "", self.device)
            yield Line(Standing.COVERAGE_LOST, *key, message=why, severity=Severity.MAJOR, owner=Owner.WEB, count=0)
        for rule, why in self._lost.items():
            key = Key("", rule, "", self.device)
            line = Line(Standing.COVERAGE_LOST, *key, message=why, severity=Severity.MINOR, owner=Owner.WEB, count=0)
            yield self._of_rule(line, why)

    def _effort(self) -> Iterator[Line]:
        assert self.baseline
        walk = self.baseline.by_device.get(self.device)
        before, now = walk.cost if walk else None, self.seen.walked.cost
        if before is None or now is None or self._missing:
            return
        for aspect, message, was, there in grown(before, now):
            key = Key("", EFFORT, aspect, self.device)
            line = Line(Standing.WORSE, *key, message=message, severity=Severity.MINOR, owner=Owner.WEB)
            yield replace(line, count=there, before=was)


def line_of(key: Key, findings: Sequence[Finding]) -> Line:
    """The findings of one identity as one line, which calls them new."""
    lead = min(findings, key=lambda finding: (finding.verdict is not Verdict.FAILED, finding.severity.rank))
    return Line(
        Standing.NEW,
        *key,
        message=lead.message,
        severity=lead.severity,
        owner=lead.owner,
        count=len(findings),
        doubt=lead.verdict is not Verdict.FAILED or all(f.certainty is Certainty.LOW for f in findings),
        places=tuple(sorted({tidy(finding.about) for finding in findings} - {""})),
        found=True,
    )


def worsening(line: Line, known: Known) -> str:
    """How it is worse than what was known, in words; "" when it is not."""
    if line.severity.rank < known.severity.rank and not line.doubt:
        return f"{line.severity} now, it was {known.severity}"
    if known.doubt and not line.doubt:
        return "certain now, it was a doubt"
    if line.count > known.count:
        return f"{_places(line.count)}, where {known.count} {'was' if known.count == 1 else 'were'} known"
    return ""


def _apart(places: Iterable[str]) -> set[str]:
    """The places without their numbers: the second slide or card of a list is where the third one is."""
    return {re.sub(r"\[\d+\]| \(\d+\)$", "", place) for place in places}


def _places(count: int) -> str:
    return f"{count} place{'' if count == 1 else 's'}"


def _line_of_known(known: Known, standing: Standing) -> Line:
    return Line(
        standing,
        *known.key,
        message=known.rule,
        severity=known.severity,
        owner=Owner.WEB,
        count=0,
        before=known.count,
        doubt=known.doubt,
        why=known.why,
        until=known.until,
        places=known.places,
    )


def _left_alone(known: Known, why: str) -> Line:
    return replace(_line_of_known(known, Standing.NOT_CHECKED), message=f"{known.rule}: {why}")
