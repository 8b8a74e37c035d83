from parcours.facts.artwork import Artwork, Code, Margin, Sheet
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

PLAIN = Code("https://shop.example/")


def letter(*codes: Code, **more: object) -> JourneyTrace:
    art = Artwork("letter.pdf", "pdf", (Sheet(2480, 3508, 300), Sheet(2480, 3508, 300)), codes, **more)
    return JourneyTrace(start=Start("qr", artwork=art))


def needed(how: str) -> Code:
    return Code("https://shop.example/", how=how, module_px=2.1)


SHORT = Margin(1)


def missed(how: str, *margins: Margin, contrast: float = 0, drawn: bool = True) -> Code:
    return Code("https://shop.example/", how=how, margins=margins, contrast=contrast, drawn=drawn)


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    passes("a code that is read at once", letter(PLAIN)),
    passes("several codes, each read at once", letter(PLAIN, Code("https://other.example/", page=2))),
    passes("what a code holds is another rule's", letter(Code("", error="bytes that are no UTF-8 text"))),
    passes("a hard code beside the one that is scanned", letter(PLAIN, needed("sharpened"), chosen=1)),
    passes("a margin that is missing is told with its width elsewhere", letter(missed("margin", SHORT))),
    passes("pale inks are told with their contrast elsewhere", letter(missed("contrast", contrast=3.9))),
    passes("coloured inks alike", letter(missed("colour", contrast=1.1))),
    fails("nothing at all", letter(), {"none"}),
    fails("a margin was added to one that is wide enough", letter(missed("margin", Margin(5))), {"needed-margin"}),
    fails(
        "a photograph's margin is told nowhere else", letter(missed("margin", SHORT, drawn=False)), {"needed-margin"}
    ),
    fails("contrast was added to enough of it", letter(missed("contrast", contrast=4)), {"needed-contrast"}),
    fails("a code that is too damaged", letter(damaged=1), {"damaged"}),
    fails("a damaged code beside a Data Matrix", letter(damaged=1, others=("Data Matrix",)), {"damaged"}),
    fails("a Data Matrix only", letter(others=("Data Matrix",)), {"other-format"}),
    fails("an Aztec code only", letter(others=("Aztec",)), {"other-format"}),
    fails("a blurred code", letter(needed("sharpened")), {"needed-sharpened"}),
    fails("a creased letter", letter(needed("straightened")), {"needed-straightened"}),
    fails("uneven light", letter(needed("threshold")), {"needed-threshold"}),
    fails("a code without its margin", letter(needed("margin")), {"needed-margin"}),
    fails("a tiny picture", letter(needed("larger")), {"needed-larger"}),
    fails("a rung that this rule has no words for", letter(needed("wetted")), {"needed-wetted"}),
    fails("each of two hard codes", letter(needed("turned"), needed("colour")), {"needed-turned", "needed-colour"}),
    fails("the hard one is the one that is scanned", letter(PLAIN, needed("contrast"), chosen=2), {"needed-contrast"}),
)
