"""Scroll the page."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Step, Walk


class Scroll(BaseModel):
    """Where to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    to: str = Field(min_length=1, description="`down` or `up` a screen, `bottom`, `top`, or a text to scroll to.")
    within: Seconds = Field(default=5.0, description="How long the page may take to show the text.")


async def scroll(args: Scroll, walk: Walk) -> None:
    """Blocked when the text that was scrolled to is nowhere."""
    await walk.scroll(args.to, args.within)


SCROLL = Step("scroll", "Scroll a screen, to an end, or to a text.", Scroll, "to", "scroll: bottom", scroll)
