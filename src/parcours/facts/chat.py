"""Live chats: whose they are, how that is known, and where they stand on the screen.

A vendor is known by the hosts that its script comes from, by the names that it makes in the page, and by the
marks that it leaves in the document. Two kinds of signs agree by accident next to never; one alone may be
left over from a vendor that was left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from parcours.facts.chat_vendors import CATALOGUE, Vendor
from parcours.facts.model import Element, FrameFacts, PageSnapshot, Request, once
from parcours.facts.offers import folded
from parcours.facts.urls import place_of
from parcours.findings import Certainty

# What a browser asks for of a chat itself; a picture or a style sheet from a vendor's host may be anything.
KINDS = {"script", "document", "fetch", "xhr", "websocket"}
# Types of scripts that browsers run.
RUNS = re.compile(r"^(?:$|module$|(?:text|application)/(?:x-)?(?:java|ecma)script)", re.IGNORECASE)

WORDS = re.compile(
    r"\b(?:t?chat\w*|messag\w+|discut\w+|ecrivez[- ]nous|(?:talk|write) to us|ask us|help|aide|"
    r"conseiller\w*|contact\w*|hilfe|beratung|ayuda|aiuto|assistenza|hulp|assistant\w*)"
)
LAUNCHERS = {"button", "a", "iframe"}
LEAST, MOST = 40, 90  # a bubble, in CSS pixels
MOST_LAUNCHER = (340, 160)  # with its words: “Une question ? Écrivez-nous”
PANEL = (0.6, 0.4)  # of the screen's width and height


class Chat(NamedTuple):
    """One chat on the page.

    `signs` say in words how it is known. `requests` are those for its script or frame, `elements` what it put
    into the document, `held` a script of it that waits for consent.
    """

    vendor: Vendor
    signs: tuple[str, ...]
    certainty: Certainty
    requests: tuple[Request, ...] = ()
    elements: tuple[Element, ...] = ()
    held: Element | None = None

    @property
    def name(self) -> str:
        """The product's."""
        return self.vendor.name

    @property
    def usable(self) -> bool:
        """True when its script came, or when nothing that was asked for speaks against it."""
        if self.vendor.dead:
            return False
        if self.requests:
            return any(0 < request.status < 400 for request in self.requests)
        return self.held is None

    @property
    def refused(self) -> bool:
        """True when its script was asked for and did not come."""
        return bool(self.requests) and not self.usable


class _Host(NamedTuple):
    """One pattern of a vendor's hosts: what the path must begin with, if anything."""

    vendor: Vendor
    path: re.Pattern[str] | None


def _wild(pattern: str, star: str) -> str:
    return star.join(map(re.escape, pattern.split("*")))


def _hosts() -> tuple[Mapping[str, tuple[_Host, ...]], tuple[tuple[re.Pattern[str], Vendor], ...]]:
    plain: dict[str, list[_Host]] = {}
    wild: list[tuple[re.Pattern[str], Vendor]] = []
    for vendor in CATALOGUE:
        for pattern in vendor.hosts:
            host, slash, path = pattern.partition("/")
            if "*" in host:
                before = r"[^/]*" if host == "*" else r"(?:[^/]*\.)?" + _wild(host, r"[^/]*")
                wild.append((re.compile(before + _wild(slash + path, ".*")), vendor))
            else:
                piece = re.compile("/" + _wild(path, ".*"), re.IGNORECASE) if path else None
                plain.setdefault(host, []).append(_Host(vendor, piece))
    return {host: tuple(found) for host, found in plain.items()}, tuple(wild)


HOSTS, WILD_HOSTS = _hosts()
GLOBALS = {name.lstrip("~"): (vendor, name[0] == "~") for vendor in CATALOGUE for name in vendor.globals}
MARKS = {mark.lstrip("~"): (vendor, mark[0] == "~") for vendor in CATALOGUE for mark in vendor.marks}


