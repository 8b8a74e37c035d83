"""`parcours run`: walk the journeys of scenario files."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
    scenario_files,
    show,
    spread_options,
)
from parcours.config import load_config
from parcours.errors import Exit, UsageError
from parcours.reporting import newest_run
from parcours.running import comparison, resuming
from parcours.running import run as running
from parcours.running.shards import WHOLE, mine
from parcours.storage.history import remember

NEW_ONLY = frozenset({"shard", "engine_wanted"})  # a run that is resumed has its own


@click.command(
    epilog="""\b
Examples:
  parcours run
  parcours run scenarios/spring.yaml --device iphone
  parcours run scenarios/ --workers 2 --format json
  parcours run scenarios/ --shard 2/5
  parcours run scenarios/ --on tcp://scheduler:8786
  parcours run --fail-on all --min-severity major
  parcours run --resume

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
@spread_options
@click.option(
    "--resume",
    is_flag=False,
    flag_value="",
    metavar="[RUN]",
    help="Walk what is missing of a run that was ended, in its folder (default: the newest), as it was begun.",
)
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
    how: Mapping[str, Any],
    resume: str | None,
) -> None:
    """Walk the journeys of scenario files (default: the scenarios folder) on emulated phones."""
    config = load_config(Path.cwd())
    begun = None
    if resume is not None:
        _refuse_beside_resume(paths, devices, allow_private, store_lookup, network, how["shard"] != WHOLE)
        begun = _begun(resume, config.reports / "runs")
    files = resuming.plan_of(begun).files if begun else scenario_files(paths)
    fails = policy(fail_on, min_severity, strict=strict)
    broken = list(comparison.unreadable(mine(files, how["shard"])))
    for problem in broken:
        refuse(problem)
    with show(format) as shown:
        told: dict[str, Any] = {"listener": shown.listener, "refused": refuse, "cut": shown.cut}
        if begun:
            outcome = resuming.resume(begun, **told, **{name: how[name] for name in how if name not in NEW_ONLY})
        else:
            outcome = running.execute(
                files,
                devices=devices,
                fallback=configured_devices(),
                reports=config.reports,
                allow_private=allow_private,
                declared=config.allow_private,
                hard_seconds=config.timeout,
                network=network or "",
                lookups=config.lookups(asked=store_lookup),
                **told,
                **how,
            )
        against = comparison.compared(outcome.results)
        comparison.keep(outcome.folder, against)
        remember(outcome.folder, outcome.results, against)
        shown.outcome(outcome, against, fails)
    sys.exit(Exit.USAGE if broken else shown.exit_code)


def _refuse_beside_resume(*others: object) -> None:
    if any(others):
        tip = "leave out files, devices, --network and the like, or begin a new run"
        raise UsageError("a run that is resumed goes on as it was begun", tip=tip)


def _begun(named: str, runs: Path) -> Path:
    """The folder of a run: a path, or a name under the reports; "" is the newest."""
    if not named:
        return newest_run(runs)
    return found if not Path(named).is_dir() and (found := runs / named).is_dir() else Path(named)
