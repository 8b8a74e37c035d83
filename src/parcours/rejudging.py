"""A finished journey judged again, from its facts, and what has changed since. Pure: no browser, no files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from parcours.checks import Check, PageCheck
from parcours.facts.model import AppLinks, Device, PageSnapshot
from parcours.findings import Finding, Judgement, Verdict, Where
from parcours.judging import judge_journey, judge_page
from parcours.redaction import Redactor
from parcours.results import JourneyResult
from parcours.trace import JourneyTrace

AnyCheck = Check[Any, Any]

# What readers are told when it differs; boxes and evidence may move without anything being said otherwise.
TOLD = ("verdict", "severity", "certainty", "owner", "message")
SPOKEN = (Verdict.PASSED, Verdict.FAILED, Verdict.REVIEW)


class Change(NamedTuple):
    """A finding that is there in both judgements, and differs in these fields."""

    before: Finding
    after: Finding
    fields: tuple[str, ...]


class Turn(NamedTuple):
    """A rule that came to another verdict on a page (or, with None, on the journey)."""

    rule: str
    page: int | None
    before: Verdict
    after: Verdict


@dataclass(frozen=True)
class Again:
    """A journey judged again.

    `new` and `gone` are findings of rules that had been tried; `added` those of rules that had not been there.
    `lost` are recorded findings of rules that are no longer there. `turned` are verdicts that changed where no
    finding says so. `unjudged` says in words what could not be judged. `judgements` and `findings` are today's.
    """

    result: JourneyResult
    judgements: tuple[Judgement, ...] = ()
    new: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    added: tuple[Finding, ...] = ()
    lost: tuple[Finding, ...] = ()
    changed: tuple[Change, ...] = ()
    turned: tuple[Turn, ...] = ()
    same: int = 0
    unjudged: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that today's rules say."""
        return tuple(finding for judgement in self.judgements for finding in judgement.findings)

    @property
    def spoke(self) -> bool:
        """True when at least one rule came to a verdict about something."""
        return any(judgement.verdict in SPOKEN for judgement in self.judgements)

    @property
    def differs(self) -> bool:
        """True when anything is said otherwise than it was."""
        return bool(self.new or self.gone or self.added or self.lost or self.changed or self.turned)


def judge_again(result: JourneyResult, pages: Sequence[PageSnapshot | str], checks: Iterable[AnyCheck]) -> Again:
    """Judge a journey's pages, and the journey where all its pages are there, by these checks.

    `pages` are in the result's order; a text stands for one whose facts cannot be had, and says why. A journey whose
    scenario chooses its checks (`check:`) is judged by what was tried then: nothing says what it would choose today.
    """
    rules = {check.id: check for check in checks}
    tried = {(judgement.rule, judgement.page) for judgement in result.judgements}
    picks = any(step.verb == "check" for step in result.steps)
    judged: list[Judgement] = []
    unjudged: list[str] = []
    for index, page in enumerate(pages):
        if isinstance(page, str):
            unjudged.append(f"page {index + 1}, {result.pages[index].url}: {page}")
            continue
        chosen = [c for c in rules.values() if isinstance(c, PageCheck) and (not picks or (c.id, index) in tried)]
        judged.extend(judge_page(page, chosen, _where(result, index)))
    whole = [page for page in pages if isinstance(page, PageSnapshot)]
    if len(whole) == len(pages):
        judged.extend(_journey(result, whole, rules.values()))
    else:
        unjudged.append("the journey as a whole: it needs the facts of every page")
    untold = _untold(rules, tried) if picks else 0
    if untold:
        unjudged.append(f"{untold} rules that were not tried then: this scenario chooses its checks")
    # A result shows no token of an address; what is said anew must not seem to differ for that.
    return _compared(result, rules, Redactor().shown(tuple(judged)), tuple(unjudged))


def _untold(rules: Mapping[str, AnyCheck], tried: set[tuple[str, int | None]]) -> int:
    known = {rule for rule, _ in tried}
    return sum(1 for rule in rules.values() if isinstance(rule, PageCheck) and rule.id not in known)


