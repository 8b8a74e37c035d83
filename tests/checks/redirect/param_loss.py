from journeys import led
from parcours.facts.model import Hop, PageSnapshot
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

GO = "https://go.example/x?utm_source=letter&utm_medium=qr"
SHOP = "https://shop.example/offer"
TAPPED = (Hop(GO, 200), Hop(f"{SHOP}?utm_source=home", 200, how="tap"))

EXAMPLES = (
    silent("a journey without a page", JourneyTrace()),
    silent("a direct way", led(GO)),
    silent("a way that says nothing of its source", led("https://go.example/x?id=7", SHOP)),
    silent("an empty value says nothing", led("https://go.example/x?utm_source=", SHOP)),
    silent("an error page is another rule's", led(GO, SHOP, status=404)),
    silent(
        "what the customer tapped is another visit", JourneyTrace(pages=(PageSnapshot(url=SHOP, navigation=TAPPED),))
    ),
    passes("all arrive", led(GO, f"{SHOP}?utm_medium=qr&utm_source=letter")),
    passes("another value is somebody's wish", led(GO, f"{SHOP}?utm_source=mailer&utm_medium=print")),
    passes("in the fragment", led(GO, f"{SHOP}#utm_source=letter&utm_medium=qr")),
    passes("added on the way", led("https://go.example/x", f"{SHOP}?utm_source=letter")),
    fails("none arrives", led(GO, SHOP), {""}),
    fails("one arrives", led(GO, f"{SHOP}?utm_source=letter"), {""}),
    fails("lost behind a hop that added it", led("https://sho.rt/x", f"{SHOP}?gclid=abc", f"{SHOP}/fr"), {""}),
    fails("a script forgets it", led(GO, SHOP, how="script"), {""}),
    fails("an advertiser's click", led("https://go.example/?fbclid=Iw1", SHOP), {""}),
)
