"""Values from the environment: ${env:NAME} is put in where a journey is walked, and nowhere before.

A scenario can be read, listed and checked on a machine that does not have its secrets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from parcours.redaction import SHORTEST
from parcours.scenario.filling import FROM_ENVIRONMENT
from parcours.scenario.model import Scenario
from parcours.scenario.problems import ScenarioError, ScenarioProblem
from parcours.scenario.reader import Entries, Items, Node, Scalar

M = TypeVar("M", bound=BaseModel)


def references(node: Node) -> Iterator[tuple[str, Scalar]]:
    """The environment variables that a tree's texts name, and where."""
    if isinstance(node, Scalar):
        yield from ((found["name"], node) for found in FROM_ENVIRONMENT.finditer(node.text) if not found["escaped"])
    elif isinstance(node, Items):
        for item in node.items:
            yield from references(item)
    elif isinstance(node, Entries):
        for _, value in node.entries:
            yield from references(value)


def secrets(scenario: Scenario, environment: Mapping[str, str]) -> Mapping[str, str]:
    """What the scenario takes from the environment, by name, less a line end that a file left at its end.

    Raises ScenarioError for all that is not set, and for what is too short to be kept secret.
    """
    values = {name: environment.get(name, "").rstrip("\r\n") for name in scenario.environment}
    problems = [problem for name, value in values.items() if (problem := _problem(scenario, name, value))]
    if problems:
        raise ScenarioError(problems)
    return values


def _problem(scenario: Scenario, name: str, value: str) -> ScenarioProblem | None:
    wanted = scenario.environment[name]
    if not value.strip():
        help = f"set it where the journey is walked: export {name}=..., or a secret of the CI job"
        return replace(wanted, message=f"the environment variable {name} is not set", help=help)
    if len(value.strip()) < SHORTEST:
        message = f"the value of the environment variable {name} is too short to be kept secret"
        help = f"{SHORTEST} characters are the least; write what is no secret into the scenario itself"
        return replace(wanted, message=message, help=help)
    return None


def with_secrets(scenario: Scenario, values: Mapping[str, str]) -> Scenario:
    """The scenario ready to be walked: its variables from the environment put in. It must not be shown any more."""
    start = scenario.start
    return replace(
        scenario,
        start=replace(
            start,
            args=_args(start.args, values),
            expect_url=_filled(start.expect_url, values),
            expect_text=_filled(start.expect_text, values),
            fallback_url=_filled(start.fallback_url, values),
        ),
        steps=tuple(replace(step, args=_args(step.args, values)) for step in scenario.steps),
    )


def _args(args: M, values: Mapping[str, str]) -> M:
    return args.model_copy(update={name: _value(value, values) for name, value in args})


def _value(value: object, values: Mapping[str, str]) -> object:
    if type(value) is str:
        return _filled(value, values)
    if isinstance(value, tuple | list):
        return type(value)(_value(part, values) for part in value)
    if isinstance(value, dict):
        return {key: _value(part, values) for key, part in value.items()}
    return _args(value, values) if isinstance(value, BaseModel) else value


def _filled(text: str, values: Mapping[str, str]) -> str:
    return FROM_ENVIRONMENT.sub(lambda found: found[0][1:] if found["escaped"] else values[found["name"]], text)
