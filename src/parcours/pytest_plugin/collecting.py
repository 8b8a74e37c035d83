"""A scenario file as pytest sees it: a module with one function, parametrised by device.

Being a Module, everything that works on test functions works on journeys: ids, -k, -m, --lf, -n, JUnit,
reruns, splitting, Allure, pytest-html.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from parcours.errors import ParcoursError
from parcours.pytest_plugin.outcome import tell
from parcours.pytest_plugin.session import Session
from parcours.reporting.junit import properties
from parcours.running.jobs import Job
from parcours.running.planning import load_scenario, ready
from parcours.scenario.model import Scenario

INVALID = "scenario-is-valid"


class ScenarioFile(pytest.Module):
    """One YAML file. A broken one is one failing item; the others are collected all the same."""

    def funcnamefilter(self, name: str) -> bool:
        """Our functions are tests whatever `python_functions` says."""
        return name in ("journey", INVALID)

    def _getobj(self) -> ModuleType:
        module = ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        session = Session.of(self.config)
        try:
            scenario = load_scenario(self.path)
            session.admit(scenario)
        except ParcoursError as error:
            setattr(module, INVALID, _invalid(str(error)))
            return module
        vars(module)["journey"] = _journey(scenario, session)
        return module


def _invalid(problem: str) -> Callable[[], None]:
    def scenario_is_valid() -> None:
        pytest.fail(problem, pytrace=False)

    return scenario_is_valid


def _journey(scenario: Scenario, session: Session) -> Callable[..., None]:
    jobs = list(session.jobs(scenario))

    def journey(parcours_job: Job, record_property: Callable[[str, Any], None]) -> None:
        try:
            ready(scenario)
        except ParcoursError as error:
            pytest.fail(str(error), pytrace=False)
        result = session.run(parcours_job)
        compared = session.compared(result)
        for name, value in properties(result, compared, session.policy):
            record_property(f"parcours_{name}", value)
        tell(result, compared, session.policy)

    journey.__doc__ = scenario.name
    ids = [_device_and_engine(job) for job in jobs]
    marked: Callable[..., None] = pytest.mark.parametrize("parcours_job", jobs, ids=ids)(journey)
    return marked


def _device_and_engine(job: Job) -> str:
    return job.id.rpartition("[")[2].rstrip("]")
