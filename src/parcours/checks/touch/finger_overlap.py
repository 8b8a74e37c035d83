"""A finger on one target leaves the next one alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import fingers, overflow
from parcours.facts.fingers import Clash
from parcours.facts.geometry import Box
from parcours.facts.model import AxeResult, FrameFacts, PageSnapshot
from parcours.facts.wording import counted

MOST = 12
MADE_SMALL = 0.95  # scale: a page that is shown smaller has another fault, and all its targets with it


class Pair(NamedTuple):
    """Two targets that one finger touches. `more` pairs are left out after this one."""

    address: str
    box: Box
    clash: Clash
    more: int = 0


def subjects(page: PageSnapshot) -> Iterator[FrameFacts | Pair]:
    """The page, if it has targets; then the pairs that are too near, worst first."""
    if page.main.scale < MADE_SMALL:
        return
    frames = [frame for frame in page.frames if not frame.hidden]
    if any(fingers.is_target(element) for frame in frames for element in frame.elements):
        yield page.main
    if overflow.is_unstyled(page):
        return
    judged = {node.address for result in _target_sizes(page) for node in result.nodes}
    found = sorted(
        ((clash, frame) for frame in frames for clash in fingers.clashes(frame) if clash.address not in judged),
        key=lambda each: -each[0].ratio,
    )
    for at, (clash, frame) in enumerate(found[:MOST], start=1):
        more = len(found) - MOST if at == MOST else 0
        yield Pair(clash.address, clash.box.moved(*frame.offset), clash, more)


def _target_sizes(page: PageSnapshot) -> tuple[AxeResult, ...]:
    """What `touch/target-24` says already."""
    results = page.axe.results if page.axe else ()
    return tuple(result for result in results if result.id == "target-size" and result.outcome == "violation")


@page_check(
    "touch/finger-overlap",
    title="A finger on one target does not touch another",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Make targets 48 px wide and high, or move them apart until a square of 48 px on each touches no other.",
        snippet="nav a { display: inline-block; min-height: 48px; padding: 12px; }",
        links=(
            "https://developer.chrome.com/docs/lighthouse/seo/tap-targets",
            "https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><style>a{display:block;height:48px}</style>'
    '<a href="/a">Accounts</a><a href="/b">Cards</a>',
    fails='<meta name="viewport" content="width=device-width"><style>a{display:block;height:24px}</style>'
    '<a href="/a">Accounts</a><a href="/b">Cards</a>',
)
def finger_overlap(pair: FrameFacts | Pair, page: PageSnapshot) -> Iterator[Problem]:
    """A fingertip is about 48 px wide: where it covers two links, the wrong page opens and the customer goes back."""
    if isinstance(pair, FrameFacts):
        if overflow.is_unstyled(page):
            yield CannotTell("A style sheet did not load: how near targets stand cannot be told", "unstyled")
        return
    target, other = pair.clash.target, pair.clash.other
    more = f" ({counted(pair.more, 'more pair is', 'more pairs are')} as near)" if pair.more else ""
    yield Problem(
        f"A finger on “{_name(target.name or target.text, target.address)}” ({target.box.width:.0f} by "
        f"{target.box.height:.0f} px) also lies on “{_name(other.name or other.text, other.address)}”{more}",
        evidence=f"{pair.clash.ratio:.0%} of the finger's share of the one lies on the other; 25 % is too much",
    )


def _name(words: str, address: str) -> str:
    return (words or address)[:40]
