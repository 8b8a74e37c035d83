"""Journeys walked on a lane that is warm already: the tests share one, as journeys of a run do."""

from __future__ import annotations

from pathlib import Path

from parcours.results import JourneyResult
from parcours.running.planning import jobs_for, load_scenario
from parcours.running.supervisor import Lane
from parcours.storage.journal import RunFolder


def walked_on(lane: Lane, file: Path, device: str = "iphone") -> JourneyResult:
    """The result of a scenario file on one device; what it leaves lies beside the file."""
    folder = RunFolder.create(file.parent)
    (job,) = jobs_for(load_scenario(file), (device,), folder)
    folder.journey(*job.place.split("/"))
    return lane.run(job, lambda _job, _said: None)
