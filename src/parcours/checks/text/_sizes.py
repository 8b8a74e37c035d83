"""How large the text of a page is seen: what several rules about reading share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parcours.facts.model import Element, FrameFacts, PageSnapshot

# Lighthouse's figures, up to version 12: 12 px, and 60 % of all characters.
LEGIBLE = 12.0
FAILS_BELOW = 0.60
WARNS_BELOW = 0.80
ROUNDING = 0.05  # CSS pixels


def texts(page: PageSnapshot) -> Iterator[tuple[FrameFacts, Element]]:
    """Every piece of text that a visitor can see, with its frame. Text of size 0 is hidden, not small."""
    for frame in page.frames:
        if frame.hidden:
            continue
        for element in frame.elements:
            if element.ink and element.length and element.visible and not element.inert and element.ink.size > 1:
                yield frame, element


def by_size(page: PageSnapshot, scale: float) -> dict[float, tuple[int, str]]:
    """Size as seen, in CSS pixels of the screen, to the number of characters and the address of one."""
    sizes: dict[float, tuple[int, str]] = {}
    for _, element in texts(page):
        assert element.ink
        size = round(element.ink.size * scale, 1)
        count, address = sizes.get(size, (0, element.address))
        sizes[size] = (count + element.length, address)
    return sizes


def measured(sizes: Mapping[float, tuple[int, str]]) -> tuple[int, int]:
    """How many characters there are, and how many of them are legible."""
    total = sum(count for count, _ in sizes.values())
    return total, sum(count for size, (count, _) in sizes.items() if size >= LEGIBLE - ROUNDING)
