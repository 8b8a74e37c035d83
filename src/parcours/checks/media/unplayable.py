"""Films and sounds come in a format that the phone plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import urljoin

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.geometry import Box
from parcours.facts.model import Element, FrameFacts, PageSnapshot, Platform
from parcours.facts.plugins import path_of

Plays = Literal["yes", "no", "unsure"]

# By ending and by MIME type without codecs. What is in neither list is unknown.
EVERYWHERE = frozenset({"mp4", "m4v", "mp3", "m4a", "aac", "wav", "m3u8", "flac", "mpeg", "x-m4v", "x-m4a", "x-wav"})
OPEN = frozenset({"webm", "weba", "ogg", "oga", "opus"})
QUICKTIME = frozenset({"mov", "quicktime"})
SAFE: dict[Platform, frozenset[str]] = {
    "ios": EVERYWHERE | QUICKTIME | {"aif", "aiff", "caf"},
    "android": EVERYWHERE | OPEN | {"3gp", "3gpp"},
}
# Played by newer versions only, or by some phones.
SOME: dict[Platform, frozenset[str]] = {"ios": OPEN, "android": QUICKTIME | {"mkv", "x-matroska", "amr"}}
NEVER = frozenset(
    {
        "flv", "f4v", "x-flv", "swf", "wmv", "x-ms-wmv", "wma", "x-ms-wma", "asf", "x-ms-asf", "asx", "avi",
        "x-msvideo", "msvideo",
        "ogv", "ogm", "mpg", "mpe", "vob", "divx", "mpd", "rm", "rmvb", "ram", "ra", "x-pn-realaudio",
        "vnd.rn-realvideo", "mid", "midi", "x-midi",
    }
)  # fmt: skip
NEVER_ON_IOS = frozenset({"mkv", "x-matroska", "3gp"})
WORDS = {"x-flv": "Flash video", "flv": "Flash video", "ogv": "Ogg Theora", "mpd": "DASH without a player"}
HLS = re.compile(r"mpegurl", re.IGNORECASE)
KINDS = {"audio": "sound", "video": "film"}


class Player(NamedTuple):
    """A video or audio element with its sources: address, and what its type or its ending says of the format."""

    address: str
    box: Box
    element: Element
    sources: tuple[tuple[str, str], ...]


def _players(page: PageSnapshot) -> Iterator[Player]:
    for frame in page.frames:
        for element in () if frame.hidden else frame.elements:
            if element.tag in KINDS and (element.visible or element.tag == "audio"):
                sources = tuple(_sources(element, frame))
                # An address that a script made is fed by the script, in whatever the phone plays.
                if sources and not any(url.startswith(("blob:", "mediastream:")) for url, _ in sources):
                    yield Player(element.address, page.on_page(element), element, sources)


def _sources(element: Element, frame: FrameFacts) -> Iterator[tuple[str, str]]:
    own = element.attr("src").strip()
    if own:  # the src attribute wins, and source elements are not looked at
        yield own, _format(own, "")
        return
    index = frame.indexes[id(element)]
    for source in frame.children.get(index, ()):
        if source.tag == "source" and source.attr("src").strip():
            yield source.attr("src").strip(), _format(source.attr("src"), source.attr("type"))


def _format(url: str, mime: str) -> str:
    """The format as one word: "mp4", "webm", "x-ms-wmv"; "" when nothing says it."""
    if HLS.search(mime):
        return "m3u8"
    kind, _, sub = mime.partition(";")[0].strip().lower().partition("/")
    if kind in ("video", "audio", "application") and sub:
        return sub if sub != "ogg" or kind == "audio" else "ogv"
    if url.startswith("data:"):
        return _format("", url[5:].partition(",")[0])
    ending = path_of(url).rpartition("/")[2].rpartition(".")
    return ending[2].lower() if ending[1] and len(ending[2]) <= 5 else ""


def _plays(name: str, platform: Platform) -> Plays:
    if name in NEVER or (platform == "ios" and name in NEVER_ON_IOS):
        return "no"
    if name in SAFE[platform] or not name:
        return "yes"
    return "unsure"


@page_check(
    "media/unplayable",
    title="Films and sounds can be played on this phone",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_players(page)),
    advice=Advice(
        do="Offer films as MP4 with H.264 and AAC, and sounds as MP3: every phone plays them.",
        snippet='<video controls playsinline><source src="film.mp4" type="video/mp4"></video>',
        links=(
            "https://developer.mozilla.org/docs/Web/Media/Guides/Formats/Containers",
            "https://developer.apple.com/documentation/webkit/delivering-video-content-for-safari",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><audio controls src="greeting.mp3"></audio>',
    fails='<meta name="viewport" content="width=device-width"><video controls src="film.wmv"></video>',
)
def unplayable(player: Player, page: PageSnapshot) -> Iterator[Problem]:
    """A film that does not start says that nobody tried it on a phone, and its message reaches no customer."""
    platform = page.device.platform
    said = [_plays(name, platform) for _, name in player.sources]
    kind = KINDS[player.element.tag]
    formats = ", ".join(dict.fromkeys(WORDS.get(name, name) for _, name in player.sources if name))
    evidence = "; ".join(url[:160] for url, _ in player.sources)
    if all(each == "no" for each in said):
        yield Problem(f"A {kind} in a format that no phone of this kind plays ({formats})", "format", evidence=evidence)
    elif "yes" not in said:
        known = all(name in SOME[platform] for _, name in player.sources if name and _plays(name, platform) == "unsure")
        which = "only newer phones play" if known else "phones may not play"
        yield CannotTell(
            f"A {kind} in a format that {which} ({formats})",
            "some",
            Severity.MINOR,
            Certainty.MEDIUM,
            evidence=evidence,
        )
    elif missing := _missing(player, page):
        yield Problem(f"The file of a {kind} is missing: the server answers {missing}", "missing", evidence=evidence)


def _missing(player: Player, page: PageSnapshot) -> int:
    """The status with which the server refused the last file that was asked for; 0 when one came."""
    frame = page.frame_of[id(player.element)]
    urls = {_joined(frame.url, url) for url, _ in player.sources}
    answers = [request.status for request in page.requests if request.url in urls and request.status]
    failed = player.element.media is None or player.element.media.ready == 0
    return answers[-1] if failed and answers and all(status >= 400 for status in answers) else 0


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return url
