from parcours.facts.artwork import Artwork, Code
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start


def code(level: str, spare: float, *, drawn: bool = True) -> Code:
    return Code("https://shop.example/", version=3, ecc=level, spare=spare, drawn=drawn)


def letter(*codes: Code, **more: int) -> JourneyTrace:
    return JourneyTrace(start=Start("qr", artwork=Artwork("letter.pdf", codes=codes, **more)))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    silent("nobody knows what was mended", letter(code("L", -1))),
    silent("a photograph, where a reflection costs as much as a logo", letter(code("L", 0.1, drawn=False))),
    passes("the lowest level with nothing over it", letter(code("L", 1))),
    passes("a logo with the highest level", letter(code("H", 0.5))),
    passes("a third is left", letter(code("M", 0.3))),
    passes("a spent code beside the one that is scanned", letter(code("Q", 1), code("L", 0.1), chosen=1)),
    fails("a logo with the lowest level", letter(code("L", 0.73)), {"weakest-level"}),
    fails("the smallest damage with the lowest level", letter(code("L", 0.94)), {"weakest-level"}),
    fails("a large logo with the lowest level", letter(code("L", 0.1)), {"weakest-level"}),
    fails("a logo that is too large for its level", letter(code("H", 0.29)), {"spent"}),
)
