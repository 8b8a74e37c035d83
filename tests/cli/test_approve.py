"""`parcours approve` and `parcours compare` over runs that lie on the disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.cli import main
from parcours.errors import Exit
from parcours.results import JourneyResult
from parcours.storage.baseline import read_baseline
from parcours.storage.journal import RunFolder
from standings import found, result

FILE = Path("scenarios/baselines/letter.yaml")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty project, and no CI around it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "scenarios").mkdir()
    return tmp_path


def ran(name: str, *results: JourneyResult) -> str:
    """A run on the disk; its folder."""
    folder = RunFolder(Path("reports/runs") / name)
    folder.begin()
    for one in results:
        place = f"letter/{one.device}"
        folder.journey(*place.split("/"))
        folder.log("planned", id=one.id, scenario="letter", device=one.device)
        folder.save(replace(one, folder=place))
    folder.log("end")
    return str(folder.path)


def parcours(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def known() -> list[tuple[str, str, str]]:
    baseline = read_baseline(FILE)
    return sorted((one.rule, one.device, one.why) for one in baseline.findings) if baseline else []


def test_the_newest_run_is_approved_and_the_difference_shown(project: Path) -> None:
    ran("20260301-000000-a", result(found("links/dead")))
    ran("20260302-000000-b", result(found()), result(found(), device="android"))
    said = parcours("approve")
    assert (said.exit_code, said.stderr) == (0, "")
    assert known() == [("text/tiny", "android", ""), ("text/tiny", "iphone", "")]
    assert [line for line in said.stdout.splitlines() if "rule: text/tiny, on" in line] == [
        f'+  - {{step: start, rule: text/tiny, on: {device}, severity: minor, count: 1, at: ["main > p"]}}'
        for device in ("android", "iphone")
    ]
    assert (FILE.parent / ".gitattributes").read_text() == (
        "# Both sides of a merge stand: one line a finding.\n*.yaml merge=union\n"
    )


def test_approving_again_changes_nothing_and_says_so(project: Path) -> None:
    ran("20260302-000000-b", result(found()))
    parcours("approve")
    before = FILE.read_bytes()
    assert parcours("approve").stdout == f"{FILE}: nothing to approve\n"
    assert FILE.read_bytes() == before


def test_a_dry_run_shows_and_writes_nothing(project: Path) -> None:
    ran("20260302-000000-b", result(found()))
    said = parcours("approve", "--dry-run")
    assert "+baseline: 1" in said.stdout
    assert said.stdout.endswith(f"{FILE}: nothing was written\n")
    assert not FILE.parent.exists()


def test_where_ci_is_set_nothing_is_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran("20260302-000000-b", result(found()))
    monkeypatch.setenv("CI", "true")
    said = parcours("approve")
    assert (said.exit_code, said.stdout) == (Exit.USAGE, "")
    assert "a baseline is not written where CI is set" in said.stderr
    assert not FILE.parent.exists()
    assert parcours("approve", "--dry-run").exit_code == 0


def test_filters_reasons_and_days(project: Path) -> None:
    phones = [result(found(), found("links/dead", step="tap-buy"), device=device) for device in ("iphone", "android")]
    ran("20260302-000000-b", *phones)
    parcours(
        "approve", "letter", "--rule", "text", "--device", "iphone", "--why", "legal: agreed", "--until", "2999-01-31"
    )
    assert known() == [("text/tiny", "iphone", "legal: agreed")]
    assert 'why: "legal: agreed", until: 2999-01-31' in FILE.read_text()
    parcours("approve", "scenarios/letter.yaml", "--step", "tap-buy")
    assert known() == [
        ("links/dead", "android", ""),
        ("links/dead", "iphone", ""),
        ("text/tiny", "iphone", "legal: agreed"),
    ]


def test_what_is_mended_is_forgotten_when_pruned(project: Path) -> None:
    ran("20260301-000000-a", result(found()))
    parcours("approve")
    ran("20260302-000000-b", result())
    assert parcours("approve").stdout == f"{FILE}: nothing to approve\n"
    assert parcours("approve", "--prune").exit_code == 0
    assert known() == []


def test_an_older_run_can_be_approved(project: Path) -> None:
    older = ran("20260301-000000-a", result(found("links/dead")))
    ran("20260302-000000-b", result(found()))
    parcours("approve", "--run", older)
    assert [rule for rule, _, _ in known()] == ["links/dead"]


def test_what_has_ended_is_named(project: Path) -> None:
    ran("20260301-000000-a", result(found()))
    parcours("approve")
    FILE.write_text(FILE.read_text().replace("count: 1", "count: 1, until: 2020-01-01"))
    said = parcours("approve")
    assert said.stderr == f"{FILE}: text/tiny on iphone was approved until 2020-01-01: renew it with --until\n"
    assert "until: 2020-01-01" in FILE.read_text()
    parcours("approve", "--until", "2999-01-01")
    assert "until: 2999-01-01" in FILE.read_text()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["lettre"], "the run did not walk a scenario 'lettre'"),
        (["--device", "iphnoe"], "no journey was walked on 'iphnoe'"),
        (["--step", "tap-by"], "no journey has a step 'tap-by'"),
        (["--rule", "text/tyni"], "no journey tried a rule 'text/tyni'"),
        (["--until", "soon"], "'soon' is not a day"),
        (["--until", "2020-01-01"], "--until 2020-01-01 has passed"),
        (["--why", "x" * 301], "--why has 301 characters"),
        (["--run", "nowhere"], "holds no run"),
    ],
)
def test_a_wrong_call_is_told_and_writes_nothing(project: Path, args: list[str], said: str) -> None:
    ran("20260302-000000-b", result(found()))
    refused = parcours("approve", *args)
    assert (refused.exit_code, refused.stdout) == (Exit.USAGE, "")
    assert said in refused.stderr
    assert not FILE.parent.exists()


def test_two_runs_are_compared_without_a_baseline(project: Path) -> None:
    first = ran("20260301-000000-a", result(found()), result(found(), device="android"))
    second = ran("20260302-000000-b", result(found("links/dead")), result(found("links/dead"), device="android"))
    said = parcours("compare", first, second)
    assert said.exit_code == Exit.FINDINGS
    assert [line.split()[0] for line in said.stdout.splitlines()] == ["letter", "new", "fixed", "1"]
    assert "links/dead at start (android, iphone): links/dead is wrong" in said.stdout
    assert said.stdout.endswith("1 new, 0 worse, 1 fixed, 0 known, 0 newly checked, 0 not checked, 0 unstable\n")
    assert parcours("compare", first, first).exit_code == Exit.FINE
    assert not FILE.parent.exists()


def test_a_comparison_for_programs(project: Path) -> None:
    first = ran("20260301-000000-a", result())
    second = ran("20260302-000000-b", result(found()))
    document = json.loads(parcours("compare", first, second, "--format", "json").stdout)
    assert (document["schema"], document["counts"]["new"]) == (1, 1)
    (line,) = document["comparison"]["scenarios"][0]["lines"]
    assert (line["standing"], line["rule"], line["device"], line["places"]) == (
        "new",
        "text/tiny",
        "iphone",
        ["main > p"],
    )


def test_runs_without_a_journey_in_common_have_nothing_to_compare(project: Path) -> None:
    first = ran("20260301-000000-a", result())
    empty = RunFolder(Path("reports/runs/20260302-000000-b"))
    empty.begin()
    assert parcours("compare", first, str(empty.path)).exit_code == Exit.NOTHING
