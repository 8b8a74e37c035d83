"""In a social app's browser, Google lets nobody sign in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, journey_check
from parcours.checks.entry._messages import message
from parcours.facts.inapp import TITLES
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.urls import classify, place_of
from parcours.trace import JourneyTrace

# Whose own browsers are web views that Google refuses; X's has been seen to pass.
REFUSED = frozenset({"instagram", "facebook", "tiktok", "linkedin", "snapchat"})
HOST = "accounts.google.com"


def _buttons(trace: JourneyTrace) -> Iterable[Element]:
    post = message(trace, "social")
    if post is None or post.app not in REFUSED:
        return
    for page in trace.pages:
        found = next((el for el in page.visible("a", "iframe", "div", "button") if _signs_in(el, page)), None)
        if found:
            yield found


def _signs_in(element: Element, page: PageSnapshot) -> bool:
    if "g_id_signin" in element.attr("class").split():
        return True
    url = element.attr("href") or element.attr("src")
    place = place_of(classify(url, page.url).value) if url else place_of("")
    return place.host == HOST and any(word in place.path for word in ("/oauth", "/gsi/", "/signin/oauth"))


@journey_check(
    "entry/social-login",
    title="In a social app's own browser, customers can sign in",
    severity=Severity.MINOR,
    owner=Owner.WEB,
    certainty=Certainty.MEDIUM,
    looks_at=_buttons,
    needs=("frames",),
    advice=Advice(
        do="Offer another way to sign in there, such as a code by e-mail, or say how to open the page in the browser.",
        links=(
            "https://developers.googleblog.com/en/upcoming-security-changes-to-googles-oauth-20-authorization-endpoint-in-embedded-webviews/",
        ),
    ),
    passes="A page without Google's sign-in, opened in Instagram.",
    fails="A page with “Sign in with Google”, opened in Instagram.",
)
def social_login(button: Element, trace: JourneyTrace) -> Iterator[Problem]:
    """Google refuses browsers within apps (“disallowed_useragent”): the customer meets an error page, and gives up."""
    post = message(trace, "social")
    inside = TITLES.get(post.app, post.app) if post else ""
    said = f"“{(button.name or button.text or 'Sign in with Google')[:60]}” ends at an error of Google's in {inside}"
    yield Problem(said, "google")
