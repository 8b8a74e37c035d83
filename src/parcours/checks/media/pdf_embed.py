"""Documents open by themselves, not in a window of the page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.plugins import path_of

PDF = "application/pdf"
SMALL = 40  # CSS pixels
HOLDERS = ("iframe", "object", "embed")


def _embedded(page: PageSnapshot) -> Iterator[Element]:
    """Every PDF in a box of the page; an embed within an object is the object's substitute, not a second one."""
    files = {request.url for request in page.requests if request.mime == PDF}
    for frame in page.frames:
        if frame.hidden:
            continue
        for element in frame.elements:
            if element.tag in HOLDERS and _is_pdf(element, frame, files) and _is_outermost(element, frame):
                yield element


def _is_pdf(element: Element, frame: FrameFacts, files: set[str]) -> bool:
    url = (element.attr("data") if element.tag == "object" else element.attr("src")).strip()
    if not url:
        return False
    try:
        whole = urljoin(frame.url, url).partition("#")[0]
    except ValueError:
        return False
    said = element.attr("type").lower().startswith(PDF) or path_of(url).lower().endswith(".pdf") or whole in files
    # An object that shows its substitute is not drawn itself; one that nothing stands in for takes its room.
    hidden = not element.visible and not any(part.visible for part in frame.below(element))
    return said and not hidden and max(element.box.width, element.box.height, _asked(element)) >= SMALL


def _asked(element: Element) -> float:
    """The width that its markup asks for; percentages count as large."""
    width = element.attr("width").strip()
    return 1000.0 if width.endswith("%") else float(width) if width.isdecimal() else 0.0


def _is_outermost(element: Element, frame: FrameFacts) -> bool:
    return all(above.tag != "object" for above in frame.ancestors(element))


@page_check(
    "media/pdf-embed",
    title="No PDF is shown in a window of the page",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_embedded(page)),
    advice=Advice(
        do="Write the content as a page, or link to the PDF and say how large it is.",
        snippet='<a href="/fees.pdf">Our fees (PDF, 120 kB)</a>',
        links=("https://www.nngroup.com/articles/pdf-unfit-for-human-consumption/",),
    ),
    passes='<meta name="viewport" content="width=device-width"><a href="fees.pdf">Our fees (PDF, 120 kB)</a>',
    fails='<meta name="viewport" content="width=device-width">'
    '<iframe src="fees.pdf" width="300" height="400"></iframe>',
    certainty=Certainty.MEDIUM,
)
def pdf_embed(element: Element, page: PageSnapshot) -> Iterator[Problem]:
    """Embedded PDFs are made for desks: an iPhone shows the first page only, an Android often nothing."""
    frame = page.frame_of[id(element)]
    linked = any(part.tag == "a" and part.visible and part.attr("href") for part in frame.below(element))
    file = path_of(element.attr("data") or element.attr("src")).rpartition("/")[2]
    if linked:
        said = f"A PDF ({file[:60]}) is embedded; phones that cannot show it offer the link inside"
        yield Problem(said, "linked", Severity.NOTE)
    elif page.device.platform == "ios":
        yield Problem(
            f"An iPhone shows the first page of the embedded PDF ({file[:60]}) and no more", "embedded", Severity.MINOR
        )
    else:
        yield Problem(f"Chrome on Android does not show the embedded PDF ({file[:60]})", "embedded")
