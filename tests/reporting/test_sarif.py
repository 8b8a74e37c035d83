"""SARIF holds to its standard, names places from the repository's root, and knows what is new."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from parcours.comparing import Policy
from parcours.reporting import Options, Run, reports
from parcours.reporting.sarif import document
from parcours.results import JourneyResult
from reporting import exporting, factory
from reporting.sarif_schema import LOG

RUNS = {
    "story": exporting.story,
    "since": exporting.since,
    "broken": exporting.broken,
    "hostile": exporting.hostile,
    "empty": Run,
}


def log(run: Run, **options) -> dict:
    (one,) = document(run, Options(**options))["runs"]
    return one


def result_of(run: dict, rule: str, device: str = "android") -> dict:
    (found,) = (r for r in run["results"] if r["ruleId"] == rule and r["properties"]["device"] == device)
    return found


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", RUNS)
def test_every_log_holds_to_the_standard(name, lang):
    plain = json.loads(json.dumps(document(RUNS[name](), Options(lang)), allow_nan=False))
    assert [error.message for error in Draft202012Validator(LOG).iter_errors(plain)] == []
    (run,) = plain["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert all((result["kind"] == "fail") is (result["level"] != "none") for result in run["results"])
    assert len({"baselineState" in result for result in run["results"]}) <= 1  # of all, or of none
    assert len({"suppressions" in result for result in run["results"]}) <= 1


def test_our_copy_of_the_standard_s_demands_can_be_broken():
    whole = document(exporting.story(), Options())
    del whole["runs"][0]["results"][0]["message"]["text"]
    whole["runs"][0]["tool"]["driver"]["rules"][0]["helpuri"] = "x"
    assert len(list(Draft202012Validator(LOG).iter_errors(whole))) == 2


def test_one_result_whole():
    found = result_of(log(exporting.since()), "touch/primary-too-small")
    assert found["partialFingerprints"].pop("parcours/v1") == found["partialFingerprints"]["primaryLocationLineHash"]
    del found["partialFingerprints"], found["ruleIndex"]
    assert found == {
        "ruleId": "touch/primary-too-small",
        "kind": "fail",
        "level": "error",
        "message": {
            "text": "The menu button is 26 × 26 px: a fingertip needs 44 (3 places, where 2 were known) (Pixel 7, 3 places)",
            "markdown": "**The menu button is 26 × 26 px: a fingertip needs 44 (3 places, where 2 were known)** (Pixel 7, 3 places)"
            "\n\nA thumb covers 44 px. Smaller controls are missed, and the second miss is often the last."
            "\n\nGive the link or button a padding that makes it at least 44 px high and wide."
            "\n\nhttps\\://www\\.chaussures-lumiere.example/printemps",
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "scenarios/spring-letter.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 12},
                }
            }
        ],
        "occurrenceCount": 3,
        "properties": {
            "scenario": "spring-letter",
            "device": "android",
            "engine": "chromium (native)",
            "department": "web",
            "severity": "major",
            "fails": True,
            "certainty": "high",
            "unstable": False,
            "step": "see-offer",
            "aspect": "small",
            "url": "https://www.chaussures-lumiere.example/printemps",
            "standing": "worse",
        },
        "baselineState": "updated",
        "suppressions": [],
    }


def test_the_baseline_s_states_and_levels():
    run = log(exporting.since())
    assert {r["ruleId"]: (r["kind"], r["level"], r["baselineState"]) for r in run["results"]} == {
        "touch/primary-too-small": ("fail", "error", "updated"),
        "text/tiny": ("fail", "warning", "new"),
        "plugin/flash": ("fail", "error", "unchanged"),
        "viewport/zoom-blocked": ("fail", "error", "unchanged"),
        "contact/phone-not-tappable": ("fail", "error", "unchanged"),
        "redirect/chain": ("fail", "warning", "unchanged"),
        "qr/no-human-url": ("fail", "note", "unchanged"),
        "qr/quiet-zone": ("fail", "note", "new"),  # unstable: it fails nobody's build
        "chat/offline": ("review", "none", "new"),
        "layout/horizontal-scroll": ("fail", "error", "absent"),
    }
    assert {r["ruleId"]: r["suppressions"] for r in run["results"] if r["suppressions"]} == {
        "contact/phone-not-tappable": [
            {"kind": "inSource", "status": "accepted", "justification": "the shop has no hotline"}
        ]
    }


def test_without_a_baseline_nothing_is_called_new():
    assert not [r for r in log(exporting.story())["results"] if "baselineState" in r or "suppressions" in r]


def test_a_rule_is_told_as_the_catalogue_has_it_and_in_french_where_it_is_asked_for():
    english, french = (
        {rule["id"]: rule for rule in log(exporting.story(), lang=lang)["tool"]["driver"]["rules"]}
        for lang in ("en", "fr")
    )
    flash = english["plugin/flash"]
    assert flash["properties"] == {
        "department": "web",
        "area": "plugin",
        "tags": ["plugin", "department:web"],
        "precision": "high",
    }
    assert flash["defaultConfiguration"] == {"level": "error"}
    assert flash["helpUri"].startswith("https://")
    assert english["journey/stopped"]["fullDescription"] == {"text": "The customer gets to the end of the journey"}
    assert french["journey/stopped"]["fullDescription"] == {"text": "Le client arrive au bout du parcours"}


def test_what_parcours_could_not_do_is_no_result_but_a_notification():
    (invocation,) = log(exporting.story())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [
        (n["level"], n["descriptor"]["id"], n["message"]["text"]) for n in invocation["toolExecutionNotifications"]
    ] == [
        (
            "error",
            "journey/error",
            "parcel-sms, Pixel 7: parcours could not do its work: its worker ended (worker-lost)",
        ),
        ("error", "journey/unfinished", "gift, iphone: it did not finish"),
        ("error", "rule/broken", "access/names broke: KeyError: 'role'"),
    ]
    assert log(Run(results=(factory.parcel("iphone"),)))["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []}
    ]


def test_a_page_without_a_scenario_is_its_own_place():
    letter: JourneyResult = factory.letter("android")
    bare = replace(
        letter,
        file="",
        steps=(),
        findings=tuple(replace(f, where=replace(f.where, file="")) for f in letter.findings[:1]),
    )
    (found,) = log(Run(results=(bare,)))["results"]
    assert found["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "https://www.chaussures-lumiere.example/printemps"}}}
    ]


def test_hostile_text_is_no_placeholder_no_link_and_no_control():
    run = log(exporting.hostile())
    for result in run["results"]:
        for said in result["message"].values():
            assert "{0}" not in said.replace("{{0}}", "")
            assert "](" not in said.replace("\\](", "")
            assert not {"\x00", "\x1b", "\u202e", "\ufffe", "\ud800", "\r"} & set(said)
        assert "<" not in result["message"]["markdown"].replace("\\<", "")


def test_a_policy_marks_what_fails_and_files_are_ascii(tmp_path):
    options = Options(policy=Policy(fail_on="never"))
    written = reports()["sarif"].write(exporting.hostile(), tmp_path / "x.sarif", options)
    (run,) = json.loads(written.read_bytes().decode("ascii"))["runs"]
    assert {result["properties"]["fails"] for result in run["results"]} == {False}
