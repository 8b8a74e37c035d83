"""The viewport meta tag as engines read it, and the width at which they then lay a page out.

Blink reads it in html_meta_element.cc and resolves it in viewport_description.cc; WebKit in ViewportArguments.cpp
and, on iPhones and iPads, in ViewportConfiguration.cpp. Both kept the tolerance of an early browser: odd content
seldom fails, it means something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from parcours.facts.model import Element, FrameFacts, MetaTag, PageSnapshot

Length: TypeAlias = float | Literal["device-width", "device-height"] | None
RemarkKind = Literal["invalid", "truncated", "out-of-range", "unknown", "unsupported"]
Fault = Literal["", "absent", "semicolon", "number", "scale", "maximum", "value", "key"]
Hint = Literal["", "HandheldFriendly", "MobileOptimized", "XHTML Mobile doctype"]

# Without a viewport both engines lay out 980 px (Pixel descriptors have measured 981 in some versions).
FALLBACK_WIDTH = 980
SMALLEST_SCALE, LARGEST_SCALE = 0.25, 5.0  # what both engines take where the tag does not say
SCALE_RANGE = (0.1, 10.0)
BLINK_LENGTHS = (1.0, 10_000.0)
WEBKIT_LENGTHS = (10.0, 10_000.0)
# A fifth more than the screen is the border between "fits nearly" and "a desktop page made small".
WIDE = 1.2

LENGTHS = ("width", "height")
SCALES = ("initial-scale", "minimum-scale", "maximum-scale")
# Keys that one engine knows and the other passes over in silence.
VENDOR = ("shrink-to-fit", "minimal-ui")
FITS = ("auto", "contain", "cover")
WIDGETS = ("resizes-visual", "resizes-content", "overlays-content")
_WORDS = {"viewport-fit": FITS, "interactive-widget": WIDGETS}  # the first of each is the default
KNOWN = (*LENGTHS, *SCALES, "user-scalable", "viewport-fit", "interactive-widget", *VENDOR)

_SEPARATORS = r" \t\n\r=,\0"
# Key, then anything up to "=" but not past ",", then value. A semicolon is a letter like any other.
_PAIR = re.compile(rf"[{_SEPARATORS}]*([^{_SEPARATORS}]*)[^=,]*[ \t\n\r=\0]*([^{_SEPARATORS}]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?")
_XHTML_MOBILE = re.compile(r"-//(?:wapforum|oma)//dtd xhtml mobile 1", re.IGNORECASE)


class Remark(NamedTuple):
    """What an engine's console would say of one key and its value.

    "invalid": no number and no word that it knows, or a negative number; "truncated": only the number at the
    start counts; "out-of-range": above 10; "unknown": no such key; "unsupported": a key that no engine reads any more.
    """

    kind: RemarkKind
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What a viewport meta tag says.

    Lengths are CSS pixels as written, before engines clamp them (1 to 10,000), or a keyword; None is "auto", also where
    the value was invalid or negative. Scales are as written too; 0.0 where the value was no number, None where it was
    absent or negative. `pairs` are all keys and values in lower case, in order; of a repeated key the last one
    counted. As in Blink's console `remarks` end where the first semicolon stands; `semicolons` counts them.
    """

    width: Length = None
    height: Length = None
    initial_scale: float | None = None
    minimum_scale: float | None = None
    maximum_scale: float | None = None
    user_scalable: bool = True
    viewport_fit: str = "auto"
    interactive_widget: str = "resizes-visual"
    pairs: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    semicolons: int = 0

    @property
    def meaning(self) -> tuple[object, ...]:
        """All that engines keep of the tag: two tags of one meaning do the same on every phone."""
        scales = (self.initial_scale, self.minimum_scale, self.maximum_scale)
        return (self.width, self.height, *scales, self.user_scalable, self.viewport_fit, self.interactive_widget)

    def said(self, kind: RemarkKind) -> tuple[Remark, ...]:
        """The remarks of one kind."""
        return tuple(remark for remark in self.remarks if remark.kind == kind)

    def value(self, key: str) -> str:
        """The last value written for a key, "" when there is none."""
        return dict(self.pairs).get(key, "")


class Resolved(NamedTuple):
    """What an engine makes of the settings on one device: layout width in CSS pixels, and scales."""

    width: float
    initial: float
    minimum: float
    maximum: float


@lru_cache(maxsize=256)
def settings(content: str) -> Settings:
    """What a viewport meta tag's content means to an engine."""
    text = content.lower()
    pairs = tuple(_pairs(text))
    last = {key: value for key, value, _ in pairs}
    return Settings(
        width=_last_length(pairs, "width"),
        height=_last_length(pairs, "height"),
        initial_scale=_scale(last.get("initial-scale")),
        minimum_scale=_scale(last.get("minimum-scale")),
        maximum_scale=_scale(last.get("maximum-scale")),
        user_scalable=_boolean(last.get("user-scalable", "yes")),
        viewport_fit=_word("viewport-fit", last),
        interactive_widget=_word("interactive-widget", last),
        pairs=tuple((key, value) for key, value, _ in pairs),
        remarks=tuple(said for key, value, end in pairs if ";" not in text[:end] for said in _remarks(key, value)),
        semicolons=text.count(";"),
    )


