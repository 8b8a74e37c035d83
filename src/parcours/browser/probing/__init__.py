"""What only trying tells: the page with larger text, on a narrow screen, and what its controls do when tapped.

All of it comes after the page was looked at and pictured, and before it is judged: what is found are facts like
any others, each a facet of its own. Looks at another size happen on the walk's page, which is put back and compared.
Taps happen in a copy of the page, in a context of its own: nothing that they change is met by the walk. A copy is
made only where there is something to tap that the journey has not tried on a page before.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from parcours.browser.bound import Overrun
from parcours.browser.probing import fitting
from parcours.browser.probing.copies import Copy, NoCopy, copied
from parcours.browser.probing.opening import open_chat, open_menu
from parcours.browser.probing.tapping import press_buttons, try_lists
from parcours.browser.worlds import ScriptError
from parcours.facts.model import Element, PageSnapshot
from parcours.facts.tryouts import HoverList, buttons, chat_opener, hover_lists, is_called, menu_opener, scripts_missing
from parcours.steps import Blocked

if TYPE_CHECKING:
    from parcours.browser.sessions import Session

FITTING = frozenset({"enlarged", "reflow"})
TAPPING = frozenset({"taps", "chat-open"})

LEAST = 2.0  # seconds that must be left for anything to be tried
DISTURBED = "the page does not come back as it was"
SLOW = 5000.0  # milliseconds: a page that took longer to come up is not asked for a second time


@dataclass
class Plan:
    """What is to be tapped on one page. `tried` are the addresses that it is known by for the rest of the journey."""

    buttons: list[Element] = field(default_factory=list)
    wanted: frozenset[str] = frozenset()
    lists: list[HoverList] = field(default_factory=list)
    menu: Element | None = None
    chat: tuple[str, Element] | None = None

    @property
    def tried(self) -> frozenset[str]:
        """The addresses of all of it."""
        single = [e for e in (self.menu, self.chat[1] if self.chat else None) if e]
        return frozenset(e.address for e in (*self.buttons, *(one.trigger for one in self.lists), *single))


@dataclass
class Probing:
    """Tries out the pages of one journey, one after the other.

    `another` gives a phone of the same kind, with nothing in its memory. `known` are controls that were tried on a
    page before: a site's head and foot are the same everywhere.
    """

    session: Session
    another: Callable[[], Awaitable[Session]]
    known: set[str] = field(default_factory=set)

    async def look(
        self, page: PageSnapshot, facets: Iterable[str], seconds: float, wanted: str = "", chat_wanted: bool = False
    ) -> PageSnapshot:
        """The page with the facets that were asked for, as far as trying gave them; gaps say what was left out.

        Never raises for what a page does. `seconds` is how long all of it may take. `wanted` is what the scenario's
        next step taps, `chat_wanted` True when it opens the chat.
        """
        asked = frozenset(facets)
        if not asked & (FITTING | TAPPING | {"axe"}) or page.status >= 400 or not page.main.elements:
            return page
        until = time.monotonic() + seconds
        if seconds < LEAST:
            return _missed(page, "at other sizes or by tapping", "time is short")
        page = await self._fitted(page, asked & FITTING)
        return await self._tapped(page, asked, until, wanted, chat_wanted)

    async def _fitted(self, page: PageSnapshot, asked: frozenset[str]) -> PageSnapshot:
        """How it lies with larger text and on a narrow screen; only pages made for phones are asked."""
        if not asked:
            return page
        if not fits_phone(page):
            return replace(page, facets=page.facets | asked)
        try:
            world = await fitting.remember(self.session.page, self.session.cdp)
            if "enlarged" in asked:
                page = replace(page, enlarged=await fitting.enlarged(world), facets=page.facets | {"enlarged"})
            if "reflow" in asked:
                narrow = None
                if page.device.is_phone and page.device.width > fitting.NARROW:
                    narrow = await fitting.narrowed(self.session, world, page)
                page = replace(page, reflow=narrow, facets=page.facets | {"reflow"})
        except fitting.Disturbed as disturbed:
            return replace(page, gaps=(*page.gaps, f"{DISTURBED}: {disturbed}"))
        except (ScriptError, Overrun) as error:
            return _missed(page, "at other sizes", str(error)[:200])
        return page

    async def _tapped(
        self, page: PageSnapshot, asked: frozenset[str], until: float, wanted: str, chat_wanted: bool
    ) -> PageSnapshot:
        """What its controls do, tried in a copy where there are any that were not tried before."""
        plan, asked, page = self._plan(page, asked, wanted)
        if not plan.tried:
            return replace(page, facets=page.facets | (asked & TAPPING))
        if _is_slow(page) or until - time.monotonic() < LEAST:
            return _missed(page, "by tapping", "it came up too slowly" if _is_slow(page) else "time is short")
        try:
            tapped = bool(plan.buttons or plan.lists)  # before anything is opened, which is compared with how it was
            async with copied(self.session, page, self.another, facts=not tapped) as copy:
                page = await _tried(copy, plan, page, until, chat_wanted)
        except NoCopy as error:
            return _missed(page, "by tapping", str(error))
        except (ScriptError, Overrun, Blocked) as error:
            return _missed(page, "by tapping", str(error).splitlines()[0][:200])
        self.known |= plan.tried
        return replace(page, facets=page.facets | (asked & TAPPING))

    def _plan(
        self, page: PageSnapshot, asked: frozenset[str], wanted: str
    ) -> tuple[Plan, frozenset[str], PageSnapshot]:
        """What is to be tapped, the facets that it can give, and the page with what is left out said."""
        plan = Plan()
        if "taps" in asked:
            lists, pressed = self._new_lists(page), [e for e in buttons(page, wanted) if e.address not in self.known]
            # A script that is missing may be the one that answers: nothing can be told from silence then.
            if (lists or pressed) and (missing := scripts_missing(page)):
                page = _missed(page, "by tapping its buttons", f"{missing} of its scripts did not come")
                asked -= {"taps"}
            else:
                plan.lists, plan.buttons = lists, pressed
                plan.wanted = frozenset(e.address for e in pressed if wanted and is_called(e, wanted))
        if "axe" in asked and page.axe:
            plan.menu = self._new(menu_opener(page))
        if "chat-open" in asked:
            opener = chat_opener(page)
            plan.chat = opener if opener and self._new(opener[1]) else None
        return plan, asked, page

    def _new(self, element: Element | None) -> Element | None:
        return element if element and element.address not in self.known else None

    def _new_lists(self, page: PageSnapshot) -> list[HoverList]:
        return [one for one in hover_lists(page) if one.trigger.address not in self.known]


async def _tried(copy: Copy, plan: Plan, page: PageSnapshot, until: float, chat_wanted: bool) -> PageSnapshot:
    """The page with what came of the plan. What was tried changes the copy: the next thing gets a fresh one."""
    if plan.buttons:
        taps = await press_buttons(copy, plan.buttons, plan.wanted, until)
        page = replace(page, taps=(*page.taps, *taps))
    if plan.lists:
        await _afresh(copy, dirty=bool(plan.buttons), facts=False)
        page = replace(page, taps=(*page.taps, *await try_lists(copy, plan.lists, until)))
    if plan.menu and time.monotonic() < until:
        await _afresh(copy, dirty=bool(plan.buttons or plan.lists))
        if opened := await open_menu(copy, plan.menu):
            page = replace(page, opened=(*page.opened, opened))
    if plan.chat and time.monotonic() < until:
        await _afresh(copy, dirty=bool(plan.buttons or plan.lists or plan.menu))
        if opened := await open_chat(copy, page, *plan.chat):
            page = replace(page, opened=(*page.opened, replace(opened, wanted=chat_wanted)))
    return page


async def _afresh(copy: Copy, *, dirty: bool, facts: bool = True) -> None:
    if dirty:
        await copy.load(facts=facts)


def fits_phone(page: PageSnapshot) -> bool:
    """True when the page is laid out in the phone's own width: other rules speak of those that are not."""
    return abs(page.main.layout_width - page.device.width) <= 1


def _is_slow(page: PageSnapshot) -> bool:
    vitals = page.main.vitals
    return vitals is not None and vitals.loaded > SLOW


def _missed(page: PageSnapshot, how: str, why: str) -> PageSnapshot:
    return replace(page, gaps=(*page.gaps, f"the page was not tried out {how}: {why}"))
