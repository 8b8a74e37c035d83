"""No text is so small that it looks like a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.checks.text._sizes import ROUNDING, WARNS_BELOW, by_size, measured, texts
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.wording import counted

TINY = 9.0  # CSS pixels of the screen


class Print(NamedTuple):
    """The page's smallest text: how large it is seen, and how many texts are as tiny."""

    address: str
    box: Box
    size: float
    text: str
    alike: int


def _smallest(page: PageSnapshot) -> tuple[Print, ...]:
    """One subject, or none on a page without text. Where most text is too small, `text/legible` says it all."""
    found = [(_seen(element, page), element) for _, element in texts(page) if _is_read(element)]
    if not found:
        return ()
    total, large = measured(by_size(page, page.main.scale or 1))
    if large < total * WARNS_BELOW:
        return ()
    size, element = min(found, key=lambda each: each[0])
    tiny = sum(1 for seen, _ in found if seen < TINY - ROUNDING)
    return (Print(element.address, page.on_page(element), size, element.text, tiny),)


def _seen(element: Element, page: PageSnapshot) -> float:
    assert element.ink
    return element.ink.size * (page.main.scale or 1)


def _is_read(element: Element) -> bool:
    """Words and prices; not the sign of a trade mark or the number of a footnote."""
    return element.tag not in ("sup", "sub") and sum(map(str.isalnum, element.text)) > 2


@page_check(
    "text/tiny",
    title="No text is smaller than 9 px on the screen",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_smallest,
    advice=Advice(
        do="Raise the smallest text to 12 px; what may not be read need not be there.",
        snippet="small { font-size: 0.8rem; }",
        links=("https://developer.chrome.com/docs/lighthouse/seo/font-size",),
    ),
    passes='<meta name="viewport" content="width=device-width"><p>Your parcel is on its way to you, at last.</p>',
    fails='<meta name="viewport" content="width=device-width"><p>Your parcel is on its way to you, at last.</p>'
    '<p style="font-size:8px">Terms</p>',
)
def tiny(small: Print, _page: PageSnapshot) -> Iterator[Problem]:
    """Conditions in 8 px look like something to hide, and whoever wants to know them has to pinch for every line."""
    if small.alike:
        more = f", and {counted(small.alike - 1, 'more text')} below {TINY:g} px" if small.alike > 1 else ""
        yield Problem(
            f"“{small.text[:60]}” is {small.size:.1f} px high as the visitor sees it{more}", evidence=small.text
        )
