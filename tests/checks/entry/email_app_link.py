from association import APPLE, FACETS, aasa, file
from messages import begun, mailed, texted
from parcours.facts.message import Message, MessageLink
from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

CLICKS, OFFER = "https://clicks.example/x", "https://shop.example/offer"
NONE = file(APPLE, "", host="clicks.example", status=404)
OURS = aasa({"/": "/offer"})


def sent(
    own: WellKnown | None, entry: WellKnown | None, *, url: str = CLICKS, landing: str = OFFER, phone: str = "iphone"
) -> JourneyTrace:
    app = AppLinks(aasa=own, entry_aasa=entry)
    return mailed(f'<a href="{url}">Boots</a>', *dict.fromkeys((url, landing)), app=app, phone=phone)


EXAMPLES = (
    silent("a plain link", JourneyTrace(start=Start(url=CLICKS), facets=FACETS)),
    silent("the page was never reached", mailed(f'<a href="{CLICKS}">Boots</a>')),
    silent("no app opens the page", sent(file(APPLE, "", status=404), NONE)),
    silent("the app leaves the page alone", sent(aasa({"/": "/buy"}), NONE)),
    silent("the link leads straight to the page", sent(OURS, None, url=OFFER)),
    silent("the other host's file was not asked for", sent(OURS, None)),
    silent("a text message is another rule's", begun(
        Message("sms", links=(MessageLink("x", CLICKS),), chosen=1), CLICKS, OFFER,
        app=AppLinks(aasa=OURS, entry_aasa=NONE))),
    silent("a text message without a page", texted(CLICKS)),
    silent("Android phones look again after a redirect", sent(OURS, NONE, phone="android")),
    passes("both hosts name the app", sent(OURS, aasa({"/": "/*"}, host="clicks.example"))),
    fails("the host that counts the clicks names no app", sent(OURS, NONE), {"no-association"}),
    fails("it did not answer", sent(OURS, file(APPLE, "", host="clicks.example", status=0)), {"no-association"}),
    fails(
        "a mail service's own host",
        sent(OURS, file(APPLE, "", host="u1.ct.sendgrid.net", status=404), url="https://u1.ct.sendgrid.net/ls/click?upn=1"),
        {"no-association"},
    ),
)  # fmt: skip
