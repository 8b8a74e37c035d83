"""The phone that is led to the home page where a computer gets the page itself."""

from __future__ import annotations

from journeys import hops
from parcours.checks.catalogue import discover
from parcours.facts.model import Device, FrameFacts, PageSnapshot, Way
from parcours.findings import Severity, Where
from parcours.judging import judge_page

GO, SHOP = "https://go.example/1", "https://www.shop.example"


def aspects(own: str, desktop: str, control: str = "", device: Device | None = None) -> dict[str, set[str]]:
    """What the two rules that could speak of it say."""
    ways = (Way("ios", hops(GO, control or own)), Way("desktop", hops(GO, desktop)))
    page = PageSnapshot(
        device or Device(),
        own,
        status=200,
        navigation=hops(GO, f"{SHOP}/offer", own) if own.endswith("/") else hops(GO, own),
        frames=(FrameFacts(url=own, layout_width=390),),
        facets=frozenset({"frames"}),
        elsewhere=ways,
    )
    rules = discover()
    judged = judge_page(page, [rules["redirect/to-desktop"], rules["landing/soft-404"]], Where(page=0))
    return {said.rule: {finding.aspect for finding in said.findings} for said in judged}


def test_the_home_page_in_place_of_the_page_is_told_once_and_blocks() -> None:
    assert aspects("https://m.shop.example/", f"{SHOP}/offer") == {
        "redirect/to-desktop": {"home"},
        "landing/soft-404": set(),
    }
    assert discover()["redirect/to-desktop"].severity is Severity.BLOCKER


def test_a_home_page_that_everyone_is_led_to_may_be_a_page_that_is_gone() -> None:
    assert aspects(f"{SHOP}/", f"{SHOP}/") == {"redirect/to-desktop": set(), "landing/soft-404": {"home"}}


def test_neither_another_site_nor_chance_nor_a_deep_page_is_told() -> None:
    quiet = {"redirect/to-desktop": set[str](), "landing/soft-404": {"home"}}
    assert aspects(f"{SHOP}/", "https://other.example/offer") == quiet
    assert aspects(f"{SHOP}/", f"{SHOP}/offer", control=f"{SHOP}/offer") == quiet
    assert aspects(f"{SHOP}/app", f"{SHOP}/offer") == {"redirect/to-desktop": set(), "landing/soft-404": set()}
