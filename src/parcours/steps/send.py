"""Send something: a form, a message."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Step, Walk


class Send(BaseModel):
    """What to tap, and how soon it must be there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, description="The control that sends, by its text or label as a person sees it.")
    within: Seconds = Field(default=5.0, description="How long the page may take to offer it.")


async def send(args: Send, walk: Walk) -> None:
    """Blocked when there is no such control, or when its host or the form's is not under `allow-send`."""
    await walk.send(args.name, args.within)


SEND = Step(
    "send", "Send a form or a message; its hosts must be under `allow-send`.", Send, "name", 'send: "Envoyer"', send
)
