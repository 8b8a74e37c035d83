"""Advertisements in frames: another one with every visit, made by people whom the brand does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parcours.facts.model import AxeResult, Element, FrameFacts, PageSnapshot, once
from parcours.facts.urls import place_of

# Hosts that advertisements come from.
ADVERTISES = re.compile(
    r"(?:^|\.)ads?\d*\.|doubleclick|adserv|adsystem|syndication|yieldmanager|taboola|outbrain|criteo|adnxs"
)
# What the publishers' tags call the frames that they fill, and what makers of pages call them.
_NAMED = re.compile(
    r"^(?:google_ads_|aswift_|div-gpt-ad|ads?[-_]|ad(?:sbygoogle|vert(?:isement)?|sense|slot|frame|banner)s?(?:$|[-_\d]))|[-_]ads?$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"^(?:3rd party ad|advert|ads?$|publicité|annonce publicitaire|anzeige$|werbung|publicidad|anuncio|pubblicità|"
    r"annuncio pubblicitario|advertentie)",
    re.IGNORECASE,
)


def is_advertisement(frame: FrameFacts, holder: Element | None) -> bool:
    """True when that frame shows an advertisement: by where it comes from, or by what its element is called."""
    if ADVERTISES.search(place_of(frame.url).host):
        return True
    if holder is None:
        return False
    names = (holder.attr("id"), holder.attr("name"), *holder.attr("class").split())
    titles = (holder.attr("title"), holder.attr("aria-label"))
    return any(map(_NAMED.search, names)) or any(_TITLED.search(title.strip()) for title in titles)


def _advertisements(page: PageSnapshot) -> Iterator[int]:
    """The indexes of frames that show advertisements, and of all frames within those."""
    found: set[int] = set()
    for index, frame in enumerate(page.frames[1:], 1):
        above = page.frames[frame.parent] if 0 <= frame.parent < len(page.frames) else page.main
        holder = next((each for each in above.elements if frame.address and each.address == frame.address), None)
        if frame.parent in found or is_advertisement(frame, holder):
            found.add(index)
            yield index


@once
def without_advertisements(page: PageSnapshot) -> PageSnapshot:
    """The page with nothing in the frames that show advertisements; those frames themselves are still there."""
    empty = frozenset(_advertisements(page))
    if not empty:
        return page
    frames = tuple(
        replace(frame, elements=(), metas=(), scripts=(), surface=()) if index in empty else frame
        for index, frame in enumerate(page.frames)
    )
    axe = page.axe and replace(page.axe, results=tuple(_others(page, empty)))
    return replace(page, frames=frames, axe=axe)


def _others(page: PageSnapshot, empty: frozenset[int]) -> Iterator[AxeResult]:
    """What axe-core says of other elements than advertisements and the frames that hold them."""
    holders = {(page.frames[index].parent, page.frames[index].address) for index in empty}
    for result in page.axe.results if page.axe else ():
        nodes = tuple(node for node in result.nodes if (result.frame, node.address) not in holders)
        if result.frame not in empty and (nodes or not result.nodes):
            yield replace(result, nodes=nodes)


def holders(page: PageSnapshot) -> tuple[str, ...]:
    """The addresses, on the page itself, of frames that show advertisements."""
    return tuple(page.frames[i].address for i in _advertisements(page) if page.frames[i].parent == 0)


def unjudged(page: PageSnapshot) -> tuple[str, ...]:
    """In words, how many advertisements nobody judged; nothing when the page has none."""
    count = sum(1 for index in _advertisements(page) if page.frames[index].elements)
    if not count:
        return ()
    said = "advertisement was" if count == 1 else "advertisements were"
    return (f"what {count} {said} showing was not judged: it is another with every visit",)
