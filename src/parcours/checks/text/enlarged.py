"""Text at 200 % still fits its boxes and the page."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.fitting import Misfit, misfits, shown_whole
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.wording import counted

MOST = 6


def _subjects(page: PageSnapshot) -> Iterator[FrameFacts | Misfit]:
    """The page with larger text; then what does not fit any more, and did before."""
    before = shown_whole(page)
    if before is None or page.enlarged is None or not any(element.length for element in before.elements):
        return
    yield page.enlarged
    found = misfits(before, page.enlarged)
    for at, misfit in enumerate(found[:MOST], start=1):
        yield misfit._replace(more=len(found) - MOST if at == MOST and len(found) > MOST else 0)


@page_check(
    "text/enlarged",
    title="Text at 200 % is still there as a whole",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=_subjects,
    advice=Advice(
        do="Let boxes grow with their text: min-height in place of height, wrapping in place of one line.",
        snippet="height: auto; min-height: 3em; white-space: normal; overflow-wrap: anywhere;",
        links=(
            "https://www.w3.org/WAI/WCAG22/Understanding/resize-text.html",
            "https://www.w3.org/WAI/WCAG22/Techniques/failures/F69",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><div style="overflow:hidden;min-height:20px">Fees</div>',
    fails='<meta name="viewport" content="width=device-width">'
    '<div style="overflow:hidden;height:20px;line-height:1.2;width:200px">Fees of May</div>',
    needs=("frames", "enlarged"),
)
def enlarged(subject: FrameFacts | Misfit, page: PageSnapshot) -> Iterator[Problem]:
    """Whoever reads with large letters set them on the phone; half a word in a box that does not grow says nothing."""
    if isinstance(subject, FrameFacts):
        return
    certainty = Certainty.LOW if overflow.is_unstyled(page) else None
    more = f" ({counted(subject.more, 'more thing does', 'more things do')} not fit)" if subject.more else ""
    named = f"“{subject.text[:50]}”" if subject.text else subject.address or "something"
    if subject.kind == "scroll":
        why = f": {subject.cause}" if subject.cause else ""
        said = f"With text at 200 % the page slides sideways by {subject.lost:.0f} px; {named} reaches out{why}{more}"
    else:
        where = "at the side" if subject.kind == "side" else "below"
        said = f"With text at 200 % {named} is cut off {where}: {subject.lost:.0f} px of it are hidden{more}"
    yield Problem(said, subject.kind, certainty=certainty, evidence=subject.cause)
