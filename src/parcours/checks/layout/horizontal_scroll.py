"""The page fits the phone's width."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.model import FrameFacts, PageSnapshot

SLIGHT = 20  # CSS pixels: up to here the page wobbles, beyond it hides things


@page_check(
    "layout/horizontal-scroll",
    title="The page does not scroll sideways",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: page.frames[:1],
    advice=Advice(
        do="Let the widest element shrink with the screen.",
        snippet="img, video, iframe, table { max-width: 100%; }",
        links=(
            "https://www.w3.org/WAI/WCAG22/Understanding/reflow.html",
            "https://developer.chrome.com/docs/lighthouse/pwa/content-width",
        ),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<img src="hero.jpg" alt="" width="900" style="max-width:100%">'
    ),
    fails=(
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<table style="width:600px"><tr><td>Fees</td></tr></table>'
    ),
)
def horizontal_scroll(frame: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """A page wider than the screen is shown smaller or slides under the thumb, and what is at its side is missed."""
    over = overflow.scrolls_by(frame)
    if not over:
        return
    screen = f" on a screen of {page.device.width} px" if frame.layout_width != page.device.width else ""
    yield Problem(
        f"The page is {over:.0f} px wider than its {frame.layout_width:.0f} px{screen}; {_culprit(frame)}",
        severity=Severity.MAJOR if over > SLIGHT else Severity.MINOR,
        certainty=Certainty.LOW if overflow.is_unstyled(page) else None,
    )


def _culprit(frame: FrameFacts) -> str:
    found = next(iter(overflow.overflows(frame)), None)
    if found:
        why = f" ({found.cause})" if found.cause else ""
        return f"the widest thing is {found.address}, {found.element.box.width:.0f} px wide{why}"
    if hidden := overflow.unseen(frame):
        return f"what does it is {hidden.address}, which nobody sees now"
    return "no single element does it: look for a margin or a drawn pseudo-element"
