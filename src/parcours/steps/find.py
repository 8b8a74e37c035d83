"""Find something as a person would: look, then tap what seems to lead there."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from parcours.facts.model import PageSnapshot
from parcours.facts.offers import Goal, Offer, offers, ways
from parcours.scenario.units import Taps, one_or_several
from parcours.steps import Blocked, Step, Walk

# The last tap opens another app: a store, the dialler, a messenger.
_ELSEWHERE = frozenset({Goal.APP, Goal.CONTACT, Goal.MESSAGE, Goal.CALL})

MOST_TRIES = 12  # pages that are looked at, however many taps are allowed


class Find(BaseModel):
    """What to find, and how many taps it may cost."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    goal: Goal = Field(description="app, contact, message, call, callback, form, store or faq.")
    any_of: Annotated[tuple[Goal, ...], BeforeValidator(one_or_several)] = Field(
        default=(), alias="any-of", description="For `contact`: the kinds that will do; any kind when left out."
    )
    within: Taps = Field(default=2, description="Taps that it may cost, the one on it included.")

    @property
    def goals(self) -> tuple[Goal, ...]:
        """What will do."""
        return self.any_of or (self.goal,)


async def find(args: Find, walk: Walk) -> None:
    """Walk to where it is offered, breadth first. Blocked with what was tried when it is not found.

    Nothing is sent or called: the last tap, which would leave the browser, is only counted as possible.
    """
    start, tried = walk.url, ["the page itself"]
    waiting: list[tuple[str, ...]] = [()]
    while waiting and len(tried) <= MOST_TRIES:
        path = waiting.pop(0)
        if path and not await _follow(path, start, walk):
            continue
        page = await walk.look()
        for goal in args.goals:
            if offer := next(offers(goal, page), None):
                _found(offer, path, walk)
                return
        if len(path) + 1 < args.within:
            for way in _several(args.goals, page):
                waiting.append((*path, way))
                tried.append(" › ".join((*path, way)))
    raise Blocked("not-found", f"no {' or '.join(args.goals)} within {args.within} taps; tried {'; '.join(tried[:6])}")


def _several(goals: tuple[Goal, ...], page: PageSnapshot) -> list[str]:
    found = (element.name or element.text for goal in goals for element in ways(goal, page))
    return list(dict.fromkeys(found))[:6]


async def _follow(path: tuple[str, ...], start: str, walk: Walk) -> bool:
    """Go back to the start and along a path; False when it cannot be gone."""
    try:
        await walk.open(start)
        for name in path:
            await walk.tap(name, 1.0)
    except Blocked:
        return False
    return True


def _found(offer: Offer, path: tuple[str, ...], walk: Walk) -> None:
    way, taps = " › ".join((*path, offer.label or offer.target)), len(path) + 1
    walk.note(f"{offer.goal} found: {way} ({taps} tap{'s' if taps > 1 else ''})")
    if offer.target and offer.goal in _ELSEWHERE and offer.target != walk.url:
        walk.leave_for(offer.target)


FIND = Step("find", "Find the app, a human, a form, a shop, as a person would.", Find, "goal", "find: message", find)