def _pairs(text: str) -> Iterator[tuple[str, str, int]]:
    """Keys and values as engines cut them, and where each pair ends."""
    for found in _PAIR.finditer(text):
        if found[1]:
            yield found[1], found[2], found.end()


def _number(value: str) -> tuple[float, int]:
    """The number at the start and how many characters it takes; 0 of 0 when there is none."""
    found = _NUMBER.match(value)
    return (float(found[0]), found.end()) if found else (0.0, 0)


def _last_length(pairs: Iterable[tuple[str, str, int]], key: str) -> Length:
    """An invalid length is passed over: what an earlier pair said of it stays."""
    valid = (length for said, value, _ in pairs if said == key and (length := _length(value)) is not None)
    return next(iter(tuple(valid)[-1:]), None)


def _length(value: str) -> Length:
    if value == "device-width":
        return "device-width"
    if value == "device-height":
        return "device-height"
    number, used = _number(value)
    return number if used and number >= 0 else None


def _scale(value: str | None) -> float | None:
    if value is None:
        return None
    words = {"yes": 1.0, "no": 0.0, "device-width": 10.0, "device-height": 10.0}
    number = words.get(value, _number(value)[0])
    return None if number < 0 else number


def _word(key: str, last: Mapping[str, str]) -> str:
    value = last.get(key, "")
    return value if value in _WORDS[key] else _WORDS[key][0]


def _boolean(value: str) -> bool:
    """For user-scalable, whatever is neither yes nor a number of 1 or more is no."""
    return value in ("yes", "device-width", "device-height") or abs(_number(value)[0]) >= 1


def _remarks(key: str, value: str) -> Iterator[Remark]:
    if key in LENGTHS:
        words: tuple[str, ...] = ("device-width", "device-height")
    elif key in SCALES or key == "user-scalable":
        words = ("yes", "no", "device-width", "device-height")
    elif key in _WORDS:
        if value not in _WORDS[key]:
            yield Remark("invalid", key, value)
        return
    elif key not in KNOWN:
        yield Remark("unsupported" if key == "target-densitydpi" else "unknown", key, value)
        return
    else:
        return
    if value not in words:
        yield from _number_remarks(key, value)


def _number_remarks(key: str, value: str) -> Iterator[Remark]:
    number, used = _number(value)
    if not used or (number < 0 and key != "user-scalable"):
        yield Remark("invalid", key, value)
        return
    if used < len(value):
        yield Remark("truncated", key, value)
    if key in SCALES and number > SCALE_RANGE[1]:
        yield Remark("out-of-range", key, value)


def layout_width(settings: Settings, device_width: float, device_height: float, engine: str) -> float:
    """The width in CSS pixels at which an engine ("chromium", "webkit" or "firefox") lays the page out."""
    return resolve(settings, device_width, device_height, engine).width


def resolve(settings: Settings, device_width: float, device_height: float, engine: str) -> Resolved:
    """What the settings come to on a device, the engine's limits and defaults put in.

    "webkit" is the port for iPhones and iPads; "firefox" has no mobile mode in Playwright and lays every page out as
    wide as its window.
    """
    if engine == "firefox":
        return Resolved(device_width, 1, 1, 1)
    if engine == "webkit":
        return _webkit(settings, device_width, device_height)
    return _blink(settings, device_width, device_height)


def _blink(settings: Settings, device_width: float, device_height: float) -> Resolved:
    width = _clamped(_pixels(settings.width, device_width, device_height), *BLINK_LENGTHS)
    height = _clamped(_pixels(settings.height, device_width, device_height), *BLINK_LENGTHS)
    zoom, least, most = (_clamped(scale, *SCALE_RANGE) for scale in _scales(settings))
    least = SMALLEST_SCALE if least is None else least
    least, most = (min(least, LARGEST_SCALE), LARGEST_SCALE) if most is None else (least, max(least, most))
    zoom = _clamped(zoom, least, most)
    # The layout fills the screen at the scale that the page opens with, or else at the largest one.
    filling = device_width / (most if zoom is None else zoom)
    if width is None and zoom is None:
        width = FALLBACK_WIDTH
    elif width is None and zoom is not None and height is not None:
        width = max(height, device_height / zoom) * device_width / device_height
    wide = float(int(max(width or 0, filling)))
    return Resolved(wide, zoom or min(most, max(least, device_width / wide)), least, most)


