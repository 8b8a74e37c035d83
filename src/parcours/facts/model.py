"""The facts of a page, as the collector measured them. Every length is in CSS pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from heapq import merge
from operator import itemgetter
from typing import Literal, NamedTuple, TypeVar

from parcours.facts.geometry import Box

SCHEMA = 1

Platform = Literal["ios", "android"]

# How pages come to the phone: as fast as the machine that tests fetches them, or as on a phone on the move.
Network = Literal["as-is", "slow-4g"]


@dataclass(frozen=True, slots=True)
class Engine:
    """Which engine was wanted and which one looked.

    `fidelity` is "native" when both are the same kind, "emulated" when a device's engine is
    stood in for by another one (an iPhone in Chromium).
    """

    wanted: str = "chromium"
    used: str = "chromium"
    version: str = ""
    fidelity: Literal["native", "emulated"] = "native"


@dataclass(frozen=True, slots=True)
class Device:
    """A phone or tablet as it was emulated. `width` and `height` are its viewport's."""

    name: str = "iphone"
    title: str = "iPhone"
    platform: Platform = "ios"
    engine: Engine = field(default_factory=Engine)
    width: int = 390
    height: int = 664
    scale: float = 3
    touch: bool = True

    @property
    def is_phone(self) -> bool:
        """Less than 600 CSS pixels wide: the usual border between phones and tablets."""
        return self.width < 600

    @property
    def id(self) -> str:
        """Name and engine used, as in test ids: `iphone-chromium`."""
        return f"{self.name}-{self.engine.used}"


class MetaTag(NamedTuple):
    """A meta tag. `name` is lower case, from `name`, `property` or `http-equiv`."""

    name: str
    content: str
    address: str = ""


class Ink(NamedTuple):
    """How an element's own text is drawn: CSS colours, size in CSS pixels, weight 100 to 900."""

    colour: str
    background: str
    size: float
    weight: int
    shadow: bool = False  # drawn with a shadow


class Paint(NamedTuple):
    """What an element draws behind its text, and what it does to the colours of all that it holds.

    `background` is a CSS colour, "" when it has none. `picture` is True for an image, a gradient or a drawn
    pseudo-element of some size, `blend` for filters, masks and blend modes.
    """

    background: str = ""
    opacity: float = 1
    picture: bool = False
    blend: bool = False


class Media(NamedTuple):
    """A video, sound or image: `MediaError` code or 0, readyState (4 = all there), natural size."""

    error: int
    ready: int
    width: float
    height: float
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One element as rendered.

    `styles` holds, besides, `text-overflow` and `-webkit-line-clamp` of boxes that cut off what they hold, `top` and
    `bottom` of sticky ones, and the `height` of a screen that a style sheet asks for (100vh, 100svh...).
    `parent` is an index into the frame's elements (-1 for the root). `box` is the whole element
    within its frame's page, `shown` the part that its ancestors' clipping leaves (no area: nothing
    is). `visible` means that a person can see some of it, scrolling the page included. `text` is
    the text directly inside, cut at 200 characters; `length` counts its code points uncut.
    """

    address: str
    tag: str
    parent: int = -1
    role: str = ""
    name: str = ""
    text: str = ""
    length: int = 0
    attrs: Mapping[str, str] = field(default_factory=dict)
    box: Box = Box(0, 0, 0, 0)
    shown: Box = Box(0, 0, 0, 0)
    visible: bool = False
    inert: bool = False  # inert or aria-hidden, itself or through an ancestor
    covered_by: str = ""  # address of what lies over its centre, targets of the first screen only
    position: str = "static"
    overflow_x: str = "visible"
    overflow_y: str = "visible"
    display: str = ""
    ink: Ink | None = None  # of text and of fields
    paint: Paint | None = None
    text_box: Box | None = None  # the element's own text, where it runs out of its box, or the box out of the page
    media: Media | None = None  # of videos, sounds and loaded images
    styles: Mapping[str, str] = field(default_factory=dict)  # computed, of boxes that leave the page's sides
    spots: tuple[Box, ...] = ()  # where a tap on a target lands, when that is not just its box
    in_line: bool = False  # a target within a line of text
    thumb: bool = False  # a small target that taps hit 22 px from its centre all the same, first screen only

    def attr(self, name: str) -> str:
        """The attribute's value, "" when it is absent."""
        return self.attrs.get(name, "")


