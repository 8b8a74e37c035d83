"""The viewport tag means to us what it means to the engine that looks at it."""

from __future__ import annotations

import pytest

from parcours.facts import viewport
from parcours.facts.model import Device, FrameFacts, MetaTag, PageSnapshot
from parcours.facts.viewport import Remark, layout_width, settings
from parcours.findings import Verdict
from parcours.testing import Example, Lab

# Content, and the layout width that it has on an iPhone 13 (390 x 664) and a Pixel 7 (412 x 839) in Blink.
WIDTHS = [
    ("width=device-width, initial-scale=1", 390, 412),
    ("width=device-width;initial-scale=1", 980, 980),
    ("width=device-width; initial-scale=1", 390, 412),
    ("initial-scale=1", 390, 412),
    ("initial-scale=0.5", 780, 824),
    ("initial-scale=.5", 780, 824),
    ("initial-scale=0.3", 1300, 1373),
    ("initial-scale=0", 1560, 1648),
    ("initial-scale=2", 195, 206),
    ("initial-scale=7", 78, 82),
    ("initial-scale=7, maximum-scale=8", 55, 58),
    ("initial-scale=-1", 980, 980),
    ("initial-scale=yes", 390, 412),
    ("initial-scale=no", 1560, 1648),
    ("initial-scale=device-width", 78, 82),
    ("initial-scale=0.5, initial-scale=-1", 980, 980),
    ("width=320", 320, 320),
    ("width=1024", 1024, 1024),
    ("width=0", 78, 82),
    ("width=1", 78, 82),
    ("width=50", 78, 82),
    ("width=-5", 980, 980),
    ("width=foo", 980, 980),
    ("width:device-width", 980, 980),
    ("", 980, 980),
    ("width=device-height", 664, 839),
    ("width=600px", 600, 600),
    ("width=600.", 600, 600),
    ("width=600.5", 600, 600),
    ("width=+600", 600, 600),
    ("width=1e3", 1000, 1000),
    ("width=.5e3", 500, 500),
    ("width=5e", 78, 82),
    ("width=0x500", 78, 82),
    ("width=infinity", 980, 980),
    ("width=100%", 100, 100),
    ("width=20000", 10000, 10000),
    ("width='device-width'", 980, 980),
    ("WIDTH=DEVICE-WIDTH", 390, 412),
    ("width device-width", 980, 980),
    ("width = device-width", 390, 412),
    ("width=\u00a0600", 980, 980),
    (",,width=device-width,,", 390, 412),
    ("width=device-width initial-scale=0.5", 780, 824),
    ("width=device-width\n\tinitial-scale=0.5", 780, 824),
    ("width=,initial-scale=1", 390, 412),
    ("width=600;initial-scale=1", 600, 600),
    ("width=device-width,width=500", 500, 500),
    ("width=500,width=foo", 500, 500),
    ("width=500,width=-1", 500, 500),
    ("width=1024, initial-scale=1", 1024, 1024),
    ("width=1024, initial-scale=0.3", 1300, 1373),
    ("width=1024, minimum-scale=1", 1024, 1024),
    ("width=1024, maximum-scale=0.2", 1560, 1648),
    ("width=1024, user-scalable=no", 1024, 1024),
    ("width=40, maximum-scale=6", 65, 68),
    ("width=device-width, initial-scale=", 1560, 1648),
    ("width=device-width, initial-scale=0", 1560, 1648),
    ("width=device-width, minimum-scale=2", 390, 412),
    ("width=device-width, maximum-scale=0.5", 780, 824),
    ("width=device-width, maximum-scale=foo", 1560, 1648),
    ("width=device-width, minimum-scale=0.1, initial-scale=0.1", 3900, 4120),
    ("width=device-width, height=100", 390, 412),
    ("minimum-scale=1", 980, 980),
    ("minimum-scale=2, maximum-scale=1", 980, 980),
    ("minimum-scale=9", 980, 980),
    ("minimum-scale=9, initial-scale=1", 78, 82),
    ("minimum-scale=9, maximum-scale=1, initial-scale=1", 43, 45),
    ("minimum-scale=0.1, initial-scale=0.2", 1950, 2060),
    ("maximum-scale=0.3", 1300, 1373),
    ("user-scalable=no", 980, 980),
    ("height=300", 980, 980),
    ("height=device-height", 980, 980),
    ("height=foo", 980, 980),
    ("height=2000, initial-scale=1", 1174, 982),
    ("height=300, initial-scale=0.5", 780, 824),
    ("height=0, initial-scale=1", 390, 412),
    ("target-densitydpi=device-dpi, width=device-width", 390, 412),
    ("width=device-width, shrink-to-fit=no, minimal-ui, viewport-fit=cover", 390, 412),
]


