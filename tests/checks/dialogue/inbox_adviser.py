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


def journey(*pages: PageSnapshot, adviser: str = "Camille Berthier", ended: str = "done") -> JourneyTrace:
    steps = (StepTrace("see-it", "see", "see", ended=ended),)  # type: ignore[arg-type]
    return JourneyTrace(pages=pages, steps=steps, facets=frozenset({"frames"}), promises=Promises(adviser=adviser))


HOME = page(element("h1", "Your account"))
NAME = element("h2", "Camille\u00a0Berthier")
CALL = element("a", "01 23 45 67 89", "link", href="tel:+33123456789")

EXAMPLES = (
    silent("nobody is promised", journey(HOME, adviser="")),
    silent("no page was met", journey()),
    passes("a number beside the name", journey(HOME, page(NAME, CALL))),
    passes("a field to write to her", journey(page(NAME, element("textarea")))),
    passes("a way to the messages", journey(page(NAME, element("a", "Messages", "link", href="/messages")))),
    passes("in other letters", journey(page(element("p", "your adviser CAMILLE BERTHIER"), CALL))),
    fails("on no page", journey(HOME, page(CALL)), {"missing"}),
    fails("a name and nothing else", journey(page(NAME), page(CALL)), {"no-way"}),
    reviews("blocked before", journey(HOME, ended="blocked"), {"not-reached"}),
)
