"""A button does something when it is tapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot, Tap


class Tried(NamedTuple):
    """One button with what came of a tap on it."""

    address: str
    box: Box
    element: Element
    tap: Tap


def _tried(page: PageSnapshot) -> Iterable[Tried]:
    known = {element.address: element for element in page.main.elements} if page.taps else {}
    for tap in page.taps:
        if tap.kind == "button" and (element := known.get(tap.address)):
            yield Tried(tap.address, element.box, element, tap)


@page_check(
    "touch/dead",
    title="Buttons do something when they are tapped",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_tried(page)),
    advice=Advice(
        do="Give the button something to do, or take it off the page.",
        snippet='<a href="/advisers">Our advisers</a> in place of <a href="#">Our advisers</a>',
        links=(
            "https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/button",
            "https://www.w3.org/WAI/WCAG22/Techniques/failures/F42",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width">'
    '<button onclick="this.nextSibling.hidden = false">Opening hours</button><p hidden>9 to 5</p>',
    fails='<meta name="viewport" content="width=device-width"><button type="button">Opening hours</button>',
    needs=("frames", "taps"),
)
def dead(tried: Tried, page: PageSnapshot) -> Iterator[Problem]:
    """A customer taps, waits, taps again and goes: a button that does nothing looks like a site that is broken."""
    tap = tried.tap
    if tap.effect:
        return
    name = (tried.element.name or tried.element.text)[:50]
    broke = f", and a script breaks as it is tapped: {tap.error[:120]}" if tap.error else ""
    said = f"“{name}” does nothing when it is tapped (waited for 1 s, twice){broke}"
    if "closed-shadow" in page.main.prompts or overflow.is_unstyled(page):
        yield CannotTell(f"{said}; not all of the page could be seen", "unseen", Severity.MINOR, Certainty.LOW)
        return
    if tap.wanted:
        yield Problem(f"{said}; the journey goes on through it", "wanted", Severity.BLOCKER, evidence=tap.error)
        return
    yield Problem(said, "broken" if tap.error else "nothing", Severity.MINOR, Certainty.MEDIUM, evidence=tap.error)
