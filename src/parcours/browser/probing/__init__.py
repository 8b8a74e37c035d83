"""What only trying tells: the page with larger text, on a narrow screen, and what its controls do when tapped.

All of it comes after the page was looked at and pictured, and before it is judged: what is found are facts like
any others, each a facet of its own. Looks at another size happen on the walk's page, which is put back and compared.
Taps happen in a copy of the page, in a context of its own: nothing that they change is met by the walk.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parcours.browser.bound import Overrun
from parcours.browser.probing import fitting
from parcours.browser.worlds import ScriptError
from parcours.facts.model import PageSnapshot

if TYPE_CHECKING:
    from parcours.browser.sessions import Session

FITTING = frozenset({"enlarged", "reflow"})
FACETS = FITTING

LEAST = 2.0  # seconds that must be left for anything to be tried
DISTURBED = "the page does not fit back as it was"
SLOW = 8000.0  # milliseconds: a page that came up as slowly as that is not asked for more


@dataclass
class Probing:
    """Tries out the pages of one journey, one after the other."""

    session: Session
    another: Callable[[], Awaitable[Session]]  # a phone of the same kind, with nothing in its memory

    async def look(self, page: PageSnapshot, facets: Iterable[str], seconds: float) -> PageSnapshot:
        """The page with the facets that were asked for, as far as trying gave them; gaps say what was left out.

        Never raises for what a page does. `seconds` is how long all of it may take.
        """
        wanted = FACETS & set(facets)
        if not wanted or page.status >= 400 or not page.main.elements:
            return page
        if seconds < LEAST or _is_slow(page):
            return _missed(page, "time is short" if seconds < LEAST else "it came up too slowly")
        return await self._fitting(page, wanted & FITTING)

    async def close(self) -> None:
        """End what was opened for trying."""

    async def _fitting(self, page: PageSnapshot, wanted: frozenset[str]) -> PageSnapshot:
        """How it lies with larger text and on a narrow screen; only pages made for phones are asked."""
        if not wanted:
            return page
        if not fits_phone(page):
            return replace(page, facets=page.facets | wanted)
        try:
            world = await fitting.remember(self.session.page, self.session.cdp)
            if "enlarged" in wanted:
                page = replace(page, enlarged=await fitting.enlarged(world), facets=page.facets | {"enlarged"})
            if "reflow" in wanted:
                narrow = None
                if page.device.is_phone and page.device.width > fitting.NARROW:
                    narrow = await fitting.narrowed(self.session, world, page)
                page = replace(page, reflow=narrow, facets=page.facets | {"reflow"})
        except fitting.Disturbed as disturbed:
            return replace(page, gaps=(*page.gaps, f"{DISTURBED}: {disturbed}"))
        except (ScriptError, Overrun) as error:
            return _missed(page, str(error)[:200])
        return page


def fits_phone(page: PageSnapshot) -> bool:
    """True when the page is laid out in the phone's own width: other rules speak of those that are not."""
    return abs(page.main.layout_width - page.device.width) <= 1


def _is_slow(page: PageSnapshot) -> bool:
    vitals = page.main.vitals
    return vitals is not None and vitals.loaded > SLOW


def _missed(page: PageSnapshot, why: str) -> PageSnapshot:
    return replace(page, gaps=(*page.gaps, f"the page was not tried out at other sizes or by tapping: {why}"))
