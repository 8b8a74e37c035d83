"""A contact form can be filled with two thumbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.contact_forms import ContactForm, asked, contact_forms
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot

MOST_REQUIRED = 7
KEYBOARDS = {"email": "the @ key", "tel": "the number pad"}


class Field(NamedTuple):
    """One field, and the form that it is in."""

    address: str
    box: Box
    element: Element
    frame: FrameFacts


def _subjects(page: PageSnapshot) -> Iterable[ContactForm | Field]:
    for form in contact_forms(page):
        if form.fields:
            yield form
        for field in form.fields:
            yield Field(field.address, page.on_page(field), field, form.frame)


@page_check(
    "contact/form-mobile",
    title="Contact forms can be filled on a phone",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_subjects,
    advice=Advice(
        do="Give each field its type, its autocomplete and a label that stays, and ask for no more than you need.",
        snippet='<label for="mail">Your e-mail</label>\n<input id="mail" type="email" autocomplete="email">',
        links=(
            "https://web.dev/learn/forms/",
            "https://www.w3.org/WAI/WCAG22/Understanding/identify-input-purpose.html",
        ),
    ),
    passes='<form><label>E-mail <input type="email" autocomplete="email"></label><textarea></textarea></form>',
    fails='<form><label>E-mail <input name="email"></label><textarea></textarea></form>',
)
def form_mobile(subject: ContactForm | Field, _: PageSnapshot) -> Iterator[Problem]:
    """Typing on glass is slow: each wrong keyboard and each needless field makes people give the question up."""
    if isinstance(subject, ContactForm):
        yield from _form(subject)
    else:
        yield from _field(subject.element, subject.frame)


def _form(form: ContactForm) -> Iterator[Problem]:
    required = [f for f in form.fields if "required" in f.attrs or f.attr("aria-required") == "true"]
    if len(required) > MOST_REQUIRED:
        yield Problem(f"The form demands {len(required)} answers; {MOST_REQUIRED} are many on a phone", "required")
    bare = [f for f in form.fields if asked(f) and f.tag == "input" and not f.attr("autocomplete")]
    if bare:
        named = ", ".join(f"“{(f.name or f.attr('name'))[:30]}”" for f in bare[:3])
        said = f"{named} has no autocomplete: the phone may not offer what it knows"
        yield Problem(said, "autocomplete", Severity.NOTE, Certainty.MEDIUM)


def _field(field: Element, frame: FrameFacts) -> Iterator[Problem]:
    named = f"“{(field.name or field.attr('name') or field.attr('placeholder'))[:60]}”"
    wanted = asked(field) if field.tag == "input" else ""
    if wanted and field.attr("type").lower() not in {"email", "tel", "url", "number"} and not _has_keyboard(field):
        said = f"{named} asks for {'a mail address' if wanted == 'email' else 'a number'} with a keyboard for prose"
        yield Problem(f"{said}: {KEYBOARDS[wanted]} is missing", f"{wanted}-keyboard")
    if field.attr("placeholder") and _only_placeholder(field, frame):
        said = f"{named} is named inside the field only: its name is gone as soon as one types"
        yield Problem(said, "placeholder", certainty=Certainty.MEDIUM)


def _has_keyboard(field: Element) -> bool:
    return field.attr("inputmode").lower() in {"email", "tel", "numeric", "decimal"}


def _only_placeholder(field: Element, frame: FrameFacts) -> bool:
    """No label that can be seen, nor other words just before or after the field."""
    if any(field.attr(key) for key in ("aria-labelledby", "title")) or field.name != field.attr("placeholder").strip():
        return False
    for element in frame.elements:
        if element.tag == "label" and element.visible and field.attr("id") and element.attr("for") == field.attr("id"):
            return False
    return not any(_is_beside(one, field) for one in _around(field, frame))


def _around(field: Element, frame: FrameFacts) -> Iterator[Element]:
    """What shares the field's nearest box, and that box's neighbours."""
    holder = field.parent
    yield from frame.children.get(holder, ())
    if holder >= 0:
        yield frame.elements[holder]
        yield from frame.children.get(frame.elements[holder].parent, ())


def _is_beside(one: Element, field: Element) -> bool:
    """Words within a line of the field, over it or next to it."""
    if one is field or not one.visible or not one.text or one.tag in {"button", "option"}:
        return False
    above = -4 <= field.box.y - one.box.bottom <= 30 and one.box.x < field.box.right and one.box.right > field.box.x
    beside = one.box.y < field.box.bottom and one.box.bottom > field.box.y
    return above or beside
