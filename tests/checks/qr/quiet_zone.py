from parcours.facts.artwork import Artwork, Code, Margin, Sheet
from parcours.testing import fails, passes, reviews, silent
from parcours.trace import JourneyTrace, Start

FREE = Margin(5)


def around(top: Margin, right: Margin = FREE, bottom: Margin = FREE, left: Margin = FREE, **more: object) -> Code:
    known = {"drawn": True, "version": 3, "module_px": 9} | more
    return Code("https://shop.example/", margins=(top, right, bottom, left), **known)


def letter(*codes: Code, **more: int) -> JourneyTrace:
    art = Artwork("letter.pdf", "pdf", (Sheet(2480, 3508, 300),), codes, **more)
    return JourneyTrace(start=Start("qr", artwork=art))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    silent("a code whose margins could not be measured", letter(Code("https://shop.example/"))),
    passes("a wide margin", letter(around(FREE))),
    passes("four modules", letter(around(*[Margin(4)] * 4))),
    passes("half a module less, which measuring costs", letter(around(Margin(3.5)))),
    passes("four modules up to the picture's edge", letter(around(*[Margin(4, cut=True)] * 4))),
    passes("a narrow one beside the code that is scanned", letter(around(FREE), around(Margin(1)), chosen=1)),
    passes("three modules in a photograph", letter(around(Margin(3), drawn=False))),
    passes("two modules in a photograph", letter(around(Margin(2), drawn=False))),
    passes("a shadow over a photograph's whole margin", letter(around(Margin(0), drawn=False))),
    passes("a photograph that is cut off at the code", letter(around(Margin(1, cut=True), drawn=False))),
    fails("a quarter of a module less than measuring costs", letter(around(Margin(3.25))), {"short"}),
    fails("text one module below", letter(around(FREE, bottom=Margin(1))), {"short"}),
    fails("on a dark ground", letter(around(*[Margin(0)] * 4)), {"short"}),
    fails("a margin had to be added before it was read", letter(around(Margin(0), how="margin")), {"short"}),
    fails("text on one side, the page's end on another", letter(around(Margin(1), Margin(0, cut=True))), {"short"}),
    reviews("a picture of nothing but the code", letter(around(*[Margin(0, cut=True)] * 4)), {"cut"}),
    reviews("a code two modules from the page's edge", letter(around(Margin(2, cut=True))), {"cut"}),
    reviews("one module and a half in a photograph", letter(around(Margin(1.75), drawn=False)), {"photographed"}),
)
