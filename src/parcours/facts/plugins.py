"""Plug-ins that no phone has: how their content, scripts and prompts are recognised, and where they stand.

The signatures are class identifiers, MIME types and file names that vendors published for their embed
codes. Everything here is a fact; what a find costs the customer is for the checks to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot, once


@dataclass(frozen=True, slots=True)
class PlugIn:
    """One plug-in and its marks, all in lower case.

    `family` is the rule that speaks of it. `suffixes` end the path of an address, `addresses` are
    parts of one (code bases, content hosts). `scripts` match a library's file name, `calls` the code
    that puts a movie into the page. `globals` are what a library leaves in `window`.
    """

    id: str
    title: str
    family: str
    mimes: tuple[str, ...] = ()
    classids: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    scripts: str = ""
    calls: str = ""
    globals: tuple[str, ...] = ()


FLASH = PlugIn(
    "flash",
    "Flash",
    "flash",
    mimes=(
        "application/x-shockwave-flash",
        "application/futuresplash",
        "application/vnd.adobe.flash.movie",
        "application/vnd.adobe.flash-movie",
    ),
    classids=("d27cdb6e-ae6d-11cf-96b8-444553540000",),
    suffixes=(".swf", ".spl", ".flv"),
    addresses=(
        "macromedia.com/shockwave/cabs/flash",
        "macromedia.com/pub/shockwave/cabs/flash",
        "macromedia.com/go/getflashplayer",
        "macromedia.com/shockwave/download",
        "adobe.com/go/getflash",
        "get.adobe.com/flashplayer",
        "swflash.cab",
    ),
    links=(".swf",),
    scripts=r"swfobject[\w.-]*\.js|ac_runactivecontent[\w.-]*\.js|ac_activex\.js|(?:^|/)sifr[\w.-]*\.js"
    r"|flashembed[\w.-]*\.js|flashobject[\w.-]*\.js|swfin[\w.-]*\.js",
    calls=r"swfobject\s*\.\s*embedSWF\s*\(|new\s+(?:deconcept\.)?(?:SWFObject|FlashObject)\s*\(|AC_FL_RunContent\s*\("
    r"|\bflashembed\s*\(|swfobject\s*\.\s*createSWF\s*\(",
    globals=("swfobject", "SWFObject", "AC_FL_RunContent", "sIFR", "flashembed"),
)

SILVERLIGHT = PlugIn(
    "silverlight",
    "Silverlight",
    "silverlight",
    mimes=("application/x-silverlight", "application/x-silverlight-2", "application/x-silverlight-app"),
    classids=("dfeaf541-f3e1-4c24-acac-99c30715084a", "32c73088-76ae-40f7-ac40-81f62cb2c1da"),
    suffixes=(".xap",),
    scripts=r"(?:^|/)silverlight(?:\.min|\.debug|[-.]?\d[\w.-]*)?\.js",
    calls=r"\bSilverlight\s*\.\s*createObject(?:Ex)?\s*\(",
    globals=("Silverlight",),
)

JAVA = PlugIn(
    "java",
    "Java",
    "java",
    mimes=(
        "application/x-java-applet*",
        "application/x-java-bean*",
        "application/x-java-vm*",
        "application/x-java-jnlp-file",
    ),
    classids=("8ad9c840-044e-11d1-b3e9-00805f499d93", "cafeefac-*"),
    suffixes=(".class", ".jar", ".jnlp"),
    addresses=("java.sun.com/update/", "java.sun.com/products/plugin", "javadl.sun.com/"),
    links=(".jnlp",),
    scripts=r"(?:^|/)deployjava[\w.-]*\.js|(?:^|/)dtjava[\w.-]*\.js",
    calls=r"\bdeployJava\s*\.\s*(?:runApplet|createWebStartLaunchButton\w*|launch\w*)\s*\(|\bdtjava\s*\.\s*(?:embed|launch)\s*\(",
    globals=("deployJava", "dtjava"),
)

DIRECTOR = PlugIn(
    "director",
    "Shockwave Director",
    "other",
    mimes=("application/x-director",),
    classids=("166b1bca-3f9c-11cf-8075-444553540000", "233c1507-6a77-46a4-9443-f871f945d258"),
    suffixes=(".dcr", ".dir", ".dxr"),
    addresses=("macromedia.com/pub/shockwave/cabs/director", "adobe.com/pub/shockwave/cabs/director"),
)

UNITY = PlugIn(
    "unity",
    "Unity Web Player",
    "other",
    mimes=("application/vnd.unity",),
    classids=("444785f1-de89-4295-863a-d46c3a781394",),
    suffixes=(".unity3d",),
    addresses=("webplayer.unity3d.com/download_webplayer",),
    scripts=r"unityobject2?(?:\.min)?\.js",
    calls=r"\bunityObject\s*\.\s*embedUnity\s*\(|new\s+UnityObject2\s*\(",
    globals=("unityObject", "UnityObject2"),
)

REALPLAYER = PlugIn(
    "realplayer",
    "RealPlayer",
    "other",
    mimes=("audio/x-pn-realaudio", "audio/x-pn-realaudio-plugin", "audio/vnd.rn-realaudio", "video/vnd.rn-realvideo"),
    classids=("cfcdaa03-8be4-11cf-b84b-0020afbbccfa",),
    suffixes=(".rm", ".ram", ".rpm"),
)

WINDOWS_MEDIA = PlugIn(
    "windows-media",
    "Windows Media Player",
    "other",
    mimes=(
        "application/x-mplayer2",
        "application/x-ms-wmp",
        "video/x-ms-wmv",
        "video/x-ms-asf",
        "video/x-ms-asf-plugin",
    ),
    classids=(
        "6bf52a52-394a-11d3-b153-00c04f79faa6",
        "22d6f312-b0f6-11d0-94ab-0080c74c7e95",
        "05589fa1-c356-11ce-bf01-00aa0055595a",
    ),
    suffixes=(".wmv", ".wma", ".asx", ".asf"),
    addresses=("activex.microsoft.com/activex/controls/mplayer",),
)

QUICKTIME = PlugIn(
    "quicktime",
    "QuickTime",
    "other",
    mimes=("video/quicktime", "image/x-quicktime"),
    classids=("02bf25d5-8c17-4b23-bc80-d3488abddc6b",),
    addresses=("qtplugin.cab", "apple.com/quicktime/download"),
)

VLC = PlugIn(
    "vlc",
    "VLC",
    "other",
    mimes=("application/x-vlc-plugin",),
    classids=("9be31822-fdad-461b-ad51-be1d1c159921", "e23fe9c6-778e-49d4-b537-38fcde4887d8"),
)

ACROBAT = PlugIn("acrobat", "Acrobat", "other", classids=("ca8a9780-280d-11cf-a24d-444553540000",))

# Last: any other control that only Internet Explorer could load.
ACTIVEX = PlugIn("activex", "ActiveX", "other", mimes=("application/x-oleobject",), classids=("*",))

PLUG_INS = (
    FLASH,
    SILVERLIGHT,
    JAVA,
    DIRECTOR,
    UNITY,
    REALPLAYER,
    WINDOWS_MEDIA,
    QUICKTIME,
    VLC,
    ACROBAT,
    ACTIVEX,
)

UNKNOWN = PlugIn("unknown", "an unknown plug-in", "")

# Where a plug-in was fetched from. Host and path, as parts of an address.
INSTALLERS = (
    "get.adobe.com/flashplayer",
    "get.adobe.com/shockwave",
    "adobe.com/go/getflash",
    "adobe.com/go/getshockwave",
    "adobe.com/products/flashplayer",
    "adobe.com/shockwave/download",
    "macromedia.com/go/getflashplayer",
    "macromedia.com/go/getshockwave",
    "macromedia.com/shockwave/download",
    "microsoft.com/getsilverlight",
    "microsoft.com/silverlight/get-started/install",
    "go.microsoft.com/fwlink/?linkid=149156",
    "go.microsoft.com/fwlink/?linkid=124807",
    "java.com/download",
    "java.com/getjava",
    "java.com/en/download",
    "java.com/fr/download",
    "java.com/de/download",
    "java.sun.com/products/plugin",
    "java.sun.com/getjava",
    "javadl.sun.com/",
    "apple.com/quicktime/download",
    "unity3d.com/webplayer",
    "real.com/realplayer/download",
)
_INSTALLERS = re.compile("|".join(map(re.escape, INSTALLERS)))

# Chrome (chrome/renderer/media/flash_embed_rewrite.h) and Safari put these hosts' HTML players in the place of
# their old Flash players.
REWRITTEN = re.compile(
    r"^(?:https?:)?//(?:www\.)?(?:youtube(?:-nocookie)?\.com/[vp]/|dailymotion\.com/swf/)", re.IGNORECASE
)

RUFFLE_SCRIPT = re.compile(r"(?:^|/)ruffle(?:[.-][\w.-]*)?\.js|@ruffle-rs/ruffle|unpkg\.com/@ruffle", re.IGNORECASE)
RUFFLE_TAGS = frozenset({"ruffle-player", "ruffle-embed", "ruffle-object", "ruffle-player-element"})
RUFFLE_GLOBALS = frozenset({"RufflePlayer"})

HOLDERS = frozenset({"object", "embed", "applet", "iframe", "frame"})
NATIVE = frozenset({"video", "audio", "canvas", *RUFFLE_TAGS})  # what stands inside is only for browsers without them
SHOWS = frozenset({"iframe", "video", "canvas", "svg", "img", "picture"})
MOVIE_PARAMS = frozenset(
    {"movie", "src", "source", "code", "archive", "filename", "url", "data", "file", "java_code", "jnlp_href"}
)
FIELDS = frozenset({"button", "input", "select", "textarea", "summary"})

NOWHERE = Box(0, 0, 0, 0)
SOME_TEXT = 40  # characters: fewer are an apology, not a replacement
LEAST_SIDE = 40  # CSS pixels: smaller content is a sound, a counter or a clipboard helper

# "Your browser cannot show this", in the languages that the checks read.
APOLOGY = re.compile(
    r"flash|silverlight|java\b|quick ?time|shockwave|plug-?in|unity web player|activex|real ?player|windows media"
    r"|your browser|votre navigateur|(?:ihr|dein) browser|(?:su|tu) navegador|(?:il tuo|suo) browser|(?:uw|je) browser"
    r"|alternat(?:e|ive) (?:content|html)|contenu alternatif|alternativ\w* inhalt",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Content:
    """One thing on the page that needs a plug-in: an object with all it holds, an embed, an applet.

    `signs` say what gave it away. `box` is its place in the top page's pixels, as large as its markup asks,
    since an object whose fallback is empty takes no room. `how` is "content" (in the page), "script" (code
    that would put it there) or "link".
    """

    plugin: PlugIn
    element: Element
    signs: tuple[str, ...]
    url: str = ""
    box: Box = NOWHERE
    hidden: bool = False
    parts: tuple[Element, ...] = ()
    how: str = "content"

    @property
    def address(self) -> str:
        """The outermost element's address."""
        return self.element.address

    @property
    def file(self) -> str:
        """The movie's file name, "" when none is known."""
        return "" if REWRITTEN.match(self.url) else path_of(self.url).rpartition("/")[2]

    @cached_property
    def says(self) -> str:
        """The text that a visitor reads in its place."""
        return " ".join(part.text for part in self.parts if part.text and part.visible)

    @cached_property
    def replaced(self) -> bool:
        """True when a visitor sees something of its own in its place: a film, a picture, a link, a text."""
        seen = [part for part in self.parts if part.visible and part.tag == "a" and part.attr("href")]
        prompts = [link for link in seen if is_installer(link.attr("href"))]
        links = [link for link in seen if link not in prompts and by_url(link.attr("href")) is None]
        shows = [p for p in self.parts if p.visible and p.tag in SHOWS and not APOLOGY.search(p.name) and _drawn(p)]
        if prompts and not links:
            shows = [part for part in shows if part.tag != "img"]  # the installer's badge
        if any(not APOLOGY.search(link.name) for link in links) or shows:
            return True
        texts = [part for part in self.parts if part.text and part.visible and not APOLOGY.search(part.text)]
        return sum(part.length for part in texts) >= SOME_TEXT


