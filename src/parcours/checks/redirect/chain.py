"""The way to the page must be short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.model import Hop, PageSnapshot
from parcours.facts.way import after_customer, loops

# A tracking link and a change of host are a fair use of two redirects; each more costs a round trip of 0.1 to 0.5 s.
FAIR = 2
MANY = 4


@page_check(
    "redirect/chain",
    title="Few redirects lie between the code and the page",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda page: (page.navigation,) if page.navigation else (),
    advice=Advice(
        do="Point the first address at the last one directly.",
        snippet="Redirect 301 /spring-offer https://shop.example/offers/spring",
        links=("https://developer.chrome.com/docs/lighthouse/performance/redirects",),
    ),
    passes="<p>hello</p>",
    fails='<script>if (performance.getEntriesByType("navigation")[0].type !== "reload") location.reload()</script>',
    needs=(),
    error_pages=True,
)
def chain(navigation: Sequence[Hop], _page: PageSnapshot) -> Iterator[Problem]:
    """Every redirect is a wait before a white screen, longest on a phone on the move, and one more thing to break."""
    navigation = after_customer(navigation)
    redirects = sum(hop.how == "http" for hop in navigation[1:])
    onward = [hop for hop in navigation[1:] if hop.how != "http"]
    if redirects > FAIR:
        severity = Severity.MAJOR if redirects > MANY else Severity.MINOR
        message = f"{redirects} redirects before the page{_time(navigation)}: {_way(navigation)}"
        yield Problem(message, aspect="long", severity=severity, evidence="\n".join(hop.url for hop in navigation))
    if onward and not loops(navigation):  # a loop is redirect/loop's
        ways = " and ".join(sorted({"meta refresh" if hop.how == "meta" else hop.how for hop in onward}))
        times = "once" if len(onward) == 1 else f"{len(onward)} times"
        message = f"A page sends the visitor on by {ways} {times}, after it was loaded for nothing: {_way(navigation)}"
        yield Problem(message, aspect="from-page", evidence="\n".join(hop.url for hop in onward))


def _time(navigation: Sequence[Hop]) -> str:
    """How long the redirects took, the page itself left out; nothing when not all of it is known."""
    times = [hop.ms for hop in navigation[:-1]]
    return f" took {sum(times):,.0f} ms" if min(times) >= 0 else ""


def _way(navigation: Sequence[Hop]) -> str:
    hosts = [urlsplit(hop.url).hostname or hop.url[:40] for hop in navigation]
    return " → ".join(f"{host} {hop.status or '?'}" for host, hop in zip(hosts, navigation, strict=True))
