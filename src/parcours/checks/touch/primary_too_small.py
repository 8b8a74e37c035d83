"""The targets that matter most fit a thumb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.offers import MENU, folded
from parcours.facts.urls import Kind, classify
from parcours.facts.wording import counted

THUMB = 44.0  # CSS pixels: Apple's least size, and WCAG 2.5.5
NEARLY = 36.0  # below it most taps with a thumb go astray; above it some do
ROUNDING = 0.5
MADE_SMALL = 0.95  # scale: on a page that is shown smaller all is too small
MOST = 10

CLOSES = re.compile(
    r"^(?:x|×|✕|✖|✗|close|fermer|schliessen|cerrar|chiudi|sluiten|dismiss|close (?:dialog|modal|menu|popup|banner)|"
    r"fermer (?:la |le )?\w+)$"
)
PRIMARY = re.compile(r"(?:^|[\s_-])(?:primary|cta|call-to-action)(?:$|[\s_-])", re.IGNORECASE)
BURGER = re.compile(r"burger|nav(?:bar)?-?toggle|menu-?(?:toggle|button|btn)", re.IGNORECASE)
REACHES = frozenset({Kind.TEL, Kind.SMS, Kind.MESSAGING})


class Main(NamedTuple):
    """A target that matters, and what it is in words. `more` like it are left out after this one."""

    address: str
    box: Box
    kind: str
    words: str
    element: Element
    more: int = 0


def subjects(page: PageSnapshot) -> Iterator[Main]:
    """The page's targets that matter; of those that are too small the first ten."""
    if page.main.scale < MADE_SMALL:
        return
    small = []
    for frame in page.frames:
        if frame.hidden:
            continue
        for element in frame.elements:
            kind, words = _kind(element, frame, page)
            if kind:
                found = Main(element.address, page.on_page(element), kind, words, element)
                if _is_small(element):
                    small.append(found)
                else:
                    yield found
    most = 1 if overflow.is_unstyled(page) else MOST
    for at, found in enumerate(small[:most], start=1):
        yield found._replace(more=len(small) - most if at == most and len(small) > most else 0)


def _kind(element: Element, frame: FrameFacts, page: PageSnapshot) -> tuple[str, str]:
    """What the target is for, as a slug and in words; empty for what is no target or not a main one."""
    tapped = element.role in ("button", "link") or element.tag in ("button", "summary")
    if not tapped or not element.visible or element.inert or element.in_line or "disabled" in element.attrs:
        return "", ""
    said = folded(element.name or element.text).strip(" .")
    marks = f"{element.attr('class')} {element.attr('id')}"
    href = element.attr("href")
    link = classify(href, page.url) if href else None
    # A link that shares the page by WhatsApp has nobody at its end.
    if link and link.kind in REACHES and link.value:
        return "contact", "The link to reach someone"
    if element.role == "button" or not href or href.startswith("#"):
        if CLOSES.match(said):
            return "close", "The button to close"
        if (MENU.match(said) and "menu" in said and len(said) < 30) or BURGER.search(marks):
            return "menu", "The button of the menu"
    if PRIMARY.search(element.attr("class")) or _sends(element, frame):
        return "action", "The main button"
    return "", ""


def _sends(element: Element, frame: FrameFacts) -> bool:
    """True for the button that sends a form with several fields; a search field's is less than that."""
    if element.attr("type").lower() != "submit":
        return False
    form = next((above for above in frame.ancestors(element) if above.tag == "form"), None)
    if form is None:
        return False
    fields = (part for part in frame.below(form) if part.visible and part.role in ("textbox", "combobox", "spinbutton"))
    return sum(1 for _ in fields) > 1


def _is_small(element: Element) -> bool:
    """Smaller than a thumb in either direction, where no padding that a tap meets makes up for it."""
    if element.thumb:
        return False
    boxes = element.spots or (element.box,)
    return all(min(box.width, box.height) < THUMB - ROUNDING for box in boxes)


@page_check(
    "touch/primary-too-small",
    title="Main buttons are 44 px wide and high",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Make the target 44 px wide and high at least; padding counts.",
        snippet="a[href^='tel:'] { display: inline-block; padding: 12px; min-height: 44px; }",
        links=(
            "https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced.html",
            "https://developer.apple.com/design/human-interface-guidelines/buttons",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width">'
    '<a href="tel:+33465711234" style="display:inline-block;padding:14px 20px">Call us</a>',
    fails='<meta name="viewport" content="width=device-width"><style>button{width:30px;height:30px}</style>'
    '<button aria-label="Menu">≡</button>',
)
def primary_too_small(target: Main, page: PageSnapshot) -> Iterator[Problem]:
    """The one button that the journey needs is tapped with a thumb, while walking; who misses it goes."""
    if not _is_small(target.element):
        return
    if overflow.is_unstyled(page):
        yield CannotTell("A style sheet did not load: how large the main targets are cannot be told", "unstyled")
        return
    box = target.element.box
    more = f" ({counted(target.more, 'more is', 'more are')} too small)" if target.more else ""
    named = f" “{(target.element.name or target.element.text)[:40]}”"
    yield Problem(
        f"{target.words}{named} is {box.width:.0f} by {box.height:.0f} px; a thumb needs {THUMB:g} by {THUMB:g}{more}",
        target.kind,
        Severity.MAJOR if min(box.width, box.height) < NEARLY else Severity.MINOR,
    )
