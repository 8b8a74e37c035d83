"""From every page of a journey there is a way to a human being."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, FrameFacts, PageSnapshot, Request
from parcours.facts.offers import folded
from parcours.facts.phones import spotted
from parcours.facts.urls import Kind, Link, classify, place_of

CHANNELS = {Kind.TEL, Kind.SMS, Kind.MAIL, Kind.MESSAGING}  # with somebody at the other end: Link.value
BOOKING_HOSTS = (
    "calendly.com", "acuityscheduling.com", "timify.com", "setmore.com", "typeform.com", "jotform.com", "tally.so",
    "hsforms.net", "hsforms.com", "forms.gle", "share.hsforms.com",
)  # fmt: skip
# Scripts of live chats, by host; a tag manager's or a tracker's alone is no chat.
CHAT_HOSTS = (
    "widget.intercom.io", "js.intercomcdn.com", "static.zdassets.com", "v2.zopim.com", "cdn.livechatinc.com",
    "lptag.liveperson.net", "embed.tawk.to", "js.driftt.com", "client.crisp.chat", "js.usemessages.com",
    "wchat.freshchat.com", "salesforceliveagent.com", "my.salesforce-scrt.com", "halc.iadvize.com", "iadvize.com",
    "conversations-widget.brevo.com", "api.userlike.com", "config.gorgias.chat", "beacon-v2.helpscout.net",
    "code.tidio.co", "code.jivosite.com", "www.smartsuppchat.com", "static.olark.com", "static.ada.support",
    "widget.kommunicate.io", "cdn.gladly.com", "call.chatra.io", "app.purechat.com", "chat-assets.frontapp.com",
    "cdn.smooch.io",
)  # fmt: skip
CHAT_GLOBALS = frozenset(
    {
        "Intercom",
        "zE",
        "$zopim",
        "LiveChatWidget",
        "LC_API",
        "lpTag",
        "Tawk_API",
        "drift",
        "$crisp",
        "HubSpotConversations",
    }
    | {
        "fcWidget",
        "embedded_svc",
        "embeddedservice_bootstrap",
        "iAdvizeInterface",
        "BrevoConversations",
        "userlike",
        "Trengo",
    }
    | {
        "gorgiasChat",
        "GorgiasChat",
        "Beacon",
        "tidioChatApi",
        "jivo_api",
        "smartsupp",
        "olark",
        "$chatwoot",
        "adaEmbed",
    }
    | {
        "kommunicate",
        "Gladly",
        "Kustomer",
        "purechatApi",
        "SnapEngage",
        "amazon_connect",
        "sprChat",
        "FrontChat",
        "Oct8ne",
    },
)

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
MAIL_TEXT = re.compile(r"[\w.+-]+ ?(?:@|\[at\]|\(at\)) ?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}\b", re.IGNORECASE)
NOT_FOR_CONTACT = re.compile(
    r"search|recherche|login|signin|newsletter|subscri|comment|review|reply|respond|avis|cart|basket|panier"
)
MENUS = re.compile(
    r"menu|burger|nav-?(?:bar-)?toggle|toggle-?nav|drawer|offcanvas|sidenav|☰|≡|\bmore\b|\bplus\b", re.IGNORECASE
)
PAGES = ("", "text/html", "application/xhtml+xml")


@page_check(
    "contact/none",
    title="From this page a customer can reach someone",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=lambda page: page.frames[:1] if page.mime in PAGES else (),
    advice=Advice(
        do="Put a contact link, a telephone number or a chat within two taps of every page.",
        snippet='<footer><a href="/contact">Contact us</a> <a href="tel:+33123456789">01 23 45 67 89</a></footer>',
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes='<p>Our offer</p><footer><a href="/contact">Contact us</a></footer>',
    fails='<p>Our offer</p><footer><a href="/terms">Terms</a></footer>',
)
def none(main: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """A customer with a question who finds nobody to ask does not buy, or asks in public, where it costs more."""
    ways = tuple(_ways(page))
    if any(visible for visible, _ in ways):
        return
    hidden = tuple(way for _, way in ways)
    if hidden and _has_menu(page):
        return  # one tap opens the menu, one more the channel
    if hidden:
        yield CannotTell(
            f"“{hidden[0][:60]}” leads to contact, but is hidden, and no menu that opens it was found", "hidden"
        )
    elif chat := _chat(page, answered=False):
        yield CannotTell(
            f"The page asks for a chat ({chat}) that did not load: it may be the only way to reach someone", "chat"
        )
    elif main.truncated:
        yield CannotTell(
            "The page is too large to be read to its end, and no way to reach someone was found so far", "truncated"
        )
    else:
        links = sum(1 for element in page.visible("a") if element.attr("href"))
        said = (
            f"no number, address, form, chat or contact link among its {links} links"
            if links
            else "it holds no links at all"
        )
        yield Problem(f"Nobody can be reached from this page: {said}", "")


def _ways(page: PageSnapshot) -> Iterator[tuple[bool, str]]:
    """Everything that leads to a human being or to help: whether it can be seen now, and what it says."""
    if chat := _chat(page, answered=True):
        yield True, chat
    for frame in page.frames:
        if frame.hidden:
            continue
        language = frame.lang or page.main.lang
        for element in frame.elements:
            if way := _way(element, page, frame):
                yield element.visible and not element.inert, way
            elif (
                element.visible and element.text and (MAIL_TEXT.search(element.text) or spotted(element.text, language))
            ):
                yield True, element.text


def _way(element: Element, page: PageSnapshot, frame: FrameFacts) -> str:
    """What the element leads to, in words; "" when it leads to nobody."""
    if element.tag in {"a", "area"} and (href := element.attr("href")):
        return _link_way(classify(href, page.url), element, page)
    if element.role == "button" or element.tag == "summary":
        return element.name if _speaks_of_contact(element.name or element.text) else ""
    if element.tag == "textarea":
        return _form_way(element, frame)
    if element.tag == "iframe" and any(host in element.attr("src") for host in BOOKING_HOSTS):
        return "a form"
    return ""


def _link_way(link: Link, element: Element, page: PageSnapshot) -> str:
    if link.kind in CHANNELS:
        return link.value and (element.name or link.text)
    if link.kind is Kind.CUSTOM or not (link.is_web or link.kind is Kind.DANGEROUS):
        return ""
    named = element.name or element.attr("title")
    if _speaks_of_contact(named) or _is_one_of(link.host, BOOKING_HOSTS):
        return named or link.text
    same_site = link.host.split(".")[-2:] == place_of(page.url).host.split(".")[-2:]
    segments = place_of(link.value).path.lower().split("/") if same_site else []
    return link.text if any(SEGMENT.fullmatch(part) for part in segments) else ""


def _speaks_of_contact(text: str) -> bool:
    words = folded(text)
    return len(words.split()) <= MOST_WORDS and bool(WORDS.search(words)) and not NO_CONTACT.search(words)


def _form_way(area: Element, frame: FrameFacts) -> str:
    """A box to write in, unless its form is for comments, reviews or a search."""
    around = [one for one in (area, *frame.ancestors(area)) if one.tag in {"textarea", "form", "section", "div"}]
    marks = " ".join(one.attr(key) for one in around for key in ("id", "class", "action", "name", "aria-label"))
    return "" if NOT_FOR_CONTACT.search(marks.lower()) or "g-recaptcha-response" in marks else "a form"


def _is_one_of(host: str, hosts: tuple[str, ...]) -> bool:
    return any(host == known or host.endswith("." + known) for known in hosts)


def _chat(page: PageSnapshot, *, answered: bool) -> str:
    """The live chat whose script came (or, with `answered=False`, never did); "" when there is none."""
    asked = [(host, request.status) for request in page.requests if (host := _chat_host(request))]
    if found := next((host for host, status in asked if (0 < status < 400) is answered), ""):
        return found
    # A chat's own snippet makes its global name before the script comes: alone it proves only the wish.
    names = CHAT_GLOBALS.intersection(page.main.globals)
    return min(names) if names and answered and not asked else ""


def _chat_host(request: Request) -> str:
    host = place_of(request.url).host if request.kind in {"script", "document"} else ""
    return host if _is_one_of(host, CHAT_HOSTS) else ""


def _has_menu(page: PageSnapshot) -> bool:
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
