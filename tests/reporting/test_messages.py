"""The report speaks each language whole."""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Iterator, Mapping

import pytest

from parcours.errors import UsageError
from parcours.findings import Certainty, Owner, Severity
from parcours.reporting.messages import LANGUAGES, Messages, messages
from parcours.reporting.view import Outcome
from parcours.scorecard import ASKED, Golden, State
from parcours.trace import Effort


def phrases(words: Messages) -> Iterator[tuple[str, str]]:
    for field in dataclasses.fields(words):
        value = getattr(words, field.name)
        if isinstance(value, str):
            yield field.name, value
        elif isinstance(value, Mapping):
            yield from ((f"{field.name}.{key}", text) for key, text in value.items())
        elif isinstance(value, tuple):
            yield from ((f"{field.name}.{index}", text) for index, text in enumerate(value))


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_language_has_the_same_phrases_with_the_same_holes():
    english = {name: holes(text) for name, text in phrases(messages("en"))}
    english["first_day"] = set()  # French has a word of its own for it
    for lang in LANGUAGES:
        spoken = {name: holes(text) for name, text in phrases(messages(lang))} | {"first_day": set()}
        assert spoken == english


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_phrase_is_empty(lang):
    assert [name for name, text in phrases(messages(lang)) if not text.strip()] == ["thousands"] * (lang == "fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_that_a_result_can_hold_has_a_word(lang):
    words = messages(lang)
    assert set(words.severities) == set(words.severity_blurbs) == set(Severity)
    assert set(words.departments) == set(words.department_blurbs) == set(Owner)
    assert set(words.certainties) == set(Certainty)
    assert set(words.outcomes) == set(Outcome)
    assert set(words.verbs_ended) == {"done", "blocked", "skipped", "left-out"}
    assert set(words.hop_how) == {"http", "meta", "script"}
    assert set(words.goldens) == set(Golden)
    assert set(words.points) == {asked.id for asked in ASKED}
    assert set(words.point_states) == set(State)
    assert set(words.effort_columns) == {field.name for field in dataclasses.fields(Effort)}
    assert len(words.months) == 12


def test_french_counts_nothing_as_one():
    assert messages("en").count(messages("en").findings_count, 0) == "0 findings"
    assert messages("fr").count(messages("fr").findings_count, 0) == "0 constat"


def test_names_are_listed_as_a_person_would():
    words = messages("en")
    assert [words.listed(list(names)) for names in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_an_unknown_language_is_refused():
    with pytest.raises(UsageError, match="do not speak 'de'"):
        messages("de")
