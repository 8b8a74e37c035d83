"""Text stands out from what lies behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import overflow
from parcours.facts.colour import Eye, Seen, wanted
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.wording import counted

MOST = 12  # pairs of colours that are told one by one
DISABLED = frozenset({"button", "input", "select", "textarea", "fieldset", "option", "optgroup"})
# Fonts that draw a picture for a word: "menu" in Material Icons is three bars.
ICONS = re.compile(r"material-(?:icons|symbols)|(?:^|\s)(?:icon|glyphicon|fa[srlb]?|bi|ti|mdi|dashicons)(?:\s|-|$)")


@dataclass(frozen=True)
class Pair:
    """Texts of one colour on one ground whose contrast is too low. `most` ends the list: `more` pairs are left out."""

    element: Element
    box: Box
    seen: Seen
    needed: float
    size: float
    count: int
    more: int = 0

    @property
    def address(self) -> str:
        """The first text's address."""
        return self.element.address


@dataclass(frozen=True)
class Unsure:
    """Texts whose contrast cannot be told from colours: they stand on pictures, gradients, filters."""

    element: Element
    box: Box
    count: int

    @property
    def address(self) -> str:
        """The first text's address."""
        return self.element.address


def subjects(page: PageSnapshot) -> Iterator[FrameFacts | Pair | Unsure]:
    """The page, if it has text; then each pair of colours that is too alike, worst first; then all doubts as one."""
    pairs: dict[tuple[str, str, float], list[tuple[Element, Seen]]] = {}
    unsure: list[Element] = []
    looked = False
    for frame in page.frames:
        if frame.hidden:
            continue
        eye = Eye(page, frame)
        for element in _texts(frame):
            looked = True
            seen = eye.sees(element)
            needed = _needed(element)
            if seen and seen.ratio >= needed:
                continue
            # One colour on itself is never meant to be read: something else must lie between.
            if seen is None or seen.text.hex == seen.ground.hex or eye.stands_on(element):
                unsure.append(element)
            else:
                pairs.setdefault((seen.text.hex, seen.ground.hex, needed), []).append((element, seen))
    if looked:
        yield page.main
    yield from _pairs(page, pairs)
    if unsure:
        yield Unsure(unsure[0], page.on_page(unsure[0]), len(unsure))


def _pairs(page: PageSnapshot, found: dict[tuple[str, str, float], list[tuple[Element, Seen]]]) -> Iterator[Pair]:
    worst = sorted(found.items(), key=lambda item: item[1][0][1].ratio)
    for at, ((_, _, needed), texts) in enumerate(worst[:MOST], start=1):
        element, seen = texts[0]
        assert element.ink
        more = len(worst) - MOST if at == MOST else 0
        yield Pair(element, page.on_page(element), seen, needed, element.ink.size, len(texts), more)


def _texts(frame: FrameFacts) -> Iterator[Element]:
    """Text that is there to be read. WCAG exempts what is hidden, switched off, or no text but a drawing."""
    exempt = _exempt(frame.elements)
    for index, element in enumerate(frame.elements):
        if not (element.visible and not element.inert and element.ink and element.ink.size > 1) or index in exempt:
            continue
        words = element.text or (element.name if element.attr("type") in ("submit", "button", "reset") else "")
        if sum(map(str.isalnum, words)) > 1 and not ICONS.search(element.attr("class")):
            yield element


def _exempt(elements: Sequence[Element]) -> set[int]:
    """Indexes of controls that are switched off, of all that they hold, and of their labels."""
    found: set[int] = set()
    labels: set[str] = set()
    for index, element in enumerate(elements):
        off = element.tag in DISABLED and "disabled" in element.attrs
        if off or element.attr("aria-disabled") == "true" or element.parent in found:
            found.add(index)
            if element.attr("id"):
                labels.add(element.attr("id"))
            if off:
                found |= _label(elements, element)
    return found | {
        index for index, element in enumerate(elements) if element.tag == "label" and element.attr("for") in labels
    }


def _label(elements: Sequence[Element], control: Element) -> set[int]:
    """The label that a control stands in, and its words beside the control."""
    around = control.parent
    while around >= 0 and elements[around].tag != "label":
        around = elements[around].parent
    if around < 0:
        return set()
    return {around, *(index for index, element in enumerate(elements) if element.parent == around)}


def _needed(element: Element) -> float:
    assert element.ink
    return wanted(element.ink.size, element.ink.weight)


@page_check(
    "text/contrast",
    title="Text stands out from what lies behind it",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Darken the text or lighten what lies behind it until the contrast is 4.5, or 3 for large text.",
        snippet="color: #595959; background: #fff; /* 7.0 */",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html",),
    ),
    passes='<meta name="viewport" content="width=device-width"><p style="color:#595959">Your parcel is on its way.</p>',
    fails='<meta name="viewport" content="width=device-width"><p style="color:#aaa">Your parcel is on its way.</p>',
)
def contrast(subject: FrameFacts | Pair | Unsure, page: PageSnapshot) -> Iterator[Problem]:
    """Pale text on a phone in the sun is not read, and by customers with weak eyes not even indoors."""
    if isinstance(subject, Pair):
        text, ratio = subject.element.text or subject.element.name, int(subject.seen.ratio * 100) / 100
        times = f", {subject.count} texts" if subject.count > 1 else ""
        rest = (
            f"; {counted(subject.more, 'more pair of colours is', 'more pairs of colours are')} too alike"
            if subject.more
            else ""
        )
        # Without its styles a page has the browser's own colours on grounds that are not theirs.
        made = CannotTell if overflow.is_unstyled(page) else Problem
        yield made(
            f"“{text[:40]}”: {subject.seen.text.hex} on {subject.seen.ground.hex} has a contrast of {ratio:g}, where "
            f"{subject.needed:g} is asked for ({subject.size:g} px{times}){rest}",
            "low",
            evidence=text,
        )
    elif isinstance(subject, Unsure):
        yield CannotTell(
            f"{subject.count} texts stand on a picture, a gradient or a filter: see that they can be read"
            if subject.count > 1
            else "A text stands on a picture, a gradient or a filter: see that it can be read",
            "unsure",
            Severity.MINOR,
            evidence=subject.element.text or subject.element.name,
        )
