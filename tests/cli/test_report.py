"""`parcours report` tells a run again, from its folder alone."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from parcours.cli.report import job_page, report
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


def test_a_folder_is_named_or_lies_with_the_run(run, tmp_path):
    assert call(run, "--format", "folder").output == f"Report: {run}/report/index.html\n"
    assert call(run, "--format", "folder", "--output", tmp_path / "site").exit_code == 0
    assert {file.name for file in (tmp_path / "site").iterdir()} == {
        "parcours.json",
        "index.html",
        "report.css",
        "report.js",
        "pictures",
    }


def test_a_brand_s_language_is_the_report_s_unless_another_is_asked_for(run, tmp_path):
    (tmp_path / "brand.toml").write_text('name = "Agence"\nlang = "fr"')
    for options, heading in (((), "Les clients restent"), (("--lang", "en"), "Customers get stuck")):
        assert call(run, "--brand", "brand.toml", *options, "--output", tmp_path / "r.html").exit_code == 0
        assert heading in (tmp_path / "r.html").read_text(encoding="utf-8")
    (tmp_path / "parcours.toml").write_text('brand = "brand.toml"')
    assert call(run, "--output", tmp_path / "r.html").exit_code == 0
    assert "Les clients restent" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_json_can_be_piped(run):
    done = call(run, "--format", "json", "--output", "-")
    assert json.loads(done.output)["schema"] == 1


def test_what_is_meant_for_a_log_is_printed_where_no_file_is_named(run, monkeypatch):
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    done = call("--format", "text", "--link", "https://ci.example/7")
    assert done.output.startswith("parcours: Customers get stuck on this journey. ")
    assert done.output.endswith(" https://ci.example/7\n")
    assert call("--format", "github").output.startswith("::error file=scenarios/spring-letter.yaml,line=12,title=")
    assert not list(run.glob("report*"))
    assert call("--format", "csv").output == f"Report: {run}/report.csv\n"


def test_a_table_is_piped_as_it_stands(run):
    assert call("--format", "csv", "--output", "-", "--lang", "fr").stdout_bytes.startswith("\ufeffParcours;".encode())


def test_what_counts_as_a_failure_can_be_said(run):
    failures = {
        options: ET.fromstring(call("--format", "junit", "--output", "-", *options).stdout_bytes).get("failures")
        for options in ((), ("--fail-on", "never"), ("--min-severity", "blocker"))
    }
    assert failures == {(): "1", ("--fail-on", "never"): "0", ("--min-severity", "blocker"): "1"}


def test_a_ci_server_s_own_page_is_the_link():
    github = {
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_REPOSITORY": "acme/shop",
        "GITHUB_RUN_ID": "42",
    }
    assert job_page(github) == "https://github.example/acme/shop/actions/runs/42"
    assert job_page({"CI_JOB_URL": "https://gitlab.example/jobs/7"}) == "https://gitlab.example/jobs/7"
    assert job_page({"BUILD_URL": "https://jenkins.example/job/shop/3/"}) == "https://jenkins.example/job/shop/3/"
    assert job_page({"GITHUB_RUN_ID": "42"}) == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "holds no run"),
        (["--format", "htlm"], "there is no report 'htlm'"),
        (["--output", "missing/x.html"], "the folder missing is not there"),
        (["--output", "reports"], "reports is a folder"),
        (["--brand", "gone.toml"], "there is no brand file gone.toml"),
        (["--format", "folder", "--output", "-"], "a folder is no file that could be printed"),
    ],
)
def test_a_wrong_use_is_said_in_a_sentence(run, arguments, message):
    with pytest.raises(UsageError, match=message):
        CliRunner().invoke(report, arguments, catch_exceptions=False)


def test_where_nothing_ran_there_is_nothing_to_tell(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="there is no run"):
        CliRunner().invoke(report, [], catch_exceptions=False)
