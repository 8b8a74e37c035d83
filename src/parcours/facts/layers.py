"""What lies over a page: bars that stay, dialogs, consent walls; what they cover and what they are for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from parcours.facts.consent import consent
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot, once
from parcours.facts.offers import folded
from parcours.facts.urls import Kind, classify

COLUMNS, ROWS = 6, 10  # the grid of FrameFacts.surface
MIDDLE = tuple(row * COLUMNS + column for row in (4, 5) for column in (2, 3))
BARRING = 0.30  # of the first screen: Google's examples of intrusive interstitials begin about there
HALF = 0.50

_OVERLAY = re.compile(r"modal|pop-?up|overlay|lightbox|interstitial|splash|dialog", re.IGNORECASE)
_CONSENT_MADE_BY = re.compile(
    r"onetrust|didomi|cookiebot|axeptio|usercentrics|quantcast|qc-cmp|sp_message|tarteaucitron|truste|trustarc|iubenda"
    r"|osano|cookieyes|cookie-?law|cookie|cmplz|complianz|klaro|consent|rgpd|gdpr|\bcmp\b|sirdata|commandersact|tc-privacy"
    r"|fc-consent|appconsent|borlabs",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\bcookies?\b|\btraceurs?\b|\btrackers?\b|\bconsent|\bconsentement|\beinwilligung|\brgpd\b|\bgdpr\b|\bdsgvo\b"
)
_AGE = re.compile(
    r"\b(?:16|18|21)\s?(?:ans|years|jahren?|anos|anni|jaar)\b|\bmajeure?s?\b|volljahrig|legal (?:drinking )?age|"
    r"\bage (?:verification|gate|check)|votre age|your age|mayor de edad|maggiorenne|of legal age"
)
_APP = re.compile(
    r"\bapp store\b|google play|\b(?:download|get|open|install|use|try) (?:the|our|in|in the)? ?(?:mobile )?app\b|"
    r"(?:telecharge[rz]|installe[rz]|ouvrir|utilise[rz]|obtenir) (?:dans )?(?:l.|notre )appli|"
    r"better in the app|mieux dans l.appli|"
    r"(?:app|unsere app|die app) (?:laden|herunterladen|holen|offnen|installieren)|"
    r"(?:descarga|descargar|abrir|scarica|apri) (?:la |nuestra |nell.|en la )?app\b|"
    r"(?:download|open) (?:de|onze|in de) app\b"
)
_MENU = re.compile(r"(?:^|[\s_-])(?:menu|nav|navigation|drawer)(?:$|[\s_-])", re.IGNORECASE)
_CHAT = re.compile(r"chat|messenger|intercom|zendesk|crisp|tawk|drift|livechat", re.IGNORECASE)
_TAPPED = frozenset({"a", "button", "input", "select", "textarea", "summary"})


class Purpose(StrEnum):
    """What a layer is for, as its words and marks tell."""

    CONSENT = "consent"
    LOGIN = "login"
    AGE = "age"
    APP = "app"
    MENU = "menu"
    CHAT = "chat"
    OTHER = "other"


@dataclass(frozen=True)
class Layer:
    """Something that stays on the screen, or a dialog. `share` is the part of the first screen that it lies on top of.

    `middle` is True when it lies over the middle of the screen. `parts` are the element and all that it holds.
    """

    page: PageSnapshot
    element: Element
    parts: tuple[Element, ...]
    share: float
    middle: bool

    @property
    def address(self) -> str:
        """The layer's outermost element's address."""
        return self.element.address

    @property
    def box(self) -> Box:
        """What of it is in the first screen."""
        return self.element.shown.meet(self.page.first_screen)

    @cached_property
    def words(self) -> str:
        """All that can be read in it, folded, frames that it holds included."""
        inside = {part.address for part in self.parts if part.tag == "iframe"}
        framed = [e for f in self.page.frames[1:] if f.parent == 0 and f.address in inside for e in f.elements]
        return folded(" ".join(e.text or e.name for e in (*self.parts, *framed) if e.visible and (e.text or e.name)))

    @cached_property
    def marks(self) -> str:
        """The ids, classes and labels that tell what made it."""
        heads = (part for part in self.parts[:40])
        return " ".join(f"{e.attr('id')} {e.attr('class')} {e.attr('aria-label')} {e.attr('title')}" for e in heads)

    @cached_property
    def purpose(self) -> Purpose:
        """What it is for."""
        if any(part.tag == "input" and part.attr("type").lower() == "password" for part in self.parts):
            return Purpose.LOGIN
        if _CONSENT.search(self.words) or _CONSENT_MADE_BY.search(self.marks) or self._asks_for_consent():
            return Purpose.CONSENT
        if _AGE.search(self.words):
            return Purpose.AGE
        links = [classify(part.attr("href"), self.page.url) for part in self.parts if part.tag == "a" and part.visible]
        stores = any(link.is_store or link.kind in (Kind.ATTRIBUTION, Kind.INTENT) for link in links)
        if stores or _APP.search(self.words):
            return Purpose.APP
        if len(links) > 2 and (_MENU.search(self.marks) or any(p.role == "navigation" for p in self.parts)):
            return Purpose.MENU
        return Purpose.CHAT if _CHAT.search(self.marks) else Purpose.OTHER

    def _asks_for_consent(self) -> bool:
        asked = consent(self.page)
        return asked is not None and any(
            part is asked.root or part.address == asked.frame.address for part in self.parts
        )

    @property
    def title(self) -> str:
        """A few words to know it by: its name, its heading, or its first text."""
        heads = (part for part in self.parts if part.visible and part.role == "heading")
        head = next((part.name or part.text for part in heads), "")
        first = next((part.text for part in self.parts if part.visible and len(part.text) > 3), "")
        return (self.element.attr("aria-label") or head or first)[:60]


@once
def roots(frame: FrameFacts) -> list[int]:
    """For each element the index of the layer that it is in or makes, -1 for the page's own ground."""
    found: list[int] = []
    for index, element in enumerate(frame.elements):
        above = found[element.parent] if element.parent >= 0 else -1
        found.append(above if above >= 0 else index if _is_layer(element) else -1)
    return found