def _drawn(part: Element) -> bool:
    """Not a counting pixel, and not a picture that failed to load."""
    broken = part.tag == "img" and part.media is not None and part.media.ready == 0
    return not broken and min(part.box.width, part.box.height) >= LEAST_SIDE / 2


def path_of(url: str) -> str:
    """The address without query and fragment."""
    return re.split(r"[?#]", url.strip(), maxsplit=1)[0]


def is_installer(url: str) -> bool:
    """True when the address is where a plug-in was fetched; that of its maker's farewell is not."""
    return bool(_INSTALLERS.search(url.lower())) and "end-of-life" not in url.lower()


@lru_cache(maxsize=1024)
def by_mime(mime: str) -> PlugIn | None:
    """The plug-in that played a MIME type."""
    bare = mime.partition(";")[0].strip().lower()
    if not bare:
        return None
    return next((plugin for plugin in PLUG_INS if any(_is(bare, mark) for mark in plugin.mimes)), None)


def by_classid(classid: str) -> PlugIn | None:
    """The plug-in of an object's classid: `clsid:...` of ActiveX, `java:...` of applets."""
    kind, _, name = classid.strip().lower().partition(":")
    if kind == "java":
        return JAVA
    if kind != "clsid":
        return None
    bare = name.strip("{} ")
    return next((plugin for plugin in PLUG_INS if any(_is(bare, mark) for mark in plugin.classids)), None)


