"""`parcours clean`: old runs and caches go; nothing else does."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import click

from parcours.cli import manner, printable

KEEP = 10
_UNITS = {"kb": 1000, "mb": 1000**2, "gb": 1000**3}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(kb|mb|gb)", re.IGNORECASE)


def _size(_ctx: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    if not (read := _SIZE.fullmatch(value.strip())):
        raise click.BadParameter(f"{value!r} is not a size: write 500MB or 2GB")
    return int(float(read[1]) * _UNITS[read[2].lower()])


@click.command(
    epilog="""\b
Examples:
  parcours clean --dry-run
  parcours clean --keep 30
  parcours clean --older-than 90
  parcours clean --keep 3 --most 2GB
  parcours clean --cache

\b
Only folders of parcours' own runs go, under `reports`: never baselines, scenarios or the history of runs.
"""
)
@click.option(
    "--keep",
    type=click.IntRange(min=0),
    default=KEEP,
    show_default=True,
    metavar="N",
    help="How many runs stay in any case, the newest.",
)
@click.option("--older-than", "days", type=click.IntRange(min=0), metavar="DAYS", help="Only runs older than that.")
@click.option("--most", callback=_size, metavar="SIZE", help="Only until all runs together are no larger: 500MB, 2GB.")
@click.option("--cache", is_flag=True, help="Forget what is remembered of this machine's browsers too.")
@click.option("--dry-run", is_flag=True, help="Say what would go, and remove nothing.")
def clean(keep: int, days: int | None, most: int | None, cache: bool, dry_run: bool) -> None:
    """Remove old runs, all but the newest, and say how much room that makes."""
    from parcours.cli.options import from_here, reports_folder
    from parcours.storage import cleaning

    age = None if days is None else timedelta(days=days)
    there = cleaning.runs(reports_folder() / "runs")
    going = list(cleaning.old(there, datetime.now(UTC), keep=keep, age=age, most=most))
    verb = "Would remove" if dry_run else "Removed"
    for run in going:
        if not dry_run:
            cleaning.remove(run)
        click.echo(printable(f"{verb}: {from_here(run.path)}  {_said(run.bytes)}"))
    for file in cleaning.caches() if cache else ():
        if not dry_run:
            file.unlink(missing_ok=True)
        click.echo(printable(f"{verb}: {file}"))
    if not manner().quiet:
        stay = len(there) - len(going)
        room = f"{_said(sum(run.bytes for run in going))} {'would be' if dry_run else 'are'} free"
        click.echo(f"{_many(len(going), 'run')} of {len(there)}{f': {room}' if going else ' to remove'}; {stay} stay")


def _said(size: int) -> str:
    unit, name = next(((unit, name) for name, unit in reversed(_UNITS.items()) if size >= unit), (1000, "kb"))
    return f"{size / unit:.1f} {name.upper() if name != 'kb' else 'kB'}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
