from association import APPLE, NO_APP, aasa, file, journey, page
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import passes, reviews, silent
from parcours.trace import JourneyTrace

BANNER = (("apple-itunes-app", "app-id=1234567890"),)
START = page("https://shop.example/start", NO_APP)


def met(answer: WellKnown | None, **more: object) -> JourneyTrace:
    return journey(START, page("https://shop.example/offer", AppLinks(aasa=answer), **{"metas": BANNER, **more}))


EXAMPLES = (
    silent("no banner", met(aasa({"/": "/x"}), metas=())),
    silent("a banner that Safari cannot read", met(aasa({"/": "/x"}), metas=(("apple-itunes-app", "app-id=x"),))),
    silent("no file", met(None)),
    silent("the file is absent", met(file(APPLE, "", status=404))),
    silent("an error page", met(aasa({"/": "/x"}), status=404)),
    silent("the scanned address is another rule's", journey(
        page("https://shop.example/offer?src=letter", AppLinks(aasa=aasa({"/": "/x"})), metas=BANNER),
        start="https://shop.example/offer?src=letter",
    )),
    passes("the file covers the page", met(aasa({"/": "/offer"}))),
    passes("the file covers everything", met(aasa({}))),
    reviews("the file covers other pages", met(aasa({"/": "/buy/*"})), {"unmatched"}),
    reviews("the file keeps the page out", met(aasa({"/": "/offer", "exclude": True}, {"/": "*"})), {"excluded"}),
)  # fmt: skip
