"""Pages that leave the browser by themselves never finish loading in the lab: hand-made facts."""

import pytest

from parcours.checks.links.scheme_only import scheme_only
from parcours.facts.model import FrameFacts, HandOff, PageSnapshot
from parcours.findings import Judgement, Severity, Verdict, Where
from parcours.judging import judge_page

STORE = "itms-apps://apps.apple.com/app/id1234567890"


def judged(*hand_offs: HandOff, url: str = "https://shop.example/", script: str = "") -> Judgement:
    frame = FrameFacts(url=url, scripts=(script,) if script else ())
    page = PageSnapshot(url=url, status=200, frames=(frame,), hand_offs=hand_offs, facets=frozenset({"frames"}))
    return judge_page(page, [scheme_only], Where())[0]


def test_a_script_that_opens_the_app_unasked_leaves_the_others_with_an_error() -> None:
    judgement = judged(HandOff("mybank://home", "script"))
    assert [(f.aspect, f.severity, f.verdict) for f in judgement.findings] == [
        ("script", Severity.MAJOR, Verdict.FAILED)
    ]


def test_a_script_that_then_goes_to_the_store_has_thought_of_them() -> None:
    assert judged(HandOff("mybank://home", "script"), HandOff(STORE, "script")).verdict is Verdict.PASSED
    assert judged(HandOff("mybank://home", "script"), url=STORE.replace("itms-apps", "https")).verdict is Verdict.PASSED


def test_a_script_that_knows_the_store_may_go_there_later() -> None:
    script = f"location = 'mybank://home'; setTimeout(() => {{ location = '{STORE}' }}, 3000)"
    judgement = judged(HandOff("mybank://home", "script"), script=script)
    assert [(f.aspect, f.verdict) for f in judgement.findings] == [("script-later", Verdict.REVIEW)]


@pytest.mark.parametrize("url", ["tel:+33123456789", STORE, "maps:?q=Romans", "intent://x#Intent;scheme=a;end"])
def test_what_phones_know_by_themselves_is_not_looked_at(url: str) -> None:
    assert judged(HandOff(url, "script")).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize("how", ["redirect", "tap"])
def test_a_redirect_and_a_tap_are_other_rules(how: str) -> None:
    assert judged(HandOff("mybank://home", how)).verdict is Verdict.NOT_APPLICABLE


def test_a_script_that_tries_twice_is_told_once() -> None:
    judgement = judged(HandOff("mybank://home", "script"), HandOff("mybank://home?again", "script"))
    assert [f.aspect for f in judgement.findings] == ["script"]
