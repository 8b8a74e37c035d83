"""What stays at the bottom must stay in sight when the keyboard opens."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import Element, FrameFacts, MetaTag, PageSnapshot

TYPED_INTO = ("textbox", "searchbox", "spinbutton")
TAPPED = ("button", "link")
# The lower part of the screen that a keyboard takes.
KEYBOARD_SHARE = 0.45


@page_check(
    "viewport/keyboard",
    title="What stays at the bottom stays in sight when the keyboard opens",
    severity=Severity.NOTE,
    owner=Owner.WEB,
    looks_at=lambda page: viewport.winners(page) if _typed_into(page.main) else (),
    advice=Advice(
        do="Add interactive-widget=resizes-content to the viewport meta tag.",
        snippet='<meta name="viewport" content="width=device-width, interactive-widget=resizes-content">',
        links=("https://developer.chrome.com/blog/viewport-resize-behavior",),
    ),
    passes='<meta name="viewport" content="width=device-width, interactive-widget=resizes-content">'
    '<input aria-label="name"><div style="position: fixed; bottom: 0"><button>send</button></div>',
    fails='<meta name="viewport" content="width=device-width">'
    '<input aria-label="name"><div style="position: fixed; bottom: 0"><button>send</button></div>',
    # Safari has no such setting: on an iPhone the tag cannot mend it.
    platforms=("android",),
)
def keyboard(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """While someone types, the keyboard lies over a button that stays at the bottom: the way on is out of sight."""
    said, frame = viewport.settings(meta.content), page.main
    low = next(_low_targets(frame), None)
    name = f"“{low.name or low.address}”" if low else "the lower part of the page"
    if said.interactive_widget == "overlays-content":
        # The page takes the keyboard's place into its own hands, and env(keyboard-inset-*) is how.
        if any(inset.startswith("keyboard-inset-") for inset in frame.css_env):
            return
        message = f"interactive-widget=overlays-content lets the keyboard cover {name}"
        if frame.opaque_sheets:
            one = "a style sheet of another host" if frame.opaque_sheets == 1 else ""
            unread = f"{one or f'one of {frame.opaque_sheets} style sheets of other hosts'}, which cannot be read"
            yield CannotTell(f"{message}, unless {unread}, moves it", aspect="overlays", evidence=meta.content)
        else:
            yield Problem(message, aspect="overlays", severity=Severity.MINOR, evidence=meta.content)
    elif low and said.interactive_widget == "resizes-visual":
        message = f"The keyboard covers {name}, which stays at the bottom, while someone types"
        yield Problem(message, aspect="covered", evidence=low.address)


def _typed_into(frame: FrameFacts) -> bool:
    return any(element.visible and element.role in TYPED_INTO for element in frame.elements)


def _low_targets(frame: FrameFacts) -> Iterator[Element]:
    """What can be tapped and stays where the keyboard opens."""
    top = frame.layout_height * (1 - KEYBOARD_SHARE)
    for element in viewport.pinned(frame):
        if element.visible and element.role in TAPPED and top <= element.box.y < frame.layout_height:
            yield element
