"""What counts as a change of a screen, at both sides of each threshold."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from parcours.facts.geometry import Box
from parcours.visual import BLOCK, LEAST, MASK, OUTLINE, TOLERANCE, difference, masked, outlined

SIZE = (390, 664)
PIXELS = SIZE[0] * SIZE[1]
WHITE = Image.new("RGB", SIZE, (255, 255, 255))


def drawn(*boxes: Box, colour: tuple[int, int, int] = (0, 0, 0)) -> Image.Image:
    picture = WHITE.copy()
    for box in boxes:
        ImageDraw.Draw(picture).rectangle((box.x, box.y, box.right - 1, box.bottom - 1), fill=colour)
    return picture


def test_the_same_screen_has_not_changed() -> None:
    found = difference(drawn(Box(10, 10, 40, 20)), drawn(Box(10, 10, 40, 20)))
    assert (found.changed, found.percent, found.blocks, found.places) == (False, 0, 0, ())


@pytest.mark.parametrize(("step", "changed"), [(TOLERANCE, False), (TOLERANCE + 1, True)])
def test_a_shade_within_the_tolerance_is_none(step: int, changed: bool) -> None:
    other = drawn(Box(0, 0, 100, 100), colour=(255, 255 - step, 255))
    assert difference(WHITE, other).changed is changed


@pytest.mark.parametrize(("rows", "changed"), [(1, False), (2, True)])
def test_less_than_a_word_is_no_change(rows: int, changed: bool) -> None:
    found = difference(WHITE, drawn(Box(0, 0, 16 * 9, rows)))
    assert (found.percent >= LEAST, found.changed) == (changed, changed)


def test_pixels_strewn_over_the_screen_are_no_change() -> None:
    other = WHITE.copy()
    for x in range(0, SIZE[0], BLOCK // 2):
        for y in range(0, SIZE[1], BLOCK // 2):
            other.putpixel((x, y), (0, 0, 0))
    found = difference(WHITE, other)
    assert (found.percent > LEAST, found.blocks, found.changed) == (True, 0, False)


def test_places_are_boxes_around_what_changed_from_the_top() -> None:
    found = difference(WHITE, drawn(Box(200, 300, 40, 20), Box(3, 5, 10, 10), Box(380, 650, 10, 14)))
    assert found.places == (Box(0, 0, 16, 16), Box(192, 288, 48, 32), Box(368, 640, 22, 24))
    assert found.percent == round(100 * (800 + 100 + 140) / PIXELS, 3)


def test_what_is_masked_is_left_out_of_the_screen_and_of_its_size() -> None:
    mask = Box(0, 0, 390, 332)
    top, below = Box(50, 50, 200, 200), Box(0, 400, 39, 33)
    assert difference(WHITE, drawn(top), [mask]).changed is False
    assert difference(WHITE, drawn(top, below), [mask]).percent == round(100 * 39 * 33 / (PIXELS / 2), 3)


def test_a_screen_that_is_masked_all_over_has_not_changed() -> None:
    found = difference(WHITE, drawn(Box(0, 0, *SIZE)), [Box(-5, -5, 500, 800)])
    assert (found.percent, found.changed) == (0, False)


def test_a_mask_covers_its_box_and_nothing_else() -> None:
    found = masked(WHITE, [Box(10, 20, 5, 5), Box(0, 0, 0, 9)])
    assert [found.getpixel(at) for at in ((9, 20), (10, 20), (14, 24), (15, 24), (0, 0))] == [
        (255, 255, 255),
        MASK,
        MASK,
        (255, 255, 255),
        (255, 255, 255),
    ]


def test_what_changed_is_outlined_in_its_own_colours() -> None:
    found = outlined(drawn(Box(100, 100, 50, 50), colour=(0, 90, 200)), [Box(96, 96, 64, 64)])
    assert (found.size, found.getpixel((96, 96)), found.getpixel((120, 120))) == (SIZE, OUTLINE, (0, 90, 200))
