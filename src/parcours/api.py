"""For programs: a scenario read, a journey walked, an address judged, saved facts judged again.

The names are offered by `parcours` itself: `from parcours import run_journey`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from parcours.browser.devices import resolve
from parcours.checks.catalogue import discover, known_rule
from parcours.facts.model import PageSnapshot
from parcours.findings import Judgement, Where
from parcours.judging import judge_page
from parcours.results import JourneyResult
from parcours.running import run as running
from parcours.running.jobs import HARD_SECONDS
from parcours.running.planning import load_scenario as load_file
from parcours.scenario.model import Scenario

REPORTS = Path("reports")


def load_scenario(file: Path | str) -> Scenario:
    """The scenario in a file. Raises UsageError with everything that is wrong with it, each with line and column."""
    return load_file(Path(file))


def run_journey(
    scenario: Scenario | Path | str,
    *,
    device: str = "iphone",
    reports: Path | str = REPORTS,
    allow_private: bool = False,
    timeout: float = HARD_SECONDS,
) -> JourneyResult:
    """One journey walked on one device, in a process of its own: what was met, what it cost, what was found.

    `device` is a name of `parcours devices`, `timeout` in seconds. What the run leaves (facts, pictures) lies in
    `reports`, below `runs`. A journey that a customer could not finish is a result too; raises UsageError for a
    scenario with mistakes or a device that is none, ToolError where no browser starts or the disk is full.
    """
    file = Path(scenario.file if isinstance(scenario, Scenario) else scenario)
    load_file(file)  # what is wrong with it is told in full
    outcome = running.execute(
        [file],
        devices=[resolve(device)],
        reports=Path(reports),
        settings=running.lane_settings(),
        allow_private=allow_private,
        hard_seconds=timeout,
    )
    return outcome.results[0]


def audit(
    url: str,
    *,
    device: str = "iphone",
    reports: Path | str = REPORTS,
    allow_private: bool = False,
    timeout: float = HARD_SECONDS,
) -> JourneyResult:
    """The page at an address judged on one device, as a journey of one step. For the rest see `run_journey`."""
    outcome = running.audit(
        [url],
        devices=[resolve(device)],
        reports=Path(reports),
        settings=running.lane_settings(),
        allow_private=allow_private,
        hard_seconds=timeout,
    )
    return outcome.results[0]


def judge(page: PageSnapshot, rules: Iterable[str] = ()) -> tuple[Judgement, ...]:
    """A page's facts judged, without a browser: by every rule, or by those of some ids, areas and departments.

    Raises UsageError for a name that is none.
    """
    wanted = {known_rule(name) for name in rules}
    checks = discover().values()
    chosen = [c for c in checks if not wanted or wanted & {"all", c.id, c.area, c.owner.value}]
    return judge_page(page, chosen, Where())
