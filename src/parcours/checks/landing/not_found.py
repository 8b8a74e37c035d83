"""The page must exist."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import Hop, PageSnapshot


@page_check(
    "landing/not-found",
    title="The page exists",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=lambda page: (Hop(page.url, page.status),) if page.status else (),
    advice=Advice(
        do="Put the page back, or redirect its address to the page that took its place.",
        snippet="Redirect 301 /spring-offer https://shop.example/offers/spring",
        links=("https://www.rfc-editor.org/rfc/rfc9110#name-404-not-found",),
    ),
    passes="HTTP/1.1 200 OK\n\n<p>hello</p>",
    fails="HTTP/1.1 404 Not Found\n\n<p>hello</p>",
    needs=(),
    error_pages=True,
)
def not_found(hop: Hop, _page: PageSnapshot) -> Iterator[Problem]:
    """A printed code cannot be called back: everyone who follows it from now on stands before a closed door."""
    if hop.status == 404:
        yield Problem(f"The page is not there (404): {hop.url}", evidence=hop.url)
    elif hop.status == 410:
        yield Problem(f"The page was taken away for good (410): {hop.url}", evidence=hop.url)
