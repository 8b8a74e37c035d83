"""What lasts as long as pytest does: the run's folder, the lane with its browser, and the results."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from parcours.browser.devices import resolve_all
from parcours.browser.launch import LaneSettings
from parcours.comparing import Compared, Policy, counted
from parcours.comparing.ending import failed, fine
from parcours.config import Lookups, is_identity, load_config
from parcours.contexts import merged
from parcours.errors import Exit, ParcoursError, UsageError
from parcours.findings import Judgement, Severity
from parcours.pytest_plugin import SESSION, home, run_path
from parcours.pytest_plugin.options import devices_of, forced_browsers
from parcours.reporting import load_run
from parcours.reporting.reasons import reasons
from parcours.reporting.text import clean
from parcours.results import JourneyResult, Status, failing
from parcours.running import comparison
from parcours.running import run as running
from parcours.running.jobs import Job
from parcours.running.planning import jobs_for, load_scenario, ready
from parcours.running.run import Whole, keep, lane_settings
from parcours.running.supervisor import Lane, Places
from parcours.scenario.model import Scenario, slug
from parcours.storage.history import remember
from parcours.storage.journal import RunFolder
from parcours.storage.places import FilePlaces

if TYPE_CHECKING:
    from parcours.pytest_plugin.fixtures import Audited
    from parcours.running.auditing import Audit


@dataclass
class Session:
    """One pytest session, or one xdist worker's part of it."""

    config: pytest.Config
    folder: RunFolder
    devices: tuple[str, ...]
    fallback: tuple[str, ...]  # for scenarios that name no device
    seconds: float
    declared: tuple[str, ...]
    lookups: Lookups | None
    policy: Policy
    per_host: int
    manners: Mapping[str, Any]  # how it behaves at sites, as LaneSettings has it
    whole: Whole = field(default_factory=Whole)
    _scenarios: dict[str, str] = field(default_factory=dict)
    _told: dict[str, int] = field(default_factory=dict)
    _lane: Lane | None = None
    _begun: bool = False

    @classmethod
    def of(cls, config: pytest.Config) -> Session:
        """The session of a configuration, made when it is first asked for."""
        if (found := config.stash.get(SESSION, None)) is None:
            found = config.stash[SESSION] = cls._made(config)
        return found

    @classmethod
    def _made(cls, config: pytest.Config) -> Self:
        """Options come first, then [tool.parcours]."""
        try:
            settings = load_config(home(config))
        except ParcoursError as error:
            raise pytest.UsageError(str(error)) from None
        worker: dict[str, Any] = getattr(config, "workerinput", {})
        return cls(
            config,
            RunFolder(run_path(config), worker.get("workerid", "")),
            devices_of(config),
            resolve_all(settings.devices),
            config.getoption("parcours_timeout") or settings.timeout,
            settings.allow_private,
            settings.lookups(asked=config.getoption("parcours_store_lookup")),
            Policy(
                config.getoption("parcours_fail_on") or settings.fail_on,
                Severity(config.getoption("parcours_min_severity") or settings.min_severity),
                config.getoption("parcours_strict") or settings.strict,
            ),
            settings.per_host if (most := config.getoption("parcours_per_host")) is None else most,
            {
                "identify": _identity(config) or settings.identify,
                "block_analytics": config.getoption("parcours_block_analytics") or settings.block_analytics,
                "cdp": config.getoption("parcours_cdp") or os.environ.get("PARCOURS_CDP", ""),
                "connect": config.getoption("parcours_connect") or os.environ.get("PARCOURS_CONNECT", ""),
            },
        )

    def admit(self, scenario: Scenario) -> None:
        """Raises UsageError for a second file of one id, as results would mix, and for a broken baseline."""
        other = self._scenarios.setdefault(scenario.id, scenario.file)
        if other != scenario.file:
            raise UsageError(f"two scenarios are called {scenario.id!r}: {other} and {scenario.file}", tip="rename one")
        for problem in comparison.unreadable([Path(scenario.file)]):
            raise problem

    def jobs(self, scenario: Scenario) -> Iterator[Job]:
        """The scenario's journeys."""
        for job in jobs_for(scenario, self.devices, self.folder, fallback=self.fallback, **self._options()):
            yield self._with_context(job)

    def _with_context(self, job: Job) -> Job:
        """The job with what the project's conftest adds to the phone."""
        given = self.config.hook.pytest_parcours_context_options(scenario=job.scenario, device=job.device)
        mine = [("pytest_parcours_context_options", options) for options in given]
        return replace(job, context=merged([*mine, ("", job.context)]))

    @property
    def _remote(self) -> bool:
        return bool(self.manners["cdp"] or self.manners["connect"])

    def _options(self) -> dict[str, Any]:
        engines = tuple(forced_browsers(self.config))
        return {
            "engine_wanted": engines[0] if engines else "chromium" if self._remote else "",
            "declared": self.declared,
            "hard_seconds": self.seconds,
            "lookups": self.lookups,
            "network": self.config.getoption("parcours_network"),
        }

    def plan(self, items: Sequence[pytest.Item]) -> None:
        """Say what will run, before any of it does. Of several xdist workers the first one speaks."""
        if self.folder.lane not in ("", "gw0") or self.config.option.collectonly:
            return
        jobs = [job for item in items if (job := _job_of(item))]
        if jobs or (self.whole.told and self.whole.scenarios):
            with _said_by_pytest():
                self._begin()
                running.plan(self.folder, jobs, self.whole)

    def _begin(self) -> None:
        if not self._begun:
            self.folder.begin(**self.whole.told)
            self._begun = True

    def run(self, job: Job) -> JourneyResult:
        """Do a job and keep its result."""
        with _said_by_pytest():
            result = self._walked(job)
            self.folder.save(result)
            return result

    def _walked(self, job: Job) -> JourneyResult:
        self._begin()
        self.folder.journey(*job.place.split("/"))
        self._lane = self._lane or Lane(self._settings(), self._places())
        return self._lane.run(job, lambda job, said: keep(self.folder, job, said))

    def walk(self, file: Path, device: str, item: pytest.Item) -> tuple[JourneyResult, list[str]]:
        """A scenario walked for a Python test on one phone; with why it fails, in lines, none when it does not.

        Raises ScenarioError when it cannot be walked. It is told under the scenario's name and the test's.
        """
        scenario = load_scenario(file)
        ready(scenario)
        own = self._own_id(item, scenario.id)
        (job,) = jobs_for(scenario, (device,), self.folder, **self._options())
        place = f"{own}/{job.place.partition('/')[2]}"
        job = replace(self._with_context(job), place=place, folder=str(self.folder.path / place))
        job = replace(job, id=job.id.replace(scenario.id, own, 1))
        with _said_by_pytest():
            result = self._walked(job)
            compared = self.compared(result)
            self.keep(replace(result, scenario=own))
        why = list(reasons(result, compared, self.policy))
        good = not failed(result, compared, self.policy) and fine(result, compared)
        return result, [] if good else why

    def audit(self, item: pytest.Item, phone: str, device: str) -> Audit:
        """The audit of one test on one phone, with a folder of its own in the run."""
        from parcours.running.auditing import Audit

        own = self._own_id(item)
        with _said_by_pytest():
            self._begin()
            folder = self.folder.journey(own, phone)
        return Audit(own, item.name, item.location[0], device, folder, f"{own}/{phone}")

    def _own_id(self, item: pytest.Item, *more: str) -> str:
        """A test as results name it: its file and its name with the parameters, and what it walks."""
        file = Path(item.location[0]).with_suffix("")
        name = slug(" ".join((*file.parts, item.name, *more)))
        count = self._told[name] = self._told.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"

    def audited(self, judged: Sequence[Judgement]) -> Audited:
        """What a page's judgements say under this session's policy."""
        from parcours.pytest_plugin.fixtures import Audited

        found = tuple(finding for judgement in judged for finding in judgement.findings)
        found = tuple(sorted(found, key=lambda f: (f.severity.rank, f.rule, f.aspect, f.about)))
        wrong = () if self.policy.fail_on == "never" else failing(found, self.policy.least, strict=self.policy.strict)
        return Audited(found, wrong, tuple(judged))

    def keep(self, result: JourneyResult) -> None:
        """A result that was not planned: a Python test's."""
        with _said_by_pytest():
            self.folder.log("planned", id=result.id, scenario=result.scenario, device=result.device)
            self.folder.save(result)

    def compared(self, result: JourneyResult) -> Compared | None:
        """How a result stands against the baseline of its scenario, None when there is nothing to compare with."""
        return comparison.compared([result], all_devices=False).of(result.scenario)

    def _places(self) -> Places | None:
        """Every worker of xdist asks for places in the one folder of the run."""
        return FilePlaces(self.folder.places, self.per_host) if self.per_host > 0 else None

    def _settings(self) -> LaneSettings:
        option = self.config.option
        # pytest may run anywhere, offline too: it never downloads a browser by itself.
        return lane_settings(
            headless=not getattr(option, "headed", False),
            slow_mo=float(getattr(option, "slowmo", 0) or 0),
            tracing=getattr(option, "tracing", "off") or "off",
            **self.manners,
        )

    def close(self, exitstatus: int) -> None:
        """End the browser. Its results are on the disk already; that no more will come is said by one for all."""
        if self._lane:
            self._lane.close()
            self._lane = None
        if exitstatus in _ENDED and not self.folder.lane and self.folder.path.is_dir():
            self.folder.log("end")

    def summarise(self, terminal: Any) -> None:
        """The run in a few lines, and where its report is. Under xdist the controller speaks for all."""
        if self.folder.lane or not self.folder.path.is_dir():
            return
        from parcours.comparing.ending import exit_code
        from parcours.reporting import branded, reports

        against = comparison.compared(load_run(self.folder.path).results)
        comparison.keep(self.folder.path, against)
        remember(self.folder.path, load_run(self.folder.path).results, against)
        run = load_run(self.folder.path)
        report = self.folder.path / "report.html"
        brand = load_config(self.config.rootpath).brand
        reports()["html"].write(run, report, branded(brand, lambda problem: _warn(terminal, problem), self.policy))
        terminal.section("parcours")
        for note in sorted({note for result in run.results for note in result.notes}):
            terminal.write_line(f"warning: {note}", yellow=True)
        code = exit_code(run.results, against, self.policy)
        for reason in sorted({clean(result.reason) for result in run.results if result.status is Status.INCONCLUSIVE}):
            terminal.write_line(f"not judged: {reason}", yellow=True)
        count = len(run.results)
        terminal.write_line(f"{count} journey{'' if count == 1 else 's'}: {_MEANING[code]}")
        terminal.write_line(f"report: {report}")
        if against.scenarios:
            terminal.write_line(counted(against))


def _warn(terminal: Any, problem: ParcoursError) -> None:
    terminal.write_line(f"warning: {clean(str(problem), lines=True)}", yellow=True)


_MEANING = {
    Exit.FINE: "all of them work",
    Exit.FINDINGS: "some do not work as a customer needs (1)",
    Exit.TOOL: "parcours could not do all of its work (3)",
    Exit.NOTHING: "nothing ran (5)",
    Exit.UNJUDGED: "nothing could be judged (6)",
}


_ENDED = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED)


@contextmanager
def _said_by_pytest() -> Iterator[None]:
    """What parcours cannot do ends pytest, with a sentence and the exit code that the commands have."""
    try:
        yield
    except ParcoursError as error:
        pytest.exit(str(error), returncode=int(error.exit_code))


def _identity(config: pytest.Config) -> str:
    said: str = config.getoption("parcours_identify") or ""
    if said and not is_identity(said):
        raise pytest.UsageError("--parcours-identify: one line of ASCII is wanted")
    return said


def _job_of(item: pytest.Item) -> Job | None:
    job = getattr(getattr(item, "callspec", None), "params", {}).get("parcours_job")
    return job if isinstance(job, Job) else None
