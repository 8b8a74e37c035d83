"""Find something as a person would: look, then tap what seems to lead there."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from parcours.facts.model import Element, PageSnapshot
from parcours.facts.offers import Goal, Offer, offers, ways
from parcours.scenario.units import Taps, one_or_several
from parcours.steps import Blocked, Step, Walk
from parcours.trace import Effort

# The last tap opens another app: a store, the dialler, a messenger.
_ELSEWHERE = frozenset({Goal.APP, Goal.CONTACT, Goal.MESSAGE, Goal.CALL})

MOST_TRIES = 12  # pages that are looked at, however many taps are allowed
MOST_TOLD = 6  # of them, in the message of a search in vain


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

    Nothing is sent or called: the last tap, which would leave the browser, is only counted as possible. The
    effort is that of the way that leads there: who knows it does not try the others.
    """
    start, begun = walk.url, walk.effort
    tried: list[str] = []
    waiting: list[tuple[str, ...]] = [()]
    while waiting and len(tried) < MOST_TRIES:
        path = waiting.pop(0)
        walk.effort = begun
        if path and not await _follow(path, start, walk):
            continue
        tried.append(" › ".join(path) or "the page itself")
        page = await walk.look()
        offered = (offer for goal in args.goals for offer in offers(goal, page))
        if offer := next((offer for offer in offered if len(path) + _last_tap(offer, walk) <= args.within), None):
            _found(offer, path, page, walk)
            return
        if len(path) < args.within:
            waiting.extend((*path, way) for way in _several(args.goals, page))
    walk.effort = begun
    raise Blocked("not-found", f"no {' or '.join(args.goals)} within {taps(args.within)}; tried {_told(tried)}")


def _last_tap(offer: Offer, walk: Walk) -> int:
    """1 when a tap on the offer leaves for another app, 0 when the customer is there already."""
    return int(bool(offer.target) and offer.goal in _ELSEWHERE and offer.target != walk.url)


def _told(tried: list[str]) -> str:
    left = len(tried) - MOST_TOLD
    return "; ".join(tried[:MOST_TOLD]) + (f" and {left} more" if left > 0 else "")


def _several(goals: tuple[Goal, ...], page: PageSnapshot) -> list[str]:
    found = (element.name or element.text for goal in goals for element in ways(goal, page))
    return list(dict.fromkeys(found))[:6]


async def _follow(path: tuple[str, ...], start: str, walk: Walk) -> bool:
    """Go back to the start, which is our own going back, and along a path; False when it cannot be gone."""
    begun = walk.effort
    try:
        await walk.open(start)
        walk.effort = begun
        for name in path:
            await walk.tap(name, 1.0)
    except Blocked:
        return False
    return True


def _found(offer: Offer, path: tuple[str, ...], page: PageSnapshot, walk: Walk) -> None:
    leaves = _last_tap(offer, walk)
    way = " › ".join((*path, offer.label or offer.target))
    walk.note(f"{offer.goal} found: {way} ({taps(len(path) + leaves)})")
    if offer.element:
        walk.effort += Effort(scrolls=_screens_to(offer.element, page))
    if leaves:
        walk.leave_for(offer.target)


def _screens_to(element: Element, page: PageSnapshot) -> float:
    """How many screens a thumb pushes up until the element is seen; a page that was just opened shows its top."""
    if any(around.position in ("fixed", "sticky") for around in (element, *page.ancestors(element))):
        return 0.0
    below = page.on_page(element).bottom - page.first_screen.bottom
    return round(max(below, 0) / (page.first_screen.height or 1), 1)


def taps(number: int) -> str:
    """How many taps, in words."""
    return f"{number} tap" if number == 1 else f"{number} taps"


FIND = Step("find", "Find the app, a human, a form, a shop, as a person would.", Find, "goal", "find: message", find)
