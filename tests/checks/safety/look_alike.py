from journeys import led
from parcours.testing import Example, fails, passes, silent
from parcours.trace import Start

BRAND = Start(hosts=("*.chaussures.example",))


def to(url: str, start: Start = BRAND) -> object:
    return led(url, start=start)


EXAMPLES: tuple[Example, ...] = (
    silent("a scenario that names no host", led("https://chausures.example/")),
    passes("the brand's own", to("https://www.chaussures.example/")),
    passes("the brand under another ending", to("https://chaussures.fr/")),
    passes("a stranger", to("https://bottines.example/")),
    passes("a host of the brand's before a stranger's", to("https://chaussures.tracker.example.net/")),
    passes("a short name has neighbours", led("https://ford.example.com/", start=Start(hosts=("lord.test",)))),
    passes("three letters apart", to("https://chauffeurs.test/")),
    fails("a letter dropped", to("https://chausures.test/"), {""}),
    fails("two letters swapped", to("https://chuassures.test/"), {""}),
    fails("two letters apart", to("https://chausure.test/"), {""}),
    fails("a digit for a letter", led("https://b0ok.test/", start=Start(hosts=("book.example",))), {""}),
    fails("a letter of another script", to("https://сhaussures.example/"), {""}),
    fails(
        "like the expected page's",
        led("https://bottine5.test/", start=Start(expect_url="https://bottines.example/p")),
        {""},
    ),
    fails("on the way", led("https://chausures.test/", "https://www.chaussures.example/", start=BRAND), {""}),
)