def _webkit(settings: Settings, device_width: float, device_height: float) -> Resolved:
    """The iOS port takes no zero: a length or scale that is 0, or no number, counts as absent."""
    width = _clamped(_pixels(settings.width, device_width, device_height) or None, *WEBKIT_LENGTHS)
    height = _clamped(_pixels(settings.height, device_width, device_height) or None, *WEBKIT_LENGTHS)
    zoom, least, most = (scale or None for scale in _scales(settings))
    least = _clamped(least, *SCALE_RANGE) or SMALLEST_SCALE
    most = _clamped(most, least, SCALE_RANGE[1]) or LARGEST_SCALE
    zoom = min(most, max(least, zoom)) if zoom else None
    if width is None and height is None and zoom is None:
        width = FALLBACK_WIDTH
    if width is not None:
        wide = max(width, device_width / (zoom or most))
    elif height is not None:
        wide = max(height, device_height / (zoom or most)) * device_width / device_height
    else:
        wide = device_width / (zoom or 1)
    wide = float(round(wide))
    return Resolved(wide, zoom or min(most, max(least, device_width / wide)), least, most)


def _scales(settings: Settings) -> tuple[float | None, float | None, float | None]:
    return settings.initial_scale, settings.minimum_scale, settings.maximum_scale


def _pixels(length: Length, device_width: float, device_height: float) -> float | None:
    if length == "device-width":
        return device_width
    return device_height if length == "device-height" else length


def _clamped(value: float | None, least: float, most: float) -> float | None:
    return None if value is None else min(most, max(least, value))


def meant(key: str) -> str:
    """The key that an unknown one was probably meant to be ("widht", "width:device-width"), "" when none is near."""
    if key in LENGTHS + SCALES:
        return key
    if key == "device-width":  # `content="device-width"`
        return "width"
    head = re.split(r"[:\"'\u2018-\u201f]", key.replace("_", "-").strip("\"'\u201c\u201d"))[0]
    return next(iter(get_close_matches(head, KNOWN, n=1, cutoff=0.75)), "")


def winner(page: PageSnapshot) -> MetaTag | None:
    """The viewport tag that counts: the last one in the document."""
    return next(reversed(page.metas("viewport")), None)


def winners(page: PageSnapshot) -> tuple[MetaTag, ...]:
    """The same as subjects for a check: one tag or none."""
    return page.metas("viewport")[-1:]


def own_engine(page: PageSnapshot) -> str:
    """The engine of the phone itself, whichever one looked: an iPhone's is WebKit."""
    return "webkit" if page.device.platform == "ios" else "chromium"


def on_phone(settings: Settings, page: PageSnapshot) -> Resolved:
    """What the settings come to on the real phone, in its own engine."""
    return resolve(settings, page.device.width, page.device.height, own_engine(page))


def is_wide(width: float, page: PageSnapshot) -> bool:
    """True when a layout of that width is a fifth wider than the screen, or more: it is shrunk to fit."""
    return width > page.device.width * WIDE


def repaired(content: str) -> Settings:
    """What the content would mean if its semicolons were commas."""
    return settings(content.replace(";", ","))


def width_fault(content: str, page: PageSnapshot) -> Fault:
    """What in the content makes the phone lay the page out too wide; "" when it does not.

    "absent": it names no width at all; "semicolon"; "number": a width in pixels, or the device's height; "scale":
    initial-scale below 1; "maximum": maximum-scale below 1; "value": one that is no value; "key": a misspelt one.
    """
    if not is_wide(on_phone(settings(content), page).width, page):
        return ""
    whole = repaired(content)
    return _fault(whole) if is_wide(on_phone(whole, page).width, page) else "semicolon"


def _fault(whole: Settings) -> Fault:
    """The first thing in settings of a wide layout that would have to change."""
    if isinstance(whole.width, float) or whole.width == "device-height":
        return "number"
    if any(remark.key in ("width", *SCALES) for remark in whole.said("invalid")):
        return "value"
    if whole.width is None and whole.initial_scale is None:
        misspelt = any(meant(remark.key) in ("width", "initial-scale") for remark in whole.said("unknown"))
        return "key" if misspelt else "absent"
    if whole.initial_scale is not None and whole.initial_scale < 1:
        return "scale"
    return "maximum" if whole.maximum_scale is not None and whole.maximum_scale < 1 else "absent"


def pinned(frame: FrameFacts) -> Iterator[Element]:
    """What stays where it is on the screen while the page scrolls: fixed elements, and all that they hold."""
    fixed: set[int] = set()
    for index, element in enumerate(frame.elements):
        if element.position == "fixed" or element.parent in fixed:
            fixed.add(index)
            yield element


def hint(page: PageSnapshot) -> Hint:
    """An older sign than the viewport tag that makes Blink take the device's width; "" when there is none."""
    if page.metas("mobileoptimized"):
        return "MobileOptimized"
    if any(meta.content.strip().lower() == "true" for meta in page.metas("handheldfriendly")):
        return "HandheldFriendly"
    return "XHTML Mobile doctype" if _XHTML_MOBILE.search(page.main.doctype) else ""


def predicted_width(page: PageSnapshot) -> float:
    """The layout width that the engine which looked should have used, in CSS pixels."""
    device, tag = page.device, winner(page)
    hinted = tag is None and bool(hint(page)) and device.engine.used == "chromium"
    said = Settings(width="device-width") if hinted else settings(tag.content if tag else "")
    return layout_width(said, device.width, device.height, device.engine.used)
