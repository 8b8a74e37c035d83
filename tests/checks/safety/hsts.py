from journeys import led
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

SHOP = "https://shop.example/"


def says(value: str) -> JourneyTrace:
    return led(SHOP, headers={"strict-transport-security": value})


EXAMPLES = (
    silent("a journey without a page", JourneyTrace()),
    silent("a page without encryption is another rule's", led("http://shop.example/")),
    silent("a rehearsal on this machine", led("https://127.0.0.1:8443/")),
    silent("a rehearsal under a name of its own", led("https://shop.localhost/")),
    passes("a year", says("max-age=31536000; includeSubDomains; preload")),
    passes("half a year", says("max-age=15552000")),
    passes("in quotes", says('max-age="31536000"')),
    fails("not at all", led(SHOP), {"missing"}),
    fails("less than half a year", says("max-age=15551999"), {"short"}),
    fails("taken back", says("max-age=0"), {"short"}),
    fails("without an age", says("includeSubDomains"), {"short"}),
)
