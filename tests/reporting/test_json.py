"""The document for programs holds every journey whole, and says what did not finish."""

from __future__ import annotations

import json

from parcours import __version__
from parcours.reporting import Options, Report, load_run, reports
from parcours.results import JourneyResult
from parcours.storage.codec import from_plain
from reporting import factory


def test_the_document_holds_the_results_and_what_is_missing(tmp_path):
    results = (factory.letter("iphone"), factory.letter("android"))
    run = load_run(factory.write_run(tmp_path, results, [("parcel-sms", "android")], ended=False))
    target = reports()["json"].write(run, tmp_path / "report.json", Options())
    document = json.loads(target.read_bytes())
    assert {key: document[key] for key in ("schema", "parcours", "started", "ended")} == {
        "schema": 1,
        "parcours": __version__,
        "started": "2026-03-02T09:41:02+00:00",
        "ended": False,
    }
    assert [journey.pop("id") for journey in document["journeys"]] == [result.id for result in results]
    assert tuple(from_plain(JourneyResult, journey) for journey in document["journeys"]) == results
    assert document["unfinished"] == [
        {"id": "parcel-sms[android-chromium]", "scenario": "parcel-sms", "device": "android", "reason": ""}
    ]


def test_a_finding_can_be_read_without_the_rule_s_code(tmp_path):
    run = load_run(factory.write_run(tmp_path, [factory.letter("iphone")]))
    document = json.loads(reports()["json"].write(run, tmp_path / "r.json", Options()).read_text(encoding="ascii"))
    flash = next(f for f in document["journeys"][0]["findings"] if f["rule"] == "plugin/flash")
    assert (flash["verdict"], flash["severity"], flash["owner"]) == ("failed", "blocker", "web")
    assert flash["box"] == [16.0, 76.0, 358.0, 250.0]
    assert flash["advice"]["do"].startswith("Replace the film")


def test_hostile_text_is_ascii_on_the_disk(tmp_path):
    run = load_run(factory.write_run(tmp_path, [factory.letter("iphone", hostile=True)]))
    reports()["json"].write(run, tmp_path / "r.json", Options()).read_bytes().decode("ascii")


def test_our_reports_are_found_by_name():
    assert {name: report.suffix for name, report in reports().items()} == {
        "csv": ".csv",
        "folder": "",
        "github": ".github.txt",
        "gitlab": ".gitlab.json",
        "html": ".html",
        "json": ".json",
        "junit": ".xml",
        "pdf": ".pdf",
        "sarif": ".sarif",
        "text": ".txt",
        "webhook": ".webhook.json",
    }
    assert all(isinstance(report, Report) for report in reports().values())
