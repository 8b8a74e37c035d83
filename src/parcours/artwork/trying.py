"""Try to read a code as phones will see it: from further away, out of focus, from aslant.

A phone takes many pictures a second while the hand moves: an attempt counts as read when one of a few pictures is,
each of them altered a little differently.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PIL import Image, ImageFilter, ImageOps

from parcours.facts.artwork import ENOUGH_MARGIN, Code, Point, Trial

# Pixels a module, from where a phone is held in the hand. A finer picture is scaled down to this first.
NEAR = 4.0
LEAST = 1.9  # pixels a module below which no attempt says anything of the code
AROUND = 8  # modules around the symbol that belong to what is seen

Reads = Callable[[Image.Image], bool]


def tried(picture: Image.Image, code: Code, reads: Reads) -> tuple[Trial, ...]:
    """Every attempt at a code in a picture, () when the picture is too small to alter it.

    `reads` tells whether an altered grey picture is read as the code at the first attempt.
    """
    seen = _seen(picture, code)
    if seen is None:
        return ()
    return tuple(
        Trial(name, any(reads(frame) for frame in frames(seen)))
        for name, frames, least in ATTEMPTS
        if seen.module * least >= LEAST
    )


class Seen(NamedTuple):
    """A code with its surroundings in grey, and how many pixels a module has."""

    image: Image.Image
    module: float

    @property
    def ground(self) -> float:
        """The tone at the corner, for what lies outside."""
        tone = self.image.getpixel((0, 0))
        assert isinstance(tone, int)
        return tone


def _seen(picture: Image.Image, code: Code) -> Seen | None:
    if not code.modules or code.module_px < LEAST or len(code.corners) != 4:
        return None
    image = picture.crop(_box(code.corners, AROUND * code.module_px, picture.size)).convert("L")
    if any(margin.cut for margin in code.margins):
        # Nobody knows what lies beyond the picture: light, for the code's benefit.
        tones = image.tobytes()
        light = min(tones) if code.inverted else max(tones)
        image = ImageOps.expand(image, border=round(ENOUGH_MARGIN * code.module_px), fill=light)
    if code.module_px <= NEAR:
        return Seen(image, code.module_px)
    return Seen(_scaled(image, NEAR / code.module_px), NEAR)


def _box(corners: Sequence[Point], reach: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (
        max(0, math.floor(min(xs) - reach)),
        max(0, math.floor(min(ys) - reach)),
        min(size[0], math.ceil(max(xs) + reach)),
        min(size[1], math.ceil(max(ys) + reach)),
    )


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.BICUBIC)


# What phones see. Each gives its pictures one by one: the second is made only when the first is not read.


def _smaller(share: float) -> Callable[[Seen], Iterator[Image.Image]]:
    return lambda seen: (_scaled(seen.image, share * nearly) for nearly in (1, 1.04, 0.97))


def _blurred(seen: Seen) -> Iterator[Image.Image]:
    return (seen.image.filter(ImageFilter.GaussianBlur(seen.module * radius)) for radius in (0.4, 0.38, 0.36))


def _turned(seen: Seen) -> Iterator[Image.Image]:
    for angle in (15, 12, 18):
        yield seen.image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=seen.ground)


def _tilted(seen: Seen) -> Iterator[Image.Image]:
    return _aslant(seen.image, seen.ground)


def _sideways(seen: Seen) -> Iterator[Image.Image]:
    return _aslant(seen.image.transpose(Image.Transpose.ROTATE_90), seen.ground)


def _aslant(image: Image.Image, ground: float) -> Iterator[Image.Image]:
    # No hand tilts along one axis alone: some small symbols, which have no alignment pattern, are missed just then.
    for angle, turn in ((25, 0), (25, 6), (22, -6)):
        turned = image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=ground) if turn else image
        yield _from_aslant(turned, angle, ground)


def _from_aslant(image: Image.Image, angle: float, ground: float) -> Image.Image:
    """A picture whose upper edge leans away by so many degrees, seen from three times its size away."""
    cosine, tangent = math.cos(math.radians(angle)), math.tan(math.radians(angle))
    x, y = image.width / 2, image.height / 2
    far = tangent / (3 * max(image.size))
    rest = 1 + far * y
    rows = (
        (1, -far * x, far * x * y),
        (0, 1 / cosine - far * y, y + far * y * y - y / cosine),
        (0, -far),
    )
    seen = tuple(value / rest for row in rows for value in row)
    return image.transform(image.size, Image.Transform.PERSPECTIVE, seen, Image.Resampling.BICUBIC, fillcolor=ground)


# Each with the smallest size that it makes of a module, as a share.
ATTEMPTS: tuple[tuple[str, Callable[[Seen], Iterator[Image.Image]], float], ...] = (
    ("75 %", _smaller(0.75), 0.75),
    ("50 %", _smaller(0.5), 0.5),
    ("blurred", _blurred, 1),
    ("turned 15 degrees", _turned, 1),
    ("tilted 25 degrees", _tilted, 0.9),
    ("tilted 25 degrees sideways", _sideways, 0.9),
)
