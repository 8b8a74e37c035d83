"""One banner for the app is enough."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.apps import BANNER, ScriptBanner, banner_app, script_banners
from parcours.facts.model import PageSnapshot


@page_check(
    "app/banner-double",
    title="The app is offered by one banner, not two",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=script_banners,
    platforms=("ios",),
    advice=Advice(
        do="Show the script's banner on Android and in other browsers only, and leave Safari to Apple's tag.",
        snippet='<meta name="smartbanner:enabled-platforms" content="android">',
        links=("https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",),
    ),
    passes='<meta name="apple-itunes-app" content="app-id=1234567890"><p>hello</p>',
    fails='<meta name="apple-itunes-app" content="app-id=1234567890"><div class="smartbanner">Our app</div>',
)
def banner_double(banner: ScriptBanner, page: PageSnapshot) -> Iterator[Problem]:
    """Two banners for one app take a third of a phone's first screen, and look like a mistake, which they are."""
    native = next((id for meta in page.served_metas(BANNER) if (id := banner_app(meta.content))), "")
    if native:
        height = f"{banner.element.box.height:.0f} px high"
        yield Problem(
            f"A banner of {banner.library}, {height}, stands below the one that Safari shows for app {native}"
        )
