"""Nothing on the page needs Flash."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.checks.plugin import _grading
from parcours.facts.model import PageSnapshot


@page_check(
    "plugin/flash",
    title="The page works without Flash",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_grading.subjects(page, "flash")),
    advice=Advice(
        do="Replace the Flash content with HTML: a video element, a picture, or text with links.",
        snippet='<video controls playsinline poster="film.jpg"><source src="film.mp4" type="video/mp4"></video>',
        links=(
            "https://www.adobe.com/products/flashplayer/end-of-life-alternative.html",
            "https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/video",
        ),
    ),
    passes=('<meta name="viewport" content="width=device-width"><video controls src="film.mp4"></video>'),
    fails=(
        '<meta name="viewport" content="width=device-width">'
        '<object type="application/x-shockwave-flash" data="intro.swf" width="300" height="250">'
        "</object>"
    ),
)
def flash(subject: _grading.Subject, page: PageSnapshot) -> Iterator[Problem]:
    """Flash never ran on iPhones and left Android phones in 2012: whoever follows a letter to it meets a hole."""
    yield from _grading.problems(subject, page, "flash")
