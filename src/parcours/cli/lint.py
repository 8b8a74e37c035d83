"""`parcours lint`: what is wrong with scenario files, without walking them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from parcours import __version__
from parcours.cli import manner, printable
from parcours.errors import Exit
from parcours.scenario.problems import ScenarioProblem

SCHEMA = 1


@click.command(
    epilog="""\b
Examples:
  parcours lint
  parcours lint scenarios/spring.yaml
  parcours lint --format json | jq '.problems[] | select(.severity == "error")'
  parcours lint --format github                    annotations on the lines of a pull request

\b
Exit codes: 0 fine, 1 warnings only, 4 a scenario that cannot be walked, 5 no scenario here.
"""
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE|FOLDER]...")
@click.option(
    "--format",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="json prints one document on the standard output and nothing else; github, annotations.",
)
def lint(paths: tuple[Path, ...], format: str) -> None:
    """Check scenario files (default: the scenarios folder) without a browser, in a second.

    Checks keys, verbs, devices, rules and shared steps; that artwork is there, can be read and leads to an address;
    that what scenarios and baselines excuse is still there, and has not ended.
    """
    from parcours.cli.options import configured_devices, scenario_files
    from parcours.running.comparison import this_day
    from parcours.running.linting import lint as found_in

    files = scenario_files(paths)
    problems = tuple(found_in(files, this_day(), configured_devices()))
    if format == "json":
        click.echo(json.dumps(document(files, problems), indent=2))
    elif format == "github":
        click.echo("".join(f"{line}\n" for line in _annotations(problems)), nl=False)
    else:
        for line in told(files, problems):
            click.echo(line)
    sys.exit(code(problems))


def code(problems: Sequence[ScenarioProblem]) -> Exit:
    """4 when a scenario cannot be walked, 1 when something else is to be mended."""
    if all(problem.code.warns for problem in problems):
        return Exit.FINDINGS if problems else Exit.FINE
    return Exit.USAGE


def told(files: Sequence[Path], problems: Sequence[ScenarioProblem]) -> Iterator[str]:
    """Each problem with its line and a caret, and all of it in one line."""
    for problem in problems:
        yield f"{printable(str(problem))}\n"
    if not manner().quiet or problems:
        warnings = sum(problem.code.warns for problem in problems)
        counts = ((len(problems) - warnings, "error"), (warnings, "warning"))
        said = ", ".join(_many(count, noun) for count, noun in counts if count)
        yield f"{_many(len(files), 'scenario')}: {said or 'nothing to mend'}"


def document(files: Sequence[Path], problems: Sequence[ScenarioProblem]) -> dict[str, Any]:
    """All of it, for a program. Line and column count from 1; 0 is the file as a whole."""
    return {
        "schema": SCHEMA,
        "parcours": __version__,
        "files": [str(file) for file in files],
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "width": problem.width,
                "code": problem.code.value,
                "severity": "warning" if problem.code.warns else "error",
                "message": problem.message,
                "help": problem.help,
            }
            for problem in problems
        ],
    }


def _annotations(problems: Sequence[ScenarioProblem]) -> Iterator[str]:
    from parcours.reporting.entries import from_root, repository
    from parcours.reporting.github import command

    root = repository(Path.cwd())
    for problem in problems:
        level = "warning" if problem.code.warns else "error"
        said = [text for text in (problem.message, problem.help) if text]
        yield command(level, said, f"parcours lint {problem.code}", from_root(problem.file, root), problem.line)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
