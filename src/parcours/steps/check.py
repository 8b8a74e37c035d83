"""Judge the page at this moment."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from parcours.findings import Severity
from parcours.scenario.units import RuleName, one_or_several
from parcours.steps import Step, Walk


class Check(BaseModel):
    """Which rules to judge by."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rules: Annotated[tuple[RuleName, ...], BeforeValidator(one_or_several)] = Field(
        default=("all",), description="Rules, areas or departments (print, web, app, care), or `all`."
    )
    min_severity: Severity = Field(
        default=Severity.NOTE, alias="min-severity", description="Leave out what costs the customer less than this."
    )


async def check(args: Check, walk: Walk) -> None:
    """Judge; findings are results, never a reason to stop the walk."""
    await walk.judge(args.rules, args.min_severity.value)


CHECK = Step("check", "Judge the page as it is now.", Check, "rules", "check: [viewport, plugin]", check)
