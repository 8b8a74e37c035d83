from association import APP, APPLE, DECLARED, NO_APP, aasa, file, journey, page, paths
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

IOS = DECLARED["ios"]


def visit(answer: WellKnown | None, app: AppLinks = NO_APP) -> JourneyTrace:
    return journey(page("https://shop.example/", AppLinks(aasa=answer)), app=app)


def links(**links: object) -> JourneyTrace:
    return visit(file(APPLE, {"applinks": links}))


def detail(**detail: object) -> JourneyTrace:
    return links(details=[detail])


def components(*components: object, **more: object) -> JourneyTrace:
    return detail(appIDs=[APP], components=list(components), **more)


CREDENTIALS = file(APPLE, {"webcredentials": {"apps": [APP]}})
SIZE = 128 * 1024

EXAMPLES = (
    silent("no file", visit(None)),
    silent("the file is absent", visit(file(APPLE, "", status=404), IOS)),
    silent("a site that answers every address with its home page", visit(file(APPLE, "<html>"))),
    silent("some other JSON on a site without an app", visit(file(APPLE, {"error": "not found"}))),
    silent("a file for passwords alone, and no app is known", visit(CREDENTIALS)),
    passes("Apple's form", components({"/": "/buy/*", "comment": "buying"}, {"#": "x", "exclude": True}, {"?": {"id": "????"}})),
    passes("the older form", visit(paths("NOT /admin/*", "/buy/*", "*"))),
    passes("both forms, for old and new iPhones", detail(appID=APP, appIDs=[APP], paths=["/buy/*"], components=[{"/": "/buy/*"}])),
    passes("a bundle id with a dash", detail(appIDs=["ABCDE12345.com.my-bank.App2"], components=[{}])),
    passes("an exclusion of everything, last", components({"/": "/buy/*"}, {"/": "*", "exclude": True})),
    passes("a catch-all for one query only", components({"/": "*", "?": {"app": "1"}}, {"/": "/help/*", "exclude": True})),
    passes("a variable that the file names", links(substitutionVariables={"food": ["pizza"]}, details=[{"appIDs": [APP], "components": [{"/": "/$(lang)/$(food)/"}]}])),
    passes("accents where links are compared decoded", components({"/": "/été/*", "percentEncoded": False})),
    passes("accents, by a default of the file", links(defaults={"percentEncoded": False}, details=[{"appIDs": [APP], "components": [{"/": "/été/*"}]}])),
    passes("a question mark as a wildcard", visit(paths("/offer-??/*", "/a?"))),
    passes("the form of iOS 9's first days", links(details={APP: {"paths": ["*"]}})),
    passes("as large as Apple takes", visit(aasa({}, size=SIZE))),
    passes("a byte order mark", visit(file(APPLE, '\ufeff{"applinks": {"details": [{"appIDs": ["' + APP + '"], "components": [{}]}]}}'))),
    fails("a comma too many", visit(file(APPLE, '{"applinks": {"details": [],}}')), {"json"}),
    fails("an empty file, and the app is declared", visit(file(APPLE, ""), IOS), {"json"}),
    fails("larger than Apple takes", visit(aasa({}, size=SIZE + 1)), {"size"}),
    fails("a file for passwords alone, and the app is declared", visit(CREDENTIALS, IOS), {"no-applinks"}),
    fails("applinks is a list", visit(file(APPLE, {"applinks": []})), {"form"}),
    fails("no details", links(apps=[]), {"form"}),
    fails("details hold text", links(details=[APP]), {"form"}),
    fails("details are empty", links(apps=[], details=[]), {"no-apps"}),
    fails("apps are not empty", links(apps=[APP], details=[{"appIDs": [APP], "components": [{}]}]), {"apps"}),
    fails("no app id", detail(components=[{}]), {"app-id-missing"}),
    fails("an empty list of apps", detail(appIDs=[], components=[{}]), {"app-id-missing"}),
    fails("a bundle id without its team", detail(appIDs=["com.mybank.app"], components=[{}]), {"app-id"}),
    fails("a team of nine characters", detail(appIDs=["ABCDE1234.com.mybank.app"], components=[{}]), {"app-id"}),
    fails("a team in small letters", detail(appIDs=["abcde12345.com.mybank.app"], components=[{}]), {"app-id"}),
    fails("the App Store's number", detail(appID="1234567890", paths=["*"]), {"app-id"}),
    fails("components are an object", detail(appIDs=[APP], components={"/": "*"}), {"form"}),
    fails("a component is text", components("/buy/*"), {"form"}),
    fails("a path is a number", components({"/": 12}), {"form"}),
    fails("a query's pattern is a number", components({"?": {"id": 12}}), {"form"}),
    fails("paths hold an object", visit(paths({"/": "*"})), {"form"}),
    fails("a path without its slash", components({"/": "buy/*"}), {"path"}),
    fails("an old path without its slash", visit(paths("buy/*")), {"path"}),
    fails("a whole address in place of a path", components({"/": "https://shop.example/buy/*"}), {"path"}),
    fails("NOT in a component", components({"/": "NOT /buy/*"}), {"path"}),
    fails("a query in the path", components({"/": "/buy?id=*"}), {"query-in-path"}),
    fails("a query in an old path", visit(paths("/buy?id=*")), {"query-in-path"}),
    fails("a fragment in the path", components({"/": "/buy#top"}), {"query-in-path"}),
    fails("not in small letters", visit(paths("not /buy/*")), {"not"}),
    fails("NOT without its blank", visit(paths("NOT/buy/*")), {"not"}),
    fails("an exclusion behind everything", components({"/": "*"}, {"/": "/help/*", "exclude": True}), {"order"}),
    fails("an exclusion behind a component without parts", components({}, {"#": "web", "exclude": True}), {"order"}),
    fails("an old exclusion behind everything", visit(paths("*", "NOT /help/*")), {"order"}),
    fails("exclude in quotes", components({"/": "/help/*", "exclude": "true"}), {"boolean"}),
    fails("a key that Apple does not know", components({"/": "*", "excluded": True}), {"unknown-key"}),
    fails("a key misplaced", detail(appIDs=[APP], components=[{}], exclude=True), {"unknown-key"}),
    fails("a variable that nobody names", components({"/": "/$(food)/"}), {"variable"}),
    fails("accents in a pattern", components({"/": "/été/*"}), {"encoding"}),
    fails("two faults, each told once", components({"/": "a"}, {"/": "b"}, {"/": "/é"}), {"path", "encoding"}),
    reviews("an app without rules", detail(appIDs=[APP]), {"no-rules"}),
    reviews("an app with an empty list of paths", detail(appID=APP, paths=[]), {"no-rules"}),
    reviews("a signed file", visit(file(APPLE, "0\ufffd\u0010 applinks"), IOS), {"signed"}),
)  # fmt: skip
