"""Colours as browsers write them, and their contrast."""

import pytest

from parcours.facts.colour import WHITE, Colour, Eye, contrast, parse, wanted
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, Ink, PageSnapshot, Paint

LINE, ROOM = Box(0, 0, 100, 20), Box(0, 0, 300, 300)


@pytest.mark.parametrize(
    ("text", "hex", "alpha"),
    [
        ("rgb(255, 0, 51)", "#ff0033", 1),
        ("rgba(255, 0, 51, 0.5)", "#ff0033", 0.5),
        ("rgb(255 0 51 / 50%)", "#ff0033", 0.5),
        ("rgba(0, 0, 0, 0)", "#000000", 0),
        ("color(srgb 1 0 0.2)", "#ff0033", 1),
        ("color(srgb 1 0 0.2 / 0.25)", "#ff0033", 0.25),
        ("color(srgb 1.2 -0.1 none)", "#ff0000", 1),
        ("color(srgb-linear 0.2140411 0 0)", "#7f0000", 1),
        ("oklch(0 0 0)", "#000000", 1),
        ("oklch(1 0 0)", "#ffffff", 1),
        ("oklch(0.627955 0.257683 29.2339)", "#ff0000", 1),
        ("oklab(0.519752 -0.140302 0.107676 / 0.5)", "#008000", 0.5),
        ("oklch(60% 50% 120deg)", parse("oklch(0.6 0.2 120)").hex, 1),  # type: ignore[union-attr]
    ],
)
def test_a_colour_is_read_as_the_browser_means_it(text: str, hex: str, alpha: float) -> None:
    colour = parse(text)
    assert colour is not None
    assert (colour.hex, colour.alpha) == (hex, alpha)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "red",
        "#fff",
        "rgb(1, 2)",
        "rgb(a, b, c)",
        "color(display-p3 1 0 0)",
        "lab(50 20 20)",
        "lch(50 20 20)",
        "color()",
    ],
)
def test_what_cannot_be_read_is_not_guessed(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("rgb(0, 0, 0)", "rgb(255, 255, 255)", 21), ("rgb(255, 255, 255)", "rgb(255, 255, 255)", 1),
     ("rgb(118, 118, 118)", "rgb(255, 255, 255)", 4.54), ("rgb(255, 0, 0)", "rgb(0, 0, 255)", 2.15)],
)  # fmt: skip
def test_contrast_is_that_of_wcag_whichever_way_round(one: str, other: str, ratio: float) -> None:
    a, b = parse(one), parse(other)
    assert a
    assert b
    assert contrast(a, b) == contrast(b, a) == pytest.approx(ratio, abs=0.005)


def test_a_colour_seen_through_mixes_with_what_lies_below() -> None:
    assert Colour(0, 0, 0, 0.25).over(WHITE) == Colour(0.75, 0.75, 0.75)
    assert Colour(1, 0, 0, 0.5).faded(0.5).alpha == 0.25


@pytest.mark.parametrize(
    ("size", "weight", "ratio"),
    [(16, 400, 4.5), (23.9, 400, 4.5), (24, 400, 3), (18.65, 700, 4.5), (18.66, 700, 3), (18.66, 600, 4.5)],
)
def test_large_text_needs_less(size: float, weight: int, ratio: float) -> None:
    assert wanted(size, weight) == ratio


def seen(*paints: Paint | None, box: Box = LINE, around: Box = ROOM) -> tuple[str, str] | None:
    """What is seen of black text in elements inside one another, the outermost first."""
    boxes = [around] * (len(paints) - 1) + [box]
    elements = tuple(
        Element(f"#{at}", "div", at - 1, box=where, shown=where, visible=True, paint=paint)
        for at, (paint, where) in enumerate(zip(paints, boxes, strict=True))
    )
    text = Element(
        "#text",
        "p",
        len(elements) - 1,
        text="Hello",
        box=box,
        shown=box,
        visible=True,
        ink=Ink("rgb(0, 0, 0)", "", 16, 400),
    )
    frame = FrameFacts(elements=(*elements, text))
    found = Eye(PageSnapshot(frames=(frame,)), frame).sees(text)
    return (found.text.hex, found.ground.hex) if found else None


GREY, GLASS = Paint("rgb(128, 128, 128)"), Paint("rgba(0, 0, 0, 0.5)")


@pytest.mark.parametrize(
    ("paints", "expected"),
    [
        ([None], ("#000000", "#ffffff")),
        ([GREY, None], ("#000000", "#808080")),
        ([GREY, GLASS], ("#000000", "#404040")),
        ([Paint(opacity=0.5)], ("#808080", "#ffffff")),
        ([Paint("rgb(255, 0, 0)", opacity=0.5)], ("#808080", "#ff8080")),
        ([GREY, Paint(opacity=0.5)], ("#404040", "#808080")),
        ([Paint(picture=True)], None),
        ([Paint(picture=True), GREY], ("#000000", "#808080")),
        ([Paint(picture=True), GLASS], None),
        ([GREY, Paint(picture=True)], None),
        ([Paint(blend=True), GREY], None),
        ([Paint("color(display-p3 1 0 0)")], None),
        ([Paint(picture=True), Paint("rgb(128, 128, 128)", opacity=0.5)], None),
    ],
    ids=["white", "a ground", "glass", "faded", "faded with its ground", "faded on a ground", "a picture",
         "a ground on a picture", "glass on a picture", "a picture on a ground", "a filter", "another space", "a faded ground on a picture"],
)  # fmt: skip
def test_what_is_seen_is_what_the_elements_around_draw(
    paints: list[Paint | None], expected: tuple[str, str] | None
) -> None:
    assert seen(*paints) == expected


@pytest.mark.parametrize(
    ("height", "expected"),
    [(0, ("#000000", "#ffffff")), (2, ("#000000", "#ffffff")), (10, None), (18, ("#000000", "#808080"))],
)
def test_a_ground_counts_as_far_as_it_lies_behind_the_text(height: float, expected: tuple[str, str] | None) -> None:
    assert seen(GREY, None, around=Box(0, 0, 300, height)) == expected
