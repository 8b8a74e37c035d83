"""The process that drives a browser: one lane, one browser, one job at a time, a fresh context for each.

It reads jobs as JSON lines on its standard input and says what happens as JSON lines on its standard
output. It owns nothing that matters: the supervisor may kill it at any moment.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from parcours.browser.asking import Asking
from parcours.browser.elsewhere import Elsewhere, Memory
from parcours.browser.guard import Guard
from parcours.browser.launch import Browsers, LaneSettings, browsers
from parcours.browser.lookups import AppLookups
from parcours.browser.wellknown import WellKnownFiles
from parcours.contexts import secrets_in
from parcours.errors import DiskFullError, ParcoursError, ToolError
from parcours.redaction import Redactor
from parcours.results import DISK_FULL
from parcours.running.jobs import LANE_VARIABLE, Job, Said
from parcours.running.journey import Journey, locale_of
from parcours.running.looking import Beside
from parcours.running.planning import scenario_of
from parcours.running.proxy import Address, Policy, Proxy, place_of
from parcours.running.sites import Sites, host_of
from parcours.scenario.environment import secrets, with_secrets
from parcours.scenario.model import Scenario
from parcours.scenario.problems import Code, ScenarioError
from parcours.storage.codec import from_json, from_plain, to_plain
from parcours.storage.shared import Shared

ELSEWHERE = (
    "Walked by a browser elsewhere that parcours' proxy cannot be put before: what was loaded is not weighed, and "
    "private addresses were not kept out."
)
JOBS_A_BROWSER = 25  # a browser that has seen many pages is slower, and may be ill
LEAVE_SECONDS = 10.0  # to end the browsers in when nobody listens any more


class Worker:
    """One lane's browsers, proxy and demo sites, from job to job."""

    def __init__(
        self, browsers: Browsers, proxy: Proxy, guard: Guard, out: TextIO, lines: asyncio.Queue[bytes]
    ) -> None:
        self._browsers = browsers
        self._proxy = proxy
        self._guard = guard
        self._out = out
        self._lines = lines
        self._served = 0
        # A host may stand for another place in the next journey: what was found there is another file then.
        self._wellknown: dict[frozenset[tuple[str, Address]], WellKnownFiles] = {}
        self._ways: dict[frozenset[tuple[str, Address]], Memory] = {}
        self._sites = Sites()
        self.redactor = Redactor()  # the job's

    def say(self, said: Said) -> None:
        """One line to the supervisor, without secrets."""
        self._line(to_plain(self.redactor.shown(said)))

    def _line(self, plain: Any) -> None:
        self._out.write(json.dumps(plain) + "\n")
        self._out.flush()

    async def do(self, job: Job) -> None:
        """One job, to its result. A browser that should not be used again is ended when the result is safe."""
        journey = await self._journey(job)
        try:
            result = await journey.run()
            self._line({"kind": "result", "result": to_plain(self.redactor.shown(result))})
        finally:
            self._served += 1
            if not journey.healthy or self._served >= JOBS_A_BROWSER:
                await self.retire()

    async def _journey(self, job: Job) -> Journey:
        self.redactor = Redactor()
        scenario = scenario_of(job)
        values = secrets(scenario, os.environ)
        self.redactor.add(*values.values())
        self.redactor.add(*secrets_in(job.context))
        scenario = with_secrets(scenario, values)
        sites = self._sites.addresses(scenario.sites)
        declared = frozenset({*job.declared, *scenario.allow_private, *([place_of(job.url)] if job.url else [])})
        declared |= {place_of(url) for url in job.lookups.rehearsed} if job.lookups else set()
        settings = self._browsers.settings
        self._proxy.begin(Policy(declared, job.allow_private, sites, self._guard.keeps_out))
        await self._guard.begin(scenario.allow_send, workers=scenario.service_workers == "allow")
        browser, tracing = await self._browsers.get(job.engine.used), self._browsers.settings.tracing
        wellknown = self._wellknown.setdefault(frozenset(sites.items()), WellKnownFiles(settings.identify))
        ways = self._ways.setdefault(frozenset(sites.items()), {})
        asking = Asking(self._browsers.playwright, self._proxy.url_aside, settings.identify)
        shared = Shared(Path(job.shared))
        lookups = AppLookups(job.lookups, asking, shared, scenario.lang, frozenset(sites)) if job.lookups else None
        return Journey(
            job,
            scenario,
            browser,
            self._proxy,
            Beside(wellknown, asking, lookups, Elsewhere(asking, ways, locale_of(scenario.lang) or "en-US")),
            self.say,
            tracing=tracing,
            redactor=self.redactor,
            guard=self._guard,
            extra={**job.context, **self._browsers.context},
            watched=bool(settings.remote),
            notes=self._remarks(scenario),
            admit=lambda url: self._admitted(host_of(url, scenario.sites)),
        )

    def _remarks(self, scenario: Scenario) -> tuple[str, ...]:
        """What is to be said of a browser elsewhere that does not come by our proxy. ToolError where it takes that."""
        if not self._browsers.settings.remote or self._browsers.led:
            return ()
        wanted = "`sites:`" if scenario.sites else "a limit on bytes" if scenario.limits.bytes is not None else ""
        if wanted:
            said = f"{wanted} takes parcours' own proxy, and the browser elsewhere cannot reach it"
            raise ToolError(said, tip="walk this scenario with a browser of this machine")
        return (ELSEWHERE,)

    async def _admitted(self, host: str) -> None:
        """Wait until the supervisor has a place for this journey at the host."""
        if host:
            self.say(Said("place", text=host))
            await self._lines.get()

    async def retire(self) -> None:
        """End the browsers: the next job gets a fresh one."""
        self._served = 0
        await self._browsers.close()


