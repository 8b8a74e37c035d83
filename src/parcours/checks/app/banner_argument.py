"""Apple's banner should open the app where the customer is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.apps import BANNER, banner_app, banner_pairs
from parcours.facts.model import MetaTag, PageSnapshot
from parcours.facts.urls import Kind, classify, place_of

# The home page, in one language or another.
HOME = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default|accueil)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)


def _tags(page: PageSnapshot) -> Iterable[MetaTag]:
    """The tag that Safari reads, on pages that lie deeper than the home page."""
    if HOME.fullmatch(place_of(page.url).path):
        return ()
    tags = page.served_metas(BANNER) or page.metas(BANNER)
    return tags[:1] if tags and banner_app(tags[0].content) else ()


@page_check(
    "app/banner-argument",
    title="Apple's banner opens the app at the page's own place",
    severity=Severity.MINOR,
    owner=Owner.APP,
    looks_at=_tags,
    platforms=("ios",),
    advice=Advice(
        do="Give every page's tag an app-argument with that page's own address.",
        snippet='<meta name="apple-itunes-app" content="app-id=1234567890, app-argument=https://shop.example/offer">',
        links=("https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",),
    ),
    passes="<script>history.replaceState(0, '', '/offer')</script>"
    '<meta name="apple-itunes-app" content="app-id=1234567890, app-argument=https://shop.example/offer"><p>hello</p>',
    fails="<script>history.replaceState(0, '', '/offer/12')</script>"
    '<meta name="apple-itunes-app" content="app-id=1234567890, app-argument=https://shop.example/"><p>hello</p>',
)
def banner_argument(tag: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """A customer at an offer who changes to the app expects the offer there, not a home screen to search from."""
    argument = dict(banner_pairs(tag.content)).get("app-argument")
    here = place_of(page.url).path[:80]
    if argument is None:
        yield Problem(
            f"The banner opens the app at its start, not at {here}: app-argument is missing", "missing", Severity.NOTE
        )
        return
    link = classify(argument)
    if link.kind is not Kind.WEB:  # the app's own scheme, a tracker; what is no address is the syntax's fault
        return
    if _site(link.host) != _site(place_of(page.url).host):
        said = f"The banner hands the app an address of {link.host}, from a page of {place_of(page.url).host}"
        yield CannotTell(said, "host", evidence=argument[:200])
        return
    place = place_of(argument)
    if HOME.fullmatch(place.path) and not place.query and not place.fragment:
        yield Problem(f"The banner opens the app at the home page, not at {here}", "home", evidence=argument[:200])
    elif not {_path(place.path)} & {_path(path) for path in _own_paths(page)}:
        said = f"The banner opens the app at {place.path[:80]}, and the page is {here}"
        yield CannotTell(said, "elsewhere", Severity.NOTE, evidence=argument[:200])


def _site(host: str) -> str:
    """The last two names of a host: enough to tell a sister site from a stranger's."""
    return ".".join(host.split(".")[-2:])


def _path(path: str) -> str:
    return path.rstrip("/").lower()


def _own_paths(page: PageSnapshot) -> Iterator[str]:
    """The page's path, those that it was redirected from, and its canonical one."""
    yield place_of(page.url).path
    yield from (place_of(hop.url).path for hop in page.navigation)
    for element in page.elements("link"):
        if "canonical" in element.attr("rel").lower().split():
            yield place_of(classify(element.attr("href"), page.url).value).path
