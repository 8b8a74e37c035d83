"""The parts of a viewport tag are parted by commas."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot


@page_check(
    "viewport/semicolon",
    title="The viewport tag's parts are parted by commas",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=viewport.winners,
    advice=Advice(
        do="Replace every semicolon of the viewport meta tag by a comma.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://drafts.csswg.org/css-viewport/#viewport-meta",),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1"><p>hello</p>',
    fails='<meta name="viewport" content="width=device-width;initial-scale=1"><p>hello</p>',
)
def semicolon(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """To a phone a semicolon is a letter: what stands before it is misread, and the page may come out desk-sized."""
    said, whole = viewport.settings(meta.content), viewport.repaired(meta.content)
    if not said.semicolons:
        return
    width = viewport.on_phone(said, page).width
    if viewport.width_fault(meta.content, page) == "semicolon":
        message = f"A semicolon breaks the viewport: {width:.0f} px wide on a screen of {page.device.width} px"
        yield Problem(message, aspect="width", severity=Severity.BLOCKER, evidence=meta.content)
    elif whole.user_scalable and not said.user_scalable:
        # Safari zooms whatever the tag says; Chrome does not.
        severity = Severity.MAJOR if page.device.platform == "android" else Severity.MINOR
        message = f"A semicolon turns user-scalable into “{said.value('user-scalable')}”, which stops zooming"
        yield Problem(message, aspect="zoom", severity=severity, evidence=meta.content)
    elif said.meaning != whole.meaning:
        message = f"Semicolons make phones ignore {_lost(said, whole)}; the rest of the tag makes up for it"
        yield Problem(message, aspect="ignored", evidence=meta.content)
    else:
        yield Problem(
            "A semicolon ends the viewport tag; it does no harm where it stands",
            aspect="harmless",
            severity=Severity.NOTE,
            evidence=meta.content,
        )


def _lost(said: viewport.Settings, whole: viewport.Settings) -> str:
    """The keys whose values are misread, in the order in which they were meant."""
    return ", ".join(key for key, value in dict(whole.pairs).items() if said.value(key) != value)
