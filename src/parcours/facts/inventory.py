"""All the ways to reach somebody that a page offers, in one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from parcours.facts.chat import chats, launcher
from parcours.facts.contact_forms import ContactForm, contact_forms, hosted
from parcours.facts.geometry import Box
from parcours.facts.hosts import site_of
from parcours.facts.model import Element, FrameFacts, PageSnapshot, once
from parcours.facts.offers import folded
from parcours.facts.phones import spotted
from parcours.facts.urls import Kind, Link, classify, place_of

# The start of mail addresses that nobody reads.
UNREAD = re.compile(
    r"^(?:mailto:)?[\w.+-]*(?:no[._-]?reply|do[._-]?not[._-]?reply|ne[._-]?pas[._-]?repondre|pas[._-]?de[._-]?reponse|"
    r"nicht[._-]?antworten|keine[._-]?antwort|no[._-]?responder|no[._-]?contestar|non[._-]?rispondere|"
    r"niet[._-]?antwoorden)[\w.+-]*(?:@|%40)",
    re.IGNORECASE,
)


class Channel(StrEnum):
    """How somebody is reached."""

    TEL = "tel"
    SMS = "sms"
    MESSAGING = "messaging"
    CHAT = "chat"
    CALLBACK = "callback"  # an appointment, a call back
    MAIL = "mail"
    FORM = "form"
    PAGE = "page"  # leads on, to a page or a panel that has the others: contact, help, imprint


class Contact(NamedTuple):
    """One way to somebody.

    `label` is what the customer reads, `target` where it leads: the link as written, "" for what is only text
    or a button. `box` is in the top page's pixels. `screens` is how far one scrolls before it shows, in heights
    of the screen; 0 on the first one. `hours` is the text beside it that tells opening hours, `service` the
    name of the messenger, the chat or the form's maker.
    """

    channel: Channel
    label: str
    target: str = ""
    address: str = ""
    box: Box = Box(0, 0, 0, 0)
    visible: bool = True
    screens: float = 0
    hours: str = ""
    service: str = ""
    element: Element | None = None

    @property
    def first_screen(self) -> bool:
        """True when it is seen before scrolling."""
        return self.visible and self.screens == 0


CHANNELS = {Kind.TEL: Channel.TEL, Kind.SMS: Channel.SMS, Kind.MAIL: Channel.MAIL, Kind.MESSAGING: Channel.MESSAGING}
NATIVE = frozenset({Channel.TEL, Channel.SMS, Channel.MESSAGING, Channel.CHAT})  # a phone is made for them
HUMAN = NATIVE | {Channel.MAIL, Channel.FORM, Channel.CALLBACK}

# Appointments and calls back, by host.
BOOKING_HOSTS = {
    "calendly.com": "Calendly", "acuityscheduling.com": "Acuity", "timify.com": "Timify", "skedify.io": "Skedify",
    "setmore.com": "Setmore", "chilipiper.com": "Chili Piper", "meetings.hubspot.com": "HubSpot Meetings",
    "meetings-eu1.hubspot.com": "HubSpot Meetings", "cal.com": "Cal.com", "simplybook.me": "SimplyBook.me",
    "simplybook.it": "SimplyBook.me", "youcanbook.me": "YouCanBookMe", "oncehub.com": "OnceHub",
    "scheduleonce.com": "OnceHub", "appointlet.com": "Appointlet", "agendize.com": "Agendize",
    "clickrdv.com": "ClicRDV", "clicrdv.com": "ClicRDV", "doctolib.fr": "Doctolib", "doctolib.de": "Doctolib",
    "planity.com": "Planity", "booksy.com": "Booksy", "fresha.com": "Fresha", "bookeo.com": "Bookeo",
    "calendar.app.google": "Google Calendar", "book.ms": "Microsoft Bookings",
}  # fmt: skip

# Folded, in seven languages (fr, en, de, es, it, nl, pt): what leads to people, and what leads to help.
WORDS = re.compile(
    r"\b(?:contact(?:s|ez|er|us|o|os|ar|anos|eer)?|nous (?:ecrire|joindre|appeler)|joindre|aide|assistance|sav|"
    r"service (?:apres.vente|clients?)|conseillere?s?|rendez.vous|prendre rdv|etre rappele|"
    r"help|support|customer (?:service|care)|get in touch|call us|talk to us|write to us|live chat|ask us|"
    r"kontakt\w*|hilfe|kundenservice|kundendienst|kundenbetreuung|ansprechpartner|impressum|imprint|"
    r"ayuda|atencion al cliente|soporte|escribenos|llamanos|"
    r"contatti|contattaci|aiuto|assistenza|servizio clienti|scrivici|klantenservice|hulp|ondersteuning|colofon|"
    r"contato|fale conosco|ajuda|atendimento|"
    r"tchat|chat (?:with|now|to|en|avec|in|mit|con|met))\b|^chat$",
)
CALLBACK_WORDS = re.compile(
    r"\b(?:(?:etre|me|nous) rappele[rz]?|rappelez[ -]moi|"
    r"(?:prendre|prenez|demander|reserver) (?:un )?(?:rendez[ -]vous|rdv)|"
    r"call (?:me )?back|request a call|(?:book|schedule|make) (?:an? )?(?:appointment|call|meeting)|"
    r"ruckruf\w*|termin (?:vereinbaren|buchen)|te llamamos|llamadme|(?:pedir|reservar|solicitar) cita|cita previa|"
    r"(?:ti richiamiamo|richiamami)|(?:prenota|fissa) (?:un )?appuntamento|terugbel\w*|afspraak maken)\b",
)
SEGMENT = re.compile(
    r"(?:nous-|page-)?(?:contact(?:s|ez|er|o|us|-?us|-?nous|ez-nous|-form)?|kontakt\w*|contatti|aide|help|support|"
    r"nous-joindre|service-clients?|customer-(?:service|care)|ayuda|kundenservice|hilfe|assistenza|klantenservice|impressum|"
    r"imprint|contato|fale-conosco|ajuda|rendez-vous|conseiller|help-cent(?:er|re)|centre-d-?aide)(?:\.\w{2,5})?",
)
NO_CONTACT = re.compile(
    r"lens|lentille|lentilla|linse|\blenti\b|tracing|sport|grill|aide[- ]?(?:soignant|menagere)|partage|share|teilen|"
    r"(?:help|support) (?:us|our|the|independent|quality)\b",
)
MOST_WORDS = 5  # a longer link is a title: "How to help your dog through the summer"
AT = re.compile(r"[\[(][Aa][Tt][\])]")
MAIL_TEXT = re.compile(r"[\w.+-]+ ?(?:@|\[at\]|\(at\)) ?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}\b", re.IGNORECASE)

# Folded: from 9 h 30 to 19 h, 9am-6pm, 8 bis 18 Uhr, Monday to Friday, 24/7.
_TIME = r"\d{1,2}(?: ?[h:.] ?\d{2})? ?(?:h|[ap]\.?m\.?|uhr|uur|heures)?"
_MARKED = r"\d{1,2} ?(?:[h:] ?\d{2}|h\b|[ap]\.?m\b|uhr|uur|heures)"
_DAY = (
    r"(?:lun(?:di|edi|es|\.)?|mar(?:di|tes)?|sam(?:edi)?|dim(?:anche)?|ven(?:dredi|erdi)?|viernes|mon(?:day)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?|montag|freitag|samstag|sonntag|mo|fr|sa|so|maandag|vrijdag|zaterdag|ma|vr)\.?"
)
HOURS = re.compile(
    rf"\b{_TIME} ?(?:-|–|—|a|to|bis|tot|until|alle) ?{_MARKED}|\b24 ?[h/] ?/? ?(?:24|7)\b|"
    rf"\b7 ?j(?:ours)? ?(?:/|sur) ?7|\b{_DAY} ?(?:-|–|—|au?|to|bis|al|t/m|tot|through) ?{_DAY}(?!\w)",
)
MENUS = re.compile(
    r"menu|burger|nav-?(?:bar-)?toggle|toggle-?nav|drawer|offcanvas|sidenav|☰|≡|\bmore\b|\bplus\b", re.IGNORECASE
)
NEAR = 3  # levels above a channel at which its hours may stand
PARTS = 40  # elements that are read for them at most


@once
def inventory(page: PageSnapshot) -> tuple[Contact, ...]:
    """Every way to somebody, hidden ones too, in the order of the page; chats come last, as they float."""
    forms = {id(form.element): form for form in contact_forms(page)}
    found = [contact for frame in page.frames if not frame.hidden for contact in _in_frame(frame, page, forms)]
    found.extend(_chats(page))
    return tuple(found)


def is_unread(contact: Contact) -> bool:
    """True for a mail address that says of itself that nobody reads it: no-reply and its like."""
    return contact.channel is Channel.MAIL and bool(UNREAD.search(contact.target or contact.label))


def offered(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Those that the customer can see, scrolling included."""
    return tuple(contact for contact in contacts if contact.visible)


