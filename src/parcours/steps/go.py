"""Move between pages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.steps import Step, Walk


class Go(BaseModel):
    """Where to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    to: str = Field(min_length=1, description="`back`, `reload`, or an address, relative to the page's.")


async def go(args: Go, walk: Walk) -> None:
    """Blocked when there is nothing to go back to, or when the page does not load."""
    if args.to == "back":
        await walk.back()
    elif args.to == "reload":
        await walk.reload()
    else:
        await walk.open(args.to)


GO = Step("go", "Go back, reload, or go to an address.", Go, "to", "go: back", go)
