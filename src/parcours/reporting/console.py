"""The terminal: how a run goes on, and what came of it."""

from __future__ import annotations

import atexit
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console as Terminal
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.text import Text

from parcours.comparing import UNCOMPARED, Comparison, counted
from parcours.findings import Severity, Verdict
from parcours.reporting.efforts import costs
from parcours.reporting.groups import Group, grouped
from parcours.reporting.messages import messages
from parcours.reporting.scores import tally
from parcours.reporting.standing import Standings, device_names
from parcours.reporting.text import for_terminal
from parcours.reporting.view import ENGINES, Outcome, outcome_of
from parcours.results import JourneyResult, failing
from parcours.scorecard import Golden, State, scorecards

STYLES = {
    "works": "green",
    "problems": "yellow",
    "stops": "bold red",
    "error": "magenta",
    "unjudged": "magenta",
    "blocker": "bold red",
    "major": "yellow",
    "minor": "cyan",
    "note": "dim",
    "review": "magenta",
    "new": "bold red",
    "worse": "bold red",
    "coverage-lost": "bold red",
    "changed": "yellow",
    "unstable": "yellow",
    "newly-checked": "yellow",
    "fixed": "green",
    "known": "dim",
    "not-checked": "dim",
}
MOST_PLACES = 3


class Console:
    """Listens to a run and tells a person: a moving line where there is a terminal, plain lines elsewhere.

    No line begins with words of a page, and none holds what a CI server would take for a command.
    """

    def __init__(self, console: Terminal) -> None:
        self._terminal = console
        self._words = messages("en")
        self._planned = self._done = 0
        self._progress: Progress | None = None
        self._task = TaskID(0)

    # -- while it runs -------------------------------------------------------------------------

    def planned(self, ids: Sequence[str]) -> None:
        """All journeys of the run, before the first one starts."""
        self._planned, self._done = len(ids), 0
        if self._terminal.is_terminal and ids:
            columns = (TextColumn("{task.description}", markup=False), BarColumn(24), MofNCompleteColumn())
            self._progress = Progress(*columns, console=self._terminal, transient=True)
            self._task = self._progress.add_task("", total=len(ids))
            self._progress.start()
            atexit.register(self.close)  # an interrupted run must give the cursor back

    def event(self, job_id: str, event: Mapping[str, Any]) -> None:
        """A step or a page of a journey, as it happens."""
        step, url = event.get("step"), event.get("url")
        said = step.get("says") or step.get("verb") if isinstance(step, Mapping) else url
        if self._progress and said:
            line = for_terminal(f"{job_id}: {said}", 70)
            self._progress.update(self._task, description=line)

    def finished(self, result: JourneyResult) -> None:
        """A journey has ended."""
        self._done += 1
        outcome = outcome_of(result)
        line = Text(f"[{self._done}/{max(self._planned, self._done)}] ")
        line.append(f"{self._words.outcomes[outcome].lower():9}", STYLES[outcome])
        line.append(f" {for_terminal(result.id, 80)}, {result.ms / 1000:.1f} s")
        self._print(line)
        if self._progress:
            self._progress.update(self._task, completed=self._done)
        if self._done >= self._planned:
            self.close()

    def close(self) -> None:
        """End the moving line. Harmless when there is none."""
        if self._progress:
            self._progress.stop()
            self._progress = None
            atexit.unregister(self.close)

    # -- when it is over -----------------------------------------------------------------------

    def summary(
        self, results: Sequence[JourneyResult], report: Path | None, comparison: Comparison = UNCOMPARED
    ) -> None:
        """What came of it: journeys, findings by department, the engines, and where the report is.

        Where something was compared, what is new and what is mended, and all of it in one last line.
        """
        self.close()
        standings = Standings(comparison)
        said = (
            self._journeys(results),
            self._findings(results, standings),
            self._golden(results),
            self._since(results, standings),
            self._engines(results),
            self._remarks(results),
        )
        for lines in said:
            for line in lines:
                self._print(line)
        if report:
            self._print(Text(f"Report: {for_terminal(str(report), 500)}"))
        if standings.has_baseline:
            self._print(Text(counted(comparison), "bold"))

    def _journeys(self, results: Sequence[JourneyResult]) -> Iterator[Text]:
        yield Text()
        yield Text("Journeys", "bold")
        for result in results:
            outcome = outcome_of(result)
            name = for_terminal(result.name or result.scenario, 60)
            line = Text("  ")
            line.append(f"{self._words.outcomes[outcome].lower():9}", STYLES[outcome])
            line.append(f" {name} on {for_terminal(result.device_title or result.device, 40)}")
            yield line
            if len(result.steps) > 1:  # a page that was only opened asked nothing of anybody
                yield Text(f"            {', '.join(costs(result.effort, self._words, whole=True))}", "dim")
            if outcome not in (Outcome.WORKS, Outcome.PROBLEMS) and (why := _why(result)):
                yield Text(f"            - {why}", "dim")

    def _findings(self, results: Sequence[JourneyResult], standings: Standings) -> Iterator[Text]:
        groups = grouped(results)
        certain = [group for group in groups if group.lead.verdict is Verdict.FAILED]
        for owner, theirs in groupby(certain, key=lambda group: group.lead.owner):
            yield from self._section(self._words.departments[owner], theirs, standings)
        doubts = [group for group in groups if group.lead.verdict is Verdict.REVIEW]
        if doubts:
            yield from self._section(self._words.review_title, doubts, standings)

    def _section(self, title: str, groups: Iterable[Group], standings: Standings) -> Iterator[Text]:
        listed = tuple(groups)
        yield Text()
        yield Text(f"{title} ({len(listed)})", "bold")
        for group in listed:
            yield from _finding(group, self._badge(group, standings))

    def _badge(self, group: Group, standings: Standings) -> Text:
        """How it stands against what was known; empty where nothing was compared."""
        line = standings.of(group)
        if line is None or group.lead.unstable:  # which is said beside the finding already
            return Text()
        word = self._words.accepted if line.accepted else self._words.standings[line.standing]
        why = f": {for_terminal(line.why, 120)}" if line.why else ""
        return Text(f"  [{word.lower()}{why}]", STYLES[line.standing])

    def _since(self, results: Sequence[JourneyResult], standings: Standings) -> Iterator[Text]:
        """What no finding of today shows: mended, vanished, grown, not looked at any more."""
        told = tuple(standings.besides())
        notes = [note for one in standings.comparison.scenarios for note in one.notes]
        if not told and not notes:
            return
        names = device_names(results)
        yield Text()
        yield Text(self._words.since_title, "bold")
        for one in told:
            line = Text("  ")
            standing = one.line.standing
            line.append(f"{self._words.standings[standing].lower():14}", STYLES[standing])
            line.append(f" {for_terminal(one.line.rule, 80)}  ")
            line.append(", ".join(for_terminal(names.get(device, device), 40) for device in one.devices), "dim")
            yield line
            yield Text(f"                 - {for_terminal(one.line.message)}")
        for note in notes:
            yield Text(f"  {self._words.since_note.lower():14} {for_terminal(note)}", "dim")

    def _golden(self, results: Sequence[JourneyResult]) -> Iterator[Text]:
        """The golden rules of each brand whose journeys have to do with dialogue, and the points that are broken."""
        for card in scorecards(results):
            if not card.about_dialogue:
                continue
            yield Text()
            yield Text(f"{self._words.goldens_title}: {for_terminal(card.brand, 100)}", "bold")
            for golden in Golden:
                points = card.of(golden)
                yield Text(f"  {self._words.goldens[golden]}: {tally(points, self._words)}")
                for point in points:
                    if point.state is State.BROKEN:
                        yield Text(
                            f"           - {self._words.point_states[point.state].lower()}: {point.title}", "red"
                        )

    def _engines(self, results: Sequence[JourneyResult]) -> Iterator[Text]:
        """The warning about phones that were looked at in another engine than their own, once a run."""
        stood_in = {
            (for_terminal(r.device_title or r.device, 40), r.engine.used, r.engine.wanted)
            for r in results
            if r.engine.fidelity == "emulated"
        }
        yield Text()
        for device, used, wanted in sorted(stood_in):
            yield Text(
                f"Note: {device} was emulated in {_engine(used)}, not in its own engine, {_engine(wanted)}. "
                "What only a real one can tell is not claimed.",
                "yellow",
            )

    def _remarks(self, results: Sequence[JourneyResult]) -> Iterator[Text]:
        """What else there is to say of the visits, each thing once: screens that changed, findings that went."""
        said: dict[str, list[str]] = {}
        for result in results:
            title = result.device_title or result.device
            for note in result.notes:
                if not note.startswith(f"{title} was emulated"):  # told already, once for all
                    said.setdefault(note, []).append(f"{result.name or result.scenario} on {title}")
        for note, visits in said.items():
            more = f" and {len(visits) - 1} more" if len(visits) > 1 else ""
            yield Text(f"Note: {for_terminal(visits[0], 100)}{more}: {for_terminal(note)}", "yellow")

    def _print(self, line: Text) -> None:
        # Not wrapped: a wrapped line could begin with words of a page. Terminals wrap by themselves.
        self._terminal.print(line, soft_wrap=True, highlight=False, emoji=False, markup=False)


