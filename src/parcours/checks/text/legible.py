"""The text can be read without zooming."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.checks.text._sizes import FAILS_BELOW, LEGIBLE, ROUNDING, WARNS_BELOW, by_size, measured, texts
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.wording import counted

MOST_ROWS = 8

NOTE_TAGS = frozenset({"footer", "small", "sup", "sub"})
NOTES = re.compile(
    r"legal|mention|disclaim|copyright|footnote|fine-?print|small-?print|notes?-bas|impressum|cgu|cgv|terms",
    re.IGNORECASE,
)


@page_check(
    "text/legible",
    title="The text can be read without zooming",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: page.frames[:1] if any(True for _ in texts(page)) else (),
    advice=Advice(
        do="Set the body text to 16 px, and nothing that matters below 12 px as the phone shows it.",
        snippet="body { font-size: 1rem; }",
        links=("https://developer.chrome.com/docs/lighthouse/seo/font-size",),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1"><p>Your parcel is on its way.</p>',
    fails=(
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<p style="font-size:10px">Your parcel is on its way.</p>'
    ),
)
def legible(_: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """Text smaller than 12 px on the glass is not read but skipped, and the reason for the letter with it."""
    scale = page.main.scale or 1
    sizes = by_size(page, scale)
    total, large = measured(sizes)
    share = large / total
    if share >= WARNS_BELOW:
        return
    zoomed = f" (the page is shown at {scale:.0%} of its size)" if scale < 0.95 else ""
    much = _much(share) if large else "None"
    yield Problem(
        f"{much} of the text is at least {LEGIBLE:.0f} px as the visitor sees it{zoomed}",
        severity=Severity.MAJOR if share < FAILS_BELOW else Severity.MINOR,
        evidence=_table(sizes, total) + _small_print(page, scale),
    )


def _much(share: float) -> str:
    """Rounded down, so that 59.9 % never reads as the 60 % that it misses."""
    return f"Only {int(share * 100)}%" if share >= 0.01 else "Less than 1%"


def _table(sizes: dict[float, tuple[int, str]], total: int) -> str:
    rows = sorted(sizes.items(), key=lambda row: -row[1][0])
    lines = [
        f"{size:g} px: {count / total:.0%}, {counted(count, 'character')}, such as {address}"
        for size, (count, address) in rows[:MOST_ROWS]
    ]
    rest = sum(count for _, (count, _) in rows[MOST_ROWS:])
    return "\n".join([*lines, f"other sizes: {rest / total:.0%}"] if rest else lines)


def _small_print(page: PageSnapshot, scale: float) -> str:
    small = notes = 0
    known = {id(frame): _notes(frame) for frame in page.frames}
    for frame, element in texts(page):
        assert element.ink
        if element.ink.size * scale < LEGIBLE - ROUNDING:
            small += element.length
            notes += element.length if id(element) in known[id(frame)] else 0
    return (
        f"\n{notes / small:.0%} of the small text stands in the footer or in legal notes, which count too"
        if notes
        else ""
    )


def _notes(frame: FrameFacts) -> set[int]:
    """`id` of each element that stands in a footer or names itself a legal note."""
    found: set[int] = set()
    for element in frame.elements:
        inside = element.parent >= 0 and id(frame.elements[element.parent]) in found
        if inside or element.tag in NOTE_TAGS or NOTES.search(f"{element.attr('class')} {element.attr('id')}"):
            found.add(id(element))
    return found
