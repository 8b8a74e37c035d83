from parcours.facts.artwork import Artwork, Code, Trial
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start


def letter(*codes: Code, **more: int) -> JourneyTrace:
    return JourneyTrace(start=Start("qr", artwork=Artwork("letter.pdf", codes=codes, **more)))


def tried(*, drawn: bool = True, **read: bool) -> Code:
    return Code("https://shop.example/", drawn=drawn, trials=tuple(Trial(*each) for each in read.items()))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    silent("nobody tried", letter(Code("https://shop.example/", drawn=True))),
    silent("a photograph, which is blurred and tilted already", letter(tried(drawn=False, half=False, blurred=False))),
    passes("read in every attempt", letter(tried(half=True, blurred=True))),
    passes("a fragile code beside the one that is scanned", letter(tried(half=True), tried(half=False), chosen=1)),
    fails("missed when blurred", letter(tried(half=True, blurred=False)), {""}),
    fails("missed in every attempt", letter(tried(half=False, blurred=False)), {""}),
)
