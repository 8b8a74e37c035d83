"""The question about cookies: whose banner it is, and the controls that answer it.

Vendors are told by the ids and classes that their own scripts give; banners that nobody knows by their words, in
French, English, German, Spanish, Italian and Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot, once
from parcours.facts.offers import folded


class Answer(StrEnum):
    """What a control of the banner does."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    SETTINGS = "settings"
    CLOSE = "close"


class Vendor(NamedTuple):
    """How a vendor's banner is known, each a pattern for an id, a class or a test id.

    What `accept` and `refuse` do not name is told by its words.
    """

    name: str
    root: str
    accept: str = ""
    refuse: str = ""


VENDORS = (
    Vendor("Didomi", r"didomi-(?:popup|notice|host)", r"didomi-notice-agree-button",
           r"didomi-notice-disagree-button|didomi-continue-without-agreeing"),
    Vendor("Axeptio", r"axeptio_(?:overlay|widget|mount)", r"axeptio_btn_acceptAll", r"axeptio_btn_dismiss"),
    Vendor("OneTrust", r"onetrust-banner-sdk|onetrust-pc-sdk|onetrust-consent-sdk",
           r"onetrust-accept-btn-handler|accept-recommended-btn-handler",
           r"onetrust-reject-all-handler|ot-pc-refuse-all-handler"),
    Vendor("TrustCommander", r"tc-privacy-(?:wrapper|popin)|popin_tc_privacy"),
    Vendor("Cookiebot", r"CybotCookiebotDialog",
           r"CybotCookiebotDialogBodyLevelButton(?:LevelOptinAllowAll|Accept\w*)|CybotCookiebotDialogBodyButtonAccept",
           r"CybotCookiebotDialogBody(?:LevelButtonLevelOptinDecline\w*|ButtonDecline)"),
    Vendor("Usercentrics", r"usercentrics-(?:root|cmp-ui)|uc-main-dialog",
           r"uc-accept-all-button|accept-all-cookies", r"uc-deny-all-button|deny-all-cookies"),
    Vendor("Quantcast", r"qc-cmp2-(?:container|ui|main)"),
    Vendor("Sourcepoint", r"sp_message_(?:container|iframe)_\d+", r"sp_choice_type_(?:11|ACCEPT_ALL)",
           r"sp_choice_type_(?:13|REJECT_ALL)"),
    Vendor("tarteaucitron", r"tarteaucitronAlertBig", r"tarteaucitronPersonalize2|tarteaucitronAllAllowed\d?",
           r"tarteaucitronAllDenied\d?"),
    Vendor("Sirdata", r"sd-cmp"),
    Vendor("Osano", r"osano-cm-(?:window|dialog)", r"osano-cm-accept(?:-all)?", r"osano-cm-deny(?:All)?"),
    Vendor("Complianz", r"cmplz-cookiebanner(?:-container)?", r"cmplz-accept", r"cmplz-deny"),
    Vendor("Iubenda", r"iubenda-cs-(?:banner|container)", r"iubenda-cs-accept-btn", r"iubenda-cs-reject-btn"),
    Vendor("CookieYes", r"cky-consent-container|cookie-law-info-bar", r"cky-btn-accept", r"cky-btn-reject"),
    Vendor("Borlabs", r"BorlabsCookieBox(?:Wrap)?"),
    Vendor("Google Funding Choices", r"fc-consent-root", r"fc-cta-consent", r"fc-cta-do-not-consent"),
    Vendor("TrustArc", r"truste-consent-track|consent_blackbar|truste-consent-content", r"truste-consent-button",
           r"truste-consent-required"),
    Vendor("consentmanager", r"cmpbox2?", r"cmpboxbtnyes", r"cmpboxbtnno"),
    Vendor("Klaro", r"klaro|cookie-modal-klaro", r"cm-btn-success|cm-btn-accept-all", r"cm-btn-danger|cn-decline"),
)  # fmt: skip


class _Known(NamedTuple):
    name: str
    root: re.Pattern[str]
    accept: re.Pattern[str] | None
    refuse: re.Pattern[str] | None


