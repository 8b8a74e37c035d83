"""A whole run: plan it, do it, keep it. The doors (commands, pytest, the demo) call this and show what it says."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings
from parcours.config import PER_HOST
from parcours.errors import DiskFullError, ParcoursError, UsageError
from parcours.redaction import masked
from parcours.reporting import load_run
from parcours.results import DISK_FULL, INTERRUPTED, JourneyResult
from parcours.running.jobs import Job, Said
from parcours.running.planning import address_scenario, distinct, jobs_for, load_scenario, ready
from parcours.running.shards import WHOLE, Shard, mine
from parcours.running.supervisor import begun, run_jobs
from parcours.scenario.model import Scenario, scenario_id
from parcours.storage.codec import to_plain
from parcours.storage.journal import RunFolder
from parcours.storage.naming import run_name
from parcours.storage.places import FilePlaces


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
    shard: Shard = WHOLE


Cut = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole run that a `shard` is cut of: the ids of its scenarios, in their order."""

    shard: Shard = WHOLE
    scenarios: tuple[str, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        """What the journal's first line says of it; nothing where nothing was cut."""
        return {} if self.shard == WHOLE else {"shard": str(self.shard)}


class Elsewhere(Protocol):
    """Other machines that walk the journeys of a run."""

    def walk(
        self,
        jobs: Sequence[Job],
        folder: RunFolder,
        settings: LaneSettings,
        per_host: int,
        done: Callable[[JourneyResult], None],
        *,
        budget: float = 0,
    ) -> tuple[JourneyResult, ...]:
        """Do all jobs, and tell `done` of each result: see `run_jobs`."""


class Team(NamedTuple):
    """Who walks: so many lanes of one kind (0: as many as keep the processors busy), so many journeys at one site,
    begun within so many seconds (0: in their own time). A `farm` walks instead of this machine's lanes.
    """

    settings: LaneSettings | None = None
    workers: int = 0
    per_host: int = PER_HOST
    budget: float = 0
    farm: Elsewhere | None = None


def lane_settings(
    *, headless: bool = True, may_download: bool = False, may_install: bool = False, **more: Any
) -> LaneSettings:
    """How lanes start their browser here, `more` of it as LaneSettings has it. Raises ToolError when there is none."""
    if more.get("cdp") or more.get("connect"):
        return LaneSettings(headless=headless, **more)
    found = find_browser("chromium", headless=headless, may_download=may_download, may_install=may_install)
    return LaneSettings(executable=found.executable, headless=headless, sandbox=found.sandbox, **more)


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
    per_host: int = PER_HOST,
    shard: Shard = WHOLE,
    farm: Elsewhere | None = None,
    **options: Any,
) -> Outcome:
    """Run scenario files on their devices (or on `devices`, resolved names).

    `workers` browsers side by side (0: as many as keep the processors busy), `per_host` journeys at one site at most
    (0: any number); of a run that is cut into shards, the scenarios of `shard` alone. A `farm` walks
    instead of this machine.
    A file with mistakes costs its own journeys only: see the outcome's `problems`, which `refused` hears of
    before the first page is opened. Raises UsageError when two files have one id, or none can be run. When a signal
    or a full disk ends the run, `cut` is given what there is of it before that is raised.
    """
    whole = Whole(shard, tuple(scenario_id(file) for file in files))
    files = mine(files, shard)
    scenarios, problems = _loaded(files)
    for problem in problems:
        refused(problem)
    if problems and not scenarios:
        raise UsageError("no scenario can be run")
    folder = RunFolder(reports / "runs" / run_name())
    jobs = distinct(job for scenario in scenarios for job in jobs_for(scenario, devices, folder, **options))
    broken = [str(path) for path in files if str(path) not in {scenario.file for scenario in scenarios}]
    folder.begin(options=to_plain(options), journeys=len(jobs), refused=broken, **whole.told)
    with folder.held():
        plan(folder, jobs, whole)
        outcome = do(jobs, folder, listener or Silence(), cut, Team(settings, workers, per_host, farm=farm))
    return replace(outcome, problems=tuple(problems), shard=shard)


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
    per_host: int = PER_HOST,
    shard: Shard = WHOLE,
    budget: float = 0,
    farm: Elsewhere | None = None,
    **options: Any,
) -> Outcome:
    """Judge the pages at some addresses, as a scenario of one step would. For the rest see `execute`.

    The shard of an address is made of itself. After `budget` seconds no page is begun any more (0: there is no hurry);
    those that are left are unfinished journeys of the run.
    """
    folder = RunFolder(reports / "runs" / run_name())
    names: dict[str, int] = {}
    named: list[str] = []
    jobs: list[Job] = []
    for url in dict.fromkeys(urls):
        name = address_scenario(url).id
        names[name] = names.get(name, 0) + 1
        scenario = address_scenario(url, name if names[name] == 1 else f"{name}-{names[name]}")
        named.append(scenario.id)
        if shard.takes(url):
            jobs.extend(jobs_for(scenario, devices, folder, url=url, **options))
    jobs, whole = distinct(jobs), Whole(shard, tuple(named))
    folder.begin(options=to_plain(options), journeys=len(jobs), **whole.told)
    with folder.held():
        plan(folder, jobs, whole)
        outcome = do(jobs, folder, listener or Silence(), cut, Team(settings, workers, per_host, budget, farm))
    return replace(outcome, shard=shard)


def plan(folder: RunFolder, jobs: Sequence[Job], whole: Whole | None = None) -> None:
    """Say in the journal what is planned, before anything starts; and what it takes to go on with it one day.

    In a shard each line says which scenario of the whole run it is, for whoever puts them together.
    """
    order = {id: at for at, id in enumerate(whole.scenarios)} if whole and whole.told else {}
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
            **({"at": order[job.scenario]} if order else {}),
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


def do(jobs: Sequence[Job], folder: RunFolder, listener: Listener, cut: Cut, team: Team) -> Outcome:
    """Do jobs of a run that is planned and held, and keep what comes of them."""
    settings = team.settings or lane_settings()
    places = FilePlaces(folder.places, team.per_host) if team.per_host else None
    for job in jobs:
        folder.journey(*job.place.split("/"))
    listener.planned([job.id for job in jobs])

    def heard(job: Job, said: Said) -> None:
        keep(folder, job, said)
        listener.event(job.id, event_of(said))

    def done(result: JourneyResult) -> None:
        folder.save(result)
        listener.finished(result)
        if result.code == DISK_FULL:  # the next ones would fare no better
            raise DiskFullError(result.reason)

    try:
        if team.farm:
            results = team.farm.walk(jobs, folder, settings, team.per_host, done, budget=team.budget)
        else:
            lanes = team.workers or default_lanes()
            results = run_jobs(
                jobs, settings, lanes, heard, done, places=places, per_host=team.per_host, budget=team.budget
            )
    except (KeyboardInterrupt, ParcoursError):
        folder.release()
        cut(Outcome(folder.path, load_run(folder.path).results))
        raise
    folder.log("end")
    return Outcome(folder.path, results)


def keep(folder: RunFolder, job: Job, said: Said) -> None:
    """Keep what a journey under way has met: all that is left of it when the run is killed."""
    folder.heard(begun(job, INTERRUPTED, "the run ended while this journey was under way"), said)


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
