"""What may be tapped to see whether it works: only what opens something, never what sends, buys or leaves."""

from __future__ import annotations

import re
from typing import NamedTuple

from parcours.facts import overflow
from parcours.facts.chat import chats, launcher, unknown_launcher
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.offers import MENU, UNSAFE, folded

MOST_BUTTONS, MOST_LISTS = 6, 2
LEAST_LINKS = 2  # in a list that a menu shows
LONGEST = 60  # characters of a button's words; what says more is a card

# Words of what acts on the world, beyond those that no walk taps: bookings, orders, consents, calls, log-ins.
_ACTS = re.compile(
    r"\b(?:reserver|book|bestellen|kaufen|comprar|compra|acquista|koop|subscri\w+|abonn\w+|inscri\w+|sign ?(?:up|in)|"
    r"log ?in|connexion|connecter|anmelden|registr\w+|valider|confirm\w*|accept\w*|refus\w*|agree|reject|decline|allow|"
    r"consent\w*|appel\w*|call\w*|rappel\w*|install\w*|download|telecharg\w*|vot\w+|like|aimer|publi\w+|post|reply|repondre|"
    r"upload|cart|panier|checkout|donner|don|donate|spend\w*|unsubscri\w+|desabonn\w*|remove|retirer|loschen|cancel\w*|annul\w*)\b"
)
# Words of what may rightly do nothing: there is nothing to undo, to go back to, to copy here, or it is done already.
_IDLE = re.compile(
    r"\b(?:top|haut|oben|arriba|copy|copier|kopier\w*|copiar|share|partag\w*|teilen|print|imprim\w*|drucken|play|pause|mute|"
    r"lecture|prev\w*|next|precedent\w*|suivant\w*|zuruck|weiter|back|retour|clear|reset|effacer|reinitialiser|undo|redo|"
    r"close|fermer|schliessen|dismiss|moins|minus|decrease|less|zoom|refresh|actualiser|home|accueil|bookmark|favoris?|save|"
    r"skip|passer|ok|current|selected|slide\w*)\b"
)
_IDLE_MARKS = re.compile(
    r"carousel|slick|swiper|owl-|splide|glide|dot\b|bullet|indicator|pagination|prev|next|arrow|logo|brand|to-?top|"
    r"scroll-?top|copy|clipboard|share|print|player|video|close|dismiss|rating|star|wishlist|favou?rite|captcha|disabled|"
    r"active|selected|current|loading|skeleton|ad-|\bads?\b|google|adsbygoogle|consent|cookie",
    re.IGNORECASE,
)
_IDLE_PLACES = re.compile(r"player|video|audio|share|social|rating|captcha|consent|cookie|pagination", re.IGNORECASE)
_DEAD_ENDS = re.compile(r"^(?:#!?|javascript:(?:\s*void\s*\(?\s*\(?0?\)?\s*\)?\s*;?|\s*;?|\s*//.*)?)$", re.IGNORECASE)
_ON = ("aria-pressed", "aria-selected", "aria-current", "aria-checked", "aria-busy")
_BURGER = re.compile(r"burger|nav(?:bar)?-?toggle|menu-?(?:toggle|button|btn|icon)", re.IGNORECASE)
_NOT_A_BUTTON = frozenset({"summary", "label", "details", "dialog", "video", "audio", "picture", "select"})


class HoverList(NamedTuple):
    """A list of links that is not shown, and the control beside it that may show it."""

    trigger: Element
    hidden: Element


def goes_nowhere(element: Element) -> bool:
    """True for a link that is none: "#" and scripts that do nothing."""
    return element.tag == "a" and "href" in element.attrs and bool(_DEAD_ENDS.match(element.attr("href").strip()))


def buttons(page: PageSnapshot, wanted: str = "") -> list[Element]:
    """The buttons that a tap ought to do something with, the one that is called `wanted` first; six at most."""
    found = [element for element in page.main.elements if _is_tried(element, page)]
    if wanted:
        found.sort(key=lambda element: not is_called(element, wanted))
    return found[:MOST_BUTTONS]


def is_called(element: Element, name: str) -> bool:
    """True when a person would call the element so."""
    said = folded(element.name or element.text).strip()
    return bool(said) and said == folded(name).strip()


def _is_tried(element: Element, page: PageSnapshot) -> bool:
    button = element.tag == "button" or (element.tag == "input" and element.attr("type").lower() == "button")
    if not (button or element.role == "button" or goes_nowhere(element)) or element.tag in _NOT_A_BUTTON:
        return False
    if element.tag == "a" and "href" in element.attrs and not goes_nowhere(element):
        return False
    if not element.visible or element.inert or element.covered_by or element.in_line or _is_off(element):
        return False
    words = folded(element.name or element.text)
    if len(re.sub(r"[^a-z]", "", words)) < 3 or len(words) > LONGEST:
        return False
    return _is_safe(element, page) and not _IDLE.search(words) and not _may_idle(element, page.main)


def _is_off(element: Element) -> bool:
    """Switched off, or in the state already that a tap would bring."""
    if "disabled" in element.attrs or element.attr("aria-disabled") == "true" or "download" in element.attrs:
        return True
    return any(element.attr(name) not in ("", "false") for name in _ON)


