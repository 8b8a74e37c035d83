"""A draft says what was seen, reads back letter by letter, and asks each phone only for what it met."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from parcours.facts.geometry import Box
from parcours.facts.model import Device, Element, FrameFacts, Hop, MetaTag, PageSnapshot
from parcours.running.planning import load_scenario
from parcours.scenario.drafting import Begun, Met, Sketch, Way, drafted, headlines, is_at_home, one_line, place, trial
from parcours.scenario.model import Scenario

URL = "https://shop.example/spring"
PHONES = {
    "iphone": Device("iphone", "iPhone 13", "ios"),
    "android": Device("android", "Pixel 7", "android"),
}
DAY = date(2026, 3, 2)


def heading(text: str, tag: str = "h1") -> Element:
    return Element(
        address=f"{tag}[1]", tag=tag, role="heading", text=text, name=text, visible=True, box=Box(0, 0, 300, 40)
    )


def link(href: str, text: str) -> Element:
    attrs = {"href": href}
    return Element(
        address=text, tag="a", role="link", text=text, name=text, attrs=attrs, visible=True, box=Box(0, 50, 90, 40)
    )


def page(
    device: str,
    *elements: Element,
    url: str = URL,
    title: str = "Spring",
    lang: str = "",
    metas: dict[str, str] | None = None,
    way: tuple[str, ...] = (),
) -> PageSnapshot:
    tags = tuple(MetaTag(name, content, f"meta[{name}]") for name, content in (metas or {}).items())
    frame = FrameFacts(url=url, title=title, lang=lang, metas=tags, elements=elements)
    hops = tuple(Hop(address, 302, 1.0) for address in way)
    return PageSnapshot(
        device=PHONES[device], url=url, title=title, status=200, mime="text/html", frames=(frame,),
        navigation=(*hops, Hop(url, 200, 1.0)), facets=frozenset({"frames"}),
    )  # fmt: skip


def sketch(*pages: PageSnapshot, begun: Begun | None = None, **more: object) -> Sketch:
    met = tuple(Met(page.device.name, page.device.title, page) for page in pages)
    made = Sketch(begun or Begun("link", URL), met)
    return replace(made, headlines=headlines(made), **more)


def text_of(made: Sketch) -> str:
    return drafted(made, URL, "parcours run x.yaml", DAY)


def loaded(made: Sketch, folder: Path) -> Scenario:
    (folder / "assets").mkdir(exist_ok=True)
    for name in ("letter.pdf", "spring.eml"):
        (folder / "assets" / name).write_bytes(b"")
    file = folder / "draft.yaml"
    file.write_text(text_of(made), encoding="utf-8")
    return load_scenario(file)


def said(scenario: Scenario) -> list[tuple[str, tuple[str, ...]]]:
    return [(step.says, step.only_on) for step in scenario.steps]


def test_two_phones_that_saw_the_same_are_asked_the_same(tmp_path: Path) -> None:
    made = sketch(page("iphone", heading("Spring boots"), lang="en-GB"), page("android", heading("Spring boots")))
    scenario = loaded(made, tmp_path)
    assert (scenario.name, scenario.lang, scenario.devices) == ("Spring", "en-GB", ("iphone", "android"))
    assert said(scenario) == [("see “Spring boots”", ()), ("expect-url “/spring”", ())]
    assert scenario.start.channel == "link"


def test_what_one_phone_alone_saw_is_asked_of_it_alone(tmp_path: Path) -> None:
    mobile = "https://m.shop.example/spring"
    made = sketch(page("iphone", heading("Spring boots")), page("android", heading("Boots"), url=mobile))
    assert said(loaded(made, tmp_path)) == [
        ("see “Spring boots”", ("iphone",)),
        ("see “Boots”", ("android",)),
        ("expect-url “/spring”", ("iphone",)),
        (f"expect-url “{mobile}”", ("android",)),
    ]


@pytest.mark.parametrize(
    "title",
    [
        'Le "printemps" : des bottes # -20 %',
        "0612345670",
        "C:\\dossier\\d’été",
        "${name} and $${other} at 50 $",
        "- yes, no & *all*",
        "Été à la mer — 日本語",
        "{a: [b]}",
    ],
)
def test_any_text_reads_back_letter_by_letter(tmp_path: Path, title: str) -> None:
    scenario = loaded(sketch(page("iphone", heading(title), title=title)), tmp_path)
    assert scenario.name == title
    assert getattr(scenario.steps[0].args, "text", "") == title


def test_what_nobody_sees_and_new_lines_are_left_out(tmp_path: Path) -> None:
    title = "Spring\u202e\n  boots\u200b\x00\nsteps:\n- tap: Buy"
    scenario = loaded(sketch(page("iphone", title=title), name=""), tmp_path)
    assert scenario.name == "Spring boots steps: - tap: Buy"
    assert [step.verb for step in scenario.steps] == ["expect-url"]


def test_a_long_headline_is_cut_between_words() -> None:
    assert one_line("word " * 40, 12) == "word word"
    assert one_line("x" * 40, 12) == "x" * 12
    assert one_line("just so", 7) == "just so"


def test_ways_that_were_found_become_steps_with_the_way_back_between_them(tmp_path: Path) -> None:
    ways = (
        Way("app", "iphone", 1, "app found: smart app banner (1 tap)", left=True),
        Way("app", "android", None, "no app within 3 taps"),
        Way("contact", "iphone", 2, "contact found: Help › form (2 taps)", moved=True),
        Way("contact", "android", 3, "contact found: Menu › Help › form (3 taps)", moved=True),
    )
    scenario = loaded(sketch(page("iphone"), page("android"), ways=ways), tmp_path)
    assert said(scenario) == [
        ("expect-url “/spring”", ()),
        ("find app", ("iphone",)),
        ("go “back”", ("iphone",)),
        ("find contact", ()),
    ]
    assert [getattr(step.args, "within", None) for step in scenario.steps if step.verb == "find"] == [1, 3]
    assert "# Pixel 7: no way to the app was found. no app within 3 taps" in text_of(
        sketch(page("iphone"), page("android"), ways=ways)
    )


def test_after_a_way_to_another_page_the_next_search_begins_at_the_first_one(tmp_path: Path) -> None:
    ways = (
        Way("app", "iphone", 2, "app found: Menu › App Store (2 taps)", left=True, moved=True),
        Way("contact", "iphone", 1, "contact found: Call (1 tap)", left=True),
    )
    scenario = loaded(sketch(page("iphone"), ways=ways), tmp_path)
    assert [text for text, _ in said(scenario)] == [
        "expect-url “/spring”",
        "find app",
        "go “back”",
        f"go “{URL}”",
        "find contact",
    ]


def test_the_app_s_numbers_come_with_who_tells_of_them(tmp_path: Path) -> None:
    tagged = page("iphone", metas={"al:ios:app_store_id": "1234567890"})
    store = page("android", link("https://play.google.com/store/apps/details?id=com.shop.app", "Get the app"))
    made = sketch(tagged, store)
    scenario = loaded(made, tmp_path)
    assert (scenario.app.ios, scenario.app.android) == ("1234567890", "com.shop.app")
    assert "# iPhone app 1234567890: told by the page's al:ios:app_store_id tag." in text_of(made)


def test_of_several_apps_a_person_chooses(tmp_path: Path) -> None:
    stores = [link(f"https://play.google.com/store/apps/details?id=com.shop.{name}", name) for name in ("one", "two")]
    made = sketch(page("android", *stores))
    assert loaded(made, tmp_path).app.android == ""
    assert "# android: the page names several apps, com.shop.one, com.shop.two: say which is yours." in text_of(made)


def test_a_letter_s_code_is_promised_as_it_was_read(tmp_path: Path) -> None:
    begun = Begun("qr", "assets/letter.pdf", (("code", "2"),), "https://go.example/p?x=1", ("2 codes",))
    made = sketch(page("iphone", way=("https://go.example/p?x=1",)), begun=begun)
    scenario = loaded(made, tmp_path)
    assert (scenario.start.channel, scenario.start.expect_url) == ("qr", "https://go.example/p?x=1")
    assert [getattr(scenario.start.args, key) for key in ("file", "code")] == ["assets/letter.pdf", 2]
    assert said(scenario) == [(f"expect-url “{URL}”", ())]
    assert f"# The way there (iPhone 13): https://go.example/p?x=1 → {URL}" in text_of(made)


def test_the_brand_is_what_the_page_calls_itself(tmp_path: Path) -> None:
    assert loaded(sketch(page("iphone", metas={"og:site_name": "Bottines & Cie"})), tmp_path).brand == "Bottines & Cie"
    assert loaded(sketch(page("iphone")), tmp_path).brand == ""


def test_a_phone_that_met_no_page_is_named_and_asked_nothing_of(tmp_path: Path) -> None:
    made = sketch(page("iphone", heading("Boots")))
    made = replace(made, met=(*made.met, Met("android", "Pixel 7", None, "the site is down")))
    assert said(loaded(made, tmp_path)) == [("see “Boots”", ("iphone",)), ("expect-url “/spring”", ("iphone",))]
    assert "# Pixel 7: no page came. the site is down" in text_of(made)


def test_a_trial_has_the_same_beginning(tmp_path: Path) -> None:
    file = tmp_path / "trial.yaml"
    made = sketch(page("iphone", lang="fr"), allow_private=("127.0.0.1:8000",))
    file.write_text(trial(made, ["- find: app\n  within: 3 taps"]), encoding="utf-8")
    scenario = load_scenario(file)
    assert (scenario.lang, scenario.allow_private, said(scenario)) == ("fr", ("127.0.0.1:8000",), [("find app", ())])


@pytest.mark.parametrize(
    ("url", "named", "home"),
    [
        ("http://127.0.0.1:8000/a", "127.0.0.1:8000", True),
        ("http://[::1]:8000/", "[::1]:8000", True),
        ("http://localhost/", "localhost", True),
        ("https://shop.example/", "shop.example", False),
    ],
)
def test_addresses_in_the_house_are_known(url: str, named: str, home: bool) -> None:
    assert (place(url), is_at_home(url)) == (named, home)
