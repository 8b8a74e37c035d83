"""Two pictures of one screen against each other: how much has changed, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageEnhance

from parcours.facts.geometry import Box

# One engine draws the same page alike to the last bit (measured: no pixel of 40 pairs differs), so that this much of
# a channel's 255 steps is not noise any more; it spares pictures that a server compresses anew, and gradients.
TOLERANCE = 16
# Of the pixels that are not masked, in percent. BackstopJS has the same for its `misMatchThreshold`; on a phone's
# screen of 390 by 664 it is 259 pixels: about one word of 16 px text that says something else.
LEAST = 0.1
# A block counts when this share of its pixels has changed: a caret or one thin line does not move a block.
BLOCK = 16
SHARE = 0.05

MASK = (128, 128, 128)
OUTLINE = (200, 30, 30)


@dataclass(frozen=True, slots=True)
class Difference:
    """How two pictures differ. `percent` is of the pixels that are not masked; `places` are in pixels, top first."""

    percent: float
    blocks: int
    places: tuple[Box, ...] = ()

    @property
    def changed(self) -> bool:
        """True when that is more than drawing alone explains."""
        return self.percent >= LEAST and self.blocks > 0


def masked(picture: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """The picture with these boxes painted over."""
    found = picture.convert("RGB").copy()
    draw = ImageDraw.Draw(found)
    for box in boxes:
        if box.area:
            draw.rectangle((box.x, box.y, box.right - 1, box.bottom - 1), fill=MASK)
    return found


def difference(kept: Image.Image, now: Image.Image, masks: Sequence[Box] = ()) -> Difference:
    """How the picture differs from the one that was kept, the masks left out. Both have the same size."""
    before, after = masked(kept, masks), masked(now, masks)
    bands = ImageChops.difference(before, after).split()
    worst = bands[0]
    for band in bands[1:]:
        worst = ImageChops.lighter(worst, band)
    apart = worst.point([255 if level > TOLERANCE else 0 for level in range(256)])
    free = masked(Image.new("RGB", now.size, (255, 255, 255)), masks).convert("L").histogram()[255]
    changed = apart.histogram()[255]
    blocks = frozenset(_blocks(apart))
    return Difference(round(100 * changed / free, 3) if free else 0.0, len(blocks), tuple(_places(blocks, now.size)))


def _blocks(apart: Image.Image) -> Iterator[tuple[int, int]]:
    """Column and row of every block of which enough has changed."""
    width = -(-apart.width // BLOCK)
    means = apart.crop((0, 0, width * BLOCK, -(-apart.height // BLOCK) * BLOCK)).reduce(BLOCK).tobytes()
    for index, mean in enumerate(means):
        if mean >= SHARE * 255:
            yield index % width, index // width


def _places(blocks: frozenset[tuple[int, int]], size: tuple[int, int]) -> Iterator[Box]:
    """Boxes around blocks that touch one another."""
    left = set(blocks)
    for start in sorted(blocks, key=lambda block: (block[1], block[0])):
        if start not in left:
            continue
        group, waiting = [], [start]
        left.discard(start)
        while waiting:
            x, y = waiting.pop()
            group.append((x, y))
            near = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (x + dx, y + dy) in left]
            left.difference_update(near)
            waiting.extend(near)
        yield _around(group, size)


def _around(group: Sequence[tuple[int, int]], size: tuple[int, int]) -> Box:
    left, top = (min(block[axis] for block in group) * BLOCK for axis in (0, 1))
    right, bottom = (min((max(block[axis] for block in group) + 1) * BLOCK, size[axis]) for axis in (0, 1))
    return Box(left, top, right - left, bottom - top)


def outlined(now: Image.Image, places: Iterable[Box]) -> Image.Image:
    """The picture, pale, with what has changed in its colours and outlined."""
    whole = now.convert("RGB")
    found = ImageEnhance.Brightness(ImageEnhance.Contrast(whole).enhance(0.4)).enhance(1.3)
    draw = ImageDraw.Draw(found)
    for place in places:
        edges = (int(place.x), int(place.y), int(place.right), int(place.bottom))
        found.paste(whole.crop(edges), edges[:2])
        draw.rectangle((edges[0], edges[1], edges[2] - 1, edges[3] - 1), outline=OUTLINE, width=2)
    return found