class Vitals(NamedTuple):
    """How the page came up, in milliseconds from the start of its navigation; -1 when it did not happen yet.

    `lcp` is the largest contentful paint so far and `lcp_address` its element, `cls` the worst window of
    layout shifts (https://web.dev/articles/cls), `blocked` the time beyond 50 ms that each long task took
    between the first paint and the load event.
    """

    fcp: float = -1
    lcp: float = -1
    lcp_address: str = ""
    cls: float = 0
    blocked: float = 0
    loaded: float = -1


@dataclass(frozen=True)
class FrameFacts:
    """One frame. `offset` is where its page's corner stands in the top page.

    `layout_width` is the width of the layout viewport (`documentElement.clientWidth`),
    `layout_height` its height; `content_width` and `content_height` are `scrollWidth` and
    `scrollHeight`; `scale` is the visual viewport's. `served` holds the meta tags of the HTML as
    it came from the server, None when that is not known.
    """

    url: str = ""
    address: str = ""
    parent: int = -1
    title: str = ""
    lang: str = ""
    doctype: str = ""
    layout_width: float = 0
    layout_height: float = 0
    visible_width: float = 0
    visible_height: float = 0
    content_width: float = 0
    content_height: float = 0
    scale: float = 1
    offset: tuple[float, float] = (0, 0)
    metas: tuple[MetaTag, ...] = ()
    served: tuple[MetaTag, ...] | None = None
    elements: tuple[Element, ...] = ()
    scripts: tuple[str, ...] = ()  # the text of inline scripts, cut
    media_queries: tuple[str, ...] = ()
    css_env: tuple[str, ...] = ()  # names used in env(): safe-area-inset-bottom...
    css_turns: tuple[str, ...] = ()  # rules that rotate the page within a media query for orientation
    scroll_y: float = 0  # how far the page was scrolled when it was looked at
    text_size_adjust: str = ""  # "none" where a style sheet says so, else as computed
    surface: tuple[int, ...] = ()  # what lies on top at 6 x 10 points of the first screen: indexes, -1 for nothing
    opaque_sheets: int = 0  # style sheets of other origins, which cannot be read
    globals: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()  # what the prelude recorded: "notification", "badge", "worker <script> <scope>"...
    truncated: bool = False
    hidden: bool = False  # a frame that nobody can see
    vitals: Vitals | None = None  # of the page's own frame; None where the engine does not measure them
    sizes: tuple[tuple[str, int], ...] = ()  # addresses and bytes as the engine counted them

    def ancestors(self, element: Element) -> Iterator[Element]:
        """The element's parent, its parent's parent, up to the root."""
        index = element.parent
        while index >= 0:
            yield self.elements[index]
            index = self.elements[index].parent

    @cached_property
    def indexes(self) -> Mapping[int, int]:
        """`id(element)` to its index in `elements`."""
        return {id(element): index for index, element in enumerate(self.elements)}

    @cached_property
    def children(self) -> Mapping[int, tuple[Element, ...]]:
        """The elements directly under the element of that index."""
        found: dict[int, list[Element]] = {}
        for element in self.elements:
            found.setdefault(element.parent, []).append(element)
        return {parent: tuple(elements) for parent, elements in found.items()}

    def below(self, element: Element) -> Iterator[Element]:
        """All that is inside an element, in document order."""
        index = self.indexes[id(element)]
        if end := self._ends[index]:
            yield from self.elements[index + 1 : end]
            return
        for child in self.children.get(index, ()):
            yield child
            yield from self.below(child)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """For each element the index after the last one inside it; 0 where those do not follow it without a gap."""
        ends, counts = list(range(1, len(self.elements) + 1)), [1] * len(self.elements)
        for index in range(len(self.elements) - 1, -1, -1):
            if (above := self.elements[index].parent) >= 0:
                counts[above] += counts[index]
                ends[above] = max(ends[above], ends[index])
        return tuple(end if end - index == counts[index] else 0 for index, end in enumerate(ends))

    def full_text(self, element: Element) -> str:
        """The element's text with that of all it holds, in document order of elements."""
        return " ".join(part.text for part in (element, *self.below(element)) if part.text)


