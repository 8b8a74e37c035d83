from journeys import hops, painted
from parcours.facts.model import Hop, Vitals
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

GO, SHOP = "https://go.example/x", "https://shop.example/"
SLOW_PAGE = (Hop(GO, 200, 1200), Hop(SHOP, 200, 100, "script"))
REDIRECT = (Hop(GO, 302, 1200), Hop(SHOP, 200, 100))
TAPPED = (Hop(GO, 200, 9000), Hop(SHOP, 200, 100, "tap"))

EXAMPLES = (
    silent("a journey without a page", JourneyTrace(facets=frozenset({"vitals"}))),
    silent("an engine that does not measure", painted(None)),
    silent("a page that painted nothing yet", painted(Vitals())),
    passes("at once", painted(Vitals(fcp=300, lcp=900))),
    passes("at the border", painted(Vitals(fcp=300, lcp=3000))),
    passes("a redirect's time is in the paint's already", painted(Vitals(fcp=300, lcp=2000), way=REDIRECT)),
    passes("what the customer did before does not count", painted(Vitals(fcp=300, lcp=2000), way=TAPPED)),
    passes("a time that is not known", painted(Vitals(lcp=2000), way=(Hop(GO, 200), Hop(SHOP, 200, 9, "meta")))),
    passes("later pages are others' business", painted(Vitals(lcp=900), Vitals(lcp=9000))),
    fails("past the border", painted(Vitals(fcp=300, lcp=3001)), {""}),
    fails("a page that sent the visitor on counts", painted(Vitals(fcp=300, lcp=2000), way=SLOW_PAGE), {""}),
    fails("far too long", painted(Vitals(fcp=300, lcp=5001), way=hops(GO, SHOP)), {""}),
)
