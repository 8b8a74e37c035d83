"""A whole run: plan it, do it, keep it. The doors (commands, pytest, the demo) call this and show what it says."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings
from parcours.errors import DiskFullError, ParcoursError, UsageError
from parcours.redaction import masked
from parcours.reporting import load_run
from parcours.results import DISK_FULL, INTERRUPTED, JourneyResult
from parcours.running.jobs import Job, Said
from parcours.running.planning import address_scenario, distinct, jobs_for, load_scenario, ready
from parcours.running.supervisor import begun, run_jobs
from parcours.scenario.model import Scenario
from parcours.storage.codec import to_plain
from parcours.storage.journal import RunFolder, run_name


class Listener(Protocol):
    """Who wants to know how a run goes."""

    def planned(self, ids: Sequence[str]) -> None:
        """All journeys of the run, before the first one starts."""

    def event(self, job_id: str, event: Any) -> None:
        """A step or a page of a journey: {"kind": "step", "step": {...}} or {"kind": "page", ...}."""

    def finished(self, result: JourneyResult) -> None:
        """A journey has ended."""


class Silence:
    """A listener that does not care."""

    def planned(self, ids: Sequence[str]) -> None:
        pass

    def event(self, job_id: str, event: Any) -> None:
        pass

    def finished(self, result: JourneyResult) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished run: its folder and every journey's result, in the order planned.

    `problems` are the scenario files that could not be read; the others were run all the same.
    """

    folder: Path
    results: tuple[JourneyResult, ...]
    problems: tuple[ParcoursError, ...] = ()


Cut = Callable[[Outcome], None]


def lane_settings(*, headless: bool = True, may_download: bool = False, may_install: bool = False) -> LaneSettings:
    """How lanes start their browser here. Raises ToolError when there is none."""
    found = find_browser("chromium", headless=headless, may_download=may_download, may_install=may_install)
    return LaneSettings(executable=found.executable, headless=headless, sandbox=found.sandbox)


def execute(
    files: Sequence[Path],
    *,
    devices: Sequence[str] = (),
    reports: Path = Path("reports"),
    listener: Listener | None = None,
    refused: Callable[[ParcoursError], None] = lambda _: None,
    cut: Cut = lambda _: None,
    workers: int = 0,
    settings: LaneSettings | None = None,
    **options: Any,
) -> Outcome:
    """Run scenario files on their devices (or on `devices`, resolved names).

    A file with mistakes costs its own journeys only: see the outcome's `problems`, which `refused` hears of
    before the first page is opened. Raises UsageError when two files have one id, or none can be run. When a signal
    or a full disk ends the run, `cut` is given what there is of it before that is raised.
    """
    scenarios, problems = _loaded(files)
    for problem in problems:
        refused(problem)
    if problems and not scenarios:
        raise UsageError("no scenario can be run")
    folder = RunFolder(reports / "runs" / run_name())
    jobs = distinct(job for scenario in scenarios for job in jobs_for(scenario, devices, folder, **options))
    broken = [str(path) for path in files if str(path) not in {scenario.file for scenario in scenarios}]
    folder.begin(options=to_plain(options), journeys=len(jobs), refused=broken)
    with folder.held():
        plan(folder, jobs)
        outcome = do(jobs, folder, listener or Silence(), cut, workers, settings)
    return replace(outcome, problems=tuple(problems))


def _loaded(files: Sequence[Path]) -> tuple[list[Scenario], list[ParcoursError]]:
    scenarios: list[Scenario] = []
    problems: list[ParcoursError] = []
    for path in files:
        try:
            scenario = load_scenario(path)
            ready(scenario)
            scenarios.append(scenario)
        except ParcoursError as error:
            problems.append(error)
    return scenarios, problems


def audit(
    urls: Sequence[str],
    *,
    devices: Sequence[str] = (),
    reports: Path = Path("reports"),
    listener: Listener | None = None,
    cut: Cut = lambda _: None,
    workers: int = 0,
    settings: LaneSettings | None = None,
    **options: Any,
) -> Outcome:
    """Judge the pages at some addresses, as a scenario of one step would."""
    folder = RunFolder(reports / "runs" / run_name())
    names: dict[str, int] = {}
    jobs: list[Job] = []
    for url in dict.fromkeys(urls):
        name = address_scenario(url).id
        names[name] = names.get(name, 0) + 1
        scenario = address_scenario(url, name if names[name] == 1 else f"{name}-{names[name]}")
        jobs.extend(jobs_for(scenario, devices, folder, url=url, **options))
    jobs = distinct(jobs)
    folder.begin(options=to_plain(options), journeys=len(jobs))
    with folder.held():
        plan(folder, jobs)
        return do(jobs, folder, listener or Silence(), cut, workers, settings)


def plan(folder: RunFolder, jobs: Sequence[Job]) -> None:
    """Say in the journal what is planned, before anything starts; and what it takes to go on with it one day."""
    signs = {file: sign(Path(file)) for file in {job.file for job in jobs} if file}
    lines = (
        {
            "id": job.id,
            "scenario": job.scenario,
            "device": job.device,
            "folder": job.place,
            "engine": job.engine.used,
            "file": job.file,
            "sign": signs.get(job.file, ""),
            "url": job.url if masked(job.url) == job.url else "",
        }
        for job in jobs
    )
    folder.log_all("planned", lines)


def sign(file: Path) -> str:
    """What tells two versions of a file apart; "" for one that cannot be read."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def do(
    jobs: Sequence[Job],
    folder: RunFolder,
    listener: Listener,
    cut: Cut,
    workers: int,
    settings: LaneSettings | None,
) -> Outcome:
    """Do jobs of a run that is planned and held, and keep what comes of them."""
    settings = settings or lane_settings()
    for job in jobs:
        folder.journey(*job.place.split("/"))
    listener.planned([job.id for job in jobs])

    def heard(job: Job, said: Said) -> None:
        folder.heard(begun(job, INTERRUPTED, "the run ended while this journey was under way"), said)
        listener.event(job.id, event_of(said))

    def done(result: JourneyResult) -> None:
        folder.save(result)
        listener.finished(result)
        if result.code == DISK_FULL:  # the next ones would fare no better
            raise DiskFullError(result.reason)

    try:
        results = run_jobs(jobs, settings, workers or default_lanes(), heard, done)
    except (KeyboardInterrupt, ParcoursError):
        folder.release()
        cut(Outcome(folder.path, load_run(folder.path).results))
        raise
    folder.log("end")
    return Outcome(folder.path, results)


def event_of(said: Said) -> dict[str, Any]:
    """What a worker said, as listeners hear it."""
    if said.step:
        return {"kind": "step", "step": to_plain(said.step)}
    if said.page:
        return {"kind": "page", "url": said.page.url, "title": said.page.title, "findings": len(said.findings)}
    return {"kind": said.kind, "findings": len(said.findings)}


def default_lanes() -> int:
    """Lanes that keep the processors busy: one lane's browser uses more than one of them."""
    return max(1, min(4, (os.cpu_count() or 2)))
