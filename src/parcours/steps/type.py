"""Type into a field."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.units import Seconds
from parcours.steps import Step, Walk


class Type(BaseModel):
    """What to type, and where. The text is shown in no report."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    into: str = Field(min_length=1, description="The field's label, as a person reads it.")
    text: str = Field(description="What is typed.")
    within: Seconds = Field(default=5.0, description="How long the page may take to offer the field.")


async def type_(args: Type, walk: Walk) -> None:
    """Blocked when there is no such field, or when it takes no text."""
    await walk.type(args.into, args.text, args.within)


TYPE = Step("type", "Type into a field.", Type, "into", 'type: {into: "Pointure", text: "42"}', type_)
