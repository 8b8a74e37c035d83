"""A page that reaches under the notch must keep clear of it."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import viewport
from parcours.facts.model import Element, FrameFacts, MetaTag, PageSnapshot
from parcours.facts.wording import counted

# The strip of the home indicator on iPhones without a home button, upright, in CSS pixels.
HOME_INDICATOR = 34
# A viewport of this shape belongs to a phone with a notch; older iPhones and iPads are squatter.
NOTCHED = 1.6
TARGETS = ("link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "tab", "menuitem")


def _covering(page: PageSnapshot) -> tuple[MetaTag, ...]:
    """The tag, where it asks for the whole screen of a phone that has a notch."""
    notched = page.device.is_phone and page.device.height >= page.device.width * NOTCHED
    covers = (meta for meta in viewport.winners(page) if viewport.settings(meta.content).viewport_fit == "cover")
    return tuple(covers) if notched else ()


@page_check(
    "viewport/notch",
    title="Nothing important lies under the notch or the home indicator",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_covering,
    advice=Advice(
        do="Pad what touches the screen's edges with env(safe-area-inset-*), or drop viewport-fit=cover.",
        snippet=".bar { position: fixed; bottom: 0; padding-bottom: env(safe-area-inset-bottom); }",
        links=("https://webkit.org/blog/7929/designing-websites-for-iphone-x/",),
    ),
    passes='<meta name="viewport" content="width=device-width, viewport-fit=cover">'
    "<style>body { padding: env(safe-area-inset-top) env(safe-area-inset-right) }</style><p>hello</p>",
    fails='<meta name="viewport" content="width=device-width, viewport-fit=cover"><p>hello</p>',
    platforms=("ios",),
)
def notch(meta: MetaTag, page: PageSnapshot) -> Iterator[Problem]:
    """With viewport-fit=cover a page runs under the notch and the home indicator, where taps go to the phone itself."""
    frame = page.main
    low = tuple(_low_targets(frame))
    names = ", ".join(f"“{element.name or element.address}”" for element in low[:3])
    if _keeps_clear(frame):
        if low:
            message = f"Within {HOME_INDICATOR} px of the screen's lower edge, on the home indicator: {names}"
            yield Problem(message, aspect="home-indicator", evidence=low[0].address)
        return
    if frame.opaque_sheets:
        sheets = counted(frame.opaque_sheets, "style sheet of another host", "style sheets of other hosts")
        which = "it" if frame.opaque_sheets == 1 else "they"
        message = f"viewport-fit=cover: {sheets} may keep clear of the notch; {which} cannot be read"
        yield CannotTell(message, aspect="no-safe-area", evidence=meta.content)
        return
    under = f"; {names} lie on the home indicator" if low else ""
    message = f"viewport-fit=cover, but no style uses env(safe-area-inset-...){under}"
    yield Problem(message, aspect="no-safe-area", evidence=meta.content)


def _keeps_clear(frame: FrameFacts) -> bool:
    """True when any style, in a sheet or on an element, asks for a safe area."""
    sheets = any(name.startswith("safe-area-inset-") for name in frame.css_env)
    return sheets or any("safe-area-inset-" in element.attr("style") for element in frame.elements)


def _low_targets(frame: FrameFacts) -> Iterator[Element]:
    """What can be tapped in bars that stay at the lower edge, and reaches into the home indicator's strip."""
    edge = frame.layout_height
    for element in viewport.pinned(frame):
        reaches = edge - HOME_INDICATOR < element.box.bottom <= edge + 1
        if element.visible and element.role in TARGETS and reaches:
            yield element
