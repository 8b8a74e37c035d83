"""What a customer does: one file per verb, each an instance of Step."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from pydantic import BaseModel

from parcours.discovery import installed, members
from parcours.facts.model import AppLinks, Device, Element, PageSnapshot
from parcours.trace import Effort, Reply


class Blocked(Exception):
    """A customer could not have done this. `code` is stable, the message says what stood in the way."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True)
class Sent:
    """A message on its way: when it was sent (`time.monotonic`), its words, and the texts that the page had before."""

    at: float
    words: str
    before: frozenset[str]


class Walk(Protocol):
    """The phone in the customer's hand, as a step may use it.

    Everything that acts raises Blocked where a customer could not go on, counts its effort, and returns
    when the page has come to rest.
    """

    effort: Effort  # what the walk has cost the customer so far
    typed: str  # what was typed last
    channel: str  # what the customer writes by: "message", or "chat" once one is open
    sent: Sent | None  # the message that was sent last
    reply: Reply | None  # the answer to it, once this step has seen it

    @property
    def url(self) -> str:
        """The page's address."""

    @property
    def device(self) -> Device:
        """The phone."""

    @property
    def app(self) -> AppLinks:
        """The brand's app, as far as it is declared."""

    async def shows(self, text: str, seconds: float) -> bool:
        """True as soon as the text can be read on the page; False when it cannot within the time."""

    async def hides(self, text: str, seconds: float) -> bool:
        """True as soon as the text can be read nowhere on the page; False when it still can."""

    async def notifications(self) -> tuple[str, ...]:
        """The notifications that the site has shown, each as its title and text."""

    async def badges(self) -> tuple[tuple[str, int], ...]:
        """The counts of what is new that can be seen now: where, and how many; on the icon -1 is a dot."""

    async def tap(self, name: str, seconds: float) -> None:
        """Tap what a person would call by that name: its text, its label, its role and name. It must not send."""

    async def send(self, name: str, seconds: float) -> None:
        """Tap what sends a form or a message, where that is allowed."""

    async def tap_element(self, element: Element, page: PageSnapshot) -> None:
        """Tap an element of a `look`."""

    async def type(self, into: str, text: str, seconds: float) -> None:
        """Type into the field of that label."""

    async def scroll(self, to: str, seconds: float) -> None:
        """Scroll "down", "up", to the "bottom", the "top", or to a text."""

    async def back(self) -> None:
        """The phone's own way back: to the page before, or from another app to the browser."""

    async def reload(self) -> None:
        """Load the page again."""

    async def open(self, url: str) -> None:
        """Go to an address, relative to the page's."""

    async def pause(self, seconds: float) -> None:
        """Let time pass."""

    async def look(self) -> PageSnapshot:
        """The page's facts as they are now."""

    async def judge(self, names: tuple[str, ...], min_severity: str) -> None:
        """Judge the page as it is now by the selected checks."""

    async def picture(self, name: str) -> None:
        """Keep a picture of the screen under that name."""

    async def keep(self, file: str) -> None:
        """Keep a picture that lies below the scenario's folder, as what the step shows."""

    def leave_for(self, url: str, taps: int = 1) -> None:
        """The customer is in another app now (a dialler, a store), for so many taps; `back` returns."""

    def note(self, words: str) -> None:
        """Say something about the step in the report."""


@dataclass(frozen=True)
class Step:
    """One verb. `main` is the field of `args` that the verb's own value fills (`see: "text"`)."""

    name: str
    summary: str
    args: type[BaseModel]
    main: str
    example: str
    do: Callable[[Any, Walk], Awaitable[None]]
    patience: Callable[[Any], float] = lambda _: 0.0  # seconds that it may wait for somebody, beyond an ordinary step


@cache
def catalogue() -> Mapping[str, Step]:
    """Every verb by name: ours and those that other packages offer."""
    found = (*members(sys.modules[__name__], Step), *installed("parcours.steps", Step))
    return {step.name: step for step in sorted(found, key=lambda step: step.name)}
