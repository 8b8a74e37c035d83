"""GitLab's Code Quality: one issue an identity, its severity in GitLab's words."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from parcours.reporting import Options, Run, reports
from parcours.reporting.gitlab import document
from reporting import exporting
from reporting.sarif_schema import COUNT, DIGEST, TEXT, closed, listed

# https://docs.gitlab.com/ci/testing/code_quality/: the properties that an issue must have.
ISSUES = listed(
    closed(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": DIGEST,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": closed({"path": TEXT, "lines": closed({"begin": COUNT})}),
        }
    )
)
RUNS = {
    "story": exporting.story,
    "since": exporting.since,
    "broken": exporting.broken,
    "hostile": exporting.hostile,
    "empty": Run,
}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", RUNS)
def test_every_list_holds_to_the_format_and_no_fingerprint_stands_twice(name, lang):
    issues = document(RUNS[name](), Options(lang))
    assert [error.message for error in Draft202012Validator(ISSUES).iter_errors(issues)] == []
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_one_issue_whole():
    issue = document(exporting.since(), Options())[0]
    assert len(issue.pop("fingerprint")) == 64
    assert issue == {
        "description": "The menu button is 26 × 26 px: a fingertip needs 44 (3 places, where 2 were known) (Pixel 7, 3 places)",
        "check_name": "touch/primary-too-small",
        "severity": "major",
        "location": {"path": "scenarios/spring-letter.yaml", "lines": {"begin": 12}},
    }


def test_known_faults_stay_what_they_are_and_what_fails_nobody_is_for_information():
    assert {issue["check_name"]: issue["severity"] for issue in document(exporting.since(), Options())} == {
        "touch/primary-too-small": "major",
        "text/tiny": "minor",
        "plugin/flash": "blocker",
        "viewport/zoom-blocked": "major",
        "contact/phone-not-tappable": "info",  # accepted
        "redirect/chain": "minor",
        "qr/no-human-url": "info",
        "qr/quiet-zone": "info",  # unstable
        "chat/offline": "info",  # a person must look
    }


def test_a_run_of_which_nothing_came_is_not_an_empty_list():
    issues = document(exporting.broken(), Options("fr"))
    assert [(issue["check_name"], issue["severity"], issue["description"]) for issue in issues] == [
        (
            "journey/unjudged",
            "info",
            "rien n’a pu être jugé\N{NO-BREAK SPACE}: it answered 503 (site-down) (iPhone 15)",
        ),
        (
            "journey/unfinished",
            "major",
            "la visite n’est pas terminée\N{NO-BREAK SPACE}: son fichier result.json a disparu (iphone)",
        ),
        ("journey/unfinished", "major", "la visite n’est pas terminée (ipad)"),
    ]


def test_the_file_is_ascii(tmp_path):
    written = reports()["gitlab"].write(exporting.hostile(), tmp_path / "x.json", Options())
    assert json.loads(written.read_bytes().decode("ascii"))[0]["check_name"] == "journey/error"
