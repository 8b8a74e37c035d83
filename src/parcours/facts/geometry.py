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
        return max(self.width, 0.0) * max(self.height, 0.0)

    def meet(self, other: Box) -> Box:
        """What both cover; a box of no area when they do not touch."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(x, y, max(right - x, 0.0), max(bottom - y, 0.0))

    def moved(self, dx: float, dy: float) -> Box:
        """The same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)
