from journeys import led
from parcours.facts.artwork import Artwork
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

SHOP = "https://shop.example/offer"

EXAMPLES = (
    silent("a journey without an address", JourneyTrace()),
    silent("a scenario that names its hosts", led("https://bit.ly/3x", SHOP, start=Start(hosts=("shop.example",)))),
    silent(
        "a print whose last day is known",
        led("https://bit.ly/3x", SHOP, start=Start(artwork=Artwork("letter.pdf", valid_until="2027-01-31"))),
    ),
    passes("a direct way", led(SHOP)),
    passes("a short host of one's own", led("https://sho.rt/x", SHOP)),
    passes("a host that only ends alike", led("https://rabbit.ly/x", SHOP)),
    fails("a shortener", led("https://bit.ly/3x", SHOP), {"bit.ly"}),
    fails("with www and in capitals", led("HTTPS://WWW.TINYURL.COM/x", SHOP), {"tinyurl.com"}),
    fails(
        "a print whose last day nobody said",
        led("https://bit.ly/3x", SHOP, start=Start(artwork=Artwork("letter.pdf"))),
        {"bit.ly"},
    ),
    fails("a code service", led("https://qrco.de/abc", SHOP), {"qrco.de"}),
    fails("in the middle", led("https://go.example/", "https://t.co/abc", SHOP), {"t.co"}),
    fails("two of them", led("https://t.co/abc", "https://bit.ly/3x", SHOP), {"t.co", "bit.ly"}),
    fails("one that answers no more", JourneyTrace(start=Start(url="https://qrto.to/abc")), {"qrto.to"}),
)
