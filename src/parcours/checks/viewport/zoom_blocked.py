"""Visitors must be able to pinch-zoom."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot

SMALLEST_ALLOWED_ZOOM = 2.0  # WCAG 1.4.4 asks for 200 %
GENEROUS_ZOOM = 5.0  # what phones allow where the tag does not speak of it


@page_check(
    "viewport/zoom-blocked",
    title="The page can be zoomed",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=viewport.winners,
    advice=Advice(
        do="Drop user-scalable and any maximum-scale below 5 from the viewport meta tag.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=(
            "https://www.w3.org/WAI/WCAG22/Understanding/resize-text.html",
            "https://www.w3.org/WAI/standards-guidelines/act/rules/b4f0c3/",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1"><p>hello</p>',
    fails='<meta name="viewport" content="width=device-width, user-scalable=no"><p>hello</p>',
)
def zoom_blocked(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """People with low vision pinch to read the small print; a page that forbids it shuts them out."""
    said, whole = viewport.settings(meta.content), viewport.repaired(meta.content)
    android = page.device.platform == "android"
    severity = Severity.MAJOR if android else Severity.MINOR
    tail = "" if android else " in apps that show web pages; Safari itself zooms all the same"
    if not said.user_scalable and not whole.user_scalable:
        message = f"user-scalable={said.value('user-scalable')} stops visitors from zooming{tail}"
        yield Problem(message, aspect="user-scalable", severity=severity, evidence=meta.content)
    invalid = any(remark.key == "maximum-scale" for remark in whole.said("invalid"))
    largest = viewport.on_phone(said, page).maximum
    if said.maximum_scale is None or invalid or largest >= GENEROUS_ZOOM:
        return
    if largest < SMALLEST_ALLOWED_ZOOM:
        message = f"maximum-scale={said.maximum_scale:g} stops visitors from zooming to twice the size{tail}"
        yield Problem(message, aspect="maximum-scale", severity=severity, evidence=meta.content)
    else:
        message = f"maximum-scale={said.maximum_scale:g} lets visitors zoom less far than phones would{tail}"
        yield Problem(message, aspect="maximum-scale", severity=Severity.NOTE, evidence=meta.content)
