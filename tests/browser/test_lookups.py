"""The stores and Apple's CDN, as real servers that answer as they do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from association import aasa, page
from parcours.browser.apart import run_to_end
from parcours.browser.asking import Asking
from parcours.browser.lookups import AppLookups
from parcours.config import Lookups
from parcours.facts.model import AppLinks, PageSnapshot, StoreAnswer, WellKnown
from servers import Answer, serving

ITUNES = "https://apps.apple.com/app/id"
PLAY = "https://play.google.com/store/apps/details?id="


def asked(folder: Path, lookups: Lookups, *pages: PageSnapshot, replaced: Sequence[str] = ()) -> list[AppLinks]:
    """What is known of the apps after these pages, each seen by a worker of its own."""

    async def ask() -> list[AppLinks]:
        from playwright.async_api import async_playwright

        from parcours.storage.shared import Shared

        async with async_playwright() as playwright:
            asking = Asking(playwright)
            seen = [await AppLookups(lookups, asking, Shared(folder), replaced=replaced).about(page) for page in pages]
            return [page.app for page in seen]

    return run_to_end(ask())


def itunes(path: str, stock: Mapping[str, Sequence[str]]) -> Answer:
    """The iTunes lookup of a store that has these apps in these countries."""
    asked = {key: value[0] for key, value in parse_qs(urlsplit(path).query).items()}
    here = asked["country"] in stock.get(asked["id"], ())
    results = [{"trackId": int(asked["id"]), "trackName": "Boots"}] if here else []
    body = json.dumps({"resultCount": len(results), "results": results})
    return Answer(f"\n\n\n{body}\n\n\n", headers={"Content-Type": "text/javascript; charset=utf-8"})


def linking(*urls: str, **more: str) -> PageSnapshot:
    return page("https://shop.be/", links=tuple((url, "The app") for url in urls), **more)  # type: ignore[arg-type]


def test_an_app_is_looked_for_until_a_country_has_it_and_once_a_run(tmp_path: Path) -> None:
    stock = {"111111": ["be"], "222222": ["us"]}
    with serving(lambda path: itunes(path, stock)) as store:
        first, second = asked(
            tmp_path,
            Lookups(itunes=store.url, pause=0),
            linking(*(f"{ITUNES}{id}" for id in ("111111", "222222", "333333"))),
            linking(f"{ITUNES}333333"),
        )

        def said(id: str, country: str, *, found: bool, meant: bool = False) -> StoreAnswer:
            return StoreAnswer("ios", id, country, 200, found, f"{store.url}/lookup?id={id}&country={country}", meant)

    assert first.stores == (
        said("111111", "be", found=True, meant=True),
        said("222222", "be", found=False, meant=True),
        said("222222", "us", found=True),
        said("333333", "be", found=False, meant=True),
        said("333333", "us", found=False),
        said("333333", "gb", found=False),
        said("333333", "ca", found=False),
    )
    assert second.stores == first.stores[3:]
    assert len(store.asked) == 7


def test_google_play_s_page_is_there_or_not(tmp_path: Path) -> None:
    def play(path: str) -> Answer:
        return Answer("<title>Boots</title>") if path.endswith("id=com.shop.app") else Answer("not here", 404)

    with serving(play) as store:
        (found,) = asked(
            tmp_path,
            Lookups(play=store.url, pause=0),
            linking(f"{PLAY}com.shop.app", f"{PLAY}com.shop.gone", platform="android"),
        )
    assert [(said.id, said.found, said.status) for said in found.stores or ()] == [
        ("com.shop.app", True, 200),
        ("com.shop.gone", False, 404),
    ]


def test_a_store_that_refuses_or_fails_tells_nothing_and_is_left_alone(tmp_path: Path) -> None:
    two = linking(f"{PLAY}com.shop.one", f"{PLAY}com.shop.two", platform="android")
    answers = {}
    for status in (429, 403, 503, 302):
        with serving(lambda _path, status=status: Answer("", status)) as store:
            (found,) = asked(tmp_path / str(status), Lookups(play=store.url, pause=0), two)
        answers[status] = [(said.id, said.found, said.status) for said in found.stores or ()]
    one, other = "com.shop.one", "com.shop.two"
    assert answers == {
        429: [(one, None, 429)],
        403: [(one, None, 403)],
        503: [(one, None, 503), (other, None, 503)],
        302: [(one, None, 302), (other, None, 302)],
    }
    (found,) = asked(tmp_path / "off", Lookups(play=store.url, pause=0), two)  # it is gone by now
    assert [said.status for said in found.stores or ()] == [0, 0]


def test_a_lookup_that_is_no_json_tells_nothing(tmp_path: Path) -> None:
    texts = ["<html>Access denied", "[]", '{"resultCount": "1"}', ""]
    found = []
    for text in texts:
        with serving(lambda _path, text=text: text) as store:
            (app,) = asked(tmp_path / str(store.port), Lookups(itunes=store.url, pause=0), linking(f"{ITUNES}111111"))
        found.extend(said.found for said in app.stores or ())
    assert found == [None] * 4


def test_apple_s_copy_is_asked_for_where_the_site_has_the_file(tmp_path: Path) -> None:
    here, there = aasa({"/": "*"}, host="shop.be"), aasa({"/": "*"}, host="go.shop.be")
    refused = {
        "Apple-Failure-Reason": "SWCERR00101 Bad HTTP Response: 403",
        "Apple-Failure-Details": '{"status":"403"}',
    }
    pages = {
        "/a/v1/shop.be": Answer(here.text, headers={"Content-Type": "application/json"}),
        "/a/v1/go.shop.be": Answer("Not Found", 404, refused),
    }
    seen = page("https://shop.be/", AppLinks(aasa=here, entry_aasa=there))
    absent = replace(seen, app=AppLinks(aasa=here._replace(status=404), entry_aasa=None))
    with serving(pages) as cdn:
        lookups = Lookups(apple_cdn=cdn.url, pause=0)
        first, second = asked(tmp_path, lookups, seen, absent)
        (rehearsed,) = asked(tmp_path / "rehearsed", lookups, seen, replaced=["shop.be", "go.shop.be"])
    assert first.aasa_cdn == WellKnown(f"{cdn.url}/a/v1/shop.be", 200, "application/json", here.text)
    assert first.entry_aasa_cdn == WellKnown(
        f"{cdn.url}/a/v1/go.shop.be",
        404,
        "text/html",
        "Not Found",
        failure='SWCERR00101 Bad HTTP Response: 403; {"status":"403"}',
    )
    assert (second.aasa_cdn, rehearsed.aasa_cdn, len(cdn.asked)) == (None, None, 2)


def test_apple_is_never_asked_about_a_host_that_only_a_rehearsal_knows(tmp_path: Path) -> None:
    seen = page("http://127.0.0.1:8000/", AppLinks(aasa=aasa({"/": "*"}, host="127.0.0.1")))
    (found,) = asked(tmp_path, Lookups(pause=0), seen)
    assert (found.stores, found.aasa_cdn) == ((), None)
