"""The app is offered beside the page, not in its place."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.layers import HALF, Layer, Purpose, barrier
from parcours.facts.model import FrameFacts, PageSnapshot


def _subjects(page: PageSnapshot) -> Iterator[FrameFacts | Layer]:
    if page.main.surface:
        yield page.main
    if layer := barrier(page):
        yield layer


@page_check(
    "app/interstitial",
    title="The app is offered beside the page, not in its place",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=lambda page: tuple(_subjects(page)),
    advice=Advice(
        do="Replace the full-screen offer with Apple's smart banner, or with a small one that can be closed.",
        snippet='<meta name="apple-itunes-app" content="app-id=1234567890">',
        links=(
            "https://developers.google.com/search/blog/2015/09/mobile-friendly-web-pages-using-app",
            "https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><h1>Spring offer</h1>'
    '<p><a href="https://apps.apple.com/app/id1234567890">Get our app</a></p>',
    fails='<meta name="viewport" content="width=device-width"><h1>Offer</h1><a href="/offer">The three models</a>'
    '<div style="position:fixed;inset:0;background:#fff"><a href="https://apps.apple.com/app/id1234567890">'
    "Get our app</a></div>",
)
def interstitial(subject: FrameFacts | Layer, _page: PageSnapshot) -> Iterator[Problem]:
    """A customer who wanted one page does not install an app to read it; pages that insist on that are left."""
    if isinstance(subject, FrameFacts) or subject.purpose is not Purpose.APP:
        return
    share = min(subject.share, 1.0)
    yield Problem(
        f"An offer of the app (“{subject.title}”) lies over {share:.0%} of what a visitor sees first",
        severity=Severity.MAJOR if share > HALF else Severity.MINOR,
        certainty=Certainty.MEDIUM,
        evidence=subject.words[:300],
    )
