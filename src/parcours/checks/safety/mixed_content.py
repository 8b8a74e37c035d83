"""An encrypted page loads nothing unencrypted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot
from parcours.facts.urls import classify
from parcours.facts.way import in_the_clear

# https://www.w3.org/TR/mixed-content/: the first are refused, the others asked for over https instead.
# Frames are media/iframe-blocked's.
REFUSED = {"script": "script", "link": "style sheet", "object": "object", "embed": "object"}
RAISED = {"img": "image", "source": "video or sound", "video": "video or sound", "audio": "video or sound"}
SOURCES = {"link": "href", "object": "data"}


@dataclass(frozen=True)
class Loaded:
    """What an encrypted page loads without encryption, one kind of it. It stands where the first one does."""

    kind: str
    refused: bool
    urls: tuple[str, ...]
    address: str
    box: Box


def _loaded(page: PageSnapshot) -> Iterator[Loaded]:
    for frame in page.frames:
        if classify(frame.url).scheme != "https":
            continue
        found: dict[str, list[tuple[Element, str]]] = {}
        for element in frame.elements:
            if url := _source(element, frame):
                found.setdefault(element.tag, []).append((element, url))
        for tag, loads in found.items():
            plain = [(element, url) for element, url in loads if in_the_clear(url, frame.url)]
            first = (plain or loads)[0][0]
            urls = tuple(dict.fromkeys(url for _, url in plain))
            kind = REFUSED.get(tag) or RAISED[tag]
            yield Loaded(kind, tag in REFUSED, urls, first.address, page.on_page(first))


def _source(element: Element, frame: FrameFacts) -> str:
    """The address that an element loads, as written; "" when it loads nothing from the web."""
    if element.tag not in REFUSED and element.tag not in RAISED:
        return ""
    if element.tag == "link" and "stylesheet" not in element.attr("rel").lower().split():
        return ""
    said = element.attr(SOURCES.get(element.tag, "src")).strip()
    return said if said and classify(said, frame.url).is_web else ""


@page_check(
    "safety/mixed-content",
    title="An encrypted page loads nothing unencrypted",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=_loaded,
    advice=Advice(
        do="Write https: in the addresses of everything that the page loads.",
        snippet="Content-Security-Policy: upgrade-insecure-requests",
        links=("https://developer.mozilla.org/docs/Web/Security/Mixed_content",),
    ),
    passes='<img src="/boots.jpg" alt="Boots"><script src="https://cdn.example/a.js"></script>',
    fails='<script src="http://cdn.example/a.js"></script>',
)
def mixed_content(loaded: Loaded, page: PageSnapshot) -> Iterator[Problem]:
    """Phones refuse such scripts and styles, and what they were for is missing, without a word to anybody."""
    if not loaded.urls or "upgrade-insecure-requests" in _policy(page):
        return
    aspect = loaded.kind.replace(" ", "-")
    what = f"{loaded.kind.capitalize()}{'' if len(loaded.urls) == 1 else f' ({len(loaded.urls)} of them)'}"
    evidence = "\n".join(loaded.urls[:10])
    if loaded.refused:
        message = f"{what} asked for without encryption, which phones refuse to load: {loaded.urls[0]}"
        yield Problem(message, aspect, evidence=evidence)
    else:
        message = f"{what} asked for without encryption, shown only where the host has https as well: {loaded.urls[0]}"
        yield Problem(message, aspect, Severity.MINOR, evidence=evidence)


def _policy(page: PageSnapshot) -> str:
    """The policy of the answer, and those of the meta tags."""
    metas = (meta.content for meta in page.metas("content-security-policy"))
    return " ".join((page.headers.get("content-security-policy", ""), *metas)).lower()