@lru_cache(maxsize=1024)
def by_url(url: str) -> PlugIn | None:
    """The plug-in that an address of content or code asks for, by its ending or its host."""
    address = url.strip().lower()
    if address.startswith("data:"):
        return by_mime(address[5:].partition(",")[0])
    if REWRITTEN.match(address):
        return FLASH
    path = path_of(address)
    return next(
        (p for p in PLUG_INS if path.endswith(p.suffixes or ("\0",)) or any(part in address for part in p.addresses)),
        None,
    )


def _is(value: str, mark: str) -> bool:
    return value.startswith(mark[:-1]) if mark.endswith("*") else value == mark


def marks(element: Element) -> Iterator[tuple[PlugIn, str]]:
    """Each mark of a plug-in that an element of the holding kind, or a param, bears; with words for it."""
    attrs = element.attrs
    if element.tag == "param":
        yield from _param_marks(attrs.get("name", "").strip().lower(), attrs.get("value", ""))
        return
    if element.tag == "applet":
        yield JAVA, "an applet element"
    if plugin := by_classid(attrs.get("classid", "")):
        yield plugin, f"classid {attrs['classid'].strip()[:60]}"
    if plugin := by_mime(attrs.get("type", "")):
        yield plugin, f"type {attrs['type'].strip()[:60]}"
    keys = (
        ("src",)
        if element.tag in ("iframe", "frame")
        else ("data", "src", "code", "archive", "codebase", "pluginspage")
    )
    for key in keys:
        if key in attrs and (plugin := by_url(attrs[key])):
            yield plugin, f"{key} {attrs[key][:120]}"


