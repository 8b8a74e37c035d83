"""Nothing on the page needs Silverlight."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.checks.plugin import _grading
from parcours.facts.model import PageSnapshot


@page_check(
    "plugin/silverlight",
    title="The page works without Silverlight",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_grading.subjects(page, "silverlight")),
    advice=Advice(
        do="Replace the Silverlight content with HTML: a video element for films, an ordinary page for the rest.",
        links=("https://learn.microsoft.com/lifecycle/announcements/silverlight-5-end-of-support",),
    ),
    passes=('<meta name="viewport" content="width=device-width"><video controls src="film.mp4"></video>'),
    fails=(
        '<meta name="viewport" content="width=device-width">'
        '<object type="application/x-silverlight-2" data="data:application/x-silverlight-2," width="300" height="250">'
        '<param name="source" value="shop.xap"></object>'
    ),
)
def silverlight(subject: _grading.Subject, page: PageSnapshot) -> Iterator[Problem]:
    """Silverlight never ran on phones, and its maker gave it up in 2021: visitors see an empty box."""
    yield from _grading.problems(subject, page, "silverlight")
