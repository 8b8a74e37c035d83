from journeys import painted
from parcours.facts.model import Vitals
from parcours.testing import fails, passes, silent

EXAMPLES = (
    silent("an engine that does not measure", painted(None)),
    silent("a page that painted nothing yet", painted(Vitals(blocked=900))),
    passes("free", painted(Vitals(fcp=300, blocked=0))),
    passes("at the border", painted(Vitals(fcp=300, blocked=200))),
    fails("past the border", painted(Vitals(fcp=300, blocked=201)), {""}),
    fails("poor", painted(Vitals(fcp=300, blocked=601)), {""}),
)