def _whole(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{text})(?:\s|$)")


_KNOWN = tuple(
    _Known(v.name, _whole(v.root), _whole(v.accept) if v.accept else None, _whole(v.refuse) if v.refuse else None)
    for v in VENDORS
)
_ANY_ROOT = _whole("|".join(vendor.root for vendor in VENDORS))


def _words(*languages: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(languages)})\b")


# In French, English, German, Spanish, Italian and Dutch, without accents. Refusals first: "continue without
# accepting" holds the word for the contrary.
WORDS = {
    Answer.REFUSE: _words(
        r"refuse[rz]?|rejeter|sans (?:accepter|consentir)|continuer sans|je n.accepte pas",
        r"(?:uniquement|seulement) (?:les )?(?:cookies )?(?:necessaires|essentiels)",
        r"(?:necessaires|essentiels) (?:uniquement|seulement)",
        r"decline|reject|deny|disagree|(?:do not|don.?t) (?:accept|agree|consent)",
        r"without (?:accepting|agreeing|consent)|(?:only|just|use) (?:\w+ )?(?:necessary|essential|required)",
        r"(?:necessary|essential|required)(?: cookies)? only",
        r"ablehnen|ohne (?:zustimmung|einwilligung)",
        r"nur (?:\w+ )?(?:notwendige|erforderliche|essenzielle|technisch)\w*",
        r"rechazar|rechazo|denegar|solo (?:\w+ )?(?:necesarias|esenciales)|sin aceptar",
        r"rifiut[ao]?\w*|nega tutt\w+|solo (?:\w+ )?(?:necessari|essenziali)|senza accettare",
        r"weigeren|afwijzen|alleen (?:\w+ )?(?:noodzakelijke|functionele)\w*|zonder (?:te )?accepteren",
    ),
    Answer.SETTINGS: _words(
        r"parametr\w+|personnalis\w+|gerer|preferences?|choisir|configurer|en savoir plus",
        r"settings|manage|customi[sz]e|options|choices|more information|learn more",
        r"einstellung\w*|anpassen|auswahl|mehr (?:infos|erfahren)|konfigurieren",
        r"configurar|preferencias|personalizar|gestionar|ajustes",
        r"personalizza\w*|preferenze|gestisci|impostazioni",
        r"instelling\w*|aanpassen|voorkeur\w*|beheer\w*",
    ),
    Answer.ACCEPT: _words(
        r"j.accepte|accept\w*|autoriser|d.accord|compris",
        r"ok(?:ay)?|agree|allow|got it|i understand|consent",
        r"akzeptier\w*|zustimm\w*|einverstanden|annehmen|erlauben|verstanden",
        r"acepta\w*|acepto|de acuerdo|entendido|permitir",
        r"accett\w*|consenti\w*|ho capito",
        r"akkoord|toestaan|begrepen",
    ),
    Answer.CLOSE: re.compile(r"^(?:x|close|fermer|schliessen|cerrar|chiudi|sluiten)\b|^[×✕✖]$"),
}
ABOUT = re.compile(
    r"cookie|traceur|vie privee|consent|datenschutz|privatsphare|einwilligung|privacidad|privacy|consenso|toestemming|"
    r"donnees personnelles|partenaires"
)
MOST_WORDS = 60  # characters: what is longer is a sentence, not a control


@dataclass(frozen=True, slots=True)
class Consent:
    """A banner that asks. `vendor` is "" when nobody knows it; `box` is where it stands on the page.

    `covers` is the share of the first screen that it takes.
    `controls` are what can be tapped in it, with what each does: the first of a kind is the plainest.
    `opaque` means that the banner is there and cannot be looked into.
    """

    vendor: str
    address: str
    box: Box
    frame: FrameFacts
    root: Element
    controls: tuple[tuple[Answer, Element], ...] = ()
    opaque: bool = False
    covers: float = 0

    def control(self, answer: Answer) -> Element | None:
        """The control that gives that answer; None when the banner has none."""
        return next((element for given, element in self.controls if given is answer), None)


