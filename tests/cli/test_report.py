"""`parcours report` tells a run again, from its folder alone."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from parcours.cli.report import report
from parcours.errors import UsageError
from reporting import factory


def call(*arguments: object):
    return CliRunner().invoke(report, [str(argument) for argument in arguments])


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    factory.write_run(tmp_path / "reports/runs/20260301-094102-aaaa", [factory.parcel("iphone")])
    return factory.write_run(tmp_path / "reports/runs/20260302-094102-1f3a", [factory.letter("iphone")])


def test_without_a_name_the_newest_run_is_told(run):
    done = call()
    assert done.exit_code == 0, done.output
    assert "Customers get stuck on this journey." in (run / "report.html").read_text(encoding="utf-8")
    assert done.output.startswith("Report: ")


def test_the_report_speaks_french_where_it_is_asked_to(run, tmp_path):
    assert call(run, "--lang", "fr", "--output", tmp_path / "rapport.html").exit_code == 0
    assert "Les clients restent bloqués sur ce parcours." in (tmp_path / "rapport.html").read_text(encoding="utf-8")
    assert not (run / "report.html").exists()


def test_several_runs_are_told_as_one(run, tmp_path):
    other = run.with_name("20260301-094102-aaaa")
    assert call(run, other, "--format", "json", "--output", tmp_path / "all.json").exit_code == 0
    journeys = json.loads((tmp_path / "all.json").read_text())["journeys"]
    assert [journey["scenario"] for journey in journeys] == ["spring-letter", "parcel-sms"]


def test_json_can_be_piped(run):
    done = call(run, "--format", "json", "--output", "-")
    assert json.loads(done.output)["schema"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "holds no run"),
        (["--format", "htlm"], "there is no report 'htlm'"),
        (["--output", "missing/x.html"], "the folder missing is not there"),
    ],
)
def test_a_wrong_use_is_said_in_a_sentence(run, arguments, message):
    with pytest.raises(UsageError, match=message):
        CliRunner().invoke(report, arguments, catch_exceptions=False)


def test_where_nothing_ran_there_is_nothing_to_tell(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="there is no run"):
        CliRunner().invoke(report, [], catch_exceptions=False)