@pytest.mark.parametrize(("content", "iphone", "android"), WIDTHS)
def test_the_predicted_width_is_the_one_in_the_table(content: str, iphone: float, android: float) -> None:
    said = settings(content)
    assert layout_width(said, 390, 664, "chromium") == iphone
    assert layout_width(said, 412, 839, "chromium") == android


@pytest.mark.parametrize("device", ["iphone", "android"])
@pytest.mark.parametrize(("content", "iphone", "android"), WIDTHS)
def test_the_engine_measures_the_width_in_the_table(
    lab: Lab, content: str, iphone: float, android: float, device: str
) -> None:
    page = lab.look(
        Example(content, f'<meta name="viewport" content="{content}"><p>hello</p>', Verdict.PASSED, device=device)
    )
    assert page.main.layout_width == (iphone if device == "iphone" else android)
    assert viewport.predicted_width(page) == page.main.layout_width


# What the iOS port of WebKit makes of it where it differs from Blink: it takes no zero.
@pytest.mark.parametrize(
    ("content", "width"),
    [
        ("", 980),
        ("width=device-width, initial-scale=1", 390),
        ("width=device-width;initial-scale=1", 980),
        ("width=device-width; initial-scale=1", 390),
        ("width=320", 320),
        ("width=1024, initial-scale=1", 1024),
        ("width=0", 980),
        ("width=5", 78),
        ("width=100%", 100),
        ("width=foo, initial-scale=1", 390),
        ("initial-scale=0", 980),
        ("initial-scale=0.5", 780),
        ("width=device-width, initial-scale=", 390),
        ("width=device-width, maximum-scale=foo", 390),
        ("width=device-width, maximum-scale=0.5", 780),
        ("height=device-height", 390),
        ("height=2000, initial-scale=1", 1175),
    ],
)
def test_an_iphone_lays_out_in_its_own_way(content: str, width: float) -> None:
    assert layout_width(settings(content), 390, 664, "webkit") == width


@pytest.mark.parametrize(
    ("content", "scales"),
    [
        ("width=device-width", (1, 0.25, 5)),
        ("width=320", (1.25, 0.25, 5)),
        ("initial-scale=2", (2, 0.25, 5)),
        ("initial-scale=2, maximum-scale=1.5", (1.5, 0.25, 1.5)),
        ("initial-scale=1, minimum-scale=2", (2, 2, 5)),
        ("width=device-width, minimum-scale=3, maximum-scale=1", (3, 3, 3)),
        ("width=device-width, minimum-scale=9", (5, 5, 5)),
        ("width=device-width, maximum-scale=20", (1, 0.25, 10)),
    ],
)
def test_scales_keep_to_their_bounds(content: str, scales: tuple[float, float, float]) -> None:
    assert viewport.resolve(settings(content), 400, 800, "chromium")[1:] == scales


def test_firefox_knows_no_viewport_tag() -> None:
    assert layout_width(settings("width=1024"), 412, 839, "firefox") == 412


