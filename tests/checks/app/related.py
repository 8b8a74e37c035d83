import json

from association import journey, page
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

PLAY = {
    "platform": "play",
    "id": "com.mybank.app",
    "url": "https://play.google.com/store/apps/details?id=com.mybank.app",
}
ITUNES = {"platform": "itunes", "url": "https://apps.apple.com/app/id1234567890"}


def manifest(**members: object) -> JourneyTrace:
    file = WellKnown("https://shop.example/manifest.json", 200, "", json.dumps(members))
    return journey(page("https://shop.example/", AppLinks(manifest=file), "android"))


def apps(*apps: object, **members: object) -> JourneyTrace:
    return manifest(related_applications=list(apps), **members)


EXAMPLES = (
    silent("no manifest", journey(page("https://shop.example/", AppLinks(), "android"))),
    silent("a manifest without apps", manifest(name="Shop", prefer_related_applications=False)),
    passes("both stores", apps(PLAY, ITUNES)),
    passes("an empty list", apps()),
    passes("the package alone", apps({"platform": "play", "id": "com.mybank.app"})),
    passes("the site itself", apps({"platform": "webapp", "url": "https://shop.example/manifest.json"})),
    passes("the app is preferred to a plain site", apps(PLAY, prefer_related_applications=True)),
    fails("no list", manifest(related_applications={"platform": "play"}), {"form"}),
    fails("text in the list", apps("com.mybank.app"), {"form"}),
    fails("true in quotes", apps(PLAY, prefer_related_applications="true"), {"form"}),
    fails("a platform that nobody knows", apps({"platform": "android", "id": "com.mybank.app"}), {"platform"}),
    fails("no package", apps({"platform": "play", "url": PLAY["url"]}), {"play-id"}),
    fails("a number for a package", apps({"platform": "play", "id": "1234567890"}), {"play-id"}),
    fails("neither id nor address", apps({"platform": "itunes"}), {"unnamed"}),
    fails("an address that is no store's", apps({**PLAY, "url": "https://shop.example/app"}), {"url"}),
    fails("an address of another app", apps({**PLAY, "id": "com.mybank.pro"}), {"url"}),
    fails("Apple's app without Apple's address", apps({"platform": "itunes", "url": "https://shop.example/app"}), {"url"}),
    fails("nothing is preferred", manifest(prefer_related_applications=True), {"prefers-nothing"}),
    fails("Apple's app is preferred, on Android", apps(ITUNES, prefer_related_applications=True), {"prefers-nothing"}),
    reviews("an installable site that prefers the app", apps(PLAY, prefer_related_applications=True, start_url="/", display="standalone"), {"prefers-app"}),
)  # fmt: skip
