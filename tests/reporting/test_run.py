"""A run is read as it lies on disk: torn, unfinished, merged; never made prettier than it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from parcours.errors import UsageError
from parcours.reporting import Unfinished, load_run, merged, newest_run
from parcours.storage.codec import to_json
from reporting import factory


def test_results_come_back_as_they_were_saved(tmp_path):
    results = (factory.letter("iphone"), factory.letter("android"))
    run = load_run(factory.write_run(tmp_path, results))
    assert run.results == results
    assert run.unfinished == ()
    assert run.ended
    assert run.head["started"] == "2026-03-02T09:41:02+00:00"


def test_what_was_planned_and_has_no_result_is_unfinished(tmp_path):
    run = load_run(factory.write_run(tmp_path, [factory.letter("iphone")], [("parcel-sms", "android")], ended=False))
    assert run.unfinished == (Unfinished("parcel-sms[android-chromium]", "parcel-sms", "android"),)
    assert not run.ended


def test_one_torn_last_line_is_passed_over(tmp_path):
    factory.write_run(tmp_path, [factory.letter("iphone")], [("parcel-sms", "android")])
    with (tmp_path / "journal.jsonl").open("a") as journal:
        journal.write('{"kind": "result", "id": "parcel-s')
    assert [u.id for u in load_run(tmp_path).unfinished] == ["parcel-sms[android-chromium]"]


def test_a_torn_line_in_the_middle_is_refused(tmp_path):
    factory.write_run(tmp_path, [factory.letter("iphone")])
    journal = tmp_path / "journal.jsonl"
    journal.write_text('{"kind": "run", "sta\n' + journal.read_text())
    with pytest.raises(UsageError, match=r"journal\.jsonl:1: this line is damaged"):
        load_run(tmp_path)


def test_a_result_that_was_saved_before_the_journal_heard_of_it_counts(tmp_path):
    factory.write_run(tmp_path, [factory.letter("iphone")])
    journal = tmp_path / "journal.jsonl"
    journal.write_text("".join(line for line in journal.read_text().splitlines(True) if '"result"' not in line))
    assert [result.id for result in load_run(tmp_path).results] == ["spring-letter[iphone-chromium]"]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda file: file.write_text("{"), "its result.json cannot be read"),
        (lambda file: file.unlink(), "its result.json is gone"),
        (
            lambda file: file.write_text(json.dumps({**json.loads(file.read_text()), "schema": 99})),
            "schema 99 is newer",
        ),
    ],
)
def test_a_result_that_cannot_be_read_is_unfinished_and_says_why(tmp_path, damage, reason):
    factory.write_run(tmp_path, [factory.letter("iphone")])
    damage(tmp_path / "spring-letter/iphone/result.json")
    run = load_run(tmp_path)
    assert run.results == ()
    assert [u.id for u in run.unfinished] == ["spring-letter[iphone-chromium]"]
    assert reason in run.unfinished[0].reason


def test_half_a_surrogate_pair_does_not_cost_a_journey(tmp_path):
    run = load_run(factory.write_run(tmp_path, [factory.letter("iphone", hostile=True)]))
    assert len(run.results) == 1
    assert any("\ufffd" in finding.message for finding in run.results[0].findings)


def test_a_journal_cannot_lead_out_of_the_run_s_folder(tmp_path):
    run = tmp_path / "run"
    factory.write_run(run, [factory.letter("iphone")])
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "result.json").write_bytes(to_json(factory.letter("iphone")))
    journal = run / "journal.jsonl"
    journal.write_text(journal.read_text().replace('"folder": "spring-letter/iphone"', '"folder": "../elsewhere"'))
    loaded = load_run(run)
    assert loaded.results == ()
    assert "outside the run" in loaded.unfinished[0].reason


def test_pictures_are_looked_for_in_the_journey_s_folder_only(tmp_path):
    result = factory.letter("iphone")
    run = load_run(factory.write_run(tmp_path, [result]))
    assert run.file(result, "page-00.webp") == tmp_path.resolve() / "spring-letter/iphone/page-00.webp"
    assert run.file(result, "../../../secret.png") is None
    assert run.file(result, "/etc/hostname") is None
    assert run.file(result, "") is None


def test_the_journals_of_several_lanes_are_one(tmp_path):
    factory.write_run(tmp_path, [factory.letter("iphone")])
    (tmp_path / "journal.jsonl").rename(tmp_path / "journal-gw0.jsonl")
    factory.write_run(tmp_path, [factory.letter("android")])
    (tmp_path / "journal.jsonl").rename(tmp_path / "journal-gw1.jsonl")
    assert [result.device for result in load_run(tmp_path).results] == ["iphone", "android"]


def test_merged_runs_keep_the_later_result_and_drop_what_was_finished_since(tmp_path):
    first = factory.write_run(
        tmp_path / "a", [factory.letter("iphone")], [("parcel-sms", "iphone"), ("parcel-sms", "android")]
    )
    later = replace(factory.letter("iphone"), started="2026-03-03T00:00:00+00:00", reason="again")
    second = factory.write_run(tmp_path / "b", [later, factory.parcel("iphone")])
    for order in ((first, second), (second, first)):
        run = merged(map(load_run, order))
        assert {(r.id, r.reason) for r in run.results} == {
            ("spring-letter[iphone-chromium]", "again"),
            ("parcel-sms[iphone-chromium]", ""),
        }
        assert [u.id for u in run.unfinished] == ["parcel-sms[android-chromium]"]
        assert run.file(later, "x.webp") == (tmp_path / "b/spring-letter/iphone/x.webp").resolve()


def test_the_newest_run_is_the_one_whose_name_says_so(tmp_path):
    for name in ("20260302-094102-ffff", "20260303-000000-0000", "20260301-120000-aaaa"):
        factory.write_run(tmp_path / name, [])
    assert newest_run(tmp_path).name == "20260303-000000-0000"


def test_a_folder_without_a_journal_is_no_run(tmp_path):
    with pytest.raises(UsageError, match="holds no run"):
        load_run(tmp_path)
    with pytest.raises(UsageError, match="there is no run"):
        newest_run(tmp_path)
