import json
import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image

from parcours.demo import pages

SHOPS = ("shop-before", "shop-after")
HOST = "bottines.localhost"
AGENTS = {"ios": "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X)", "android": "Mozilla/5.0 (Linux; Android 14)"}
STORES = {
    "ios": "https://apps.apple.com/fr/app/bottines-et-cie/id1234567890",
    "android": "https://play.google.com/store/apps/details?id=localhost.bottines.app",
}
# Numbers that the French regulator keeps free for fiction, and never gives to anybody.
FICTION = re.compile(r"\+33(?:46571\d{4}|63998\d{4})")


class Page(HTMLParser):
    """The tags of a page with their attributes, and the text of its links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.links: list[tuple[str, str]] = []
        self.words = ""
        self._linked = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        if tag == "a":
            self._linked = True
            self.links.append((found.get("href", ""), ""))

    def handle_endtag(self, tag):
        self._linked = self._linked and tag != "a"

    def handle_data(self, data):
        self.words += data
        if self._linked:
            self.links[-1] = (self.links[-1][0], self.links[-1][1] + data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.tags if name == tag]

    def metas(self, name: str) -> list[str]:
        return [meta["content"] for meta in self.all("meta") if meta.get("name") == name]


def ask(shop: str, target: str, phone: str = "ios") -> pages.Answer:
    return pages.answer(pages.SITES / shop, target, host=HOST, agent=AGENTS[phone])


@cache
def page(shop: str, path: str, phone: str = "ios") -> Page:
    said = ask(shop, path, phone)
    assert (said.status, said.mime) == (200, "text/html; charset=utf-8"), path
    return Page(said.body.decode())


@cache
def paths(shop: str) -> tuple[str, ...]:
    """The addresses of all pages of a shop, without suffix."""
    folder = pages.SITES / shop
    files = (file.relative_to(folder).with_suffix("") for file in folder.rglob("*.html"))
    return tuple(sorted(f"/{file.as_posix()}" for file in files if pages.PARTS not in file.parts))


def inside(href: str) -> bool:
    return not urlsplit(href).scheme and not href.startswith("#")


ALL = [(shop, path) for shop in SHOPS for path in paths(shop)]


@pytest.mark.parametrize(("shop", "path"), ALL)
def test_every_page_speaks_french_and_has_a_title_of_its_own(shop, path):
    assert [html["lang"] for html in page(shop, path).all("html")] == ["fr"]
    found = re.search(r"<title>(.+?)</title>", ask(shop, path).body.decode())
    others = [re.search(r"<title>(.+?)</title>", ask(shop, other).body.decode())[1] for other in paths(shop)]
    assert others.count(found[1]) == 1


@pytest.mark.parametrize(("shop", "path"), ALL)
def test_every_address_within_the_site_answers(shop, path):
    found = page(shop, path)
    links = [link["href"] for link in (*found.all("a"), *found.all("link"))]
    sources = [tag["src"] for name in ("img", "script", "embed") for tag in found.all(name)]
    # Root-relative, so that they hold on any host and port.
    dead = [url for url in (*links, *sources) if inside(url) and not (url[0] == "/" and ask(shop, url).status == 200)]
    assert dead == []


@pytest.mark.parametrize(("shop", "path"), ALL)
def test_every_picture_says_what_it_shows_and_how_large_it_is(shop, path):
    assert [img["src"] for img in page(shop, path).all("img") if not {"alt", "width", "height"} <= set(img)] == []


@pytest.mark.parametrize(("shop", "path"), ALL)
def test_every_phone_number_is_international_fictional_and_the_one_that_is_read(shop, path):
    for href, label in page(shop, path).links:
        scheme, _, number = href.partition(":")
        if scheme in ("tel", "sms"):
            assert FICTION.fullmatch(number)
            read = re.sub(r"\D", "", label)
            assert read in ("", "0" + number.removeprefix("+33"))


@pytest.mark.parametrize("shop", SHOPS)
def test_both_shops_keep_the_promise_of_the_letter_and_offer_a_call(shop):
    landing = page(shop, "/printemps")
    assert "Les bottes de printemps" in landing.words
    assert "15 %" in landing.words
    assert "tel:+33465711234" in [href for href, _ in landing.links]


@pytest.mark.parametrize("path", paths("shop-before"))
def test_the_old_shop_is_made_for_a_desk_and_silent_about_its_apps(path):
    found = page("shop-before", path)
    assert found.metas("viewport") == []
    assert found.metas("apple-itunes-app") == []
    assert [href for href, _ in found.links if "apple.com" in href or "play.google" in href] == []


def test_the_hero_of_the_old_shop_is_a_flash_film():
    embeds = page("shop-before", "/printemps").all("embed")
    assert [(embed["type"], embed["src"]) for embed in embeds] == [
        ("application/x-shockwave-flash", "/film-printemps.swf")
    ]


@pytest.mark.parametrize("path", paths("shop-after"))
def test_the_mended_shop_fits_the_phone_and_names_its_app_on_every_page(path):
    found = page("shop-after", path)
    assert found.metas("viewport") == ["width=device-width, initial-scale=1"]
    assert found.metas("apple-itunes-app") == [f"app-id=1234567890, app-argument=http://{HOST}{path}"]
    assert [name for name in ("object", "embed", "iframe", "video") if found.all(name)] == []


@pytest.mark.parametrize("phone", ["ios", "android"])
@pytest.mark.parametrize("path", paths("shop-after"))
def test_the_mended_shop_leads_each_phone_to_its_own_store(path, phone):
    links = [href for href, _ in page("shop-after", path, phone).links if urlsplit(href).hostname]
    assert [href for href in links if "wa.me" not in href] == [STORES[phone]]


def test_universal_links_cover_the_landing_page():
    said = json.loads(ask("shop-after", "/.well-known/apple-app-site-association").body)
    (details,) = said["applinks"]["details"]
    assert [re.fullmatch(r"[A-Z0-9]{10}\.localhost\.bottines\.app", id) is not None for id in details["appIDs"]] == [
        True
    ]
    assert [component["/"] for component in details["components"]] == ["/*"]


def test_android_links_name_the_package_and_its_certificate():
    (said,) = json.loads(ask("shop-after", "/.well-known/assetlinks.json").body)
    assert said["relation"] == ["delegate_permission/common.handle_all_urls"]
    assert said["target"]["package_name"] == "localhost.bottines.app"
    prints = said["target"]["sha256_cert_fingerprints"]
    assert [bool(re.fullmatch(r"([0-9A-F]{2}:){31}[0-9A-F]{2}", each)) for each in prints] == [True]


def test_the_manifest_names_icons_of_the_size_they_have_and_the_apps():
    said = json.loads(ask("shop-after", "/manifest.webmanifest").body)
    sizes = [Image.open(BytesIO(ask("shop-after", icon["src"]).body)).size for icon in said["icons"]]
    assert [icon["sizes"] for icon in said["icons"]] == [f"{width}x{height}" for width, height in sizes]
    assert {each["platform"]: each["url"] for each in said["related_applications"]} == {
        "itunes": STORES["ios"],
        "play": STORES["android"],
    }


@pytest.mark.parametrize("path", paths("shop-after"))
def test_every_field_of_the_mended_shop_has_a_label(path):
    found = page("shop-after", path)
    fields = [field["id"] for name in ("input", "textarea") for field in found.all(name)]
    assert sorted(label["for"] for label in found.all("label")) == sorted(fields)
