"""In a social app's browser, a plain link must lead to the app."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import message
from parcours.facts.apps import BANNER, KnownApp, banner_app, known_app, prefers_app
from parcours.facts.inapp import TITLES
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.urls import Kind, classify
from parcours.trace import JourneyTrace

LEADS = {"ios": {Kind.APP_STORE, Kind.ATTRIBUTION}, "android": {Kind.PLAY_STORE, Kind.OTHER_STORE, Kind.ATTRIBUTION}}


class Offered(NamedTuple):
    """The brand's app, and the links on the page that was opened within the social app that lead to it."""

    app: KnownApp
    inside: str
    links: Sequence[Element]
    page: PageSnapshot


def _offered(trace: JourneyTrace) -> Iterable[Offered]:
    post, page = message(trace, "social"), trace.landing
    if post is None or page is None or page.status >= 400:
        return
    if app := known_app(page, trace.app):
        kinds = LEADS[page.device.platform]
        links = [el for el in page.visible("a", "area") if classify(el.attr("href"), page.url).kind in kinds]
        yield Offered(app, TITLES.get(post.app, post.app), links, page)


@journey_check(
    "entry/social-app",
    title="In a social app's own browser, a plain link leads to the app",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    certainty=Certainty.MEDIUM,
    looks_at=_offered,
    needs=("frames",),
    advice=Advice(
        do="Put a visible link to each store on the page: banners of the system's are not shown there.",
        snippet='<a href="https://apps.apple.com/app/id1234567890">Our iPhone app</a>',
        links=(
            "https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",
            "https://developer.apple.com/documentation/xcode/allowing-apps-and-websites-to-link-to-your-content",
        ),
    ),
    passes="A landing page with a visible App Store link, opened in Instagram.",
    fails="A landing page whose only way to the app is Apple's banner tag, opened in Instagram.",
)
def social_app(offered: Offered, _trace: JourneyTrace) -> Iterator[Problem]:
    """Social apps keep people in a browser of their own, without banners, where no link opens an app by itself."""
    page = offered.page
    if offered.links:
        if all(link.attr("target").lower() == "_blank" for link in offered.links):
            said = f"Every link to the store asks for a window of its own: does {offered.inside} give it one?"
            yield CannotTell(said, "window", Severity.MINOR, Certainty.LOW)
        return
    if page.device.platform == "ios" and any(banner_app(meta.content) for meta in page.served_metas(BANNER)):
        yield Problem(f"Apple's banner is all that leads to the app, and {offered.inside} does not show it", "banner")
    elif page.device.platform == "android" and prefers_app(page.app.manifest):
        said = f"The browser's own offer to install is all that leads to the app, and {offered.inside} makes none"
        yield Problem(said, "prompt")
