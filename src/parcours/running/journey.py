"""One journey on one device: open the artefact, follow it, look at every new page, judge."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from parcours import __version__
from parcours.artwork.picture import save_picture, small_picture
from parcours.browser import devices
from parcours.browser.again import look_again
from parcours.browser.bound import Overrun
from parcours.browser.consent import answer_consent
from parcours.browser.elsewhere import Elsewhere
from parcours.browser.guard import Guard
from parcours.browser.lookups import AppLookups
from parcours.browser.mail import draw_mail
from parcours.browser.probing import DISTURBED, Probing
from parcours.browser.sessions import Session, device_facts, open_session
from parcours.browser.shots import long_picture, screen
from parcours.browser.walk import Walk
from parcours.browser.wellknown import WellKnownFiles
from parcours.browser.worlds import ScriptError
from parcours.channels import Opening
from parcours.channels import catalogue as channels
from parcours.checks.catalogue import AnyCheck, Selection, discover, selection
from parcours.errors import ArtworkError, ParcoursError
from parcours.facts.advertising import unjudged
from parcours.facts.belongings import Belonging, belongings
from parcours.facts.consent import Answer, consent
from parcours.facts.model import AppLinks, Device, PageSnapshot
from parcours.facts.walls import is_wall, wall
from parcours.facts.way import landing_wait
from parcours.findings import Finding, Judgement, Severity, Where
from parcours.judging import judge_journey, judge_page
from parcours.redaction import Redactor
from parcours.results import JourneyResult, PageResult, ScreenResult, Status, failing, grave_doubts
from parcours.running.jobs import Job, Said
from parcours.running.proxy import Proxy
from parcours.running.screens import Screens, told
from parcours.scenario.model import Limits, Scenario, StepSpec
from parcours.steadiness import doubtful, steadied
from parcours.steps import Blocked
from parcours.steps import catalogue as steps
from parcours.storage.codec import to_json
from parcours.storage.journal import write_whole
from parcours.trace import LEFT_OUT, Effort, Ended, JourneyTrace, Promises, Start, StepTrace

if TYPE_CHECKING:
    from playwright.async_api import Browser

Emit = Callable[[Said], None]

# What keeps a journey from being judged is nobody's fault that a department could mend.
UNJUDGED = ("site-", "blocked-")
UNKNOWABLE = frozenset({"cannot-know"})  # what no emulated phone can tell: neither a pass nor a fault of the site
HUNG = "page-hung"

LOOKING = frozenset({"check", "see", "not-see", "expect-url", "screenshot", "scroll", "wait"})
PROBED = 6.0  # seconds that trying out one page may take

# What leads to the first page was promised on paper: it is judged whatever the scenario selects.
THE_WAY = frozenset({"qr", "entry", "redirect", "landing"})


@dataclass
class Journey:
    """A journey under way. `emit` hears of every step and page as it ends."""

    job: Job
    scenario: Scenario
    browser: Browser
    proxy: Proxy
    wellknown: WellKnownFiles
    emit: Emit
    steps: list[StepTrace] = field(default_factory=list)
    pages: list[PageSnapshot] = field(default_factory=list)
    shown: list[PageResult] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    opening: Opening = field(default_factory=Opening)
    lookups: AppLookups | None = None
    elsewhere: Elsewhere | None = None
    tracing: str = "off"
    redactor: Redactor = field(default_factory=Redactor)
    guard: Guard = field(default_factory=Guard)
    healthy: bool = True  # False when the browser should not be used again
    _session: Session | None = None
    _walk: Walk | None = None
    _probing: Probing | None = None
    _screens: Screens | None = None
    _probed: int = 0  # bytes that were loaded for trying pages out, and for what lies beside them
    _counted: Effort = field(default_factory=Effort)  # what is in the steps' efforts already
    _picture: str = ""
    _begun: float = 0
    _looked: float = 0  # when the page was looked at
    _spec: StepSpec = field(init=False)  # the step under way
    _met: dict[str, int] = field(default_factory=dict)
    _judged: set[int] = field(default_factory=set)

    async def run(self) -> JourneyResult:
        """The journey's result; never raises for what a page or a file does."""
        started, self._begun = datetime.now(UTC), time.monotonic()
        device = self._device()
        try:
            await self._whole()
        finally:
            await self._end()
        self._judge_journey(device)
        return self._result(device, started, round((time.monotonic() - self._begun) * 1000))

    async def _end(self) -> None:
        if self._session is None:
            return
        failed = any(step.ended == "blocked" for step in self.steps) or bool(failing(self.findings))
        wanted = self.tracing == "on" or (self.tracing == "retain-on-failure" and failed)
        if wanted and not self.redactor:
            await self._session.keep_trace(Path(self.job.folder) / "trace.zip")
        await self._session.close()

    def _device(self) -> Device:
        used = self.browser.browser_type.name
        return device_facts(self.job.device, used, self.browser.version)

    async def _whole(self) -> None:
        begin = self.scenario.start
        start = StepSpec("start", begin.channel, self._says_start(), begin.args, begin.line)
        await self._step(start, self._start)
        for spec in self.scenario.steps:
            await self._step(spec, lambda spec=spec: self._do(spec))  # type: ignore[misc]

    def _says_start(self) -> str:
        start = self.scenario.start
        return f"{start.channel} {getattr(start.args, channels()[start.channel].main, '')}".strip()

    # One step

    async def _step(self, spec: StepSpec, action: Callable[[], Any]) -> None:
        """Take a step, look at the page it led to, and say how it went. After a blocked one it is skipped."""
        if why := self._skipped(spec):
            self._ended(StepTrace(spec.id, spec.verb, spec.says, spec.line, "skipped", *why, file=spec.file))
            return
        self._spec = spec
        begun, self._picture = time.monotonic(), ""
        code, reason = await self._attempt(spec, action)
        ms = round((time.monotonic() - begun) * 1000)
        await self._picture_step()
        if not code:
            await self._compare_screen(spec)
        ended: Ended = "blocked" if code else "done"
        step = StepTrace(spec.id, spec.verb, spec.says, spec.line, ended, code, reason, ms, file=spec.file)
        self._ended(replace(step, **self._spent()))

    def _skipped(self, spec: StepSpec) -> tuple[str, str] | tuple[()]:
        """The code and the reason when the step is not to be taken; () when it is."""
        if any(step.ended == "blocked" for step in self.steps):
            return "", "an earlier step was blocked"
        if spec.only_on and not devices.meant(spec.only_on, self.job.device):
            return LEFT_OUT, f"only on {devices.spoken(spec.only_on)}"
        return ()

    async def _attempt(self, spec: StepSpec, action: Callable[[], Any]) -> tuple[str, str]:
        """Do it, and look where it led. The code and the reason when it was blocked, "" when it was not."""
        try:
            async with asyncio.timeout(self._left()):
                await action()
                await self._arrive(spec)
        except Blocked as blocked:
            if blocked.code.startswith("tool-"):
                self.healthy = False
            await self._arrive_blocked(spec, blocked)
            return blocked.code, blocked.reason
        except Overrun as overrun:
            self.healthy = False
            return HUNG, f"the page does not answer any more ({overrun})"
        except TimeoutError:
            self.healthy = False
            return "too-long", f"the journey took more than {self.job.soft_seconds:g} s"
        except ScriptError:
            return "page-gone", "the page went away while it was looked at"
        return "", ""

    def _left(self) -> float:
        """The seconds that are left of the journey's own."""
        return self.job.soft_seconds - (time.monotonic() - self._begun)

    def _spent(self) -> dict[str, Any]:
        """What the step cost, where it ended, what it had to say."""
        walk = self._walk
        if walk is None:
            return {}
        now, notes, reply = walk.effort, tuple(walk.notes), walk.reply
        before, self._counted = self._counted, now
        walk.notes.clear()
        walk.reply = None
        cost = Effort(
            now.taps - before.taps,
            now.keys - before.keys,
            round(now.scrolls - before.scrolls, 1),
            now.hops - before.hops,
            now.ms - before.ms,
            now.bytes - before.bytes,
        )
        page = len(self.pages) - 1 if self.pages else None
        return {"effort": cost, "notes": notes, "page": page, "shot": self._picture, "away": walk.away, "reply": reply}

    def _ended(self, step: StepTrace) -> None:
        self.steps.append(step)
        self.emit(Said("step", step=step, index=len(self.steps)))

    async def _picture_step(self) -> None:
        if self._session and not self._picture and self.healthy and self.pages:
            self._picture = await self._screen(f"step-{len(self.steps):02d}")

    async def _compare_screen(self, spec: StepSpec) -> None:
        """The screen that a step ended on against the one that was kept, where the scenario has any."""
        if self._session is None or self._walk is None or self._walk.away or not self.healthy:
            return
        if self._screens is None:
            self._screens = Screens(self.scenario, self._device(), Path(self.job.folder), bool(self.redactor))
        await self._screens.look(self._session, spec, self.pages[-1] if self.pages else None)

    # The steps' actions

    async def _start(self) -> None:
        """Take out the phone: read the artefact, open the browser, go where it leads."""
        spec = self.scenario.start
        folder = Path(self.scenario.file).parent if self.scenario.file else Path.cwd()
        try:
            self.opening = channels()[spec.channel].open(spec.args, folder)
        except ParcoursError as error:
            code = error.code if isinstance(error, ArtworkError) else "artwork"
            raise Blocked(code, f"{error.message} ({error.tip})" if error.tip else error.message) from None
        self._keep_artwork()
        await self._show_mail()
        url = self.opening.url or spec.fallback_url
        if not url:
            raise Blocked(self.opening.code or "nowhere", self.opening.reason)
        self._session = await self._another()
        if self.job.network != "as-is":
            await self._session.slow_down()
        if self.tracing != "off" and not self.redactor:
            await self._session.trace()
        self._walk = Walk(
            self._session,
            self._app(),
            judge=self._judge_now,
            picture=self._named_picture,
            keep=self._keep_evidence,
            reason=self.proxy.reason,
            redactor=self.redactor,
            guard=self.guard,
            loaded=lambda: self._bytes,
        )
        await self._walk.open(url)

    async def _another(self) -> Session:
        """A phone of the job's kind, with nothing in its memory."""
        session = await open_session(
            self.browser,
            self.job.device,
            locale=locale_of(self.scenario.lang),
            service_workers=self.scenario.service_workers,
            inside=self.opening.inside,
            permissions=["notifications"] if self._says_yes() else [],
        )
        if session.cdp is None:
            await self.guard.watch_context(session.context)
        return session

    async def _do(self, spec: StepSpec) -> None:
        assert self._walk
        await steps()[spec.verb].do(spec.args, self._walk)

    def _says_yes(self) -> bool:
        """Whether the customer allows notifications when asked: one who is to get them does."""
        return any(step.verb == "expect-notification" for step in self.scenario.steps)

    def _app(self) -> AppLinks:
        return AppLinks(ios=self.scenario.app.ios, android=self.scenario.app.android)

    def _keep_artwork(self) -> None:
        art = self.opening.artwork
        if art is None:
            return
        picture = save_picture(art, Path(self.scenario.file).parent / art.file, Path(self.job.folder))
        self.opening = replace(self.opening, artwork=replace(art, picture=picture))

    async def _show_mail(self) -> None:
        """Draw a mail before its link is tapped. What its pictures weigh does not count: the proxy begins anew."""
        message, html = self.opening.message, self.opening.html
        if message is None or not html:
            return
        locale = locale_of(self.scenario.lang)
        drawn = await draw_mail(self.browser, self.job.device, message, html, locale=locale)
        picture = self._write(f"mail.{drawn.ending}", drawn.picture)
        self.opening = replace(self.opening, message=replace(drawn.message, picture=picture), html="")
        self.proxy.begin(self.proxy.policy)

    # Looking and judging

    async def _arrive(self, spec: StepSpec) -> None:
        """Look at the page when it is one that this journey has not met yet."""
        if self._walk is None or self._known():
            return
        picks = any(step.verb == "check" for step in self.scenario.steps)
        names: tuple[str, ...] = () if not picks or spec.verb == "check" else ("nothing",)
        await self._look_and_judge(spec, Selection(names))
        if self.pages and (before := wall(self.pages[-1])):
            raise Blocked("blocked-wall", f"something stands before the site: {before.sign}")
        status = self.pages[-1].status if self.pages else 0
        if spec.id == "start" and status >= 400:
            raise Blocked(f"site-{status}", f"the address answers with an error ({status})")

    async def _arrive_blocked(self, spec: StepSpec, blocked: Blocked) -> None:
        """A blocked step may have met a page all the same: it must not go unseen."""
        if self._walk is None or blocked.code.startswith(("site-", "page-", "blocked-", "redirect-", "tool-")):
            return
        try:
            async with asyncio.timeout(self._left()):
                if not self._known():
                    await self._look_and_judge(spec, Selection())
        except (Blocked, Overrun, ScriptError, TimeoutError):
            self.healthy = False

    def _known(self) -> bool:
        """True when the page under the walk has been looked at already."""
        assert self._walk
        here = self._walk.url.partition("#")[0]
        return here in self._met or here == "about:blank"

    async def _judge_now(self, names: tuple[str, ...], min_severity: str) -> None:
        """The `check:` step: judge the page as it is now, by what was selected."""
        chosen = selection(names, Severity(min_severity))
        await self._look_and_judge(self._spec, chosen)

    async def _look_and_judge(self, step: StepSpec, chosen: Selection) -> None:
        assert self._session
        async with self._session.at_full_speed():
            await self._looked_and_judged(step, chosen)

    async def _looked_and_judged(self, step: StepSpec, chosen: Selection) -> None:
        assert self._walk
        assert self._session
        checks = [check for check in discover().values() if chosen.takes(check)]
        axe = any("axe" in check.needs for check in checks)
        page = await self._answered(await self._steady(axe=axe), axe=axe)
        self._looked = time.monotonic()
        first = not self.pages or (len(self.pages) == 1 and self._unjudged(page) is not None)
        index = self._place_for(page, checks)
        self._met[self._walk.url.partition("#")[0]] = index
        page, shot = await asyncio.gather(
            self._with_what_lies_beside(page, first=first), self._screen(f"page-{index:02d}")
        )
        page = self.pages[index] = await self._tried_out(page, checks)
        file = step.file or self.scenario.file
        where = Where(self.scenario.id, page.device.name, step.id, file, step.line, page.url, index)
        judged = judge_page(page, checks, where)
        kept = len(self.findings)
        self._take(judged)
        shown = await self._show(page, index, judged, shot)
        self.shown[index:] = [shown]
        judged = await self._twice(page, checks, judged, where)
        self.findings[kept:] = [finding for judgement in judged for finding in judgement.findings]
        found = tuple(finding for judgement in judged for finding in judgement.findings)
        self.emit(Said("page", page=shown, index=index, findings=found, judgements=_bare(judged)))

    async def _with_what_lies_beside(self, page: PageSnapshot, *, first: bool) -> PageSnapshot:
        """The page with what is known of it elsewhere: its files, its app, where its address leads others."""
        assert self._session
        taken = self.proxy.bytes
        files = await self.wellknown.beside(self._session.context, page)
        refused = tuple(f"{host} is a private address: it was not asked" for host in self.proxy.refused())
        page = replace(
            page,
            app=replace(page.app, **files._asdict()),
            network=self._session.network,
            facets=page.facets | {"wellknown"},
            gaps=(*page.gaps, *refused, *unjudged(page)),
        )
        page = await self.lookups.about(page) if self.lookups else page
        page = await self.elsewhere.about(page) if self.elsewhere and first else page
        self._probed += self.proxy.bytes - taken
        return page

    async def _twice(
        self, page: PageSnapshot, checks: Sequence[AnyCheck], judged: tuple[Judgement, ...], where: Where
    ) -> tuple[Judgement, ...]:
        """The judgements, what was gone at a second look marked in them. Nothing failed, nothing is looked at again.

        A page that did not come back from being tried out as it was would be held against another one.
        """
        assert self._session
        rules = doubtful(judged)
        if not rules or any(gap.startswith(DISTURBED) for gap in page.gaps):
            return judged
        failed = [check for check in checks if check.id in rules]
        again = await look_again(self._session, page, self._looked, axe=any("axe" in check.needs for check in failed))
        if again is None:
            return judged
        second = {judgement.rule: judgement for judgement in judge_page(again, failed, where)}
        return tuple(steadied(judgement, second.get(judgement.rule)) for judgement in judged)

    async def _tried_out(self, page: PageSnapshot, checks: Sequence[AnyCheck]) -> PageSnapshot:
        """The page with what only trying tells, as far as the chosen checks ask for it."""
        if self._probing is None:
            assert self._session
            self._probing = Probing(self._session, self._another)
        facets = frozenset[str]().union(*(check.needs | check.uses for check in checks))
        taken = self.proxy.bytes
        ahead = self._ahead()
        wanted = str(getattr(ahead.args, "name", "")) if ahead and ahead.verb == "tap" else ""
        chat = ahead is not None and ahead.verb == "open-chat"
        page = await self._probing.look(page, facets, min(PROBED, self._left() / 4), wanted, chat_wanted=chat)
        self._probed += self.proxy.bytes - taken
        self.guard.stopped.clear()  # what the page tried there was not the customer's doing
        return page

    def _ahead(self) -> StepSpec | None:
        """The next step that does something to the page, the first ones that only look passed over."""
        steps = self.scenario.steps
        at = next((index for index, step in enumerate(steps, start=1) if step is self._spec), 0)
        return next((step for step in steps[at:] if step.verb not in LOOKING), None)

    @property
    def _bytes(self) -> int:
        """What the customer's way has loaded; what was tried beside it is not the customer's."""
        return self.proxy.bytes - self._probed

    def _place_for(self, page: PageSnapshot, checks: Sequence[AnyCheck]) -> int:
        """The page's index: a new one, or that of the same page if it was met and not judged yet."""
        index = len(self.pages) - (1 if self._unjudged(page) else 0)
        self.pages[index:] = [page]
        if checks:
            self._judged.add(index)
        return index

    def _unjudged(self, page: PageSnapshot) -> PageSnapshot | None:
        """The same page as it was met last, when no check has looked at it yet."""
        last = len(self.pages) - 1
        return (
            self.pages[last] if self.pages and last not in self._judged and self.pages[last].url == page.url else None
        )

    async def _steady(self, *, axe: bool) -> PageSnapshot:
        """The page's facts, looked at again when it sent the customer on beneath the first look."""
        assert self._walk
        try:
            return await self._walk.snapshot(axe=axe)
        except ScriptError:
            await self._walk.rest()
            return await self._walk.snapshot(axe=axe)

    async def _answered(self, page: PageSnapshot, *, axe: bool) -> PageSnapshot:
        """The page once its question about cookies is answered as the scenario says, with the page as it asked."""
        assert self._walk
        if met := self._unjudged(page):
            # The answer's own navigation, where there was one, is not the way to the page.
            page = replace(page, navigation=met.navigation, before_consent=met.before_consent)
        wish = self.scenario.consent
        if wish == "ignore" or not (asked := consent(page)):
            return page
        self._picture = self._picture or await self._screen(f"step-{len(self.steps):02d}")
        answered = await answer_consent(self._walk, page, asked, Answer(wish))
        if not answered:
            return page
        before = replace(page, axe=None, requests=())
        return replace(await self._steady(axe=axe), navigation=page.navigation, before_consent=before)

    def _take(self, judged: tuple[Judgement, ...]) -> None:
        self.judgements.extend(_bare(judged))
        self.findings.extend(finding for judgement in judged for finding in judgement.findings)

    def _judge_journey(self, device: Device) -> None:
        app = self.pages[0].app if self.pages else self._app()
        facets = self.pages[0].facets if self.pages else frozenset()
        trace = JourneyTrace(
            self.scenario.id,
            device,
            self._started(),
            app,
            tuple(self.steps),
            tuple(self.pages),
            facets,
            self._promises(),
        )
        page = 0 if self.pages else None
        url = self.pages[0].url if self.pages else self.opening.url
        where = Where(self.scenario.id, device.name, "start", self.scenario.file, self.scenario.start.line, url, page)
        judged = judge_journey(trace, self._of_the_journey(), where)
        self._take(judged)
        found = tuple(finding for judgement in judged for finding in judgement.findings)
        self.emit(Said("journey", findings=found, judgements=_bare(judged)))

    def _promises(self) -> Promises:
        return Promises(**self.scenario.promises.model_dump())

    def _brand(self) -> str:
        """What the results are gathered under: the brand's name, else the host of the first page."""
        url = self.pages[0].url if self.pages else self.opening.url
        return self.scenario.brand or urlsplit(url).hostname or ""

    def _of_the_journey(self) -> list[AnyCheck]:
        """The checks of the whole journey: where `check:` steps choose, those chosen and those of the way there."""
        steps = [step.args for step in self.scenario.steps if step.verb == "check"]
        picks = [selection(getattr(args, "rules", ()), getattr(args, "min_severity", Severity.NOTE)) for args in steps]
        checks = discover().values()
        return [c for c in checks if not picks or c.area in THE_WAY or any(pick.takes(c) for pick in picks)]

    def _started(self) -> Start:
        spec = self.scenario.start
        return Start(
            channel=spec.channel,
            url=self.opening.url,
            expect_url=spec.expect_url,
            expect_text=spec.expect_text,
            hosts=self.scenario.hosts,
            artwork=self.opening.artwork,
            file=str(getattr(spec.args, "file", "")),
            line=spec.line,
            message=self.opening.message,
        )

    # Pictures and files

    async def _show(self, page: PageSnapshot, index: int, judged: tuple[Judgement, ...], shot: str) -> PageResult:
        """The page as reports show it. The long picture is taken only where a finding lies below the screen."""
        assert self._session
        self._picture = self._picture or shot
        screen_box, main = page.first_screen, page.main
        low = [f.box.bottom for j in judged for f in j.findings if f.box and f.box.bottom > screen_box.bottom]
        full, width, height = "", 0.0, 0.0
        facts = f"facts/{index:02d}.json.gz"
        kept = asyncio.create_task(asyncio.to_thread(self._keep_facts, page, facts))
        if low:
            wide = max(main.layout_width, min(main.content_width, screen_box.width))
            data, ending, width, height = await long_picture(
                self._session, wide, min(main.content_height, max(low) + 200), self.redactor
            )
            full = self._write(f"page-{index:02d}-long.{ending}", data)
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
            bytes=self._bytes - sum(shown.bytes for shown in self.shown[:index]),
            facts=facts,
            gaps=page.gaps,
        )

    def _keep_facts(self, page: PageSnapshot, name: str) -> None:
        write_whole(Path(self.job.folder) / name, gzip.compress(to_json(self.redactor.facts(page)), 5))

    async def _screen(self, name: str) -> str:
        assert self._session
        data, ending = await screen(self._session.page, self._session.cdp, self.redactor)
        return self._write(f"{name}.{ending}", data)

    async def _named_picture(self, name: str) -> None:
        assert self._walk
        self._picture = await self._screen(f"shot-{len(self.steps):02d}")
        self._walk.note(f"picture: {name}")

    async def _keep_evidence(self, file: str) -> None:
        """A person's own picture, kept as what the step shows."""
        path = Path(self._spec.file or self.scenario.file).parent / file
        try:
            data = small_picture(path)
        except ArtworkError as error:
            raise Blocked("manual-evidence", error.message) from None
        self._picture = self._write(f"evidence-{len(self.steps):02d}.webp", data)

    def _write(self, name: str, data: bytes) -> str:
        if not data:
            return ""
        write_whole(Path(self.job.folder) / name, data)
        return name

    # The result

    def _result(self, device: Device, started: datetime, ms: int) -> JourneyResult:
        stopped = next((step for step in self.steps if step.ended == "blocked"), None)
        effort = self._walk.effort if self._walk else Effort()
        effort = replace(effort, scrolls=round(effort.scrolls, 1))
        wait = landing_wait(self.pages[0]) if self.pages else None
        over = tuple(over_limits(self.scenario.limits, effort, wait.ms / 1000 if wait else 0.0))
        doubts = tuple(finding.message for finding in grave_doubts(self.findings))
        code, reason = "", ""
        if stopped:
            code, reason = stopped.code, stopped.reason
        elif over:
            code, reason = "over-limit", "; ".join(over)
        elif screens := [screen for screen in self._compared if screen.fails]:
            code, reason = "screen-changed", "; ".join(f"{screen.step}: {screen.reason}" for screen in screens)
        elif doubts:
            code, reason = "to-review", "; ".join(doubts)
        elif not self.pages:
            code, reason = "no-page", "the journey left the browser before any page could be looked at"
        return JourneyResult(
            scenario=self.scenario.id,
            device=device.name,
            engine=device.engine,
            status=self._status(stopped, over),
            name=self.scenario.name,
            file=self.scenario.file,
            lang=self.scenario.lang,
            device_title=device.title,
            platform=device.platform,
            width=device.width,
            height=device.height,
            scale=device.scale,
            code=code,
            reason=reason,
            start=self._started(),
            steps=tuple(self.steps),
            pages=tuple(self.shown),
            findings=tuple(sorted(self.findings, key=lambda f: (f.severity.rank, f.rule, f.aspect, f.about))),
            judgements=tuple(self.judgements),
            effort=effort,
            notes=(
                *_notes(device),
                *self._unslowed(),
                *_unsteady(self.findings),
                *told(self._compared),
                *self._untraced(),
            ),
            started=started.isoformat(timespec="seconds"),
            ms=ms,
            folder=self.job.place,
            parcours=__version__,
            screens=self._compared,
            brand=self._brand(),
            network=self._session.network if self._session else "as-is",
            promises=self._promises(),
            inventory=self._inventory(),
        )

    def _inventory(self) -> tuple[Belonging, ...] | None:
        """What the pages have; None when they are such that it cannot be told."""
        try:
            return belongings(self.pages)
        except Exception:  # noqa: BLE001 - a page that nobody foresaw must not cost the journey its result
            return None

    def _untraced(self) -> tuple[str, ...]:
        wanted = self.tracing != "off" and bool(self.redactor)
        return ("No Playwright trace was kept: it would hold the journey's secrets.",) if wanted else ()

    def _unslowed(self) -> tuple[str, ...]:
        """That the journey was walked faster than it was asked to be, where the engine cannot be slow."""
        if self._session is None or self._session.network == self.job.network:
            return ()
        engine = _ENGINES[self._session.device.engine.used]
        return (f"{engine} cannot be slowed down as Chromium can: times are those of the machine that tested.",)

    @property
    def _compared(self) -> tuple[ScreenResult, ...]:
        return tuple(self._screens.found) if self._screens else ()

    def _status(self, stopped: StepTrace | None, over: tuple[str, ...]) -> Status:
        if failing(self.findings) or over or any(screen.fails for screen in self._compared):
            return Status.FAILED
        if stopped is None:
            return Status.PASSED if self.pages and not grave_doubts(self.findings) else Status.INCONCLUSIVE
        if stopped.code.startswith("tool-"):
            return Status.ERROR
        if stopped.code in UNKNOWABLE or stopped.code.startswith("manual-"):  # a person must look
            return Status.INCONCLUSIVE
        unjudged = stopped.code.startswith(UNJUDGED) and all(map(is_wall, self.pages))
        return Status.INCONCLUSIVE if unjudged else Status.FAILED


