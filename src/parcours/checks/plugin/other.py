"""Nothing on the page needs any other plug-in, or Internet Explorer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.checks.plugin import _grading
from parcours.facts import plugins
from parcours.facts.model import Element, PageSnapshot

BEHAVIOUR = re.compile(r"behaviou?r\s*:\s*url\(\s*['\"]?([^)'\"]+\.htc)", re.IGNORECASE)


def subjects(page: PageSnapshot) -> Iterator[_grading.Subject | Element]:
    """What the other rules of this family look at, and what only Internet Explorer obeys."""
    yield from _grading.subjects(page, "other")
    for frame in page.frames:
        # Pages of Flash's days asked Internet Explorer in VBScript whether it was there: part of that content.
        asks = any("shockwaveflash" in text.lower() for text in frame.scripts)
        scripts = (el for el in frame.elements if el.tag == "script" and plugins.is_vbscript(el))
        yield from (script for script in scripts if script.attr("src") or not asks)
        behaves = (el for el in frame.elements if el.visible and BEHAVIOUR.search(el.attr("style")))
        yield from [element for element in [next(behaves, None)] if element]


@page_check(
    "plugin/other",
    title="The page works without any other plug-in",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(subjects(page)),
    advice=Advice(
        do="Replace the content with what every browser shows by itself: video and audio elements, pictures, HTML.",
        links=(
            "https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/object",
            "https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/video",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><audio controls src="greeting.mp3"></audio>',
    fails=(
        '<meta name="viewport" content="width=device-width">'
        '<embed type="application/x-mplayer2" src="film.wmv" width="300" height="250">'
    ),
)
def other(subject: _grading.Subject | Element, page: PageSnapshot) -> Iterator[Problem]:
    """Films and games made for Windows Media, QuickTime, RealPlayer or ActiveX show as an empty box on a phone."""
    if not isinstance(subject, Element):
        yield from _grading.problems(subject, page, "other")
    elif subject.tag == "script":
        yield Problem(
            "A script in VBScript, which no phone runs: what it does is missing",
            "vbscript",
            Severity.MINOR,
            evidence=subject.attr("src") or subject.attr("type") or subject.attr("language"),
        )
    else:
        file = BEHAVIOUR.search(subject.attr("style"))
        yield Problem(
            "A style calls a behaviour file (.htc), which only old Internet Explorers loaded",
            "behaviour",
            Severity.NOTE,
            evidence=file[1] if file else "",
        )
