from journeys import painted
from parcours.facts.geometry import Box
from parcours.facts.model import Element, Vitals
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

FACETS = frozenset({"vitals"})

EXAMPLES = (
    silent("a journey without a page", JourneyTrace(facets=FACETS)),
    silent("an engine that does not measure", painted(None)),
    silent("a page that painted nothing yet", painted(Vitals())),
    passes("at once", painted(Vitals(fcp=300, lcp=300))),
    passes("at the border", painted(Vitals(fcp=900, lcp=2500))),
    fails("past the border", painted(Vitals(fcp=900, lcp=2501)), {""}),
    fails("poor", painted(Vitals(fcp=900, lcp=4001)), {""}),
    fails("the second page", painted(Vitals(lcp=500), Vitals(lcp=3000)), {""}),
    fails("with its element", painted(Vitals(lcp=3000, lcp_address="#hero"),
          elements=(Element("#hero", "img", box=Box(0, 0, 390, 300)),)), {""}),
)  # fmt: skip
