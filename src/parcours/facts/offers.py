"""What a page offers a customer who looks for something: the app, a human, a form, a shop; and the ways there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from parcours.facts.hosts import site_of
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.urls import Kind, Link, classify, place_of


class Goal(StrEnum):
    """What a customer may look for."""

    APP = "app"
    CONTACT = "contact"
    MESSAGE = "message"
    CALL = "call"
    CALLBACK = "callback"
    FORM = "form"
    STORE = "store"
    FAQ = "faq"


class Offer(NamedTuple):
    """One thing on the page that fulfils a goal. `element` is None for what the browser itself shows."""

    goal: Goal
    label: str
    target: str
    element: Element | None


# Words that people tap in search of it, in French, English, German, Spanish, Italian and Dutch, without accents.
WORDS: Mapping[Goal, re.Pattern[str]] = {
    goal: re.compile(rf"\b(?:{words})")
    for goal, words in {
        Goal.APP: r"appli\b|application|app\b|app store|google play|telecharger|download|herunterladen|"
        r"descargar|scarica",
        Goal.CONTACT: r"contact|nous ecrire|nous joindre|joindre|service client|aide|help|support|kontakt|hilfe|"
        r"contacto|ayuda|contatt|assistenza|klantenservice|conseiller|adviser|advisor|berater|customer service|"
        r"write to us|schreiben sie uns|escribenos|scrivici|schrijf ons",
        Goal.MESSAGE: r"message|messagerie|chat|ecrire|ecrivez|write|whatsapp|messenger|nachricht|schreiben|mensaje|"
        r"messaggi|bericht|discuter|conversation",
        Goal.CALL: r"appel|telephon|call|phone|anruf|llam|chiama|bellen|joindre",
        Goal.CALLBACK: r"rappel|call ?back|call me|ruckruf|rendez-vous|appointment|termin|cita|appuntamento|afspraak",
        Goal.FORM: r"formulaire|form\b|ecrire|ecrivez|formular|formulario|modulo|formulier|message|"
        r"write|schreib|escrib|scriv|schrijf",
        Goal.STORE: r"magasin|boutique|agence|point de vente|store locator|find a store|our stores|stores?\b|shops?\b|"
        r"branch|filiale|geschaft|tienda|negozi|winkel|plan d'acces",
        Goal.FAQ: r"faq|questions? frequentes|foire aux questions|aide|help|hilfe|ayuda|domande frequenti|veelgestelde",
    }.items()
}

# Ways that lead on to nearly anything: a menu that is closed, the contact page.
MENU = re.compile(r"^(?:menu|ouvrir le menu|open menu|navigation|plus|more|menü|☰|≡)")
_THROUGH: Mapping[Goal, tuple[Goal, ...]] = {
    Goal.MESSAGE: (Goal.CONTACT,),
    Goal.CALL: (Goal.CONTACT,),
    Goal.CALLBACK: (Goal.CONTACT,),
    Goal.FORM: (Goal.CONTACT,),
    Goal.FAQ: (Goal.CONTACT,),
}
_ACTIONS = frozenset({"link", "button", "menuitem", "tab"})
UNSAFE = re.compile(
    r"\b(?:acheter|payer|commander|buy|pay|order|delete|supprimer|envoyer|send|submit|deconnexion|log ?out)"
)


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Lower case without accents, for comparing words."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def offers(goal: Goal, page: PageSnapshot) -> Iterator[Offer]:
    """What on this page fulfils the goal, visible things only, in the page's order."""
    if goal is Goal.APP:
        yield from _native_banner(page)
    for element in page.visible():
        if element.inert:
            continue
        link = classify(element.attr("href"), page.url) if element.attr("href") else None
        if link and _fulfils(goal, link, page):
            yield Offer(goal, element.name or element.text, link.text, element)
        elif goal in (Goal.FORM, Goal.CONTACT, Goal.MESSAGE) and _is_form(element, page):
            yield Offer(goal, element.name or "form", page.url, element)
        elif goal in (Goal.STORE, Goal.FAQ, Goal.CALLBACK) and _is_named(goal, element):
            yield Offer(goal, element.name or element.text, element.attr("href"), element)


def _fulfils(goal: Goal, link: Link, page: PageSnapshot) -> bool:
    """A store of this phone's platform, or a way to somebody: a link that shares the page leads to nobody."""
    store = Kind.APP_STORE if page.device.platform == "ios" else Kind.PLAY_STORE
    fulfilling = {
        Goal.APP: (store, Kind.ATTRIBUTION),
        Goal.CONTACT: (Kind.TEL, Kind.SMS, Kind.MAIL, Kind.MESSAGING),
        Goal.MESSAGE: (Kind.SMS, Kind.MESSAGING),
        Goal.CALL: (Kind.TEL,),
    }
    return link.kind in fulfilling.get(goal, ()) and (goal is Goal.APP or bool(link.value))


def _native_banner(page: PageSnapshot) -> Iterator[Offer]:
    """Safari shows a banner of its own for the tag in the served head."""
    if page.device.platform != "ios":
        return
    for meta in page.served_metas("apple-itunes-app"):
        if found := re.search(r"app-id\s*=\s*(\d+)", meta.content):
            yield Offer(Goal.APP, "smart app banner", f"https://apps.apple.com/app/id{found[1]}", None)


def _is_form(element: Element, page: PageSnapshot) -> bool:
    """A form that one writes to people with: it has a text area. Search and log-in forms have none."""
    if element.tag != "form":
        return False
    frame = page.frame_of[id(element)]
    return any(part.tag == "textarea" and part.visible for part in frame.below(element))


def _is_named(goal: Goal, element: Element) -> bool:
    """A heading of that name says that one has arrived."""
    return element.role == "heading" and bool(WORDS[goal].search(folded(element.name)))


def ways(goal: Goal, page: PageSnapshot) -> list[Element]:
    """Controls that a person would tap in search of the goal, the likeliest first. None of them sends or buys."""
    here = place_of(page.url).host
    ranked: list[tuple[int, int, Element]] = []
    for order, element in enumerate(page.visible()):
        if element.role not in _ACTIONS or element.inert or not (element.name or element.text):
            continue
        words = folded(element.name or element.text)
        if UNSAFE.search(words) or not _stays(element, page, here):
            continue
        if (rank := _rank(goal, words, element)) is not None:
            ranked.append((rank, order, element))
    return [element for _, _, element in sorted(ranked, key=lambda way: way[:2])]


def _rank(goal: Goal, words: str, element: Element) -> int | None:
    if WORDS[goal].search(words):
        return 0
    if any(WORDS[way].search(words) for way in _THROUGH.get(goal, ())):
        return 1
    closed = element.attr("aria-expanded") == "false" or "menu" in element.attr("aria-label").casefold()
    return 2 if MENU.match(words) or closed else None


def _stays(element: Element, page: PageSnapshot, here: str) -> bool:
    """True for a link within the site, and for a button that sends no form."""
    href = element.attr("href")
    if not href:
        return not submits(element, page)
    link = classify(href, page.url)
    if link.kind is Kind.RELATIVE:
        return True
    return link.kind is Kind.WEB and site_of(link.host) == site_of(here)


def submits(element: Element, page: PageSnapshot) -> bool:
    """True for a control that sends a form: any button within one that does not say otherwise."""
    if element.tag not in ("button", "input"):
        return False
    kind = element.attr("type").lower()
    if element.tag == "input":
        return kind in ("submit", "image")
    within = bool(element.attr("form")) or any(around.tag == "form" for around in page.ancestors(element))
    return within and kind not in ("button", "reset")
