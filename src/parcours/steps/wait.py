"""Wait, for a text or for a time."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Blocked, Step, Walk


class Wait(BaseModel):
    """How long, or for what."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    time: Seconds = Field(default=0.0, description="How long to wait, or with `for` how long at most (default 10 s).")
    text: str = Field(default="", alias="for", description="A text to wait for.")


async def wait(args: Wait, walk: Walk) -> None:
    """Blocked when the text does not appear in time."""
    if not args.text:
        await walk.pause(args.time)
        return
    most = args.time or 10.0
    if not await walk.shows(args.text, most):
        raise Blocked("element-missing", f"waited {most:g} s in vain for “{args.text}”")


WAIT = Step("wait", "Wait for a text, or for a time.", Wait, "time", 'wait: {for: "Votre commande"}', wait)
