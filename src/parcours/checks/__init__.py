"""What a check is made of. A check's file imports this, the facts it reads, and nothing else."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NotRequired, TypedDict, TypeVar, Unpack

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

    `needs` are facets of the facts without which it answers NO_FACTS; `uses` are those that it reads besides,
    where they are there. `reason` is why it matters to
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
    uses: frozenset[str] = field(default_factory=frozenset)

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


class Terms(TypedDict):
    """What every check says of itself.

    `passes` and `fails` are examples, shown to users: HTML for a page check, which the tests try, words or
    code for a journey check. `needs` are the facets without which it answers NO_FACTS (a page check's are
    ("frames",) when nothing is said), `uses` those that it reads where they are there.
    `error_pages=True` judges answers of 400 and above too.
    """

    title: str
    severity: Severity
    owner: Owner
    advice: Advice
    passes: str
    fails: str
    platforms: NotRequired[tuple[Platform, ...]]
    needs: NotRequired[Iterable[str]]
    uses: NotRequired[Iterable[str]]
    error_pages: NotRequired[bool]
    certainty: NotRequired[Certainty]
    version: NotRequired[int]


def page_check(
    id: str, *, looks_at: Callable[[PageSnapshot], Iterable[S]], **terms: Unpack[Terms]
) -> Callable[[Page[S]], PageCheck[S]]:
    """Make a page check of a function that yields what is wrong with one subject.

    `looks_at` names the subjects; none at all means "not applicable". A subject with an `address` (and a
    `box`) lends them to the findings. The function's docstring is the reason, in words for the customer's
    advocate.
    """
    said = {"needs": ("frames",), **terms}
    return lambda judge: PageCheck(id=id, looks_at=looks_at, judge=judge, **_said(judge, said))


def journey_check(
    id: str, *, looks_at: Callable[[JourneyTrace], Iterable[S]], **terms: Unpack[Terms]
) -> Callable[[Journey[S]], JourneyCheck[S]]:
    """Make a journey check, as `page_check` does for pages."""
    return lambda judge: JourneyCheck(id=id, looks_at=looks_at, judge=judge, **_said(judge, {"needs": (), **terms}))


def _said(judge: Callable[..., Any], terms: Mapping[str, Any]) -> dict[str, Any]:
    reason = inspect.cleandoc(judge.__doc__ or "")
    return {
        **terms,
        "needs": frozenset(terms["needs"]),
        "uses": frozenset(terms.get("uses", ())),
        "reason": reason,
    }
