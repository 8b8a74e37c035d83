"""Screens that look otherwise than those that were kept: before and after, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parcours.reporting.messages import Messages
from parcours.reporting.pictures import Book, Picture
from parcours.reporting.run import Run
from parcours.results import JourneyResult


@dataclass(frozen=True, slots=True)
class Versus:
    """One screen before and after; `diff` has what changed outlined. `fails` where one is strict."""

    step: str
    reason: str
    before: Picture
    after: Picture
    diff: Picture | None
    fails: bool


def versus(
    result: JourneyResult, run: Run, book: Book, words: Messages, text: Callable[[str, int], str]
) -> Iterator[Versus]:
    """The screens of a visit that changed, those whose pictures are there."""
    said = {step.id: step.says or step.verb for step in result.steps}
    for screen in result.screens:
        if screen.state != "changed":
            continue
        step = text(said.get(screen.step, screen.step), 120)

        def picture(name: str, alt: str, step: str = step) -> Picture | None:
            return book.add(run.file(result, name), result.width, result.height, alt.format(step=step))

        before, after = picture(screen.kept, words.versus_before), picture(screen.shot, words.versus_after)
        if before and after:
            diff = picture(screen.diff, words.versus_diff)
            yield Versus(step, text(screen.reason, 300), before, after, diff, screen.fails)
