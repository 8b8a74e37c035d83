"""How much there was to mend in the last runs, as a small line with words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parcours.reporting.messages import Messages
from parcours.storage.history import Past

WIDTH, HEIGHT, EDGE = 180.0, 36.0, 4.0


@dataclass(frozen=True, slots=True)
class Trend:
    """The line's points in a box of 180 by 36, where it ends, and what it says."""

    points: str
    x: float
    y: float
    text: str
    width: float = WIDTH
    height: float = HEIGHT


def trend(history: Sequence[Past], words: Messages) -> Trend | None:
    """The line of these runs, oldest first; None for fewer than two: a point is no line.

    Runs in which nothing could be judged say nothing about the site, and are left out.
    """
    told = [past.mend for past in history if past.passed or past.failed]
    if len(told) < 2:
        return None
    most = max(1, *told)
    step = (WIDTH - 2 * EDGE) / (len(told) - 1)
    points = [
        (round(EDGE + step * at, 1), round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * count / most, 1))
        for at, count in enumerate(told)
    ]
    text = words.trend.format(n=len(told), first=told[0], last=told[-1], least=min(told), most=max(told))
    return Trend(" ".join(f"{x:g},{y:g}" for x, y in points), *points[-1], text)
