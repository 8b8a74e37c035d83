"""docs/results.md names every field that a result holds."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from parcours.facts.artwork import Artwork, Code, Sheet
from parcours.facts.message import Message, MessageLink, TagRecord
from parcours.facts.model import Engine, Hop
from parcours.findings import Advice, Finding, Judgement, Where
from parcours.results import RESULT_SCHEMA, JourneyResult, PageResult
from parcours.scorecard import Evidence, Point, Scorecard
from parcours.trace import Effort, Promises, Start, StepTrace

DOCS = Path(__file__).parents[2] / "docs" / "results.md"

KINDS = (
    JourneyResult,
    PageResult,
    Engine,
    Start,
    Promises,
    StepTrace,
    Effort,
    Finding,
    Where,
    Advice,
    Judgement,
    Artwork,
    Sheet,
    Code,
    Message,
    MessageLink,
    TagRecord,
    Scorecard,
    Point,
    Evidence,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_described(kind):
    words = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]*)`", DOCS.read_text(encoding="utf-8")))))
    assert [field.name for field in fields(kind) if field.name not in words] == []


def test_hops_and_the_schema_s_number_are_described():
    text = DOCS.read_text(encoding="utf-8")
    assert f"`[{', '.join(Hop._fields)}]`" in text
    assert f"schema **{RESULT_SCHEMA}**" in text
