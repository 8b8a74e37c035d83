"""Every element stays within the page."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.overflow import Overflow
from parcours.facts.wording import counted


def subjects(page: PageSnapshot) -> Iterator[FrameFacts | Overflow]:
    """The page itself, then what widens it, widest first."""
    yield from page.frames[:1]
    yield from overflow.overflows(page.main)


@page_check(
    "layout/overflow-element",
    title="Every element stays within the page",
    severity=Severity.MINOR,  # how grave it is for the page, layout/horizontal-scroll says
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Give the element a width that follows the screen, or put it into a box that scrolls by itself.",
        snippet="max-width: 100%; overflow-wrap: anywhere;",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/reflow.html",),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<div style="overflow-x:auto"><table style="width:600px"><tr><td>Fees</td></tr></table></div>'
    ),
    fails=(
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<table style="width:600px"><tr><td>Fees</td></tr></table>'
    ),
)
def overflow_element(subject: FrameFacts | Overflow, page: PageSnapshot) -> Iterator[Problem]:
    """One stiff table or picture makes the whole page slide sideways, and its end is read by nobody."""
    if isinstance(subject, FrameFacts):
        return
    side = "left" if overflow.sides(page.main).rtl else "right"
    alike = f", as {counted(subject.alike, 'more beside it does', 'more beside it do')}" if subject.alike else ""
    why = f": {subject.cause}" if subject.cause else ""
    rest = f" ({counted(subject.more, 'more place reaches', 'more places reach')} out less)" if subject.more else ""
    yield Problem(
        f"{subject.element.tag} of {subject.element.box.width:.0f} px reaches {subject.over:.0f} px past the page's "
        f"{side} side{alike}{why}{rest}",
        certainty=Certainty.LOW if overflow.is_unstyled(page) else None,
        evidence=subject.cause,
    )