def _param_marks(name: str, value: str) -> Iterator[tuple[PlugIn, str]]:
    plugin = by_mime(value) if name == "type" else by_url(value) if name in MOVIE_PARAMS else None
    if plugin:
        yield plugin, f"param {name} {value[:120]}"


def contents(page: PageSnapshot, family: str = "") -> Iterator[Content]:
    """All content of the page that needs a plug-in (of one family), one for each thing that a visitor misses."""
    for frame in page.frames:
        groups, parts = _groups(frame)
        for index, found in groups.items():
            content = _content(frame, frame.elements[index], found, parts[index])
            if content and (not family or content.plugin.family == family):
                yield content


def strangers(page: PageSnapshot) -> Iterator[Content]:
    """Objects and embeds without the mark of any plug-in: pictures, frames, and what no browser knows."""
    for frame in page.frames:
        groups, parts = _groups(frame)
        for index, inside in parts.items():
            holder = frame.elements[index]
            if index not in groups and holder.tag in ("object", "embed"):
                box = _place(frame, holder, inside)
                hidden = frame.hidden or _hidden(frame, holder, inside)
                yield Content(UNKNOWN, holder, (), _movie([holder]), box, hidden, tuple(inside))


Found = list[tuple[PlugIn, str, Element]]


@once
def _groups(frame: FrameFacts) -> tuple[dict[int, Found], dict[int, list[Element]]]:
    """By index of the outermost holder: the marks found on it and in it, and all elements in it."""
    elements = frame.elements
    holder: list[int] = []
    groups: dict[int, Found] = {}
    parts: dict[int, list[Element]] = {}
    for index, element in enumerate(elements):
        above = holder[element.parent] if element.parent >= 0 else -1
        if above == -1:
            above = -2 if element.tag in NATIVE else index if element.tag in HOLDERS else -1
        holder.append(above)
        if above < 0:
            continue
        parts.setdefault(above, []).append(element)
        if element.tag in HOLDERS or element.tag == "param":
            groups.setdefault(above, []).extend((plugin, sign, element) for plugin, sign in marks(element))
    return {index: found for index, found in groups.items() if found}, parts


