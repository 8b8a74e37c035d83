"""`parcours compare`: two runs against each other, without a baseline."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from parcours.cli import printable
from parcours.cli.options import format_option, policy, policy_options
from parcours.comparing import Comparison, Standing, counted
from parcours.comparing.ending import exit_code
from parcours.errors import Exit, UsageError
from parcours.running import comparison

TOLD = tuple(standing for standing in Standing if standing not in (Standing.KNOWN, Standing.NOT_CHECKED))


@click.command(
    epilog="""\b
Examples:
  parcours compare reports/runs/20260302-094102-1f3a reports/runs/20260303-094105-77c0
  parcours compare yesterday/ today/ --format json | jq .comparison.scenarios[].lines

\b
Ends with 1 when the second run is worse, 5 when the two have no journey in common.
"""
)
@click.argument("before", type=click.Path(path_type=Path), metavar="RUN")
@click.argument("after", type=click.Path(path_type=Path), metavar="RUN")
@policy_options
@format_option
def compare(
    before: Path, after: Path, fail_on: str | None, min_severity: str | None, strict: bool | None, format: str
) -> None:
    """Say what the second RUN has that the first had not, and the other way round. No baseline is read."""
    from parcours.reporting import load_run

    first, second = load_run(before), load_run(after)
    said = comparison.against_run(first.results, second.results, str(before))
    if not said.scenarios:
        raise _Nothing(f"{before} and {after} have no journey in common", tip="name two runs of the same scenarios")
    if format == "json":
        click.echo(json.dumps(document(before, after, said)))
    else:
        click.echo("\n".join(printable(line) for line in told(said)))
    both = [result for result in second.results if said.of(result.scenario)]
    sys.exit(exit_code(both, said, policy(fail_on, min_severity, strict=strict)))


class _Nothing(UsageError):
    exit_code = Exit.NOTHING


def told(said: Comparison) -> Iterator[str]:
    """The comparison in lines: what differs, scenario by scenario, and all of it in one line."""
    from parcours.reporting.standing import Standings

    for one in said.scenarios:
        yield one.scenario
        for thing in Standings(Comparison((one,))).told(TOLD):
            line = thing.line
            where = f" at {line.step}" if line.step else ""
            yield f"  {line.standing.value:14} {line.rule}{where} ({', '.join(thing.devices)}): {line.message}"
        yield from (f"  {'note':14} {note}" for note in one.notes)
    yield counted(said)


def document(before: Path, after: Path, said: Comparison) -> dict[str, object]:
    """All of it, for a program."""
    from parcours.storage.codec import to_plain

    counts = {standing.value: count for standing, count in said.counts.items()}
    return {"schema": 1, "before": str(before), "after": str(after), "counts": counts, "comparison": to_plain(said)}
