"""`parcours report`: make the report of a run again, or of several runs at once."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from parcours.errors import UsageError, closest
from parcours.reporting import Options, Report, Run, load_run, merged, newest_run, reports
from parcours.reporting.messages import LANGUAGES


@click.command(
    epilog="""\b
Examples:
  parcours report
  parcours report reports/runs/20260302-094102-1f3a --lang fr --open
  parcours report shard-1/ shard-2/ --output night.html
  parcours report --format json --output - | jq .journeys[].status
"""
)
@click.argument("runs", nargs=-1, type=click.Path(path_type=Path), metavar="[RUN]...")
@click.option("--format", "kind", default="html", show_default=True, metavar="KIND", help="html, json, or a plug-in's.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="The report's own language."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Where to write it; - is the standard output. Default: report.html (or .json) in the run's folder.",
)
@click.option("--open", "opens", is_flag=True, help="Open the report in a browser.")
def report(runs: tuple[Path, ...], kind: str, lang: str, output: Path | None, opens: bool) -> None:
    """Write the report of RUN, a folder under reports/runs (default: the newest). Several are told as one."""
    chosen = _chosen(kind)
    folders = runs or (newest_run(_runs()),)
    run = merged(load_run(folder) for folder in folders)
    if output and str(output) == "-":
        _print(chosen, run, Options(lang))
        return
    target = output or folders[0] / f"report{chosen.suffix}"
    if not target.parent.is_dir():
        raise UsageError(f"the folder {target.parent} is not there", tip="make it first")
    written = chosen.write(run, target, Options(lang))
    click.echo(f"Report: {written}")
    if opens:
        click.launch(written.resolve().as_uri())


def _runs() -> Path:
    from parcours.config import load_config

    return load_config(Path.cwd()).reports / "runs"


def _chosen(kind: str) -> Report:
    known = reports()
    if kind not in known:
        raise UsageError(f"there is no report {kind!r}", tip=closest(kind, known) or f"take {', '.join(sorted(known))}")
    return known[kind]


def _print(chosen: Report, run: Run, options: Options) -> None:
    with tempfile.TemporaryDirectory(prefix="parcours-") as folder:
        written = chosen.write(run, Path(folder) / f"report{chosen.suffix}", options)
        sys.stdout.write(written.read_text(encoding="utf-8"))
