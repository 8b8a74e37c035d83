"""The viewport must be as wide as the phone, whichever phone it is."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import MetaTag, PageSnapshot

# The narrowest phones still in use. A narrower layout is magnified on every phone.
NARROWEST_PHONE = 320


@page_check(
    "viewport/fixed-width",
    title="The page is as wide as the phone, not as wide as a number says",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=viewport.winners,
    advice=Advice(
        do="Write width=device-width instead of a number, and let the layout follow.",
        snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
        links=("https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/meta/name/viewport",),
    ),
    passes='<meta name="viewport" content="width=device-width"><p>hello</p>',
    fails='<meta name="viewport" content="width=1024"><p>hello</p>',
)
def fixed_width(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """Phones are 320 to 440 px wide: a fixed width is shrunk or blown up on nearly all of them, and text with it."""
    said = viewport.settings(meta.content)
    screen = page.device.width
    width = viewport.on_phone(said, page).width
    if said.width == "device-height":
        message = f"The page is as wide as the screen is high: {width:.0f} px on a screen of {screen} px"
        yield Problem(message, aspect="device-height", evidence=meta.content)
    elif isinstance(said.width, float) and width > screen:
        message = f"The viewport is fixed at {width:.0f} px{_spelling(said, width)}, on a screen of {screen} px"
        yield Problem(message, aspect="wider", evidence=meta.content)
    elif isinstance(said.width, float):
        severity = Severity.MAJOR if width < NARROWEST_PHONE else Severity.MINOR
        times = f"magnified {screen / width:.1f} times on a screen of {screen} px"
        message = f"The viewport is fixed at {width:.0f} px{_spelling(said, width)}: {times}"
        yield Problem(message, aspect="narrower", severity=severity, evidence=meta.content)


def _spelling(said: viewport.Settings, width: float) -> str:
    """How the width is written, where that looks different ("100%")."""
    written = said.value("width")
    return "" if written == f"{width:.0f}" else f" (from “{written}”)"
