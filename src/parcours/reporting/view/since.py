"""What no finding shows."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.reporting.run import Run
from parcours.reporting.standing import device_names
from parcours.reporting.view.desk import Desk
from parcours.reporting.view.model import Since


def since(desk: Desk, run: Run) -> Iterator[Since]:
    """What is to be told beside the findings. `run` is the run as it was: what is the same there is English."""
    english = {line.message for one in run.comparison.scenarios for line in one.lines}
    names = device_names(desk.run.results)
    for told in desk.standings.besides():
        line = told.line
        message, lang = line.message, "en" if line.message in english else desk.words.code
        yield Since(
            line.standing,
            desk.words.standings[line.standing],
            desk.text(line.rule, 80),
            desk.text(message),
            desk.words.listed([desk.text(names.get(device, device), 60) for device in told.devices]),
            desk.journeys.get(told.scenario, desk.text(told.scenario, 120)) if len(desk.journeys) > 1 else "",
            lang,
        )
