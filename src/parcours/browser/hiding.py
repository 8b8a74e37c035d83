"""Where secrets stand on a page: what is painted over in its pictures.

Chromium's own layout tells: texts as they are drawn (those of closed shadow roots, of generated content and of frames
too), and what fields hold. Nothing is done to the page.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw

from parcours.browser.bound import bound
from parcours.facts.geometry import Box
from parcours.redaction import Redactor

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

MARGIN = 3  # CSS pixels around what is hidden: letters reach out of their boxes
QUALITY = 72
DRAWN = frozenset({"placeholder", "value", "alt", "label"})  # attributes whose words browsers draw


async def secret_boxes(page: Page, cdp: CDPSession, redactor: Redactor) -> tuple[Box, ...]:
    """Where secrets stand now, in CSS pixels of the whole page. Raises Playwright's Error, Overrun."""
    from playwright.async_api import Error

    found = list(_boxes(await _layout(cdp), redactor))
    for frame in page.frames[1:]:
        try:
            session = await bound("frame session", page.context.new_cdp_session(frame))
        except Error:
            continue  # of the page's own process: its layout is in the page's
        inside = list(_boxes(await _layout(session), redactor))
        await bound("frame session", session.detach())
        if inside:
            owner = await bound("frame element", frame.frame_element())
            found += await _place(page, owner)
    return tuple(found)


async def _place(page: Page, owner: Any) -> list[Box]:
    """The box of a cross-site frame as a whole; of one within another, the page's first screens."""
    box = await bound("frame box", owner.bounding_box())
    if box is None:
        return []
    left, top = await bound("scroll", page.evaluate("[scrollX, scrollY]"))
    return [Box(box["x"] + left, box["y"] + top, box["width"], box["height"])]


async def _layout(cdp: CDPSession) -> Mapping[str, Any]:
    return await bound("layout", cdp.send("DOMSnapshot.captureSnapshot", {"computedStyles": []}))


def _boxes(snapshot: Mapping[str, Any], redactor: Redactor) -> Iterator[Box]:
    """The boxes of all that shows a secret, in the first document's pixels."""
    strings, documents = snapshot["strings"], snapshot["documents"]
    offsets = _offsets(documents)
    for index, document in enumerate(documents):
        left, top = offsets.get(index, (0.0, 0.0))
        for x, y, width, height in (*_texts(document, strings, redactor), *_fields(document, strings, redactor)):
            if width and height:
                yield Box(x + left - MARGIN, y + top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)


def _texts(document: Mapping[str, Any], strings: Sequence[str], redactor: Redactor) -> Iterator[Sequence[float]]:
    """Drawn texts. A secret may begin in one and end in another (`<b>se</b>cret`), so they are read as one."""
    layout = document["layout"]
    pieces = [(at, strings[text]) for at, text in enumerate(layout["text"]) if text >= 0]
    whole = "".join(text for _, text in pieces)
    spans = list(redactor.spans(whole))
    end = 0
    for at, text in pieces:
        begin, end = end, end + len(text)
        if any(first < end and last > begin for first, last in spans):
            yield layout["bounds"][at]


def _fields(document: Mapping[str, Any], strings: Sequence[str], redactor: Redactor) -> Iterator[Sequence[float]]:
    """What draws a secret that is no text of the page: fields that hold one, behind dots too, placeholders, choices."""
    nodes, layout = document["nodes"], document["layout"]
    secret = {at for at, text in enumerate(strings) if redactor.text(text) != text}
    held = {
        node
        for kind in ("inputValue", "textValue")
        for node, value in zip(nodes[kind]["index"], nodes[kind]["value"], strict=True)
        if value in secret
    }
    for node, pairs in enumerate(nodes["attributes"]):
        named = zip(pairs[::2], pairs[1::2], strict=True)
        if any(value in secret and strings[name].lower() in DRAWN for name, value in named):
            held.add(node)
    held |= {node for node, value in enumerate(nodes["nodeValue"]) if value in secret}
    held |= {_select_of(node, nodes, strings) for node in held}
    names = nodes["nodeName"]
    for node, bounds in zip(layout["nodeIndex"], layout["bounds"], strict=True):
        if node in held and strings[names[node]] != "#text":
            yield bounds


def _select_of(node: int, nodes: Mapping[str, Any], strings: Sequence[str]) -> int:
    """The closed list that shows a choice; the node itself when it is none."""
    above = node
    while above >= 0 and strings[nodes["nodeName"][above]].upper() in {"#TEXT", "OPTION", "OPTGROUP"}:
        above = nodes["parentIndex"][above]
    return above if above >= 0 and strings[nodes["nodeName"][above]].upper() == "SELECT" else node


def _offsets(documents: Sequence[Mapping[str, Any]]) -> Mapping[int, tuple[float, float]]:
    """Where each frame's document begins in the first one's pixels."""
    offsets = {0: (0.0, 0.0)}
    for index, document in enumerate(documents):
        if index not in offsets:
            continue
        framed = document["nodes"]["contentDocumentIndex"]
        boxes = dict(zip(document["layout"]["nodeIndex"], document["layout"]["bounds"], strict=True))
        for node, inner in zip(framed["index"], framed["value"], strict=True):
            x, y, _, _ = boxes.get(node, (0.0, 0.0, 0.0, 0.0))
            inside = documents[inner]
            left, top = inside.get("scrollOffsetX", 0.0), inside.get("scrollOffsetY", 0.0)
            offsets[inner] = (offsets[index][0] + x - left, offsets[index][1] + y - top)
    return offsets


async def on_screen(cdp: CDPSession, boxes: Sequence[Box]) -> tuple[tuple[Box, ...], float]:
    """The boxes in the pixels of the visual viewport, and its width in the same."""
    metrics = await bound("viewport", cdp.send("Page.getLayoutMetrics"))
    view = metrics["cssVisualViewport"]
    return tuple(box.moved(-view["pageX"], -view["pageY"]) for box in boxes), float(view["clientWidth"])


def painted_over(data: bytes, boxes: Sequence[Box], width: float) -> bytes:
    """A WebP picture of something so many units across, with these boxes black."""
    if not boxes:
        return data
    with Image.open(io.BytesIO(data)) as picture:
        shown = picture.convert("RGB")
    scale = shown.width / width
    draw = ImageDraw.Draw(shown)
    for box in boxes:
        draw.rectangle((box.x * scale, box.y * scale, box.right * scale, box.bottom * scale), fill="black")
    out = io.BytesIO()
    shown.save(out, "WEBP", quality=QUALITY)
    return out.getvalue()