def over_limits(limits: Limits, effort: Effort, landing: float) -> Iterator[str]:
    """What the journey cost more than the scenario allows, in words. `landing` is in seconds."""
    if limits.taps is not None and effort.taps > limits.taps:
        yield f"{effort.taps} taps, where {_allowed(limits.taps)}"
    if limits.landing is not None and landing > limits.landing:
        yield f"{landing:.1f} s to the first page, where {limits.landing:g} s are allowed"
    if limits.bytes is not None and effort.bytes > limits.bytes:
        yield f"{effort.bytes / 1e6:.2f} MB, where {limits.bytes / 1e6:g} MB are allowed"
    if limits.keys is not None and effort.keys > limits.keys:
        yield f"{effort.keys} characters typed, where {_allowed(limits.keys)}"
    if limits.hops is not None and effort.hops > limits.hops:
        yield f"{effort.hops} redirect{'' if effort.hops == 1 else 's'}, where {_allowed(limits.hops)}"
    if limits.screens is not None and effort.scrolls > limits.screens:
        yield f"{effort.scrolls:.1f} screens scrolled, where {_allowed(limits.screens)}"


def _allowed(number: float) -> str:
    return f"{number:g} {'is' if number == 1 else 'are'} allowed"


def _bare(judged: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements without their findings, which results keep once."""
    return tuple(replace(judgement, findings=()) for judgement in judged)


_ENGINES = {"chromium": "Chromium", "webkit": "WebKit", "firefox": "Firefox"}


def _notes(device: Device) -> tuple[str, ...]:
    if device.engine.fidelity == "native":
        return ()
    engine = device.engine
    used, wanted = f"{_ENGINES[engine.used]} {engine.version}", _ENGINES[engine.wanted]
    return (f"{device.title} was emulated in {used}: {wanted}, its own engine, is not installed here.",)


def _unsteady(findings: Sequence[Finding]) -> tuple[str, ...]:
    count = sum(finding.unstable for finding in findings)
    if not count:
        return ()
    were = "1 finding was" if count == 1 else f"{count} findings were"
    return (f"{were} gone when the page was looked at again: shown as unstable, counted for nothing unless strict.",)


def locale_of(lang: str) -> str:
    """The locale of a phone whose owner reads that language: fr-FR for fr; "" for none."""
    return lang if "-" in lang or not lang else {"en": "en-GB"}.get(lang, f"{lang}-{lang.upper()}")
