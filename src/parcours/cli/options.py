"""What the running commands share: devices, formats, and how a run is shown."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

import click

from parcours.browser.guard import IDENTITY_HEADER
from parcours.browser.launch import LaneSettings
from parcours.cli import printable
from parcours.comparing import UNCOMPARED, USUAL, Comparison, Policy
from parcours.config import FAIL_ON, MOST_IDENTITY, SEVERITIES, is_identity, load_config
from parcours.errors import Exit, ParcoursError, UsageError
from parcours.facts.model import Network
from parcours.farm import Farm
from parcours.findings import Severity
from parcours.results import TO_REPEAT, JourneyResult
from parcours.running.run import Listener, Outcome, Silence, lane_settings
from parcours.running.shards import WHOLE, Shard, read_shard
from parcours.scenario.loader import find_scenarios

CDP, CONNECT = "PARCOURS_CDP", "PARCOURS_CONNECT"
F = TypeVar("F", bound=Callable[..., Any])


def _devices(_ctx: click.Context, _option: click.Parameter, names: Sequence[str]) -> tuple[str, ...]:
    """The devices of the command line; none leaves it to the scenario, then to the configuration."""
    from parcours.browser.devices import resolve_all

    return resolve_all(names)


def configured_devices() -> tuple[str, ...]:
    """The devices of the configuration, for scenarios that name none."""
    from parcours.browser.devices import resolve_all

    return resolve_all(load_config(Path.cwd()).devices)


def device_option(command: F) -> F:
    """--device, several of them, comma-separated or repeated."""
    return click.option(
        "--device",
        "devices",
        multiple=True,
        callback=_devices,
        metavar="NAME",
        help="iphone, android, small-android, ipad, or any name of `parcours devices`; repeat it or use commas.",
    )(command)


def format_option(command: F) -> F:
    """--format text or json."""
    return click.option(
        "--format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="json prints one document on the standard output and nothing else.",
    )(command)


def lookup_option(command: F) -> F:
    """--store-lookup."""
    return click.option(
        "--store-lookup",
        is_flag=True,
        help="Ask the app stores, and Apple's CDN, about the brand's app: once a run, and gently.",
    )(command)


def policy_options(command: F) -> F:
    """--fail-on, --min-severity and --strict; what is not said is left to the configuration."""
    for option in (
        click.option("--strict/--no-strict", default=None, help="Fail for what is unsettled too: changed, unstable..."),
        click.option("--min-severity", type=click.Choice(SEVERITIES), help="The least that fails. [default: minor]"),
        click.option(
            "--fail-on",
            type=click.Choice(FAIL_ON),
            help="What fails where there is a baseline: what got worse, all, or nothing. [default: new]",
        ),
    ):
        command = option(command)
    return command


def policy(fail_on: str | None, min_severity: str | None, *, strict: bool | None) -> Policy:
    """What fails a run: options first, then the configuration."""
    config = load_config(Path.cwd())
    return Policy(
        fail_on or config.fail_on,
        Severity(min_severity or config.min_severity),
        config.strict if strict is None else strict,
    )


def network_option(command: F) -> F:
    """--network as-is or slow-4g."""
    return click.option(
        "--network",
        type=click.Choice(get_args(Network)),
        help="slow-4g: the network and the processor of a phone on the move (in Chromium alone); else the scenario's.",
    )(command)


def spread_options(command: F) -> F:
    """How the work is spread, and how it behaves at sites. The command gets `how`: what `execute` and `audit` take."""

    @functools.wraps(command)
    def spread(
        *args: Any,
        workers: int | None,
        per_host: int | None,
        shard: Shard,
        identify: str | None,
        block_analytics: bool | None,
        on: str | None,
        cdp: str | None,
        connect: str | None,
        **rest: Any,
    ) -> Any:
        config = load_config(Path.cwd())
        how: dict[str, Any] = {
            "workers": workers or config.workers,
            "per_host": config.per_host if per_host is None else per_host,
            "shard": shard,
            "farm": Farm(on) if on else None,
        }
        manners: dict[str, Any] = {
            "identify": config.identify if identify is None else identify,
            "block_analytics": config.block_analytics if block_analytics is None else block_analytics,
            **_elsewhere(cdp, connect),
        }
        # The workers of a farm have browsers of their own.
        settings = LaneSettings(**manners) if on else lane_settings(may_download=True, **manners)
        engine = {"engine_wanted": "chromium"} if settings.remote else {}
        return command(*args, how={**how, "settings": settings, **engine}, **rest)

    for option in (
        click.option(
            "--connect",
            envvar=CONNECT,
            metavar="URL",
            help=f"Walk with a Playwright server's browser (better told by ${CONNECT}: it may hold a token).",
        ),
        click.option(
            "--cdp",
            envvar=CDP,
            metavar="URL",
            help=f"Walk with a Chromium that runs elsewhere, by its DevTools address (better told by ${CDP}).",
        ),
        click.option("--on", metavar="ADDRESS", help="Walk on the workers of a Dask cluster: tcp://scheduler:8786."),
        click.option(
            "--block-analytics/--no-block-analytics",
            default=None,
            help="Keep those who count a site's visitors from counting ours.",
        ),
        click.option(
            "--identify",
            callback=_identity,
            metavar="TEXT",
            help=f"Say who asks, in a header ({IDENTITY_HEADER}) of every page that is asked for.",
        ),
        click.option(
            "--shard",
            default=str(WHOLE),
            callback=_shard,
            metavar="K/N",
            help="Walk the Kth of N shards alone, or `auto`: the one that the CI server says.",
        ),
        click.option(
            "--per-host",
            type=click.IntRange(0),
            help="Journeys at one site at once; 0 for any number. [default: 2]",
        ),
        click.option("--workers", type=click.IntRange(1, 64), help="Browsers side by side."),
    ):
        spread = option(spread)
    return cast("F", spread)


def _elsewhere(cdp: str | None, connect: str | None) -> dict[str, str]:
    if cdp and connect:
        raise UsageError(
            "--cdp and --connect name two browsers", tip=f"take one of them (and of ${CDP} and ${CONNECT})"
        )
    return {"cdp": cdp or "", "connect": connect or ""}


def _shard(_ctx: click.Context, _option: click.Parameter, text: str) -> Shard:
    return read_shard(text, os.environ)


def _identity(_ctx: click.Context, option: click.Parameter, text: str | None) -> str | None:
    if text and not is_identity(text):
        raise click.BadParameter(f"one line of ASCII, {MOST_IDENTITY} characters at most", param=option)
    return text


def from_here(path: Path) -> Path:
    """The path as a person here would type it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


