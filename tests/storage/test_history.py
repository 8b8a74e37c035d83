"""One line a run, kept small; what is damaged costs its own line alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from parcours.comparing import Comparison
from parcours.facts.model import Engine
from parcours.findings import Certainty, Finding, Owner, Severity, Verdict, Where
from parcours.results import JourneyResult, Status
from parcours.storage.history import MOST, SLACK, Past, history_file, past_of, plan_of, read_history, remember

BEGAN = datetime(2026, 3, 2, 9, 41, tzinfo=UTC)


def found(rule: str, severity: Severity = Severity.MINOR, device: str = "iphone", **more: object) -> Finding:
    where = Where("spring", device, "start", page=0)
    return Finding(rule, Verdict.FAILED, severity, Certainty.HIGH, Owner.WEB, "wrong", where=where, **more)  # type: ignore[arg-type]


def result(device: str, *findings: Finding, day: int = 0, scenario: str = "spring") -> JourneyResult:
    started = (BEGAN + timedelta(days=day)).isoformat()
    status = Status.FAILED if findings else Status.PASSED
    return JourneyResult(
        scenario, device, Engine(), status, findings=findings, started=started, ms=1000, parcours="1.0"
    )


def ran(tmp_path: Path, name: str, *results: JourneyResult) -> Path:
    run = tmp_path / "reports/runs" / name
    run.mkdir(parents=True, exist_ok=True)
    remember(run, results, Comparison())
    return run


def counts(run: Path, *results: JourneyResult, most: int = 30) -> list[tuple[str, int]]:
    return [(past.run, past.mend) for past in read_history(run, plan_of(results), most)]


def test_a_line_says_how_the_run_went_and_counts_a_fault_of_two_phones_once() -> None:
    results = [
        result("iphone", found("text/tiny"), found("text/tiny"), found("links/dead", Severity.BLOCKER), day=1),
        result("android", found("text/tiny", device="android"), found("text/contrast", unstable=True)),
        result("ipad"),
    ]
    past = past_of(Path("reports/runs/a"), results, Comparison())
    assert past == Past(
        "a", plan_of(results), BEGAN.isoformat(), 3000, 3, passed=1, failed=2, mend=2, blocker=1, minor=1, unstable=1,
        parcours="1.0",
    )  # fmt: skip


def test_runs_of_the_same_journeys_are_told_oldest_first(tmp_path: Path) -> None:
    iphone, both = result("iphone", found("text/tiny")), result("android")
    ran(tmp_path, "a", iphone)
    ran(tmp_path, "b", result("iphone", day=1), replace(both))
    last = ran(tmp_path, "c", result("iphone", found("text/tiny"), found("text/contrast"), day=2))
    assert counts(last, iphone) == [("a", 1), ("c", 2)]
    assert counts(last, iphone, both) == [("b", 0)]
    assert counts(last, iphone, most=1) == [("c", 2)]
    assert counts(last.with_name("a"), iphone) == [("a", 1)]


def test_a_run_elsewhere_has_no_history_and_leaves_none(tmp_path: Path) -> None:
    folder = tmp_path / "somewhere/a"
    folder.mkdir(parents=True)
    remember(folder, [result("iphone")], Comparison())
    assert (history_file(folder), list(tmp_path.rglob("*.jsonl")), counts(folder, result("iphone"))) == (None, [], [])


@pytest.mark.parametrize("damage", [b'{"run": "x", "pl', b"\xff\xfe\n", b"[]\nnull\n\n", b'{"run": 1, "plan": []}\n'])
def test_a_damaged_line_costs_itself_alone(tmp_path: Path, damage: bytes) -> None:
    one = result("iphone")
    run = ran(tmp_path, "a", one)
    file = history_file(run)
    assert file
    file.write_bytes(file.read_bytes() + damage)
    ran(tmp_path, "b", result("iphone", day=1))
    assert counts(run.with_name("b"), one) == [("a", 0), ("b", 0)]


def test_a_line_of_a_later_schema_is_passed_over(tmp_path: Path) -> None:
    run = ran(tmp_path, "a", result("iphone"))
    file = history_file(run)
    assert file
    file.write_bytes(file.read_bytes().replace(b'"schema":1', b'"schema":2') + b'{"run":"b","plan":"x","more":1}\n')
    assert counts(run, result("iphone")) == []


def test_the_file_stays_small(tmp_path: Path) -> None:
    run = ran(tmp_path, "a", result("iphone"))
    file = history_file(run)
    assert file
    line = file.read_bytes()
    file.write_bytes(line.replace(b'"a"', b'"old"') * (MOST + SLACK - 1))
    ran(tmp_path, "b", result("iphone", day=1))
    assert len(file.read_bytes().splitlines()) == MOST + SLACK
    ran(tmp_path, "c", result("iphone", day=2))
    assert len(file.read_bytes().splitlines()) == MOST
    assert counts(run.with_name("c"), result("iphone"), most=2) == [("b", 0), ("c", 0)]


def test_runs_that_end_at_once_all_leave_their_line(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda at: ran(tmp_path, f"run-{at}", result("iphone")), range(64)))
    lines = read_history(tmp_path / "reports/runs/none", plan_of([result("iphone")]), 100)
    assert {past.run for past in lines} == {f"run-{at}" for at in range(64)}
    assert [path.name for path in (tmp_path / "reports").iterdir() if path.is_file()] == ["history.jsonl"]


def test_a_history_that_cannot_be_written_costs_the_run_nothing(tmp_path: Path) -> None:
    (tmp_path / "reports/history.jsonl").mkdir(parents=True)
    run = ran(tmp_path, "a", result("iphone"))
    assert counts(run, result("iphone")) == []
