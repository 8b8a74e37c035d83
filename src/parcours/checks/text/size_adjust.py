"""The size of the text stays the visitor's to choose."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import FrameFacts, PageSnapshot

LEAST_ZOOM = 2.0  # WCAG 1.4.4 asks for 200 %


def _adjusted(page: PageSnapshot) -> tuple[FrameFacts, ...]:
    """The page, where its styles say whether the browser may enlarge its text."""
    return page.frames[:1] if page.main.text_size_adjust not in ("", "auto") else ()


@page_check(
    "text/size-adjust",
    title="Text can be made larger, by pinching or by the browser",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_adjusted,
    advice=Advice(
        do="Write text-size-adjust: 100% in place of none, and let visitors zoom.",
        snippet="html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }",
        links=(
            "https://developer.mozilla.org/docs/Web/CSS/text-size-adjust",
            "https://www.w3.org/WAI/WCAG22/Understanding/resize-text.html",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><style>html { text-size-adjust: none }</style><p>Hi</p>',
    fails='<meta name="viewport" content="width=device-width, user-scalable=no">'
    "<style>html { text-size-adjust: none }</style><p>Hi</p>",
)
def size_adjust(frame: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """Whoever needs large letters asks the phone for them; a page that refuses it stays closed to them."""
    tag = viewport.winner(page)
    if frame.text_size_adjust != "none" or tag is None:
        return
    said = viewport.settings(tag.content)
    if said.user_scalable and viewport.on_phone(said, page).maximum >= LEAST_ZOOM:
        return
    yield Problem(
        "text-size-adjust: none keeps the browser from enlarging text, and the viewport tag keeps the visitor from it",
        evidence=tag.content,
    )
