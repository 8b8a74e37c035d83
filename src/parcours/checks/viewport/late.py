"""The viewport must stand in the HTML that the server sends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import FrameFacts, MetaTag, PageSnapshot


@page_check(
    "viewport/late",
    title="The viewport tag is there from the start",
    severity=Severity.NOTE,
    owner=Owner.WEB,
    looks_at=lambda page: page.frames[:1] if page.metas("viewport") or page.served_metas("viewport") else (),
    advice=Advice(
        do="Put the viewport meta tag into the HTML as served, and leave it alone in scripts.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/meta/name/viewport",),
    ),
    passes='<meta name="viewport" content="width=device-width"><p>hello</p>',
    fails='<meta name="viewport" content="width=1024"><p>hello</p>'
    '<script>document.querySelector("meta").content = "width=device-width"</script>',
    needs=("frames", "served"),
)
def late(_frame: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """A tag that a script writes comes late: the page jumps as it opens, or stays wrong where scripts fail."""
    served, rendered = _contents(page.served_metas("viewport")), _contents(page.metas("viewport"))
    if served == rendered:
        return
    before, after = (", ".join(f"“{content}”" for content in contents) for contents in (served, rendered))
    if not served:
        yield Problem(f"A script adds the viewport meta tag {after}", aspect="added", evidence=after)
    elif not rendered:
        yield Problem(f"A script removes the viewport meta tag {before}", aspect="removed", evidence=before)
    else:
        yield Problem(f"A script changes the viewport from {before} to {after}", aspect="changed", evidence=after)


def _contents(metas: Iterable[MetaTag]) -> list[str]:
    return [" ".join(meta.content.split()) for meta in metas]
