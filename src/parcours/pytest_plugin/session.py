"""What lasts as long as pytest does: the run's folder, the lane with its browser, and the results."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import pytest

from parcours import __version__
from parcours.browser.launch import LaneSettings
from parcours.config import load_config
from parcours.errors import Exit, ParcoursError, UsageError
from parcours.pytest_plugin.options import devices_of, forced_browsers
from parcours.reporting import load_run
from parcours.results import JourneyResult
from parcours.running.jobs import HARD_SECONDS, Job
from parcours.running.planning import jobs_for
from parcours.running.run import lane_settings
from parcours.running.supervisor import Lane
from parcours.scenario.model import Scenario
from parcours.storage.journal import RunFolder


@dataclass
class Session:
    """One pytest session, or one xdist worker's part of it."""

    config: pytest.Config
    folder: RunFolder
    devices: tuple[str, ...]
    seconds: float
    results: list[JourneyResult] = field(default_factory=list)
    _scenarios: dict[str, str] = field(default_factory=dict)
    _lane: Lane | None = None
    _begun: bool = False

    @classmethod
    def of(cls, config: pytest.Config) -> Self:
        """The session of a configuration: options first, then [tool.parcours]."""
        settings = load_config(config.rootpath)
        reports = Path(config.getoption("parcours_reports") or settings.reports)
        worker: dict[str, Any] = getattr(config, "workerinput", {})
        path = Path(worker["parcours_run"]) if worker else config.rootpath / reports / "runs" / _stamp()
        return cls(
            config,
            RunFolder(path, worker.get("workerid", "")),
            devices_of(config) or settings.devices,
            config.getoption("parcours_timeout") or settings.timeout or HARD_SECONDS,
        )

    def admit(self, scenario: Scenario) -> None:
        """Raises UsageError when another file has the same id: their results would mix."""
        other = self._scenarios.setdefault(scenario.id, scenario.file)
        if other != scenario.file:
            raise UsageError(f"two scenarios are called {scenario.id!r}: {other} and {scenario.file}", tip="rename one")

    def jobs(self, scenario: Scenario) -> Iterator[Job]:
        """The scenario's journeys."""
        engines = tuple(forced_browsers(self.config))
        yield from jobs_for(
            scenario, self.devices, self.folder, engine_wanted=engines[0] if engines else "", hard_seconds=self.seconds
        )

    def plan(self, items: Sequence[pytest.Item]) -> None:
        """Say what will run, before any of it does. Of several xdist workers the first one speaks."""
        if self.folder.lane not in ("", "gw0") or self.config.option.collectonly:
            return
        jobs = [job for item in items if (job := _job_of(item))]
        if jobs:
            self._begin()
            for job in jobs:
                self.folder.log("planned", id=job.id, scenario=job.scenario, device=job.device)

    def _begin(self) -> None:
        if not self._begun:
            self.folder.path.mkdir(parents=True, exist_ok=True)
            self.folder.log("run", parcours=__version__, started=datetime.now(UTC).isoformat(timespec="seconds"))
            self._begun = True

    def run(self, job: Job) -> JourneyResult:
        """Do a job and keep its result."""
        self._begin()
        self.folder.journey(*job.place.split("/"))
        if self._lane is None:
            self._lane = Lane(self._settings())
        try:
            result = self._lane.run(job, lambda _job, _said: None)
        except ParcoursError as error:
            pytest.exit(str(error), returncode=int(error.exit_code))
        self.folder.save(result)
        self.results.append(result)
        return result

    def _settings(self) -> LaneSettings:
        option = self.config.option
        try:
            # pytest may run anywhere, offline too: it never downloads a browser by itself.
            found = lane_settings(headless=not getattr(option, "headed", False))
        except ParcoursError as error:
            pytest.exit(str(error), returncode=int(error.exit_code))
        return LaneSettings(
            found.executable,
            found.headless,
            float(getattr(option, "slowmo", 0) or 0),
            found.sandbox,
            getattr(option, "tracing", "off") or "off",
        )

    def close(self) -> None:
        """End the browser. Its results are on the disk already."""
        if self._lane:
            self._lane.close()
            self._lane = None

    def summarise(self, terminal: Any) -> None:
        """The run in a few lines, and where its report is. Under xdist the controller speaks for all."""
        if self.folder.lane or not self.folder.path.is_dir():
            return
        from parcours.reporting import Options, reports
        from parcours.results import exit_code

        run = load_run(self.folder.path)
        report = self.folder.path / "report.html"
        reports()["html"].write(run, report, Options())
        terminal.section("parcours")
        for note in sorted({note for result in run.results for note in result.notes}):
            terminal.write_line(f"warning: {note}", yellow=True)
        code = exit_code(run.results)
        terminal.write_line(f"{len(run.results)} journeys: {_MEANING[code]}")
        terminal.write_line(f"report: {report}")


_MEANING = {
    Exit.FINE: "all of them work",
    Exit.FINDINGS: "some do not work as a customer needs (1)",
    Exit.TOOL: "parcours could not do all of its work (3)",
    Exit.NOTHING: "nothing ran (5)",
    Exit.UNJUDGED: "nothing could be judged: sites are down or refuse robots (6)",
}


def _job_of(item: pytest.Item) -> Job | None:
    job = getattr(getattr(item, "callspec", None), "params", {}).get("parcours_job")
    return job if isinstance(job, Job) else None


def _stamp() -> str:
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
