"""Apple's banner and Apple's association file should speak of the same pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.apps import BANNER, banner_app
from parcours.facts.association import Outcome, apple_targets, decide
from parcours.facts.model import PageSnapshot
from parcours.facts.urls import place_of
from parcours.trace import JourneyTrace


def _pages(trace: JourneyTrace) -> Iterable[PageSnapshot]:
    """Pages with a banner, on hosts with a file; of the scanned address itself `links/aasa-match` speaks."""
    scanned = place_of(trace.start.url)[:3]
    for page in trace.pages:
        banner = any(banner_app(meta.content) for meta in page.served_metas(BANNER))
        if banner and page.status < 400 and place_of(page.url)[:3] != scanned and apple_targets(page.app.aasa):
            yield page


@journey_check(
    "app/banner-aasa",
    title="Pages with Apple's banner are open to the app",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=_pages,
    platforms=("ios",),
    needs=("frames", "wellknown"),
    certainty=Certainty.LOW,
    advice=Advice(
        do="Add the page's path to the components of the association file, or leave the banner out there.",
        links=(
            "https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",
            "https://developer.apple.com/documentation/bundleresources/applinks",
        ),
    ),
    passes="The page /offer has the banner tag, and the file has the component /*.",
    fails="The page /offer has the banner tag, and the file has the component /buy/* alone.",
)
def banner_aasa(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """Some iPhones have hidden the banner from customers with the app where the file does not cover the page."""
    answer = decide(apple_targets(page.app.aasa), page.url)
    if answer.outcome is not Outcome.OPENS:
        said = f"{place_of(page.url).path[:80]} has the banner, and the association file does not cover it"
        yield CannotTell(f"{said}: {answer.reason}", answer.outcome.value)
