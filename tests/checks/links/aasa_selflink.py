from association import aasa, journey, page
from parcours.facts.model import AppLinks
from parcours.testing import fails, silent
from parcours.trace import JourneyTrace

ALL = aasa({"/": "/*"})


def links(*links: tuple[str, str], aasa: object = ALL, status: int = 200) -> JourneyTrace:
    return journey(page("https://shop.example/offer", AppLinks(aasa=aasa), links=links, status=status))


EXAMPLES = (
    silent("no app", links(("/offer", "Open in the app"), aasa=None)),
    silent("ordinary links of the site", links(("/offer", "Our offer"), ("/app", "The app economy is growing"))),
    silent("another host opens the app", links(("https://open.shop.example/offer", "Open in the app"))),
    silent("the store", links(("https://apps.apple.com/app/id1234567890", "Open the app"))),
    silent("an address that the app does not take", links(("/app", "Open in the app"), aasa=aasa({"/": "/offer"}))),
    silent("an error page", links(("/offer", "Open in the app"), status=404)),
    fails("the page's own host", links(("https://shop.example/offer", "Open in the app")), {""}),
    fails("a path, in French", links(("/offer/12", "Ouvrir dans l’appli")), {""}),
    fails("a path, in German", links(("/offer/12", "In der App öffnen")), {""}),
)
