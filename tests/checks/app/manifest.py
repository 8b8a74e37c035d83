import json

from association import journey, page
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

ICONS = [{"src": "/192.png", "sizes": "192x192"}, {"src": "/512.png", "sizes": "512x512"}]
WHOLE = {"name": "Bottines", "start_url": "/", "display": "standalone", "icons": ICONS}
URL = "https://shop.example/manifest.json"


def served(text: str, status: int = 200, page_status: int = 200) -> JourneyTrace:
    file = WellKnown(URL, status, "application/manifest+json", text)
    return journey(page("https://shop.example/", AppLinks(manifest=file), "android", status=page_status))


def manifest(**members: object) -> JourneyTrace:
    return served(json.dumps({name: value for name, value in {**WHOLE, **members}.items() if value is not None}))


def icon(sizes: str, **more: str) -> JourneyTrace:
    return manifest(icons=[{"src": "/icon.png", "sizes": sizes, **more}])


EXAMPLES = (
    silent("no manifest", journey(page("https://shop.example/", AppLinks(), "android"))),
    silent("an error page", served("", 404, page_status=404)),
    passes("a whole one", manifest()),
    passes("a short name", manifest(name=None, short_name="Bottines")),
    passes("a scope around the start", manifest(start_url="/shop/?from=home", scope="/shop/")),
    passes("relative to the manifest", manifest(start_url="./index.html", scope=".")),
    passes("a mode by preference", manifest(display="browser", display_override=["minimal-ui"])),
    passes("one icon of any size", icon("any")),
    passes("one icon of many sizes", icon("48x48 512x512")),
    passes("an icon for both purposes", icon("512x512", purpose="any maskable")),
    fails("it is not there", served("", 404), {"fetch"}),
    fails("a page of HTML", served("<html>"), {"json"}),
    fails("a comma too many", served('{"name": "x",}'), {"json"}),
    fails("a list", served("[]"), {"json"}),
    fails("no name", manifest(name=None), {"name"}),
    fails("an empty name", manifest(name=" ", short_name=""), {"name"}),
    fails("no start", manifest(start_url=None), {"start-url"}),
    fails("a start on another host", manifest(start_url="https://www.shop.example/"), {"start-url"}),
    fails("a start out of its scope", manifest(start_url="/", scope="/shop/"), {"scope"}),
    fails("a mode that does not exist", manifest(display="app"), {"display"}),
    fails("no mode", manifest(display=None), {"display"}),
    fails("no icons", manifest(icons=None), {"icons"}),
    fails("an icon of 143 px", icon("143x143"), {"icons"}),
    fails("an icon of 144 px", icon("144x144"), {"icon-512"}),
    fails("an icon of 511 px", icon("511x511"), {"icon-512"}),
    fails("an icon to be cut round only", icon("512x512", purpose="maskable"), {"icons"}),
    fails("an icon without an address", manifest(icons=[{"sizes": "512x512"}]), {"icons"}),
    fails("icons as a generator leaves them", served('{"name": "", "icons": [{"src": "a.png", "sizes": "96x96"}]}'), {"name", "icons", "display"}),
    reviews("nobody answers", served("", 0), {"fetch"}),
    reviews("it is refused", served("", 403), {"fetch"}),
)  # fmt: skip
