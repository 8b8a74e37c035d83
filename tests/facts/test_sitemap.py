"""What sitemaps name, which pages are of one kind, and which of them are looked at."""

from __future__ import annotations

import pytest

from parcours.facts.sitemap import FEW, kinds, named_by_robots, read_sitemap, sample

SHOP = "https://shop.example"


def test_a_sitemap_names_pages_and_an_index_sitemaps() -> None:
    text = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc> https://shop.example/a?x=1&amp;y=2 </loc><image:image><image:loc>https://shop.example/a.png</image:loc></image:image></url>
      <url><lastmod>2026</lastmod></url><url><loc><![CDATA[https://shop.example/b]]></loc></url></urlset>"""
    assert read_sitemap(text) == ((f"{SHOP}/a?x=1&y=2", f"{SHOP}/b"), ())
    index = "<sitemapindex><sitemap><loc>https://shop.example/one.xml.gz</loc></sitemap></sitemapindex>"
    assert read_sitemap(index) == ((), (f"{SHOP}/one.xml.gz",))


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        (f"{SHOP}/a\n\n{SHOP}/b\n", (f"{SHOP}/a", f"{SHOP}/b")),
        ("<html><p>Not found", ()),
        ("", ()),
        ("<urlset><url><loc>https://shop.example/cut", ()),
        ("<url><loc>" + "x" * 5000 + "</loc></url>", ()),
    ],
)
def test_what_is_no_sitemap_is_read_as_far_as_it_goes(text: str, pages: tuple[str, ...]) -> None:
    assert read_sitemap(text) == (pages, ())


def test_entities_are_not_unfolded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><url><loc>https://shop.example/&b;</loc></url>'
    assert read_sitemap(bomb).pages == (f"{SHOP}/&b;",)


def test_robots_txt_names_sitemaps() -> None:
    text = "User-agent: *\nDisallow: /cart\nSITEMAP: https://shop.example/a.xml\n  Sitemap:https://shop.example/b.xml\nSitemap:"
    assert named_by_robots(text) == (f"{SHOP}/a.xml", f"{SHOP}/b.xml")


def test_pages_of_one_kind_differ_by_numbers_or_by_many_names() -> None:
    shoes = [f"{SHOP}/shoes/{name}" for name in "abcdefghi"]
    urls = [SHOP, f"{SHOP}/help", f"{SHOP}/contact", f"{SHOP}/p/1", f"{SHOP}/p/22", f"{SHOP}/p/boot-4711", *shoes]
    assert len(shoes) > FEW
    assert kinds(urls) == {
        "/shoes/*": tuple(shoes),
        "/p/*": (f"{SHOP}/p/1", f"{SHOP}/p/22", f"{SHOP}/p/boot-4711"),
        "/": (SHOP,),
        "/contact": (f"{SHOP}/contact",),
        "/help": (f"{SHOP}/help",),
    }
    few = kinds(shoes[:FEW])
    assert len(few) == FEW


def test_a_sample_has_some_of_each_kind_and_stays_when_others_come() -> None:
    found = kinds([SHOP, *(f"{SHOP}/p/{number}" for number in range(50)), f"{SHOP}/help"])
    drawn = sample(found, 4)
    assert {kind: len(urls) for kind, urls in drawn.items()} == {"/p/*": 2, "/": 1, "/help": 1}
    more = sample(kinds([*found["/p/*"], SHOP, f"{SHOP}/help", f"{SHOP}/jobs"]), 5)
    assert more["/p/*"] == drawn["/p/*"]
    assert sample(found, 100) == {kind: tuple(sorted(urls, key=drawn_order(found))) for kind, urls in found.items()}
    assert sample({}, 3) == {}


def drawn_order(found):
    whole = {url: at for urls in sample(found, 100).values() for at, url in enumerate(urls)}
    return whole.__getitem__
