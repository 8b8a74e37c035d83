from __future__ import annotations

from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace, Promises, StepTrace


def element(tag: str, text: str = "", role: str = "", **attrs: str) -> Element:
    return Element(
        f"{tag}-{text}", tag, text=text, name=text, role=role, attrs=attrs, visible=True, box=Box(0, 0, 99, 50)
    )


def page(*elements: Element) -> PageSnapshot:
    return PageSnapshot(
        url="https://bank.example/", frames=(FrameFacts(url="https://bank.example/", elements=elements),)
    )


def journey(
    *pages: PageSnapshot, reasons: tuple[str, ...] = ("Ressemelage offert",), ended: str = "done"
) -> JourneyTrace:
    steps = (StepTrace("see-it", "see", "see", ended=ended),)  # type: ignore[arg-type]
    return JourneyTrace(pages=pages, steps=steps, facets=frozenset({"frames"}), promises=Promises(loyalty=reasons))


HOME = page(element("h1", "Boots"))
SAYS = page(element("p", "Ressemelage  offert au bout de deux ans"))

EXAMPLES = (
    silent("none is declared", journey(HOME, reasons=())),
    silent("no page was met", journey()),
    passes("on one of the pages", journey(HOME, SAYS)),
    passes("both are", journey(SAYS, reasons=("ressemelage offert", "deux ans"))),
    fails("on none", journey(HOME), {"missing"}),
    fails("one of two is not", journey(SAYS, reasons=("Ressemelage offert", "Points")), {"missing"}),
    reviews("blocked before", journey(HOME, ended="blocked"), {"not-reached"}),
)
