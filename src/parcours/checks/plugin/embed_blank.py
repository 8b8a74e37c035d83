"""Embedded content shows something."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from parcours.checks import Advice, CannotTell, Owner, Problem, Severity, page_check
from parcours.facts import plugins
from parcours.facts.model import FrameFacts, PageSnapshot, Request
from parcours.facts.plugins import Content

LEAST_SIDE = 40  # CSS pixels
DRAWN = ("image/", "text/", "video/", "audio/", "application/xhtml", "application/xml", "application/json")
PDF = "application/pdf"  # another rule's


def subjects(page: PageSnapshot) -> Iterator[FrameFacts | Content]:
    """The page itself, then every object and embed of some size that no plug-in's rule speaks of."""
    yield from page.frames[:1]
    for content in plugins.strangers(page):
        big = min(content.box.width, content.box.height) >= LEAST_SIDE
        if big and not content.hidden and not _is_pdf(content):
            yield content


def _is_pdf(content: Content) -> bool:
    path = plugins.path_of(content.url).lower()
    return content.element.attr("type").lower().startswith(PDF) or path.endswith(".pdf")


@page_check(
    "plugin/embed-blank",
    title="Embedded content shows something on a phone",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Embed the content with the element made for it (img, video, iframe), or put a link inside the object.",
        links=("https://html.spec.whatwg.org/multipage/iframe-embed-object.html",),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width">'
        '<object data="missing.xyz" type="application/x-model"><a href="/photos">See the photographs</a></object>'
    ),
    fails=(
        '<meta name="viewport" content="width=device-width">'
        '<embed src="model.xyz" type="application/x-model" width="300" height="250">'
    ),
)
def embed_blank(subject: FrameFacts | Content, page: PageSnapshot) -> Iterator[Problem]:
    """An embed whose format the phone does not know stays an empty box, and nothing tells the visitor why."""
    if isinstance(subject, FrameFacts) or any(_shows(part) for part in subject.parts if part is not subject.element):
        return
    frame = page.frame_of.get(id(subject.element), page.main)
    inner = _inner(subject, frame, page)
    size = f"{subject.box.width:.0f} x {subject.box.height:.0f} px"
    evidence = " ".join(filter(None, (subject.element.tag, subject.element.attr("type"), subject.url[:160])))
    if inner and not inner.url.startswith("chrome-error:"):
        return
    answer = _answer(subject, frame, page)
    if inner or (answer and (answer.failed or answer.status >= 400)):
        yield Problem(f"Embedded content could not be loaded: an empty box of {size}", "broken", evidence=evidence)
        return
    kind = answer.mime if answer and answer.mime else subject.element.attr("type").lower()
    if kind.startswith(DRAWN) or subject.url.startswith("data:image/"):
        return
    if answer:
        yield CannotTell(
            f"Embedded content of the type {kind or 'unknown'} may show as an empty box of {size}",
            "type",
            evidence=evidence,
        )
        return
    yield Problem(f"Embedded content shows as an empty box of {size}", "blank", evidence=evidence)


def _shows(part: object) -> bool:
    return bool(getattr(part, "visible", False)) and getattr(part, "tag", "") not in ("object", "embed", "param")


def _inner(content: Content, frame: FrameFacts, page: PageSnapshot) -> FrameFacts | None:
    """The frame that the content made, as embedded HTML does."""
    return next(
        (inner for inner in page.frames[1:] if inner.address == content.address and page.frames[inner.parent] is frame),
        None,
    )


def _answer(content: Content, frame: FrameFacts, page: PageSnapshot) -> Request | None:
    """What the network said when the browser asked for the content; None when it never asked."""
    try:
        url = urljoin(frame.url, content.url.strip()) if content.url.strip() else ""
    except ValueError:
        return None
    return next((request for request in page.requests if url and request.url == url), None)
