"""Boxes, in CSS pixels from the top left corner of the page."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in CSS pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.height

    @property
    def area(self) -> float:
        """Square CSS pixels; 0 for a line or a point."""
        _, _, width, height = self
        return width * height if width > 0 and height > 0 else 0.0

    def meet(self, other: Box) -> Box:
        """What both cover; a box of no area when they do not touch."""
        ax, ay, width, height = self
        bx, by, other_width, other_height = other
        x, y = max(ax, bx), max(ay, by)
        wide, high = min(ax + width, bx + other_width) - x, min(ay + height, by + other_height) - y
        return Box(x, y, max(wide, 0.0), max(high, 0.0))

    def moved(self, dx: float, dy: float) -> Box:
        """The same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)
