"""An intent link must lead somewhere on every phone that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.apps import is_package
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.urls import Kind, Link, classify


def _links(page: PageSnapshot) -> Iterable[Element]:
    return [
        element
        for element in page.visible("a", "area")
        if not element.inert and classify(element.attr("href")).kind is Kind.INTENT
    ]


@page_check(
    "links/intent",
    title="Intent links name the app, and a page for those who do not have it",
    severity=Severity.MAJOR,
    owner=Owner.APP,
    looks_at=_links,
    advice=Advice(
        do="Name scheme and package, and add S.browser_fallback_url with an https address, percent-encoded.",
        snippet='<a href="intent://offer/12#Intent;scheme=mybank;package=com.mybank.app;'
        'S.browser_fallback_url=https%3A%2F%2Fshop.example%2Foffer;end">Open in our app</a>',
        links=("https://developer.chrome.com/docs/android/intents",),
    ),
    passes='<meta name="viewport" content="width=device-width"><a href="https://shop.example/">Open in our app</a>',
    fails='<meta name="viewport" content="width=device-width">'
    '<a href="intent://offer#Intent;scheme=mybank;end">Open in our app</a>',
)
def intent(element: Element, page: PageSnapshot) -> Iterator[Problem]:
    """Whoever does not have the app taps such a link and nothing happens at all, not even an error."""
    link = classify(element.attr("href"))
    if page.device.platform == "ios":
        said = f"“{(element.name or element.text)[:60]}” is an intent link: an iPhone knows none, a tap does nothing"
        yield Problem(said, "iphone", evidence=link.text[:200])
        return
    yield from (*_syntax(link), *_way_out(link))


def _syntax(link: Link) -> Iterator[Problem]:
    body, mark, extras = link.text.strip().partition("#Intent;")
    if not mark:
        yield Problem("The link has no “#Intent;” part: Chrome ignores it", "syntax", evidence=link.text[:200])
        return
    if extras.rstrip(";").rpartition(";")[2] != "end" and extras != "end":
        yield Problem("The link does not close with “;end”: Chrome ignores it", "syntax", evidence=link.text[-200:])
    if not link.opens and len(body) > len("intent:") and body.rstrip("/") != "intent:":
        said = "The link has no “scheme=”: the app is asked for an address that none knows"
        yield Problem(said, "scheme", evidence=link.text[:200])
    if link.package and not is_package(link.package):
        yield Problem(f"“{link.package[:80]}” cannot be an Android package", "package", evidence=link.text[:200])


def _way_out(link: Link) -> Iterator[Problem]:
    fallback = classify(link.fallback)
    if not link.fallback:
        if not link.package:
            said = "The link names neither a package nor a fallback address: without the app a tap does nothing"
            yield Problem(said, "no-way-out", evidence=link.text[:200])
    elif not fallback.is_web:
        said = f"The fallback “{link.fallback[:80]}” is no web address: Chrome ignores it"
        yield Problem(said, "fallback", evidence=link.text[:200])
    elif fallback.scheme == "http":
        yield Problem("The fallback address goes over http", "insecure", Severity.MINOR, evidence=link.fallback[:200])
    elif not link.package:
        said = "The link names no package: Android may ask which app to use"
        yield CannotTell(said, "no-package", Severity.NOTE, evidence=link.text[:200])
