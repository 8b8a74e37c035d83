"""Something can be seen on the page."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, FrameFacts, PageSnapshot

# What shows something without any text of its own.
DRAWN = frozenset(
    {"img", "svg", "canvas", "video", "picture", "object", "embed", "iframe", "input", "button", "select"}
)
BUILDERS = frozenset({"script", "stylesheet"})


def shows(element: Element) -> bool:
    """True for an element with text, or one that draws something."""
    return bool(element.text) or element.tag in DRAWN


@page_check(
    "landing/blank",
    title="Something can be seen on the page",
    severity=Severity.BLOCKER,
    owner=Owner.WEB,
    looks_at=lambda page: page.frames[:1],
    advice=Advice(
        do="Serve the page's words and pictures in the HTML, and never hide them until a script has run.",
        links=("https://web.dev/articles/rendering-on-the-web",),
    ),
    passes="<p>Spring boots</p>",
    fails='<body style="opacity:0"><p>Spring boots</p></body>',
)
def blank(_: FrameFacts, page: PageSnapshot) -> Iterator[Problem]:
    """A white screen says nothing, not even that something went wrong: the customer puts the phone away."""
    if any(shows(element) for element in page.visible()):
        return
    builders = (request for request in page.requests if request.kind in BUILDERS and not request.kept_out)
    missing = sum(1 for request in builders if request.failed)
    if missing:
        yield CannotTell(
            f"Nothing can be seen on the page; {missing} of its scripts and style sheets did not load", "parts-missing"
        )
    else:
        yield Problem("Nothing can be seen on the page", "empty")
