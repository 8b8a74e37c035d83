"""The chat's button and window have names that mean something when they are read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.facts.chat import Chat, chats, launcher, parts
from parcours.facts.geometry import Box
from parcours.facts.model import Element, PageSnapshot

MEANINGLESS = re.compile(
    r"(?:i?frame|widget|button|launcher|untitled|title|chat|embed|app|container)?[\s\W\d_]*|https?:.*|"
    r"(?=.*[\d_])[\w-]{12,}|(?:[a-z]+[-_])+(?:i?frame|widget|container|launcher|wrapper)",
    re.IGNORECASE,
)
CHAT_ALONE = re.compile(r"chat[\s\W]*", re.IGNORECASE)
BY_AXE = {"frame-title", "frame-title-unique", "button-name", "link-name", "aria-command-name"}


class Named(NamedTuple):
    """A part of a chat that must have a name."""

    address: str
    box: Box
    element: Element
    chat: Chat


def _named(page: PageSnapshot) -> Iterable[Named]:
    for chat in chats(page):
        opener = launcher(chat, page)
        frames = [part for part in parts(chat, page) if part.tag == "iframe"]
        for part in {id(one): one for one in (opener, *frames) if one and not one.inert}.values():
            yield Named(part.address, page.on_page(part), part, chat)


@page_check(
    "chat/title",
    title="The chat has names that can be read aloud",
    severity=Severity.MINOR,
    owner=Owner.CARE,
    looks_at=_named,
    advice=Advice(
        do="Name the button and the frame for what they do, in the page's language.",
        snippet='<iframe title="Chat with an adviser" src="https://widget.vendor.example"></iframe>',
        links=(
            "https://www.w3.org/WAI/WCAG22/Understanding/name-role-value.html",
            "https://dequeuniversity.com/rules/axe/4.10/frame-title",
        ),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width">'
        '<iframe id="hubspot-messages-iframe-container" title="Chat with an adviser" width="60" height="60"></iframe>'
        "<script>window.HubSpotConversations = {}</script>"
    ),
    fails=(
        '<meta name="viewport" content="width=device-width">'
        '<iframe id="hubspot-messages-iframe-container" width="60" height="60"></iframe>'
        "<script>window.HubSpotConversations = {}</script>"
    ),
)
def title(part: Named, page: PageSnapshot) -> Iterator[Problem]:
    """To somebody who hears the page, “frame” or nothing at all says not that here one can talk to a human being."""
    element = part.element
    what = "window" if element.tag == "iframe" else "button"
    name = (element.attr("title") or element.attr("aria-label") if element.tag == "iframe" else element.name).strip()
    if not name:
        if not _said_by_axe(element.address, page):
            yield Problem(f"The {what} of {part.chat.name} has no name", f"no-name-{what}")
    elif MEANINGLESS.fullmatch(name) and not CHAT_ALONE.fullmatch(name):
        yield Problem(
            f"The {what} of {part.chat.name} is called “{name[:60]}”, which says nothing", f"empty-name-{what}"
        )


def _said_by_axe(address: str, page: PageSnapshot) -> bool:
    """axe-core's own rules speak of what has no name; one thing is one finding."""
    found = page.axe.results if page.axe else ()
    return any(node.address == address for result in found if result.id in BY_AXE for node in result.nodes)
