from association import APP, aasa, file, journey, page
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

CDN = "https://app-site-association.cdn-apple.com/a/v1/shop.example"
SERVED = aasa({"/": "/offer*"})
COPY = WellKnown(CDN, 200, "application/json", SERVED.text)
WAF = "SWCERR00101 Bad HTTP Response: 403 Forbidden"


def asked(copy: WellKnown | None, served: WellKnown | None = SERVED, **more: object) -> JourneyTrace:
    return journey(page("https://shop.example/", AppLinks(aasa=served, aasa_cdn=copy), **more))


def at_the_entry(copy: WellKnown) -> JourneyTrace:
    return journey(page("https://shop.example/", AppLinks(entry_aasa=SERVED, entry_aasa_cdn=copy)))


EXAMPLES = (
    silent("Apple was not asked", asked(None)),
    silent("the site has no such file", asked(None, None)),
    silent("the file names no app", asked(COPY, file("apple-app-site-association", {"webcredentials": {}}))),
    silent("Android does not ask Apple", asked(COPY._replace(status=404), platform="android")),
    passes("the copy is the same", asked(COPY)),
    passes("the same, written otherwise", asked(COPY._replace(text=SERVED.text.replace(" ", "\n ")))),
    fails("Apple is kept out", asked(COPY._replace(status=404, text="", failure=WAF)), {"missing"}),
    fails("Apple does not say why", asked(COPY._replace(status=403, text="")), {"missing"}),
    fails("the code's own host", at_the_entry(COPY._replace(status=404, text="")), {"missing"}),
    fails("the copy names another app", asked(COPY._replace(text=SERVED.text.replace(APP, "ABCDE12345.com.old"))),
          {"stale"}),
    fails("the copy has other paths", asked(COPY._replace(text=aasa({"/": "/old"}).text)), {"stale"}),
    reviews("Apple is overburdened", asked(COPY._replace(status=503, text="")), {"no-answer"}),
    reviews("Apple does not answer", asked(COPY._replace(status=0, text="")), {"no-answer"}),
    reviews("a gateway answers in Apple's place", asked(COPY._replace(text="<html>")), {"no-json"}),
)  # fmt: skip
