"""The parts of the measure of fingers, on boxes."""

import pytest

from parcours.facts.fingers import clashes, tappable, targets
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts


def frame(*boxes: Box, **more: object) -> FrameFacts:
    links = (Element(f"#{n}", "a", 0, box=box, visible=True, **more) for n, box in enumerate(boxes))
    return FrameFacts(elements=(Element("html", "html", visible=True), *links))


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([Box(0, 0, 40, 20)], [Box(0, 0, 40, 20)]),
        ([Box(0, 0, 1, 20), Box(0, 0, 40, 20)], [Box(0, 0, 40, 20)]),
        ([Box(0, 0, 100, 100), Box(10, 10, 20, 20)], [Box(0, 0, 100, 100)]),
        ([Box(0, 0, 40, 20), Box(0, 0, 40, 20)], [Box(0, 0, 40, 20)]),
        ([Box(0, 0, 40, 20), Box(40, 0, 40, 20)], [Box(0, 0, 80, 20)]),
        ([Box(0, 0, 40, 20), Box(40, 10, 40, 30)], [Box(0, 0, 80, 40)]),
        ([Box(0, 0, 40, 20), Box(41, 0, 40, 20)], [Box(0, 0, 40, 20), Box(41, 0, 40, 20)]),
        ([Box(0, 0, 40, 40), Box(40, 11, 40, 40)], [Box(0, 0, 40, 40), Box(40, 11, 40, 40)]),
        ([Box(0, 0, 20, 100), Box(0, 100, 100, 20)], [Box(0, 0, 20, 100), Box(0, 100, 100, 20)]),
    ],
    ids=["one", "a sliver", "one within another", "twins", "side by side", "10 px off", "apart", "11 px off", "an L"],
)
def test_boxes_that_line_up_and_touch_are_one_place(boxes: list[Box], expected: list[Box]) -> None:
    assert tappable(boxes) == expected


def test_a_pair_is_told_once_from_the_side_where_it_is_worse() -> None:
    (clash,) = clashes(frame(Box(0, 0, 40, 40), Box(0, 41, 20, 20)))
    assert (clash.target.address, clash.other.address) == ("#1", "#0")


def test_the_ratio_is_what_the_finger_covers_of_the_other_to_what_it_covers_of_its_own() -> None:
    (clash,) = clashes(frame(Box(0, 0, 20, 20), Box(0, 24, 20, 20)))
    assert clash.ratio == pytest.approx(10 * 20 / (20 * 20))


def test_what_lies_beneath_something_is_left_out() -> None:
    assert targets(frame(Box(0, 0, 20, 20), covered_by="#bar")) == {}
