"""The site tells the customer that there is news."""

from __future__ import annotations

import time

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Blocked, Step, Walk

PAUSE = 0.3


class ExpectNotification(BaseModel):
    """Words of the notification, and how soon it must be shown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, description="Words in its title or text; case does not matter.")
    within: Seconds = Field(default=10.0, description="How long it may take to show.")


async def expect_notification(args: ExpectNotification, walk: Walk) -> None:
    """Blocked when the site shows no such notification in time. The customer allows them when asked."""
    if walk.device.platform == "ios":
        raise Blocked("cannot-know", _ON_AN_IPHONE)
    ends = time.monotonic() + args.within
    while True:
        shown = await walk.notifications()
        found = next((text for text in shown if args.text.casefold() in text.casefold()), "")
        if found:
            walk.note(f"notification: “{found[:120]}”")
            return
        if time.monotonic() >= ends:
            others = f"; shown: {'; '.join(text[:60] for text in shown[-3:])}" if shown else ""
            raise Blocked("no-notification", f"no notification says “{args.text}” within {args.within:g} s{others}")
        await walk.pause(PAUSE)


# WebKit, "Web Push for Web Apps on iOS and iPadOS": from 16.4 on, for sites on the home screen only.
_ON_AN_IPHONE = (
    "an iPhone shows a site's notifications only once it is on the home screen, which cannot be emulated: "
    "write `only-on: android`, and have it attested for the iPhone with `manual:`"
)

EXPECT_NOTIFICATION = Step(
    "expect-notification",
    "The site shows a notification (Android).",
    ExpectNotification,
    "text",
    'expect-notification: "Camille vous a répondu"',
    expect_notification,
    patience=lambda args: float(args.within),
)
