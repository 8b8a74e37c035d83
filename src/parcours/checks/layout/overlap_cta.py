"""What is to be tapped lies free."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.geometry import Box
from parcours.facts.layers import Layer, Purpose, barrier, layers, roots
from parcours.facts.model import Element, FrameFacts, PageSnapshot

FIELDS = frozenset({"input", "select", "textarea"})
ASKS = frozenset({Purpose.CONSENT, Purpose.LOGIN, Purpose.AGE})  # gone once it is answered
STAYS = ("fixed", "sticky")


class Cover(NamedTuple):
    """What lies over targets of the first screen, and which ones. `address` and `box` are the first target's.

    `wall` is the purpose of a layer that lies over the whole page, None for everything else.
    """

    address: str
    box: Box
    over: Element
    title: str
    targets: tuple[Element, ...]
    wall: Purpose | None = None


def subjects(page: PageSnapshot) -> Iterator[FrameFacts | Cover]:
    """The page, if it has something to tap in its first screen; then each thing that covers some of it."""
    frame = page.main
    screen = page.first_screen
    targets = [e for e in frame.elements if e.visible and not e.inert and _is_tapped(e) and e.box.meet(screen).area]
    if targets:
        yield frame
    covers = _covers(page, [target for target in targets if target.covered_by])
    yield from islice(covers, 1 if overflow.is_unstyled(page) else None)


def _is_tapped(element: Element) -> bool:
    return element.role in ("link", "button", "tab", "menuitem", "checkbox", "radio") or element.tag in FIELDS


def _covers(page: PageSnapshot, covered: list[Element]) -> Iterator[Cover]:
    frame = page.main
    known = {element.address: index for index, element in enumerate(frame.elements)} if covered else {}
    of = roots(frame) if covered else []
    found = {id(layer.element): layer for layer in layers(page)} if covered else {}
    wall = barrier(page, tuple(found.values()))
    groups: dict[int, list[Element]] = {}
    for target in covered:
        at = known.get(target.covered_by, -1)
        if at >= 0 and _is_fault(frame, target, frame.elements[at]):
            groups.setdefault(_outermost(frame, at, of), []).append(target)
    for index, targets in groups.items():
        over = frame.elements[index]
        layer = found.get(id(over))
        purpose = layer.purpose if layer else None
        # What stands before the whole page, or was opened over it, is judged there; chats have a rule of their own.
        behind = wall is not None and (over.address == wall.address or (layer is not None and not layer.words))
        purpose = wall.purpose if behind and wall else purpose
        if purpose not in ASKS and (behind or purpose is Purpose.CHAT):
            continue
        passing = purpose if purpose in ASKS else None
        free = targets if passing else [t for t in targets if not _comes_free(page, t, over)]
        if free:
            title = _title(over, layer)
            yield Cover(free[0].address, page.on_page(free[0]), over, title, tuple(free), passing)


def _is_fault(frame: FrameFacts, target: Element, over: Element) -> bool:
    """False for what is covered on purpose, or only seems so."""
    if len(target.spots) > 1:  # the middle of a link on two lines may lie in another link
        return False
    if target.tag in FIELDS and over.parent == target.parent:  # a field that is drawn by what lies over it
        return False
    around = (target, *frame.ancestors(target))
    if any(overflow.is_carousel(each) or overflow.is_off_canvas(each) for each in around):
        return False
    if any(each.overflow_y in ("auto", "scroll") and each.tag not in ("html", "body") for each in around):
        return False
    href = target.attr("href")
    above = (over, *frame.ancestors(over))
    if href and any(each.attr("href") == href for each in above):
        return False
    return not (_stays(around) and not _stays(above))


def _stays(chain: tuple[Element, ...]) -> bool:
    return any(each.position in STAYS for each in chain)


def _outermost(frame: FrameFacts, index: int, of: list[int]) -> int:
    """The layer or sticky bar that an element is in; else the outermost thing placed over the page around it."""
    if of[index] >= 0:
        return of[index]
    found, at = index, index
    while at >= 0:
        if frame.elements[at].position in ("sticky", "absolute"):
            found = at
        at = frame.elements[at].parent
    return found


def _comes_free(page: PageSnapshot, target: Element, over: Element) -> bool:
    """True when scrolling moves the target from beneath what stays on the screen."""
    frame, height = page.main, page.first_screen.height
    if over.position not in STAYS or _stays((target, *frame.ancestors(target))):
        return False
    above, below = over.box.y - frame.scroll_y, frame.scroll_y + height - over.box.bottom
    rest = frame.content_height - height - frame.scroll_y
    up = above >= target.box.height and rest >= target.box.bottom - over.box.y
    down = below >= target.box.height and frame.scroll_y >= over.box.bottom - target.box.y
    return up or down


def _title(over: Element, layer: Layer | None) -> str:
    named = layer.title if layer else over.name or over.text
    return f"“{named[:60]}” ({over.address})" if named else over.address


@page_check(
    "layout/overlap-cta",
    title="Nothing lies over what is to be tapped",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Leave room for bars and bubbles that stay, with padding at the page's end or beside them.",
        snippet="body { padding-bottom: 80px; }",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html",),
    ),
    passes='<meta name="viewport" content="width=device-width"><button>Call us</button>',
    fails='<meta name="viewport" content="width=device-width"><style>body{margin:0}</style><button>Call us</button>'
    '<div style="position:fixed;top:0;left:0;right:0;height:60px;background:#fff">Shop</div>',
    certainty=Certainty.MEDIUM,
)
def overlap_cta(cover: FrameFacts | Cover, page: PageSnapshot) -> Iterator[Problem]:
    """A button under a bar is seen and tapped, and nothing happens: the customer takes the page for broken."""
    if isinstance(cover, FrameFacts):
        return
    names = ", ".join(f"“{(each.name or each.text)[:40]}”" for each in cover.targets[:3] if each.name or each.text)
    what = names or cover.targets[0].address
    more = f" and {len(cover.targets) - 3} more" if len(cover.targets) > 3 else ""
    evidence = cover.over.address
    if cover.wall:
        gone = f"{cover.title} lies over {what}{more} until it is answered"
        yield Problem(gone, f"until-{cover.wall.value}", Severity.NOTE, evidence=evidence)
    elif overflow.is_unstyled(page):
        message = f"{cover.title} lies over {what}{more}, perhaps only because a style sheet did not load"
        yield CannotTell(message, "covered", certainty=Certainty.LOW, evidence=evidence)
    else:
        yield Problem(
            f"{cover.title} lies over {what}{more}: a tap there does something else", "covered", evidence=evidence
        )
