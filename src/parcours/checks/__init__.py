"""What a check is made of. A check's file imports this, the facts it reads, and nothing else."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from parcours.facts.model import PageSnapshot, Platform
from parcours.findings import Advice, CannotTell, Certainty, Owner, Problem, Severity
from parcours.trace import JourneyTrace

__all__ = [
    "Advice",
    "CannotTell",
    "Certainty",
    "Check",
    "JourneyCheck",
    "Owner",
    "PageCheck",
    "Problem",
    "Severity",
    "journey_check",
    "page_check",
]

S = TypeVar("S")
F = TypeVar("F")

BOTH: tuple[Platform, ...] = ("ios", "android")


@dataclass(frozen=True)
class Check(Generic[S, F]):
    """A rule: what it looks at in the facts `F`, and what is wrong with one such subject `S`.

    `needs` are facets of the facts without which it answers NO_FACTS. `reason` is why it matters to
    a customer. `version` grows when its judgement changes on purpose.
    """

    id: str
    title: str
    severity: Severity
    owner: Owner
    looks_at: Callable[[F], Iterable[S]]
    judge: Callable[[S, F], Iterator[Problem]]
    advice: Advice
    passes: str
    fails: str
    reason: str
    platforms: tuple[Platform, ...] = BOTH
    needs: frozenset[str] = field(default_factory=frozenset)
    error_pages: bool = False
    certainty: Certainty = Certainty.HIGH
    version: int = 1

    @property
    def area(self) -> str:
        """The folder that the check lives in."""
        return self.id.partition("/")[0]


class PageCheck(Check[S, PageSnapshot]):
    """A check over one page."""


class JourneyCheck(Check[S, JourneyTrace]):
    """A check over a whole journey on one device."""


Page = Callable[[S, PageSnapshot], Iterator[Problem]]
Journey = Callable[[S, JourneyTrace], Iterator[Problem]]


def page_check(
    id: str,
    *,
    title: str,
    severity: Severity,
    owner: Owner,
    looks_at: Callable[[PageSnapshot], Iterable[S]],
    advice: Advice,
    passes: str,
    fails: str,
    platforms: tuple[Platform, ...] = BOTH,
    needs: Iterable[str] = ("frames",),
    error_pages: bool = False,
    certainty: Certainty = Certainty.HIGH,
    version: int = 1,
) -> Callable[[Page[S]], PageCheck[S]]:
    """Make a page check of a function that yields what is wrong with one subject.

    `looks_at` names the subjects; none at all means "not applicable". A subject with an `address`
    (and a `box`) lends them to the findings. `passes` and `fails` are HTML examples, shown to users
    and tried by the tests. `error_pages=True` judges answers of 400 and above too. The function's
    docstring is the reason, in words for the customer's advocate.
    """

    def made(judge: Page[S]) -> PageCheck[S]:
        return PageCheck(
            id=id,
            title=title,
            severity=severity,
            owner=owner,
            looks_at=looks_at,
            judge=judge,
            advice=advice,
            passes=passes,
            fails=fails,
            reason=_reason(judge),
            platforms=platforms,
            needs=frozenset(needs),
            error_pages=error_pages,
            certainty=certainty,
            version=version,
        )

    return made


def journey_check(
    id: str,
    *,
    title: str,
    severity: Severity,
    owner: Owner,
    looks_at: Callable[[JourneyTrace], Iterable[S]],
    advice: Advice,
    passes: str,
    fails: str,
    platforms: tuple[Platform, ...] = BOTH,
    needs: Iterable[str] = (),
    certainty: Certainty = Certainty.HIGH,
    version: int = 1,
) -> Callable[[Journey[S]], JourneyCheck[S]]:
    """Make a journey check, as `page_check` does for pages. `passes` and `fails` are words or code."""

    def made(judge: Journey[S]) -> JourneyCheck[S]:
        return JourneyCheck(
            id=id,
            title=title,
            severity=severity,
            owner=owner,
            looks_at=looks_at,
            judge=judge,
            advice=advice,
            passes=passes,
            fails=fails,
            reason=_reason(judge),
            platforms=platforms,
            needs=frozenset(needs),
            certainty=certainty,
            version=version,
        )

    return made


def _reason(function: Callable[..., Any]) -> str:
    return inspect.cleandoc(function.__doc__ or "")
