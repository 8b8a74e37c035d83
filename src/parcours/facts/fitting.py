"""What no longer fits when the text is larger or the screen narrower, and did before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parcours.facts import overflow
from parcours.facts.cutting import losses
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot

SHARE = 0.1  # of an element's text: less than that is an edge that nobody misses

# What needs two dimensions to be understood may scroll in both (WCAG 1.4.10).
TWO_DIMENSIONS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "iframe", "video", "canvas", "pre"})


class Misfit(NamedTuple):
    """One thing that no longer fits. `kind` is "scroll" (it widens the page), "side" or "below" (its text is cut).

    `lost` is in CSS pixels: how far it reaches out, or how much of the text is hidden. `text` is what it says, `cause`
    a hint in words.
    """

    address: str
    box: Box
    kind: str
    lost: float
    text: str = ""
    cause: str = ""
    more: int = 0


def misfits(before: FrameFacts, after: FrameFacts) -> tuple[Misfit, ...]:
    """What no longer fits after, and did before: what widens the page first, then cut texts, each thing once."""
    known = {loss.address for loss in losses(before)} | {cut.address for cut in overflow.cuts(before)}
    found = [*_widening(before, after), *_cut(after)]
    places = {element.address: element.box for element in before.elements} if found else {}
    first: dict[str, Misfit] = {}
    for misfit in found:
        if misfit.address not in known:
            # Pictures show the page as it was: what is marked there must be where it was.
            first.setdefault(misfit.address, misfit._replace(box=places.get(misfit.address, misfit.box)))
    return tuple(first.values())


def _widening(before: FrameFacts, after: FrameFacts) -> Iterator[Misfit]:
    """Only where the page itself did not slide before; what does it, or the page where nothing shows it."""
    over = overflow.scrolls_by(after)
    if not over or overflow.scrolls_by(before):
        return
    found = overflow.overflows(after)
    if found and all(_may_be_wide(after, one.element) for one in found):
        return
    culprit = next((one for one in found if not _may_be_wide(after, one.element)), None)
    if culprit:
        words = culprit.element.name or culprit.element.text
        yield Misfit(culprit.address, culprit.box, "scroll", over, words, culprit.cause)
    else:
        yield Misfit("", Box(0, 0, 0, 0), "scroll", over)


def _may_be_wide(frame: FrameFacts, element: Element) -> bool:
    return any(one.tag in TWO_DIMENSIONS for one in (element, *frame.ancestors(element)))


def _cut(after: FrameFacts) -> Iterator[Misfit]:
    for cut in overflow.cuts(after):
        if (cut.share >= SHARE or cut.controls) and not cut.band and not _may_be_wide(after, cut.element):
            lost = max(cut.box.right - after.layout_width, -cut.box.x, 0)
            words = cut.text or next((control.name or control.text for control in cut.controls), "")
            yield Misfit(cut.address, cut.box, "side", lost, words)
    for loss in losses(after):
        if not loss.opens:  # it was whole before: no teaser, however long
            yield Misfit(loss.address, loss.box, loss.side, loss.lost, loss.text)


def shown_whole(page: PageSnapshot) -> FrameFacts | None:
    """The page as it was looked at first, to compare with; None where it is not laid out in the phone's width."""
    return page.main if page.frames and abs(page.main.layout_width - page.device.width) <= 1 else None
