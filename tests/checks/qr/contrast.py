from parcours.facts.artwork import Artwork, Code
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace, Start


def letter(*ratios: float, drawn: bool = True, **more: int) -> JourneyTrace:
    codes = tuple(Code("https://shop.example/", contrast=ratio, drawn=drawn) for ratio in ratios)
    return JourneyTrace(start=Start("qr", artwork=Artwork("letter.pdf", codes=codes, **more)))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    silent("a code that could not be measured", letter(0)),
    passes("black on white", letter(21)),
    passes("4:1", letter(4)),
    passes("a pale code beside the one that is scanned", letter(21, 1.5, chosen=1)),
    passes("a photograph in poor light", letter(2, drawn=False)),
    fails("just below 4:1", letter(3.99), {"low"}),
    fails("light grey on white", letter(1.4), {"low"}),
    reviews("a photograph in very poor light", letter(1.99, drawn=False), {"photographed"}),
)
