"""Nobody is asked to install what their phone cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts import plugins
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot

LONG = 600  # characters: a longer block is an article, and is judged by its elements' own texts
FAMILIES = ("flash", "silverlight", "java", "other")


@dataclass(frozen=True)
class Passage:
    """A block of visible text that names a plug-in, or a link to where one was fetched."""

    element: Element
    text: str
    box: Box
    installer: str  # the address that the block links to, "" when none

    @property
    def address(self) -> str:
        """The block's address."""
        return self.element.address


def passages(page: PageSnapshot) -> Iterator[FrameFacts | Passage]:
    """The page itself, then each passage that names a plug-in, once for each block."""
    yield from page.frames[:1]
    for frame in page.frames:
        if frame.hidden:
            continue
        blocks: dict[int, Element] = {}
        for element in frame.elements:
            if element.visible and not element.inert and _speaks(element):
                block = _block(frame, element)
                blocks[id(block)] = block
        yield from (_passage(frame, block) for block in blocks.values())


def _speaks(element: Element) -> bool:
    href = element.attr("href")
    return bool(element.text and plugins.names_one(element.text)) or (bool(href) and plugins.is_installer(href))


def _block(frame: FrameFacts, element: Element) -> Element:
    """The block that a piece of text flows in, unless it is an article's worth."""
    around = element
    if element.display in ("inline", "contents"):
        around = next(
            (above for above in frame.ancestors(element) if above.display not in ("inline", "contents")), element
        )
    return around if around.tag not in ("html", "body") and len(_text(frame, around)) <= LONG else element


def _text(frame: FrameFacts, block: Element) -> str:
    found: list[str] = []
    for part in (block, *frame.below(block)):
        if part.text and part.visible:
            found.append(part.text)
        if len(found) > LONG:
            break
    return " ".join(found)


def _passage(frame: FrameFacts, block: Element) -> Passage:
    links = (part.attr("href") for part in (block, *frame.below(block)) if part.visible)
    installer = next((href for href in links if plugins.is_installer(href)), "")
    return Passage(block, _text(frame, block), block.box.moved(*frame.offset), installer)


@page_check(
    "plugin/install-prompt",
    title="Nobody is asked to install a plug-in",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(passages(page)),
    advice=Advice(
        do="Remove the prompt, and give phones the content itself or a way on: a film, a text, a telephone number.",
        links=("https://www.adobe.com/products/flashplayer/end-of-life-alternative.html",),
    ),
    passes='<meta name="viewport" content="width=device-width"><p>Flash sale: everything at half price today.</p>',
    fails='<meta name="viewport" content="width=device-width"><p>Please install Adobe Flash Player to shop.</p>',
)
def install_prompt(subject: FrameFacts | Passage, page: PageSnapshot) -> Iterator[Problem]:
    """Told to install Flash on a phone, a customer looks for what does not exist, and the journey ends there."""
    if isinstance(subject, FrameFacts):
        return
    name = plugins.prompt(subject.text)
    quote = subject.text if len(subject.text) <= 120 else subject.text[:119] + "…"
    if not name:
        if subject.installer:
            yield Problem(
                f"A link leads to a plug-in's installer ({subject.installer[:80]}), which has nothing for phones",
                "link",
                Severity.MINOR,
                evidence=quote,
            )
        return
    message = f"Visitors are asked to install {name}, which no phone can: “{quote}”"
    if subject.installer or _has_plugins(page):
        reported = any(subject.element in content.parts for content in _all_contents(page))
        yield Problem(message, "prompt", Severity.MINOR if reported else None, evidence=subject.installer)
    elif plugins.is_sure(name) and plugins.SPEAKS_FOR_ITSELF.search(subject.text):
        yield Problem(message, "prompt", None, Certainty.MEDIUM)
    else:
        yield CannotTell(
            f"This may ask visitors to install {name}, which no phone can: “{quote}”", "prompt", Severity.MINOR
        )


def _all_contents(page: PageSnapshot) -> Iterator[plugins.Content]:
    yield from plugins.contents(page)
    for family in FAMILIES:
        yield from plugins.scripted(page, family)


def _has_plugins(page: PageSnapshot) -> bool:
    """True when the page has content for plug-ins, or a library that looks for one."""
    return any(_all_contents(page)) or any(any(plugins.libraries(page, family)) for family in FAMILIES)