def is_contact_page(page: PageSnapshot) -> bool:
    """True when the page's own address or first heading says that this is where people are reached."""
    segments = place_of(page.url).path.lower().split("/")
    heading = next((element.name for element in page.visible("h1")), "")
    return any(SEGMENT.fullmatch(part) for part in segments) or speaks_of_contact(heading)


def has_menu(page: PageSnapshot) -> bool:
    """Something to tap that may open what is hidden: a burger, a "more", anything that says that it expands."""
    for element in page.visible():
        if element.tag in {"summary", "label"} or "aria-expanded" in element.attrs or "aria-controls" in element.attrs:
            return True
        taps = element.tag in {"button", "a"} or element.role in {"button", "link"} or "onclick" in element.attrs
        if taps and MENUS.search(
            " ".join((element.name, element.attr("class"), element.attr("id"), element.attr("href")))
        ):
            return True
    return False


def speaks_of_contact(text: str) -> bool:
    """True for a few words that lead to people or to help."""
    words = folded(text)
    return len(words.split()) <= MOST_WORDS and bool(WORDS.search(words)) and not NO_CONTACT.search(words)


def tells_hours(text: str) -> bool:
    """True when a text says when somebody is there."""
    return bool(HOURS.search(folded(text)))


def callback_service(url: str) -> str:
    """Whose appointments or calls back a link, a frame or a script is for, by its host; "" when none is known."""
    return _booking(place_of(url).host)


