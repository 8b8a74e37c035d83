"""How dear a fault of the viewport is depends on what becomes of the page."""

from __future__ import annotations

import pytest

from parcours.checks.catalogue import discover
from parcours.findings import Severity, Verdict, Where
from parcours.judging import judge_page
from parcours.testing import Example, Lab

BLOCKER, MAJOR, MINOR, NOTE = Severity


@pytest.mark.parametrize(
    ("rule", "content", "iphone", "android"),
    [
        ("fixed-width", "width=1024", MAJOR, MAJOR),
        ("fixed-width", "width=320", MINOR, MINOR),
        ("fixed-width", "width=319", MAJOR, MAJOR),
        ("semicolon", "width=device-width;initial-scale=1", BLOCKER, BLOCKER),
        ("semicolon", "width=device-width; initial-scale=1", MINOR, MINOR),
        ("semicolon", "width=device-width, user-scalable=yes;", MINOR, MAJOR),
        ("semicolon", "width=device-width, initial-scale=1;", NOTE, NOTE),
        ("invalid-value", "width=foo", BLOCKER, BLOCKER),
        ("invalid-value", "width=foo, initial-scale=1", MINOR, MINOR),
        ("invalid-value", "width=device-width, initial-scale=", MINOR, BLOCKER),
        ("invalid-value", "width=device-width, maximum-scale=12", NOTE, NOTE),
        ("unknown-key", "widht=device-width", BLOCKER, BLOCKER),
        ("unknown-key", "widht=device-width, initial-scale=1", MINOR, MINOR),
        ("unknown-key", "width=device-width, foo=bar", NOTE, NOTE),
        ("initial-scale", "width=device-width, initial-scale=0.9", MAJOR, MAJOR),
        ("initial-scale", "width=device-width, initial-scale=1.1", MINOR, MINOR),
        ("zoom-blocked", "width=device-width, user-scalable=no", MINOR, MAJOR),
        ("zoom-blocked", "width=device-width, maximum-scale=1.9", MINOR, MAJOR),
        ("zoom-blocked", "width=device-width, maximum-scale=2", NOTE, NOTE),
        ("missing", "user-scalable=no", BLOCKER, BLOCKER),
    ],
)
def test_severity(lab: Lab, rule: str, content: str, iphone: Severity, android: Severity) -> None:
    check = discover()[f"viewport/{rule}"]
    html = f'<meta name="viewport" content="{content}"><p>hello</p>'
    found = [
        [finding.severity for finding in lab.judge(check, Example(rule, html, Verdict.FAILED, device=device)).findings]
        for device in ("iphone", "android")
    ]
    assert found == [[iphone], [android]]


@pytest.mark.parametrize(
    ("content", "rules"),
    [
        ("width=device-width, initial-scale=1", set()),
        ("", {"missing"}),
        ("user-scalable=no", {"missing", "zoom-blocked"}),
        ("width=device-width;initial-scale=1", {"semicolon"}),
        ("width=device-width; initial-scale=1", {"semicolon"}),
        ("width=device-width, user-scalable=yes;", {"semicolon"}),
        ("width=1024", {"fixed-width"}),
        ("width=600px", {"fixed-width"}),
        ("width=1024, initial-scale=0.38", {"fixed-width"}),
        ("width=foo", {"invalid-value"}),
        ("width=", {"invalid-value"}),
        ("widht=device-width", {"unknown-key"}),
        ("width:device-width", {"unknown-key"}),
        ("initial-scale=0.5", {"initial-scale"}),
        ("width=device-width, initial-scale=100%", {"initial-scale"}),
        ("width=device-width, initial-scale=1.0.0", {"truncated"}),
        ("width=device-width, maximum-scale=1x", {"zoom-blocked"}),
        ("width=device-width, maximum-scale=0.5", {"zoom-blocked"}),
        ("width=device-width, maximum-scale=none", {"invalid-value"}),
        ("width=device-width, user-scalable=true", {"zoom-blocked"}),
        ("width=device-width, minimum-scale=2", {"min-scale"}),
    ],
)
@pytest.mark.parametrize("device", ["iphone", "android"])
def test_one_fault_is_told_by_one_rule(lab: Lab, content: str, rules: set[str], device: str) -> None:
    html = f'<meta name="viewport" content="{content}"><p>hello</p>'
    page = lab.look(Example(content, html, Verdict.FAILED, device=device))
    checks = [check for check in discover().values() if check.area == "viewport"]
    assert {said.rule.partition("/")[2] for said in judge_page(page, checks, Where()) if said.findings} == rules


def test_a_desktop_page_hurts_less_on_a_tablet(lab: Lab) -> None:
    check = discover()["viewport/missing"]
    said = [
        lab.judge(check, Example("desktop", "<p>hello</p>", Verdict.FAILED, device=name)) for name in ("iphone", "ipad")
    ]
    assert [finding.severity for judgement in said for finding in judgement.findings] == [BLOCKER, MINOR]
