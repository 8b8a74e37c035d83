"""Whether a finger on one target also touches another: the measure that Lighthouse took up to version 11.

A finger is a square of 48 px laid on the middle of a target. It fails when it covers another target by a quarter or
more of what it covers of its own. Source: lighthouse/core/audits/seo/tap-targets.js and core/lib/tappable-rects.js.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts

FINGER = 48.0  # CSS pixels, about 9 mm
MOST_OVERLAP = 0.25
ALIGNED = 10.0  # CSS pixels: boxes that line up as nearly are one
CELL, MOST_CELLS = 128, 100  # CSS pixels; a target larger than 100 cells is no small one's neighbour alone
TAPPED_TAGS = frozenset({"button", "a", "input", "textarea", "select", "option"})
TAPPED_ROLES = frozenset(
    {
        "button", "checkbox", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "scrollbar", "slider",
        "spinbutton",
    }
)  # fmt: skip


class Target(NamedTuple):
    """Something that is tapped. `boxes` are all places where a tap lands on it."""

    element: Element
    boxes: tuple[Box, ...]
    bounds: Box

    @property
    def is_small(self) -> bool:
        """True when a finger fits into none of its boxes."""
        return all(box.width < FINGER or box.height < FINGER for box in self.boxes)


class Clash(NamedTuple):
    """A finger on `target` that also lies on `other`. `ratio` is the share of the one to the other."""

    target: Element
    other: Element
    ratio: float

    @property
    def address(self) -> str:
        """The target's address."""
        return self.target.address

    @property
    def box(self) -> Box:
        """The target's box, in its frame."""
        return self.target.box


def targets(frame: FrameFacts) -> dict[int, list[Target]]:
    """The frame's targets by what they move with: -1 for the page itself, else the index of the bar that stays.

    Left out are targets within targets, in lines of text, unseen ones, and those that something lies over.
    """
    found: dict[int, list[Target]] = {}
    inside: list[bool] = []  # whether an element stands in a target, or is one
    holder: list[int] = []
    for index, element in enumerate(frame.elements):
        above = element.parent
        within = above >= 0 and inside[above]
        tapped = is_target(element)
        inside.append(within or tapped)
        stays = element.position in ("fixed", "sticky")
        holder.append(holder[above] if above >= 0 and holder[above] >= 0 else index if stays else -1)
        if tapped and not within and element.visible and not element.in_line and not element.covered_by:
            boxes = element.spots or (element.box,)
            found.setdefault(holder[index], []).append(Target(element, boxes, _bounds(boxes)))
    return found


def is_target(element: Element) -> bool:
    """True for what Lighthouse takes for a target, by its tag or by its role attribute."""
    return element.tag in TAPPED_TAGS or ("role" in element.attrs and element.attr("role").lower() in TAPPED_ROLES)


def clashes(frame: FrameFacts) -> Iterator[Clash]:
    """Every pair of targets that one finger touches both of, once: from the side where it is worse."""
    for group in targets(frame).values():
        found = {
            (id(clash.target), id(clash.other)): clash
            for target, near in _neighbours(group)
            if (clash := _clash(target, near))
        }
        for (one, other), clash in found.items():
            mirrored = found.get((other, one))
            if mirrored is None or mirrored.ratio < clash.ratio or (mirrored.ratio == clash.ratio and one < other):
                yield clash


def _neighbours(group: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    """Each small target with each other one that a finger on it may touch, found by the cells of a grid."""
    cells: dict[tuple[int, int], list[int]] = {}
    reaches = [_padded(target.bounds) for target in group]
    small = [target.is_small for target in group]
    for index, target in enumerate(group):
        met: set[int] = set()
        for cell in _cells(reaches[index]):
            here = cells.setdefault(cell, [])
            met.update(here)
            here.append(index)
        for at in sorted(met):
            if not (small[index] or small[at]) or not _touch(reaches[index], reaches[at]):
                continue
            if small[index]:
                yield target, group[at]
            if small[at]:
                yield group[at], target


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, top = int(box.x // CELL), int(box.y // CELL)
    right, bottom = int(box.right // CELL), int(box.bottom // CELL)
    for column in range(left, min(right, left + MOST_CELLS) + 1):
        for row in range(top, min(bottom, top + MOST_CELLS) + 1):
            yield column, row


def _clash(target: Target, other: Target) -> Clash | None:
    href = target.element.attr("href")
    if href and href == other.element.attr("href") and not href.startswith(("#", "javascript:")):
        return None  # both lead to the same place
    if _nested(target.boxes, other.boxes):
        return None  # a button within a card: meant
    worst = 0.0
    for box in tappable(target.boxes):
        finger = Box(box.x + box.width / 2 - FINGER / 2, box.y + box.height / 2 - FINGER / 2, FINGER, FINGER)
        shared = max(finger.meet(each).area for each in other.boxes)
        own = finger.meet(box).area if shared else 0.0
        worst = max(worst, shared / own) if own else worst
    return Clash(target.element, other.element, worst) if worst >= MOST_OVERLAP else None


def tappable(boxes: Sequence[Box]) -> list[Box]:
    """The places to lay a finger on: no slivers, none within another, and those that line up and touch as one."""
    if len(boxes) == 1 and boxes[0].width > 1 and boxes[0].height > 1:
        return list(boxes)
    large = [box for box in dict.fromkeys(boxes) if box.width > 1 and box.height > 1]
    kept = [box for box in large if not any(other != box and _contains(other, box) for other in large)]
    return _merged(kept)


def _merged(boxes: list[Box]) -> list[Box]:
    for one, other in combinations(boxes, 2):
        lines_up = (
            abs(one.y - other.y) <= ALIGNED
            or abs(one.bottom - other.bottom) <= ALIGNED
            or abs(one.x - other.x) <= ALIGNED
            or abs(one.right - other.right) <= ALIGNED
        )
        if not (lines_up and _touch(one, other)):
            continue
        whole = _bounds((one, other))
        x, y = whole.x + whole.width / 2, whole.y + whole.height / 2
        # An L has its middle outside: a finger there would touch nothing.
        if any(box.x <= x <= box.right and box.y <= y <= box.bottom for box in (one, other)):
            return _merged([*(box for box in boxes if box not in (one, other)), whole])
    return boxes


def _bounds(boxes: Sequence[Box]) -> Box:
    if len(boxes) == 1:
        return boxes[0]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


def _padded(box: Box) -> Box:
    """A box with half a finger around it."""
    return Box(box.x - FINGER / 2, box.y - FINGER / 2, box.width + FINGER, box.height + FINGER)


def _touch(one: Box, other: Box) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def _contains(outer: Box, inner: Box) -> bool:
    return outer.x <= inner.x and outer.y <= inner.y and outer.right >= inner.right and outer.bottom >= inner.bottom


def _nested(one: Sequence[Box], other: Sequence[Box]) -> bool:
    """True when every box of the one lies in every box of the other, or the other way about."""
    return all(_contains(a, b) or _contains(b, a) for a in one for b in other)
