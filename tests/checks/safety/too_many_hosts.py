from journeys import led
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

EXAMPLES = (
    silent("a journey without a page", JourneyTrace()),
    passes("one", led("https://shop.example/")),
    passes(
        "one owner's many hosts", led("https://go.shop.example/", "https://m.shop.example/", "https://shop.example/")
    ),
    passes("a tracker between", led("https://go.test/x", "https://shop.example/")),
    passes("one owner in Britain", led("https://a.shop.co.uk/", "https://b.shop.co.uk/", "https://go.test/")),
    fails("three", led("https://sho.rt/x", "https://clicks.test/", "https://shop.example/"), {""}),
    fails("three in Britain", led("https://a.co.uk/", "https://b.co.uk/", "https://c.co.uk/"), {""}),
    fails(
        "three, by script", led("https://sho.rt/x", "https://clicks.test/", "https://shop.example/", how="script"), {""}
    ),
    fails(
        "three tenants of one house", led("https://a.github.io/", "https://b.github.io/", "https://c.github.io/"), {""}
    ),
)
