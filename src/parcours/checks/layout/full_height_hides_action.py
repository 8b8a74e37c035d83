"""What stands at the foot of a full screen can be seen on a phone whose browser has bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot, Platform

FULL = re.compile(r"(?:^|[;\s])(?:min-)?height\s*:\s*(100[sdl]?vh)", re.IGNORECASE)
# How much higher 100vh is than what is seen while the address bar is shown, in CSS pixels.
BARS: dict[Platform, float] = {"ios": 80, "android": 56}


class Low(NamedTuple):
    """A target at the foot of a box of 100vh."""

    address: str
    box: Box
    name: str
    room: float
    holder: str


def _subjects(page: PageSnapshot) -> Iterator[FrameFacts | Low]:
    """The page, if it has a box of 100vh at its top; then the lowest target of each such box."""
    if not page.device.is_phone:
        return
    full = [(index, element) for index, element in enumerate(page.main.elements) if _is_full(element, page)]
    if full:
        yield page.main
    told: set[str] = set()
    for _, holder in full:
        lowest = _lowest(page.main, holder)
        if lowest and lowest.address not in told:
            told.add(lowest.address)
            room = holder.box.bottom - lowest.box.bottom
            yield Low(lowest.address, lowest.box, lowest.name or lowest.text, room, holder.address)


def _is_full(element: Element, page: PageSnapshot) -> bool:
    """True for a box of 100vh, and no more, that begins where the page does."""
    inline = FULL.findall(element.attr("style"))
    asked = (inline[-1].lower() if inline else element.styles.get("height")) in ("100vh", "100lvh")
    height = page.first_screen.height
    return asked and element.visible and element.box.y < 1 and abs(element.box.height - height) < 2


def _lowest(frame: FrameFacts, holder: Element) -> Element | None:
    targets = (
        inner
        for inner in frame.below(holder)
        if inner.visible and not inner.inert and inner.role in ("link", "button") and inner.position != "fixed"
    )
    inside = [target for target in targets if target.box.bottom <= holder.box.bottom + 1]
    return max(inside, key=lambda target: target.box.bottom, default=None)


@page_check(
    "layout/full-height-hides-action",
    title="Buttons at the foot of a full screen are not under the browser's bar",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_subjects(page)),
    advice=Advice(
        do="Write 100svh or 100dvh where 100vh stands.",
        snippet="min-height: 100vh; min-height: 100svh;",
        links=(
            "https://web.dev/blog/viewport-units",
            "https://developer.mozilla.org/docs/Web/CSS/length#relative_length_units_based_on_viewport",
        ),
    ),
    passes='<!DOCTYPE html><meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'
    '<div style="height:100svh;display:flex;align-items:flex-end"><button>Begin</button></div>',
    fails='<!DOCTYPE html><meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'
    '<div style="height:100vh;display:flex;align-items:flex-end"><button>Begin</button></div>',
    certainty=Certainty.MEDIUM,
)
def full_height_hides_action(low: FrameFacts | Low, page: PageSnapshot) -> Iterator[Problem]:
    """100vh reaches under the phone's address bar: the one button of the first screen lies where nobody sees it."""
    if isinstance(low, FrameFacts) or low.room >= BARS[page.device.platform]:
        return
    yield Problem(
        f"“{low.name[:60]}” stands {low.room:.0f} px above the foot of a box of 100vh: while the "
        "browser's bar is shown, it lies out of sight",
        evidence=low.holder,
    )
