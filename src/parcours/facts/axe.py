"""axe-core's results as subjects for checks: one for each element that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parcours.facts.geometry import Box
from parcours.facts.model import Axe, AxeNode, AxeResult, PageSnapshot

# A template's fault is on every card of a list: after so many the next one tells nobody anything new.
MOST_NODES = 20


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
    """The elements of the results that `takes` wants, 20 of each result at most; the last one counts the rest."""
    for result in page.axe.results if page.axe else ():
        if takes(result):
            shown = result.nodes[:MOST_NODES]
            for index, node in enumerate(shown, start=1):
                yield Named(result, node, len(result.nodes) - index if index == MOST_NODES else 0)


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
