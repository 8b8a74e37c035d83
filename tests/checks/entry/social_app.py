from messages import texted
from parcours.facts.message import Message, MessageLink
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import Example, fails, passes, reviews, silent
from parcours.trace import Start

POST = Message("social", links=(MessageLink("x", "https://shop.example/"),), chosen=1, app="instagram")
MORE = {"start": Start("social", message=POST), "app": AppLinks(ios="1234567890", android="com.example.shop")}
BANNER = '<meta name="apple-itunes-app" content="app-id=1234567890"><p>Boots</p>'
STORE = '<a href="https://apps.apple.com/app/id1234567890">Our app</a>'
WINDOW = STORE.replace("<a ", '<a target="_blank" ')
PLAY = '<a href="https://play.google.com/store/apps/details?id=com.example.shop">Our app</a>'


EXAMPLES: tuple[Example, ...] = (
    silent("a text message", texted("https://shop.example/")),
    silent("a plain link", BANNER, app=MORE["app"]),
    silent("there is no app", "<p>Boots</p>", start=MORE["start"]),
    silent("the page is an error", BANNER, status=404, **MORE),
    passes("a link to the store", BANNER + STORE, **MORE),
    passes("a link to the other store", PLAY, device="android", **MORE),
    passes("a tracker that chooses the store", '<a href="https://shop.onelink.me/x">App</a>', **MORE),
    passes("nothing at all is another rule's", "<p>Boots</p>", **MORE),
    passes("a link beside one that asks for a window", WINDOW + STORE, **MORE),
    passes("Apple's banner is nothing to Android", BANNER, device="android", **MORE),
    fails("Apple's banner alone", BANNER, {"banner"}, **MORE),
    fails("a banner and a link that nobody sees", BANNER + STORE.replace("<a ", "<a hidden "), {"banner"}, **MORE),
    fails(
        "the browser's own offer alone",
        "<p>Boots</p>",
        {"prompt"},
        device="android",
        start=MORE["start"],
        app=AppLinks(
            android="com.example.shop",
            manifest=WellKnown(
                "https://shop.example/m",
                200,
                "application/json",
                '{"prefer_related_applications": true, "related_applications": [{"platform": "play", "id": "com.example.shop"}]}',
            ),
        ),
    ),
    reviews("links that ask for a window of their own", WINDOW, {"window"}, **MORE),
)
