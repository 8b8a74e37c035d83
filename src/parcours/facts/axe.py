"""axe-core's results as subjects for checks: one for each element that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parcours.facts.geometry import Box
from parcours.facts.model import Axe, AxeNode, AxeResult, PageSnapshot

# A template's fault is on every card of a list: after so many the next one tells nobody anything new.
MOST_NODES = 20
MOST_DOUBTS = 3  # someone must look at each of them

PICTURES = frozenset({"image-alt", "role-img-alt", "svg-img-alt"})
NAMELESS = frozenset({"link-name", "button-name"})


@dataclass(frozen=True, slots=True)
class Named:
    """One element that axe-core names, and the rule's outcome. `more` are as many like it that are not listed.

    `opened_by` names the control of a menu that must be open for it, "" for what is there at once.
    """

    result: AxeResult
    node: AxeNode
    more: int = 0
    opened_by: str = ""

    @property
    def address(self) -> str:
        """The element's address, axe's own selector where it has none."""
        return self.node.address or self.node.target

    @property
    def box(self) -> Box | None:
        """Where the element stands in the page; None in a menu, which no picture shows open."""
        return None if self.opened_by else self.node.box

    @property
    def reason(self) -> str:
        """The first thing that axe-core asks for, without its "Fix any of the following"."""
        lines = [line.strip() for line in self.node.summary.splitlines()]
        return next((line for line in lines if line and not line.endswith(":")), "").rstrip(".")


def named(page: PageSnapshot, takes: Callable[[AxeResult], bool]) -> Iterator[Named]:
    """The elements of the results that `takes` wants; the last one counts the rest.

    Of what is wrong 20 for each result at most, of what axe-core cannot tell 3.
    """
    for result in page.axe.results if page.axe else ():
        if takes(result):
            most = MOST_NODES if result.outcome == "violation" else MOST_DOUBTS
            for index, node in enumerate(result.nodes[:most], start=1):
                yield Named(result, node, len(result.nodes) - index if index == most else 0)


def names_its_control(page: PageSnapshot, picture: Named) -> bool:
    """True for a picture without words in a link or button that has no other name: one fault, told of the control."""
    if picture.result.id not in PICTURES or page.axe is None:
        return False
    nameless = {
        node.address
        for result in page.axe.results
        if result.id in NAMELESS and result.outcome == "violation" and result.frame == picture.result.frame
        for node in result.nodes
    }
    frame = page.frames[picture.result.frame]
    element = next((e for e in frame.elements if e.address == picture.node.address), None) if nameless else None
    return element is not None and any(above.address in nameless for above in frame.ancestors(element))


def in_menus(page: PageSnapshot, takes: Callable[[AxeResult], bool]) -> Iterator[Named]:
    """The same of what an opened menu shows, less what axe-core said of the page before."""
    known = {(result.id, n.address or n.target) for result in _results(page.axe) for n in result.nodes}
    for opened in page.opened:
        for result in _results(opened.axe) if opened.kind == "menu" else ():
            new = [node for node in result.nodes if (result.id, node.address or node.target) not in known]
            for node in new[:MOST_NODES] if takes(result) else ():
                yield Named(result, node, opened_by=opened.name or "the menu")


def _results(axe: Axe | None) -> tuple[AxeResult, ...]:
    return axe.results if axe else ()


def looked(page: PageSnapshot) -> tuple[Axe, ...]:
    """axe-core's look at the page as a subject: on a clean page it is the only one."""
    return (page.axe,) if page.axe else ()
