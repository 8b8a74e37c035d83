"""Films that start by themselves are silent and stay in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.model import Element, PageSnapshot

PLAYERS = re.compile(
    r"^(?:https?:)?//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com/embed|player\.vimeo\.com|dailymotion\.com)",
    re.IGNORECASE,
)
STARTS = re.compile(r"[?&]autoplay=(?:1|true)\b", re.IGNORECASE)
SILENT = re.compile(r"[?&](?:mute|muted|background)=(?:1|true)\b", re.IGNORECASE)


def _starters(page: PageSnapshot) -> Iterator[Element]:
    """What is to play by itself: films that are seen, sounds, and players in frames."""
    yield from (film for film in page.visible("video") if "autoplay" in film.attrs)
    yield from (sound for sound in page.elements("audio") if "autoplay" in sound.attrs)
    for frame in page.visible("iframe"):
        src = frame.attr("src")
        if PLAYERS.match(src) and STARTS.search(src):
            yield frame


@page_check(
    "media/autoplay",
    title="What starts by itself is silent and stays in its place",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_starters(page)),
    advice=Advice(
        do="Add muted and playsinline to films that start by themselves; let visitors start everything else.",
        snippet='<video autoplay muted playsinline loop src="film.mp4"></video>',
        links=(
            "https://webkit.org/blog/6784/new-video-policies-for-ios/",
            "https://developer.chrome.com/blog/autoplay",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width">'
    '<video autoplay muted playsinline src="film.mp4"></video>',
    fails='<meta name="viewport" content="width=device-width"><video autoplay src="film.mp4"></video>',
)
def autoplay(element: Element, page: PageSnapshot) -> Iterator[Problem]:
    """Phones refuse to start a film with sound: instead of moving pictures the customer sees a black box."""
    if element.tag == "iframe":
        if not SILENT.search(element.attr("src")):
            yield Problem(
                "A film in a frame is to start by itself with sound: phones refuse that",
                "sound",
                certainty=Certainty.MEDIUM,
                evidence=element.attr("src")[:200],
            )
        return
    muted = "muted" in element.attrs or (element.media is not None and element.media.muted)
    if not muted:
        what = "film" if element.tag == "video" else "sound"
        # A film without a sound track may start: what is in the file is not known here.
        certainty = Certainty.MEDIUM if element.tag == "video" else None
        yield Problem(
            f"A {what} is to start by itself, but is not muted: phones refuse that", "sound", certainty=certainty
        )
    elif page.device.platform == "ios" and page.device.is_phone and "playsinline" not in element.attrs:
        yield Problem("A film is to start by itself without playsinline: an iPhone waits for a tap", "inline")
