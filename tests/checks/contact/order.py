from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace

TEL, HELP, WRITE, CHAT = "tel:+33123456789", "/aide", "/contact", "https://wa.me/33612345678"
NAMES = {TEL: "Appeler", HELP: "Aide", WRITE: "Contact", CHAT: "WhatsApp"}


def page(url: str, *hrefs: str, within: str = "footer", status: int = 200) -> PageSnapshot:
    """A page with these links in its footer; one that begins with "main " stands in the page's content."""
    tree = [
        Element("html", "html"),
        Element("main", "main", parent=0, role="main"),
        Element(within, within, parent=0, role=""),
    ]
    for href in hrefs:
        inside, _, target = href.rpartition(" ")
        holder = 1 if inside else 2
        box = Box(0, len(tree), 90, 40)
        named = {"name": NAMES[target], "role": "link", "attrs": {"href": target}}
        tree.append(Element(f"link {len(tree)}", "a", parent=holder, box=box, shown=box, visible=True, **named))
    return PageSnapshot(
        url=url, status=status, frames=(FrameFacts(url=url, elements=tuple(tree)),), facets=frozenset({"frames"})
    )


def journey(*pages: PageSnapshot) -> JourneyTrace:
    return JourneyTrace(pages=pages, facets=frozenset({"frames"}))


A, B, C = "https://shop.example/", "https://shop.example/b", "https://m.shop.example/c"

EXAMPLES = (
    silent("one page", journey(page(A, TEL, WRITE))),
    silent("one page, met twice", journey(page(A, TEL, WRITE), page(f"{A}#top", WRITE, TEL))),
    silent("two sites", journey(page(A, TEL, WRITE), page("https://bank.example/", WRITE, TEL))),
    silent("an error page", journey(page(A, TEL, WRITE), page(B, WRITE, TEL, status=404))),
    passes("the same order", journey(page(A, TEL, WRITE, HELP), page(B, TEL, WRITE, HELP))),
    passes("one of them is missing", journey(page(A, TEL, WRITE, HELP), page(B, TEL, HELP))),
    passes("another one comes between", journey(page(A, TEL, HELP), page(B, TEL, CHAT, HELP))),
    passes("one page has no help", journey(page(A, TEL, HELP), page(B))),
    passes("a page's own content is its own affair", journey(page(A, WRITE, TEL), page(B, f"main {TEL}", WRITE))),
    passes("a second place changes nothing", journey(page(A, WRITE, TEL), page(B, TEL, WRITE, TEL))),
    fails("the other way round", journey(page(A, TEL, WRITE), page(B, WRITE, TEL)), {""}),
    fails("on the third page", journey(page(A, TEL, WRITE), page(B, TEL, WRITE), page(C, WRITE, TEL)), {""}),
    fails("in the header", journey(page(A, HELP, CHAT, within="header"), page(B, CHAT, HELP, within="header")), {""}),
    fails("all turned round is one finding", journey(page(A, TEL, WRITE, HELP), page(B, HELP, WRITE, TEL)), {""}),
)  # fmt: skip