class Hop(NamedTuple):
    """One step of a redirect chain. `how` is "http", "meta" or "script"; the last one is the page.

    "meta" is a refresh, by a meta tag or by an HTTP header. `ms` is the time from asking to the end of the
    answer's head; -1 when unknown.
    """

    url: str
    status: int
    ms: float = -1
    how: str = "http"


Agent = Literal["ios", "android", "desktop"]


class Way(NamedTuple):
    """Where an address leads one who calls themselves a device of that kind, over HTTP alone.

    The last of `hops` is the end: status 0 when nobody answered there, or when another app would open it. `kept` are
    the addresses among them whose answers a cache may give to every device.
    """

    agent: Agent
    hops: tuple[Hop, ...]
    kept: tuple[str, ...] = ()

    @property
    def end(self) -> Hop:
        """Where it ends."""
        return self.hops[-1]


class Request(NamedTuple):
    """One request that the page made. `status` 0 and `failed` when no answer came."""

    url: str
    kind: str  # document, script, stylesheet, image, font, media, fetch...
    status: int = 0
    mime: str = ""
    bytes: int = 0
    failed: str = ""

    @property
    def kept_out(self) -> bool:
        """True for what we did not let go: it would have counted our visit. The page is not to blame."""
        return "BLOCKED_BY_CLIENT" in self.failed


class Certificate(NamedTuple):
    """The certificate that the page's own answer came with. `since` and `until` are in seconds since 1970."""

    protocol: str
    subject: str
    issuer: str
    since: float
    until: float


class HandOff(NamedTuple):
    """A link that left the browser: tel:, sms:, itms-apps:, intent:..."""

    url: str
    how: str  # "tap", "script" or "redirect"


class AxeNode(NamedTuple):
    """One element that axe names; `target` is axe's own selector path."""

    address: str
    target: str
    html: str
    summary: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class AxeResult:
    """One rule's outcome in axe-core; `outcome` is "violation" or "incomplete"."""

    id: str
    outcome: Literal["violation", "incomplete"]
    impact: str
    help: str
    url: str
    tags: tuple[str, ...] = ()
    nodes: tuple[AxeNode, ...] = ()
    frame: int = 0  # index of the frame


@dataclass(frozen=True, slots=True)
class Axe:
    """What axe-core found. `failed` names the frames that it could not look into."""

    version: str
    passes: int
    results: tuple[AxeResult, ...] = ()
    failed: tuple[str, ...] = ()


class WellKnown(NamedTuple):
    """One file fetched beside the page. `status` 0 when nobody answered; `text` is cut at 128 kB.

    `location` is where a redirect leads; it was not followed. `size` counts the bytes, -1 when unknown.
    """

    url: str
    status: int
    mime: str
    text: str
    location: str = ""
    size: int = -1
    failure: str = ""  # why Apple's CDN has no copy, in Apple's words


class StoreAnswer(NamedTuple):
    """What a store said of one app. `country` is the one asked for, "" where the store was not told any.

    `found` is None when the answer does not tell: `status` is then 0 (nobody answered), a refusal or an error.
    """

    platform: Platform
    id: str
    country: str
    status: int
    found: bool | None
    url: str = ""
    meant: bool = True  # False for a country that the page's language only hints at


