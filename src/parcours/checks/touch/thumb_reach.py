"""The first thing to do is on the first screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.colour import parse
from parcours.facts.layers import roots
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.overflow import is_unstyled
from parcours.trace import JourneyTrace

MADE_SMALL = 0.95  # scale: a page that is shown smaller has another fault
BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button|bouton|cta)(?:$|[\s_-])", re.IGNORECASE)
AROUND = frozenset({"banner", "navigation", "contentinfo", "search", "complementary"})
LEAST = 40.0  # CSS pixels of width: smaller ones are arrows and stars
UNNAMED = re.compile(r"^\W*$")


def _landings(trace: JourneyTrace) -> tuple[PageSnapshot, ...]:
    """The page that a letter or a code led to on a phone, if it has something that asks to be tapped."""
    page = trace.landing
    # A plain address may be that of any page, and not every page is there to be acted on.
    if trace.start.channel == "link" or page is None or page.status >= 400 or not page.device.is_phone:
        return ()
    if page.main.scale < MADE_SMALL or is_unstyled(page):
        return ()
    return (page,) if next(_actions(page), None) else ()


def _actions(page: PageSnapshot) -> Iterator[Element]:
    """The buttons of the page's own content, in its order."""
    frame = page.main
    of = roots(frame)
    around: set[int] = set()
    for index, element in enumerate(frame.elements):
        if element.parent in around or element.role in AROUND or element.tag in ("header", "footer", "nav"):
            around.add(index)
        elif of[index] < 0 and element.visible and not element.inert and _asks(element):
            yield element


def _asks(element: Element) -> bool:
    named = element.name or element.text
    if UNNAMED.match(named) or element.in_line or element.box.width < LEAST or "disabled" in element.attrs:
        return False
    if element.role == "button" and element.tag != "summary":
        return "aria-expanded" not in element.attrs
    ground = parse(element.paint.background) if element.paint and element.paint.background else None
    drawn = bool(ground and ground.alpha > 0.5) and element.box.height < 100
    return element.role == "link" and (drawn or bool(BUTTON.search(element.attr("class"))))


def _links(frame: FrameFacts, page: PageSnapshot) -> bool:
    """True when the first screen has a link, drawn as a button or not, in the page's own content or in a bar."""
    screen = page.first_screen
    around: set[int] = set()
    for index, element in enumerate(frame.elements):
        if element.parent in around or element.role in AROUND - {"search"}:
            around.add(index)
        elif element.visible and element.role in ("link", "button") and element.box.meet(screen).height > 1:
            return True
    return False


@journey_check(
    "touch/thumb-reach",
    title="The landing page's first screen offers something to do",
    severity=Severity.NOTE,
    owner=Owner.WEB,
    looks_at=_landings,
    needs=("frames",),
    advice=Advice(
        do="Move the main button up into the first screen, or into a bar that stays at its lower edge.",
        links=("https://www.nngroup.com/articles/page-fold-manifesto/",),
    ),
    passes="A landing page whose first screen shows the button “See the three models”.",
    fails="A landing page whose first button comes after two screens of pictures.",
    certainty=Certainty.LOW,
)
def thumb_reach(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """A customer who scanned a code gives the page one look; what asks for a tap should be in it, near the thumb."""
    if _links(page.main, page):
        return
    first = min(_actions(page), key=lambda element: element.box.y)
    screens = first.box.y / page.first_screen.height
    yield Problem(
        f"Nothing in the first screen asks for a tap: “{(first.name or first.text)[:60]}” comes {screens:.1f} screens "
        "down",
        evidence=first.address,
    )
