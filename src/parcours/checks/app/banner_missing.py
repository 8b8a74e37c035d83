"""Safari can offer the app by itself, when the page says which one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.apps import BANNER, KnownApp, known_app
from parcours.facts.model import PageSnapshot


def _apps(page: PageSnapshot) -> Iterable[KnownApp]:
    app = known_app(page)
    # A page that has a banner has an app, whatever else is known of it.
    return (app or KnownApp("ios", "", "the banner tag"),) if app or page.served_metas(BANNER) else ()


@page_check(
    "app/banner-missing",
    title="Safari is told which app to offer",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=_apps,
    platforms=("ios",),
    advice=Advice(
        do="Add the apple-itunes-app tag with the app's number to the head that the server sends.",
        snippet='<meta name="apple-itunes-app" content="app-id=1234567890">',
        links=("https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",),
    ),
    passes='<meta name="apple-itunes-app" content="app-id=1234567890"><p>hello</p>',
    fails='<meta property="al:ios:app_store_id" content="1234567890"><p>hello</p>',
)
def banner_missing(app: KnownApp, page: PageSnapshot) -> Iterator[Problem]:
    """Safari's own banner is the one way to the app that costs nothing: it opens the app, or shows it in the store."""
    if page.served_metas(BANNER) or page.metas(BANNER):  # one that a script adds is `app/banner-late`'s
        return
    named = f" (id {app.id})" if app.id else ""
    yield Problem(
        f"The page has no apple-itunes-app tag, so Safari cannot offer the app{named}",
        certainty=None if app.surely else Certainty.MEDIUM,
        evidence=f"Known from {app.source}",
    )
