from association import DEVICES
from parcours.facts.model import AppLinks, Element, FrameFacts, MetaTag, PageSnapshot, StoreAnswer
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace

APP = "1234567890"
LINK = f"https://apps.apple.com/app/id{APP}"
FRENCH = f"https://apps.apple.com/fr/app/id{APP}"
PLAY = "https://play.google.com/store/apps/details?id=com.shop.app"


def here(found: bool | None, country: str = "fr", status: int = 200, meant: bool = True) -> StoreAnswer:
    return StoreAnswer("ios", APP, country, status, found, "https://itunes.apple.com/lookup", meant)


def shop(*answers: StoreAnswer, link: str = LINK, tag: str = "", ios: str = "") -> PageSnapshot:
    elements = (Element("#badge", "a", name="App Store", attrs={"href": link}, visible=True),) if link else ()
    metas = (MetaTag("al:ios:app_store_id", tag),) if tag else ()
    frame = FrameFacts(elements=elements, metas=metas, served=metas)
    return PageSnapshot(url="https://shop.example/", frames=(frame,), app=AppLinks(ios=ios, stores=answers))


def asked(*answers: StoreAnswer, **page: str) -> JourneyTrace:
    return JourneyTrace(pages=(shop(*answers, **page),))


def on_android(found: bool | None, status: int) -> JourneyTrace:
    elements = (Element("#badge", "a", name="Google Play", attrs={"href": PLAY}, visible=True),)
    said = StoreAnswer("android", "com.shop.app", "", status, found, PLAY)
    device, app = DEVICES["android"], AppLinks(stores=(said,))
    page = PageSnapshot(device, "https://shop.example/", frames=(FrameFacts(elements=elements),), app=app)
    return JourneyTrace(device=device, pages=(page,))


GUESSED = here(found=False, country="us", meant=False)

EXAMPLES = (
    silent("nobody was asked", JourneyTrace(pages=(PageSnapshot(app=AppLinks(ios=APP)),))),
    silent("the page names no app", asked(link="")),
    silent("the link names none", asked(link="https://apps.apple.com/developer/id1234567890")),
    passes("the store has it", asked(here(found=True))),
    passes("the page's language hints at a country, and a neighbour has the app",
           asked(here(found=False, meant=False), here(found=True, country="be", meant=False))),
    passes("Google Play has it", on_android(found=True, status=200)),
    fails("no country has it", asked(here(found=False), GUESSED), {"gone"}),
    fails("the declared app is gone", asked(here(found=False), link="", ios=APP), {"gone"}),
    fails("the app that a tag names is gone", asked(here(found=False), link="", tag=APP), {"gone"}),
    fails("Google Play does not have it", on_android(found=False, status=404), {"gone"}),
    fails("the link's own country does not have it",
          asked(here(found=False), here(found=True, country="us", meant=False), link=FRENCH), {"country"}),
    fails("named by two pages, told once", JourneyTrace(pages=(shop(here(found=False)), shop(here(found=False)))),
          {"gone"}),
    reviews("the page is for a country that does not have it",
            asked(here(found=False), here(found=True, country="us", meant=False)), {"country"}),
    reviews("nothing says which country the page is for", asked(GUESSED), {"gone"}),
    reviews("the store is overburdened", asked(here(found=None, status=503)), {"unanswered"}),
    reviews("the store wants to be left alone", asked(here(found=None, status=429)), {"unanswered"}),
    reviews("the store refuses us", asked(here(found=None, status=403)), {"unanswered"}),
    reviews("one country has it not, the next does not answer",
            asked(here(found=False), here(found=None, country="us", status=0)), {"unanswered"}),
    reviews("there was no time left to ask", asked(), {"unanswered"}),
    reviews("Google Play does not answer", on_android(found=None, status=0), {"unanswered"}),
)  # fmt: skip