class _Discreet(io.TextIOBase):
    """The standard error without the running job's secrets: what Playwright complains of names what was typed."""

    def __init__(self, real: TextIO, worker: Worker) -> None:
        self._real = real
        self._worker = worker

    def write(self, text: str) -> int:
        self._real.write(self._worker.redactor.text(text))
        return len(text)

    def flush(self) -> None:
        self._real.flush()


async def work(out: TextIO, lines: asyncio.Queue[bytes]) -> None:
    """Do jobs as they come. The first line is the lane's settings."""
    settings = from_json(LaneSettings, await lines.get())
    guard = Guard(identify=settings.identify, no_counting=settings.block_analytics)
    async with (
        Proxy() as proxy,
        browsers(settings, proxy.url, guard, heard=lambda url: bool(proxy.reason(url)[0])) as found,
    ):
        worker = Worker(found, proxy, guard, out, lines)
        sys.stderr = _Discreet(sys.stderr, worker)
        worker.say(Said("ready"))
        while True:
            job = from_plain(Job, json.loads(await lines.get()))
            try:
                await worker.do(job)
            except ScenarioError as error:
                worker.say(Said("failed", text=str(error), code=_code(error)))
            except DiskFullError as error:
                worker.say(Said("failed", text=error.message, code=DISK_FULL))
            except ParcoursError as error:
                worker.say(Said("failed", text=str(error)))
            except Exception as error:  # noqa: BLE001 - a fault of ours costs one journey, and is shown for what it is
                traceback.print_exc()
                worker.say(Said("failed", text=f"{type(error).__name__}: {error}"[:2000]))
                await worker.retire()


def _code(error: ScenarioError) -> str:
    wanted = all(problem.code is Code.ENVIRONMENT for problem in error.problems)
    return "secret-missing" if wanted else ""


async def work_while_wanted(out: TextIO) -> None:
    """Do jobs until the standard input ends, in mid-journey too: the supervisor wants us gone, or is gone itself."""
    loop, lines = asyncio.get_running_loop(), asyncio.Queue[bytes]()
    working = asyncio.ensure_future(work(out, lines))

    def read() -> None:  # in a thread, because asyncio cannot read such a pipe on Windows
        # Unbuffered: a buffer's lock, held by a thread that waits, would bring Python's own end down.
        with os.fdopen(os.dup(0), "rb", buffering=0) as pipe:
            for line in pipe:
                loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(working.cancel)
        time.sleep(LEAVE_SECONDS)
        os._exit(1)

    threading.Thread(target=read, daemon=True).start()
    with suppress(asyncio.CancelledError):
        await working


def main() -> None:
    """Run a worker on this process's pipes."""
    # What a library prints must not stand between our lines: it goes to the standard error.
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    with suppress(KeyboardInterrupt, BrokenPipeError):
        asyncio.run(work_while_wanted(out))
    folder = Path(tempfile.gettempdir())
    if folder.name == os.environ.get(LANE_VARIABLE):  # nobody else may be left to remove it
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)  # what is still buffered has no reader


if __name__ == "__main__":
    main()
