"""What the rules say, in the reader's language."""

from __future__ import annotations

import pytest

from parcours.checks.catalogue import discover
from parcours.findings import Advice, Certainty, Finding, Owner, Severity, Verdict
from parcours.reporting.messages.rules import Rule, book, matched, message_in, number, translated

RULE = Rule(
    title="Les liens sont lisibles",
    why="Un lien trop petit ne se touche pas.",
    do="Agrandissez les liens.",
    says=(
        ("1 link is small", "1 lien est petit"),
        ("{n} links of {size} px stand in {place}", "{n:number} liens de {size:number} px se trouvent {place:term}"),
        ("“{text}” stands in {places}", "« {text} » se trouve dans {places:list}"),
        ("{who} answers{_how}", "{who} répond"),
        ("{before} became {before}", "{before} n’a pas changé"),
        ("{{a}} is {what}", "{{a}} vaut {what}"),
    ),
    also=(("Widen {what}.", "Élargissez {what}."),),
    terms={"the footer": "dans le pied de page", "the list of {n} items": "dans la liste de {n} éléments", "a": "à"},
)


@pytest.mark.parametrize(
    ("said", "french"),
    [
        ("1 link is small", "1 lien est petit"),
        ("2 links of 12.5 px stand in the footer", "2 liens de 12,5 px se trouvent dans le pied de page"),
        ("2 links of 9 px stand in the list of 3 items", "2 liens de 9 px se trouvent dans la liste de 3 éléments"),
        ("2 links of 9 px stand in Oz", "2 liens de 9 px se trouvent Oz"),
        ("“x” stands in a, b and c", "« x » se trouve dans à, b et c"),
        ("“x” stands in “a, b and c” and “b”", "« x » se trouve dans “a, b and c” et “b”"),
        ("“” stands in a", "«  » se trouve dans à"),
        ("“a” stands in “b” stands in c", "« a » se trouve dans “b” stands in c"),
        ("“two\nlines” stands in a, b", "« two\nlines » se trouve dans à, b"),
        ("It answers, at last", "It répond"),
        ("It answers", "It répond"),
        ("one became one", "one n’a pas changé"),
        ("one became two", None),
        ("{a} is {what}", "{a} vaut {what}"),
        ("1 link is small!", None),
        ("So 1 link is small", None),
        ("", None),
    ],
)
def test_a_sentence_is_recognised_whole_and_its_values_are_put_into_the_other(said: str, french: str | None) -> None:
    assert RULE.said(said) == french


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("1,234.5", "1\u202f234,5"),
        ("12%", "12\u202f%"),
        ("0.25 of 3", "0,25 of 3"),
        ("4.5:1", "4,5:1"),
        ("1,234,567", "1\u202f234\u202f567"),
        ("1.2.3", "1.2.3"),
        ("h1.5", "h1.5"),
        ("a, b", "a, b"),
        ("30 %", "30\u202f%"),
    ],
)
def test_numbers_are_written_as_french_writes_them(english: str, french: str) -> None:
    assert number(english) == french


def test_a_page_s_own_words_cannot_make_matching_slow() -> None:
    template = "{a} of {b} of {c} of {d} of {e} of {f}!"
    assert matched(template, " of " * 5_000) is None


def finding(rule: str, message: str, advice: Advice | None = None) -> Finding:
    return Finding(
        rule, Verdict.FAILED, Severity.MINOR, Certainty.HIGH, Owner.WEB, message, title="t", why="w", advice=advice
    )


def test_a_rule_s_advice_is_told_by_its_own_words_and_a_problem_s_by_its_pair() -> None:
    assert RULE.advised("Make links larger.", "Make links larger.") == "Agrandissez les liens."
    assert RULE.advised("Widen the list.", "Make links larger.") == "Élargissez the list."
    assert RULE.advised("Leave it.", "Make links larger.") is None


def test_a_finding_is_told_in_french_as_far_as_there_are_words_and_its_code_and_sources_stay() -> None:
    usual = discover()["access/axe"].advice
    entry = book("fr")["access/axe"]
    told = translated(finding("access/axe", "axe-core could not look into the frame https://x.example/", usual), "fr")
    assert told.message == "axe-core n’a pas pu examiner le cadre https://x.example/"
    assert (told.title, told.why) == (entry.title, entry.why)
    assert told.advice == Advice(entry.do, usual.snippet, usual.links)
    other = translated(finding("access/axe", "said otherwise"), "fr")
    assert (other.message, other.title, other.advice) == ("said otherwise", entry.title, None)


def test_english_and_the_rules_of_others_are_left_as_they_are() -> None:
    theirs = finding("ours/own", "says so", Advice("Mend it."))
    assert translated(theirs, "fr") is theirs
    ours = finding("access/axe", "axe-core could not look into the frame a")
    assert translated(ours, "en") is ours
    assert message_in("ours/own", "says so", "fr") == "says so"


@pytest.mark.parametrize(
    ("rule", "said", "french"),
    [
        (
            "safety/certificate",
            "shop.example's certificate runs out in 1 day, on 01 April 2026 (made by nobody known)",
            "Le certificat de shop.example expire dans 1 jour, le 1er avril 2026 (émis par un émetteur inconnu)",
        ),
        (
            "qr/lifetime",
            "The certificate runs out on 7 August 2026, before the print's last day, 31 January 2027: renew it by then",
            (
                "Le certificat expire le 7 août 2026, avant le dernier jour de l’imprimé, le 31 janvier 2027\u00a0: "
                "renouvelez-le d’ici là"
            ),
        ),
        (
            "qr/mismatch",
            "The code's parameters differ from the agreed ones: a is missing; b is not agreed; c is '1', not '2'",
            (
                "Les paramètres du code diffèrent de ceux qui étaient convenus\u00a0: a manque\u202f; "
                "b n’était pas convenu\u202f; c vaut '1' au lieu de '2'"
            ),
        ),
        (
            "text/enlarged",
            (
                "With text at 200 % the page slides sideways by 94 px; “Fees” reaches out: a table wider than the screen, "
                "inside it (2 more things do not fit)"
            ),
            (
                "Avec un texte à 200\u202f%, la page glisse de 94\u00a0px sur le côté\u202f; «\u202fFees\u202f» dépasse\u00a0: "
                "un tableau plus large que l’écran, à l’intérieur (2 autres éléments ne tiennent pas)"
            ),
        ),
        (
            "viewport/late",
            "A script adds the viewport meta tag “width=device-width, initial-scale=1”, “width=500”",
            (
                "Un script ajoute la balise meta viewport «\u202fwidth=device-width, initial-scale=1\u202f», "
                "«\u202fwidth=500\u202f»"
            ),
        ),
    ],
)
def test_days_lists_and_parts_of_sentences_are_put_in_french_too(rule: str, said: str, french: str) -> None:
    assert message_in(rule, said, "fr") == french
