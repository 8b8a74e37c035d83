from journeys import PHONES, hops
from parcours.facts.model import Hop, PageSnapshot, Way
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace, Start

GO, SHOP, M = "https://go.example/1", "https://www.shop.example", "https://m.shop.example"
IPHONE = PHONES["iphone"]


def way(agent: str, *urls: str, status: int = 200, kept: tuple[str, ...] = ()) -> Way:
    return Way(agent, hops(*urls, status=status), kept)  # type: ignore[arg-type]


def led(own: tuple[Hop, ...], *ways: Way, status: int = 200) -> JourneyTrace:
    page = PageSnapshot(IPHONE, own[-1].url, status=status, navigation=own, elsewhere=ways)
    return JourneyTrace(device=IPHONE, start=Start(url=GO), pages=(page,))


OWN = hops(GO, f"{SHOP}/offer")
CONTROL = way("ios", GO, f"{SHOP}/offer")
OTHER = way("desktop", GO, f"{SHOP}/catalogue")
LED_HOME = (hops(GO, f"{M}/"), way("ios", GO, f"{M}/"))
STORE = "https://play.google.com/store/apps/details?id=com.shop.app"

EXAMPLES = (
    silent("nobody else was sent there", led(OWN)),
    silent("no page was reached", JourneyTrace(device=IPHONE)),
    passes("all end on one page", led(OWN, way("android", GO, f"{SHOP}/offer"), way("desktop", GO, f"{SHOP}/offer"))),
    passes("queries and last slashes differ", led(OWN, way("desktop", GO, f"{SHOP}/offer/?from=desk"), CONTROL)),
    passes("phones have the same page on a host of theirs", led(hops(GO, f"{M}/offer"), way("desktop", GO, f"{SHOP}/offer"))),
    passes("or below a path of theirs", led(hops(GO, f"{SHOP}/mobile/offer"), way("desktop", GO, f"{SHOP}/offer"))),
    passes("the other phone is sent to its store", led(OWN, way("android", GO, STORE), CONTROL)),
    passes("or to its app", led(OWN, Way("android", (Hop(GO, 302), Hop("intent://offer#Intent;end", 0))), CONTROL)),
    passes("the computer is refused", led(OWN, way("desktop", GO, f"{SHOP}/robot", status=403), CONTROL)),
    passes("the computer is not answered", led(OWN, way("desktop", GO, f"{SHOP}/x", status=0), CONTROL)),
    passes("who asks without a browser is led elsewhere", led(OWN, OTHER, way("ios", GO, f"{SHOP}/catalogue"))),
    passes("nobody asked once more as the phone", led(OWN, OTHER)),
    passes("a script leads the phone on, as it may lead computers",
           led((*OWN, Hop(f"{SHOP}/", 200, 1, "script")), way("desktop", GO, f"{SHOP}/offer"))),
    passes("the phone's home page is another rule's",
           led(LED_HOME[0], way("desktop", GO, f"{SHOP}/offer"), LED_HOME[1])),
    passes("the phone's own page is an error", led(hops(GO, f"{SHOP}/x", status=404), OTHER, status=404)),
    reviews("the computer ends on another page", led(OWN, OTHER, CONTROL), {"differ"}),
    reviews("the other phone does", led(OWN, way("android", GO, f"{SHOP}/app"), CONTROL), {"differ"}),
    reviews("both do, and the computer's page is another rule's",
            led(LED_HOME[0], way("desktop", GO, f"{SHOP}/offer"), way("android", GO, f"{SHOP}/app"), LED_HOME[1]),
            {"differ"}),
    fails("and caches may mix them up", led(OWN, OTHER._replace(kept=(GO,)), CONTROL), {"differ", "vary"}),
    fails("where the phones part", led(LED_HOME[0], way("desktop", GO, f"{SHOP}/offer"), LED_HOME[1]._replace(kept=(GO,))),
          {"vary"}),
    reviews("caches keep only what all have in common",
            led(hops(GO, f"{SHOP}/1", f"{SHOP}/a"), way("desktop", GO, f"{SHOP}/1", f"{SHOP}/b", kept=(GO,)),
                way("ios", GO, f"{SHOP}/1", f"{SHOP}/a", kept=(GO,))), {"differ"}),
)  # fmt: skip
