"""A run against the baselines beside its scenarios, and what is kept of that: `comparison.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from parcours.browser import devices
from parcours.checks.catalogue import discover
from parcours.comparing import Comparison
from parcours.comparing.against import compare
from parcours.comparing.known import Acceptance, Baseline
from parcours.errors import ParcoursError
from parcours.reporting.run import COMPARISON
from parcours.results import JourneyResult
from parcours.running.planning import load_scenario
from parcours.scenario.model import Scenario, scenario_id
from parcours.storage.baseline import baseline_file, read_baseline
from parcours.storage.codec import to_json
from parcours.storage.journal import write_whole


def this_day() -> date:
    """Today, where the machine stands."""
    return datetime.now().astimezone().date()


def by_scenario(results: Iterable[JourneyResult]) -> Mapping[str, tuple[JourneyResult, ...]]:
    """The results of each scenario."""
    found: dict[str, list[JourneyResult]] = {}
    for result in results:
        found.setdefault(result.scenario, []).append(result)
    return {scenario: tuple(theirs) for scenario, theirs in found.items()}


def baseline_of(result: JourneyResult) -> Baseline | None:
    """The baseline beside a result's scenario; None when there is none, or no scenario.

    Raises ScenarioError when it cannot be read.
    """
    return read_baseline(baseline_file(Path(result.file), result.scenario)) if result.file else None


def unreadable(files: Iterable[Path]) -> Iterator[ParcoursError]:
    """What is wrong with the baselines of these scenarios, which are walked, and compared with nothing."""
    for file in files:
        try:
            read_baseline(baseline_file(file, scenario_id(file)))
        except ParcoursError as error:
            yield error


def acceptances(scenario: Scenario, results: Sequence[JourneyResult]) -> tuple[Acceptance, ...]:
    """What a scenario accepts on the phones that were run."""
    found: list[Acceptance] = []
    for accept in scenario.accept:
        on = tuple(result.device for result in results if _meant(accept.on, result))
        if on:
            found.append(Acceptance(accept.rule, accept.why, accept.aspect, on, accept.until))
    return tuple(found)


def _meant(names: Sequence[str], result: JourneyResult) -> bool:
    if not names or {result.device, result.platform} & set(names):
        return True
    # The result of a journey that was ended from outside does not tell which phone's description it used.
    return bool(result.device_title) and devices.meant(names, result.device_title)


def accepted_in(results: Sequence[JourneyResult]) -> tuple[Acceptance, ...]:
    """What the scenario of these results accepts; nothing when its file is gone or broken."""
    if not results or not results[0].file:
        return ()
    try:
        return acceptances(load_scenario(Path(results[0].file)), results)
    except ParcoursError:
        return ()


def compared(
    results: Iterable[JourneyResult],
    *,
    today: date | None = None,
    all_devices: bool = True,
) -> Comparison:
    """The results against their baselines. A baseline that cannot be read counts as none: `unreadable` tells of it."""
    said = []
    for theirs in by_scenario(results).values():
        baseline, against = _readable(theirs[0])
        one = compare(
            theirs,
            baseline,
            today=today or this_day(),
            accepted=accepted_in(theirs),
            against=against,
            all_devices=all_devices,
            checks=discover(),
        )
        if baseline or one.lines:
            said.append(one)
    return Comparison(tuple(said))


def _readable(result: JourneyResult) -> tuple[Baseline | None, str]:
    try:
        baseline = baseline_of(result)
    except ParcoursError:
        return None, ""
    return baseline, str(baseline_file(Path(result.file), result.scenario)) if baseline else ""


def keep(folder: Path, comparison: Comparison) -> None:
    """Write the comparison beside the run's results, where reports find it; nothing when nothing was compared."""
    if comparison.scenarios:
        write_whole(folder / COMPARISON, to_json(comparison))


def against_run(before: Iterable[JourneyResult], after: Iterable[JourneyResult], name: str) -> Comparison:
    """A run against another one, without a baseline: what the later one has that the earlier one had not."""
    from parcours.comparing.approving import Approval

    earlier, day = by_scenario(before), this_day()
    said = []
    for scenario, theirs in by_scenario(after).items():
        known = Approval(day).of(None, scenario, earlier[scenario]) if scenario in earlier else None
        if known:
            said.append(replace(compare(theirs, known, today=day, against=name, checks=discover()), scenario=scenario))
    return Comparison(tuple(said))
