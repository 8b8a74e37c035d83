"""From scenario files and device names to jobs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from parcours.browser import devices
from parcours.browser.ladder import engine_for
from parcours.channels import catalogue as channels
from parcours.checks.catalogue import known_rule
from parcours.contexts import context_options
from parcours.errors import UsageError
from parcours.facts.model import Engine
from parcours.redaction import masked
from parcours.running.jobs import HARD_SECONDS, SOFT_SHARE, Job
from parcours.running.sites import host_of
from parcours.scenario.environment import secrets
from parcours.scenario.loader import load
from parcours.scenario.model import Scenario, StartSpec, slug
from parcours.steps import catalogue as steps
from parcours.storage.journal import RunFolder

DEFAULT_DEVICES = ("iphone", "android")


def load_scenario(path: Path) -> Scenario:
    """The scenario of a file. Raises ScenarioError with every mistake in it."""
    return load(path, steps(), channels(), known_rule=known_rule, known_device=devices.resolve)


def ready(scenario: Scenario) -> None:
    """Raises ScenarioError when the environment does not have what the scenario takes from it."""
    secrets(scenario, os.environ)


def address_scenario(url: str, name: str = "") -> Scenario:
    """The scenario of an address that a person typed: go there, and look."""
    link = channels()["link"]
    start = StartSpec("link", link.args.model_validate({link.main: url}))
    return Scenario(id=name or slug(masked(url.partition("://")[2] or url)) or "page", file="", name=url, start=start)


def scenario_of(job: Job) -> Scenario:
    """What a job asks for."""
    return load_scenario(Path(job.file)) if job.file else address_scenario(job.url, job.scenario)


def engine(device: str, asked: str = "") -> Engine:
    """The engine that a device wants, and the one that will stand for it here (or that was `asked` for)."""
    wanted = devices.descriptor(device).get("default_browser_type", "chromium")
    used = asked or engine_for(wanted)
    return Engine(wanted, used, "", "native" if wanted == used else "emulated")


def jobs_for(
    scenario: Scenario,
    wanted: Sequence[str],
    folder: RunFolder,
    *,
    url: str = "",
    fallback: Sequence[str] = (),
    engine_wanted: str = "",
    network: str = "",
    hard_seconds: float = HARD_SECONDS,
    **options: object,
) -> Iterator[Job]:
    """One job a device: those asked for, else the scenario's own, else `fallback`, else an iPhone and an Android.

    `network` goes before the scenario's own. On a slow one a journey may take twice its time.
    """
    options["network"] = network or scenario.network
    options["hard_seconds"] = hard_seconds * (1 if options["network"] == "as-is" else 2)
    for device in wanted or scenario.devices or fallback or DEFAULT_DEVICES:
        stands = engine(device, engine_wanted)
        name = devices.slug(device)
        place = f"{scenario.id}/{name}"
        job = Job(
            id=f"{scenario.id}[{name}-{stands.used}]",
            device=device,
            engine=stands,
            folder=str(folder.path / place),
            place=place,
            file=scenario.file,
            url=url,
            scenario=scenario.id,
            secrets=tuple(scenario.environment),
            context=context_options(scenario.id, name),
            host=host_of(url or _typed(scenario), scenario.sites),
            **options,  # type: ignore[arg-type]
        )
        yield replace(job, hard_seconds=job.hard_seconds + patience(scenario) / SOFT_SHARE)


def _typed(scenario: Scenario) -> str:
    """The address that a scenario itself names; "" where it stands on an artefact that is read when it is walked."""
    return str(getattr(scenario.start.args, "url", "")) if scenario.start.channel == "link" else ""


def patience(scenario: Scenario) -> float:
    """The seconds that a journey may wait for somebody: its time is counted without them."""
    return sum(steps()[step.verb].patience(step.args) for step in scenario.steps)


def distinct(jobs: Iterable[Job]) -> list[Job]:
    """The jobs as a list. Raises UsageError when two would write to one place."""
    found: dict[str, Job] = {}
    for job in jobs:
        other = found.setdefault(job.place, job)
        if other is not job:
            raise UsageError(
                f"two journeys are called {job.scenario!r}: {other.file or other.url} and {job.file or job.url}",
                tip="rename one of the files",
            )
    return list(found.values())
