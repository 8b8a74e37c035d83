"""A run as it lies on disk: what was planned, what came of it, what did not finish."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from parcours.comparing import Compared, Comparison, Line
from parcours.errors import UsageError
from parcours.results import RESULT_SCHEMA, TO_REPEAT, JourneyResult, Part, broken_off
from parcours.storage.codec import from_json, from_plain
from parcours.storage.history import Past, plan_of, read_history
from parcours.storage.journal import JOURNALS, PROGRESS, RESULT, entries, whole_lines

COMPARISON = "comparison.json"
RUNS = Path("reports/runs")
MOST_PAST = 30  # runs that a report looks back on


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A journey that was planned and has no result. `reason` is "" when it simply never came."""

    id: str
    scenario: str
    device: str
    reason: str = ""


@dataclass(frozen=True)
class Run:
    """All that one run (or several, merged) left behind.

    `head` is the journal's first line: versions and when it started. `ended` is False when the
    journal stops before its last line. `folders` says where each result's files lie. `comparison` is how the run
    stands against what was known, `history` the last runs of the same journeys, this one last.
    `order` says which scenario of the whole run each result of a shard is, `missing` which shards of it are not here.
    """

    folder: Path = field(default_factory=Path)
    results: tuple[JourneyResult, ...] = ()
    unfinished: tuple[Unfinished, ...] = ()
    head: Mapping[str, Any] = field(default_factory=dict)
    ended: bool = True
    folders: Mapping[str, Path] = field(default_factory=dict)
    comparison: Comparison = field(default_factory=Comparison)
    history: tuple[Past, ...] = ()
    order: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def file(self, result: JourneyResult, name: str) -> Path | None:
        """A file of that result; None when it has no name or would lie outside the journey's folder."""
        folder = self.folders.get(result.id)
        if not name or folder is None:
            return None
        inside = folder.resolve()
        path = (inside / name).resolve()
        return path if path.is_relative_to(inside) else None


def load_run(folder: Path) -> Run:
    """The run of that folder. Raises UsageError when it is none, or when its journal is damaged.

    One torn last line is what a killed run leaves, and is passed over. A journey that was under way is there as far
    as it came. A result that cannot be read counts as unfinished, with the reason.
    """
    head: dict[str, Any] = {}
    planned: dict[str, Mapping[str, Any]] = {}
    where: dict[str, str] = {}
    ended = False
    for line in entries(folder):
        match line.get("kind"):
            case "run":
                head = {**head, **line}
            case "planned":
                planned[str(line.get("id"))] = {**planned.get(str(line.get("id")), {}), **line}
            case "result":
                where[str(line.get("id"))] = str(line.get("folder") or "")
                planned.setdefault(str(line.get("id")), line)
            case "end":
                ended = True
    return _gathered(folder, head, planned, where, ended=ended)


def _gathered(
    folder: Path,
    head: Mapping[str, Any],
    planned: Mapping[str, Mapping[str, Any]],
    where: Mapping[str, str],
    *,
    ended: bool,
) -> Run:
    results: list[JourneyResult] = []
    unfinished: list[Unfinished] = []
    folders: dict[str, Path] = {}
    order: dict[str, int] = {}
    for id, line in planned.items():
        scenario, device = str(line.get("scenario") or id), str(line.get("device") or "")
        place = folder / (where.get(id) or str(line.get("folder") or "") or f"{scenario}/{device}")
        try:
            result = _result(folder, place)
        except (ValueError, OSError, RecursionError) as error:
            unfinished.append(Unfinished(id, scenario, device, _why(error, said=id in where)))
            continue
        results.append(result)
        folders[result.id] = place
        if isinstance(at := line.get("at"), int):
            order[result.id] = at
    past = read_history(folder, plan_of(results), MOST_PAST)
    return Run(folder, tuple(results), tuple(unfinished), head, ended, folders, _comparison(folder), past, order)


def _comparison(folder: Path) -> Comparison:
    """What was said of the run against its baselines; nothing when that cannot be read."""
    try:
        return from_json(Comparison, (folder / COMPARISON).read_bytes())
    except (OSError, ValueError):
        return Comparison()


def _why(error: Exception, *, said: bool) -> str:
    if isinstance(error, FileNotFoundError):
        return f"its {RESULT} is gone" if said else ""
    return f"its {RESULT} cannot be read: {str(error).splitlines()[0]}"


def _result(root: Path, folder: Path) -> JourneyResult:
    if not folder.resolve().is_relative_to(root.resolve()):
        raise ValueError("it names a folder outside the run")
    try:
        text = (folder / RESULT).read_bytes()
    except FileNotFoundError:
        if result := _as_far_as_it_came(folder):
            return result
        raise
    try:
        result = from_json(JourneyResult, text)
    except ValueError:  # half a surrogate pair out of a page's title is no reason to lose a journey
        result = from_plain(JourneyResult, _whole(json.loads(text)))
    if result.schema > RESULT_SCHEMA:
        raise ValueError(f"schema {result.schema} is newer than this parcours knows ({RESULT_SCHEMA})")
    return result


