"""The chain from what was received to the person who answers: which department's gap broke which link of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from parcours.findings import Finding, Owner, Severity, Verdict
from parcours.reporting.groups import DEPARTMENTS
from parcours.reporting.view.desk import Desk
from parcours.reporting.view.indexes import badge_of
from parcours.reporting.view.model import Badge, Gap, LinkState, Silo, SiloMap, Stage
from parcours.results import JourneyResult, failing
from parcours.trace import LEFT_OUT, StepTrace

LINKS = ("received", "way", "page", "app", "person", "after")
STATES: tuple[LinkState, ...] = ("breaks", "weak", "holds", "unknown")  # worst first

# What a rule is about, by the longest beginning of its name; third parties' rules by who mends them.
_RULES = {
    "qr/": "received",
    "entry/": "received",
    "redirect/": "way",
    "safety/": "way",
    "safety/insecure-form": "page",
    "safety/mixed-content": "page",
    "landing/": "page",
    "landing/tls": "way",
    "viewport/": "page",
    "layout/": "page",
    "text/": "page",
    "touch/": "page",
    "plugin/": "page",
    "media/": "page",
    "access/": "page",
    "speed/": "page",
    "app/": "app",
    "links/": "app",
    "contact/": "person",
    "chat/": "person",
    "dialogue/": "person",
    "dialogue/push-": "after",
    "dialogue/badge-": "after",
    "dialogue/case-progress": "after",
    "dialogue/loyalty-reason": "after",
}
_OWNERS = {Owner.PRINT: "received", Owner.WEB: "page", Owner.APP: "app", Owner.CARE: "person"}
_VERBS = {
    "qr": "received",
    "email": "received",
    "sms": "received",
    "nfc": "received",
    "social": "received",
    "link": "way",
    "send": "person",
    "open-chat": "person",
    "expect-reply": "person",
    "expect-badge": "after",
    "expect-notification": "after",
}
_GOALS = {"app": "app", "contact": "person", "message": "person", "call": "person", "callback": "person"}


@cache
def link_of(rule: str, owner: Owner) -> str:
    """The link of the chain that a rule is about."""
    known = [start for start in _RULES if rule.startswith(start)]
    return _RULES[max(known, key=len)] if known else _OWNERS[owner]


def link_of_step(step: StepTrace) -> str:
    """The link of the chain that a step tries: the page, unless its verb or its goal says more."""
    if step.verb == "find":
        return _GOALS.get(step.says.rpartition(" ")[2], "page")
    return _VERBS.get(step.verb, "page")


def tried(results: Iterable[JourneyResult]) -> Mapping[tuple[str, str], str]:
    """Result id and step id to the link that the step tries. Steps are known by their own words, not by a reader's."""
    return {(result.id, step.id): link_of_step(step) for result in results for step in result.steps}


class Chains:
    """The chains of one report's journeys, and the map of them all."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = desk.words

    @cached_property
    def owners(self) -> Mapping[str, Owner]:
        """Rule to the department of its findings, for judgements that have none."""
        return {group.lead.rule: group.lead.owner for group in self.desk.groups}

    def chain(self, results: Sequence[JourneyResult]) -> tuple[Stage, ...]:
        """The links of one journey, with who has a gap in each and whether a phone stopped there."""
        return tuple(self.stage(link, results) for link in LINKS)

    def stage(self, link: str, results: Sequence[JourneyResult]) -> Stage:
        """One link of one journey."""
        found = [f for f in _faults(results) if link_of(f.rule, f.owner) == link]
        stopped = [result for result in results if any(step.ended == "blocked" for step in self.tries(link, result))]
        state = self.state(link, found, results, broken=bool(stopped))
        return Stage(
            link,
            self.words.chain_links[link],
            state,
            self.words.chain_states[state],
            tuple(self.gaps(found)),
            self.words.chain_stops.format(devices=self.desk.devices(stopped)) if stopped else "",
        )

    def state(
        self, link: str, found: Sequence[Finding], results: Sequence[JourneyResult], *, broken: bool
    ) -> LinkState:
        if broken or failing(found, Severity.BLOCKER):
            return "breaks"
        if found:
            return "weak"
        seen = not all(self.never_tried(link, result) for result in results)
        return "holds" if seen and any(link in self.held[result.id] for result in results) else "unknown"

    def tries(self, link: str, result: JourneyResult) -> list[StepTrace]:
        """The steps of a walk that try the link."""
        return [step for step in result.steps if self.desk.tried[result.id, step.id] == link]

    def never_tried(self, link: str, result: JourneyResult) -> bool:
        """True when a walk was to try the link, and ended before it came to that."""
        ends = [step.ended for step in self.tries(link, result) if step.code != LEFT_OUT]
        return bool(ends) and all(ended == "skipped" for ended in ends)

    @cached_property
    def held(self) -> Mapping[str, frozenset[str]]:
        """Result id to the links about which something was judged good."""
        return {
            result.id: frozenset(
                link_of(judgement.rule, self.owners.get(judgement.rule, Owner.WEB))
                for judgement in result.judgements
                if judgement.verdict is Verdict.PASSED
            )
            for result in self.desk.run.results
        }

    def gaps(self, found: Iterable[Finding]) -> Iterator[Gap]:
        """Each department with its findings in a link, in the order of the report."""
        theirs: dict[Owner, dict[int, Badge]] = {}
        for finding in found:
            badge = badge_of(self.desk.groups[self.desk.numbers[id(finding)] - 1], self.words)
            theirs.setdefault(finding.owner, {})[badge.number] = badge
        for owner in DEPARTMENTS:
            if owner in theirs:
                badges = tuple(theirs[owner][number] for number in sorted(theirs[owner]))
                yield Gap(owner, self.words.departments[owner], badges)

    def map(self) -> SiloMap | None:
        """All journeys on one map; None where nothing is wrong."""
        journeys = [results for results in self.desk.by_scenario.values() if results]
        chains = [self.chain(results) for results in journeys]
        heads = tuple(self.head(at, chains) for at in range(len(LINKS)))
        faults = list(_faults(self.desk.run.results))
        whole = [tuple(self.gaps(f for f in faults if link_of(f.rule, f.owner) == link)) for link in LINKS]
        rows = tuple(
            Silo(owner, self.words.departments[owner], tuple(_cell(owner, gaps) for gaps in whole))
            for owner in DEPARTMENTS
        )
        return SiloMap(heads, rows) if any(whole) or any(head.state == "breaks" for head in heads) else None

    def head(self, at: int, chains: Sequence[tuple[Stage, ...]]) -> Stage:
        """A link over all journeys: as bad as it is in the worst of them, and in how many that is so."""
        stages = [chain[at] for chain in chains]
        state: LinkState = next((s for s in STATES if any(stage.state == s for stage in stages)), "unknown")
        n = sum(stage.state == state for stage in stages)
        tally = self.words.count(self.words.chain_tally, n, all=len(stages)) if len(stages) > 1 else ""
        return Stage(LINKS[at], self.words.chain_links[LINKS[at]], state, self.words.chain_states[state], (), tally)


def _cell(owner: Owner, gaps: Iterable[Gap]) -> tuple[Badge, ...]:
    return next((gap.badges for gap in gaps if gap.owner == owner), ())


def _faults(results: Iterable[JourneyResult]) -> Iterator[Finding]:
    return (finding for result in results for finding in failing(result.findings))