def _content(frame: FrameFacts, holder: Element, found: Found, parts: Sequence[Element]) -> Content | None:
    if not _needed(frame, holder, [bearer for _, _, bearer in found]):
        return None
    plugin = next((plugin for plugin, _, _ in found if plugin is not ACTIVEX), found[0][0])
    return Content(
        plugin,
        holder,
        tuple(dict.fromkeys(sign for _, sign, _ in found)),
        url=_movie(bearer for _, _, bearer in found),
        box=_place(frame, holder, parts),
        hidden=frame.hidden or _hidden(frame, holder, parts),
        parts=tuple(part for part in parts if part.text or part.tag not in HOLDERS or not any(marks(part))),
    )


def _needed(frame: FrameFacts, holder: Element, bearers: Sequence[Element]) -> bool:
    """False when the browser draws the outer object by itself: what it holds is then for older browsers."""
    for bearer in bearers:
        if bearer is holder or bearer.visible:
            return True
        if bearer.tag == "param" and frame.elements[bearer.parent] is holder:
            return True
    return not holder.visible


def _movie(bearers: Iterable[Element]) -> str:
    for bearer in bearers:
        attrs = bearer.attrs
        if bearer.tag == "param" and attrs.get("name", "").strip().lower() not in MOVIE_PARAMS:
            continue
        keys = ("value",) if bearer.tag == "param" else ("data", "src", "code", "archive")
        for key in keys:
            if attrs.get(key) and not attrs[key].startswith("data:"):
                return attrs[key]
    return ""


def _pixels(text: str) -> float:
    found = re.fullmatch(r"\s*(\d{1,5}(?:\.\d+)?)\s*(?:px)?\s*", text)
    return float(found[1]) if found else 0.0


def _place(frame: FrameFacts, holder: Element, parts: Sequence[Element]) -> Box:
    """Where the content stands or would stand, in the top page's pixels."""
    boxes = [part.shown for part in (holder, *parts) if part.visible and part.shown.area]
    x = min((box.x for box in boxes), default=holder.box.x)
    y = min((box.y for box in boxes), default=holder.box.y)
    width = max((box.right for box in boxes), default=x) - x
    height = max((box.bottom for box in boxes), default=y) - y
    asked = [part for part in (holder, *parts) if part.tag in HOLDERS]
    wide = max((_pixels(part.attr("width")) for part in asked), default=0.0)
    high = max((_pixels(part.attr("height")) for part in asked), default=0.0)
    # A movie is drawn no wider than the frame that holds it.
    room = max(frame.layout_width - x, width)
    box = Box(x, y, max(width, min(wide, room)), max(height, high))
    return box.moved(*frame.offset)


def _hidden(frame: FrameFacts, holder: Element, parts: Sequence[Element]) -> bool:
    """True when a visitor would not see it even with the plug-in."""
    if any(part.visible for part in (holder, *parts)):
        return False
    if holder.box.area and not holder.visible:
        return True  # drawn, but transparent, cut away or off the page
    return any(element.display == "none" for element in (holder, *frame.ancestors(holder)))


def scripted(page: PageSnapshot, family: str) -> Iterator[Content]:
    """Inline code that puts content into the page when the plug-in is there, and so never does on a phone.

    Code whose movie already stands in the page is left out: it has done its work.
    """
    there = {content.file.partition(".")[0] for content in contents(page, family)}
    for frame in page.frames:
        by_id = _by_id(frame)
        for text in frame.scripts:
            for plugin in PLUG_INS:
                if plugin.family == family and plugin.calls:
                    found = _calls(frame, plugin, text, by_id)
                    yield from (
                        call
                        for call in found
                        if not (there if not call.file else there & {call.file.partition(".")[0]})
                    )


@once
def _by_id(frame: FrameFacts) -> dict[str, Element]:
    return {element.attr("id"): element for element in frame.elements if element.attr("id")}


