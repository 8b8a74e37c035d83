from parcours.facts.artwork import Artwork, Code
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start


def letter(*codes: Code, **more: int) -> JourneyTrace:
    return JourneyTrace(start=Start("qr", artwork=Artwork("letter.pdf", codes=codes, **more)))


GOOD = Code("https://shop.example/")
WHITE = Code("https://shop.example/", inverted=True)

EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    silent("nothing was read", letter()),
    passes("a black code on white", letter(GOOD)),
    passes("a light code beside the one that is scanned", letter(GOOD, WHITE, chosen=1)),
    fails("a light code on a dark ground", letter(WHITE), {"inverted"}),
    fails(
        "a code seen through the window from behind", letter(Code("https://a.example/", mirrored=True)), {"mirrored"}
    ),
    fails("both", letter(Code("https://a.example/", inverted=True, mirrored=True)), {"inverted", "mirrored"}),
)
