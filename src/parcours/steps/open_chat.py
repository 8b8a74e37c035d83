"""Open the chat, and be able to write in it."""

from __future__ import annotations

import time

from pydantic import BaseModel, ConfigDict, Field

from parcours.facts.chat import chats
from parcours.facts.chat_window import way_in, window
from parcours.facts.model import PageSnapshot
from parcours.scenario.units import Seconds
from parcours.steps import Blocked, Step, Walk

PAUSE = 0.3


class OpenChat(BaseModel):
    """Which button opens it, where parcours should not look for one, and how soon it must be usable."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    button: str = Field(default="", description="What opens the chat, as a person reads it; found by itself if absent.")
    within: Seconds = Field(default=5.0, description="How long the button and the window may each take to show.")


async def open_chat(args: OpenChat, walk: Walk) -> None:
    """Blocked when there is no chat, or when nobody could write in what opens."""
    if args.button:
        await walk.tap(args.button, args.within)
    else:
        await _open(args, walk)
    ends = time.monotonic() + args.within
    while window(await walk.look()) is None:
        if time.monotonic() >= ends:
            said = f"the chat was tapped, and no window to write in opened within {args.within:g} s"
            raise Blocked("chat-shut", said)
        await walk.pause(PAUSE)
    walk.channel = "chat"


async def _open(args: OpenChat, walk: Walk) -> None:
    ends = time.monotonic() + args.within
    while True:  # chats come late: they wait for the page, or for consent
        page = await walk.look()
        if window(page):
            return
        if button := way_in(page):
            walk.note(f"opens the chat: “{(button.name or button.text or button.attr('title'))[:60]}”")
            await walk.tap_element(button, page)
            return
        if time.monotonic() >= ends:
            raise Blocked(*_missing(page))
        await walk.pause(PAUSE)


def _missing(page: PageSnapshot) -> tuple[str, str]:
    for chat in chats(page):
        if chat.vendor.dead:
            return "chat-dead", f"the page still asks for {chat.name}, which no longer exists"
        if chat.refused:
            return "chat-missing", f"{chat.name} does not load"
    return "chat-missing", "no chat is on the page; if its button has a name of its own, give it: `open-chat: Ask us`"


OPEN_CHAT = Step(
    "open-chat",
    "Open the chat, and be able to write in it.",
    OpenChat,
    "button",
    'open-chat: "Discuter avec nous"',
    open_chat,
    patience=lambda args: float(args.within),
)
