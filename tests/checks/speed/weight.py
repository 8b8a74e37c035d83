from journeys import asking
from parcours.facts.model import Request
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

KIB = 1024


def image(kib: float, kind: str = "image", status: int = 200, failed: str = "") -> Request:
    return Request("https://shop.example/a.jpg", kind, status, "image/jpeg", round(kib * KIB), failed)


EXAMPLES = (
    silent("a journey without a page", JourneyTrace(facets=frozenset({"frames"}))),
    silent("a page that loaded nothing", asking(image(9000, failed="net::ERR_ABORTED"))),
    passes("light", asking(image(300))),
    passes("at the border", asking(image(2000), image(667))),
    passes("a film is begun and not loaded", asking(image(300), image(90_000, "media"))),
    passes("a part of a file", asking(image(300), image(90_000, status=206))),
    passes("a file that never came", asking(image(300), image(90_000, failed="net::ERR_FAILED"))),
    fails("past the border", asking(image(2000), image(667.1)), {""}),
    fails("heavy", asking(image(5001, "script")), {""}),
)
