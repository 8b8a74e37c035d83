"""What it costs a visitor that a plug-in is missing: the same scale for every plug-in."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Certainty, Problem, Severity
from parcours.facts import plugins
from parcours.facts.model import FrameFacts, PageSnapshot
from parcours.facts.plugins import Content

HERO = 0.30  # of the first screen
SMALL_SIDE = 40  # CSS pixels: smaller content is a counter, a sound or a clipboard helper
LITTLE_TEXT = 400  # characters: a page with more is read, even when nothing on it can be tapped

Subject = FrameFacts | Content


def subjects(page: PageSnapshot, family: str) -> Iterator[Subject]:
    """The page itself, then each thing on it that needs a plug-in of the family."""
    yield from page.frames[:1]
    yield from plugins.contents(page, family)
    yield from plugins.scripted(page, family)
    yield from plugins.linked(page, family)


def problems(subject: Subject, page: PageSnapshot, family: str) -> Iterator[Problem]:
    """What is wrong with one subject of `subjects`."""
    if isinstance(subject, FrameFacts):
        yield from _page_problems(page, family)
    elif subject.how == "link":
        yield _link(subject)
    else:
        yield _missing(subject, page)


def _page_problems(page: PageSnapshot, family: str) -> Iterator[Problem]:
    """Marks that belong to no element; those of content that is reported anyway add nothing."""
    plugin = plugins.by_mime(page.mime)
    if plugin and plugin.family == family:
        yield Problem(
            f"The address leads to {plugin.title} content itself: no phone opens it", "document", Severity.BLOCKER
        )
        return
    if any(not isinstance(subject, FrameFacts) for subject in subjects(page, family)):
        return
    # Ruffle fetches the movies that it plays.
    fetched = [] if plugins.ruffle(page) else list(plugins.fetched(page, family))
    if fetched:
        plugin, url = fetched[0]
        more = f" ({len(fetched)} files)" if len(fetched) > 1 else ""
        yield Problem(
            f"The page loads {plugin.title} content that no phone can play{more}",
            "request",
            Severity.MINOR,
            Certainty.MEDIUM,
            evidence="; ".join(address for _, address in fetched[:5]) or url,
        )
    libraries = list(plugins.libraries(page, family))
    if libraries:
        yield Problem(
            f"The page loads a helper library for {libraries[0][0].title}, though no such content was found",
            "library",
            Severity.NOTE,
            Certainty.MEDIUM,
            evidence="; ".join(dict.fromkeys(sign for _, sign in libraries)),
        )


def _link(link: Content) -> Problem:
    name = link.element.name or link.file
    severity = Severity.MAJOR if link.plugin is plugins.JAVA else Severity.MINOR
    return Problem(
        f"The link “{name[:60]}” leads to {link.plugin.title} content ({link.file[:60]}), which no phone opens",
        "link",
        severity,
        evidence="; ".join(link.signs),
    )


def _missing(content: Content, page: PageSnapshot) -> Problem:
    severity, why = _severity(content, page)
    what = f"{content.plugin.title} content" + (f" ({content.file[:60]})" if content.file else "")
    return Problem(
        f"{what[0].upper()}{what[1:]} does not work on a phone: {why}",
        "hidden" if content.hidden else content.how,
        severity,
        _certainty(content),
        evidence="; ".join(content.signs[:8]),
    )


def _certainty(content: Content) -> Certainty | None:
    if content.how == "script":
        return Certainty.MEDIUM if content.parts else Certainty.LOW
    if plugins.REWRITTEN.match(content.url) or content.plugin is plugins.QUICKTIME:
        return Certainty.MEDIUM
    return None


def _severity(content: Content, page: PageSnapshot) -> tuple[Severity, str]:
    """The severity, and what the visitor sees, in words."""
    if content.plugin is plugins.FLASH and plugins.ruffle(page):
        return Severity.NOTE, "the emulator Ruffle stands in for it"
    if content.hidden:
        return Severity.NOTE, "it is hidden now, and would be missing when shown"
    if content.replaced:
        return Severity.NOTE, "visitors see HTML in its place; see that it says and does the same"
    if plugins.REWRITTEN.match(content.url):
        return Severity.MINOR, "most browsers put the host's own HTML player in its place, but not all do"
    return _bare_severity(content, page)


def _bare_severity(content: Content, page: PageSnapshot) -> tuple[Severity, str]:
    if content.how == "script" and not content.parts:
        return Severity.MINOR, "a script would put it into the page, where it was not found"
    share = plugins.share_of_first_screen(page, content.box)
    seen = _seen(content)
    if share >= HERO:
        return Severity.BLOCKER, f"visitors see {seen} on {share:.0%} of their first screen"
    if content.how == "content" and min(content.box.width, content.box.height) < SMALL_SIDE:
        return Severity.MINOR, f"visitors see {seen}"
    if not plugins.other_ways_on(page, content) and _text_around(page, content) < LITTLE_TEXT:
        return Severity.BLOCKER, f"visitors see {seen}, and nothing else on the page can be tapped"
    return Severity.MAJOR, f"visitors see {seen}"


def _seen(content: Content) -> str:
    if any(plugins.is_installer(part.attr("href")) for part in content.parts):
        return "an offer to install a plug-in that does not exist for phones"
    if content.says:
        return f"only “{content.says[:80]}”"
    if not content.box.area:
        return "nothing"
    return f"an empty box of {content.box.width:.0f} x {content.box.height:.0f} px"


def _text_around(page: PageSnapshot, content: Content) -> int:
    own = {id(part) for part in content.parts}
    return sum(element.length for element in page.visible() if id(element) not in own)
