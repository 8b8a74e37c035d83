"""What the page shows from elsewhere does show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.advertising import ADVERTISES
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot, Request
from parcours.facts.urls import is_trustworthy_http, place_of

KEPT = 500  # characters of an attribute
LEAST = (100, 50)  # CSS pixels: smaller frames count visits
REFUSED = "ERR_BLOCKED_BY_RESPONSE"
POLICY = "ERR_BLOCKED_BY_CSP"


class Held(NamedTuple):
    """A visible frame, the answer to its address (None when it was never asked), and what stands in it now."""

    address: str
    box: Box
    url: str
    answer: Request | None
    inner: FrameFacts | None


def _held(page: PageSnapshot) -> Iterator[Held]:
    for at, frame in enumerate(page.frames):
        for element in () if frame.hidden else frame.elements:
            url = _address(element, frame) if element.tag == "iframe" else ""
            if url and element.visible and _is_large(element):
                inner = next((f for f in page.frames[1:] if f.parent == at and f.address == element.address), None)
                asked = [request for request in page.requests if request.kind == "document" and _is(request.url, url)]
                yield Held(element.address, page.on_page(element), url, asked[-1] if asked else None, inner)


def _address(element: Element, frame: FrameFacts) -> str:
    try:
        url = urljoin(frame.url, element.attr("src").strip()) if element.attr("src").strip() else ""
    except ValueError:
        return ""
    return url.partition("#")[0] if place_of(url).host else ""


def _is(asked: str, url: str) -> bool:
    """Whether that address was asked for. Attributes are kept to 500 characters, and joining drops an empty query."""
    return asked.partition("#")[0].rstrip("?") == url.rstrip("?") or (len(url) >= KEPT and asked.startswith(url))


def _is_large(element: Element) -> bool:
    return element.shown.width >= LEAST[0] and element.shown.height >= LEAST[1]


@page_check(
    "media/iframe-blocked",
    title="What the page shows in frames is not refused",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_held(page)),
    advice=Advice(
        do="Use the embed address that the other site offers for this, over https, or link to it instead.",
        snippet='<iframe src="https://www.youtube-nocookie.com/embed/…" title="Our film"></iframe>',
        links=(
            "https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Frame-Options",
            "https://developer.mozilla.org/docs/Web/Security/Mixed_content",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><p>hello</p>',
    fails='<meta name="viewport" content="width=device-width">'
    '<iframe src="http://maps.example/" title="map" width="300" height="200"></iframe>',
)
def iframe_blocked(held: Held, page: PageSnapshot) -> Iterator[Problem]:
    """Where a film or a map should be, the customer sees a grey box with a broken face, under your name."""
    host = place_of(held.url).host
    severity = Severity.MINOR if ADVERTISES.search(host) else None
    blank = held.inner is not None and held.inner.url.startswith(("chrome-error:", "about:blank"))
    size = f"an empty box of {held.box.width:.0f} by {held.box.height:.0f} px"
    answer = held.answer
    if answer and REFUSED in answer.failed:
        yield Problem(f"{host} refuses to be shown in a frame: {size}", "refused", severity, evidence=held.url)
    elif answer and 300 <= answer.status < 400 and blank and _refused(page):
        yield Problem(
            f"{host} leads on to a site that refuses to be shown in a frame: {size}",
            "refused",
            severity,
            evidence=held.url,
        )
    elif answer and answer.status >= 400:
        yield Problem(
            f"{host} answers with an error ({answer.status}) in a frame", "missing", severity, evidence=held.url
        )
    elif answer and POLICY in answer.failed:
        yield Problem(f"The page's own security policy keeps {host} out: {size}", "policy", severity, evidence=held.url)
    elif answer is None and blank and _is_mixed(held.url, page.url):
        yield Problem(
            f"{host} is asked for over http, which a page over https may not show: {size}",
            "mixed",
            severity,
            evidence=held.url,
        )
    elif answer is None and held.inner is not None and held.inner.url.startswith("chrome-error:") and _rules(page):
        yield Problem(f"The page's own security policy keeps {host} out: {size}", "policy", severity, evidence=held.url)


def _rules(page: PageSnapshot) -> bool:
    """Whether the page has a policy of its own: without one it keeps nobody out."""
    return "content-security-policy" in page.headers or any(True for _ in page.metas("content-security-policy"))


def _refused(page: PageSnapshot) -> bool:
    return any(REFUSED in request.failed for request in page.requests)


def _is_mixed(url: str, page: str) -> bool:
    return page.startswith("https:") and url.startswith("http:") and not is_trustworthy_http(url)