@dataclass(frozen=True, slots=True)
class AppLinks:
    """What is known of the brand's app.

    `ios` (the App Store's number) and `android` (the package) are what the scenario declares.
    The files are None when they were not asked for.
    """

    ios: str = ""
    android: str = ""
    aasa: WellKnown | None = None
    assetlinks: WellKnown | None = None
    manifest: WellKnown | None = None
    entry_aasa: WellKnown | None = None  # of the host that the way to the page began at, where it is another one
    worker: WellKnown | None = None  # the script of the service worker that the page registers
    stores: tuple[StoreAnswer, ...] | None = (
        None  # what the stores say of the apps named; None when they were not asked
    )
    aasa_cdn: WellKnown | None = None  # Apple's copy of `aasa`, when it was asked for
    entry_aasa_cdn: WellKnown | None = None  # and of `entry_aasa`

    def declared(self, platform: Platform) -> str:
        """The declared app's id on that platform, "" when none is."""
        return self.ios if platform == "ios" else self.android


class Tap(NamedTuple):
    """What came of tapping one control, in a copy of the page where nothing is sent and nobody leaves.

    `kind` is "button" for what ought to do something, "list" for what shows a list when it is pointed at. `effect` is
    the first thing that happened: "page" (it changed, or looks otherwise), "request", "leaves" (for another page),
    "focus", "call ..." (sharing, copying, a dialog...), "" when nothing did. `error` is what a script said when it
    broke. Of a list: `opened` is True when it shows after the tap, `pointed` when a mouse alone shows it.
    """

    address: str
    kind: Literal["button", "list"]
    effect: str = ""
    error: str = ""
    pointed: bool = False
    opened: bool = False
    wanted: bool = False  # the scenario's next step taps it


@dataclass(frozen=True, slots=True)
class Opened:
    """The page after one control was tapped in a copy of it, when what it opens was there, or never came.

    `opener` is the control's address, `kind` "menu" or "chat". `effect` is as a tap's. `ms` counts from the tap until
    it was open, -1 when it never was. `frames` are those of a chat's page then, `axe` what axe-core says of an open
    menu. `failed` are the hosts that did not answer meanwhile.
    """

    kind: Literal["menu", "chat"]
    opener: str
    name: str = ""
    effect: str = ""
    ms: float = -1
    frames: tuple[FrameFacts, ...] = ()
    axe: Axe | None = None
    failed: tuple[str, ...] = ()
    wanted: bool = False  # the scenario's next step opens it


