"""Service workers: what a page registers, and what its script does with a push message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from parcours.facts.model import FrameFacts, PageSnapshot, WellKnown
from parcours.facts.urls import place_of

MOST = 128 * 1024  # bytes of a script that are kept

# Makers of web push, by the host of their script.
VENDORS = {
    "cdn.onesignal.com": "OneSignal", "clientcdn.pushengage.com": "PushEngage", "web-sdk.urbanairship.com": "Airship",
    "js.appboycdn.com": "Braze", "cdn.pushcrew.com": "VWO Engage", "cdn.moengage.com": "MoEngage",
    "cdn.pushowl.com": "PushOwl", "web.webpushs.com": "SendPulse", "cdn.webpushr.com": "Webpushr",
    "cdn.batch.com": "Batch", "via.batch.com": "Batch", "cdn.izooto.com": "iZooto",
}  # fmt: skip

_REGISTERED = re.compile(
    r"serviceWorker\s*\.\s*register\(\s*(['\"`])(?P<script>[^'\"`$]{1,500})\1"
    r"(?:\s*,\s*\{[^{}]*?scope['\"]?\s*:\s*(['\"`])(?P<scope>[^'\"`$]{1,500})\3)?"
)
_SUBSCRIBES = re.compile(r"pushManager\s*\.\s*subscribe\s*\(")
_WANTS = re.compile(
    r"pushManager\s*\.\s*subscribe\s*\(|applicationServerKey|Notification\s*\.\s*requestPermission\s*\("
)
_LISTENS = {
    name: re.compile(rf"addEventListener\(\s*['\"`]{name}['\"`]|\bon{name}\s*=")
    for name in ("push", "notificationclick")
}
_BORROWS = re.compile(r"\bimportScripts\s*\(|^\s*import\b", re.MULTILINE)
_COMMENTS = re.compile(r"/\*.*?\*/|(?:^|(?<=[\s;{}]))//[^\n]*$", re.DOTALL | re.MULTILINE)


class Registration(NamedTuple):
    """A service worker as the page registers it: its script's address, and how the addresses that it serves begin."""

    url: str
    scope: str

    def covers(self, page: str) -> bool:
        """True when a page of that address is served by it."""
        return page.partition("#")[0].startswith(self.scope)


class Worker(NamedTuple):
    """What a worker's script does. `whole` is False when parts of it are elsewhere, or it was cut."""

    hears_push: bool
    shows: bool
    hears_click: bool
    opens: bool
    homes: tuple[str, ...]  # the fixed addresses that it opens, when it opens no others
    sets_badge: bool
    clears_badge: bool
    whole: bool


def registered(page: PageSnapshot) -> Registration | None:
    """The worker that the page registers on its own origin; None when none is seen."""
    for script, scope in (*_heard(page.main), *_read(page.main)):
        url = urljoin(page.url, script).partition("#")[0]
        if urlsplit(url)[:2] == urlsplit(page.url)[:2]:
            return Registration(url, urljoin(page.url, scope) if scope else urljoin(url, "./"))
    return None


def _heard(frame: FrameFacts) -> Iterator[tuple[str, str]]:
    for said in frame.prompts:
        if said.startswith("worker "):
            _, script, scope = (*said.split(" "), "", "")[:3]
            yield script, scope


def _read(frame: FrameFacts) -> Iterator[tuple[str, str]]:
    for text in frame.scripts:
        for found in _REGISTERED.finditer(text):
            yield found["script"], found["scope"] or ""


def worker(file: WellKnown | None) -> Worker | None:
    """What the script in that file does; None when it is not there or was not asked for."""
    if file is None or file.status != 200:
        return None
    text = _COMMENTS.sub("", file.text)
    opened = re.findall(r"openWindow\(\s*(?:(['\"`])([^'\"`$]*)\1\s*\)|(.))", text)
    fixed = tuple(address for _, address, other in opened if not other)
    return Worker(
        hears_push=bool(_LISTENS["push"].search(text)),
        shows="showNotification" in text,
        hears_click=bool(_LISTENS["notificationclick"].search(text)),
        opens=bool(re.search(r"openWindow\s*\(|\.navigate\s*\(|\.focus\s*\(|postMessage\s*\(", text)),
        homes=fixed if len(fixed) == len(opened) and ".navigate(" not in text else (),
        sets_badge="setAppBadge" in text,
        clears_badge=clears(text),
        whole=not _BORROWS.search(text) and max(file.size, len(file.text.encode())) < MOST,
    )


def clears(text: str) -> bool:
    """True when a script may take a badge away: a count that is worked out can be nought."""
    return bool(re.search(r"clearAppBadge|setAppBadge\(\s*(?:0\s*\)|[^\d\s)])", text))


def subscribes_without_key(text: str) -> bool:
    """True when a script asks for push messages with settings that are written there and hold no server key."""
    found = re.search(r"pushManager\s*\.\s*subscribe\s*\(\s*(\)|\{[^{}()]*\}\s*\))", text)
    return bool(found) and "applicationServerKey" not in text


def wants_push(page: PageSnapshot) -> str:
    """By what the page shows that it wants to send push messages, in words; "" when by nothing."""
    if any(said.split()[0] in {"notification", "push"} for said in page.main.prompts):
        return "the page asks for notifications"
    if any(_WANTS.search(text) for text in page.main.scripts):
        return "a script in the page asks for notifications"
    vendor = next((name for request in page.requests if (name := _vendor(request.url))), "")
    return f"the page loads {vendor}" if vendor else ""


def subscribes(page: PageSnapshot) -> bool:
    """True when the page subscribes to push messages by a script that stands in it."""
    return any(_SUBSCRIBES.search(text) for text in page.main.scripts)


def _vendor(url: str) -> str:
    return VENDORS.get(place_of(url).host, "")
