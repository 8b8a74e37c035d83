"""A chat can be opened, closed and ignored with a thumb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.chat import chats, launcher, panel, parts
from parcours.facts.chat_window import open_window, window_parts
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.offers import folded

FINGER = 44  # points: Apple's and WCAG 2.5.5's target
LEAST = 24  # WCAG 2.5.8
ROUNDING = 0.5
ZOOMS_BELOW = 16  # CSS pixels: Safari enlarges the page for smaller fields
WHOLE = 0.9  # of the screen's height
NOWHERE = Box(0, 0, 0, 0)
SLACK = 2  # pixels that a shadow or a rounding may stand out
NAMED_CHAT = re.compile(r"\b(?:chat|tchat|live chat|messenger)\b")
CLOSE = re.compile(r"\b(?:close|fermer|schliessen|minimi\w+|reduire|cerrar|chiudi|sluiten|hide|masquer)\b|^[×✕✖xX]$")


class Placed(NamedTuple):
    """A chat's button, or its open window, on the screen.

    `seen` is the page on which the `element` is: as it was looked at first, or with the chat that was opened. `parts`
    are all that the chat has there, `shown` is the element's box on it. `box` marks the finding in pictures.
    """

    address: str
    box: Box
    element: Element
    name: str
    seen: PageSnapshot
    parts: tuple[Element, ...]
    shown: Box
    open: bool


def _placed(page: PageSnapshot) -> Iterable[Placed]:
    for chat in chats(page):
        window = panel(chat, page)
        one = window or launcher(chat, page)
        if one:
            box, inside = page.on_page(one), tuple(parts(chat, page))
            yield Placed(one.address, box, one, chat.name, page, inside, box, open=window is not None)
    for opened in page.opened:
        after = replace(page, frames=opened.frames)
        if opened.kind == "chat" and opened.ms >= 0 and (window := open_window(page, after)):
            button = next((e for e in page.elements() if e.address == opened.opener), None)
            box = page.on_page(button) if button else NOWHERE
            inside, _ = window_parts(after, window)
            yield Placed(window.address, box, window, opened.name, after, inside, after.on_page(window), open=True)


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
    uses=("chat-open",),
)
def geometry(placed: Placed, page: PageSnapshot) -> Iterator[Problem]:
    """A chat that is hard to hit is not used; one that cannot be closed, or hides another button, costs the sale."""
    yield from _outside(placed, page)
    if placed.open:
        yield from _close(placed, page)
        yield from _fields(placed, page)
        yield from _behind(placed, page)
        return
    yield from _small(placed)
    covered = _covered(placed, page)
    if covered:
        label = f"“{(covered.name or covered.text)[:60]}”"
        said = f"The button of {placed.name} lies over {label}, which is fixed to the screen too"
        yield Problem(said, "covers", evidence=covered.address)


def _outside(placed: Placed, page: PageSnapshot) -> Iterator[Problem]:
    screen, box = page.first_screen, placed.shown
    beyond = max(-box.x, box.right - screen.width)
    if beyond > SLACK:
        what = "window" if placed.open else "button"
        said = f"The {what} of {placed.name} stands {beyond:.0f} px out of the screen"
        yield Problem(said, f"outside-{what}")


def _small(placed: Placed) -> Iterator[Problem]:
    """A button that says “chat” is one of the page's main targets, and judged with them."""
    element = placed.element
    width, height = element.box.width, element.box.height
    if not _is_small(element) or _is_main_target(element):
        return
    said = f"The button of {placed.name} is {width:.0f} x {height:.0f} px; a thumb needs {FINGER}"
    yield Problem(said, "small", _by_size(element))


def _is_small(element: Element) -> bool:
    return not element.thumb and min(element.box.width, element.box.height) < FINGER - ROUNDING


def _by_size(element: Element) -> Severity | None:
    return Severity.MINOR if min(element.box.width, element.box.height) >= LEAST else None


def _is_main_target(element: Element) -> bool:
    return element.tag != "iframe" and element.position == "fixed" and bool(NAMED_CHAT.search(folded(element.name)))


def _close(placed: Placed, page: PageSnapshot) -> Iterator[Problem]:
    """The way out of the open window, where its controls could be looked at."""
    # Touch rules judge the size of one that is there from the start.
    controls = [part for part in placed.parts if part.tag in {"button", "a"} or part.role == "button"]
    closing = [part for part in controls if CLOSE.search(folded(part.name or part.text))]
    if controls and not closing:
        said = f"No button was found that closes the open window of {placed.name}"
        yield CannotTell(said, "no-close", Severity.MINOR, Certainty.LOW)
    elif closing and placed.seen is not page and all(_is_small(part) for part in closing):
        box = closing[0].box
        said = f"The button that closes {placed.name} is {box.width:.0f} x {box.height:.0f} px; a thumb needs {FINGER}"
        yield Problem(said, "small-close", _by_size(closing[0]))


def _fields(placed: Placed, page: PageSnapshot) -> Iterator[Problem]:
    """What is there from the start is judged with the page's own fields."""
    if page.device.platform != "ios" or placed.seen is page:
        return
    fields = [part for part in placed.parts if part.tag in {"input", "textarea"} and part.ink]
    small = [part for part in fields if part.ink and 0 < part.ink.size < ZOOMS_BELOW - ROUNDING]
    if small and small[0].ink:
        size = f"{small[0].ink.size:g} px"
        said = f"The text of {placed.name}'s field is {size}: below {ZOOMS_BELOW} iPhones enlarge the page"
        yield Problem(said, "field-zoom", Severity.MINOR)


def _behind(placed: Placed, page: PageSnapshot) -> Iterator[Problem]:
    """A window over all of the screen, and a page that slides beneath the thumb."""
    main = placed.seen.main
    roots = [element for element in main.elements[:200] if element.tag in {"html", "body"}]
    locked = any(root.overflow_y in {"hidden", "clip"} or root.position == "fixed" for root in roots)
    whole = placed.shown.height >= page.first_screen.height * WHOLE
    if placed.seen is not page and whole and not locked and main.content_height > page.first_screen.height + SLACK:
        said = f"The page behind the open window of {placed.name} may scroll under the thumb: nothing holds it"
        yield Problem(said, "scrolls-behind", Severity.NOTE, Certainty.LOW)


def _covered(placed: Placed, page: PageSnapshot) -> Element | None:
    """A control that scrolling does not free: it is fixed itself."""
    own = {id(part) for part in placed.parts}
    addresses = {part.address for part in placed.parts}
    for element in page.visible():
        if element.covered_by and element.covered_by in addresses and id(element) not in own:
            around = (element, *page.ancestors(element))
            if any(one.position in {"fixed", "sticky"} for one in around):
                return element
    return None
