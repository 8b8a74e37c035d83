"""What is asked of a worker, and what it answers: JSON lines over a pipe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parcours.config import Lookups
from parcours.facts.model import Engine, Network
from parcours.findings import Finding, Judgement
from parcours.results import PageResult
from parcours.trace import StepTrace

HARD_SECONDS = 60.0  # after which the supervisor ends the worker
SOFT_SHARE = 2 / 3  # of that, after which the worker ends the walk itself and judges what it saw
LANE_VARIABLE = "PARCOURS_LANE"  # in the environment of all that a lane starts: the name of its temporary folder


@dataclass(frozen=True, slots=True)
class Job:
    """One journey on one device.

    `file` is a scenario; without one, `url` is a plain address that a person typed. `folder` is where
    pictures and facts go, `place` the same from the run's folder. `device` is a resolved name. `lookups` says
    whom to ask about the app; None: nobody. `network` is how pages come to the phone.
    """

    id: str
    device: str
    engine: Engine
    folder: str
    place: str
    file: str = ""
    url: str = ""
    scenario: str = ""
    allow_private: bool = False
    declared: tuple[str, ...] = ()
    hard_seconds: float = HARD_SECONDS
    lookups: Lookups | None = None
    network: Network = "as-is"
    secrets: tuple[str, ...] = ()  # the environment variables that it needs, by name
    context: Mapping[str, Any] = field(default_factory=dict)  # what a house adds to the phone (see `contexts`)
    host: str = ""  # the site that it will be at, where that is known before its artefact is read

    @property
    def shared(self) -> str:
        """The folder that all processes of the run share."""
        return str(Path(self.folder).parents[self.place.count("/")] / "shared")

    @property
    def soft_seconds(self) -> float:
        """When the worker ends the walk itself."""
        return self.hard_seconds * SOFT_SHARE


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a worker but the result. `kind`: "ready", "place", "step", "page", "journey", "failed".

    `text` and `code` say why a job failed. With "place" the worker asks for a place at the host `text`, and waits for
    a line.
    """

    kind: str
    step: StepTrace | None = None
    page: PageResult | None = None
    index: int = 0
    findings: tuple[Finding, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    text: str = ""
    code: str = ""