@once
def consent(page: PageSnapshot) -> Consent | None:
    """The banner that the customer must answer; None when none is seen."""
    return next(_of_vendors(page), None) or next(_by_words(page), None)


def _marks(element: Element) -> str:
    test_id = element.address.removeprefix("testid=") if element.address.startswith("testid=") else ""
    return f"{element.attr('id')} {element.attr('class')} {test_id}".strip()


def _of_vendors(page: PageSnapshot) -> Iterator[Consent]:
    for frame in page.frames:
        if frame.hidden:
            continue
        for element in frame.elements:
            marks = _marks(element)
            if not marks or not _ANY_ROOT.search(marks):
                continue
            inside = _inside(page, frame, element)
            if not (element.visible or any(inner.visible for inner in inside)):
                continue
            known = next(known for known in _KNOWN if known.root.search(marks))
            yield _consent(page, frame, element, known.name, _controls(inside, known.accept, known.refuse))


def _inside(page: PageSnapshot, frame: FrameFacts, root: Element) -> tuple[Element, ...]:
    """All that the root holds; what its frames show too, for vendors who keep their banner in one."""
    own = tuple(frame.below(root))
    holders = {element.address for element in (root, *own) if element.tag == "iframe"}
    if not holders:
        return own
    index = next(at for at, known in enumerate(page.frames) if known is frame)
    framed = (inner.elements for inner in page.frames if inner.parent == index and inner.address in holders)
    return (*own, *(element for elements in framed for element in elements))


def _consent(
    page: PageSnapshot, frame: FrameFacts, root: Element, vendor: str, controls: Iterable[tuple[Answer, Element]]
) -> Consent:
    found = tuple(controls)
    seen = [root, *(inner for inner in _inside(page, frame, root) if inner.visible)]
    boxes = [page.on_page(element) for element in seen if element.visible and element.box.area]
    empty = not any(element.text or element.name for element in seen)
    largest = max(boxes, key=lambda box: box.area, default=page.on_page(root))
    opaque = empty and "closed-shadow" in frame.prompts
    covers = largest.meet(page.first_screen).area / (page.first_screen.area or 1)
    return Consent(vendor, root.address, largest, frame, root, found, opaque, covers)


def _controls(
    inside: Iterable[Element], accept: re.Pattern[str] | None = None, refuse: re.Pattern[str] | None = None
) -> Iterator[tuple[Answer, Element]]:
    for element in inside:
        if not element.visible or not _tappable(element):
            continue
        marks = _marks(element)
        if refuse and refuse.search(marks):
            yield Answer.REFUSE, element
        elif accept and accept.search(marks):
            yield Answer.ACCEPT, element
        elif answer := answer_of(element.name or element.text):
            yield answer, element


def _tappable(element: Element) -> bool:
    return (
        element.tag in ("button", "a", "summary")
        or element.role in ("button", "link")
        or "onclick" in element.attrs
        or (element.tag == "input" and element.attr("type") in ("button", "submit"))
    )


def answer_of(words: str) -> Answer | None:
    """What a control with these words does; None when it is no answer (a link to the policy, say)."""
    said = folded(words)
    if not said or len(said) > MOST_WORDS:
        return None
    return next((answer for answer, pattern in WORDS.items() if pattern.search(said)), None)


def _by_words(page: PageSnapshot) -> Iterator[Consent]:
    """A layer that speaks of cookies and holds a control that accepts them."""
    for frame in page.frames:
        if frame.hidden:
            continue
        tried: set[int] = set()
        for element in frame.elements:
            if not element.visible or not _tappable(element):
                continue
            if answer_of(element.name or element.text) not in (Answer.ACCEPT, Answer.REFUSE):
                continue
            layer = next((above for above in frame.ancestors(element) if _is_layer(above)), None)
            if layer is None or id(layer) in tried:
                continue
            tried.add(id(layer))
            if ABOUT.search(folded(frame.full_text(layer))):
                yield _consent(page, frame, layer, "", _controls(frame.below(layer)))


def _is_layer(element: Element) -> bool:
    return element.position in ("fixed", "sticky") or element.role in ("dialog", "alertdialog")
