"""`parcours approve`: what a run found is known from now on."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from parcours.cli import manner, printable
from parcours.cli.options import reports_folder
from parcours.comparing.approving import LONGEST_WHY, Approval, Scope
from parcours.errors import UsageError, closest
from parcours.results import JourneyResult
from parcours.running import comparison
from parcours.storage.baseline import baseline_file, dumped, read_baseline, write_baseline

LATEST = "latest"


def _day(_ctx: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day: write year-month-day, 2027-01-31") from None


@click.command(
    epilog="""\b
Examples:
  parcours approve
  parcours approve spring-letter --rule text/tiny --why "legal notice" --until 2027-01-31
  parcours approve --device android --dry-run
  parcours approve --run reports/runs/20260302-094102-1f3a --prune

\b
Writes nothing where CI is set, and ends with 4: a person approves, and commits the file.
"""
)
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO]...")
@click.option("--run", "run", default=LATEST, metavar="DIR", help="The run to approve. [default: the newest]")
@click.option("--device", "devices", multiple=True, metavar="NAME", help="Only what was found on this device.")
@click.option("--step", "steps", multiple=True, metavar="ID", help="Only what was found at this step.")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Only this rule, or the rules of this area.")
@click.option("--why", default="", metavar="TEXT", help="The reason, kept beside each finding that is approved.")
@click.option("--until", callback=_day, metavar="DATE", help="The last day on which the approval holds: 2027-01-31.")
@click.option("--screens", is_flag=True, help="Keep the screens of these steps too, to compare the next ones with.")
@click.option("--prune", is_flag=True, help="Forget what is mended, so that it fails when it comes back.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def approve(
    scenarios: tuple[str, ...],
    run: str,
    devices: tuple[str, ...],
    steps: tuple[str, ...],
    rules: tuple[str, ...],
    why: str,
    until: date | None,
    screens: bool,
    prune: bool,
    dry_run: bool,
) -> None:
    """Approve what the last run found: from then on only what is new or worse fails.

    SCENARIO is a scenario's id or file (default: all of the run). No page is visited. The baselines lie beside the
    scenarios, in the folder `baselines`: read them in review, and commit them.
    """
    if os.environ.get("CI") and not dry_run:
        raise UsageError("a baseline is not written where CI is set", tip="approve on your machine, or add --dry-run")
    today = comparison.this_day()
    if until and until < today:
        raise UsageError(f"--until {until} has passed", tip="name a day to come")
    if len(why) > LONGEST_WHY:
        raise UsageError(f"--why has {len(why)} characters, and {LONGEST_WHY} is the most", tip="say it shorter")
    chosen = _chosen(scenarios, comparison.by_scenario(_results(run)))
    scope = Scope(tuple(_devices(devices, chosen)), _steps(steps, chosen), _rules(rules, chosen))
    for scenario, results in chosen.items():
        approval = Approval(today, scope, why, until, prune, comparison.accepted_in(results))
        _approve(scenario, results, approval, write=not dry_run)
        if screens:
            _keep_screens(_folder(run), scenario, results, scope, write=not dry_run)


def _results(run: str) -> Sequence[JourneyResult]:
    from parcours.reporting import load_run

    return load_run(_folder(run)).results


def _folder(run: str) -> Path:
    from parcours.reporting import newest_run

    return newest_run(reports_folder() / "runs") if run == LATEST else Path(run)


def _chosen(
    wanted: Sequence[str], there: Mapping[str, tuple[JourneyResult, ...]]
) -> Mapping[str, tuple[JourneyResult, ...]]:
    """The scenarios that are meant; those of plain addresses have no file that a baseline could lie beside."""
    filed = {scenario: results for scenario, results in there.items() if results[0].file}
    if not filed:
        raise UsageError("this run walked no scenario's file", tip="approve a run of `parcours run` or of pytest")
    names = [Path(name).stem if name.endswith((".yaml", ".yml")) else name for name in wanted]
    for name in names:
        if name not in filed:
            near = closest(name, filed) or f"it walked {', '.join(filed)}"
            raise UsageError(f"the run did not walk a scenario {name!r}", tip=near)
    return {scenario: results for scenario, results in filed.items() if not names or scenario in names}


def _devices(names: Sequence[str], chosen: Mapping[str, Sequence[JourneyResult]]) -> Iterator[str]:
    known = {result.device for results in chosen.values() for result in results}
    for name in (part.strip().lower() for given in names for part in given.split(",") if part.strip()):
        yield _known(name, known, "no journey was walked on")


def _steps(names: Sequence[str], chosen: Mapping[str, Sequence[JourneyResult]]) -> tuple[str, ...]:
    known = {step.id for results in chosen.values() for result in results for step in result.steps}
    return tuple(_known(name, known, "no journey has a step") for name in names)


def _rules(names: Sequence[str], chosen: Mapping[str, Sequence[JourneyResult]]) -> tuple[str, ...]:
    from parcours.comparing import EFFORT, INVENTORY, LIMIT, STOPPED

    known = {judgement.rule for results in chosen.values() for result in results for judgement in result.judgements}
    known |= {EFFORT, INVENTORY, LIMIT, STOPPED}
    known |= {rule.partition("/")[0] for rule in known}
    return tuple(_known(name, known, "no journey tried a rule") for name in names)


def _known(name: str, known: Iterable[str], said: str) -> str:
    there = sorted(known)
    if name not in there:
        raise UsageError(f"{said} {name!r}", tip=closest(name, there) or "see the run's report")
    return name


def _approve(scenario: str, results: Sequence[JourneyResult], approval: Approval, *, write: bool) -> None:
    path = baseline_file(Path(results[0].file), scenario)
    if not path.parent.parent.is_dir():
        raise UsageError(f"the folder {path.parent.parent} of {scenario} is not here", tip="call it where the run was")
    old = read_baseline(path)
    before = dumped(old) if old else ""
    after = dumped(approval.of(old, scenario, results))
    for line in _told(path, before, after):
        click.echo(printable(line))
    for known in approval.expired(old):
        click.echo(
            printable(
                f"{path}: {known.rule} on {known.device} was approved until {known.until}: renew it with --until"
            ),
            err=True,
        )
    if not write:
        click.echo(f"{path}: nothing was written")
    elif before != after:
        write_baseline(path, approval.of(old, scenario, results))


def _keep_screens(run: Path, scenario: str, results: Sequence[JourneyResult], scope: Scope, *, write: bool) -> None:
    """Keep the screens that are meant; a scenario that pictured none says what it needs for that."""
    from parcours.storage.screens import approve_screens

    if not any(screen.shot for result in results for screen in result.screens):
        tip = "write `visual: inform` in it, run it once more, and approve that"
        raise UsageError(f"the run pictured no screens of {scenario} to keep", tip=tip)

    def meant(device: str, step: str) -> bool:
        return scope.on(device) and (not scope.steps or step in scope.steps)

    kept = tuple(approve_screens(run, results, meant, write=write))
    for path in kept:
        click.echo(printable(f"{path}: {'kept' if write else 'would be kept'}"))
    if not kept:
        click.echo(printable(f"{scenario}: its screens are kept already"))


def _told(path: Path, before: str, after: str) -> Iterator[str]:
    """The difference as a patch; one line when there is none."""
    if before == after:
        yield f"{path}: nothing to approve"
        return
    if manner().quiet:
        yield f"{path}: {'changed' if before else 'new'}"
        return
    told = difflib.unified_diff(before.splitlines(), after.splitlines(), str(path), str(path), n=1, lineterm="")
    yield from told
