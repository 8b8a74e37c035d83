"""What a page has that would be missed, from pages as a browser collects them."""

from __future__ import annotations

import pytest

from parcours.facts.belongings import Belonging, Sort, belongings, tidy
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, Hop, MetaTag, PageSnapshot, Request


def page(*elements: Element, requests: tuple[Request, ...] = (), hops: tuple[str, ...] = (), metas=()) -> PageSnapshot:
    root = Element("html", "html", box=Box(0, 0, 390, 664), visible=True)
    frame = FrameFacts(url="https://shop.example/", elements=(root, *elements), metas=metas, lang="fr")
    way = tuple(Hop(url, 302) for url in hops)
    return PageSnapshot(url=frame.url, status=200, frames=(frame,), requests=requests, navigation=way)


def link(href: str, name: str = "Écrire", *, visible: bool = True) -> Element:
    return Element("a", "a", 0, "link", name, name, attrs={"href": href}, box=Box(0, 0, 90, 40), visible=visible)


def has(*pages: PageSnapshot) -> list[tuple[str, str]]:
    return [(sort.value, name) for sort, name in belongings(pages)]


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("tel:+33 4 65 71 12 34", ("contact", "tel +33465711234")),
        ("tel:04-65-71-12-34", ("contact", "tel 0465711234")),
        ("sms:+33639981234?body=Bonjour", ("contact", "sms +33639981234")),
        ("mailto:SAV@shop.example?subject=Retour", ("contact", "mail sav@shop.example")),
        ("https://wa.me/33639981234", ("contact", "WhatsApp 33639981234")),
        ("https://apps.apple.com/fr/app/x/id1234567890", ("app", "1234567890")),
        ("https://play.google.com/store/apps/details?id=com.shop.app", ("app", "com.shop.app")),
    ],
)
def test_a_link_is_named_by_what_it_leads_to(href: str, expected: tuple[str, str]) -> None:
    assert has(page(link(href))) == [expected]


def test_another_label_or_place_is_the_same_way() -> None:
    assert has(page(link("tel:+33465711234", "Appeler"))) == has(page(link("tel:+33465711234", "Nous joindre")))


def test_what_nobody_can_see_does_not_count() -> None:
    assert has(page(link("tel:+33465711234", visible=False))) == []


def test_a_number_that_is_only_text_counts_when_no_link_dials_it() -> None:
    text = Element("p", "p", 0, text="Téléphone : 04 65 71 12 34", length=26, box=Box(0, 0, 90, 20), visible=True)
    assert has(page(text)) == [("contact", "tel 0465711234")]
    assert has(page(text, link("tel:+33465711234"))) == [("contact", "tel +33465711234")]


def test_the_banner_tag_names_an_app() -> None:
    assert has(page(metas=(MetaTag("apple-itunes-app", "app-id=1234567890"),))) == [("app", "1234567890")]


def test_hosts_of_the_way_and_other_parties() -> None:
    requests = (
        Request("https://static.shop.example/a.js", "script", 200),
        Request("https://cdn.tracker.example/b.js", "script", 200),
        Request("https://never.answered.example/c.js", "script", 0),
        Request("https://securepubads.g.doubleclick.net/d.js", "script", 200),
        Request("data:image/png;base64,AA", "image", 200),
    )
    way = ("https://go.example/x", "https://shop.example/")
    assert has(page(requests=requests, hops=way)) == [
        ("host", "go.example"),
        ("host", "shop.example"),
        ("third-party", "tracker.example"),
    ]


def test_the_way_is_that_of_the_first_page() -> None:
    assert has(page(hops=("https://go.example/",)), page(hops=("https://other.example/",))) == [("host", "go.example")]


def test_no_page_has_nothing() -> None:
    assert belongings(()) == ()


def test_a_name_is_one_line_of_visible_text() -> None:
    assert tidy("a\n b\u202e\ud800\x00c\u00a0d") == "a b c d"
    assert len(tidy("x" * 999)) == 120
    assert Belonging(Sort.CHAT, "Crisp") > Belonging(Sort.APP, "x")
