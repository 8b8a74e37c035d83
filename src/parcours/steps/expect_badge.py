"""A badge says how much is new."""

from __future__ import annotations

import time

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Blocked, Step, Walk

PAUSE = 0.3
ON_THE_ICON = "the site's icon"


class ExpectBadge(BaseModel):
    """How many are new; 0 means that no badge is shown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    count: int = Field(ge=0, le=9999, description="The number on the badge; 0 when none may be shown.")
    within: Seconds = Field(default=10.0, description="How long it may take to show.")


async def expect_badge(args: ExpectBadge, walk: Walk) -> None:
    """Blocked when no count that is shown is that one: beside the messages, in the title, or on the site's icon."""
    ends = time.monotonic() + args.within
    while True:
        shown = await walk.badges()
        if _right(args.count, shown):
            _tell(args.count, shown, walk)
            return
        if time.monotonic() >= ends:
            raise Blocked("badge-missing" if args.count else "badge-left", _wrong(args.count, shown))
        await walk.pause(PAUSE)


def _right(count: int, shown: tuple[tuple[str, int], ...]) -> bool:
    """The number somewhere; for none, nowhere any."""
    return any(number == count for _, number in shown) if count else not any(number for _, number in shown)


def _tell(count: int, shown: tuple[tuple[str, int], ...], walk: Walk) -> None:
    places = [place for place, number in shown if number == count]
    if count:
        walk.note(f"{count} new, shown by {', '.join(places)}")
    if ON_THE_ICON in places and walk.device.platform == "ios":
        walk.note("an iPhone shows a number on the site's icon only once the site is on the home screen")


def _wrong(count: int, shown: tuple[tuple[str, int], ...]) -> str:
    have = "; ".join(f"{place} shows {number if number >= 0 else 'a dot'}" for place, number in shown if number)
    if not count:
        return f"a badge is still shown: {have}"
    return f"no badge shows {count}: {have or 'there is none'}"


EXPECT_BADGE = Step(
    "expect-badge",
    "A badge says how many messages are new.",
    ExpectBadge,
    "count",
    "expect-badge: 1",
    expect_badge,
    patience=lambda args: float(args.within),
)
