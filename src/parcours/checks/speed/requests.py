"""The page needs few files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.facts.hosts import site_of
from parcours.facts.model import PageSnapshot
from parcours.facts.urls import place_of
from parcours.facts.wording import counted
from parcours.trace import JourneyTrace

# Half of the web's pages ask a phone for fewer than 70 files (HTTP Archive, 2024).
MANY = 120
FAR_TOO_MANY = 200


@journey_check(
    "speed/requests",
    title="The page needs few files",
    severity=Severity.NOTE,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=lambda trace: tuple(page for page in trace.pages if page.requests),
    needs=("frames",),
    advice=Advice(
        do="Go through the tags of other parties, and take out those that nobody reads any more.",
        links=(
            "https://almanac.httparchive.org/en/2024/page-weight",
            "https://web.dev/articles/third-party-javascript",
        ),
    ),
    passes="A landing page that loads 40 files.",
    fails="A landing page that loads 250 files.",
)
def requests(page: PageSnapshot, _trace: JourneyTrace) -> Iterator[Problem]:
    """Every file is a question and an answer over the air, and each stranger's host one more that can be slow."""
    asked = [request for request in page.requests if request.url.startswith("http")]
    if len(asked) > MANY:
        here = site_of(place_of(page.url).host)
        others = Counter(site for request in asked if (site := site_of(place_of(request.url).host)) not in ("", here))
        severity = Severity.MINOR if len(asked) > FAR_TOO_MANY else Severity.NOTE
        most = ", ".join(f"{site} ({count})" for site, count in others.most_common(3))
        message = (
            f"The page asks for {len(asked)} files, {others.total()} of them from {counted(len(others), 'other site')}"
        )
        yield Problem(message + (f": {most}" if most else ""), severity=severity)
