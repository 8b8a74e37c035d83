"""What no finding shows."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.reporting.standing import device_names
from parcours.reporting.view.desk import Desk
from parcours.reporting.view.model import Since


def since(desk: Desk) -> Iterator[Since]:
    """What is to be told beside the findings."""
    names = device_names(desk.run.results)
    for told in desk.standings.besides():
        line = told.line
        message, lang = desk.message(line.rule, line.message)
        yield Since(
            line.standing,
            desk.words.standings[line.standing],
            desk.text(line.rule, 80),
            desk.text(message),
            desk.words.listed([desk.text(names.get(device, device), 60) for device in told.devices]),
            desk.journeys.get(told.scenario, desk.text(told.scenario, 120)) if len(desk.journeys) > 1 else "",
            lang,
        )
