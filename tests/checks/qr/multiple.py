from parcours.facts.artwork import Artwork, Code, Point, Sheet
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

A, B = "https://a.example/", "https://b.example/"
A4 = Sheet(2480, 3508, 300)
PHOTO = Sheet(2480, 3508)
MM = 300 / 25.4  # pixels
MODULE = 9.0
SIDE = 29 * MODULE


def at(text: str, x: float, y: float = 0, **more: object) -> Code:
    """A code of version 3 whose top left corner is so many millimetres from the page's."""
    left, top = x * MM, y * MM
    corners = tuple(Point(left + dx * SIDE, top + dy * SIDE) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1)))
    return Code(text, corners=corners, version=3, module_px=MODULE, **more)


WIDTH = SIDE / MM


def sheet(*codes: Code, page: Sheet = A4, **more: float) -> JourneyTrace:
    return JourneyTrace(start=Start("qr", artwork=Artwork("flyer.pdf", "pdf", (page, page), codes, **more)))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url=A))),
    silent("nothing was read", sheet()),
    silent("the parts of a divided message are another rule's", sheet(at(A, 0, parts=2), at(B, 30, parts=2))),
    passes("one code", sheet(at(A, 0))),
    passes("one code a page", sheet(at(A, 0), at(B, 0, page=2))),
    passes("the same code twice, far apart", sheet(at(A, 0), at(A, 0, 200))),
    passes("the same code twice, just far enough", sheet(at(A, 0), at(A, WIDTH + 30.1))),
    passes("the same code twice in a photograph", sheet(at(A, 0), at(A, 30), page=PHOTO)),
    fails("the same code twice, side by side", sheet(at(A, 0), at(A, WIDTH + 29.9)), {"twice"}),
    fails("two stores side by side", sheet(at(A, 0), at(B, WIDTH + 20)), {"near"}),
    fails("one above the other", sheet(at(A, 0), at(B, 0, WIDTH + 29.9)), {"near"}),
    fails("across a corner", sheet(at(A, 0), at(B, WIDTH + 20, WIDTH + 22)), {"near"}),
    fails("across a corner, further", sheet(at(A, 0), at(B, WIDTH + 22, WIDTH + 22)), {"different"}),
    fails("two offers on one page", sheet(at(A, 0), at(B, 0, 200)), {"different"}),
    fails("it does not matter which of them is scanned", sheet(at(A, 0), at(B, 0, 200), chosen=1), {"different"}),
    fails("two that differ, beside a third", sheet(at(A, 0), at(A, WIDTH + 5), at(B, 0, 200)), {"different"}),
    fails("in a photograph nobody knows how far", sheet(at(A, 0), at(B, WIDTH + 5), page=PHOTO), {"different"}),
    fails("unless the width is declared", sheet(at(A, 0), at(B, WIDTH + 5), page=PHOTO, width_mm=25), {"near"}),
    fails("one that phones read differently", sheet(at(A, 0), at("", 0, 200, error="no text")), {"different"}),
)
