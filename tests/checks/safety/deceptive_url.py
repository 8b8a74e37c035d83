from journeys import led
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

SHOP = "https://shop.example/"

EXAMPLES = (
    silent("a journey without an address", JourneyTrace()),
    silent("a code that is no web address", JourneyTrace(start=Start("qr", "tel:+33123456789"))),
    passes("a plain address", led(SHOP)),
    passes("an address with an @ in its path", led("https://shop.example/@marie")),
    passes("the usual port", led("https://shop.example:443/", "http://shop.example:80/")),
    passes("a name with accents", led("https://café.example/")),
    passes("the same as machines write it", led("https://xn--caf-dma.example/")),
    passes("a name in one script of its own", led("https://почта.example/")),
    passes("Japanese mixes its scripts", led("https://東京タワー.example/")),
    passes("a rehearsal on this machine", led("http://127.0.0.1:8000/")),
    passes("a rehearsal in the office", led("https://192.168.1.20:8443/")),
    passes("a rehearsal under a name of its own", led("http://shop.localhost:8000/")),
    fails("a name before the host", led("https://shop.example@evil.example/"), {"user-name"}),
    fails("a name and a password", led("https://marie:secret@shop.example/"), {"user-name"}),
    fails("a number for a host", led("https://8.8.8.8/offer"), {"number"}),
    fails("a number in disguise", led("https://134744072/offer"), {"number"}),
    fails("a number of the newer kind", led("https://[2001:4860:4860::8888]/"), {"number"}),
    fails("one Cyrillic letter", led("https://аpple.example/"), {"letters"}),
    fails("a Cyrillic name that reads Latin", led("https://xn--80ak6aa92e.example/"), {"letters"}),
    fails("a port of its own", led("https://shop.example:8443/"), {"port"}),
    fails("on the way", led("https://go.example:81/x", SHOP), {"port"}),
    fails("several at once", led("https://shop.example@8.8.4.4:8080/"), {"user-name", "number", "port"}),
)