def _as_far_as_it_came(folder: Path) -> JourneyResult | None:
    """What was heard of a journey that was under way when the run ended; None when it was nothing."""
    begun, *told = whole_lines(folder / PROGRESS) or (b"",)
    try:
        return broken_off(from_json(JourneyResult, begun), [from_json(Part, line) for line in told])
    except ValueError:
        return None


def _whole(plain: Any) -> Any:
    if isinstance(plain, str):
        return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(plain, list):
        return [_whole(value) for value in plain]
    return {_whole(key): _whole(value) for key, value in plain.items()} if isinstance(plain, dict) else plain


def merged(runs: Iterable[Run]) -> Run:
    """Several runs as one: shards of one night, or a run and what was repeated of it.

    Shards are put together in the order that the whole run would have; one that is missing is told of, and nobody can
    say that such a run has ended. Where two runs hold the same journey on the same device, the one that started later
    counts.
    """
    seen = tuple(runs)
    if len(seen) == 1:
        return seen[0]
    newest: dict[str, tuple[JourneyResult, Path]] = {}
    for run in seen:
        for result in run.results:
            if result.id not in newest or _age(result) >= _age(newest[result.id][0]):
                newest[result.id] = (result, run.folders[result.id])
    done = {(result.scenario, result.device) for result, _ in newest.values()}
    open_ends = {(u.scenario, u.device): u for run in seen for u in run.unfinished}
    missing = _missing(seen)
    order = {id: at for run in seen for id, at in run.order.items()}
    results = [result for result, _ in newest.values()]
    if all("shard" in run.head for run in seen):
        results.sort(key=lambda result: order.get(result.id, len(order)))
    return Run(
        folder=seen[0].folder,
        results=tuple(results),
        unfinished=tuple(u for key, u in open_ends.items() if key not in done),
        head=seen[0].head,
        ended=all(run.ended for run in seen) and not missing,
        folders={id: folder for id, (_, folder) in newest.items()},
        comparison=_together(seen),
        order=order,
        missing=missing,
    )


def _age(result: JourneyResult) -> tuple[bool, str]:
    """What makes one result of a journey count before another: that it came to its end, then that it is newer."""
    return result.code not in TO_REPEAT, result.started


def _missing(runs: Sequence[Run]) -> tuple[str, ...]:
    """The shards, "2/3", of which others are here."""
    here = {str(run.head["shard"]) for run in runs if "shard" in run.head}
    totals = {total for shard in here if re.fullmatch(r"\d{1,4}", total := shard.partition("/")[2])}
    return tuple(f"{k}/{n}" for n in sorted(totals) for k in range(1, int(n) + 1) if f"{k}/{n}" not in here)


def _together(runs: Sequence[Run]) -> Comparison:
    """The comparisons of several runs as one: of each phone, what was said by the last run that it was part of."""
    done = {(result.scenario, result.device) for run in runs for result in run.results}
    said: dict[str, Compared] = {}
    lines: dict[tuple[str, str], list[tuple[int, Line]]] = {}
    for run in runs:
        here = {(result.scenario, result.device) for result in run.results}
        for one in run.comparison.scenarios:
            other = said.get(one.scenario, one)
            said[one.scenario] = replace(other, against=one.against or other.against)
            spoken = here | {place for line in one.lines if (place := (one.scenario, line.device)) not in done}
            for place in (place for place in spoken if place[0] == one.scenario):
                lines[place] = [(at, line) for at, line in enumerate(one.lines) if line.device == place[1]]
    whole = (
        replace(one, lines=tuple(line for _, line in sorted(_theirs(lines, scenario), key=lambda said: said[0])))
        for scenario, one in said.items()
    )
    return Comparison(tuple(whole))


def _theirs(lines: Mapping[tuple[str, str], list[tuple[int, Line]]], scenario: str) -> list[tuple[int, Line]]:
    """A scenario's lines with their places, phone by phone: those of one run come in the order that it had."""
    return [said for name, device in sorted(lines) if name == scenario for said in lines[name, device]]


def newest_run(root: Path = RUNS) -> Path:
    """The folder of the last run below `root`. Raises UsageError when there is none."""
    runs = {path.parent: path.stat().st_mtime_ns for path in root.glob(f"*/{JOURNALS}") if not path.parent.is_symlink()}
    if not runs:
        raise UsageError(f"there is no run under {root}", tip="run a journey first, or name the run's folder")
    # Names begin with the time in UTC; the file's age settles two runs of one second.
    return max(runs, key=lambda run: (run.name.rpartition("-")[0], runs[run]))
