"""A page must say that it fits the phone."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import FrameFacts, PageSnapshot


@page_check(
    "viewport/missing",
    title="The page tells the phone to use its own width",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=lambda page: page.frames[:1],
    advice=Advice(
        do="Add a viewport meta tag to the head of every page.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/meta/name/viewport",),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1"><p>hello</p>',
    fails="<p>hello</p>",
)
def missing(frame: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """Without it a phone lays the page out for a desk and shrinks it to the screen: text of 16 px is read at 6."""
    tag = viewport.winner(page)
    # A tablet shrinks a page of 980 px by a sixth only.
    severity = None if page.device.is_phone else Severity.MINOR
    laid_out = f"the page is laid out {frame.layout_width:.0f} px wide on a screen of {page.device.width} px"
    if viewport.is_wide(frame.layout_width, page):
        if tag is None:
            yield Problem(f"No viewport meta tag: {laid_out}", severity=severity)
        elif viewport.width_fault(tag.content, page) == "absent":
            message = f"The viewport meta tag names no width: {laid_out}"
            yield Problem(message, aspect="no-width", severity=severity, evidence=tag.content)
    elif tag is None and (hint := viewport.hint(page)):
        yield _hinted(hint, page)


def _hinted(hint: str, page: PageSnapshot) -> Problem:
    """Blink obeys the older hints. WebKit has no code for the two tags, and gives the doctype 320 px."""
    said = f"No viewport meta tag: the page fits only because Chrome obeys its {hint}"
    if viewport.own_engine(page) == page.device.engine.used:
        return Problem(said, aspect="legacy-hint", severity=Severity.NOTE)
    return CannotTell(f"{said}; Safari may not: look at it on an iPhone", aspect="legacy-hint")
