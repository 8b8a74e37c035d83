from dataclasses import replace

from association import APPLE, DECLARED, aasa, file, journey, page, paths
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

IOS = DECLARED["ios"]
BANNER = (("apple-itunes-app", "app-id=1234567890"),)


def scanned(
    url: str, answer: WellKnown | None, *, entry: WellKnown | None = None, landing: str = "", app: AppLinks = IOS
) -> JourneyTrace:
    return journey(page(landing or url, AppLinks(aasa=answer, entry_aasa=entry)), app=app, start=url)


def through(channel: str, trace: JourneyTrace) -> JourneyTrace:
    return replace(trace, start=replace(trace.start, channel=channel))


OFFER = "https://shop.example/offer?src=letter"
NONE = file(APPLE, "", host="qr.example", status=404)
THERE = aasa({"/": "/*"}, host="qr.example")

EXAMPLES = (
    silent("within a social app nothing opens another one", through("social", scanned(OFFER, aasa({"/": "/buy/*"})))),
    silent("the host that counts a mail's clicks is another rule's", through("email", scanned("https://qr.example/1", aasa({}), entry=NONE, landing=OFFER))),
    fails("a mail's link is one like any other", through("email", scanned(OFFER, aasa({"/": "/Offer"}))), {"case"}),
    silent("no file", scanned(OFFER, None)),
    silent("the file is absent", scanned(OFFER, file(APPLE, "", status=404))),
    silent("a platform's own app, and no app of the shop is known", scanned(OFFER, aasa({"/": "/x"}), app=AppLinks())),
    silent("a short link without an app on either side", scanned("https://qr.example/1", file(APPLE, "", status=404), entry=NONE, landing=OFFER)),
    silent("a tracker chooses by itself", scanned("https://mybank.onelink.me/x", aasa({}), landing=OFFER)),
    silent("an app's own address", scanned("mybank://offer", aasa({}), landing=OFFER)),
    silent("a host of which nothing is known", scanned("https://qr.example/1", aasa({}), landing=OFFER)),
    passes("a component takes the path", scanned(OFFER, aasa({"/": "/offer"}))),
    passes("an old path takes it", scanned(OFFER, paths("/offer"))),
    passes("the second app takes it", scanned(OFFER, file(APPLE, {"applinks": {"details": [
        {"appIDs": ["ABCDE12345.com.mybank.pro"], "components": [{"/": "/pro/*"}]},
        {"appIDs": ["ABCDE12345.com.mybank.app"], "components": [{"/": "/offer"}]},
    ]}}))),
    passes("http is claimed as https is", scanned("http://shop.example/offer", aasa({"/": "/offer"}), landing=OFFER)),
    passes("the host of the code names the app itself", scanned("https://qr.example/1", aasa({}), entry=THERE, landing=OFFER)),
    passes("neither host's file takes the address", scanned("https://qr.example/1", aasa({"/": "/x"}), entry=NONE, landing=OFFER)),
    passes("a banner tells of the app", journey(page(OFFER, AppLinks(aasa=aasa({"/": "*"})), metas=BANNER))),
    fails("capitals in the file", scanned(OFFER, aasa({"/": "/Offer"})), {"case"}),
    fails("capitals in the code", scanned("https://shop.example/OFFER", aasa({"/": "/offer"})), {"case"}),
    fails("a slash too many", scanned(OFFER, aasa({"/": "/offer/"})), {"slash"}),
    fails("accents in the file", scanned("https://shop.example/été", aasa({"/": "/été"})), {"encoding"}),
    reviews("nothing takes it", scanned(OFFER, aasa({"/": "/buy/*"})), {"unmatched"}),
    reviews("it is kept out", scanned(OFFER, aasa({"/": "/offer*", "exclude": True}, {"/": "*"})), {"excluded"}),
    reviews("it is kept out in the older form", scanned(OFFER, paths("NOT /offer", "*")), {"excluded"}),
    reviews("the query is too much", scanned(OFFER, aasa({"/": "/offer", "?": ""})), {"query"}),
    reviews("the fragment is missing", scanned(OFFER, aasa({"/": "/offer", "#": "app"})), {"fragment"}),
    reviews("a short link whose host names no app", scanned("https://qr.example/1", aasa({}), entry=NONE, landing=OFFER), {"entry-host"}),
)  # fmt: skip
