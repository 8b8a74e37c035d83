from association import APPLE, DECLARED, NO_APP, aasa, file, journey, page
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

IOS = DECLARED["ios"]
HTML = "<!doctype html><html><title>Shop</title>"
HOME = "https://shop.example/"


def visit(answer: WellKnown | None, *, app: AppLinks = NO_APP, url: str = HOME, **more: object) -> JourneyTrace:
    return journey(page(url, AppLinks(aasa=answer), **more), app=app)


ABSENT = file(APPLE, "", status=404)
MOVED = file(APPLE, "", status=301, location="https://www.shop.example/.well-known/apple-app-site-association")
BANNER = (("apple-itunes-app", "app-id=1234567890"),)
TAGS = (("al:ios:url", "mybank://home"),)
THEN = page("https://pay.example/", AppLinks(aasa=file(APPLE, "", host="pay.example", status=404), ios="1234567890"))

EXAMPLES = (
    silent("a site without an app has no such file", visit(ABSENT)),
    silent("a site without an app answers every address with its home page", visit(file(APPLE, HTML, mime="text/html"))),
    silent("a site without an app redirects every unknown address", visit(MOVED)),
    silent("the app is for Android", visit(ABSENT, app=DECLARED["android"])),
    silent("the file was not asked for, the page being http", visit(None, app=IOS)),
    silent("the landing page is an error", visit(ABSENT, app=IOS, status=404)),
    silent("the code leads to the store itself", visit(ABSENT, app=IOS, url="https://apps.apple.com/app/id1234567890")),
    silent("Android does not ask for it", visit(ABSENT, app=IOS, platform="android")),
    passes("the file is there", visit(aasa({"/": "*"}), app=IOS)),
    passes("the file is there, and nothing else tells of an app", visit(aasa({"/": "*"}))),
    passes("a file that is no JSON is another rule's", visit(file(APPLE, '{"applinks": }'), app=IOS)),
    passes("a payment service further on needs none", journey(page(HOME, AppLinks(aasa=aasa({}))), THEN, app=IOS)),
    fails("a declared app without the file", visit(ABSENT, app=IOS), {"missing"}),
    fails("the file is gone", visit(ABSENT._replace(status=410), app=IOS), {"missing"}),
    fails("a page of HTML in its place", visit(file(APPLE, HTML, mime="text/html"), app=IOS), {"html"}),
    fails("the page has a banner for the app", visit(ABSENT, metas=BANNER), {"missing"}),
    fails("the page's tags tell of the app", visit(ABSENT, metas=TAGS), {"missing"}),
    fails("a redirect to www", visit(MOVED, app=IOS), {"redirect"}),
    fails("served as plain text", visit(aasa({}, mime="text/plain")), {"mime"}),
    fails("served as nothing in particular", visit(aasa({}, mime=""), app=IOS), {"mime"}),
    fails("two hosts, one without", journey(
        page(HOME, AppLinks(aasa=aasa({}))),
        page("https://m.shop.example/", AppLinks(aasa=file(APPLE, "", host="m.shop.example", status=404)), metas=TAGS),
        app=IOS,
    ), {"missing"}),
    reviews("nobody answers", visit(ABSENT._replace(status=0), app=IOS), {"no-answer"}),
    reviews("the host refuses us", visit(ABSENT._replace(status=403), app=IOS), {"refused"}),
    reviews("the host is overburdened", visit(ABSENT._replace(status=503), app=IOS), {"refused"}),
)  # fmt: skip