@lru_cache(maxsize=4096)
def vendors_at(url: str) -> tuple[Vendor, ...]:
    """The vendors that an address belongs to: nearly always none or one."""
    place = place_of(url)
    if not place.host:
        return ()
    labels = place.host.split(".")
    suffixes = (".".join(labels[start:]) for start in range(len(labels) - 1))
    found = [
        known.vendor
        for suffix in suffixes
        for known in HOSTS.get(suffix, ())
        if known.path is None or known.path.match(place.path)
    ]
    whole = place.host + place.path
    return tuple(found) or tuple(vendor for pattern, vendor in WILD_HOSTS if pattern.match(whole))


class _Signs:
    """What speaks for one vendor, as it is gathered."""

    def __init__(self) -> None:
        self.strong: dict[str, str] = {}  # kind of sign: the sign in words
        self.weak: dict[str, str] = {}
        self.requests: list[Request] = []
        self.elements: list[Element] = []
        self.held: Element | None = None


@once
def chats(page: PageSnapshot) -> tuple[Chat, ...]:
    """The chats that the page has, asks for or holds back, in the catalogue's order. Dead ones are among them."""
    gathered: dict[Vendor, _Signs] = {}
    own = set(vendors_at(page.url))  # the page of a vendor of chats is no page with a chat
    for vendor, kind, sign, weak, thing in _seen(page):
        if vendor in own:
            continue
        signs = gathered.setdefault(vendor, _Signs())
        (signs.weak if weak else signs.strong).setdefault(kind, sign)
        if isinstance(thing, Request):
            signs.requests.append(thing)
        elif isinstance(thing, Element) and kind == "mark":
            signs.elements.append(thing)
        elif isinstance(thing, Element) and kind == "held" and signs.held is None:
            signs.held = thing
    found = (_chat(vendor, gathered[vendor]) for vendor in CATALOGUE if vendor in gathered)
    return tuple(chat for chat in found if chat)


def _chat(vendor: Vendor, signs: _Signs) -> Chat | None:
    """Two kinds of signs are sure, one is likely; one that only a single source attests is a guess."""
    if not signs.strong:
        return None
    kinds = {**signs.weak, **signs.strong}
    alone = Certainty.MEDIUM if vendor.attested > 1 else Certainty.LOW
    certainty = Certainty.HIGH if len(kinds) > 1 else alone
    # A script of it that runs is not held back, whatever else is.
    held = None if signs.requests else signs.held
    return Chat(vendor, tuple(kinds.values()), certainty, tuple(signs.requests), tuple(signs.elements), held)


Seen = tuple[Vendor, str, str, bool, Request | Element | None]


def _seen(page: PageSnapshot) -> Iterator[Seen]:
    """Every sign: whose, of which kind, in words, whether it proves nothing alone, and the thing itself."""
    documents = {hop.url for hop in page.navigation} | {page.url}
    for request in page.requests:
        if request.kind in KINDS and request.url not in documents:
            for vendor in vendors_at(request.url):
                yield vendor, "host", f"asks {place_of(request.url).host}", False, request
    for frame in page.frames:
        for name in frame.globals:
            if known := GLOBALS.get(name):
                yield known[0], "global", f"window.{name}", known[1], None
        for element in frame.elements:
            yield from _in_element(element)


def _in_element(element: Element) -> Iterator[Seen]:
    if element.tag in {"script", "iframe"}:
        yield from _from_source(element)
    keys = [element.tag] if element.tag in MARKS else []
    if element.attrs:
        keys += [f"#{element.attr('id')}", *(f".{name}" for name in element.attr("class").split())]
    for key in keys:
        if known := MARKS.get(key):
            yield known[0], "mark", f"<{element.tag}> {key}", known[1], element


