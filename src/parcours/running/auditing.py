"""The page under a Python test, judged where it stands: a test walks, parcours looks."""

from __future__ import annotations

import gzip
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from parcours import __version__
from parcours.browser import devices
from parcours.browser.bound import bound
from parcours.browser.observe import Observer
from parcours.browser.sessions import Session, context_options, device_facts, session_in
from parcours.browser.shots import screen
from parcours.browser.snapshot import take_snapshot
from parcours.browser.wellknown import WellKnownFiles
from parcours.checks.catalogue import Selection, discover
from parcours.errors import UsageError
from parcours.facts.advertising import unjudged
from parcours.facts.model import AppLinks, PageSnapshot
from parcours.findings import Finding, Judgement, Where
from parcours.judging import judge_page
from parcours.results import JourneyResult, PageResult, Status, failing
from parcours.running.looking import twice
from parcours.running.outcome import emulated
from parcours.running.record import bare, findings_of
from parcours.storage.codec import to_json
from parcours.storage.journal import write_whole
from parcours.trace import Start, StepTrace

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Page

NOT_TRIED = "the page was not tried out: nothing was tapped, narrowed or enlarged beneath the test"
CAME_LATE = "how the page was reached was not seen: the test opened it before parcours looked"


async def open_phone(context: BrowserContext, device: str) -> Session:
    """A blank page on that device, in a context that has its `context_options`; what it does is left to the test."""
    engine, version = _engine(context)
    return await session_in(
        context, device_facts(device, engine, version), context_options(device, engine), hands_off=True
    )


async def adopt(page: Page, device: str) -> Session:
    """A page that somebody else opened on an emulated phone; how it was reached is not known any more."""
    engine, version = _engine(page.context)
    cdp = await bound("devtools session", page.context.new_cdp_session(page)) if engine == "chromium" else None
    observer = Observer(page, hands_off=True)
    return Session(page.context, page, cdp, observer, device_facts(device, engine, version), key="")


def _engine(context: BrowserContext) -> tuple[str, str]:
    browser = context.browser
    if browser is None:
        raise UsageError("a persistent context has no browser to ask for its engine", tip="use mobile_page")
    return browser.browser_type.name, browser.version


@dataclass
class Audit:
    """All that a test has judged on one device; `folder` is where pictures and facts are kept.

    `place` is the folder as results name it, `scenario` the id that they are told under.
    """

    scenario: str
    name: str
    file: str
    device: str
    folder: Path
    place: str
    pages: list[PageResult] = field(default_factory=list)
    steps: list[StepTrace] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    wellknown: WellKnownFiles = field(default_factory=WellKnownFiles)
    started: datetime = field(default_factory=lambda: datetime.now(UTC))

    async def judge(self, session: Session, chosen: Selection, app: AppLinks, line: int) -> tuple[Judgement, ...]:
        """The judgements of the page as it stands. Raises Overrun, ScriptError when it does not answer."""
        begun = time.monotonic()
        checks = [check for check in discover().values() if chosen.takes(check)]
        axe = any("axe" in check.needs for check in checks)
        page = await take_snapshot(session, app, axe=axe)
        looked = time.monotonic()
        page = await self._with_its_files(session, page)
        index = len(self.pages)
        step = f"audit-{index + 1}"
        where = Where(self.scenario, page.device.name, step, self.file, line, page.url, index)
        judged = await twice(session, page, checks, judge_page(page, checks, where), where, looked)
        self.judgements.extend(bare(judged))
        self.findings.extend(findings_of(judged))
        shot = await self._kept(session, page, index)
        ms = round((time.monotonic() - begun) * 1000)
        self.pages.append(_shown(page, shot, f"facts/{index:02d}.json.gz"))
        self.steps.append(
            StepTrace(step, "check", f"audit {page.title or page.url}", line, ms=ms, page=index, shot=shot)
        )
        return judged

    async def _with_its_files(self, session: Session, page: PageSnapshot) -> PageSnapshot:
        files = await self.wellknown.beside(session.context.request, page)
        late = () if session.key else (CAME_LATE,)
        gaps = (*page.gaps, NOT_TRIED, *late, *unjudged(page))
        return replace(page, app=replace(page.app, **files._asdict()), facets=page.facets | {"wellknown"}, gaps=gaps)

    async def _kept(self, session: Session, page: PageSnapshot, index: int) -> str:
        """The page's facts and its picture in the audit's folder; the picture's name."""
        write_whole(self.folder / f"facts/{index:02d}.json.gz", gzip.compress(to_json(page), 5))
        data, ending = await screen(session.page, session.cdp)
        if not data:
            return ""
        name = f"page-{index:02d}.{ending}"
        write_whole(self.folder / name, data)
        return name

    def result(self, session: Session) -> JourneyResult:
        """What was judged, told as a journey is: a test's pages are its steps."""
        device = session.device
        return JourneyResult(
            scenario=self.scenario,
            device=device.name,
            engine=device.engine,
            status=Status.FAILED if failing(self.findings) else Status.PASSED,
            name=self.name,
            file=self.file,
            device_title=devices.ALIASES.get(self.device, self.device),
            platform=device.platform,
            width=device.width,
            height=device.height,
            scale=device.scale,
            start=Start(url=self.pages[0].url),
            steps=tuple(self.steps),
            pages=tuple(self.pages),
            findings=tuple(sorted(self.findings, key=lambda f: (f.severity.rank, f.rule, f.aspect, f.about))),
            judgements=tuple(self.judgements),
            notes=emulated(device),
            started=self.started.isoformat(timespec="seconds"),
            ms=sum(step.ms for step in self.steps),
            folder=self.place,
            parcours=__version__,
            brand=urlsplit(self.pages[0].url).hostname or "",
        )


def _shown(page: PageSnapshot, shot: str, facts: str) -> PageResult:
    return PageResult(
        url=page.url,
        title=page.title,
        status=page.status,
        navigation=page.navigation,
        shot=shot,
        shot_width=page.first_screen.width,
        layout_width=page.main.layout_width,
        requests=len(page.requests),
        facts=facts,
        gaps=page.gaps,
    )
