"""A text can be read."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Blocked, Step, Walk


class See(BaseModel):
    """What must be readable, and how soon."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, description="The text, as a person reads it; case does not matter.")
    within: Seconds = Field(default=5.0, description="How long the page may take to show it.")


async def see(args: See, walk: Walk) -> None:
    """Blocked when the text does not appear in time."""
    if not await walk.shows(args.text, args.within):
        raise Blocked("element-missing", f"“{args.text}” cannot be read on the page within {args.within:g} s")


async def not_see(args: See, walk: Walk) -> None:
    """Blocked when the text can be read, and stays so."""
    if not await walk.hides(args.text, args.within):
        raise Blocked("element-present", f"“{args.text}” can be read on the page, and should not")


SEE = Step("see", "A text can be read on the page.", See, "text", 'see: "Les bottes de printemps"', see)
NOT_SEE = Step("not-see", "A text can be read nowhere on the page.", See, "text", 'not-see: "Erreur"', not_see)
