"""A tap into a field must not make the page jump."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import overflow, viewport
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot

ZOOMS_BELOW = 16.0  # CSS pixels: Safari enlarges the page until the field's text is that large
ROUNDING = 0.05
TYPED = frozenset({"", "text", "search", "tel", "url", "email", "password", "number"})
MADE_SMALL = 0.95  # scale: on a page that is shown smaller the viewport is to be mended, not the fields


class Fields(NamedTuple):
    """A page's fields. `address` and `box` are the smallest one's."""

    address: str
    box: Box
    size: float
    name: str
    small: int


def _fields(page: PageSnapshot) -> tuple[Fields, ...]:
    """One subject, or none where there is no field, or where Safari never enlarges the page."""
    tag = viewport.winner(page)
    said = viewport.settings(tag.content) if tag else viewport.Settings()
    # A page that may not be enlarged is not, by Safari itself neither.
    if page.main.scale < MADE_SMALL or not said.user_scalable or (said.maximum_scale or 5) <= 1:
        return ()
    found = [(field.ink.size, field) for field in page.visible() if _is_typed_into(field) and field.ink]
    if not found:
        return ()
    size, field = min(found, key=lambda each: each[0])
    small = sum(1 for each, _ in found if each < ZOOMS_BELOW - ROUNDING)
    return (Fields(field.address, page.on_page(field), size, field.name or field.attr("name"), small),)


def _is_typed_into(element: Element) -> bool:
    if element.inert or "disabled" in element.attrs or min(element.box.width, element.box.height) < 10:
        return False
    typed = element.tag == "input" and element.attr("type").strip().lower() in TYPED
    return typed or element.tag in ("select", "textarea")


@page_check(
    "text/input-zoom",
    title="The page keeps its size when a field is tapped",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_fields,
    advice=Advice(
        do="Set the text of fields to 16 px at least.",
        snippet="input, select, textarea { font-size: max(16px, 1rem); }",
        links=("https://css-tricks.com/16px-or-larger-text-prevents-ios-form-zoom/",),
    ),
    passes='<meta name="viewport" content="width=device-width"><input aria-label="Name" style="font-size:16px">',
    fails='<meta name="viewport" content="width=device-width"><input aria-label="Name" style="font-size:13px">',
    platforms=("ios",),
)
def input_zoom(fields: Fields, page: PageSnapshot) -> Iterator[Problem]:
    """IPhones enlarge a page when a small field is tapped and leave it so: the button to send is then out of sight."""
    if fields.small:
        more = f", as {'does' if fields.small == 2 else 'do'} {fields.small - 1} more" if fields.small > 1 else ""
        name = f" “{fields.name[:40]}”" if fields.name else ""
        made = CannotTell if overflow.is_unstyled(page) else Problem
        yield made(f"The field{name} has text of {fields.size:g} px: a tap on it enlarges the page{more}")