def _is_safe(element: Element, page: PageSnapshot) -> bool:
    """True for what sends no form and bears none of the words that buy, send, call or answer for the customer."""
    words = folded(f"{element.name} {element.text} {element.attr('title')} {element.attr('aria-label')}")
    if UNSAFE.search(words) or _ACTS.search(words):
        return False
    in_form = any(around.tag == "form" for around in page.ancestors(element))
    if element.tag == "button" and in_form:
        return element.attr("type").lower() == "button"
    return element.attr("type").lower() not in ("submit", "image", "reset")


def _may_idle(element: Element, frame: FrameFacts) -> bool:
    """True within players, carousels, tab lists and the like, where one of many does nothing at a time."""
    if element.role in ("tab", "option", "radio", "switch", "checkbox"):
        return True
    if _IDLE_MARKS.search(f"{element.attr('class')} {element.attr('id')} {element.attr('data-testid')}"):
        return True
    for around in frame.ancestors(element):
        if around.tag in _NOT_A_BUTTON or around.role in ("tablist", "radiogroup", "listbox", "toolbar", "dialog"):
            return True
        if "aria-current" in around.attrs or overflow.is_carousel(around):
            return True
        if _IDLE_PLACES.search(f"{around.attr('class')} {around.attr('id')}") and around.tag not in ("html", "body"):
            return True
    return False


def hover_lists(page: PageSnapshot) -> list[HoverList]:
    """Lists of links that something in a menu may show; two at most, as the others of a menu are made alike."""
    frame = page.main
    found: list[HoverList] = []
    for index, element in enumerate(frame.elements):
        if not _is_hidden_list(element, frame):
            continue
        trigger = _trigger(frame, frame.elements[index])
        if trigger and not _is_elsewhere(element, frame, page):
            found.append(HoverList(trigger, element))
        if len(found) == MOST_LISTS:
            break
    return found


def _is_hidden_list(element: Element, frame: FrameFacts) -> bool:
    if element.tag not in ("ul", "ol", "div") or element.visible or element.parent < 0:
        return False
    above = frame.elements[element.parent]
    in_menu = any(e.tag == "nav" or e.role in ("navigation", "menubar", "menu") for e in frame.ancestors(element))
    if not above.visible or not in_menu:
        return False
    return sum(1 for part in frame.below(element) if _leads(part)) >= LEAST_LINKS


def _leads(part: Element) -> bool:
    return part.tag == "a" and "href" in part.attrs and not goes_nowhere(part)


def _trigger(frame: FrameFacts, hidden: Element) -> Element | None:
    """The one control beside the list; None where there are several, one of which may open it."""
    inside = {id(part) for part in frame.below(hidden)}
    above = frame.elements[hidden.parent]
    beside = [p for p in frame.below(above) if p.visible and id(p) not in inside and _is_pressed(p)]
    only = beside[0] if len(beside) == 1 else None
    if only is None or only.covered_by or only.inert or UNSAFE.search(folded(only.name or only.text)):
        return None
    return only


def _is_pressed(part: Element) -> bool:
    return part.tag in ("a", "button", "summary", "label", "input") or part.role == "button" or "tabindex" in part.attrs


def _is_elsewhere(hidden: Element, frame: FrameFacts, page: PageSnapshot) -> bool:
    """True when each link of the list is on the page a second time: a menu for phones has them too."""
    inside = {id(part) for part in frame.below(hidden)}
    wanted = {part.attr("href") for part in frame.below(hidden) if _leads(part)}
    others = {e.attr("href") for e in page.elements("a") if id(e) not in inside}
    return wanted <= others


def menu_opener(page: PageSnapshot) -> Element | None:
    """The control that opens the page's menu; None when there is none that shows itself as one."""
    controls = (e for e in page.main.elements if e.visible and not e.inert and not e.covered_by and _is_control(e))
    for element in controls:
        words = folded(element.name or element.text).strip()
        named = bool(MENU.match(words)) or bool(_BURGER.search(f"{element.attr('class')} {element.attr('id')}"))
        closed = element.attr("aria-expanded") == "false"
        if (named or (closed and _in_head(element, page.main))) and _is_safe(element, page):
            return element
    return None


def _is_control(element: Element) -> bool:
    return element.tag in ("button", "summary") or element.role == "button" or goes_nowhere(element)


def _in_head(element: Element, frame: FrameFacts) -> bool:
    return any(around.tag in ("header", "nav") for around in frame.ancestors(element))


def chat_opener(page: PageSnapshot) -> tuple[str, Element] | None:
    """The name of a chat and what is tapped to open it, of whichever vendor; None when there is none."""
    for chat in chats(page):
        if chat.usable and (found := launcher(chat, page)):
            return chat.name, found
    found = unknown_launcher(page)
    return ("the chat", found) if found else None


def scripts_missing(page: PageSnapshot) -> int:
    """How many of the page's scripts did not come because of the network: what they would do cannot be known."""
    asked = (request for request in page.requests if request.kind == "script" and not request.kept_out)
    return sum(1 for request in asked if request.failed and not request.status)
