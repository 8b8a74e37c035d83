"""How much each fault costs, and which words are shown of what must stay secret."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from parcours.checks.catalogue import discover
from parcours.facts.artwork import Artwork, Code, Margin, Trial
from parcours.facts.model import Certificate, Device, PageSnapshot
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


def said(rule: str, artwork: Artwork, **trace: Any) -> dict[str, Finding]:
    judged = judge_journey(JourneyTrace(start=Start("qr", artwork=artwork), **trace), [discover()[rule]], Where())
    return {finding.aspect: finding for finding in judged[0].findings}


def test_a_narrow_margin_is_told_in_modules_and_in_millimetres() -> None:
    free = Margin(5)
    code = Code("https://shop.example/", version=3, drawn=True, margins=(free, Margin(2), Margin(1.5), free))
    (finding,) = said("qr/quiet-zone", Artwork("letter.pdf", codes=(code,), width_mm=29)).values()
    assert (finding.severity, finding.message) == (
        "major",
        "Only 1.5 modules (1.5 mm) are free right of and below the code, not 4 (4.0 mm)",
    )
    (finding,) = said("qr/quiet-zone", Artwork("letter.png", codes=(replace(code, how="margin"),))).values()
    assert finding.message == (
        "Only 1.5 modules are free right of and below the code, not 4; as it stands, it is not read at the first attempt"
    )


def test_a_logo_is_told_by_what_it_costs() -> None:
    code = Code("https://shop.example/", version=3, drawn=True, ecc="L", spare=0.42)
    assert said("qr/ecc", Artwork("letter.pdf", codes=(code,)))["weakest-level"].message == (
        "Something covers modules of the code on page 1, a logo perhaps, and its error correction is the weakest, "
        "level L, which mends 7 %: 58 % of that is gone before printing"
    )


def test_attempts_that_failed_are_named() -> None:
    trials = (Trial("50 %", read=True), Trial("blurred", read=False), Trial("tilted 25 degrees", read=False))
    code = Code("https://shop.example/", drawn=True, trials=trials)
    assert said("qr/robust", Artwork("letter.pdf", codes=(code,)))[""].message == (
        "The code on page 1 is read in 1 of 3 attempts as phones see it, and not blurred, tilted 25 degrees"
    )


def test_a_certificate_to_renew_is_a_note_to_the_web_team_and_a_borrowed_host_the_print_s() -> None:
    now = datetime(2026, 3, 9, tzinfo=UTC)
    certificate = Certificate("TLS 1.3", "shop.example", "CA", now.timestamp(), (now + timedelta(days=200)).timestamp())
    page = PageSnapshot(certificate=certificate, taken_at=now.isoformat())
    artwork = Artwork("letter.pdf", codes=(Code("https://bit.ly/x"),), valid_until="2027-01-31")
    findings = said("qr/lifetime", artwork, pages=(page,))
    assert {aspect: (f.severity, f.owner, f.message) for aspect, f in findings.items()} == {
        "borrowed-bit.ly": (
            "minor",
            Owner.PRINT,
            (
                "The print is valid until 31 January 2027, and leads through bit.ly, which is not yours: nobody "
                "promises that it will then still lead to you"
            ),
        ),
        "certificate": (
            "note",
            Owner.WEB,
            (
                "shop.example's certificate runs out on 25 September 2026, before the print's last day, "
                "31 January 2027: renew it by then"
            ),
        ),
    }


def test_a_picture_of_another_kind_of_code_is_told_by_its_name() -> None:
    (finding,) = said("qr/unreadable", Artwork("label.png", others=("Micro QR Code",))).values()
    assert finding.message == (
        "What can be scanned in label.png is a Micro QR Code: the cameras of most phones open ordinary QR codes only, "
        "and this is none"
    )
