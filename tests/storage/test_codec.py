from __future__ import annotations

import json

import pytest

from parcours.facts.geometry import Box
from parcours.facts.model import Device, Element, FrameFacts, Hop, MetaTag, PageSnapshot
from parcours.findings import Certainty, Finding, Owner, Severity, Verdict
from parcours.results import JourneyResult, Status
from parcours.storage.codec import from_json, from_script, to_json
from parcours.trace import StepTrace

SNAPSHOT = PageSnapshot(
    url="https://shop.example/é",
    navigation=(Hop("https://a.example/", 302, 12.5), Hop("https://shop.example/é", 200)),
    frames=(
        FrameFacts(
            metas=(MetaTag("viewport", "width=device-width"),),
            elements=(Element("main", "main", attrs={"id": "x"}, box=Box(1, 2, 3.5, 4)),),
        ),
    ),
    facets=frozenset({"frames"}),
)
RESULT = JourneyResult(
    scenario="spring",
    device="iphone",
    engine=Device().engine,
    status=Status.FAILED,
    steps=(StepTrace("start", "link", "go there"),),
    findings=(Finding("a/b", Verdict.FAILED, Severity.MAJOR, Certainty.HIGH, Owner.WEB, "wrong", box=Box(0, 0, 1, 1)),),
)


@pytest.mark.parametrize("value", [SNAPSHOT, RESULT])
def test_what_is_written_is_read_again(value: object) -> None:
    assert from_json(type(value), to_json(value)) == value


def test_it_is_ascii_and_one_line_whatever_a_page_says() -> None:
    step = StepTrace("start", "see", "\u202e\x1b[2J\u2028é\n👟")
    text = to_json(step)
    assert text.isascii()
    assert text.count(b"\n") == 0
    assert from_json(StepTrace, text) == step


def test_half_a_surrogate_pair_is_written_all_the_same() -> None:
    written = to_json(StepTrace("start", "see", "a\ud800b"))
    assert json.loads(written)["says"] == "a\ud800b"


@pytest.mark.parametrize(
    ("escaped", "read"),
    [
        (r"a\ud800b", "a\ufffdb"),
        (r"\\ud800", r"\ud800"),
        (r"\\\ud800", "\\\ufffd"),
        ("👟", "👟"),
        (r"\u00e9", "é"),
    ],
)
def test_a_scripts_half_pairs_become_the_replacement_character(escaped: str, read: str) -> None:
    text = to_json(StepTrace("x", "see", "HERE")).decode().replace("HERE", escaped)
    assert from_script(StepTrace, text).says == read


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="status"):
        from_json(JourneyResult, to_json(RESULT).replace(b'"failed"', b'"fine"', 1))
