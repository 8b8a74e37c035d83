"""What stays on the screen leaves room for the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.geometry import Box
from parcours.facts.layers import BARRING, bars
from parcours.facts.model import Element, PageSnapshot


class Bars(NamedTuple):
    """All bars that stay, together. `address` and `box` are the tallest one's; `height` is the screen's share."""

    address: str
    box: Box
    height: float
    names: tuple[str, ...]


def _bars(page: PageSnapshot) -> tuple[Bars, ...]:
    """One subject, or none where nothing stays."""
    found: dict[str, Element] = {bar.address: bar for bar in bars(page)}
    if not found:
        return ()
    screen = page.first_screen
    tallest = max(found.values(), key=lambda bar: bar.box.height)
    spans = sorted(_span(bar, screen) for bar in found.values())
    return (Bars(tallest.address, tallest.box, _covered(spans), tuple(found)),)


def _span(bar: Element, screen: Box) -> tuple[float, float]:
    """Top and bottom of a bar in its place on the screen. A sticky one goes to its edge once the page moves."""
    if bar.position == "sticky":
        if bar.styles.get("top", "auto") != "auto":
            return 0.0, min(bar.box.height, screen.height)
        return max(screen.height - bar.box.height, 0.0), screen.height
    shown = bar.shown.meet(screen)
    return shown.y, shown.bottom


def _covered(spans: list[tuple[float, float]]) -> float:
    """The length that spans, sorted by their beginning, cover together."""
    total = end = 0.0
    for top, bottom in spans:
        total += max(bottom - max(top, end), 0.0)
        end = max(end, bottom)
    return total


@page_check(
    "layout/sticky-tall",
    title="Bars that stay leave most of the screen to the page",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=_bars,
    advice=Advice(
        do="Let the bars scroll away with the page, or make them lower.",
        snippet="header { position: static; }",
        links=("https://www.nngroup.com/articles/sticky-headers/",),
    ),
    passes='<meta name="viewport" content="width=device-width"><div style="position:fixed;inset:0 0 auto;height:60px;'
    'background:#fff">Shop</div><p style="margin-top:80px;height:2000px">Welcome</p>',
    fails='<meta name="viewport" content="width=device-width"><div style="position:fixed;inset:0 0 auto;height:260px;'
    'background:#fff">Shop</div><p style="margin-top:280px;height:2000px">Welcome</p>',
)
def sticky_tall(found: Bars, page: PageSnapshot) -> Iterator[Problem]:
    """Where bars take a third of a small screen, the text is read through a slot, and the keyboard closes that too."""
    share = found.height / page.first_screen.height
    if share > BARRING:
        names = ", ".join(found.names[:4])
        yield Problem(f"Bars that stay take {share:.0%} of the screen's height ({found.height:.0f} px): {names}")