def _is_layer(element: Element) -> bool:
    if element.tag in ("html", "body"):
        return False
    if element.position != "absolute":
        return element.position == "fixed"
    dialog = (
        element.tag == "dialog" or element.role in ("dialog", "alertdialog") or element.attr("aria-modal") == "true"
    )
    said = _OVERLAY.search(f"{element.attr('class')} {element.attr('id')}")
    return bool(dialog or said)


@once
def layers(page: PageSnapshot) -> tuple[Layer, ...]:
    """The layers that lie on top of something in the first screen, the largest first."""
    frame = page.main
    if not frame.surface:
        return ()
    of = roots(frame)
    met = [of[index] if index >= 0 else -1 for index in frame.surface]
    counts = Counter(root for root in met if root >= 0)
    parts: dict[int, list[Element]] = {root: [] for root in counts}
    for index, root in enumerate(of):
        if root in parts:
            parts[root].append(frame.elements[index])
    return tuple(
        Layer(
            page,
            frame.elements[root],
            tuple(parts[root]),
            count / len(met),
            sum(met[at] == root for at in MIDDLE if at < len(met)) * 2 >= len(MIDDLE),
        )
        for root, count in counts.most_common()
    )


def barrier(page: PageSnapshot, found: tuple[Layer, ...] | None = None) -> Layer | None:
    """The layer that stands between a visitor and the page's own content; None when there is none.

    It lies over the middle of the screen and over 30 % of it, or over half of it, and something to read or to tap
    lies beneath. Its `share` includes that of a wordless veil drawn with it.
    """
    found = layers(page) if found is None else found
    seen = [layer for layer in found if _paints(layer, page.first_screen.area * 0.1)]
    veils = [layer for layer in seen if not layer.words]
    speaking = [layer for layer in seen if layer.words and (layer.middle or layer.share > BARRING)]
    first = next(iter(speaking), None) or next(iter(veils), None)
    if first is None:
        return None
    veil = sum(layer.share for layer in veils if layer is not first)
    whole = replace(first, share=first.share + veil, middle=first.middle or any(layer.middle for layer in veils))
    large = whole.share > HALF or (whole.share > BARRING and whole.middle)
    return whole if large and _beneath(page) else None


def _paints(layer: Layer, least: float) -> bool:
    """True when the layer is seen: something of it of that many square pixels has a ground or is a picture."""
    screen = layer.page.first_screen
    return any(part.visible and _has_ground(part) and part.shown.meet(screen).area >= least for part in layer.parts)


def _has_ground(part: Element) -> bool:
    drawn = part.tag in ("img", "video", "iframe", "canvas")
    return drawn or (part.paint is not None and bool(part.paint.background or part.paint.picture))


def _beneath(page: PageSnapshot) -> bool:
    """True when the page itself has something in its first screen: in an app that is all layers nothing is covered."""
    of = roots(page.main)
    screen = page.first_screen
    letters = 0
    for index, element in enumerate(page.main.elements):
        if of[index] < 0 and element.visible and element.shown.meet(screen).area:
            letters += element.length
            if letters > 40 or (element.tag in _TAPPED and element.role):
                return True
    return False


def bars(page: PageSnapshot) -> Iterator[Element]:
    """What stays at the top or the bottom of the first screen across most of its width, dialogs and veils left out."""
    frame, screen = page.main, page.first_screen
    found = layers(page)
    wall = barrier(page, found)
    for layer in found:
        box = layer.box
        # What fills the screen is the page's own frame, or a picture behind it.
        shaped = box.width >= screen.width * 0.6 and box.height < screen.height * 0.9
        passing = layer.purpose is Purpose.CONSENT or (wall is not None and layer.address == wall.address)
        if layer.element.position == "fixed" and shaped and not passing and _paints(layer, box.area * 0.6):
            yield layer.element
    sticky = any(element.position == "sticky" for element in frame.elements)
    of = roots(frame) if sticky else []
    for index, element in enumerate(frame.elements if sticky else ()):
        if element.position == "sticky" and of[index] < 0 and element.visible and _sticks(element, page):
            yield element


def _sticks(element: Element, page: PageSnapshot) -> bool:
    """True for a sticky bar that accompanies the whole page, and is in its place now."""
    frame, screen = page.main, page.first_screen
    around = frame.elements[element.parent].box.height if element.parent >= 0 else 0.0
    low = element.styles.get("bottom", "auto") != "auto" and element.box.bottom >= screen.bottom - 1
    high = element.styles.get("top", "auto") != "auto"
    long = around >= frame.content_height * 0.8
    return long and (low or high) and element.box.width >= screen.width * 0.6 and bool(element.shown.meet(screen).area)
