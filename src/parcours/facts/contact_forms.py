"""Forms that a customer writes to people with, and the fields of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from parcours.facts.model import Element, FrameFacts, PageSnapshot, once
from parcours.facts.urls import place_of

NOT_FOR_CONTACT = re.compile(
    r"search|recherche|login|signin|newsletter|subscri|comment|review|reply|respond|avis|cart|basket|panier|"
    r"checkout|coupon|filter|track(?!s)|friend"
)
# Makers of forms, by a word in the class of what is around the fields.
MAKERS = {
    "wpcf7": "Contact Form 7",
    "wpforms": "WPForms",
    "gform_wrapper": "Gravity Forms",
    "elementor-form": "Elementor",
    "nf-form-cont": "Ninja Forms",
    "hs-form": "HubSpot",
    "frm_forms": "Formidable",
    "forminator": "Forminator",
    "fluentform": "Fluent Forms",
    "webform-submission-form": "Drupal Webform",
}
# Forms that live on their maker's host, in a frame or as the form's action.
FORM_HOSTS = {
    "hsforms.net": "HubSpot",
    "hsforms.com": "HubSpot",
    "typeform.com": "Typeform",
    "jotform.com": "Jotform",
    "tally.so": "Tally",
    "forms.gle": "Google Forms",
    "formspree.io": "Formspree",
    "forms.office.com": "Microsoft Forms",
    "paperform.co": "Paperform",
    "cognitoforms.com": "Cognito Forms",
}
NO_FIELD = {"hidden", "submit", "button", "reset", "image", "checkbox", "radio", "file", "range", "color"}
CAPTCHAS = {
    "g-recaptcha": "reCAPTCHA",
    "h-captcha": "hCaptcha",
    "cf-turnstile": "Turnstile",
    "frc-captcha": "Friendly Captcha",
}


class ContactForm(NamedTuple):
    """One form. `fields` are those that can be seen and filled, in order.

    `maker` is the product it was made with and `captcha` what asks for proof of a human; "" when none is known.
    """

    element: Element
    fields: tuple[Element, ...]
    frame: FrameFacts
    maker: str = ""
    captcha: str = ""

    @property
    def address(self) -> str:
        """The form's, or that of the frame which another site's form lives in."""
        return self.element.address


@once
def contact_forms(page: PageSnapshot) -> tuple[ContactForm, ...]:
    """Every form with a box to write in, or with a mail address or number and two more texts.

    Those for search, log-in, newsletter, comments and shopping are left out; forms of other sites count as
    soon as their frame stands on the page.
    """
    return tuple(form for frame in page.frames if not frame.hidden for form in _in_frame(frame))


def hosted(url: str) -> str:
    """Whose form it is, by the host of a frame, a link or an action; "" when it is nobody's that is known."""
    return _maker(place_of(url).host)


@lru_cache(maxsize=1024)
def _maker(host: str) -> str:
    return next((name for known, name in FORM_HOSTS.items() if host == known or host.endswith("." + known)), "")


def _in_frame(frame: FrameFacts) -> Iterator[ContactForm]:
    holders, captchas = _holders(frame)
    for holder, fields in holders.items():
        element = frame.elements[holder]
        around = [element, *frame.ancestors(element)]
        marks = " ".join(
            one.attr(key)
            for one in (*around, *fields)
            if one.tag in {"textarea", "form", "section", "div"}
            for key in ("id", "class", "action", "name", "aria-label", "role")
        ).lower()
        if _asks_a_question(fields) and not NOT_FOR_CONTACT.search(marks):
            maker = next((name for mark, name in MAKERS.items() if mark in marks), "") or hosted(element.attr("action"))
            yield ContactForm(element, fields, frame, maker, captchas.get(holder, ""))
    for element in frame.elements:
        if element.tag == "iframe" and element.visible and (maker := hosted(element.attr("src"))):
            yield ContactForm(element, (), frame, maker)


def _holders(frame: FrameFacts) -> tuple[Mapping[int, tuple[Element, ...]], Mapping[int, str]]:
    """The fields under each form (or, where there is none, under the nearest box), and each one's captcha."""
    fields: dict[int, list[Element]] = {}
    captchas: dict[int, str] = {}
    form_of: list[int] = []
    for index, element in enumerate(frame.elements):
        inherited = form_of[element.parent] if element.parent >= 0 else -1
        form_of.append(index if element.tag == "form" else inherited)
        kind = element.attr("class")
        if kind and (captcha := next((name for mark, name in CAPTCHAS.items() if mark in kind), "")):
            captchas.setdefault(form_of[index], captcha)
        if not _is_field(element):
            continue
        holder = inherited
        if holder < 0 and element.tag == "textarea":  # the box alone: what is beside it may belong to anything
            holder = element.parent
        if holder >= 0:
            fields.setdefault(holder, []).append(element)
    return {holder: tuple(found) for holder, found in fields.items()}, captchas


def _is_field(element: Element) -> bool:
    if not element.visible or element.inert:
        return False
    if element.tag == "input":
        return element.attr("type").lower() not in NO_FIELD
    return element.tag in {"textarea", "select"} and "g-recaptcha" not in element.attr("id") + element.attr("name")


def _asks_a_question(fields: tuple[Element, ...]) -> bool:
    kinds = [_kind(field) for field in fields]
    if "password" in kinds or any(field.attr("autocomplete").startswith("cc-") for field in fields):
        return False
    texts = kinds.count("text")
    return "textarea" in kinds or (bool({"email", "tel"} & set(kinds)) and texts >= 2)


def _kind(field: Element) -> str:
    """What is asked: by the type, or by what the field is called where the type says only "text"."""
    if field.tag != "input":
        return field.tag
    said = field.attr("type").lower()
    return said if said in {"email", "tel", "password", "search", "number", "date"} else asked(field) or "text"


MAIL = re.compile(r"\be-?mail|\bmail\b|courriel|correo|adresse mail|posta elettronica")
PHONE = re.compile(r"\b(?:tel(?:ephone|efono|efoon|efon\w*|\b)|phone|mobile|portable|handy|cellulare|movil|gsm)")


def asked(field: Element) -> str:
    """What the field's name, label or placeholder asks for: "email", "tel", or "" for anything else."""
    marks = " ".join(field.attr(key) for key in ("name", "id", "placeholder", "autocomplete", "aria-label"))
    words = re.sub(r"[_\-\[\]]+", " ", f"{marks} {field.name}").lower().replace("é", "e")
    if MAIL.search(words):
        return "email"
    return "tel" if PHONE.search(words) else ""
