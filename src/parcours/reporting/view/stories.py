"""The journeys, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parcours.facts.model import Hop
from parcours.findings import Severity
from parcours.reporting.efforts import compared, costs
from parcours.reporting.messages.rules import translated
from parcours.reporting.pictures import marks
from parcours.reporting.text import host
from parcours.reporting.versus import versus
from parcours.reporting.view.beginnings import beginning
from parcours.reporting.view.chain import Chains
from parcours.reporting.view.desk import Desk, engine_and_version
from parcours.reporting.view.model import Frame, HopLine, KeyLine, Screen, Story, Walk
from parcours.reporting.view.outcomes import mood, outcome_of
from parcours.results import JourneyResult, PageResult, failing
from parcours.trace import LEFT_OUT, Effort, StepTrace

MOST_UNFOLDED = 8  # journeys; where there are more, each is folded at first


class Stories:
    """The journeys of one report that are told with pictures."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = desk.words
        self.chains = Chains(desk)
        self.run = desk.run
        self.text = desk.text

    def stories(self) -> Iterator[Story]:
        """The journeys with the visits that are told, in the order of the plan."""
        for scenario, results in self.desk.by_scenario.items():
            told = [result for result in results if result.id in self.desk.told]
            if told:
                yield self.story(scenario, told)

    def story(self, scenario: str, told: Sequence[JourneyResult]) -> Story:
        """One journey on the devices that are told of."""
        lead = next((r for r in told if r.start.artwork or r.start.message), told[0])
        walks = tuple(self.walk(result) for result in told)
        outcome = min((walk.outcome for walk in walks), key=lambda outcome: outcome.rank)
        return Story(
            self.desk.journeys[scenario],
            self.text(lead.file, 120),
            beginning(self.desk, lead),
            walks,
            self.key(walks, told),
            compared([(self.desk.device(result), result) for result in told], self.words),
            anchor=self.desk.journey_key(scenario),
            outcome=outcome,
            outcome_label=self.words.outcomes[outcome],
            tried=self.desk.devices(told),
            chain=self.chains.chain(told),
            folded=len(self.desk.journeys) > MOST_UNFOLDED,
        )

    def key(self, walks: Iterable[Walk], told: Sequence[JourneyResult]) -> tuple[KeyLine, ...]:
        """What the numbers on the screens of these walks stand for."""
        numbers = sorted({mark.number for walk in walks for screen in walk.screens for mark in screen.marks})
        return tuple(self.key_line(number, told) for number in numbers)

    def key_line(self, number: int, told: Sequence[JourneyResult]) -> KeyLine:
        lead = translated(self.desk.groups[number - 1].lead, self.words.code)
        here = next((f for result in told for f in result.findings if self.desk.numbers[id(f)] == number), lead)
        message, lang = self.desk.message(here.rule, here.message)
        return KeyLine(
            number,
            mood(lead),
            self.text(message, 240),
            lang,
            self.words.severities[lead.severity],
            self.text(lead.rule, 80),
            self.text(lead.why, 600),
            self.text(lead.advice.do) if lead.advice else "",
            self.desk.spoken(lead.rule),
            self.text(here.about, 200),
            self.text(here.evidence, 400, lines=True),
            self.desk.link(here.where.url),
        )

    def more(self) -> str:
        """How many visits the table alone shows."""
        more = len(self.run.results) - len(self.desk.told)
        return self.words.count(self.words.stories_more, more) if more else ""

    def walk(self, result: JourneyResult) -> Walk:
        words, device, anchor = self.words, self.desk.device(result), self.desk.told[result.id]
        outcome = outcome_of(result)
        reason, because = self.reason(result)
        hops = result.pages[0].navigation if result.pages else ()
        return Walk(
            anchor=anchor,
            device=device,
            platform="ios" if result.platform == "ios" else "android",
            engine=self.text(engine_and_version(result.engine), 60),
            outcome=outcome,
            outcome_label=words.outcomes[outcome],
            size=f"{result.width} × {result.height}" if result.width else "",
            code=self.text(result.code, 60),
            reason=reason,
            because=because,
            hops=tuple(self.hops(hops)),
            hops_label=words.count(words.hops, len(hops) - 1),
            strip_label=words.strip_label.format(journey=self.desk.journeys[result.scenario], device=device),
            frames=tuple(self.frames(result)),
            effort=tuple(self.costs(result.effort, whole=True)),
            screens=tuple(self.screens(result, anchor)),
            versus=tuple(versus(result, self.desk.run, self.desk.book, words, self.desk.text)),
        )

    def reason(self, result: JourneyResult) -> tuple[str, int]:
        """Why a visit did not work, and the finding that says so where no step was blocked."""
        stopping = failing(result.findings, Severity.BLOCKER)
        if result.code or result.reason or not stopping:
            return self.text(result.reason), 0
        return self.text(self.desk.message(stopping[0].rule, stopping[0].message)[0]), self.desk.numbers[
            id(stopping[0])
        ]

    def hops(self, hops: tuple[Hop, ...]) -> Iterator[HopLine]:
        """Every address on the way with how it sent the customer on; the last one is the page."""
        if len(hops) < 2:
            return
        for hop in hops:
            status = str(hop.status) if hop.status else ""
            how = "" if hop is hops[-1] else self.words.hop_how.get(hop.how, "")
            yield HopLine(self.desk.link(hop.url), " ".join(part for part in (status, how) if part))

    def costs(self, effort: Effort, *, whole: bool = False) -> Iterator[str]:
        yield from costs(effort, self.words, whole=whole)

    def frames(self, result: JourneyResult) -> Iterator[Frame]:
        for number, step in enumerate(result.steps, 1):
            yield self.frame(result, step, number)
        if not result.steps:
            for page in result.pages:
                yield self.bare_frame(result, page)

    def frame(self, result: JourneyResult, step: StepTrace, number: int) -> Frame:
        words = self.words
        page = result.pages[step.page] if step.page is not None and 0 <= step.page < len(result.pages) else None
        says = self.desk.says(step, 120)
        # A step that was never taken has nothing to show, whatever page the walk ended on.
        shot = "" if step.ended == "skipped" else step.shot or (page.shot if page else "")
        return Frame(
            position=words.step_of.format(n=number, all=len(result.steps)),
            says=says,
            ended=step.ended,
            ended_label=words.verbs_ended["left-out" if step.code == LEFT_OUT else step.ended],
            code=self.text(step.code, 60) if step.ended == "blocked" else "",
            reason=self.text(step.reason) if step.ended == "blocked" else "",
            picture=self.desk.phone_picture(
                result, shot, words.screen_of.format(device=self.desk.device(result), step=says)
            ),
            site=self.text(host(page.url), 60) if page and step.ended != "skipped" else "",
            costs=() if step.ended == "skipped" else tuple(self.costs(step.effort)),
            notes=tuple(self.text(note, 160) for note in (*_left_out(step), *step.notes)),
        )

    def bare_frame(self, result: JourneyResult, page: PageResult) -> Frame:
        title = self.text(page.title or page.url, 120)
        alt = self.words.screen_of.format(device=self.desk.device(result), step=title)
        picture = self.desk.phone_picture(result, page.shot, alt)
        return Frame("", title, "done", "", "", "", picture, self.text(host(page.url), 60), (), ())

    def screens(self, result: JourneyResult, anchor: str) -> Iterator[Screen]:
        """The pages of a visit on which something can be shown."""
        for index, page in enumerate(result.pages):
            boxes = [
                (self.desk.numbers[id(f)], mood(f), f.box) for f in result.findings if f.where.page == index and f.box
            ]
            picture = self.desk.page_picture(result, page) if boxes else None
            if picture is None:
                continue
            found = marks(sorted(boxes, key=lambda b: (b[0], b[2].y, b[2].x)), picture, f"{anchor}-{index}")
            for mark in found:
                self.desk.anchors.setdefault(mark.number, mark.anchor)
            title = self.text(page.title or page.url, 80)
            label = self.words.annotated_label.format(device=self.desk.device(result), page=title)
            if found:
                yield Screen(label, title, self.desk.link(page.url), self.text(host(page.url), 60), picture, found)


def _left_out(step: StepTrace) -> tuple[str, ...]:
    """Why a step was not for this phone."""
    return (step.reason,) if step.code == LEFT_OUT else ()
