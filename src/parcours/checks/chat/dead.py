"""No chat on the page was closed by its maker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.chat import Chat, chats
from parcours.facts.inventory import NATIVE, inventory, offered
from parcours.facts.model import PageSnapshot


def _chats(page: PageSnapshot) -> Iterable[Chat]:
    return chats(page)


@page_check(
    "chat/dead",
    title="The page's chat still exists",
    severity=Severity.MAJOR,
    owner=Owner.CARE,
    looks_at=_chats,
    advice=Advice(
        do="Take the plug-in off the page, and link to Messenger (https://m.me/ and your page) or another chat.",
        snippet='<a href="https://m.me/yourpage">Write to us on Messenger</a>',
        links=("https://developers.facebook.com/docs/messenger-platform/discovery/facebook-chat-plugin/",),
    ),
    passes='<meta name="viewport" content="width=device-width"><script>window.$crisp = []</script>',
    fails='<meta name="viewport" content="width=device-width"><div class="fb-customerchat" page_id="1"></div>',
)
def dead(chat: Chat, page: PageSnapshot) -> Iterator[Problem]:
    """The bubble that customers used to tap is gone: the company believes that it is reachable, and is not."""
    if not chat.vendor.dead:
        return
    others = any(contact.channel in NATIVE for contact in offered(inventory(page)))
    severity = Severity.MINOR if others else None
    said = f"{chat.name} shows nothing since {chat.vendor.dead}: its code is on the page for nothing"
    yield Problem(said, chat.vendor.slug, severity, chat.certainty, evidence=", ".join(chat.signs))