class NoScenarioError(UsageError):
    """There is nothing to walk here."""

    exit_code = Exit.NOTHING


def scenario_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The scenario files that are meant; where none is named, those of the scenarios folder.

    Raises NoScenarioError when there is none, UsageError for a path that is not there.
    """
    folder = from_here(load_config(Path.cwd()).scenarios)
    files = find_scenarios(paths or ((folder,) if folder.exists() else ()))
    if not files:
        there = ", ".join(map(str, paths)) or f"{folder}/"
        tip = "`parcours new` with an address or a letter writes a first one, `parcours init` what belongs beside it"
        raise NoScenarioError(f"no scenario here: there is no .yaml file in {there}", tip=tip)
    return files


def reports_folder() -> Path:
    """Where runs are kept."""
    return load_config(Path.cwd()).reports


def refuse(problem: ParcoursError) -> None:
    """Tell of a file that cannot be run, on the standard error: the standard output may be a document."""
    click.echo(f"parcours: {printable(str(problem))}", err=True)


@dataclass
class Shown:
    """How a run is told: to a person while it goes on, or as one document at its end."""

    listener: Listener
    as_json: bool
    open_report: bool = False
    exit_code: Exit = Exit.FINE
    report: Path | None = field(default=None)

    def outcome(self, outcome: Outcome, comparison: Comparison = UNCOMPARED, policy: Policy = USUAL) -> None:
        """Write the report, tell the result, and remember the exit code."""
        from parcours.comparing.ending import exit_code
        from parcours.reporting import branded, load_run, reports

        self.exit_code = exit_code(outcome.results, comparison, policy)
        if not outcome.results and outcome.shard != WHOLE:
            self.exit_code = Exit.FINE  # the other shards have all of them
            click.echo(f"parcours: no scenario of this run falls to shard {outcome.shard}", err=True)
        if outcome.problems:  # what ran is told all the same
            self.exit_code = Exit.USAGE
        run = load_run(outcome.folder)
        self.report = outcome.folder / "report.html"
        reports()["html"].write(run, self.report, branded(load_config(Path.cwd()).brand, refuse, policy))
        if self.as_json:
            from parcours.reporting.jsonout import document

            sys.stdout.write(json.dumps(document(run)) + "\n")
        else:
            self._tell(outcome.results, comparison)

    def cut(self, outcome: Outcome) -> None:
        """Tell of a run that was ended before its end, as far as it came. Nothing that goes wrong here hides why."""
        from parcours.running import comparison

        done = [result for result in outcome.results if result.code not in TO_REPEAT]
        with suppress(ParcoursError, OSError):
            against = comparison.compared(done, all_devices=False)
            comparison.keep(outcome.folder, against)
            self.outcome(outcome, against)
        click.echo(f"parcours: `parcours run --resume {outcome.folder}` walks what is missing", err=True)

    def _tell(self, results: Sequence[JourneyResult], comparison: Comparison) -> None:
        from parcours.reporting.console import Console

        if isinstance(self.listener, Console):
            self.listener.summary(results, self.report, comparison)


@contextmanager
def show(format: str) -> Iterator[Shown]:
    """Tell a run as it goes on, in the chosen format."""
    if format == "json":
        yield Shown(Silence(), as_json=True)
        return
    from rich.console import Console as Terminal

    from parcours.reporting.console import Console

    yield Shown(Console(Terminal()), as_json=False)
