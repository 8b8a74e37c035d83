"""A human answers what was sent."""

from __future__ import annotations

import time

from pydantic import BaseModel, ConfigDict, Field

from parcours.facts.conversation import acknowledged, replies, texts, written
from parcours.facts.model import PageSnapshot
from parcours.scenario.units import Seconds
from parcours.steps import Blocked, Sent, Step, Walk
from parcours.trace import Reply

PAUSES = (0.2, 1.0)  # seconds between two looks at the page: the first, and the longest


class ExpectReply(BaseModel):
    """How soon a human must answer, and with which words if only those will do."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    within: Seconds = Field(default=60.0, description="How long the answer may take, from sending.")
    text: str = Field(default="", description="Words of the answer, where the page shows no thread of messages.")


async def expect_reply(args: ExpectReply, walk: Walk) -> None:
    """Blocked when no human has answered in time: an automatic acknowledgement is no answer."""
    if walk.sent is None:
        raise Blocked("nothing-sent", "nothing was sent before: use `send:` for the message that is to be answered")
    sent, pause = walk.sent, PAUSES[0]
    while True:
        page = await walk.look()
        if answer := _answer(page, sent, args.text):
            _tell(answer, page, sent, walk)
            return
        left = args.within - (time.monotonic() - sent.at)
        if left <= 0:
            raise Blocked("no-reply", _in_vain(page, sent, args))
        await walk.pause(min(pause, left))
        pause = min(pause * 1.5, PAUSES[1])


def _answer(page: PageSnapshot, sent: Sent, wanted: str) -> str:
    if not wanted:
        return next(replies(page, sent.words, sent.before), "")
    new = texts(page) - sent.before
    return next((text for text in new if wanted.casefold() in text.casefold()), "")


def _tell(answer: str, page: PageSnapshot, sent: Sent, walk: Walk) -> None:
    seconds = time.monotonic() - sent.at
    walk.reply = Reply(round(seconds * 1000), walk.channel, acknowledged(page, sent.before))
    walk.note(f"a reply after {seconds:.1f} s: “{answer[:80]}”")


def _in_vain(page: PageSnapshot, sent: Sent, args: ExpectReply) -> str:
    if args.text:
        return f"“{args.text}” was not answered within {args.within:g} s"
    if not any(written(page, sent.words)):
        return "what was sent is shown nowhere on the page, so no answer to it can be told: name its words with `text:`"
    if acknowledged(page, sent.before):
        return f"only an automatic acknowledgement came within {args.within:g} s: no human replied"
    return f"nobody replied within {args.within:g} s"


EXPECT_REPLY = Step(
    "expect-reply",
    "A human answers what was sent; an automatic acknowledgement is no answer.",
    ExpectReply,
    "within",
    "expect-reply: {within: 60 s}",
    expect_reply,
    patience=lambda args: float(args.within),
)
