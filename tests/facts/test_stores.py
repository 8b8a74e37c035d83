"""Which apps a page sends customers to, and where they are looked for."""

import json

import pytest

from association import DECLARED, page
from parcours.facts.model import AppLinks, FrameFacts, PageSnapshot, WellKnown
from parcours.facts.stores import Country, Named, countries, named_apps

HOME = "https://shop.example/"
STORE = "https://apps.apple.com"


def sources(found: PageSnapshot) -> list[tuple[str, str, str, bool]]:
    return [(one.id, one.source, one.country, one.leads) for one in named_apps(found)]


def test_everyone_who_names_an_app_is_heard() -> None:
    related = {"related_applications": [{"platform": "itunes", "id": "333333333"}]}
    app = AppLinks(ios="111111111", manifest=WellKnown(HOME, 200, "application/json", json.dumps(related)))
    metas = (("apple-itunes-app", "app-id=222222222"), ("al:ios:app_store_id", "444444444"))
    links = (
        (f"{STORE}/fr/app/boots/id222222222", "App Store"),
        ("https://play.google.com/store/apps/details?id=a.b", ""),
    )
    assert sources(page(HOME, app, metas=metas, links=links)) == [
        ("111111111", "the scenario", "", True),
        ("222222222", "the banner tag", "", True),
        ("222222222", "the banner tag", "", True),  # as it was served, and as it is now
        ("222222222", "the link “App Store”", "fr", True),
        ("333333333", "the web app manifest", "", False),
        ("444444444", "the tag al:ios:app_store_id", "", False),
    ]


def test_what_cannot_be_an_app_is_left_out() -> None:
    links = ((f"{STORE}/app/id12345", "too short"), (f"{STORE}/developer/id123456789", "a maker"))
    assert named_apps(page(HOME, links=links, metas=(("al:ios:url", "boots://"),))) == ()


def test_no_more_than_six_apps_are_taken_from_a_page_and_all_who_name_those() -> None:
    ids = [*range(100000, 100007), 100000]
    links = tuple((f"{STORE}/app/id{id}", "") for id in ids)
    assert [one.id for one in named_apps(page(HOME, links=links))] == [
        *(str(id) for id in range(100000, 100006)),
        "100000",
    ]


def test_a_phone_is_told_of_its_own_apps_only() -> None:
    app = AppLinks(ios=DECLARED["ios"].ios, android=DECLARED["android"].android)
    assert named_apps(page(HOME, app, "android")) == (Named("com.mybank.app", "the scenario"),)


@pytest.mark.parametrize(
    ("lang", "journey", "url", "linked", "expected"),
    [
        ("fr", "", HOME, "", ["fr?", "be?", "ch?", "us?"]),
        ("fr-CH", "", HOME, "", ["ch", "fr?", "be?", "us?"]),
        ("fr_CH", "", HOME, "lu", ["lu", "ch", "fr?", "be?"]),
        ("fr", "", "https://shop.be/", "", ["be", "fr?", "ch?", "us?"]),
        ("fr", "de-AT", HOME, "", ["at", "de?", "ch?", "us?"]),
        ("en", "", HOME, "", ["us?", "gb?", "ca?", "au?"]),
        ("en-US", "", HOME, "", ["us?", "gb?", "ca?", "au?"]),
        ("en-US", "", "https://shop.co.uk/", "", ["gb", "us?", "ca?", "au?"]),
        ("", "", "https://shop.io/", "", ["us?", "gb?", "ca?", "au?"]),
        ("zh-Hant-TW", "", HOME, "", ["tw", "us?", "gb?"]),
        ("zh-Hant", "", HOME, "", ["us?", "gb?"]),
    ],
)
def test_an_app_is_looked_for_where_its_page_is_for(
    lang: str, journey: str, url: str, linked: str, expected: list[str]
) -> None:
    found = countries(PageSnapshot(url=url, frames=(FrameFacts(lang=lang),)), journey, linked)
    assert found == tuple(Country(code.rstrip("?"), not code.endswith("?")) for code in expected)
