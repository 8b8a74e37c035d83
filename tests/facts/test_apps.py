"""Which app a page speaks of, and which banners stand on it."""

import json
from dataclasses import replace

import pytest

from association import DECLARED, NO_APP, aasa, assetlinks, page, statement
from parcours.facts.apps import known_app, linked_android_app, linked_iphone_app, script_banners, site_app
from parcours.facts.model import AppLinks, Element, FrameFacts, PageSnapshot, Platform, WellKnown

HOME = "https://shop.example/"
RELATED = {"related_applications": [{"platform": "play", "id": "com.mybank.app"}]}
MANIFEST = WellKnown(f"{HOME}m.json", 200, "application/json", json.dumps(RELATED))


@pytest.mark.parametrize(
    ("platform", "metas", "app", "expected"),
    [
        ("ios", (), NO_APP, None),
        ("ios", (), DECLARED["ios"], None),
        ("ios", (), AppLinks(aasa=aasa({})), None),
        ("android", (), AppLinks(assetlinks=assetlinks(statement())), None),
        ("ios", (("apple-itunes-app", "app-id=1234567890"),), NO_APP, "1234567890"),
        ("ios", (("apple-itunes-app", "app-id=x"),), NO_APP, None),
        ("android", (("apple-itunes-app", "app-id=1234567890"),), NO_APP, None),
        ("ios", (("al:ios:url", "mybank://home"),), NO_APP, ""),
        ("android", (), AppLinks(manifest=MANIFEST), "com.mybank.app"),
    ],
)
def test_a_site_s_own_app_is_one_that_its_pages_surely_name(
    platform: Platform, metas: tuple[tuple[str, str], ...], app: AppLinks, expected: str | None
) -> None:
    found = site_app(page(HOME, app, platform, metas=metas))
    assert (found.id if found else None) == expected


def test_what_the_scenario_declares_goes_before_what_the_page_says() -> None:
    tagged = page(HOME, metas=(("al:ios:app_store_id", "987654321"),))
    assert known_app(tagged, DECLARED["ios"]) == ("ios", "1234567890", "the scenario", True)


def test_association_files_name_their_first_app() -> None:
    assert linked_iphone_app(aasa({}, apps=("ABCDE12345.a.b", "ABCDE12345.c.d"))) == "ABCDE12345.a.b"
    assert linked_android_app(assetlinks(statement())) == "com.mybank.app"
    assert (linked_iphone_app(None), linked_android_app(None)) == ("", "")


def banners(*elements: Element, hidden: bool = False) -> list[tuple[str, str]]:
    frame = FrameFacts(url=HOME, elements=elements, hidden=hidden)
    return [(banner.address, banner.library) for banner in script_banners(PageSnapshot(frames=(frame,)))]


def test_a_script_s_banner_is_its_outermost_visible_element() -> None:
    root = Element("html", "html", visible=True)
    outer = Element("outer", "div", 0, attrs={"class": "top SmartBanner"}, visible=True)
    inner = Element("inner", "div", 1, attrs={"id": "smartbanner"}, visible=True)
    assert banners(root, outer, inner) == [("outer", "smartbanner.js")]
    assert banners(root, replace(outer, visible=False), inner) == [("inner", "smartbanner.js")]
    assert banners(root, outer, inner, hidden=True) == []


def test_words_that_only_contain_a_mark_are_none() -> None:
    assert banners(Element("a", "div", attrs={"class": "smartbanner__info my-smart-banner"}, visible=True)) == []
