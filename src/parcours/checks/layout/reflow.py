"""The page fits a screen of 320 pixels too."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.fitting import Misfit, misfits, shown_whole
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.wording import counted

MOST = 6
TOLERANCE = 1


def _subjects(page: PageSnapshot) -> Iterator[FrameFacts | Misfit]:
    """The page on the narrow screen, where it followed; then what does not fit there and did on the phone's."""
    before, narrow = shown_whole(page), page.reflow
    if before is None or narrow is None or narrow.layout_width >= before.layout_width - TOLERANCE:
        return
    yield narrow
    found = misfits(before, narrow)
    for at, misfit in enumerate(found[:MOST], start=1):
        yield misfit._replace(more=len(found) - MOST if at == MOST and len(found) > MOST else 0)


@page_check(
    "layout/reflow",
    title="The page fits a screen of 320 px",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_subjects,
    advice=Advice(
        do="Let widths follow the screen: percentages and max-width in place of pixels, wrapping in place of one line.",
        snippet="min-width: 0; max-width: 100%; flex-wrap: wrap; overflow-wrap: anywhere;",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/reflow.html",),
    ),
    passes='<meta name="viewport" content="width=device-width"><p style="max-width:360px">Your adviser answers.</p>',
    fails='<meta name="viewport" content="width=device-width"><p style="width:360px">Your adviser answers.</p>',
    needs=("frames", "reflow"),
)
def reflow(subject: FrameFacts | Misfit, page: PageSnapshot) -> Iterator[Problem]:
    """People who set their phone's display larger have 320 px: they slide each line to and fro, or miss its end."""
    if isinstance(subject, FrameFacts):
        return
    certainty = Certainty.LOW if overflow.is_unstyled(page) else None
    more = f" ({counted(subject.more, 'more thing does', 'more things do')} not fit)" if subject.more else ""
    named = f"“{subject.text[:50]}”" if subject.text else subject.address or "something"
    screen = f"on a screen of {page.reflow.layout_width:.0f} px" if page.reflow else ""
    if subject.kind == "scroll":
        why = f": {subject.cause}" if subject.cause else ""
        said = f"The page slides sideways by {subject.lost:.0f} px {screen}; {named} reaches out{why}{more}"
    else:
        where = "at the side" if subject.kind == "side" else "below"
        said = f"{named} is cut off {where} {screen}: {subject.lost:.0f} px of it are hidden{more}"
    yield Problem(said, subject.kind, certainty=certainty, evidence=subject.cause)
