"""A menu opens when it is tapped, not only when a mouse points at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot, Tap


class Pointed(NamedTuple):
    """A control whose list shows after a tap, or under a mouse, with what came of a tap on it."""

    address: str
    box: Box
    element: Element
    tap: Tap


def _pointed(page: PageSnapshot) -> Iterable[Pointed]:
    known = {element.address: element for element in page.main.elements} if page.taps else {}
    for tap in page.taps:
        if tap.kind == "list" and (element := known.get(tap.address)):
            yield Pointed(tap.address, element.box, element, tap)


@page_check(
    "touch/hover-only",
    title="Menus open when they are tapped",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=lambda page: tuple(_pointed(page)),
    advice=Advice(
        do="Open the list on click too, by a button of its own that says aria-expanded.",
        snippet='<button type="button" aria-expanded="false" aria-controls="models">Models</button>',
        links=(
            "https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/examples/disclosure-navigation-hybrid/",
            "https://developer.mozilla.org/docs/Web/CSS/@media/hover",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width">'
    "<style>li ul{display:none}li:hover ul{display:block}</style>"
    '<nav><ul><li><a href="#">Boots</a><ul><li><a href="/low">Low</a><li><a href="/high">High</a></ul></li></ul></nav>',
    fails='<meta name="viewport" content="width=device-width"><nav><ul>'
    '<li><button type="button">Boots</button><ul hidden><li><a href="/low">Low</a><li><a href="/high">High</a></ul>'
    "</li></ul></nav><script>const [b, l] = ['button', 'li ul'].map((s) => document.querySelector(s));"
    "b.onpointerenter = b.onpointerleave = "
    "(e) => { if (e.pointerType === 'mouse') l.hidden = e.type !== 'pointerenter' }</script>",
    needs=("frames", "taps"),
)
def hover_only(pointed: Pointed, page: PageSnapshot) -> Iterator[Problem]:
    """A finger cannot point without tapping: a menu that waits for a mouse hides half the shop from every phone."""
    tap = pointed.tap
    name = (pointed.element.name or pointed.element.text)[:50]
    if not tap.pointed:
        return
    if tap.effect == "leaves":
        # Safari shows first what a mouse would see, and follows the link at the second tap.
        if page.device.platform == "android" or not tap.opened:
            said = f"The list of “{name}” shows under a mouse only: a tap follows the link at once"
            yield Problem(said, "leaves", Severity.MINOR)
    elif not tap.opened:
        yield Problem(f"The list of “{name}” shows under a mouse only: a tap does not open it", "shut")
