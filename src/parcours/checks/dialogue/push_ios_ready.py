"""A site that sends push messages can send them to iPhones too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.model import PageSnapshot, WellKnown
from parcours.facts.offers import folded
from parcours.facts.workers import wants_push, worker

# Folded: how a page says that it goes on the home screen, in six languages.
HELP = re.compile(
    r"ecran d.accueil|home ?screen|home-bildschirm|startbildschirm|pantalla de inicio|schermata home|beginscherm"
)
WANTED = "<script>const subscribe = () => registration.pushManager.subscribe({applicationServerKey: KEY})</script>"


def sender(page: PageSnapshot) -> Iterable[str]:
    """Why we think that the page sends push messages; nothing on any other page."""
    seen = worker(page.app.worker)
    why = wants_push(page) or ("its service worker listens for push messages" if seen and seen.hears_push else "")
    return (why,) if why else ()


@page_check(
    "dialogue/push-ios-ready",
    title="Push messages can reach iPhones",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    looks_at=sender,
    platforms=("ios",),
    certainty=Certainty.MEDIUM,
    advice=Advice(
        do="Link a web app manifest with display: standalone, and tell iPhone customers how to add the site to the "
        "home screen.",
        snippet='<link rel="manifest" href="/site.webmanifest">\n'
        "<p>To hear from us on an iPhone: Share, then Add to Home Screen.</p>",
        links=("https://webkit.org/blog/13878/web-push-for-web-apps-on-ios-and-ipados/",),
    ),
    passes='<link rel="manifest" href="/site.webmanifest"><link rel="apple-touch-icon" href="/icon.png">'
    f"<p>On an iPhone: Share, then Add to Home Screen.</p>{WANTED}",
    fails=f"<p>Our news on your phone</p>{WANTED}",
)
def push_ios_ready(why: str, page: PageSnapshot) -> Iterator[Problem]:
    """An iPhone takes push messages only from a site on its home screen: without help its owner never hears of news."""
    manifest = page.app.manifest
    if not any("manifest" in element.attr("rel").split() for element in page.elements("link")):
        yield Problem(
            f"{_capital(why)}, but an iPhone can take none: the page links no web app manifest",
            "manifest",
            evidence=why,
        )
        return
    display = _display(manifest)
    if display is not None and display not in {"standalone", "fullscreen"}:
        said = f"says display: {display}" if display else "does not say display"
        yield Problem(
            f"{_capital(why)}, but the manifest {said}: iPhones before iOS 26 take messages only with standalone",
            "display",
            evidence=why,
        )
    if not any(HELP.search(folded(element.text)) for element in page.visible() if element.text):
        yield Problem(
            "Nothing here tells iPhone customers that messages need the site on the home screen",
            "help",
            severity=Severity.NOTE,
            evidence=why,
        )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _display(manifest: WellKnown | None) -> str | None:
    """What the manifest says of its display, "" when it does not; None when it cannot be read."""
    if manifest is None or manifest.status != 200:
        return None
    try:
        known: Any = json.loads(manifest.text)
    except (ValueError, RecursionError):
        return None
    return str(known.get("display") or "") if isinstance(known, dict) else None
