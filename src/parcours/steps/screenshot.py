"""Keep a picture."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.steps import Step, Walk


class Screenshot(BaseModel):
    """Its name in the report."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=80, description="What the picture is called in the report.")


async def screenshot(args: Screenshot, walk: Walk) -> None:
    """Keep it."""
    await walk.picture(args.name)


SCREENSHOT = Step(
    "screenshot", "Keep a picture of the screen.", Screenshot, "name", 'screenshot: "Le panier"', screenshot
)