def _calls(frame: FrameFacts, plugin: PlugIn, text: str, by_id: dict[str, Element]) -> Iterator[Content]:
    bare = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", text, flags=re.DOTALL)
    for call in re.finditer(rf"(?<!function )(?:{plugin.calls})", bare):
        given = bare[call.end() : call.end() + 600]
        strings = re.findall(r"""["']([^"'\n]{1,300})["']""", given)
        url = next((string for string in strings if by_url(string) is plugin), "")
        target = next((by_id[string] for string in strings if string in by_id), None)
        holder = target or (frame.elements[0] if frame.elements else None)
        if holder is None:
            continue
        sizes = [float(string) for string in re.findall(r"""[,(]\s*["']?(\d{2,4})["']?(?=\s*[,)])""", given)][:2]
        inside = tuple(frame.below(holder)) if target else ()
        shown = target.shown if target else NOWHERE
        wide, high = sizes if len(sizes) == 2 else (0.0, 0.0)
        box = Box(shown.x, shown.y, max(shown.width, min(wide, frame.layout_width)), max(shown.height, high))
        yield Content(
            plugin,
            holder,
            (f"script {call[0].strip()[:60]}{url[:120]}",),
            url=url,
            box=box.moved(*frame.offset) if target else NOWHERE,
            hidden=frame.hidden,
            parts=(target, *inside) if target else (),
            how="script",
        )


def linked(page: PageSnapshot, family: str) -> Iterator[Content]:
    """Visible links whose target only a plug-in can open."""
    for plugin, element in _links(page):
        if plugin.family == family:
            yield Content(
                plugin,
                element,
                (f"href {element.attr('href')[:120]}",),
                element.attr("href"),
                page.on_page(element),
                how="link",
            )


@once
def _links(page: PageSnapshot) -> tuple[tuple[PlugIn, Element], ...]:
    """Visible links, each with every plug-in that its target's ending asks for."""
    known = [plugin for plugin in PLUG_INS if plugin.links]
    every = re.compile("|".join(re.escape(ending) for plugin in known for ending in plugin.links), re.IGNORECASE)
    near = ((element, element.attr("href")) for element in page.visible("a", "area"))
    paths = [(element, path_of(href).lower()) for element, href in near if every.search(href)]
    return tuple((plugin, element) for element, path in paths for plugin in known if path.endswith(plugin.links))


def libraries(page: PageSnapshot, family: str) -> Iterator[tuple[PlugIn, str]]:
    """The helper libraries of a family that the page loads: the plug-in and what gave it away."""
    wanted = [plugin for plugin in PLUG_INS if plugin.family == family and (plugin.scripts or plugin.globals)]
    for frame in page.frames:
        sources = [element.attr("src") for element in frame.elements if element.tag == "script" and element.attr("src")]
        for plugin in wanted:
            yield from ((plugin, f"script {src[:160]}") for src in sources if _library(plugin, src))
            yield from ((plugin, f"window.{name}") for name in plugin.globals if name in frame.globals)


def _library(plugin: PlugIn, src: str) -> bool:
    return bool(plugin.scripts and re.search(plugin.scripts, path_of(src), re.IGNORECASE))


def fetched(page: PageSnapshot, family: str) -> Iterator[tuple[PlugIn, str]]:
    """Answers from the network in a plug-in's own MIME type, with their addresses."""
    for request in page.requests:
        plugin = by_mime(request.mime)
        if plugin and plugin is not ACTIVEX and plugin.family == family and plugin is not QUICKTIME:
            yield plugin, request.url[:200]


def ruffle(page: PageSnapshot) -> tuple[str, ...]:
    """What shows that Ruffle, the Flash emulator, runs in the page; empty when it does not."""
    found: list[str] = []
    for frame in page.frames:
        found += [f"<{element.tag}>" for element in frame.elements if element.tag in RUFFLE_TAGS]
        found += [f"window.{name}" for name in sorted(RUFFLE_GLOBALS & set(frame.globals))]
    return tuple(dict.fromkeys(found))


def ruffle_scripts(page: PageSnapshot) -> tuple[Element, ...]:
    """The script elements that load Ruffle, running or not."""
    return tuple(e for e in page.elements("script") if e.attr("src") and RUFFLE_SCRIPT.search(e.attr("src")))