@dataclass(frozen=True)
class PageSnapshot:
    """All that is known of one page at one moment, on one device.

    `frames[0]` is the page itself. `facets` names what was gathered ("frames", "axe",
    "wellknown"...): a check that needs another one answers NO_FACTS.
    """

    device: Device = field(default_factory=Device)
    url: str = ""
    title: str = ""
    status: int = 0
    mime: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)  # of the page's own answer, those that rules ask for
    certificate: Certificate | None = None
    navigation: tuple[Hop, ...] = ()
    frames: tuple[FrameFacts, ...] = ()
    requests: tuple[Request, ...] = ()
    hand_offs: tuple[HandOff, ...] = ()
    dialogs: tuple[str, ...] = ()
    app: AppLinks = field(default_factory=AppLinks)
    axe: Axe | None = None
    facets: frozenset[str] = frozenset()
    gaps: tuple[str, ...] = ()  # what could not be looked at, in words
    taken_at: str = ""
    schema: int = SCHEMA
    before_consent: PageSnapshot | None = None  # the same page before its question about cookies was answered
    reflow: FrameFacts | None = None  # on a screen of 320 px; elements only where something no longer fits
    enlarged: FrameFacts | None = None  # with text at 200 %, likewise
    network: Network = "as-is"
    elsewhere: tuple[Way, ...] = ()  # where the journey's first address leads other devices, as far as it was tried
    taps: tuple[Tap, ...] = ()
    opened: tuple[Opened, ...] = ()

    @property
    def main(self) -> FrameFacts:
        """The page's own frame (an empty one when nothing could be collected)."""
        return self.frames[0] if self.frames else FrameFacts(url=self.url)

    @property
    def first_seen(self) -> PageSnapshot:
        """The page as the customer met it: with its question about cookies, when that has been answered since."""
        return self.before_consent or self

    @property
    def first_screen(self) -> Box:
        """What the customer sees before scrolling, in layout pixels."""
        main = self.main
        scale = main.scale or 1
        return Box(0, 0, self.device.width / scale, self.device.height / scale)

    def metas(self, *names: str) -> tuple[MetaTag, ...]:
        """The page's meta tags of these (lower-case) names, in document order, as rendered."""
        return tuple(meta for meta in self.main.metas if meta.name in names)

    def served_metas(self, *names: str) -> tuple[MetaTag, ...]:
        """The same in the HTML as it was served; as rendered where that is unknown."""
        served = self.main.served
        return tuple(meta for meta in (self.main.metas if served is None else served) if meta.name in names)

    def elements(self, *tags: str) -> Iterator[Element]:
        """Elements of every frame with these tags, in document order; all of them when none is named."""
        if not tags:
            return (element for frame in self.frames for element in frame.elements)
        return _tagged(self._by_tag, tags)

    def visible(self, *tags: str) -> Iterator[Element]:
        """The same, only those that a person can see."""
        return _tagged(self._seen_by_tag, tags) if tags else iter(self._seen)

    @cached_property
    def _by_tag(self) -> _ByTag:
        return _sorted_out(element for frame in self.frames for element in frame.elements)

    @cached_property
    def _seen_by_tag(self) -> _ByTag:
        return _sorted_out(self._seen)

    @cached_property
    def _seen(self) -> tuple[Element, ...]:
        """What a person can see, in document order: most rules begin with it."""
        shown = (frame for frame in self.frames if not frame.hidden)
        return tuple(element for frame in shown for element in frame.elements if element.visible)

    @cached_property
    def frame_of(self) -> Mapping[int, FrameFacts]:
        """`id(element)` to the frame that holds it."""
        return {id(element): frame for frame in self.frames for element in frame.elements}

    def ancestors(self, element: Element) -> Iterable[Element]:
        """The elements around one, innermost first, within its frame."""
        frame = self.frame_of.get(id(element))
        return frame.ancestors(element) if frame else ()

    def on_page(self, element: Element) -> Box:
        """The element's box in the top page's pixels."""
        frame = self.frame_of.get(id(element))
        return element.box.moved(*frame.offset) if frame else element.box


# By tag: elements with their places in the document.
_ByTag = Mapping[str, list[tuple[int, Element]]]


def _sorted_out(elements: Iterable[Element]) -> _ByTag:
    found: dict[str, list[tuple[int, Element]]] = {}
    for place, element in enumerate(elements):
        found.setdefault(element.tag, []).append((place, element))
    return found


def _tagged(known: _ByTag, tags: Iterable[str]) -> Iterator[Element]:
    """The elements with one of these tags, in the order of the document."""
    lists = [known[tag] for tag in dict.fromkeys(tags) if tag in known]
    if len(lists) == 1:
        return (element for _, element in lists[0])
    return (element for _, element in merge(*lists, key=itemgetter(0)))


T = TypeVar("T")
F = TypeVar("F", PageSnapshot, FrameFacts)


def once(make: Callable[[F], T]) -> Callable[[F], T]:
    """Work a value out of a snapshot, or a frame, the first time only, as cached properties do: they never change."""
    name = f"_{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def kept(facts: F) -> T:
        values = vars(facts)
        if name not in values:
            values[name] = make(facts)
        found: T = values[name]
        return found

    return kept
