"""A scenario file becomes a Scenario, or the list of all that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from parcours.errors import UsageError, closest
from parcours.scenario.building import Builder
from parcours.scenario.kinds import Kind
from parcours.scenario.model import Scenario, scenario_id
from parcours.scenario.problems import WHOLE_FILE, Code, ScenarioError, ScenarioProblem
from parcours.scenario.reader import read
from parcours.scenario.units import Known

MOST_PROBLEMS = 200
SUFFIXES = frozenset({".yaml", ".yml"})
_NOT_SCENARIOS = frozenset({"assets", "baselines", "shared"})


def load(
    path: Path | str,
    verbs: Mapping[str, Kind],
    channels: Mapping[str, Kind],
    *,
    known_rule: Known | None = None,
    known_device: Known | None = None,
) -> Scenario:
    """The scenario in a file. Raises ScenarioError with everything that is wrong with it.

    `known_rule` and `known_device` give a name as it is spelt, or raise UsageError with the closest names;
    without them any name will do.
    """
    file = Path(path)
    context = {"rule": known_rule, "device": known_device, "folder": file.parent}
    builder = Builder(read(file), verbs, channels, context)
    scenario = builder.scenario()
    if scenario is None or builder.notes.problems:
        problems = sorted(builder.notes.problems, key=lambda problem: (problem.line, problem.column))
        raise ScenarioError(_bounded(problems))
    return scenario


def load_all(
    paths: Iterable[Path | str],
    verbs: Mapping[str, Kind],
    channels: Mapping[str, Kind],
    *,
    known_rule: Known | None = None,
    known_device: Known | None = None,
) -> tuple[Scenario, ...]:
    """The scenarios of several files, in their order. Raises one ScenarioError for all that is wrong with any."""
    files = tuple(Path(path) for path in paths)
    problems = list(same_ids(files))
    loaded: list[Scenario] = []
    for file in files:
        try:
            loaded.append(load(file, verbs, channels, known_rule=known_rule, known_device=known_device))
        except ScenarioError as error:
            problems.extend(error.problems)
    if problems:
        raise ScenarioError(problems)
    return tuple(loaded)


def find_scenarios(paths: Iterable[Path | str]) -> tuple[Path, ...]:
    """The scenario files meant by paths: a file is itself, a folder gives the .yaml and .yml files below it.

    Folders named assets, baselines and shared, and hidden ones, are left out. Each file comes once, a folder's in
    alphabetical order. Raises UsageError for a path that is not there.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        if not path.exists():
            near = closest(path.name, _names(path.parent))
            raise UsageError(f"there is no file or folder {str(path)!r}", tip=near or "give a scenario or its folder")
        for file in _below(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def _bounded(problems: Sequence[ScenarioProblem]) -> Iterator[ScenarioProblem]:
    """The problems; of thousands, which only a broken or hostile file has, the first."""
    yield from problems[:MOST_PROBLEMS]
    if len(problems) > MOST_PROBLEMS:
        message = f"{len(problems) - MOST_PROBLEMS} more problems are not shown"
        yield ScenarioProblem(problems[0].file, WHOLE_FILE, Code.LIMIT, message, "mend these first")


def _names(folder: Path) -> tuple[str, ...]:
    return tuple(p.name for p in folder.iterdir() if not p.name.startswith(".")) if folder.is_dir() else ()


def _below(folder: Path) -> Iterator[Path]:
    files: list[Path] = []
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _NOT_SCENARIOS and not name.startswith(".")]
        files += [Path(where, name) for name in names if Path(name).suffix in SUFFIXES and not name.startswith(".")]
    return iter(sorted(files))


def same_ids(files: Iterable[Path]) -> Iterator[ScenarioProblem]:
    """A problem for every file whose id another one before it has."""
    first: dict[str, Path] = {}
    for file in files:
        other = first.setdefault(scenario_id(file), file)
        if other is not file:
            message = f"has the same id as {other}: {scenario_id(file)!r}"
            help = "rename one of them; results and baselines are kept by that id"
            yield ScenarioProblem(str(file), WHOLE_FILE, Code.DUPLICATE_ID, message, help)
