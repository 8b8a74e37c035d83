from association import ANDROID, DECLARED, NO_APP, assetlinks, file, journey, page, statement
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

APP = DECLARED["android"]
HTML = "<!doctype html><html><title>Shop</title>"


def visit(answer: WellKnown | None, *, app: AppLinks = NO_APP, **more: object) -> JourneyTrace:
    return journey(page("https://shop.example/", AppLinks(assetlinks=answer), "android", **more), app=app)


ABSENT = file(ANDROID, "", status=404)
MOVED = file(ANDROID, "", status=302, location="https://www.shop.example/.well-known/assetlinks.json")
LOGIN = assetlinks(statement(relation=["delegate_permission/common.get_login_creds"]), mime="text/plain")
TAGS = (("al:android:package", "com.mybank.app"),)

EXAMPLES = (
    silent("a site without an app has no such file", visit(ABSENT)),
    silent("a site without an app answers every address with its home page", visit(file(ANDROID, HTML, mime="text/html"))),
    silent("the app is for the iPhone", visit(ABSENT, app=DECLARED["ios"])),
    silent("an app that shares logins only", visit(LOGIN)),
    passes("the file is there", visit(assetlinks(statement()), app=APP)),
    passes("the file is there, and nothing else tells of an app", visit(assetlinks(statement()))),
    fails("a declared app without the file", visit(ABSENT, app=APP), {"missing"}),
    fails("the page's tags tell of the app", visit(ABSENT, metas=TAGS), {"missing"}),
    fails("a page of HTML in its place", visit(file(ANDROID, HTML, mime="text/html"), app=APP), {"html"}),
    fails("a redirect to www", visit(MOVED, app=APP), {"redirect"}),
    fails("served as plain text", visit(assetlinks(statement(), mime="text/plain")), {"mime"}),
    reviews("nobody answers", visit(ABSENT._replace(status=0), app=APP), {"no-answer"}),
    reviews("the host refuses us", visit(ABSENT._replace(status=401), app=APP), {"refused"}),
)  # fmt: skip
