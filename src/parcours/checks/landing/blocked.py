"""The page that was looked at is the site's, and not a gatekeeper's."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.model import Hop, PageSnapshot
from parcours.facts.walls import wall

STOPS = {
    "challenge": "asks visitors to prove that they are no robot",
    "refused": "refuses this visitor",
    "queue": "lets visitors wait in a queue",
    "limit": "has had too many visits from here",
}
REFUSALS = {
    401: "wants a name and a password",
    403: "refuses to show the page",
    407: "wants a proxy's password",
    451: "may not show the page in this country",
}


@page_check(
    "landing/blocked",
    title="The site lets the visitor in",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: (Hop(page.url, page.status),) if page.status else (),
    advice=Advice(
        do="Let the machine that runs these journeys through the gatekeeper, or run them against a rehearsal site.",
        links=(
            "https://developers.cloudflare.com/waf/custom-rules/skip/",
            "https://www.rfc-editor.org/rfc/rfc9110#name-403-forbidden",
        ),
    ),
    passes="HTTP/1.1 200 OK\n\n<h1>Spring boots</h1>",
    fails="HTTP/1.1 429 Too Many Requests\n\n<p>Slow down</p>",
    needs=(),
    error_pages=True,
)
def blocked(hop: Hop, page: PageSnapshot) -> Iterator[Problem]:
    """A wall may stop only robots, or customers too: what lies behind it was not seen, and nobody can vouch for it."""
    found = wall(page)
    if found:
        who = f" ({found.vendor})" if found.vendor else ""
        message = f"Something before the site{who} {STOPS[found.kind]}; what lies behind it was not judged"
        yield CannotTell(message, found.kind, evidence=f"{found.sign}\n{hop.url}")
    elif hop.status in REFUSALS:
        yield CannotTell(f"The site {REFUSALS[hop.status]} ({hop.status}): {hop.url}", "refused", evidence=hop.url)
