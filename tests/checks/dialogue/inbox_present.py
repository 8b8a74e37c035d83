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


def journey(*pages: PageSnapshot, inbox: bool | None = True, ended: str = "done") -> JourneyTrace:
    steps = (StepTrace("see-it", "see", "see", ended=ended),)  # type: ignore[arg-type]
    return JourneyTrace(pages=pages, steps=steps, facets=frozenset({"frames"}), promises=Promises(inbox=inbox))


HOME = page(element("h1", "Your account"))
WAY = page(element("a", "Messages", "link", href="/messages"))
THREAD = page(element("ol"), element("textarea"))
EDITABLE = page(element("div", contenteditable="true"))

EXAMPLES = (
    silent("nothing is promised", journey(HOME, inbox=None)),
    silent("it is said that there is none", journey(HOME, inbox=False)),
    silent("no page was met", journey()),
    passes("a field to write in", journey(HOME, THREAD)),
    passes("a field made by script", journey(HOME, EDITABLE)),
    passes("blocked once it was met", journey(WAY, THREAD, ended="blocked")),
    fails("nothing leads there", journey(HOME, HOME), {"missing"}),
    fails("one page, and nothing on it", journey(HOME), {"missing"}),
    fails("a way to messages that can only be read", journey(HOME, WAY), {"no-field"}),
    fails("a field to search in is none", journey(page(element("input", type="search"))), {"missing"}),
    reviews("blocked before", journey(HOME, ended="blocked"), {"not-reached"}),
    reviews("blocked before it was opened", journey(WAY, ended="blocked"), {"not-opened"}),
)
