"""Apple's banner tag must stand in the HTML that the server sends."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.apps import BANNER
from parcours.facts.model import MetaTag, PageSnapshot


@page_check(
    "app/banner-late",
    title="Apple's banner tag is there from the start",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=lambda page: page.metas(BANNER)[:1],
    platforms=("ios",),
    certainty=Certainty.MEDIUM,
    needs=("frames", "served"),
    advice=Advice(
        do="Put the apple-itunes-app tag into the HTML as served, and leave it alone in scripts.",
        snippet='<meta name="apple-itunes-app" content="app-id=1234567890">',
        links=("https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",),
    ),
    passes='<meta name="apple-itunes-app" content="app-id=1234567890"><p>hello</p>',
    fails="<p>hello</p><script>const tag = document.createElement('meta'); tag.name = 'apple-itunes-app';"
    "tag.content = 'app-id=1234567890'; document.head.append(tag)</script>",
)
def banner_late(tag: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """Safari looks for the tag as the page arrives: one that a script brings later often shows no banner."""
    served = [_plain(meta.content) for meta in page.served_metas(BANNER)]
    rendered = _plain(tag.content)
    if not served:
        said = f"A script adds the banner tag “{rendered[:120]}”: Safari has mostly looked by then"
        yield Problem(said, "added", evidence=rendered)
    elif rendered not in served and not _all(page) & set(served):
        said = f"A script changes the banner tag from “{served[0][:100]}” to “{rendered[:100]}”"
        yield CannotTell(f"{said}: which one does Safari use?", "changed", evidence=rendered)


def _all(page: PageSnapshot) -> set[str]:
    return {_plain(meta.content) for meta in page.metas(BANNER)}


def _plain(content: str) -> str:
    return " ".join(content.split())
