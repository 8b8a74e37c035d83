"""A chat that the page asks for comes, and can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, CannotTell, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.chat import Chat, chats, launcher, panel
from parcours.facts.model import PageSnapshot, Request
from parcours.facts.urls import place_of

# What the page itself forbids, as browsers word it; anything else may be the network between us and the vendor.
FORBIDDEN = {"csp": "its Content-Security-Policy", "mixed-content": "https pages load nothing over http"}


def _asked(page: PageSnapshot) -> Iterable[Chat]:
    """Chats whose script or frame was asked for; those that wait for consent, or are dead, are other rules'."""
    return [chat for chat in chats(page) if chat.requests and not chat.vendor.dead]


@page_check(
    "chat/not-loaded",
    title="The chat loads",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=_asked,
    advice=Advice(
        do="Check the chat's account and snippet with its vendor, and that the page's security policy lets it in.",
        snippet="Content-Security-Policy: script-src 'self' https://widget.vendor.example",
        links=("https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy",),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>'
        '<a href="/contact">Contact</a>'
    ),
    fails=(
        '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
        '<meta name="viewport" content="width=device-width"><script src="https://client.crisp.chat/l.js"></script>'
    ),
)
def not_loaded(chat: Chat, page: PageSnapshot) -> Iterator[Problem]:
    """A chat that never appears is worse than none: the company pays for it and plans with it, and nobody can write."""
    if not chat.refused:
        if launcher(chat, page) is None and panel(chat, page) is None:
            said = (
                f"{chat.name} was loaded, and no button of it was found: it may come later, or be closed at this hour"
            )
            yield CannotTell(said, "no-launcher", Severity.NOTE, Certainty.LOW)
        return
    request = chat.requests[0]
    host = place_of(request.url).host
    if word := _forbidden(request):
        yield Problem(f"The page itself keeps {chat.name} out: {FORBIDDEN[word]} ({host})", "forbidden")
    elif request.status >= 400:
        yield Problem(f"{chat.name} does not load: {host} answers {request.status}", "refused")
    elif request.failed:
        yield CannotTell(f"{chat.name} did not load: {host} could not be reached ({request.failed})", "unreachable")
    else:
        yield CannotTell(f"{chat.name} had not loaded when the page was looked at ({host})", "slow", Severity.NOTE)


def _forbidden(request: Request) -> str:
    return next((word for word in FORBIDDEN if word in request.failed.lower().replace("_", "-")), "")
