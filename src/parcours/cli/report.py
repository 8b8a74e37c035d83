"""`parcours report`: make the report of a run again, or of several runs at once."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from parcours.browser.print_pdf import print_report
from parcours.cli.options import policy, policy_options
from parcours.errors import UsageError, closest
from parcours.reporting import Options, Report, Run, load_run, merged, newest_run, reports
from parcours.reporting.brand import PLAIN, load_brand
from parcours.reporting.clients import write_index
from parcours.reporting.entries import repository
from parcours.reporting.html import pictures_of
from parcours.reporting.messages import LANGUAGES

SHAPES = ("html", "folder", "pdf")


@click.command(
    epilog="""\b
Examples:
  parcours report
  parcours report reports/runs/20260302-094102-1f3a --lang fr --open
  parcours report shard-1/ shard-2/ --output night.html
  parcours report --format folder --output site/report
  parcours report --format pdf --lang fr --brand brand.toml
  parcours report --index Shop=runs/a Bank=runs/b --output clients/
  parcours report --format json --output - | jq .journeys[].status
  parcours report --format junit --output junit.xml
  parcours report --format sarif --output parcours.sarif
  parcours report --format github
  parcours report --format webhook | curl -H content-type:application/json -d @- "$WEBHOOK"
"""
)
@click.argument("runs", nargs=-1, type=click.Path(path_type=Path), metavar="[RUN]...")
@click.option(
    "--format",
    "kind",
    default="html",
    show_default=True,
    metavar="KIND",
    help="html, folder, pdf, json, junit, sarif, github, gitlab, csv, text, webhook, or a plug-in's.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The report's own language. [default: the brand's, else en]")
@click.option(
    "--brand",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Whose report it is: a TOML file with name, logo, colours, introduction, contact, lang, templates. "
    "[default: the configuration's brand]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Where to write it; - is the standard output, as it is for github, text and webhook. "
    "Default: report.html (or .json, .csv...) in the run's folder.",
)
@policy_options
@click.option(
    "--link", default="", metavar="URL", help="Where people find the report. Default: the CI server's page of the job."
)
@click.option(
    "--index",
    is_flag=True,
    help="One page over several clients: each RUN (or NAME=RUN) is a client with a report of its own, "
    "html, folder or pdf; --output is a folder.",
)
@click.option("--open", "opens", is_flag=True, help="Open the report in a browser.")
def report(
    runs: tuple[Path, ...],
    kind: str,
    lang: str | None,
    brand: Path | None,
    output: Path | None,
    fail_on: str | None,
    min_severity: str | None,
    strict: bool | None,
    link: str,
    index: bool,
    opens: bool,
) -> None:
    """Write the report of RUN, a folder under reports/runs (default: the newest). Several are told as one."""
    chosen = _chosen(kind)
    named = brand or _brand()
    whose = load_brand(named) if named else PLAIN
    here = repository(Path.cwd())
    fails = policy(fail_on, min_severity, strict=strict)
    options = Options(lang or whose.lang or "en", fails, link or job_page(os.environ), here, whose, print_report)
    if index:
        written = _index(runs, chosen, output, options)
        click.echo(f"Report: {written}")
        if opens:
            click.launch(written.resolve().as_uri())
        return
    folders = runs or (newest_run(_runs()),)
    run = merged(load_run(folder) for folder in folders)
    if run.missing:
        said = f"not here: shard{'s' * (len(run.missing) > 1)} {', '.join(run.missing)}; the report is of the others"
        click.echo(f"parcours: {said}", err=True)
    if str(output) == "-" and not chosen.suffix:
        raise UsageError(f"a {kind} is no file that could be printed", tip="name it: --output NAME")
    if str(output) == "-" or (output is None and chosen.aloud):
        _print(chosen, run, options)
        return
    target = output or folders[0] / f"report{chosen.suffix}"
    if not target.parent.is_dir():
        raise UsageError(f"the folder {target.parent} is not there", tip="make it first")
    if chosen.suffix and target.is_dir():
        raise UsageError(f"{target} is a folder", tip=f"name a file: --output {target / f'report{chosen.suffix}'}")
    written = chosen.write(run, target, options)
    click.echo(f"Report: {written}")
    if kind == "html" and (pictures := pictures_of(written)).is_dir():
        click.echo(f"Its pictures: {pictures}")
    if opens:
        click.launch(written.resolve().as_uri())


def _index(runs: Sequence[Path], chosen: Report, output: Path | None, options: Options) -> Path:
    """The page over several clients."""
    if chosen.name not in SHAPES:
        raise UsageError(f"an index leads to reports for people, not to {chosen.name}", tip=f"take {', '.join(SHAPES)}")
    if not runs or output is None:
        raise UsageError(
            "an index needs runs, and a folder to write into", tip="parcours report --index A=RUN B=RUN --output DIR"
        )
    return write_index([_named(run) for run in runs], output, options, chosen)


def _named(run: Path) -> tuple[str, Run]:
    """A client's name ("" where none is given) and its run, out of RUN or NAME=RUN."""
    name, given, folder = str(run).partition("=")
    if given and name.strip() and not run.exists():
        return name.strip(), load_run(Path(folder))
    return "", load_run(run)


def _brand() -> Path | None:
    from parcours.config import load_config

    return load_config(Path.cwd()).brand


def _runs() -> Path:
    from parcours.config import load_config

    return load_config(Path.cwd()).reports / "runs"


def job_page(environment: Mapping[str, str]) -> str:
    """Where a CI server shows the job that it runs; "" for none that is known."""
    server, project, run = (environment.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "RUN_ID"))
    if server and project and run:
        return f"{server}/{project}/actions/runs/{run}"
    return environment.get("CI_JOB_URL") or environment.get("BUILD_URL") or ""


def _chosen(kind: str) -> Report:
    known = reports()
    if kind not in known:
        raise UsageError(f"there is no report {kind!r}", tip=closest(kind, known) or f"take {', '.join(sorted(known))}")
    return known[kind]


def _print(chosen: Report, run: Run, options: Options) -> None:
    with tempfile.TemporaryDirectory(prefix="parcours-") as folder:
        written = chosen.write(run, Path(folder) / f"report{chosen.suffix}", options)
        sys.stdout.flush()
        sys.stdout.buffer.write(written.read_bytes())  # as it stands: no other encoding, no other ends of lines
        sys.stdout.buffer.flush()