def other_ways_on(page: PageSnapshot, content: Content) -> int:
    """How many other things on the page a visitor can tap, installers and the content's own left out."""
    own = {id(content.element), *(id(part) for part in content.parts)}
    return sum(
        1
        for element in page.visible()
        if id(element) not in own
        and not element.inert
        and _goes_somewhere(element)
        and not is_installer(element.attr("href"))
    )


def _goes_somewhere(element: Element) -> bool:
    if element.tag in ("a", "area"):
        return bool(element.attr("href")) and not element.attr("href").startswith("#")
    return element.tag in FIELDS or element.role == "button" or bool(element.attr("onclick"))


def share_of_first_screen(page: PageSnapshot, box: Box) -> float:
    """How much of what a visitor sees before scrolling a box takes, 0 to 1."""
    screen = page.first_screen
    return box.meet(screen).area / screen.area if screen.area else 0.0


def is_vbscript(script: Element) -> bool:
    """True for a script element in VBScript, which only Internet Explorer ran."""
    said = f"{script.attr('type')} {script.attr('language')}".lower()
    return "vbscript" in said or path_of(script.attr("src")).lower().endswith(".vbs")


# Names that mean a plug-in and nothing else, then those that mean other things too (a flash sale, a Java course)
# and so count only with a capital and at the end of what they say.
_SURE = (
    r"(?:(?:adobe|macromedia|shockwave)[®™]? flash(?: player)?|flash[®™-]? ?player|flash ?plug-?in|plug-?in flash"
    r"|shockwave ?player|(?:microsoft )?silverlight|java ?plug-?in|java applets?|unity web player"
    r"|quick ?time(?: player)? ?plug-?in|windows media player plug-?in)"
)
_UNSURE = (
    r"(?-i:Flash|Java(?: Runtime(?: Environment)?)?|QuickTime(?: Player)?|RealPlayer|Windows Media Player|Shockwave)"
    r"(?=\s*(?:$|[.,!?;:)»])|\s+(?:to|pour|um|para|per|om|is|est|ist|es|è|plug|version|\d)\b)"
)
_NAME = rf"(?:{_SURE}\b|{_UNSURE})"
NAMES = re.compile(rf"{_NAME}|plug-?in|module externe", re.IGNORECASE)
# Every one of those has one of these words in it.
_IN_NAMES = (
    "flash",
    "shockwave",
    "silverlight",
    "java",
    "unity",
    "quick",
    "realplayer",
    "media player",
    "plug",
    "module",
)


def names_one(text: str) -> bool:
    """True when a text speaks of a plug-in: most texts are told apart from those without looking closely."""
    words = text.lower()
    return any(word in words for word in _IN_NAMES) and bool(NAMES.search(text))


