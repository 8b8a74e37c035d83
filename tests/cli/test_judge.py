"""`parcours judge`, on runs that lie on disk."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.checks.catalogue import discover
from parcours.cli import main
from parcours.errors import Exit
from parcours.facts.model import SCHEMA, Device, Engine, FrameFacts, MetaTag, PageSnapshot
from parcours.findings import Where
from parcours.judging import judge_journey, judge_page
from parcours.results import JourneyResult, PageResult, Status
from parcours.storage.codec import to_json, to_plain
from parcours.storage.journal import RunFolder
from parcours.trace import JourneyTrace, Start

DEVICE = Device(engine=Engine("webkit", "chromium", "156", "emulated"))
LOCKED = (MetaTag("viewport", "width=device-width, user-scalable=no", "meta[1]"),)
FREE = (MetaTag("viewport", "width=device-width", "meta[1]"),)
RULE = "viewport/zoom-blocked"


def page(metas: tuple[MetaTag, ...]) -> PageSnapshot:
    frame = FrameFacts(url="https://shop.example/", metas=metas, layout_width=390)
    facets = frozenset({"frames", "wellknown"})
    return PageSnapshot(DEVICE, frame.url, status=200, mime="text/html", frames=(frame,), facets=facets)


def finished(
    reports: Path, then: PageSnapshot, now: PageSnapshot | None = None, *, rules: set[str] | None = None
) -> Path:
    """A run that judged `then` by these rules (all of them when none is named) and keeps the facts of `now`."""
    run = RunFolder.create(reports)
    folder = run.journey("letter", "iphone")
    checks = [check for check in discover().values() if rules is None or check.id in rules]
    judged = judge_page(then, checks, Where("letter", "iphone", "start", url=then.url, page=0))
    trace = JourneyTrace("letter", DEVICE, Start(url=then.url), pages=(then,), facets=then.facets)
    judged += judge_journey(trace, checks, Where("letter", "iphone", "start", url=then.url, page=0))
    (folder / "facts/00.json.gz").write_bytes(gzip.compress(to_json(now or then)))
    result = JourneyResult(
        "letter",
        "iphone",
        DEVICE.engine,
        Status.FAILED,
        start=trace.start,
        pages=(PageResult(then.url, status=200, facts="facts/00.json.gz"),),
        findings=tuple(finding for one in judged for finding in one.findings),
        judgements=tuple(replace(one, findings=()) for one in judged),
        folder="letter/iphone",
        started="2026-03-02T09:41:02+00:00",
    )
    run.log("planned", id=result.id, scenario="letter", device="iphone")
    run.save(result)
    run.log("end")
    return run.path


def judge(*args: object) -> Result:
    return CliRunner().invoke(main, ["judge", *map(str, args)])


def test_facts_that_are_judged_as_they_were_are_fine(tmp_path: Path) -> None:
    said = judge(finished(tmp_path, page(LOCKED)))
    assert said.exit_code == Exit.FINE
    first, *_, last = said.stdout.splitlines()
    assert first.startswith("letter[iphone-chromium]  ")
    assert first.endswith(" as before")
    assert last == f"1 journey, 1 page, {len(discover())} rules: nothing is judged otherwise"


def test_what_is_found_today_and_was_not_then_is_a_finding(tmp_path: Path) -> None:
    said = judge(finished(tmp_path, page(FREE), page(LOCKED)))
    assert said.exit_code == Exit.FINDINGS
    new = [line for line in said.stdout.splitlines() if line.startswith("  + ")]
    assert len(new) == 1
    assert new[0].startswith(f"  + {RULE} (minor)")


def test_what_was_found_then_and_is_not_today_is_told_and_fine(tmp_path: Path) -> None:
    said = judge(finished(tmp_path, page(LOCKED), page(FREE)))
    assert said.exit_code == Exit.FINE
    assert [line.split(":")[0] for line in said.stdout.splitlines() if line.startswith("  - ")] == [
        f"  - {RULE} (minor) [meta[1]]"
    ]


def test_a_rule_that_was_not_there_then_is_told_apart(tmp_path: Path) -> None:
    said = judge(finished(tmp_path, page(LOCKED), rules=set(discover()) - {RULE}))
    assert said.exit_code == Exit.FINDINGS
    assert [line for line in said.stdout.splitlines() if RULE in line and "(the rule had not been tried)" in line]


def test_json_is_one_document_with_findings_as_results_have_them(tmp_path: Path) -> None:
    run = finished(tmp_path, page(FREE), page(LOCKED))
    said = judge(run, "--format", "json")
    document = json.loads(said.stdout)
    (journey,) = document["journeys"]
    assert (document["schema"], document["run"], document["rules"]) == (1, str(run), len(discover()))
    assert journey["id"] == "letter[iphone-chromium]"
    assert [(found["rule"], found["verdict"], found["where"]["page"]) for found in journey["new"]] == [
        (RULE, "failed", 0)
    ]
    assert (journey["gone"], journey["changed"], journey["unjudged"]) == ([], [], [])
    assert said.exit_code == Exit.FINDINGS


def test_the_run_stays_as_it_is(tmp_path: Path) -> None:
    run = finished(tmp_path, page(LOCKED))
    before = {path: path.read_bytes() for path in run.rglob("*") if path.is_file()}
    judge(run)
    assert {path: path.read_bytes() for path in run.rglob("*") if path.is_file()} == before


def test_without_a_name_the_newest_run_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    finished(tmp_path / "reports", page(LOCKED))
    assert judge().exit_code == Exit.FINE


def test_a_folder_that_holds_no_run_is_a_wrong_usage(tmp_path: Path) -> None:
    said = judge(tmp_path)
    assert (said.exit_code, said.stdout) == (Exit.USAGE, "")
    assert "holds no run" in said.stderr


def test_facts_of_a_newer_schema_end_it_with_a_sentence(tmp_path: Path) -> None:
    run = finished(tmp_path, page(LOCKED))
    newer = {**to_plain(page(LOCKED)), "schema": SCHEMA + 1}
    (run / "letter/iphone/facts/00.json.gz").write_bytes(gzip.compress(json.dumps(newer).encode()))
    said = judge(run)
    assert (said.exit_code, said.stdout) == (Exit.USAGE, "")
    assert f"facts of schema {SCHEMA + 1}, which is newer than this parcours reads ({SCHEMA})" in said.stderr
    assert "tip: update parcours" in said.stderr


def test_a_run_whose_facts_are_gone_could_not_be_judged(tmp_path: Path) -> None:
    run = finished(tmp_path, page(LOCKED))
    (run / "letter/iphone/facts/00.json.gz").unlink()
    said = judge(run)
    assert said.exit_code == Exit.UNJUDGED
    assert said.stdout.splitlines()[0] == "letter[iphone-chromium]  nothing could be judged"
    assert [
        line for line in said.stdout.splitlines() if line.startswith("  ? not judged: page 1, https://shop.example/: ")
    ]
    assert "no findings" not in said.stdout


def test_a_page_cannot_move_the_cursor_of_a_terminal(tmp_path: Path) -> None:
    evil = (MetaTag("viewport", "width=device-width, user-scalable=no, \x1b[2Jx=1", "meta[1]"),)
    assert "\x1b" not in judge(finished(tmp_path, page(FREE), page(evil))).stdout


def test_a_run_without_results_has_nothing_to_judge(tmp_path: Path) -> None:
    run = RunFolder.create(tmp_path)
    run.log("run")
    assert judge(run.path).exit_code == Exit.NOTHING
