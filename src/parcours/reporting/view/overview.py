"""The table: every journey on every device."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.findings import Severity
from parcours.reporting.view.desk import Desk
from parcours.reporting.view.model import Cell, Outcome, Row
from parcours.reporting.view.outcomes import outcome_of
from parcours.results import JourneyResult, failing


class Overview:
    """The table of one report."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = desk.words

    def rows(self) -> Iterator[Row]:
        """A row for each journey."""
        for scenario, name in self.desk.journeys.items():
            yield Row(name, tuple(self.cell(scenario, key) for key in self.desk.columns))

    def cell(self, scenario: str, column: tuple[str, str]) -> Cell:
        device = self.desk.columns[column]
        for result in self.desk.by_scenario[scenario]:
            if (result.device, result.engine.used) == column:
                return self.finished_cell(result, device)
        if (scenario, column[0]) in self.desk.missed:
            return Cell(device, Outcome.UNFINISHED, self.words.outcomes[Outcome.UNFINISHED])
        return Cell(device, None, self.words.not_run)

    def finished_cell(self, result: JourneyResult, device: str) -> Cell:
        outcome = outcome_of(result)
        details = []
        if stopping := len({self.desk.numbers[id(finding)] for finding in failing(result.findings, Severity.BLOCKER)}):
            details.append(self.words.count(self.words.blockers_count, stopping))
        for number, step in enumerate(result.steps, 1):
            if step.ended == "blocked":
                details.append(self.words.stopped_at.format(n=number, all=len(result.steps)))
        if found := len({self.desk.numbers[id(finding)] for finding in failing(result.findings)}):
            details.append(self.words.count(self.words.findings_count, found))
        return Cell(device, outcome, self.words.outcomes[outcome], tuple(details), self.desk.told.get(result.id, ""))
