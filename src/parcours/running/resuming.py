"""Go on with a run that was ended before its end: what is missing is walked, in the same folder, as it was planned."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from parcours import __version__
from parcours.browser.launch import LaneSettings
from parcours.config import PER_HOST, Lookups
from parcours.errors import ParcoursError, UsageError
from parcours.reporting import load_run
from parcours.results import TO_REPEAT
from parcours.running import run as running
from parcours.running.jobs import Job
from parcours.running.planning import address_scenario, jobs_for, load_scenario, ready
from parcours.running.run import Cut, Elsewhere, Listener, Outcome, Silence, Team, sign
from parcours.scenario.model import Scenario
from parcours.storage.codec import from_plain
from parcours.storage.journal import PROGRESS, RESULT, RunFolder, entries, mend

OPTIONS = frozenset({"allow_private", "declared", "engine_wanted", "hard_seconds", "lookups", "network"})
SETTLED = frozenset({"fallback", "engine_wanted"})  # each line of the plan has its own device and engine
BY_ITSELF = "run it by itself, or begin a new run"


@dataclass(frozen=True, slots=True)
class Planned:
    """A journey as it stands in a journal."""

    id: str
    scenario: str = ""
    device: str = ""
    engine: str = ""
    file: str = ""
    sign: str = ""
    url: str = ""


@dataclass(frozen=True)
class Plan:
    """All that a run was to do. `refused` are files that could not be read when it began."""

    journeys: tuple[Planned, ...]
    options: Mapping[str, Any]
    refused: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The scenario files that were to be walked."""
        return tuple(Path(file) for file in dict.fromkeys(journey.file for journey in self.journeys) if file)


def plan_of(folder: Path) -> Plan:
    """What a run was to do. Raises UsageError when it does not say so, or in words that are not understood."""
    journeys: dict[str, Planned] = {}
    head: dict[str, Any] = {}
    for line in entries(folder):
        match line.get("kind"):
            case "run":
                head |= line
            case "planned":
                with suppress(ValueError):
                    journeys[str(line.get("id"))] = from_plain(Planned, dict(line))
    options = _options(folder, head)
    if len(journeys) < max(1, int(head.get("journeys") or 0)):
        raise UsageError(f"{folder} was ended before all was planned", tip="nothing was walked: begin a new run")
    return Plan(tuple(journeys.values()), options, tuple(map(str, head.get("refused") or ())))


def _options(folder: Path, head: Mapping[str, Any]) -> Mapping[str, Any]:
    options = head.get("options")
    if not isinstance(options, dict):
        tip = "begin a new run: what pytest began only pytest does again"
        raise UsageError(f"{folder} does not tell how it was begun", tip=tip)
    if strange := sorted(options.keys() - OPTIONS - SETTLED):
        version = head.get("parcours", "another version")
        raise UsageError(f"{folder} was begun by parcours {version}, with {', '.join(strange)}", tip=BY_ITSELF)
    kept = {name: value for name, value in options.items() if name not in SETTLED}
    if kept.get("lookups"):
        kept["lookups"] = from_plain(Lookups, kept["lookups"])
    return kept | {"declared": tuple(kept.get("declared") or ())}


def resume(
    folder: Path,
    *,
    listener: Listener | None = None,
    refused: Callable[[ParcoursError], None] = lambda _: None,
    cut: Cut = lambda _: None,
    workers: int = 0,
    settings: LaneSettings | None = None,
    per_host: int = PER_HOST,
    farm: Elsewhere | None = None,
) -> Outcome:
    """Walk what is missing of a run, and give all of it. A scenario that was altered since is walked whole again.

    Raises UsageError when the folder holds no run, or one that another process is writing.
    """
    plan, run = plan_of(folder), RunFolder(folder)
    with run.held():
        mend(run.journal)
        missing = _missing(plan, folder)
        jobs, problems = _jobs(missing, plan, run)
        for problem in problems:
            refused(problem)
        _clear(folder, jobs)
        if missing:
            started = datetime.now(UTC).isoformat(timespec="seconds")
            run.log("resumed", parcours=__version__, started=started, missing=len(missing))
            running.plan(run, jobs)  # their scenarios may be others now
        if jobs or not load_run(folder).ended:
            running.do(jobs, run, listener or Silence(), cut, Team(settings, workers, per_host, farm=farm))
    return Outcome(folder, load_run(folder).results, tuple(problems))


def _missing(plan: Plan, folder: Path) -> tuple[Planned, ...]:
    """What has no result, was broken off, or was walked by an older version of its scenario."""
    done = {result.id for result in load_run(folder).results if result.code not in TO_REPEAT}
    altered = {j.file for j in plan.journeys if j.file and j.sign and sign(Path(j.file)) != j.sign}
    return tuple(j for j in plan.journeys if j.id not in done or j.file in altered)


def _jobs(missing: Sequence[Planned], plan: Plan, run: RunFolder) -> tuple[list[Job], list[ParcoursError]]:
    problems: list[ParcoursError] = list(_unread(plan.refused))
    scenarios: dict[str, Scenario | None] = {}
    jobs: list[Job] = []
    for journey in missing:
        try:
            if journey.file and journey.file not in scenarios:
                scenarios[journey.file] = None
                scenarios[journey.file] = _loaded(journey.file)
            if not journey.file or scenarios[journey.file]:
                jobs.append(_job(journey, scenarios.get(journey.file), plan, run))
        except ParcoursError as error:
            problems.append(error)
    return jobs, problems


def _unread(files: Sequence[str]) -> Iterator[ParcoursError]:
    """What is still wrong with files that were refused when the run began."""
    for file in files:
        try:
            _loaded(file)
        except ParcoursError as error:
            yield error
        else:
            yield UsageError(f"{file} could not be read when the run began, and is no part of it", tip=BY_ITSELF)


def _loaded(file: str) -> Scenario:
    scenario = load_scenario(Path(file))
    ready(scenario)
    return scenario


def _job(journey: Planned, scenario: Scenario | None, plan: Plan, run: RunFolder) -> Job:
    """The job of a planned journey, made anew: a journal is not believed about where files are written."""
    if scenario is None and not journey.url:
        raise UsageError(f"{journey.id}: its address held a secret, and was not kept", tip=BY_ITSELF)
    asked = scenario or address_scenario(journey.url, journey.scenario)
    options = {**plan.options, "engine_wanted": journey.engine}
    (job,) = jobs_for(asked, [journey.device], run, url=journey.url, **options)
    if job.id != journey.id:
        raise UsageError(f"{journey.id} is called {job.id} now", tip=BY_ITSELF)
    return job


def _clear(folder: Path, jobs: Sequence[Job]) -> None:
    """Remove what was left half: pictures and facts of broken journeys, and claims to answers that never came."""
    for job in jobs:
        if not (folder / job.place).resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"{job.place} leads out of {folder}", tip="begin a new run")
        shutil.rmtree(folder / job.place, ignore_errors=True)
    finished = (result.with_name(PROGRESS) for result in folder.glob(f"*/*/{RESULT}"))
    for left in (*folder.glob("shared/*.claim"), *folder.glob("**/*.tmp"), *finished):
        left.unlink(missing_ok=True)
