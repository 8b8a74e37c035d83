"""Nothing that is to be read or tapped is cut off at the page's side."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.overflow import Cut

LITTLE = 0.1  # of the text
KINDS = {"a": "link", "input": "field", "select": "list", "textarea": "field"}


def subjects(page: PageSnapshot) -> Iterator[FrameFacts | Cut]:
    """The page itself, then what is cut."""
    yield from page.frames[:1]
    yield from overflow.cuts(page.main)


@page_check(
    "layout/clipped",
    title="Nothing is cut off at the side of the page",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Let the content wrap or shrink instead of hiding what does not fit.",
        snippet="max-width: 100%; flex-wrap: wrap; overflow-wrap: anywhere;",
        links=(
            "https://www.w3.org/WAI/WCAG22/Understanding/reflow.html",
            "https://developer.mozilla.org/docs/Web/CSS/overflow",
        ),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<div style="overflow:hidden"><p>Your adviser answers within a day.</p></div>'
    ),
    fails=(
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<div style="overflow:hidden">'
        '<p style="width:600px">Your adviser answers within a day, on every day of the week, '
        "by telephone or by message.</p></div>"
    ),
)
def clipped(subject: FrameFacts | Cut, page: PageSnapshot) -> Iterator[Problem]:
    """What is hidden at the side cannot even be scrolled to: the end of a sentence or half a button is simply gone."""
    if isinstance(subject, FrameFacts):
        return
    what = list(_lost(subject))
    message = f"Cut off at the side of the page: {' and '.join(what)}"
    evidence = subject.text[:300]
    if subject.band:
        yield CannotTell(f"{message}; this may be a band to swipe", "band", Severity.MINOR, evidence=evidence)
        return
    slight = not subject.controls and subject.share < LITTLE
    certainty = Certainty.LOW if overflow.is_unstyled(page) else None
    yield Problem(message, "cut", Severity.MINOR if slight else None, certainty, evidence=evidence)


def _lost(cut: Cut) -> Iterator[str]:
    if cut.share:
        yield f"about {max(cut.share, 0.01):.0%} of the text of {cut.element.tag}"
    if len(cut.controls) == 1:
        control = cut.controls[0]
        name = control.name or control.text
        yield f"a {KINDS.get(control.tag, 'button')}" + (f" (“{name[:60]}”)" if name else "")
    elif cut.controls:
        names = dict.fromkeys(f"“{name[:40]}”" for control in cut.controls if (name := control.name or control.text))
        named = f" ({', '.join(list(names)[:3])})" if names else ""
        yield f"{len(cut.controls)} links, buttons or fields{named}"
