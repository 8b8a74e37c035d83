"""Look at the page that a walk has come to, and judge it: once for each page, however often it is met."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parcours.browser import devices
from parcours.browser.again import look_again
from parcours.browser.consent import answer_consent
from parcours.browser.probing import DISTURBED, Probing
from parcours.browser.shots import long_picture, screen
from parcours.browser.watch import MOST_FILE
from parcours.browser.worlds import ScriptError
from parcours.checks.catalogue import AnyCheck, Selection, discover
from parcours.facts.advertising import unjudged
from parcours.facts.consent import Answer, Consent, consent
from parcours.facts.model import PageSnapshot
from parcours.findings import Judgement, Where
from parcours.judging import judge_page
from parcours.results import PageResult
from parcours.running.jobs import Said
from parcours.running.record import Record, bare, findings_of
from parcours.steadiness import doubtful, steadied

if TYPE_CHECKING:
    from parcours.browser.asking import Asking
    from parcours.browser.elsewhere import Elsewhere
    from parcours.browser.guard import Guard
    from parcours.browser.lookups import AppLookups
    from parcours.browser.sessions import Session
    from parcours.browser.walk import Walk
    from parcours.browser.wellknown import Beside as BesidePage
    from parcours.browser.wellknown import WellKnownFiles
    from parcours.running.proxy import Proxy
    from parcours.scenario.model import StepSpec

LOOKING = frozenset({"check", "see", "not-see", "expect-url", "screenshot", "scroll", "wait"})
PROBED = 6.0  # seconds that trying out one page may take


@dataclass(frozen=True)
class Beside:
    """Who is asked about what lies beside a page: its files, its app, where its address leads other devices."""

    wellknown: WellKnownFiles
    asking: Asking
    lookups: AppLookups | None = None
    elsewhere: Elsewhere | None = None

    async def files(self, page: PageSnapshot, agent: str) -> BesidePage:
        """The files that stand beside a page, asked for by who calls themselves `agent`."""
        async with self.asking.visitor(agent) as visitor:
            return await self.wellknown.beside(visitor.context, page)


class Looking:
    """Looks at one journey's pages. `another` gives a phone of the same kind, with nothing in its memory."""

    def __init__(
        self,
        record: Record,
        session: Session,
        walk: Walk,
        proxy: Proxy,
        guard: Guard,
        beside: Beside,
        another: Callable[[], Awaitable[Session]],
    ) -> None:
        self._record = record
        self._session = session
        self._walk = walk
        self._proxy = proxy
        self._guard = guard
        self._beside = beside
        self._probing = Probing(session, another)
        self._looked = 0.0  # when the page was looked at

    @property
    def loaded(self) -> int:
        """What the customer's way has loaded; what was tried beside it is not the customer's."""
        return self._proxy.bytes - self._proxy.aside

    async def judge(self, step: StepSpec, chosen: Selection) -> None:
        """Judge the page as it is now, by what was chosen. Raises Blocked, Overrun, ScriptError."""
        async with self._session.at_full_speed():
            await self._judged(step, chosen)

    async def screen(self, name: str) -> str:
        """Picture what the phone shows: the file's name, "" where it could not be pictured."""
        data, ending = await screen(self._session.page, self._session.cdp, self._record.redactor)
        return self._record.write(f"{name}.{ending}", data)

    async def _judged(self, step: StepSpec, chosen: Selection) -> None:
        record = self._record
        checks = [check for check in discover().values() if chosen.takes(check)]
        axe = any("axe" in check.needs for check in checks)
        # What stands behind a question about cookies is looked at by axe-core, and not the question.
        page = await self._steady(axe=(lambda page: not self._asks(page)) if axe else False)
        page = await self._answered(page, axe=axe)
        self._looked = time.monotonic()
        first = not record.pages or (len(record.pages) == 1 and record.unjudged(page) is not None)
        index = record.place_for(page, self._walk.url, checks)
        page, shot = await asyncio.gather(
            self._with_what_lies_beside(page, first=first), self.screen(f"page-{index:02d}")
        )
        page = record.pages[index] = await self._tried_out(page, checks)
        file = step.file or record.scenario.file
        where = Where(record.scenario.id, page.device.name, step.id, file, step.line, page.url, index)
        judged = judge_page(page, checks, where)
        kept = len(record.findings)
        record.take(judged)
        shown = await self._show(page, index, judged, shot)
        record.shown[index:] = [shown]
        judged = await twice(self._session, page, checks, judged, where, self._looked)
        found = findings_of(judged)
        record.findings[kept:] = found
        record.emit(Said("page", page=shown, index=index, findings=found, judgements=bare(judged)))

    # The page's facts

    async def _steady(self, *, axe: bool | Callable[[PageSnapshot], bool]) -> PageSnapshot:
        """The page's facts, looked at again when it sent the customer on beneath the first look."""
        try:
            return await self._walk.snapshot(axe=axe)
        except ScriptError:
            await self._walk.rest()
            return await self._walk.snapshot(axe=axe)

    def _asks(self, page: PageSnapshot) -> Consent | None:
        """The page's question about cookies, where the scenario has an answer."""
        return None if self._record.scenario.consent == "ignore" else consent(page)

    async def _answered(self, page: PageSnapshot, *, axe: bool) -> PageSnapshot:
        """The page once its question about cookies is answered as the scenario says, with the page as it asked."""
        record = self._record
        if met := record.unjudged(page):
            # The answer's own navigation, where there was one, is not the way to the page.
            page = replace(page, navigation=met.navigation, before_consent=met.before_consent)
        if not (asked := self._asks(page)):
            return page
        record.picture = record.picture or await self.screen(f"step-{len(record.steps):02d}")
        if not await answer_consent(self._walk, page, asked, Answer(record.scenario.consent)):
            if not axe:
                return page
            return replace(await self._steady(axe=True), navigation=page.navigation, before_consent=page.before_consent)
        before = replace(page, axe=None, requests=())
        return replace(await self._steady(axe=axe), navigation=page.navigation, before_consent=before)

    async def _with_what_lies_beside(self, page: PageSnapshot, *, first: bool) -> PageSnapshot:
        """The page with what is known of it elsewhere: its files, its app, where its address leads others."""
        beside = self._beside
        files = await beside.files(page, devices.descriptor(self._record.job.device)["user_agent"])
        refused = tuple(f"{host} is a private address: it was not asked" for host in self._proxy.refused())
        page = replace(
            page,
            app=replace(page.app, **files._asdict()),
            network=self._session.network,
            facets=page.facets | {"wellknown"},
            gaps=(*page.gaps, *refused, *self._not_loaded(), *unjudged(page)),
        )
        page = await beside.lookups.about(page) if beside.lookups else page
        return await beside.elsewhere.about(page) if beside.elsewhere and first else page

    def _not_loaded(self) -> tuple[str, ...]:
        """That loading the page was stopped, for a file that no phone would load."""
        watch, n = self._session.watch, MOST_FILE // 1_000_000
        return (f"the page was not loaded whole: a file of it is larger than {n} MB",) if watch and watch.cut else ()

    async def _tried_out(self, page: PageSnapshot, checks: Sequence[AnyCheck]) -> PageSnapshot:
        """The page with what only trying tells, as far as the chosen checks ask for it."""
        facets = frozenset[str]().union(*(check.needs | check.uses for check in checks))
        ahead = self._ahead()
        wanted = str(getattr(ahead.args, "name", "")) if ahead and ahead.verb == "tap" else ""
        chat = ahead is not None and ahead.verb == "open-chat"
        page = await self._probing.look(page, facets, min(PROBED, self._record.left / 4), wanted, chat_wanted=chat)
        self._guard.stopped.clear()  # what the page tried there was not the customer's doing
        return page

    def _ahead(self) -> StepSpec | None:
        """The next step that does something to the page, the first ones that only look passed over."""
        steps, now = self._record.scenario.steps, self._record.step
        at = next((index for index, step in enumerate(steps, start=1) if step is now), 0)
        return next((step for step in steps[at:] if step.verb not in LOOKING), None)

    # The page as reports show it

    async def _show(self, page: PageSnapshot, index: int, judged: tuple[Judgement, ...], shot: str) -> PageResult:
        """The long picture is taken only where a finding lies below the screen."""
        record = self._record
        record.picture = record.picture or shot
        screen_box, main = page.first_screen, page.main
        low = [f.box.bottom for f in findings_of(judged) if f.box and f.box.bottom > screen_box.bottom]
        full, width, height = "", 0.0, 0.0
        facts = f"facts/{index:02d}.json.gz"
        kept = asyncio.create_task(asyncio.to_thread(record.keep_facts, page, facts))
        if low:
            wide = max(main.layout_width, min(main.content_width, screen_box.width))
            data, ending, width, height = await long_picture(
                self._session, wide, min(main.content_height, max(low) + 200), record.redactor
            )
            full = record.write(f"page-{index:02d}-long.{ending}", data)
        await kept
        return PageResult(
            url=page.url,
            title=page.title,
            status=page.status,
            navigation=page.navigation,
            shot=shot,
            shot_width=screen_box.width,
            full=full,
            full_width=width if full else 0,
            full_height=height if full else 0,
            layout_width=main.layout_width,
            requests=len(page.requests),
            bytes=self.loaded - sum(shown.bytes for shown in record.shown[:index]),
            facts=facts,
            gaps=page.gaps,
        )


async def twice(
    session: Session,
    page: PageSnapshot,
    checks: Sequence[AnyCheck],
    judged: tuple[Judgement, ...],
    where: Where,
    looked: float,
) -> tuple[Judgement, ...]:
    """The judgements, what was gone at a second look marked in them. Nothing failed, nothing is looked at again.

    `looked` is when it was looked at first, by `time.monotonic()`. A page that did not come back from being tried out
    as it was would be held against another one.
    """
    rules = doubtful(judged)
    if not rules or any(gap.startswith(DISTURBED) for gap in page.gaps):
        return judged
    failed = [check for check in checks if check.id in rules]
    again = await look_again(session, page, looked, axe=any("axe" in check.needs for check in failed))
    if again is None or again is page:
        return judged
    second = {judgement.rule: judgement for judgement in judge_page(again, failed, where)}
    return tuple(steadied(judgement, second.get(judgement.rule)) for judgement in judged)
