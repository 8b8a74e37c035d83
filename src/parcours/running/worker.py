"""The process that drives a browser: one lane, one browser, one job at a time, a fresh context for each.

It reads jobs as JSON lines on its standard input and says what happens as JSON lines on its standard
output. It owns nothing that matters: the supervisor may kill it at any moment.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import traceback
from typing import Any, TextIO

from parcours.browser.launch import Browsers, LaneSettings, browsers
from parcours.browser.wellknown import WellKnownFiles
from parcours.errors import ParcoursError
from parcours.results import JourneyResult
from parcours.running.jobs import Job, Said
from parcours.running.journey import Journey, host_of
from parcours.running.planning import scenario_of
from parcours.running.proxy import Policy, Proxy
from parcours.running.sites import Sites
from parcours.storage.codec import from_json, from_plain, to_plain

JOBS_A_BROWSER = 25  # a browser that has seen many pages is slower, and may be ill


class Worker:
    """One lane's browsers, proxy and demo sites, from job to job."""

    def __init__(self, browsers: Browsers, proxy: Proxy, out: TextIO) -> None:
        self._browsers = browsers
        self._proxy = proxy
        self._out = out
        self._served = 0
        self._wellknown = WellKnownFiles()
        self._sites = Sites()

    def say(self, said: Said) -> None:
        """One line to the supervisor."""
        self._line(to_plain(said))

    def _line(self, plain: Any) -> None:
        self._out.write(json.dumps(plain) + "\n")
        self._out.flush()

    async def do(self, job: Job) -> None:
        """One job, to its result."""
        result = await self._journey(job)
        self._line({"kind": "result", "result": to_plain(result)})

    async def _journey(self, job: Job) -> JourneyResult:
        scenario = scenario_of(job)
        sites = self._sites.addresses(scenario.sites)
        declared = frozenset({*job.declared, *scenario.allow_private, *([host_of(job.url)] if job.url else [])})
        self._proxy.begin(Policy(declared, job.allow_private, sites))
        browser, tracing = await self._browsers.get(job.engine.used), self._browsers.settings.tracing
        journey = Journey(job, scenario, browser, self._proxy, self._wellknown, self.say, tracing=tracing)
        try:
            return await journey.run()
        finally:
            self._served += 1
            if not journey.healthy or self._served >= JOBS_A_BROWSER:
                await self.retire()

    async def retire(self) -> None:
        """End the browsers: the next job gets a fresh one."""
        self._served = 0
        await self._browsers.close()


async def work(out: TextIO) -> None:
    """Do jobs until the standard input ends. The first line is the lane's settings."""
    reader = asyncio.StreamReader(limit=4_000_000)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    settings = from_json(LaneSettings, await reader.readline())
    async with Proxy() as proxy, browsers(settings, proxy.url) as found:
        worker = Worker(found, proxy, out)
        worker.say(Said("ready"))
        while line := await reader.readline():
            job = from_plain(Job, json.loads(line))
            try:
                await worker.do(job)
            except ParcoursError as error:
                worker.say(Said("failed", text=str(error)))
            except Exception as error:  # noqa: BLE001 - a fault of ours costs one journey, and is shown for what it is
                traceback.print_exc()
                worker.say(Said("failed", text=f"{type(error).__name__}: {error}"[:2000]))
                await worker.retire()


def main() -> None:
    """Run a worker on this process's pipes."""
    # What a library prints must not stand between our lines: it goes to the standard error.
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    try:
        asyncio.run(work(out))
    except (KeyboardInterrupt, BrokenPipeError):
        os._exit(1)  # the supervisor is gone or wants us gone: nothing here is worth a clean end


if __name__ == "__main__":
    main()
