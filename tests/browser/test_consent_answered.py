"""The question about cookies is answered as a customer would who wants to go on: every vendor's, and nobody's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pytest

from parcours.browser.apart import run_to_end
from parcours.browser.consent import answer_consent
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings, browsers
from parcours.browser.sessions import open_session
from parcours.browser.walk import Walk
from parcours.facts.consent import Answer as Wish
from parcours.facts.consent import consent
from parcours.facts.model import AppLinks
from servers import serving

HEAD = '<!doctype html><meta name=viewport content="width=device-width"><title>asked</title>'
GONE = "document.getElementById('wall').remove();document.title="


def banner(yes: str, no: str, *, root: str = "", text: str = "We use cookies") -> str:
    """A layer with two controls; a tap takes it away and says in the title what was tapped."""
    return (
        f'{HEAD}<h1>Boots</h1><div id=wall><div {root} style="position:fixed;bottom:0;left:0;right:0;padding:20px;background:#fff">'
        f"<p>{text}</p><button {yes} onclick=\"{GONE}'accept'\">{YES}</button> <button {no} onclick=\"{GONE}'refuse'\">{NO}</button></div></div>"
    )


YES, NO = "Zugriff", "Kein Zugriff"  # words that mean nothing to us: the vendor's own marks must do
VENDORS = {
    "Didomi": banner('id="didomi-notice-agree-button"', 'id="didomi-notice-disagree-button"', root='id="didomi-popup"'),
    "Axeptio": banner('id="axeptio_btn_acceptAll"', 'id="axeptio_btn_dismiss"', root='id="axeptio_overlay"'),
    "OneTrust": banner(
        'id="onetrust-accept-btn-handler"', 'id="onetrust-reject-all-handler"', root='id="onetrust-banner-sdk"'
    ),
    "Cookiebot": banner(
        'id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll"',
        'id="CybotCookiebotDialogBodyButtonDecline"',
        root='id="CybotCookiebotDialog"',
    ),
    "Usercentrics": banner(
        'data-testid="uc-accept-all-button"', 'data-testid="uc-deny-all-button"', root='id="usercentrics-root"'
    ),
    "tarteaucitron": banner(
        'id="tarteaucitronPersonalize2"', 'id="tarteaucitronAllDenied2"', root='id="tarteaucitronAlertBig"'
    ),
    "Osano": banner('class="osano-cm-accept-all"', 'class="osano-cm-deny"', root='class="osano-cm-window"'),
    "Complianz": banner('class="cmplz-accept"', 'class="cmplz-deny"', root='class="cmplz-cookiebanner"'),
    "Iubenda": banner('class="iubenda-cs-accept-btn"', 'class="iubenda-cs-reject-btn"', root='id="iubenda-cs-banner"'),
}


def by_words(yes: str, no: str, text: str, root: str = "") -> str:
    return banner("", "", root=root, text=text).replace(NO, no).replace(YES, yes)


# Vendors whose controls bear no mark of their own, and banners of nobody's make.
WORDED = {
    "TrustCommander": by_words("Tout accepter", "Continuer sans accepter", "Cookies", 'id="tc-privacy-wrapper"'),
    "Quantcast": by_words("AGREE", "DISAGREE", "We value your privacy", 'class="qc-cmp2-main"'),
    "Sirdata": by_words("Tout accepter", "Continuer sans accepter", "Cookies", 'class="sd-cmp"'),
    "French": by_words("J’accepte", "Tout refuser", "Nous utilisons des cookies"),
    "English": by_words("Accept all", "Reject all", "We use cookies"),
    "German": by_words("Alle akzeptieren", "Ablehnen", "Wir verwenden Cookies"),
    "Spanish": by_words("Aceptar todo", "Rechazar todo", "Usamos cookies"),
    "Italian": by_words("Accetta tutto", "Rifiuta tutto", "Usiamo i cookie"),
    "Dutch": by_words("Alles accepteren", "Weigeren", "Wij gebruiken cookies"),
}

# Sourcepoint keeps its banner in a frame of its own; the page learns by a message.
FRAMED = (
    HEAD
    + "<h1>Boots</h1><div id=wall style='position:fixed;left:0;bottom:0;width:100%'><div id=sp_message_container_1>"
    "<iframe id=sp_message_iframe_1 src=/frame style='width:100%;height:220px;border:0'></iframe></div></div>"
    f"<script>onmessage = (e) => {{ {GONE}e.data }}</script>"
)
FRAME = (
    HEAD
    + "<p>We use cookies</p><button class='sp_choice_type_11' onclick=\"parent.postMessage('accept','*')\">Zugriff</button>"
    "<button class='sp_choice_type_13' style='margin-top:60px' onclick=\"parent.postMessage('refuse','*')\">Kein Zugriff</button>"
)
LAYERED = (
    HEAD
    + "<h1>Boots</h1><div id=wall><div role=dialog style='position:fixed;bottom:0;padding:20px;background:#fff'><p>Nous utilisons des cookies</p>"
    f"<button onclick=\"{GONE}'accept'\">Tout accepter</button>"
    '<button onclick="this.parentNode.innerHTML = second.innerHTML">Paramétrer</button></div></div>'
    f"<template id=second><p>Vos cookies</p><button onclick=\"{GONE}'refuse'\">Tout refuser</button></template>"
)
STUCK = (
    HEAD + "<h1>Boots</h1><div role=dialog style='position:fixed;bottom:0'>We use cookies <button>Accept</button></div>"
)
PAGES = {f"/{name}": page for name, page in (VENDORS | WORDED).items()}
PAGES |= {"/framed": FRAMED, "/frame": FRAME, "/layered": LAYERED, "/stuck": STUCK, "/none": HEAD + "<h1>Boots</h1>"}


class Answered(NamedTuple):
    vendor: str
    tapped: bool
    title: str
    taps: int
    still_asked: bool


@pytest.fixture(scope="module")
def answered() -> dict[tuple[str, Wish], Answered]:
    """Every page answered both ways, in one browser."""
    wanted = [(path, wish) for path in PAGES if path not in ("/frame", "/none") for wish in (Wish.ACCEPT, Wish.REFUSE)]
    return dict(run_to_end(_all(wanted)))


async def _all(wanted: Iterable[tuple[str, Wish]]) -> list[tuple[tuple[str, Wish], Answered]]:
    found = find_browser()
    settings = LaneSettings(found.executable, sandbox=found.sandbox)
    with serving(PAGES) as site:
        async with browsers(settings) as running:
            session = await open_session(await running.get("chromium"), "iPhone 13")
            return [((path, wish), await _one(session, site.url + path, wish)) for path, wish in wanted]


async def _one(session, url: str, wish: Wish) -> Answered:
    walk = Walk(session, AppLinks(), judge=_nothing, picture=_nothing, keep=_nothing, reason=lambda _: ("", ""))
    await walk.open(url)
    page = await walk.look()
    asked = consent(page)
    assert asked, url
    tapped = await answer_consent(walk, page, asked, wish)
    after = await walk.look()
    return Answered(asked.vendor, tapped, after.title, walk.effort.taps, consent(after) is not None)


async def _nothing(*_: object) -> None:
    pass


@pytest.mark.parametrize("wish", [Wish.ACCEPT, Wish.REFUSE])
@pytest.mark.parametrize("name", [*VENDORS, *WORDED])
def test_every_banner_takes_the_answer(answered: dict[tuple[str, Wish], Answered], name: str, wish: Wish) -> None:
    vendor = "" if name in ("French", "English", "German", "Spanish", "Italian", "Dutch") else name
    assert answered[f"/{name}", wish] == Answered(vendor, True, wish.value, 1, False)


@pytest.mark.parametrize("wish", [Wish.ACCEPT, Wish.REFUSE])
def test_a_banner_in_a_frame_is_answered_where_it_stands(
    answered: dict[tuple[str, Wish], Answered], wish: Wish
) -> None:
    assert answered["/framed", wish] == Answered("Sourcepoint", True, wish.value, 1, False)


def test_a_refusal_is_looked_for_behind_the_settings(answered: dict[tuple[str, Wish], Answered]) -> None:
    assert answered["/layered", Wish.ACCEPT] == Answered("", True, "accept", 1, False)
    assert answered["/layered", Wish.REFUSE] == Answered("", True, "refuse", 2, False)


def test_a_banner_that_does_not_go_is_tapped_once_and_left(answered: dict[tuple[str, Wish], Answered]) -> None:
    assert answered["/stuck", Wish.ACCEPT] == Answered("", True, "asked", 1, True)
    assert answered["/stuck", Wish.REFUSE] == Answered("", False, "asked", 0, True)