# What stands between the verb and the name; then verbs before and after it; what is needed, and by whom.
# English, French, German, Spanish, Italian, Dutch.
_SMALL = (
    r"(?:(?:the|an?|your|our|to|here|now|latest|newest|newer|current|recent|free|version|of|from|and|&|adobe|microsoft"
    r"|macromedia|sun|oracle|apple|install|download|update|upgrade"
    r"|le|la|les|une?|votre|dernière|nouvelle|gratuitement|de|du|d|l|et|installez"
    r"|sie|sich|bitte|de[nrs]|die|das|eine[nr]?|ihren?|aktuellen?|neueste[nr]?|kostenlosen?"
    r"|el|tu|su|última|versión|nueva|gratis|del|y|il|lo|ultima|versione|di|e|tuo|het|uw|je|nieuwste|versie|van|en)"
    r"[ '\u2019]+)"
)
_DO = (
    r"(?:install|download|get|update|upgrade|enable|activate"
    r"|installe[zr]|télécharge[zr]|mett(?:ez|re) à jour|active[zr]"
    r"|installieren|laden|aktualisieren|aktivieren"
    r"|instal[ae]r?|descarg(?:ar?|ue)|actuali[cz](?:ar?|e)|activ(?:ar?|e)"
    r"|installa(?:re|te)?|scarica(?:re|te)?|aggiorna(?:re|te)?|attiva(?:re)?"
    r"|installeer|installeren|downloaden|bijwerken|activeer|updaten)"
)
_LATE = r"(?:installieren|herunterladen|aktualisieren|aktivieren|installeren|downloaden)"
_PLEASE = (
    r"(?:please|click(?: here)? to|you (?:need|have) to|you must|veuillez|cliquez(?: ici)? pour|vous devez|il faut"
    r"|bitte|por favor|debe|per favore|deve|moet u)"
)
_NEED = (
    r"(?:requires?|needs?|must have|(?:is|are) required|(?:is|are) needed|is necessary|(?:is|not) installed"
    r"|do(?:es)? not have|don['\u2019]t have"
    r"|nécessit\w+|nécessaires?|requi(?:s|se|ert)\b|avez besoin|devez avoir|disposer"
    r"|benötig\w+|erforderlich|brauchen|nicht installiert|necesit\w+|requiere\w*"
    r"|necessari[oa]|richied\w+|richiesto|serve|vereist|nodig)"
)
_HERE = (
    r"(?:you|your browser|this (?:page|site|website|content|video|film|movie|game|feature|animation)"
    r"|to (?:view|see|watch|play|use|display)"
    r"|vous|votre navigateur|ce(?:tte|s)? (?:page|site|contenu|vidéo|animation|jeu)"
    r"|pour (?:voir|lire|visionner|afficher|accéder|visualiser|jouer)"
    r"|ihr browser|diese[rsn]? (?:seite|inhalte?|video|film|spiel|website)|sie(?= benötigen| brauchen)"
    r"|um .{3,40} zu (?:sehen|betrachten|spielen|nutzen)"
    r"|(?:su|tu) navegador|est[ae] (?:página|sitio|contenido|vídeo|video|juego)"
    r"|para (?:ver|jugar|reproducir|visualizar)"
    r"|(?:il tuo|suo) browser|quest[oa] (?:pagina|sito|contenuto|video|gioco)"
    r"|per (?:vedere|visualizzare|guardare|giocare)"
    r"|(?:uw|je) browser|deze (?:pagina|website|site|inhoud|video|game)|om .{3,40} te (?:bekijken|zien|spelen))"
)
_FIRST = rf"(?:^|[.!?:;,(\u2013\u2014]\s*|-\s+|\b{_PLEASE}\s+)"
PROMPTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_FIRST}{_DO}\s+{_SMALL}{{0,8}}(?P<name>{_NAME})",
        rf"(?P<name>{_NAME})[^.!?]{{0,40}}\b{_LATE}\b",
        rf"\b{_HERE}\b[^!?]{{0,80}}\b{_NEED}[^!?]{{0,60}}(?P<name>{_NAME})",
        rf"\b{_HERE}\b[^!?]{{0,80}}(?P<name>{_NAME})[^!?]{{0,60}}\b{_NEED}",
        rf"(?P<name>{_NAME})[^!?]{{0,30}}\b{_NEED}[^!?]{{0,30}}\b{_HERE}",
        rf"^(?:se )?{_NEED}\s+{_SMALL}{{0,4}}(?P<name>{_NAME})",
    )
)
# A text that speaks of itself and to its reader, as a prompt does and the news does not.
SPEAKS_FOR_ITSELF = re.compile(rf"\b(?:{_HERE}|{_PLEASE})\b", re.IGNORECASE)
MISSING = re.compile(
    r"plug-?ins? (?:is|are|was|were) (?:required|needed|missing) to (?:view|see|play|watch|display|use)"
    r"|(?:install|missing|download) (?:missing|additional) plug-?ins?"
    r"|plug-?in manquant|plug-?in (?:est )?nécessaire pour|plug-?in (?:fehlt|benötigt, um|wird benötigt)"
    r"|falta (?:un|el) (?:plug-?in|complemento) para|plug-?in mancante|ontbrekende plug-?in",
    re.IGNORECASE,
)


def prompt(text: str) -> str:
    """The name of the plug-in that a text asks the reader to install or to have, "" when it does not.

    "a plug-in" when it names none. English, French, German, Spanish, Italian, Dutch.
    """
    for pattern in PROMPTS:
        if found := pattern.search(text):
            return found["name"]
    return "a plug-in" if MISSING.search(text) else ""


def is_sure(name: str) -> bool:
    """True when a name that `prompt` gave means a plug-in and nothing else."""
    return name == "a plug-in" or re.fullmatch(_SURE, name, re.IGNORECASE) is not None
