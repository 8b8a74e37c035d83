"""Visitors must be able to zoom out and see all of a page."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot


@page_check(
    "viewport/min-scale",
    title="Visitors can zoom out until they see the whole width",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=viewport.winners,
    advice=Advice(
        do="Drop minimum-scale from the viewport meta tag.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/meta/name/viewport",),
    ),
    passes='<meta name="viewport" content="width=device-width, initial-scale=1, minimum-scale=1"><p>hello</p>',
    fails='<meta name="viewport" content="width=device-width, minimum-scale=1.5"><p>hello</p>',
)
def min_scale(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """A page that cannot be made smaller hides what lies beyond the screen's edge from people who would zoom out."""
    said = viewport.settings(meta.content)
    if said.minimum_scale is None:
        return
    scale = viewport.on_phone(said, page)
    over = page.main.content_width - page.main.layout_width
    if scale.minimum > 1:
        message = f"minimum-scale={said.minimum_scale:g} keeps the page magnified"
        yield Problem(message, aspect="magnified", evidence=meta.content)
    elif scale.minimum >= scale.initial and over > 1:
        message = f"minimum-scale={said.minimum_scale:g} keeps {over:.0f} px of the page out of sight at every zoom"
        yield Problem(message, aspect="overflow", evidence=meta.content)
