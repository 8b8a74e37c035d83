"""Which chats the page has: for information."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Certainty, Owner, Problem, Severity, page_check
from parcours.facts.chat import Chat, chats, unknown_launcher
from parcours.facts.model import Element, PageSnapshot


def _chats(page: PageSnapshot) -> Iterable[Chat | Element]:
    """The chats that are known, or else a bubble that looks like one."""
    found = tuple(chat for chat in chats(page) if not chat.vendor.dead)
    bubble = None if found else unknown_launcher(page)
    return found or ((bubble,) if bubble else ())


@page_check(
    "chat/present",
    title="Chats on the page, for information",
    severity=Severity.NOTE,
    owner=Owner.CARE,
    looks_at=_chats,
    advice=Advice(
        do="Check that the contract with this vendor runs, and that somebody answers during the hours that are told.",
        links=("https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html",),
    ),
    passes='<meta name="viewport" content="width=device-width"><a href="/contact">Contact</a>',
    fails='<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>',
)
def present(chat: Chat | Element, _: PageSnapshot) -> Iterator[Problem]:
    """Whoever owns the journey should know who talks to customers there: a new vendor is a change for them too."""
    if isinstance(chat, Element):
        said = f"A floating button, “{(chat.name or chat.attr('title'))[:60]}”, looks like a chat's; whose is not known"
        yield Problem(said, "unknown", certainty=Certainty.LOW)
        return
    said = f"The page has a chat of {chat.name} ({', '.join(chat.signs)[:160]})"
    yield Problem(said, chat.vendor.slug, certainty=chat.certainty)
