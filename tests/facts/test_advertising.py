"""What shows in an advertisement's frame is nobody's fault that the brand could mend, and another thing tomorrow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcours.facts.advertising import is_advertisement, unjudged, without_advertisements
from parcours.facts.model import Axe, AxeNode, AxeResult, Element, FrameFacts, PageSnapshot

HOLDER = Element("#slot", "iframe", attrs={"id": "slot"})
TEXT = Element("p", "p", text="Gagnez un téléphone", visible=True)


def holder(**attrs: str) -> Element:
    return Element("#slot", "iframe", attrs=attrs)


@pytest.mark.parametrize(
    ("url", "element"),
    [
        ("https://securepubads.g.doubleclick.net/x", None),
        ("https://tpc.googlesyndication.com/safeframe/1", None),
        ("https://ads.example/slot", None),
        ("about:srcdoc", holder(id="google_ads_iframe_/12/home_0")),
        ("about:blank", holder(id="aswift_3")),
        ("https://cdn.example/x", holder(title="Publicité")),
        ("https://cdn.example/x", holder(title="3rd party ad content")),
        ("https://cdn.example/x", holder(**{"aria-label": "Werbung"})),
        ("https://cdn.example/x", holder(**{"class": "slot ad-slot"})),
        ("https://cdn.example/x", holder(**{"class": "adsbygoogle wide"})),
        ("https://cdn.example/x", holder(name="header-ad")),
    ],
)
def test_an_advertisement_is_known_by_its_host_or_its_frame(url: str, element: Element | None) -> None:
    assert is_advertisement(FrameFacts(url=url), element)


@pytest.mark.parametrize(
    ("url", "element"),
    [
        ("https://shop.example/loads/advice.html", None),
        ("https://widget.intercom.io/x", holder(title="Intercom live chat")),
        ("https://downloads.example/", holder(id="address-form")),
        ("https://www.youtube-nocookie.com/embed/x", holder(**{"class": "badge head-admin adapt"})),
        ("https://shop.example/form", holder(title="Adresse de livraison")),
        ("https://shop.example/form", holder(id="loads", name="add-to-cart")),
    ],
)
def test_other_frames_are_judged(url: str, element: Element | None) -> None:
    assert not is_advertisement(FrameFacts(url=url), element)


def test_only_what_is_in_advertisements_is_left_out() -> None:
    page = PageSnapshot(
        frames=(
            FrameFacts("https://shop.example/", elements=(HOLDER, TEXT)),
            FrameFacts("https://ads.example/1", "#slot", 0, elements=(TEXT,)),
            FrameFacts("about:blank", "iframe", 1, elements=(TEXT,)),
            FrameFacts("https://chat.example/", "#chat", 0, elements=(TEXT,)),
        ),
        axe=Axe("4", 1, tuple(AxeResult("label", "violation", "serious", "", "", frame=at) for at in range(4))),
    )
    judged = without_advertisements(page)
    assert [len(frame.elements) for frame in judged.frames] == [2, 0, 0, 1]
    assert [frame.url for frame in judged.frames] == [frame.url for frame in page.frames]
    assert [result.frame for result in judged.axe.results if judged.axe] == [0, 3]
    assert unjudged(page) == ("what 2 advertisements were showing was not judged: it is another with every visit",)


def test_the_frames_that_hold_them_are_not_the_brands_either() -> None:
    def node(address: str) -> AxeNode:
        return AxeNode(address, address, "", "")

    mixed = AxeResult("frame-title", "violation", "serious", "", "", nodes=(node("#slot"), node("#map")))
    page = PageSnapshot(
        frames=(
            FrameFacts("https://shop.example/", elements=(HOLDER,)),
            FrameFacts("https://ads.example/1", "#slot", 0),
        ),
        axe=Axe("4", 1, (mixed, replace(mixed, nodes=(node("#slot"),)))),
    )
    judged = without_advertisements(page).axe
    assert judged
    assert [[node.address for node in result.nodes] for result in judged.results] == [["#map"]]


def test_a_page_without_advertisements_is_itself() -> None:
    page = PageSnapshot(frames=(FrameFacts("https://ads.example/", elements=(TEXT,)),))
    assert without_advertisements(page) is page
    assert unjudged(replace(page)) == ()
