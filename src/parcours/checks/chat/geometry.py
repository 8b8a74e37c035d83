"""A chat can be opened, closed and ignored with a thumb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.chat import Chat, chats, launcher, panel, parts
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.offers import folded

FINGER = 44  # points: Apple's and WCAG 2.5.5's target
LEAST = 24  # WCAG 2.5.8
ROUNDING = 0.5
SLACK = 2  # pixels that a shadow or a rounding may stand out
NAMED_CHAT = re.compile(r"\b(?:chat|tchat|live chat|messenger)\b")
CLOSE = re.compile(r"\b(?:close|fermer|schliessen|minimi\w+|reduire|cerrar|chiudi|sluiten|hide|masquer)\b|^[×✕✖xX]$")


class Placed(NamedTuple):
    """A chat's button, or its open window, on the screen."""

    address: str
    box: Box
    element: Element
    chat: Chat
    open: bool


def _placed(page: PageSnapshot) -> Iterable[Placed]:
    for chat in chats(page):
        window = panel(chat, page)
        one = window or launcher(chat, page)
        if one:
            yield Placed(one.address, page.on_page(one), one, chat, open=window is not None)


@page_check(
    "chat/geometry",
    title="The chat fits a phone's screen and a thumb",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=_placed,
    advice=Advice(
        do="Set the chat's button to 44 pixels or more, in a corner that no other fixed control needs.",
        links=(
            "https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced.html",
            "https://developer.apple.com/design/human-interface-guidelines/buttons",
        ),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>'
        '<div class="crisp-client"><button style="position:fixed;right:16px;bottom:16px;width:56px;height:56px">'
        "Ask us</button></div>"
    ),
    fails=(
        '<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>'
        '<div class="crisp-client"><button style="position:fixed;right:16px;bottom:16px;width:30px;height:30px">'
        "Ask</button></div>"
    ),
)
def geometry(placed: Placed, page: PageSnapshot) -> Iterator[Problem]:
    """A chat that is hard to hit is not used; one that cannot be closed, or hides another button, costs the sale."""
    yield from _outside(placed, page)
    if placed.open:
        yield from _close(placed, page)
        return
    yield from _small(placed)
    covered = _covered(placed, page)
    if covered:
        label = f"“{(covered.name or covered.text)[:60]}”"
        said = f"The button of {placed.chat.name} lies over {label}, which is fixed to the screen too"
        yield Problem(said, "covers", evidence=covered.address)


def _outside(placed: Placed, page: PageSnapshot) -> Iterator[Problem]:
    screen, box = page.first_screen, placed.box
    beyond = max(-box.x, box.right - screen.width)
    if beyond > SLACK:
        what = "window" if placed.open else "button"
        said = f"The {what} of {placed.chat.name} stands {beyond:.0f} px out of the screen"
        yield Problem(said, f"outside-{what}")


def _small(placed: Placed) -> Iterator[Problem]:
    """A button that says “chat” is one of the page's main targets, and judged with them."""
    element = placed.element
    width, height = element.box.width, element.box.height
    if element.thumb or min(width, height) >= FINGER - ROUNDING or _is_main_target(element):
        return
    severity = Severity.MINOR if min(width, height) >= LEAST else None
    said = f"The button of {placed.chat.name} is {width:.0f} x {height:.0f} px; a thumb needs {FINGER}"
    yield Problem(said, "small", severity)


def _is_main_target(element: Element) -> bool:
    return element.tag != "iframe" and element.position == "fixed" and bool(NAMED_CHAT.search(folded(element.name)))


def _close(placed: Placed, page: PageSnapshot) -> Iterator[Problem]:
    """The way out of the open window, where its controls could be looked at."""
    controls = [part for part in parts(placed.chat, page) if part.tag in {"button", "a"} or part.role == "button"]
    if controls and not any(CLOSE.search(folded(part.name or part.text)) for part in controls):
        said = f"No button was found that closes the open window of {placed.chat.name}"
        yield CannotTell(said, "no-close", Severity.MINOR, Certainty.LOW)


def _covered(placed: Placed, page: PageSnapshot) -> Element | None:
    """A control that scrolling does not free: it is fixed itself."""
    own = {id(part) for part in parts(placed.chat, page)}
    addresses = {part.address for part in parts(placed.chat, page)}
    for element in page.visible():
        if element.covered_by and element.covered_by in addresses and id(element) not in own:
            around = (element, *page.ancestors(element))
            if any(one.position in {"fixed", "sticky"} for one in around):
                return element
    return None
