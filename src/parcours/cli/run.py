"""`parcours run`: walk the journeys of scenario files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from parcours.cli.options import (
    configured_devices,
    device_option,
    format_option,
    lookup_option,
    network_option,
    policy,
    policy_options,
    refuse,
    show,
)
from parcours.config import load_config
from parcours.errors import Exit
from parcours.running import comparison
from parcours.running import run as running
from parcours.scenario.loader import find_scenarios
from parcours.storage.history import remember


@click.command(
    epilog="""\b
Examples:
  parcours run
  parcours run scenarios/spring.yaml --device iphone
  parcours run scenarios/ --workers 2 --format json
  parcours run --fail-on all --min-severity major

\b
With a baseline (see `parcours approve`) only what got worse fails.
"""
)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE|FOLDER]...")
@device_option
@format_option
@policy_options
@click.option("--allow-private", is_flag=True, help="Follow codes and redirects to private addresses too.")
@lookup_option
@network_option
@click.option("--workers", type=click.IntRange(1, 64), help="Browsers side by side.")
def run(
    paths: tuple[Path, ...],
    devices: tuple[str, ...],
    format: str,
    fail_on: str | None,
    min_severity: str | None,
    strict: bool | None,
    allow_private: bool,
    store_lookup: bool,
    network: str | None,
    workers: int | None,
) -> None:
    """Walk the journeys of scenario files (default: the scenarios folder) on emulated phones."""
    config = load_config(Path.cwd())
    files = find_scenarios(paths or (config.scenarios,))
    if not files:
        click.echo("parcours: no scenario here: name a file or a folder with *.yaml", err=True)
        sys.exit(Exit.NOTHING)
    fails = policy(fail_on, min_severity, strict=strict)
    broken = list(comparison.unreadable(files))
    for problem in broken:
        refuse(problem)
    with show(format) as shown:
        outcome = running.execute(
            files,
            devices=devices,
            fallback=configured_devices(),
            reports=config.reports,
            listener=shown.listener,
            refused=refuse,
            workers=workers or config.workers,
            settings=running.lane_settings(may_download=True),
            allow_private=allow_private,
            declared=config.allow_private,
            hard_seconds=config.timeout,
            network=network or "",
            lookups=config.lookups(asked=store_lookup),
        )
        against = comparison.compared(outcome.results)
        comparison.keep(outcome.folder, against)
        remember(outcome.folder, outcome.results, against)
        shown.outcome(outcome, against, fails)
    sys.exit(Exit.USAGE if broken else shown.exit_code)
