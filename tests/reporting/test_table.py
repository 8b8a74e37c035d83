"""The table for spreadsheets: one line a finding and a place, and no cell that is calculated."""

from __future__ import annotations

import csv
import io

import pytest

from parcours.reporting import Options, Run, reports
from parcours.reporting.messages import messages
from parcours.reporting.table import document, harmless
from reporting import exporting


def rows(run: Run, lang: str = "en") -> list[dict[str, str]]:
    return list(
        csv.DictReader(io.StringIO(document(run, Options(lang)), newline=""), delimiter=messages(lang).csv_mark)
    )


def test_one_line_whole_in_english_and_in_french():
    assert rows(exporting.since())[0] == {
        "Journey": "Spring letter: from the QR code to the app",
        "Phone": "Pixel 7",
        "Engine": "chromium (native)",
        "Department": "Web",
        "Severity": "Major",
        "Since last time": "Worse",
        "Verdict": "certain",
        "Fails": "yes",
        "Rule": "touch/primary-too-small",
        "Finding": "The menu button is 26 × 26 px: a fingertip needs 44",
        "What should hold": "What a journey depends on is easy to tap",
        "Why it matters": "A thumb covers 44 px. Smaller controls are missed, and the second miss is often the last.",
        "What to do": "Give the link or button a padding that makes it at least 44 px high and wide.",
        "Step": "see-offer",
        "Page": "https://www.chaussures-lumiere.example/printemps",
        "Element": "banner > button “Menu”",
        "File": "scenarios/spring-letter.yaml",
        "Line": "12",
        "Reason of the approval": "",
    }
    french = rows(exporting.since(), "fr")[0]
    assert [french[head] for head in ("Service", "Gravité", "Depuis la dernière fois", "Verdict", "Met en échec")] == [
        "Web",
        "Majeur",
        "Aggravé",
        "certain",
        "oui",
    ]


def test_every_place_has_its_line_and_every_standing_its_word():
    told = [(row["Rule"], row["Since last time"], row["Verdict"], row["Fails"]) for row in rows(exporting.since())]
    assert told == [
        *[("touch/primary-too-small", "Worse", "certain", "yes")] * 3,
        ("text/tiny", "New", "certain", "yes"),
        ("plugin/flash", "Known", "certain", "no"),
        ("viewport/zoom-blocked", "Known", "certain", "no"),
        ("contact/phone-not-tappable", "Accepted", "certain", "no"),
        ("redirect/chain", "Known", "certain", "no"),
        ("qr/no-human-url", "Known", "certain", "no"),
        ("qr/quiet-zone", "Unstable", "not certain", "no"),
        ("chat/offline", "", "to be looked at", "no"),
        ("layout/horizontal-scroll", "Fixed", "certain", "no"),
    ]
    (accepted,) = [row for row in rows(exporting.since()) if row["Since last time"] == "Accepted"]
    assert accepted["Reason of the approval"] == "the shop has no hotline"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_a_formula_is_text(sign):
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"
    assert harmless(f"a;{sign}1") == f"a;'{sign}1"  # a file may be split at another language's mark
    assert harmless(f'a, "{sign}1') == f"a, \"'{sign}1"
    assert harmless(f"a {sign}1") == f"a {sign}1"


def test_controls_at_a_cell_s_begin_are_written_out():
    assert harmless("\t=1+1") == "\\u0009=1+1"
    assert harmless("\r=1+1") == "\\u000d=1+1"
    assert harmless("\x00=1+1") == "\\u0000=1+1"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_hostile_text_makes_no_formula_and_no_line(lang):
    told = rows(exporting.hostile(), lang)
    assert len(told) == len(document(exporting.hostile(), Options(lang)).splitlines()) - 1
    for row in told:
        assert list(row) == list(messages(lang).csv_heads)
        for cell in row.values():
            assert cell.translate({0xA0: " ", 0x202F: " "}).isprintable()  # French has both
            assert not cell.startswith(("=", "+", "-", "@"))
            assert not {";=", ',"='} & {cell[at : at + size] for at in range(len(cell)) for size in (2, 3)}


def test_spreadsheets_are_told_that_it_is_utf_8(tmp_path):
    written = reports()["csv"].write(exporting.since(), tmp_path / "x.csv", Options("fr")).read_bytes()
    assert written.startswith("\ufeffParcours;Téléphone;".encode())
    assert written.count(b"\r\n") == written.count(b"\n") == 13


def test_a_run_of_nothing_is_a_table_of_heads():
    assert rows(Run()) == []
    assert document(Run(), Options()).startswith("Journey,Phone,Engine,")
    assert [len(messages(lang).csv_heads) for lang in ("en", "fr")] == [19, 19]
