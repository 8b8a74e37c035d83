from parcours.facts.artwork import Artwork, Code, Sheet
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

A4 = Sheet(2480, 3508, 300)
PHOTO = Sheet(3000, 4000)


def letter(sheet: Sheet, version: int, module_px: float = 10, **more: float) -> JourneyTrace:
    code = Code("https://shop.example/", version=version, module_px=module_px)
    return JourneyTrace(start=Start("qr", artwork=Artwork("letter.pdf", "pdf", (sheet,), (code,), **more)))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    silent("a photograph has no scale", letter(PHOTO, 3)),
    silent("a code whose version is not known", letter(A4, 0)),
    passes("a photograph with its width declared", letter(PHOTO, 3, width_mm=25)),
    passes("24 mm in a PDF", letter(A4, 3)),
    passes("19.6 mm in a PDF is 20 mm as good as", letter(A4, 3, 8)),
    passes("25 mm scanned from 25 cm", letter(PHOTO, 3, width_mm=25, distance_mm=250)),
    passes("a poster", letter(PHOTO, 3, width_mm=300, distance_mm=3000)),
    passes("the declared width goes before the PDF's", letter(A4, 3, 2, width_mm=25)),
    fails("15 mm in a PDF", letter(A4, 3, 6), {"width"}),
    fails("12 mm declared", letter(PHOTO, 3, width_mm=12), {"width"}),
    fails("a long address in 20 mm", letter(PHOTO, 10, width_mm=20), {"module"}),
    fails("a long address in 15 mm", letter(PHOTO, 10, width_mm=15), {"module", "width"}),
    fails("25 mm scanned from 30 cm", letter(PHOTO, 3, width_mm=25, distance_mm=300), {"distance"}),
    fails("25 mm on a wall", letter(PHOTO, 3, width_mm=25, distance_mm=2000), {"distance"}),
)
