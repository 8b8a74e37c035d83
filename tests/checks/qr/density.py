from parcours.facts.artwork import Artwork, Code
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start


def letter(*codes: Code, **more: int) -> JourneyTrace:
    return JourneyTrace(start=Start("qr", artwork=Artwork("letter.pdf", codes=codes, **more)))


def of(version: int, **more: object) -> Code:
    return Code("https://shop.example/spring", version=version, **more)


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    silent("a code whose version is not known", letter(of(0))),
    silent("one part of a divided message is another rule's", letter(of(12, part=1, parts=3))),
    passes("the smallest", letter(of(1))),
    passes("41 x 41", letter(of(6))),
    passes("a dense code beside the one that is scanned", letter(of(4), of(20), chosen=1)),
    fails("45 x 45", letter(of(7)), {""}),
    fails("strong error correction for a short address", letter(of(8, ecc="H")), {""}),
    fails("the largest", letter(of(40)), {""}),
)
