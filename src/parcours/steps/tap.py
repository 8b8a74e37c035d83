"""Tap something."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Step, Walk


class Tap(BaseModel):
    """What to tap, and how soon it must be there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, description="Its text or label as a person sees it; a test id or selector last.")
    within: Seconds = Field(default=5.0, description="How long the page may take to offer it.")


async def tap(args: Tap, walk: Walk) -> None:
    """Blocked when there is no such thing, or when something lies over it."""
    await walk.tap(args.name, args.within)


TAP = Step("tap", "Tap a button, a link or anything else.", Tap, "name", 'tap: "Ajouter au panier"', tap)
