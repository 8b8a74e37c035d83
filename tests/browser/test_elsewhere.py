"""Where an address leads other devices, asked of a real server that tells them apart."""

from __future__ import annotations

from collections.abc import Mapping

from parcours.browser.apart import run_to_end
from parcours.browser.asking import Asking
from parcours.browser.elsewhere import MOST_HOPS, Elsewhere
from parcours.facts.model import Device, Element, FrameFacts, Hop, PageSnapshot, Way
from servers import Answer, Site, serving


def to(location: str, status: int = 302, **headers: str) -> Answer:
    return Answer("", status, {"Location": location, **headers})


PAGES: Mapping[str, Answer | str] = {
    "/1": Answer("", 302, {"Location": "/offer"}, {"iPhone": to("/app")}),
    "/same": to("/offer"),
    "/kept": Answer("", 301, {"Location": "/offer"}, {"iPhone": to("/app", 301, Vary="User-Agent")}),
    "/private": Answer("", 301, {"Location": "/offer", "Cache-Control": "private"}, {"iPhone": to("/app", 301)}),
    "/asked-to-keep": Answer("", 302, {"Location": "/offer", "Cache-Control": "max-age=60"}, {"iPhone": to("/app")}),
    "/store": Answer("", 302, {"Location": "/offer"}, {"Android": to("market://details?id=com.shop.app")}),
    "/round": to("/round"),
    "/broken": to("http://[::1"),
    "/offer": "the offer",
    "/app": "the app",
}


def page(
    site: Site, *paths: str, device: Device | None = None, vary: str = "", alternate: bool = False
) -> PageSnapshot:
    """A page that the browser was led to by these paths."""
    last = len(paths) - 1
    way = tuple(Hop(f"{site.url}{path}", 302 if at < last else 200) for at, path in enumerate(paths))
    links = (Element("link", "link", attrs={"rel": "alternate", "media": "only screen and (max-width: 640px)"}),)
    return PageSnapshot(
        device or Device(),
        way[-1].url,
        status=200,
        navigation=way,
        frames=(FrameFacts(elements=links if alternate else ()),),
        headers={"vary": vary} if vary else {},
    )


def asked(*pages: PageSnapshot) -> list[tuple[Way, ...]]:
    async def ask() -> list[tuple[Way, ...]]:
        from playwright.async_api import async_playwright

        async with async_playwright() as playwright:
            elsewhere = Elsewhere(Asking(playwright), {})
            return [(await elsewhere.about(page)).elsewhere for page in pages]

    return run_to_end(ask())


def ends(ways: tuple[Way, ...], site: Site) -> dict[str, tuple[str, int]]:
    return {way.agent: (way.end.url.removeprefix(site.url), way.end.status) for way in ways}


def test_others_are_led_where_the_server_leads_them_and_the_phone_itself_asks_once_more_where_they_part() -> None:
    with serving(PAGES) as site:
        apart, together = asked(page(site, "/1", "/app"), page(site, "/same", "/offer"))
    assert ends(apart, site) == {"ios": ("/app", 200), "android": ("/offer", 200), "desktop": ("/offer", 200)}
    assert ends(together, site) == {"android": ("/offer", 200), "desktop": ("/offer", 200)}


def test_an_address_is_asked_once_for_each_device_whoever_comes_to_it_later() -> None:
    with serving(PAGES) as site:
        android = Device(name="android", platform="android")
        asked(page(site, "/1", "/app"), page(site, "/1", "/app"), page(site, "/1", "/offer", device=android))
    assert sorted(site.asked) == ["/1"] * 3 + ["/app", "/offer", "/offer"]


def test_nobody_asks_where_nothing_says_that_devices_are_told_apart() -> None:
    with serving(PAGES) as site:
        plain = page(site, "/offer")
        tablet = page(site, "/1", "/app", device=Device(width=810, height=1080))
        by_itself = PageSnapshot(url=site.url, navigation=(Hop(site.url, 200), Hop(f"{site.url}/a", 200, 1, "script")))
        assert asked(plain, tablet, by_itself, PageSnapshot()) == [()] * 4
        assert site.asked == []


def test_what_says_that_the_answer_depends_on_the_device_is_a_reason_to_ask() -> None:
    with serving(PAGES) as site:
        found = asked(page(site, "/offer", vary="Accept-Encoding, User-Agent"), page(site, "/offer", alternate=True))
    assert [ends(ways, site) for ways in found] == [{"android": ("/offer", 200), "desktop": ("/offer", 200)}] * 2


def test_answers_that_caches_may_give_to_all_are_told() -> None:
    with serving(PAGES) as site:
        paths = ("/kept", "/private", "/asked-to-keep", "/1")
        found = asked(*(page(site, path, "/app") for path in paths))
    # The pages themselves are kept by anyone's cache, as pages are.
    kept = [{way.agent: way.kept[:-1] for way in ways} for ways in found]
    assert kept == [
        {"ios": (), "android": (f"{site.url}/kept",), "desktop": (f"{site.url}/kept",)},
        {"ios": (f"{site.url}/private",), "android": (), "desktop": ()},
        {"ios": (), "android": (f"{site.url}/asked-to-keep",), "desktop": (f"{site.url}/asked-to-keep",)},
        {"ios": (), "android": (), "desktop": ()},
    ]


def test_a_way_ends_at_an_app_at_an_error_and_after_some_hops() -> None:
    with serving(PAGES) as site:
        store, circle, broken = asked(*(page(site, path, "/offer") for path in ("/store", "/round", "/broken")))
    with serving({}) as gone:
        pass
    (nobody,) = asked(page(gone, "/1", "/offer"))
    assert ends(store, site) == {
        "ios": ("/offer", 200),
        "android": ("market://details?id=com.shop.app", 0),
        "desktop": ("/offer", 200),
    }
    assert {(way.end.status, len(way.hops)) for way in circle} == {(302, MOST_HOPS + 1)}
    assert ends(broken, site)["desktop"] == ("/broken", 302)
    assert set(ends(nobody, gone).values()) == {("/1", 0)}