def _finding(group: Group, badge: Text) -> Iterator[Text]:
    lead = group.lead
    mood = "review" if lead.verdict is Verdict.REVIEW else lead.severity.value
    devices = ", ".join(
        dict.fromkeys(for_terminal(s.result.device_title or s.result.device, 40) for s in group.sightings)
    )
    line = Text("  ")
    line.append(f"{lead.severity.value:8}", STYLES[mood])
    line.append(f" {for_terminal(lead.rule, 80)}  ")
    line.append(devices, "dim")
    if lead.unstable:
        line.append("  unstable: gone at a second look", "yellow")
    line.append_text(badge)
    yield line
    yield from _messages(group)
    if lead.advice:
        yield Text(f"           do: {for_terminal(lead.advice.do)}", "green")


def _messages(group: Group) -> Iterator[Text]:
    said = tuple(dict.fromkeys(s.finding.message for s in group.sightings))
    for message in said[:MOST_PLACES]:
        yield Text(f"           - {for_terminal(message)}")
    if len(said) > MOST_PLACES:
        yield Text(f"           - and {len(said) - MOST_PLACES} more, all in the report", "dim")


def _why(result: JourneyResult) -> str:
    for number, step in enumerate(result.steps, 1):
        if step.ended == "blocked":
            where = f"step {number} of {len(result.steps)}, {step.says or step.verb}"
            return for_terminal(f"{where}: {step.reason or step.code}")
    if result.code or result.reason:
        return for_terminal(": ".join(part for part in (result.code, result.reason) if part))
    return next((for_terminal(found.message) for found in failing(result.findings, Severity.BLOCKER)), "")


def _engine(name: str) -> str:
    return for_terminal(ENGINES.get(name, name), 40)
