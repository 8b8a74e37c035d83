"""A link from a page to its own host never opens the app on an iPhone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, journey_check
from parcours.facts.association import Outcome, apple_targets, decide
from parcours.facts.model import PageSnapshot
from parcours.facts.offers import folded
from parcours.facts.urls import Kind, Link, classify, place_of
from parcours.trace import JourneyTrace

# "Open in the app" in six languages, without accents. Ordinary links of the site promise nothing.
OPENS = re.compile(
    r"\b(?:open (?:it |this |this page )?(?:in|with) (?:the|our) (?:mobile )?app|(?:open|launch|use) (?:the|our) app|"
    r"(?:continue|view|see|switch|go) (?:in|to) (?:the|our) app|"
    r"(?:ouvrir|ouvrez|voir|continuer|poursuivre) (?:dans |avec |sur )?(?:l.|notre )appli(?:cation)?|"
    r"in (?:der|unserer) app (?:offnen|ansehen|weiter)|(?:app offnen|zur app wechseln)|"
    r"abrir (?:en )?(?:la|nuestra) app|apri (?:nell.|la nostra )app|open(?:en)? in de app)\b"
)


class Own(NamedTuple):
    """A link that promises the app and stays on the page's own host."""

    address: str
    name: str
    url: str
    page: PageSnapshot


def _own_links(trace: JourneyTrace) -> Iterable[Own]:
    for page in trace.pages:
        targets = apple_targets(page.app.aasa)
        if page.status >= 400 or not targets:
            continue
        for element in page.visible("a", "area"):
            words = element.name or element.text
            if not element.attr("href") or not OPENS.search(folded(words)):
                continue
            link = classify(element.attr("href"), page.url)
            if _stays(link, page) and decide(targets, _whole(link)).outcome is Outcome.OPENS:
                yield Own(element.address, words, _whole(link), page)


def _stays(link: Link, page: PageSnapshot) -> bool:
    return link.kind is Kind.WEB and link.host == place_of(page.url).host


def _whole(link: Link) -> str:
    """The address that a relative link means, which is its value once it is joined with the page's."""
    return link.value


@journey_check(
    "links/aasa-selflink",
    title="Links that promise the app lead to another host",
    severity=Severity.NOTE,
    owner=Owner.APP,
    looks_at=_own_links,
    platforms=("ios",),
    needs=("frames", "wellknown"),
    advice=Advice(
        do="Give the link that opens the app a host of its own, such as app.mybank.example, with its own association "
        "file.",
        links=(
            "https://developer.apple.com/documentation/xcode/allowing-apps-and-websites-to-link-to-your-content",
            "https://developer.apple.com/library/archive/documentation/General/Conceptual/AppSearch/UniversalLinks.html",
        ),
    ),
    passes="https://shop.example has a link “Open in the app” to https://open.shop.example/offer.",
    fails="https://shop.example has a link “Open in the app” to https://shop.example/offer.",
)
def aasa_selflink(own: Own, _trace: JourneyTrace) -> Iterator[Problem]:
    """A button that says “open in the app” and reloads the page makes customers think that their app is broken."""
    said = f"“{own.name[:60]}” stays in Safari: a link from a page to its own host ({place_of(own.url).host}) never"
    yield Problem(f"{said} opens the app", evidence=own.url[:200])
