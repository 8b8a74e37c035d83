"""The page can be seen when one arrives."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.layers import HALF, Layer, Purpose, barrier
from parcours.facts.model import FrameFacts, PageSnapshot

# The law asks for consent and for an age, and a customer opened the menu or the chat; the app is another rule's.
ALLOWED = frozenset({Purpose.CONSENT, Purpose.LOGIN, Purpose.AGE, Purpose.APP, Purpose.MENU, Purpose.CHAT})


def _subjects(page: PageSnapshot) -> Iterator[FrameFacts | Layer]:
    if page.main.surface:
        yield page.main
    if layer := barrier(page):
        yield layer


@page_check(
    "layout/interstitial",
    title="Nothing stands between the visitor and the page",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_subjects(page)),
    advice=Advice(
        do="Show the offer as a banner within the page, or after the visitor has found what the letter promised.",
        links=(
            "https://developers.google.com/search/docs/appearance/avoid-intrusive-interstitials",
            "https://www.nngroup.com/articles/popups/",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><h1>Offer</h1><a href="/offer">The three models</a>',
    fails='<meta name="viewport" content="width=device-width"><h1>Offer</h1><a href="/offer">The three models</a>'
    '<div style="position:fixed;inset:0;background:#fff"><h2>Our newsletter</h2><button>No, thank you</button></div>',
)
def interstitial(subject: FrameFacts | Layer, _page: PageSnapshot) -> Iterator[Problem]:
    """Someone who scanned a code for one thing is asked for another first, and many close the page, not the box."""
    if isinstance(subject, FrameFacts) or subject.purpose in ALLOWED:
        return
    share = min(subject.share, 1.0)
    if not subject.words:
        yield CannotTell(
            f"Something without words lies over {share:.0%} of the first screen",
            "wordless",
            Severity.MINOR,
            evidence=subject.address,
        )
        return
    yield Problem(
        f"“{subject.title}” lies over {share:.0%} of what a visitor sees first",
        "cover",
        Severity.MAJOR if share > HALF else Severity.MINOR,
        Certainty.MEDIUM,
        evidence=subject.words[:300],
    )