@pytest.mark.parametrize(
    ("content", "pairs"),
    [
        ("", ()),
        (" , = ", ()),
        ("Width=Device-Width", (("width", "device-width"),)),
        ("width=device-width;initial-scale=1", (("width", "device-width;initial-scale"), ("1", ""))),
        ("a b=c", (("a", "c"),)),
        ("a, b=c", (("a", ""), ("b", "c"))),
        ("a=,b=c", (("a", ""), ("b", "c"))),
        ("a==b", (("a", "b"),)),
        ("a=b=c", (("a", "b"), ("c", ""))),
        ("a=b c", (("a", "b"), ("c", ""))),
        ("a=1\0b=2", (("a", "1"), ("b", "2"))),
        ("a=1\x0bb=2", (("a", "1\x0bb"), ("2", ""))),
        ("a=1|b=2", (("a", "1|b"), ("2", ""))),
    ],
)
def test_keys_and_values_are_cut_where_engines_cut_them(content: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert settings(content).pairs == pairs


@pytest.mark.parametrize(
    ("value", "can_zoom"),
    [
        ("yes", True),
        ("1", True),
        ("1.0", True),
        ("-1", True),
        ("5", True),
        ("1foo", True),
        ("device-width", True),
        ("no", False),
        ("0", False),
        ("0.9", False),
        ("-0.5", False),
        ("true", False),
        ("on", False),
        ("yes;", False),
        ("", False),
    ],
)
def test_whatever_is_not_yes_stops_zooming(value: str, can_zoom: bool) -> None:
    assert settings(f"user-scalable={value}").user_scalable is can_zoom


def test_a_tag_that_does_not_speak_of_zooming_allows_it() -> None:
    assert settings("width=device-width").user_scalable


@pytest.mark.parametrize(
    ("content", "fit", "widget"),
    [
        ("", "auto", "resizes-visual"),
        ("viewport-fit=cover, interactive-widget=resizes-content", "cover", "resizes-content"),
        ("viewport-fit=contain, interactive-widget=overlays-content", "contain", "overlays-content"),
        ("viewport-fit=full, interactive-widget=resize", "auto", "resizes-visual"),
        ("viewport-fit=cover, viewport-fit=full", "auto", "resizes-visual"),
    ],
)
def test_unknown_words_mean_the_default(content: str, fit: str, widget: str) -> None:
    said = settings(content)
    assert (said.viewport_fit, said.interactive_widget) == (fit, widget)


def test_numbers_stand_as_they_were_written() -> None:
    said = settings("width=20000, height=0, initial-scale=12, minimum-scale=foo, maximum-scale=-1")
    assert (said.width, said.height, said.initial_scale, said.minimum_scale, said.maximum_scale) == (
        20000,
        0,
        12,
        0,
        None,
    )


@pytest.mark.parametrize(
    ("content", "remarks"),
    [
        ("width=device-width, height=device-height, initial-scale=1.0, minimum-scale=yes, user-scalable=no", ()),
        ("shrink-to-fit=no, minimal-ui, viewport-fit=cover, interactive-widget=resizes-visual", ()),
        ("width=600px", (Remark("truncated", "width", "600px"),)),
        ("width=foo", (Remark("invalid", "width", "foo"),)),
        ("width=", (Remark("invalid", "width", ""),)),
        ("width=-5", (Remark("invalid", "width", "-5"),)),
        ("initial-scale=1.0.0", (Remark("truncated", "initial-scale", "1.0.0"),)),
        ("maximum-scale=12", (Remark("out-of-range", "maximum-scale", "12"),)),
        ("maximum-scale=10", ()),
        (
            "initial-scale=100%",
            (Remark("truncated", "initial-scale", "100%"), Remark("out-of-range", "initial-scale", "100%")),
        ),
        ("user-scalable=true", (Remark("invalid", "user-scalable", "true"),)),
        ("user-scalable=-1", ()),
        ("viewport-fit=full", (Remark("invalid", "viewport-fit", "full"),)),
        ("interactive-widget=none", (Remark("invalid", "interactive-widget", "none"),)),
        ("widht=600", (Remark("unknown", "widht", "600"),)),
        ("target-densitydpi=device-dpi", (Remark("unsupported", "target-densitydpi", "device-dpi"),)),
        ("foo=1, width=x; bar=2, height=y", (Remark("unknown", "foo", "1"),)),
    ],
)
def test_the_console_would_remark(content: str, remarks: tuple[Remark, ...]) -> None:
    assert settings(content).remarks == remarks


def test_semicolons_are_counted() -> None:
    assert settings("width=device-width; initial-scale=1;").semicolons == 2


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("widht", "width"),
        ("width:device-width", "width"),
        ("device-width", "width"),
        ("initial_scale", "initial-scale"),
        ("intial-scale", "initial-scale"),
        ("user-scaleable", "user-scalable"),
        ("viewport_fit", "viewport-fit"),
        ("\u201cwidth", "width"),
        ("uc-fitscreen", ""),
        ("theme", ""),
        ("0", ""),
    ],
)
def test_a_misspelt_key_is_recognised(key: str, known: str) -> None:
    assert viewport.meant(key) == known


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("width=device-width", ""),
        ("initial-scale=1", ""),
        ("width=320", ""),
        ("width=device-width, foo=1, viewport-fit=full;", ""),
        ("", "absent"),
        ("user-scalable=no", "absent"),
        ("minimum-scale=1, foo=bar", "absent"),
        ("width=device-width;initial-scale=1", "semicolon"),
        ("width=1024;initial-scale=1", "number"),
        ("width=1024", "number"),
        ("width=600px", "number"),
        ("width=device-height", "number"),
        ("width=foo", "value"),
        ("width=", "value"),
        ("width=device_width; user-scalable=no", "value"),
        ("widht=device-width", "key"),
        ("width:device-width", "key"),
        ("device-width", "key"),
        ("initial-scale=0.5", "scale"),
        ("width=device-width, maximum-scale=0.5", "maximum"),
    ],
)
def test_one_fault_is_found_behind_a_wide_layout(content: str, fault: str) -> None:
    assert viewport.width_fault(content, page_with(MetaTag("viewport", content))) == fault


