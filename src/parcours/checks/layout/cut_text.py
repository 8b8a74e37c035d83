"""Text is not cut off within its box."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.cutting import Loss, clippers, losses
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.wording import counted

MOST = 12


def subjects(page: PageSnapshot) -> Iterator[FrameFacts | Loss]:
    """The page, then each text that is cut, the first ones in detail."""
    if clippers(page.main):
        yield page.main
    found = losses(page.main)
    for at, loss in enumerate(found[:MOST], start=1):
        yield loss._replace(more=len(found) - MOST if at == MOST and len(found) > MOST else 0)


@page_check(
    "layout/cut-text",
    title="Text is shown whole, or says that it goes on",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Let the box grow with its text (min-height in place of height), or end the line with an ellipsis.",
        snippet="min-height: 3em; overflow-wrap: anywhere;",
        links=(
            "https://www.w3.org/WAI/WCAG22/Understanding/resize-text.html",
            "https://developer.mozilla.org/docs/Web/CSS/text-overflow",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><p style="overflow:hidden">Your parcel is here.</p>',
    fails='<meta name="viewport" content="width=device-width">'
    '<p style="overflow:hidden;width:100px;white-space:nowrap">Your parcel is on its way.</p>',
)
def cut_text(loss: FrameFacts | Loss, page: PageSnapshot) -> Iterator[Problem]:
    """Half a price or the first words of a condition mislead more than none, and nobody can get at the rest."""
    if isinstance(loss, FrameFacts):
        return
    more = f" ({counted(loss.more, 'more text is', 'more texts are')} cut)" if loss.more else ""
    where = "at the side" if loss.side == "side" else "below"
    message = f"“{loss.text[:50]}” is cut off {where}: {loss.lost:.0f} px of it are hidden{more}"
    certainty = Certainty.LOW if overflow.is_unstyled(page) else Certainty.MEDIUM
    if loss.teaser:
        yield CannotTell(f"{message}; is the rest shown on demand?", "teaser", certainty=certainty, evidence=loss.text)
    else:
        yield Problem(message, loss.side, certainty=certainty, evidence=loss.text)
