"""What to do first."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.reporting.groups import Group
from parcours.reporting.view.outcomes import failing_groups

FIRST = 3


def to_do_first(groups: Iterable[Group]) -> list[Group]:
    """The few mends to begin with, dearest first: something for every department before a second thing for one.

    Within a department another area goes first: two rules of one area are often one cause.
    """
    waiting = sorted(failing_groups(groups), key=lambda group: group.cost)
    chosen: list[Group] = []
    while waiting and len(chosen) < FIRST:
        owners = {group.lead.owner for group in chosen}
        areas = {_area(group) for group in chosen}
        best = min(waiting, key=lambda g: (g.lead.owner in owners, _area(g) in areas, g.cost))
        waiting.remove(best)
        chosen.append(best)
    return sorted(chosen, key=lambda group: group.cost)


def _area(group: Group) -> str:
    return group.lead.rule.partition("/")[0]