def _where(result: JourneyResult, page: int) -> Where:
    step = next((step for step in result.steps if step.page == page), None)
    return Where(
        result.scenario,
        result.device,
        step.id if step else "",
        step.file if step and step.file else result.file,
        step.line if step else 0,
        result.pages[page].url,
        page,
    )


def _journey(result: JourneyResult, pages: Sequence[PageSnapshot], checks: Iterable[AnyCheck]) -> tuple[Judgement, ...]:
    first = pages[0] if pages else PageSnapshot(device=_device(result))
    trace = JourneyTrace(
        result.scenario,
        first.device,
        result.start,
        first.app if pages else AppLinks(),
        result.steps,
        tuple(pages),
        first.facets,
        result.promises,
    )
    url, page = (first.url, 0) if pages else (result.start.url, None)
    where = Where(result.scenario, result.device, "start", result.file, result.start.line, url, page)
    return judge_journey(trace, checks, where)


def _device(result: JourneyResult) -> Device:
    return Device(
        result.device, result.device_title, result.platform, result.engine, result.width, result.height, result.scale
    )


# Comparing

_Key = tuple[str, int | None]
_Identity = tuple[str, int | None, str, str, str]


def _compared(
    result: JourneyResult, rules: Mapping[str, AnyCheck], judged: tuple[Judgement, ...], unjudged: tuple[str, ...]
) -> Again:
    before = {(judgement.rule, judgement.page): judgement for judgement in result.judgements}
    after = {(judgement.rule, judgement.page): judgement for judgement in judged}
    told = [finding for judgement in judged for finding in judgement.findings]
    fresh = [finding for finding in told if _key(finding) in before]
    recorded = [finding for finding in result.findings if _key(finding) in after]
    pairs, new, gone = _matched(recorded, fresh)
    changes = tuple(change for one, other in pairs if (change := _change(one, other)))
    spoken = {_key(finding) for finding in (*new, *gone)} | {_key(change.after) for change in changes}
    return Again(
        result,
        judged,
        new=new,
        gone=gone,
        added=tuple(finding for finding in told if _key(finding) not in before),
        lost=tuple(finding for finding in result.findings if finding.rule not in rules),
        changed=changes,
        turned=tuple(
            Turn(*key, before[key].verdict, now.verdict)
            for key, now in after.items()
            if key in before and key not in spoken and before[key].verdict is not now.verdict
        ),
        same=len(pairs) - len(changes),
        unjudged=unjudged,
    )


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.where.page


def _identity(finding: Finding) -> _Identity:
    return (*_key(finding), finding.aspect, finding.about, finding.where.frame)


def _matched(
    before: Iterable[Finding], after: Iterable[Finding]
) -> tuple[list[tuple[Finding, Finding]], tuple[Finding, ...], tuple[Finding, ...]]:
    """Pairs of one identity, in order; what only came, what only went."""
    waiting: dict[_Identity, list[Finding]] = {}
    for finding in before:
        waiting.setdefault(_identity(finding), []).append(finding)
    pairs: list[tuple[Finding, Finding]] = []
    new: list[Finding] = []
    for finding in after:
        known = waiting.get(_identity(finding))
        if known:
            pairs.append((known.pop(0), finding))
        else:
            new.append(finding)
    return pairs, tuple(new), tuple(finding for left in waiting.values() for finding in left)


def _change(before: Finding, after: Finding) -> Change | None:
    fields = tuple(name for name in TOLD if getattr(before, name) != getattr(after, name))
    return Change(before, after, fields) if fields else None


def worse(again: Again) -> Iterator[Finding]:
    """Failures that the run did not have: new ones, and those that have become dearer or sure."""
    yield from (f for f in (*again.new, *again.added) if f.verdict is Verdict.FAILED)
    for before, after, _ in again.changed:
        dearer = after.severity.rank < before.severity.rank or before.verdict is not Verdict.FAILED
        if after.verdict is Verdict.FAILED and dearer:
            yield after
