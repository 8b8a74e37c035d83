"""The server must answer."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import Hop, PageSnapshot
from parcours.facts.walls import is_wall

SAID = {500: "an error of its own", 502: "no answer from behind", 503: "overloaded or in maintenance", 504: "too slow"}


@page_check(
    "landing/server-error",
    title="The server answers with the page",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=lambda page: (Hop(page.url, page.status),) if page.status and not is_wall(page) else (),
    advice=Advice(
        do="Look into the server's log of that minute, and plan for the visitors that a mailing sends at once.",
        links=("https://www.rfc-editor.org/rfc/rfc9110#name-server-error-5xx",),
    ),
    passes="HTTP/1.1 200 OK\n\n<p>hello</p>",
    fails="HTTP/1.1 503 Service Unavailable\n\n<p>hello</p>",
    needs=(),
    error_pages=True,
)
def server_error(hop: Hop, _page: PageSnapshot) -> Iterator[Problem]:
    """Customers open a letter on the same evening: a server that fails then has lost most of those it will ever see."""
    if hop.status >= 500:
        said = f"{hop.status}: {SAID[hop.status]}" if hop.status in SAID else str(hop.status)
        yield Problem(f"The server fails ({said}): {hop.url}", evidence=hop.url)
