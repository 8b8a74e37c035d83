from parcours.facts.model import AppLinks, FrameFacts, PageSnapshot, WellKnown
from parcours.testing import passes, reviews, silent
from parcours.trace import JourneyTrace

PHONE = '<meta name="viewport" content="width=device-width">'


def page(*prompts: str, script: str = "", worker: str = "") -> PageSnapshot:
    frame = FrameFacts(prompts=prompts, scripts=(script,) if script else ())
    file = WellKnown("https://shop.example/sw.js", 200, "", worker) if worker else None
    return PageSnapshot(frames=(frame,), app=AppLinks(worker=file), facets=frozenset({"frames"}))


def journey(*pages: PageSnapshot) -> JourneyTrace:
    return JourneyTrace(pages=pages, facets=frozenset({"frames"}))


EXAMPLES = (
    silent("a page that sets none", f"{PHONE}<p>hello</p>"),
    silent("a journey without pages", journey()),
    silent("a page that only clears", journey(page("badge-cleared unasked"))),
    passes("set and cleared on one page", f"{PHONE}<script>navigator.setAppBadge(3); navigator.clearAppBadge()</script>"),
    passes("set by the worker, cleared by a page", journey(page(worker="navigator.setAppBadge(3)"), page("badge-cleared unasked"))),
    passes("a worker that does both", journey(page(worker="navigator.setAppBadge(n)\nnavigator.clearAppBadge()"))),
    passes("a count that is worked out can be nought", journey(page(worker="navigator.setAppBadge(unread)"))),
    passes("nought clears", journey(page("badge unasked", script="done.onclick = () => navigator.setAppBadge(0)"))),
    passes("a button that clears", journey(page("badge unasked", script="done.onclick = () => navigator.clearAppBadge()"))),
    reviews("set when the page comes", f"{PHONE}<script>navigator.setAppBadge(3)</script>", {"never-cleared"}),
    reviews("a dot", f"{PHONE}<script>navigator.setAppBadge()</script>", {"never-cleared"}),
    reviews("set by the worker", journey(page(worker="navigator.setAppBadge(1)"), page()), {"never-cleared"}),
    reviews("set by a script in a file", journey(page("badge")), {"never-cleared"}),
    reviews("a button that sets", journey(page(script="go.onclick = () => navigator.setAppBadge(10)")), {"never-cleared"}),
)  # fmt: skip
