from journeys import painted
from parcours.facts.model import Vitals
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

EXAMPLES = (
    silent("a journey without a page", JourneyTrace(facets=frozenset({"vitals"}))),
    silent("an engine that does not measure", painted(None)),
    passes("nothing moves", painted(Vitals(cls=0))),
    passes("at the border", painted(Vitals(cls=0.1))),
    fails("past the border", painted(Vitals(cls=0.1001)), {""}),
    fails("poor", painted(Vitals(cls=0.26)), {""}),
    fails("the second page", painted(Vitals(cls=0), Vitals(cls=0.5)), {""}),
)
