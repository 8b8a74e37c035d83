"""Steps that several scenarios share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from parcours.scenario.model import VarName
from parcours.scenario.units import AssetFile
from parcours.steps import Blocked, Step, Walk


class Use(BaseModel):
    """Which file, and what its texts are."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: AssetFile = Field(description="A file with `parcours: 1` and `steps:`, below the folder of this one.")
    given: dict[VarName, str] = Field(
        default_factory=dict, alias="with", description="Texts by name, for its ${name}; it knows no others."
    )


async def use(args: Use, _walk: Walk) -> None:
    """Never walked: the loader puts the file's own steps in its place."""
    raise Blocked("tool-use", f"the steps of {args.file} were not put in: load the scenario from its file")


USE = Step("use", "Take the steps of another file.", Use, "file", "use: shared/login.yaml", use)
