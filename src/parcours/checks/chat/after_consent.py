"""Whether a chat waits for cookies to be accepted: for information."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.chat import Chat, chats
from parcours.facts.model import PageSnapshot


def _chats(page: PageSnapshot) -> Iterable[Chat]:
    return [chat for chat in chats(page.first_seen) if not chat.vendor.dead]


@page_check(
    "chat/after-consent",
    title="The chat is there before cookies are accepted",
    severity=Severity.NOTE,
    owner=Owner.CARE,
    looks_at=_chats,
    advice=Advice(
        do="Offer a way to load the chat by a tap of its own, and another channel for those who refuse cookies.",
        snippet='<button>Open the chat (loads vendor.example)</button> <a href="/contact">Other ways to reach us</a>',
        links=("https://eur-lex.europa.eu/eli/dir/2002/58/2009-12-19",),
    ),
    passes='<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>',
    fails=(
        '<meta name="viewport" content="width=device-width">'
        '<script type="text/plain" src="https://client.crisp.chat/l.js"></script>'
    ),
)
def after_consent(chat: Chat, _: PageSnapshot) -> Iterator[Problem]:
    """Those who refuse cookies have questions too; for them there is no chat, and nobody tells them why."""
    if chat.held:
        yield Problem(f"{chat.name} is held back until the customer accepts cookies", chat.vendor.slug)
