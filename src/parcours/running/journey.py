"""One journey on one device: open the artefact, and follow it step by step.

What it meets is kept in a `Record`; every new page is handed to `Looking`; `outcome` makes the result of it all.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parcours.artwork.picture import save_picture, small_picture
from parcours.browser import devices
from parcours.browser.bound import Overrun
from parcours.browser.failures import CRASHED, NOT_PAGES
from parcours.browser.guard import Guard
from parcours.browser.mail import draw_mail
from parcours.browser.rescue import answers, crashed, last_picture
from parcours.browser.sessions import Session, device_facts, open_session
from parcours.browser.walk import Walk
from parcours.browser.worlds import ScriptError
from parcours.channels import catalogue as channels
from parcours.checks.catalogue import Selection, selection
from parcours.errors import ArtworkError, ParcoursError
from parcours.facts.model import Device
from parcours.facts.walls import wall
from parcours.findings import Severity
from parcours.redaction import Redactor
from parcours.results import JourneyResult, failing
from parcours.running.jobs import HARD_SECONDS, Job, Said
from parcours.running.looking import Beside, Looking
from parcours.running.outcome import judge_whole, outcome
from parcours.running.proxy import Proxy
from parcours.running.record import Emit, Record
from parcours.running.screens import Screens
from parcours.scenario.model import Scenario, StepSpec
from parcours.steps import Blocked
from parcours.steps import catalogue as steps
from parcours.trace import LEFT_OUT, Effort, Ended, StepTrace

if TYPE_CHECKING:
    from playwright.async_api import Browser

HUNG = "page-hung"
ILL = frozenset({"tool-browser", "page-crashed", "page-closed"})  # the browser should not be used again


@dataclass
class Journey:
    """A journey under way. `emit` hears of every step and page as it ends."""

    job: Job
    scenario: Scenario
    browser: Browser
    proxy: Proxy
    beside: Beside
    emit: Emit
    tracing: str = "off"
    redactor: Redactor = field(default_factory=Redactor)
    guard: Guard = field(default_factory=Guard)
    extra: Mapping[str, Any] = field(default_factory=dict)  # what a house adds to its phones
    watched: bool = False  # whether each context is watched by itself: the browser is others' too
    notes: tuple[str, ...] = ()  # what is to be said of the browser
    healthy: bool = True  # False when the browser should not be used again
    admit: Callable[[str], Awaitable[None]] | None = None  # waits for a place at an address's host
    _session: Session | None = None
    _walk: Walk | None = None
    _looking: Looking | None = None
    _screens: Screens | None = None
    _counted: Effort = field(default_factory=Effort)  # what is in the steps' efforts already
    _waited: float = 0  # seconds for a place at the site, which are nobody's time
    _limit: asyncio.Timeout = field(init=False)  # of the step under way

    def __post_init__(self) -> None:
        """Begin its record."""
        self._record = Record(self.job, self.scenario, self.emit, self.redactor)
        self._record.notes = self.notes

    async def run(self) -> JourneyResult:
        """The journey's result; never raises for what a page or a file does."""
        started, self._record.begun = datetime.now(UTC), time.monotonic()
        device = self._device()
        try:
            await self._whole()
        finally:
            await self._end()
        judge_whole(self._record, device)
        effort = self._walk.effort if self._walk else Effort()
        network = self._session.network if self._session else None
        return outcome(self._record, device, effort, network, started, self.tracing)

    async def _end(self) -> None:
        if self._session is None:
            return
        record = self._record
        failed = any(step.ended == "blocked" for step in record.steps) or bool(failing(record.findings))
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
        self._record.step = spec
        begun, self._record.picture = time.monotonic(), ""
        code, reason = await self._attempt(spec, action)
        ms = round((time.monotonic() - begun - self._waited) * 1000)
        self._waited = 0
        await self._picture_step()
        if not code:
            await self._compare_screen(spec)
        ended: Ended = "blocked" if code else "done"
        step = StepTrace(spec.id, spec.verb, spec.says, spec.line, ended, code, reason, ms, file=spec.file)
        self._ended(replace(step, **self._spent()))

    def _skipped(self, spec: StepSpec) -> tuple[str, str] | tuple[()]:
        """The code and the reason when the step is not to be taken; () when it is."""
        if any(step.ended == "blocked" for step in self._record.steps):
            return "", "an earlier step was blocked"
        if spec.only_on and not devices.meant(spec.only_on, self.job.device):
            return LEFT_OUT, f"only on {devices.spoken(spec.only_on)}"
        return ()

    async def _attempt(self, spec: StepSpec, action: Callable[[], Any]) -> tuple[str, str]:
        """Do it, and look where it led. The code and the reason when it was blocked, "" when it was not."""
        try:
            async with asyncio.timeout(self._record.left) as self._limit:
                await action()
                await self._arrive(spec)
        except Blocked as blocked:
            if blocked.code in ILL or not self.browser.is_connected():
                self.healthy = False
                return self._unless_gone(blocked.code, blocked.reason)
            await self._arrive_blocked(spec, blocked)
            return blocked.code, blocked.reason
        except Overrun as overrun:
            return await self._hung(str(overrun), "looking at the page takes longer than it may, though it answers")
        except TimeoutError:
            n = f"{self.job.soft_seconds:g}"
            alive = f"the journey took more than {n} s, though the page answers: look for what it waits for"
            return await self._hung(f"the journey took more than {n} s", alive)
        except ScriptError:
            return self._unless_gone("page-gone", "the page went away while it was looked at")
        return "", ""

    @property
    def _pace(self) -> float:
        """The share of the usual times that a journey has which must end sooner."""
        return min(1.0, self.job.hard_seconds / HARD_SECONDS)

    async def _hung(self, why: str, alive: str) -> tuple[str, str]:
        """What is wrong with a page that took too long: `why` it is thought so, and what to say when it is `alive`."""
        self.healthy = False
        session = self._session
        if session is None or not self.browser.is_connected():
            return self._unless_gone("tool-browser", f"the browser does not answer ({why})")
        if await answers(session, self._pace):
            return "too-long", alive
        if await crashed(session, self._pace):
            return CRASHED
        reason = f"the page does not answer any more ({why}): one of its scripts never ends"
        return self._unless_gone(HUNG, reason)

    def _unless_gone(self, code: str, reason: str) -> tuple[str, str]:
        """That, unless the browser has gone away beneath it: then the page cannot be blamed."""
        if self.browser.is_connected():
            return code, reason
        self.healthy = False
        return "tool-browser", "the browser went away in the middle of the journey: run it again"

    def _spent(self) -> dict[str, Any]:
        """What the step cost, where it ended, what it had to say."""
        walk, record = self._walk, self._record
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
        page = len(record.pages) - 1 if record.pages else None
        shot, away = record.picture, walk.away
        return {"effort": cost, "notes": notes, "page": page, "shot": shot, "away": away, "reply": reply}

    def _ended(self, step: StepTrace) -> None:
        self._record.steps.append(step)
        self.emit(Said("step", step=step, index=len(self._record.steps)))

    async def _picture_step(self) -> None:
        """Show how the step ended. Of a page that hung there is what it painted last."""
        record, name = self._record, f"step-{len(self._record.steps):02d}"
        if record.picture or self._looking is None or self._session is None:
            return
        if self.healthy and (record.pages or self._session.page.url != "about:blank"):
            record.picture = await self._looking.screen(name)
        elif not self.healthy and self.browser.is_connected():
            data, ending = await last_picture(self._session, self.redactor, self._pace)
            record.picture = record.write(f"{name}.{ending}", data)

    async def _compare_screen(self, spec: StepSpec) -> None:
        """The screen that a step ended on against the one that was kept, where the scenario has any."""
        if self._session is None or self._walk is None or self._walk.away or not self.healthy:
            return
        record = self._record
        if self._screens is None:
            self._screens = Screens(self.scenario, self._device(), Path(self.job.folder), bool(self.redactor))
            record.screens = self._screens.found
        await self._screens.look(self._session, spec, record.pages[-1] if record.pages else None)

    # The steps' actions

    async def _start(self) -> None:
        """Take out the phone: read the artefact, open the browser, go where it leads."""
        url = await self._opened()
        self._session = session = await self._phone()
        await session.be_watched(pictures=not self.redactor)
        if self.job.network != "as-is":
            await session.slow_down()
        if self.tracing != "off" and not self.redactor:
            await session.trace()
        self._walk = Walk(
            session,
            self._record.app,
            judge=self._judge_now,
            picture=self._named_picture,
            keep=self._keep_evidence,
            reason=self.proxy.reason,
            redactor=self.redactor,
            guard=self.guard,
            loaded=lambda: self.proxy.bytes - self.proxy.aside,
            pace=self._pace,
        )
        self._looking = Looking(self._record, session, self._walk, self.proxy, self.guard, self.beside, self._another)
        await self._walk.open(url)

    async def _opened(self) -> str:
        """Read the artefact, and draw what is drawn of it: the address that it leads to."""
        spec, record = self.scenario.start, self._record
        folder = Path(self.scenario.file).parent if self.scenario.file else Path.cwd()
        try:
            record.opening = channels()[spec.channel].open(spec.args, folder)
        except ParcoursError as error:
            code = error.code if isinstance(error, ArtworkError) else "artwork"
            raise Blocked(code, f"{error.message} ({error.tip})" if error.tip else error.message) from None
        self._keep_artwork()
        url = record.opening.url or spec.fallback_url
        await self._wait_for_a_place(url)
        await self._show_mail()
        if not url:
            raise Blocked(record.opening.code or "nowhere", record.opening.reason)
        return url

    async def _wait_for_a_place(self, url: str) -> None:
        """The journey's time stands still meanwhile."""
        if self.admit is None:
            return
        begun = time.monotonic()
        self._limit.reschedule(None)
        await self.admit(url)
        self._waited = time.monotonic() - begun
        self._record.begun += self._waited
        self._limit.reschedule(asyncio.get_running_loop().time() + self._record.left)

    async def _another(self) -> Session:
        """A phone beside the walk's, to try pages out on: what it loads is not the customer's."""
        return await self._phone(proxy={"server": self.proxy.url_aside})

    async def _phone(self, **options: Any) -> Session:
        """A phone of the job's kind, with nothing in its memory."""
        session = await open_session(
            self.browser,
            self.job.device,
            service_workers=self.scenario.service_workers,
            inside=self._record.opening.inside,
            permissions=["notifications"] if self._says_yes() else [],
            **{"locale": locale_of(self.scenario.lang), **self.extra, **options},
        )
        if session.cdp is None or self.watched:
            await self.guard.watch_context(session.context)
        return session

    async def _do(self, spec: StepSpec) -> None:
        assert self._walk
        await steps()[spec.verb].do(spec.args, self._walk)

    def _says_yes(self) -> bool:
        """Whether the customer allows notifications when asked: one who is to get them does."""
        return any(step.verb == "expect-notification" for step in self.scenario.steps)

    def _keep_artwork(self) -> None:
        record = self._record
        art = record.opening.artwork
        if art is None:
            return
        picture = save_picture(art, Path(self.scenario.file).parent / art.file, Path(self.job.folder))
        record.opening = replace(record.opening, artwork=replace(art, picture=picture))

    async def _show_mail(self) -> None:
        """Draw a mail before its link is tapped. What its pictures weigh does not count: the proxy begins anew."""
        record = self._record
        message, html = record.opening.message, record.opening.html
        if message is None or not html:
            return
        locale = locale_of(self.scenario.lang)
        drawn = await draw_mail(self.browser, self.job.device, message, html, locale=locale)
        picture = record.write(f"mail.{drawn.ending}", drawn.picture)
        record.opening = replace(record.opening, message=replace(drawn.message, picture=picture), html="")
        self.proxy.begin(self.proxy.policy)

    # Where steps lead

    async def _arrive(self, spec: StepSpec) -> None:
        """Look at the page when it is one that this journey has not met yet."""
        if self._walk is None or self._looking is None or self._record.knows(self._walk.url):
            return
        if spec.id == "start" and NOT_PAGES.fullmatch(mime := self._walk.mime):
            raise Blocked("page-not-html", f"the address is a file ({mime}), not a page: link to a page that shows it")
        picks = any(step.verb == "check" for step in self.scenario.steps)
        names: tuple[str, ...] = () if not picks or spec.verb == "check" else ("nothing",)
        await self._looking.judge(spec, Selection(names))
        pages = self._record.pages
        if pages and (before := wall(pages[-1])):
            raise Blocked("blocked-wall", f"something stands before the site: {before.sign}")
        status = pages[-1].status if pages else 0
        if spec.id == "start" and status >= 400:
            raise Blocked(f"site-{status}", f"the address answers with an error ({status})")

    async def _arrive_blocked(self, spec: StepSpec, blocked: Blocked) -> None:
        """A blocked step may have met a page all the same: it must not go unseen."""
        if self._walk is None or self._looking is None:
            return
        if blocked.code.startswith(("site-", "page-", "blocked-", "redirect-", "tool-")):
            return
        try:
            async with asyncio.timeout(self._record.left):
                if not self._record.knows(self._walk.url):
                    await self._looking.judge(spec, Selection())
        except (Blocked, Overrun, ScriptError, TimeoutError):
            self.healthy = False

    async def _judge_now(self, names: tuple[str, ...], min_severity: str) -> None:
        """The `check:` step: judge the page as it is now, by what was selected."""
        assert self._looking
        await self._looking.judge(self._record.step, selection(names, Severity(min_severity)))

    # Pictures

    async def _named_picture(self, name: str) -> None:
        assert self._walk
        assert self._looking
        self._record.picture = await self._looking.screen(f"shot-{len(self._record.steps):02d}")
        self._walk.note(f"picture: {name}")

    async def _keep_evidence(self, file: str) -> None:
        """A person's own picture, kept as what the step shows."""
        path = Path(self._record.step.file or self.scenario.file).parent / file
        try:
            data = small_picture(path)
        except ArtworkError as error:
            raise Blocked("manual-evidence", error.message) from None
        self._record.picture = self._record.write(f"evidence-{len(self._record.steps):02d}.webp", data)


def locale_of(lang: str) -> str:
    """The locale of a phone whose owner reads that language: fr-FR for fr; "" for none."""
    return lang if "-" in lang or not lang else {"en": "en-GB"}.get(lang, f"{lang}-{lang.upper()}")
