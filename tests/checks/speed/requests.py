from journeys import asking
from parcours.facts.model import Request
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

OWN = Request("https://cdn.shop.example/a.js", "script", 200)
OTHER = Request("https://ads.example.net/a.js", "script", 200)
DATA = Request("data:image/gif;base64,R0lG", "image", 200)

EXAMPLES = (
    silent("a journey without a page", JourneyTrace(facets=frozenset({"frames"}))),
    passes("few", asking(OWN)),
    passes("at the border", asking(*[OWN] * 120)),
    passes("what lies in the page itself does not count", asking(*[OWN] * 100, *[DATA] * 200)),
    fails("past the border", asking(*[OWN] * 121), {""}),
    fails("far too many", asking(*[OWN] * 100, *[OTHER] * 101), {""}),
)