def _from_source(element: Element) -> Iterator[Seen]:
    """A script or a frame of the vendor's; consent tools give the one another type, or hide its address."""
    source = element.attr("src") or element.attr("data-src")
    held = element.tag == "script" and not (element.attr("src") and RUNS.search(element.attr("type").strip()))
    for vendor in vendors_at("https:" + source if source.startswith("//") else source):
        host = place_of(source if ":" in source else "https:" + source).host
        if held:
            yield vendor, "held", f"holds {host} back", False, element
        else:
            yield vendor, "host", f"asks {host}", False, None
        if element.tag == "iframe":
            yield vendor, "mark", f"<iframe> of {host}", False, element


def parts(chat: Chat, page: PageSnapshot) -> Iterator[Element]:
    """All that the chat put on the page, visible things only: its marks, what they hold, what its frames hold."""
    seen: set[int] = set()
    for mark in chat.elements:
        frame = page.frame_of[id(mark)]
        for part in (mark, *frame.below(mark)):
            if id(part) not in seen and part.visible and not frame.hidden:
                seen.add(id(part))
                yield part
    for frame in chat_frames(chat, page):
        for part in frame.elements:
            if id(part) not in seen and part.visible:
                seen.add(id(part))
                yield part


def chat_frames(chat: Chat, page: PageSnapshot) -> Iterator[FrameFacts]:
    """The frames that are the chat's own: from its hosts, or within what it put on the page."""
    inside = {
        part.address
        for mark in chat.elements
        for part in (mark, *page.frame_of[id(mark)].below(mark))
        if part.tag == "iframe"
    }
    for frame in page.frames[1:]:
        if not frame.hidden and (chat.vendor in vendors_at(frame.url) or frame.address in inside):
            yield frame


def launcher(chat: Chat, page: PageSnapshot) -> Element | None:
    """What the customer taps to open the chat, where it can be seen; a frame that holds only that will do.

    None while the chat is open: what is small then closes or sends.
    """
    if panel(chat, page):
        return None
    for part in parts(chat, page):
        if _is_pressed(part) and _is_small(part) and floats(part, page):
            return part
    return unknown_launcher(page) if not chat.elements else None


def unknown_launcher(page: PageSnapshot) -> Element | None:
    """A bubble at the bottom right whose name speaks of chat or help, whoever made it; None when there is none."""
    screen = page.first_screen
    for element in page.visible(*LAUNCHERS):
        if not (LEAST <= element.box.width <= MOST and LEAST <= element.box.height <= MOST):
            continue
        box = page.on_page(element)
        corner = box.x > screen.width / 2 and box.y > screen.height / 2
        named = element.name or element.attr("title") or element.attr("aria-label")
        leads = element.attr("href").strip("#").partition(":")[0] not in {"", "javascript"}
        if corner and not leads and WORDS.search(folded(named)) and floats(element, page):
            return element
    return None


def panel(chat: Chat, page: PageSnapshot) -> Element | None:
    """The chat's open window; None while it is shut."""
    screen = page.first_screen
    least = screen.width * PANEL[0], screen.height * PANEL[1]
    inside = (part for mark in chat.elements for part in (mark, *page.frame_of[id(mark)].below(mark)))
    big = (part for part in inside if part.shown.width >= least[0] and part.shown.height >= least[1])
    return next((part for part in big if part.visible and floats(part, page)), None)


def _is_pressed(part: Element) -> bool:
    return part.tag in LAUNCHERS or part.role == "button" or "onclick" in part.attrs


def _is_small(part: Element) -> bool:
    return part.box.area > 0 and part.box.width <= MOST_LAUNCHER[0] and part.box.height <= MOST_LAUNCHER[1]


def floats(element: Element, page: PageSnapshot) -> bool:
    """Fixed to the screen, itself or through what holds it, frames included."""
    frame = page.frame_of.get(id(element))
    if frame is None:
        return False
    if any(one.position == "fixed" for one in (element, *frame.ancestors(element))):
        return True
    if frame.parent < 0 or not frame.address:
        return False
    above = page.frames[frame.parent]
    holder = next((one for one in above.elements if one.address == frame.address), None)
    return holder is not None and floats(holder, page)
