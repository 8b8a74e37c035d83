"""A page must not tell the phone two things."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot


@page_check(
    "viewport/multiple",
    title="Viewport tags do not contradict each other",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda page: viewport.winners(page) if len(page.metas("viewport")) > 1 else (),
    advice=Advice(
        do="Keep one viewport meta tag, in the page's head.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://drafts.csswg.org/css-viewport/#viewport-meta",),
    ),
    passes='<meta name="viewport" content="width=device-width"><meta name="viewport" content="width=device-width">',
    fails='<meta name="viewport" content="width=device-width"><meta name="viewport" content="width=1024">',
)
def multiple(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """The last tag wins, often one that a plug-in or a template added, and the careful one is without effect."""
    beaten = [other.content for other in page.metas("viewport")[:-1] if _effect(other, page) != _effect(meta, page)]
    if beaten:
        losers = ", ".join(f"“{content}”" for content in beaten)
        yield Problem(f"“{meta.content}” wins over {losers}", evidence=meta.content)


def _effect(meta: MetaTag, page: PageSnapshot) -> tuple[object, ...]:
    """What a tag does on this phone: two tags that are spelt differently may do the same."""
    said = viewport.settings(meta.content)
    return viewport.on_phone(said, page), said.user_scalable, said.viewport_fit, said.interactive_widget
