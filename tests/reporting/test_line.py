"""A run in one line: the verdict, what is new and mended, and where to read more."""

from __future__ import annotations

import json

import pytest

from parcours.reporting import Options, Run, reports
from parcours.reporting.line import line, payload
from reporting import exporting


@pytest.mark.parametrize(
    ("run", "lang", "expected"),
    [
        (
            exporting.story,
            "en",
            (
                "parcours: Customers get stuck on 1 of 3 journeys. “Spring letter: from the QR code to the app” stops at "
                "“find: app” on iPhone 15. 9 things to mend, 2 of which stop the customer. "
                "1 of 5 planned visits did not finish."
            ),
        ),
        (
            exporting.since,
            "en",
            (
                "parcours: Customers get stuck on this journey. 6 things to mend, 1 of which stops the customer. "
                "Since last time: new 1, worse 1, unstable 1, fixed 1, known 5."
            ),
        ),
        (
            exporting.since,
            "fr",
            (
                "parcours: Les clients restent bloqués sur ce parcours. 6 points à corriger, dont 1 bloque le client. "
                "Depuis la dernière fois\u00a0: nouveau 1, aggravé 1, instable 1, corrigé 1, connu 5."
            ),
        ),
        (Run, "en", "parcours: Nothing could be judged."),
    ],
)
def test_the_run_in_one_line(run, lang, expected):
    assert line(run(), Options(lang)) == expected
    assert line(run(), Options(lang, link="https://ci.example/7")) == f"{expected} https://ci.example/7"


def test_a_link_that_nobody_should_follow_is_left_out():
    assert line(Run(), Options(link="javascript:alert(1)")) == "parcours: Nothing could be judged."


def test_hostile_names_stay_one_line_of_text_and_call_nobody():
    from dataclasses import replace

    run = exporting.story()
    evil = tuple(replace(result, name=exporting.HOSTILE, device_title="<!here>") for result in run.results)
    text = line(replace(run, results=evil), Options())
    assert text.isprintable()
    assert "::" not in text
    assert "##" not in text
    sent = payload(replace(run, results=evil), Options())["text"]
    assert "<" not in sent
    assert "&lt;!here&gt;" in sent


def test_the_files_hold_the_line(tmp_path):
    story, options = exporting.story(), Options()
    text = reports()["text"].write(story, tmp_path / "x.txt", options)
    assert text.read_text(encoding="utf-8") == line(story, options) + "\n"
    body = reports()["webhook"].write(story, tmp_path / "x.json", options)
    assert json.loads(body.read_bytes()) == {"text": line(story, options)}
