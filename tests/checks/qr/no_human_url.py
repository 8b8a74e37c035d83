from parcours.facts.artwork import Artwork, Code
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start

LETTER = "Dear Ms Fontaine, the new boots have arrived."


def letter(beside: str, text: str = LETTER, *, code: str = "https://shop.example/s?src=letter", kind: str = "pdf"):
    art = Artwork("letter.pdf", kind, codes=(Code(code, beside=beside),), text=text and f"{text}\n{beside}")
    return JourneyTrace(start=Start("qr", artwork=art))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="https://shop.example/"))),
    silent("the text of a picture cannot be searched", letter("", kind="image")),
    silent("a PDF whose letters are drawings", letter("", text="")),
    silent("a code for a telephone number", letter("", code="tel:+33123456789")),
    passes("the address below the code", letter("shop.example/spring")),
    passes("the host alone, in capitals", letter("Or visit SHOP.EXAMPLE.")),
    passes("another host of the same site", letter("www.shop.example", code="https://go.shop.example/x")),
    passes("a letter with an accent", letter("café.example", code="https://xn--caf-dma.example/")),
    passes("a short address on another host", letter("bottines.fr/printemps")),
    passes("another host alone", letter("bottines.fr")),
    passes("with www", letter("www.bottines")),
    passes("a rehearsal's address", letter("bottines.localhost/spring", code="http://bottines.localhost/s")),
    fails("nothing but a call to scan", letter("Scan me!"), {"none"}),
    fails("an e-mail address is none", letter("Write to hello@shop.example"), {"none"}),
    fails("nor are abbreviations", letter("Bottines S.A.R.L. au cap. de 10.000 euros, p.ex. ici"), {"none"}),
    fails("an address in the letter's foot", letter("Scan me!", f"{LETTER} www.shop.example"), {"far"}),
)
