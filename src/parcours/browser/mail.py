"""A mail as the phone shows it: drawn with scripts off, pictured, and its links measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parcours.browser.bound import Overrun, bound
from parcours.browser.collect import collect_frames
from parcours.browser.sessions import Session, open_session
from parcours.browser.shots import long_picture
from parcours.browser.worlds import ScriptError
from parcours.facts.geometry import Box
from parcours.facts.mail import for_phone
from parcours.facts.message import Message, MessageLink
from parcours.facts.model import Element, FrameFacts

if TYPE_CHECKING:
    from playwright.async_api import Browser, Route

# An address that nobody serves: the mail's own picture paths lead nowhere, as in a mailbox.
PLACE = "http://mail.invalid/"
POLICY = "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; sandbox"
SECONDS = 10.0
LOADED = 6.0
TALLEST = 2600.0  # CSS pixels of the picture, unless the link lies deeper
LEGIBLE = 11.95  # CSS pixels, as text/legible has it
COMPARED = 400  # characters of an address


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of it: the message with its spots, and the picture's bytes with the file's ending."""

    message: Message
    picture: bytes = b""
    ending: str = ""


async def draw_mail(browser: Browser, device: str, message: Message, html: str, *, locale: str = "") -> Drawn:
    """Draw a mail on a device and measure it. A mail that cannot be drawn comes back with the reason in its gaps.

    Pictures come over the network as the browser's every request does; scripts, frames, forms' targets and refreshes
    do not run, as in no mail program.
    """
    from playwright.async_api import Error

    session = await open_session(browser, device, locale=locale, java_script_enabled=False)
    try:
        return await _drawn(session, message, for_phone(html, message))
    except (Error, Overrun, ScriptError) as error:
        why = str(error).splitlines()[0][:200] if str(error) else "the browser gave up"
        return Drawn(replace(message, gaps=(*message.gaps, f"the mail could not be drawn: {why}")))
    finally:
        await session.close()


async def _drawn(session: Session, message: Message, html: str) -> Drawn:
    async def answer(route: Route) -> None:
        await _answer(route, html)

    page = session.page
    await bound("mail", session.context.route("**/*", answer))
    await bound("mail", page.goto(PLACE, wait_until="commit"), SECONDS)
    await _loaded(session)
    _, frames, gaps = await collect_frames(page, session.cdp, session.key)
    seen = measured(message, frames[0], gaps)
    main = frames[0]
    wide = max(main.layout_width, min(main.content_width, session.device.width / (main.scale or 1)))
    deep = seen.tapped.spot.bottom / (main.scale or 1) + 80 if seen.tapped and seen.tapped.spot else 0
    high = min(main.content_height, max(TALLEST, deep))
    data, ending, width, height = await long_picture(session, wide, high)
    scale = main.scale or 1
    return Drawn(replace(seen, width=round(width * scale, 1), height=round(height * scale, 1)), data, ending)


async def _answer(route: Route, html: str) -> None:
    """The mail itself, its pictures from wherever they are, and nothing else."""
    request = route.request
    if request.url == PLACE and request.is_navigation_request():
        headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY}
        await route.fulfill(headers={**headers, "referrer-policy": "no-referrer"}, body=html)
    elif request.resource_type == "image" and not request.url.startswith(PLACE):
        await route.continue_()
    else:
        await route.abort()


async def _loaded(session: Session) -> None:
    """Wait for the pictures, within bounds: one that hangs is shown as the gap that it is."""
    from playwright.async_api import Error

    try:
        await bound("mail", session.page.wait_for_load_state("load", timeout=LOADED * 1000), LOADED + 2)
    except (Error, Overrun):
        if session.cdp:
            await bound("mail", session.cdp.send("Page.stopLoading"), 3)


def measured(message: Message, frame: FrameFacts, gaps: Sequence[str] = ()) -> Message:
    """The message with the places of its links, how much it was shrunk, and how much of it can be read."""
    scale = frame.scale or 1
    drawn = _by_address(frame)
    links = tuple(_placed(link, drawn, frame, scale) for link in message.links)
    total, large = 0, 0
    for element in frame.elements:
        if element.ink and element.length and element.visible and element.ink.size > 1:
            total += element.length
            large += element.length if element.ink.size * scale >= LEGIBLE else 0
    legible = round(large / total, 3) if total else -1
    return replace(message, links=links, shrunk=round(scale, 3), legible=legible, gaps=(*message.gaps, *gaps))


def _by_address(frame: FrameFacts) -> dict[str, list[Element]]:
    """The links that can be seen, by where they lead, in the mail's order."""
    found: dict[str, list[Element]] = {}
    for element in frame.elements:
        if element.tag == "a" and element.visible:
            found.setdefault(element.attr("href").strip()[:COMPARED], []).append(element)
    return found


def _placed(link: MessageLink, drawn: Mapping[str, list[Element]], frame: FrameFacts, scale: float) -> MessageLink:
    waiting = drawn.get(link.href[:COMPARED])
    if not waiting:
        return link
    element = waiting.pop(0)
    boxes = [element.shown, *(inner.shown for inner in frame.below(element) if inner.visible)]
    whole = _around([box for box in boxes if box.area])
    inked = [e.ink.size for e in (element, *frame.below(element)) if e.ink and e.text]
    spot = Box(*(round(side * scale, 1) for side in whole)) if whole else None
    return replace(link, spot=spot, size=round(max(inked, default=0) * scale, 1))


def _around(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)
