from dataclasses import replace

from journeys import led
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

GO, PLAIN, SHOP = "https://go.example/x", "http://shop.example/x", "https://shop.example/x"
AFTER_A_TAP = replace(led(SHOP), pages=(*led(SHOP).pages, *led("http://shop.example/contact").pages))

EXAMPLES = (
    silent("a journey without a page", JourneyTrace()),
    passes("https all the way", led(GO, SHOP)),
    passes("upper case", led("HTTPS://GO.EXAMPLE/X", SHOP)),
    passes("a rehearsal on this machine", led("http://127.0.0.1:8000/", "http://shop.localhost:8000/")),
    passes("a text message's http: is the text's fault", led(PLAIN, SHOP, start=Start("sms", PLAIN))),
    passes("a tag's http: is the tag's fault", led(PLAIN, SHOP, start=Start("nfc", PLAIN))),
    fails("a mail's http: is the way's", led(PLAIN, SHOP, start=Start("email", PLAIN)), {"entry"}),
    passes("a printed http: is the code's fault", led(PLAIN, SHOP, start=Start("qr", PLAIN))),
    fails("a plain link begins with http", led(PLAIN, SHOP), {"entry"}),
    fails("back to http and up again", led(GO, PLAIN, SHOP), {"downgrade"}),
    fails("more than the first hop", led(PLAIN, "http://www.shop.example/x", SHOP), {"hop"}),
    fails(
        "a printed http: and one more", led(PLAIN, "http://www.shop.example/x", SHOP, start=Start("qr", PLAIN)), {"hop"}
    ),
    fails("the page itself", led(GO, PLAIN), {"page"}),
    fails("the page itself, and nothing before", led(PLAIN, start=Start("qr", PLAIN)), {"page"}),
    fails("a page that was tapped to", AFTER_A_TAP, {"page"}),
    fails("another machine is no rehearsal", led("http://192.168.1.20/"), {"page"}),
)
