"""The page must come out as wide as its viewport tag says."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import FrameFacts, PageSnapshot

HTML = ("", "text/html", "application/xhtml+xml")
# Engines round to whole pixels, and some descriptors have measured one more.
TOLERANCE = 2
# Shrunk by a tenth or more: the layout really is wider than the screen, not a page that zooms itself with CSS.
SHRUNK = 0.9


@page_check(
    "viewport/mismatch",
    title="The page is as wide as its viewport tag says",
    severity=Severity.NOTE,
    owner=Owner.WEB,
    looks_at=lambda page: page.frames[:1] if page.mime in HTML and page.main.layout_width else (),
    advice=Advice(
        do="Put one viewport meta tag with the attribute name into the served HTML, and leave it alone in scripts.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://drafts.csswg.org/css-viewport/#viewport-meta",),
    ),
    passes='<meta name="viewport" content="width=device-width"><p>hello</p>',
    fails='<meta property="viewport" content="width=device-width"><p>hello</p>',
)
def mismatch(frame: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """When the page is not as wide as the tag promises, what was tested in the office is not what customers see."""
    predicted, measured = viewport.predicted_width(page), frame.layout_width
    if abs(predicted - measured) <= TOLERANCE:
        return
    tag = viewport.winner(page)
    content = tag.content if tag else ""
    # What Chromium does is tried in the tests; WebKit elsewhere than on an iPhone has a mind of its own.
    known = page.device.engine.used == "chromium"
    widths = f"{measured:.0f} px wide where {predicted:.0f} px were to be expected"
    grown = viewport.is_wide(measured, page) and not viewport.is_wide(predicted, page)
    if known and tag and grown and frame.scale < SHRUNK:
        message = f"The viewport meta tag has no effect: the page is laid out {widths}"
        yield Problem(message, aspect="no-effect", severity=Severity.BLOCKER, evidence=content)
    elif known and frame.served is not None and page.served_metas("viewport") != page.metas("viewport"):
        message = f"A script's changes to the viewport depend on their order: the page is laid out {widths}"
        yield Problem(message, aspect="script", evidence=content)
    else:
        message = f"The page is laid out {widths}: look at it on a real phone"
        yield CannotTell(message, aspect="differs", evidence=content)
