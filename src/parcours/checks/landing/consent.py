"""The question about cookies can be answered, either way, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.consent import Answer, Consent, consent
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot

NOWHERE = Box(0, 0, 0, 0)
HALF = 0.5  # of the first screen: a layer that large must be answered before anything can be read


def _asked(page: PageSnapshot) -> Iterator[Consent]:
    """The question as it was first put. Once it is answered, no picture of the page shows its place any more."""
    if found := consent(page.first_seen):
        yield replace(found, box=NOWHERE) if page.before_consent else found


@page_check(
    "landing/consent",
    title="The question about cookies can be answered, either way, with one tap",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=_asked,
    advice=Advice(
        do="Show both answers on the first layer, side by side, within the screen of a small phone.",
        snippet="<button>Tout accepter</button> <button>Tout refuser</button>",
        links=(
            "https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/cookies/FAQ",
            "https://www.edpb.europa.eu/our-work-tools/our-documents/other/report-work-undertaken-cookie-banner-taskforce_en",
        ),
    ),
    passes='<meta name="viewport" content="width=device-width"><div style="position:fixed;bottom:0">We use cookies '
    "<button>Accept</button> <button>Refuse</button></div>",
    fails='<meta name="viewport" content="width=device-width"><div id="didomi-popup" style="position:fixed;bottom:0">'
    'We use cookies <button id="didomi-notice-agree-button">Accept</button></div>',
)
def landing_consent(banner: Consent, now: PageSnapshot) -> Iterator[Problem]:
    """Before the offer comes the question: one that cannot be answered ends the journey, one without a no offends."""
    page = now.first_seen
    who = f"{banner.vendor}'s banner" if banner.vendor else "A banner"
    answers = [banner.control(answer) for answer in (Answer.ACCEPT, Answer.REFUSE, Answer.CLOSE)]
    usable = [element for element in answers if element]
    if banner.opaque:
        yield CannotTell(f"{who} asks about cookies, and cannot be looked into (a closed shadow root)", "opaque")
    elif not usable and banner.control(Answer.SETTINGS) is None:
        yield from _no_way_out(banner, who)
    elif usable and all(_out_of_reach(element, banner, page) for element in usable):
        yield Problem(f"{who} asks about cookies, and its answers cannot be tapped", "out-of-reach", Severity.MAJOR)
    elif banner.control(Answer.ACCEPT) and not banner.control(Answer.REFUSE):
        yield _no_refusal(banner, who)


def _no_way_out(banner: Consent, who: str) -> Iterator[Problem]:
    if banner.covers >= HALF:
        yield CannotTell(
            f"{who} covers {banner.covers:.0%} of the screen, and shows no answer that we know", "no-way-out"
        )


def _no_refusal(banner: Consent, who: str) -> Problem:
    accept = banner.control(Answer.ACCEPT)
    settings = banner.control(Answer.SETTINGS)
    words = f"“{(accept.name or accept.text)[:40]}”" if accept else "an acceptance"
    way = f"; to refuse, one must go through “{(settings.name or settings.text)[:40]}”" if settings else ""
    message = f"{who} offers {words}, and no refusal at the same level{way}"
    # A banner of nobody's make may speak of cookies that need no consent.
    return Problem(message, "no-refusal") if banner.vendor else CannotTell(message, "no-refusal")


def _out_of_reach(element: Element, banner: Consent, page: PageSnapshot) -> bool:
    """True when something else lies over it, or when it hangs below a screen that does not scroll to it."""
    if element.covered_by and element.covered_by not in {inner.address for inner in banner.frame.below(banner.root)}:
        return element.covered_by != banner.address
    around = [above for above in (element, *banner.frame.ancestors(element)) if above.position == "fixed"]
    scrolls = any(above.overflow_y in ("auto", "scroll") for above in banner.frame.ancestors(element))
    return bool(around) and not scrolls and not page.on_page(element).meet(page.first_screen).area
