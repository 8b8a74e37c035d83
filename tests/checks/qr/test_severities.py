"""How much each fault costs, and which words are shown of what must stay secret."""

from __future__ import annotations

import pytest

from parcours.checks.catalogue import discover
from parcours.facts.artwork import Artwork, Code
from parcours.facts.model import Device
from parcours.findings import Finding, Owner, Where
from parcours.judging import judge_journey
from parcours.trace import JourneyTrace, Start


def found(*codes: Code, expect: str = "", platform: str = "ios") -> dict[str, Finding]:
    start = Start("qr", expect_url=expect, artwork=Artwork("letter.pdf", codes=codes))
    rules = [check for check in discover().values() if check.area == "qr"]
    judged = judge_journey(JourneyTrace(device=Device(platform=platform), start=start), rules, Where())
    return {finding.aspect: finding for judgement in judged for finding in judgement.findings}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("http://shop.example/", "major"),
        ("www.shop.example", "major"),
        ("https://shop.example/ ", "minor"),
        ("tel:+33123456789", "minor"),
        ("Spring sale", "blocker"),
        ("javascript:alert(1)", "blocker"),
        ("mybank://adviser", "major"),
    ],
)
def test_what_a_code_holds_costs_what_a_phone_makes_of_it(text: str, severity: str) -> None:
    (finding,) = found(Code(text)).values()
    assert (finding.severity, finding.owner) == (severity, Owner.PRINT)


@pytest.mark.parametrize(("platform", "severity"), [("ios", "blocker"), ("android", "major")])
def test_an_address_of_one_platform_does_nothing_on_the_other(platform: str, severity: str) -> None:
    assert found(Code("market://details?id=com.example"), platform=platform)["play-store"].severity == severity


@pytest.mark.parametrize(
    ("how", "severity"), [("threshold", "note"), ("larger", "note"), ("straightened", "minor"), ("contrast", "minor")]
)
def test_a_code_that_needed_much_costs_more(how: str, severity: str) -> None:
    assert found(Code("https://shop.example/", how=how))[f"needed-{how}"].severity == severity


def test_a_difference_says_what_is_different() -> None:
    said = found(Code("https://shop.test/x?src=poster&y=1"), expect="https://shop.example/?src=letter&c=1")
    assert {aspect: (finding.severity, finding.message) for aspect, finding in said.items()} == {
        "host": ("blocker", "The code leads to shop.test, not to shop.example"),
        "path": ("blocker", "The code leads to /x, not to /"),
        "query": (
            "major",
            "The code's parameters differ from the agreed ones: c is missing; y is not agreed; src is 'poster', not 'letter'",
        ),
    }


@pytest.mark.parametrize("text", ["WIFI:T:WPA;S:Shop;P:hunter22;;", "otpauth://totp/Shop?secret=HUNTER22"])
def test_secrets_are_not_repeated(text: str) -> None:
    (finding,) = found(Code(text)).values()
    assert "hunter22" not in f"{finding.message} {finding.evidence}".lower()


@pytest.mark.parametrize(("distance", "severity"), [(260, "note"), (375, "note"), (376, "major")])
def test_a_little_too_far_is_only_worth_a_note(distance: float, severity: str) -> None:
    code = Code("https://shop.example/", version=3)
    artwork = Artwork("letter.pdf", codes=(code,), width_mm=25, distance_mm=distance)
    trace = JourneyTrace(start=Start("qr", artwork=artwork))
    (finding,) = judge_journey(trace, [discover()["qr/size"]], Where())[0].findings
    assert (finding.aspect, finding.severity) == ("distance", severity)
