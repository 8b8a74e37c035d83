"""Services that links go through, and what became of them."""

from __future__ import annotations

from typing import NamedTuple

from parcours.facts.urls import place_of


class Ended(NamedTuple):
    """A service that was switched off: who it was, since when, and where that is written."""

    name: str
    since: str
    source: str


_FIREBASE = "https://firebase.google.com/support/dynamic-links-faq"
_FOREVER = ("maps", "photos", "play", "forms", "news", "search")
_MESSAGES = "https://developers.google.com/business-communications/business-messages"
_GOOGL = "https://developers.googleblog.com/en/google-url-shortener-links-will-no-longer-be-available/"
ENDED = {
    "page.link": Ended("Firebase Dynamic Links", "25 August 2025", _FIREBASE),
    "app.goo.gl": Ended("Firebase Dynamic Links", "25 August 2025", _FIREBASE),
    "businessmessages.google.com": Ended("Google Business Messages", "31 July 2024", _MESSAGES),
}
# Google keeps its own products' names under the same ending.
STILL_THERE = frozenset(f"{name}.app.goo.gl" for name in _FOREVER)
# Those of Google's shortener that were in use went on after the day that was announced for its end.
GOOGL = Ended("Google's link shortener", "25 August 2025", _GOOGL)

SHORTENERS = frozenset(
    {
        "bit.ly", "bitly.com", "j.mp", "tinyurl.com", "t.co", "ow.ly", "buff.ly", "is.gd", "v.gd", "cutt.ly",
        "rebrand.ly", "shorturl.at", "t.ly", "tiny.cc", "rb.gy", "bl.ink", "short.io", "urlz.fr", "vu.fr", "lc.cx",
        "shorter.gg", "s.id", "soo.gd", "clck.ru", "dub.sh", "lnkd.in", "goo.gl",
        # Makers of QR codes that can be changed later.
        "qrco.de", "qrto.to", "scnv.io", "qr1.be", "qrs.ly", "qr.io", "qrfy.io", "qrfy.com", "me-qr.com", "q-r.to",
        "delivr.com", "flowcode.com", "flow.page", "uqr.to", "hov.to", "linkto.run", "l.ead.me",
    }
)  # fmt: skip


def ended(url: str) -> Ended | None:
    """The service that an address depends on, when it was switched off; None otherwise."""
    host = place_of(url).host
    if host in STILL_THERE:
        return None
    return next((end for name, end in ENDED.items() if host == name or host.endswith(f".{name}")), None)


def shortener(url: str) -> str:
    """The public shortener or code service that an address goes through; "" when it is none."""
    host = place_of(url).host.removeprefix("www.")
    return host if host in SHORTENERS else ""
