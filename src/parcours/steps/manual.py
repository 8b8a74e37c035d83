"""What no emulated phone can try, attested by a person, until a day."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict, Field, model_validator

from parcours.scenario.units import AssetFile, Day, wrong
from parcours.steps import Blocked, Step, Walk


class Manual(BaseModel):
    """What was seen, by whom and when, and how long that may be relied on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, description="What a person has seen: “The app shows a red badge”.")
    by: str = Field(default="", max_length=200, description="Who attests it.")
    on: Day | None = Field(default=None, description="The day on which it was seen.")
    until: Day | None = Field(default=None, description="The last day on which that may be relied on.")
    evidence: AssetFile = Field(default="", description="A picture of it, below the scenario's folder.")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Manual:
        if self.on and self.until and self.until < self.on:
            raise wrong(f"until {self.until} is before on {self.on}", "give the last day on which it may be relied on")
        return self


async def manual(args: Manual, walk: Walk) -> None:
    """Blocked when nobody attests it, or when that was too long ago: then a person must look again."""
    absent = [key for key, value in (("by", args.by), ("on", args.on), ("until", args.until)) if not value]
    if absent:
        wanted = ", ".join(f"`{key}:`" for key in absent)
        raise Blocked("manual-missing", f"nobody attests “{args.text}”: try it on a phone, and add {wanted}")
    assert args.on
    assert args.until
    today = date.today()  # noqa: DTZ011 - a day in the calendar of whoever runs it
    if args.on > today:
        raise Blocked("manual-missing", f"“{args.text}” is attested for {args.on}, a day that is still to come")
    if args.until < today:
        reason = f"“{args.text}” was attested by {args.by} on {args.on}, until {args.until}: try it again on a phone"
        raise Blocked("manual-expired", reason)
    walk.note(f"attested by {args.by} on {args.on}, until {args.until}")
    if args.evidence:
        await walk.keep(args.evidence)


MANUAL = Step(
    "manual",
    "A person attests what no emulated phone can try.",
    Manual,
    "text",
    'manual: {text: "The app shows a red badge", by: "Anna, QA", on: 2026-11-20, until: 2027-02-20}',
    manual,
)
