"""A wall before the site is known, and judging leaves what it says alone."""

from __future__ import annotations

import pytest

from parcours.checks.catalogue import discover
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.walls import Wall, is_wall, wall
from parcours.findings import Verdict, Where
from parcours.judging import judge_journey, judge_page
from parcours.trace import JourneyTrace, Start


def page(
    text: str = "", title: str = "", status: int = 200, url: str = "https://shop.example/", **more: object
) -> PageSnapshot:
    body = Element("body", "body", text=text[:200], length=len(text), visible=True)
    return PageSnapshot(
        url=url, title=title, status=status, frames=(FrameFacts(url=url, elements=(body,)),),
        facets=frozenset({"frames"}), **more,  # type: ignore[arg-type]
    )  # fmt: skip


WALL = page(title="Just a moment...", status=200, headers={"cf-mitigated": "challenge"})


@pytest.mark.parametrize(
    ("met", "kind", "vendor"),
    [
        (WALL, "challenge", "Cloudflare"),
        (page(headers={"x-amzn-waf-action": "captcha"}), "challenge", "AWS WAF"),
        (page(url="https://brand.queue-it.net/?c=brand"), "queue", "Queue-it"),
        (page(status=429), "limit", ""),
        (page("Press & Hold to confirm you are a human", status=403), "challenge", "HUMAN"),
        (page("Verify that you are not a robot", status=503), "challenge", ""),
    ],
)
def test_walls_are_told_by_kind_and_maker(met: PageSnapshot, kind: str, vendor: str) -> None:
    found = wall(met)
    assert isinstance(found, Wall)
    assert (found.kind, found.vendor) == (kind, vendor)


@pytest.mark.parametrize(
    "met",
    [
        page("Bottes de printemps"),
        page("Bottes", "Robot check"[:5]),
        page("Verify that you are not a robot"),  # a form's label: the answer is a good one
        page("x" * 4000, "Just a moment..."),
        page("Introuvable", status=404),
        page("Maintenance", status=503),
        page("Forbidden", status=403),
        page(url="https://notqueue-it.net/"),
    ],
)
def test_a_page_of_the_site_is_no_wall(met: PageSnapshot) -> None:
    assert not is_wall(met)


def test_what_a_wall_says_is_not_judged_as_the_sites() -> None:
    checks = discover().values()
    judged = {judgement.rule: judgement for judgement in judge_page(WALL, checks, Where())}
    answers = {check.id for check in checks if check.error_pages}
    spoken = {Verdict.PASSED, Verdict.FAILED, Verdict.REVIEW}
    assert {rule for rule, judgement in judged.items() if judgement.verdict in spoken} <= answers
    assert judged["landing/blocked"].verdict is Verdict.REVIEW
    assert judged["viewport/missing"].note == "a wall before the site: the answer says cf-mitigated: challenge"


def test_a_journey_to_a_wall_is_not_judged_by_the_walls_words() -> None:
    trace = JourneyTrace(start=Start(expect_text="Bottes"), pages=(WALL,), facets=WALL.facets)
    judged = {judgement.rule: judgement for judgement in judge_journey(trace, discover().values(), Where())}
    assert judged["landing/context"].verdict is Verdict.NO_FACTS
    assert judged["redirect/host"].verdict is Verdict.NOT_APPLICABLE