@lru_cache(maxsize=1024)
def _booking(host: str) -> str:
    return next((name for known, name in BOOKING_HOSTS.items() if host == known or host.endswith("." + known)), "")


def _in_frame(frame: FrameFacts, page: PageSnapshot, forms: Mapping[int, ContactForm]) -> Iterator[Contact]:
    language = frame.lang or page.main.lang
    inside: list[bool] = []  # within a link or button that is a way itself
    for element in frame.elements:
        within = element.parent >= 0 and inside[element.parent]
        way = None if within else _way(element, page)
        inside.append(within or way is not None)
        if way:
            yield _placed(way, element, frame, page)
        elif id(element) in forms:
            form = forms[id(element)]
            yield _placed(Contact(Channel.FORM, element.name, service=form.maker), element, frame, page)
        elif element.visible and element.text and not within:
            yield from (_placed(way, element, frame, page) for way in _written(element.text, language))


def _placed(way: Contact, element: Element, frame: FrameFacts, page: PageSnapshot) -> Contact:
    box = element.box.moved(*frame.offset)
    visible = element.visible and not element.inert
    return way._replace(
        address=element.address,
        box=box,
        visible=visible,
        screens=_screens(element, box, frame, page) if visible else 0,
        hours=_hours(element, frame) if way.channel in HUMAN else "",
        element=element,
    )


def _screens(element: Element, box: Box, frame: FrameFacts, page: PageSnapshot) -> float:
    """How far to scroll before the middle of it shows; 0 for what stays on the screen."""
    height = page.first_screen.height
    middle = box.y + box.height / 2
    if middle <= height or any(one.position in {"fixed", "sticky"} for one in (element, *frame.ancestors(element))):
        return 0
    return round((middle - height) / height, 1)


def _hours(element: Element, frame: FrameFacts) -> str:
    """The opening hours that stand beside it: in its own words, or in those around it."""
    for around in islice((element, *frame.ancestors(element)), NEAR + 1):
        for part in islice((around, *frame.below(around)), PARTS):
            if part.text and part.visible and tells_hours(part.text):
                return part.text[:120]
    return ""


def _written(text: str, language: str) -> Iterator[Contact]:
    """What is only text: to be copied, or dialled by hand."""
    for number in spotted(text, language):
        yield Contact(Channel.TEL, number.text)
    if ("@" in text or AT.search(text)) and (mail := MAIL_TEXT.search(text)):
        yield Contact(Channel.MAIL, mail[0])


def _way(element: Element, page: PageSnapshot) -> Contact | None:
    if element.tag in {"a", "area"} and (href := element.attr("href")):
        return _link_way(classify(href, page.url), element, page)
    named = element.name or element.text
    if element.role == "button" or element.tag == "summary":
        if _is_callback(named):
            return Contact(Channel.CALLBACK, named)
        return Contact(Channel.PAGE, named) if speaks_of_contact(named) else None
    if element.tag == "iframe" and (service := callback_service(element.attr("src"))):
        return Contact(Channel.CALLBACK, element.name or service, element.attr("src"), service=service)
    return None


def _link_way(link: Link, element: Element, page: PageSnapshot) -> Contact | None:
    label = element.name or element.attr("title") or element.text
    if channel := CHANNELS.get(link.kind):
        return Contact(channel, label or link.value, element.attr("href"), service=link.service) if link.value else None
    if link.kind is Kind.CUSTOM or not (link.is_web or link.kind is Kind.DANGEROUS):
        return None
    href = element.attr("href")
    if (service := callback_service(link.value)) or _is_callback(label):
        return Contact(Channel.CALLBACK, label or service, href, service=service)
    if maker := hosted(link.value):
        return Contact(Channel.FORM, label or maker, href, service=maker)
    if speaks_of_contact(label) or _leads_to_contact(link, page):
        return Contact(Channel.PAGE, label or link.text, href)
    return None


def _is_callback(text: str) -> bool:
    words = folded(text)
    return len(words.split()) <= MOST_WORDS + 2 and bool(CALLBACK_WORDS.search(words))


def _leads_to_contact(link: Link, page: PageSnapshot) -> bool:
    named = any(SEGMENT.fullmatch(part) for part in place_of(link.value).path.lower().split("/"))
    return named and site_of(link.host) == site_of(place_of(page.url).host)


def _chats(page: PageSnapshot) -> Iterator[Contact]:
    """Chats that can be used now: one whose script was refused or is held back is none yet."""
    for chat in chats(page):
        if not chat.usable:
            continue
        opener = launcher(chat, page)
        box = page.on_page(opener) if opener else Box(0, 0, 0, 0)
        label = opener.name if opener else ""
        address = opener.address if opener else ""
        yield Contact(Channel.CHAT, label or chat.name, "", address, box, service=chat.name, element=opener)