def test_what_only_blink_lays_out_wide_is_no_fault_on_an_iphone() -> None:
    tag = MetaTag("viewport", "width=device-width, initial-scale=")
    android = Device(name="android", platform="android", width=412, height=839)
    assert viewport.width_fault(tag.content, page_with(tag)) == ""
    assert viewport.width_fault(tag.content, page_with(tag, device=android)) == "value"


def test_the_last_tag_wins() -> None:
    first, last = MetaTag("viewport", "width=1024"), MetaTag("viewport", "width=device-width")
    page = page_with(first, MetaTag("robots", "all"), last)
    assert (viewport.winner(page), viewport.winners(page)) == (last, (last,))
    assert viewport.winner(page_with()) is None


@pytest.mark.parametrize(
    ("html", "hint", "width"),
    [
        ('<meta name="HandheldFriendly" content="true">', "HandheldFriendly", 412),
        ('<meta name="HandheldFriendly" content="false">', "", 980),
        ('<meta name="MobileOptimized" content="320">', "MobileOptimized", 412),
        (
            '<!DOCTYPE html PUBLIC "-//WAPFORUM//DTD XHTML Mobile 1.0//EN" "http://www.wapforum.org/DTD/xhtml-mobile10.dtd">',
            "XHTML Mobile doctype",
            412,
        ),
        (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            "",
            980,
        ),
        (
            '<meta name="HandheldFriendly" content="true"><meta name="viewport" content="width=500">',
            "HandheldFriendly",
            500,
        ),
    ],
)
def test_blink_obeys_older_hints(lab: Lab, html: str, hint: str, width: float) -> None:
    page = lab.look(Example("hint", f"{html}<p>hello</p>", Verdict.PASSED, device="android"))
    assert (viewport.hint(page), viewport.predicted_width(page), page.main.layout_width) == (hint, width, width)


@pytest.mark.parametrize("number", ["02", "05", "12", "15", "19"])
def test_real_pages_are_as_wide_as_predicted(lab: Lab, shared_data, number: str) -> None:
    html = (shared_data / "pages" / f"{number}.html").read_text(encoding="utf-8", errors="replace")
    page = lab.look(Example(number, html, Verdict.PASSED, device="android"))
    assert abs(viewport.predicted_width(page) - page.main.layout_width) <= 1


def page_with(*metas: MetaTag, device: Device | None = None) -> PageSnapshot:
    return PageSnapshot(device=device or Device(), frames=(FrameFacts(metas=metas),))
