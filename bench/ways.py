"""One way of visiting pages, as a process that waits for addresses: what `visits.py` takes turns between.

`python bench/ways.py NAME` prints "ready", then a line of JSON for every address that it is given on its standard
input: {"findings": ..., "rules": ...}. The ways:

- `bare`: Playwright alone. A context like a phone, goto, load, one picture at CSS pixels.
- `look`: parcours' facts, judged by all rules that need no more than a look; the same picture.
- `look-axe`: the same with axe-core.
- `journey`: a whole journey as `parcours audit` walks it, without axe-core. It comes to rest, answers the question of
  cookies, asks for the files beside the page, tries it out (larger text, 320 px, taps), looks at it twice, keeps all.
- `journey-axe`: the same with all rules.
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from parcours.browser.devices import descriptor, resolve_all
from parcours.browser.launch import browsers
from parcours.browser.sessions import open_session
from parcours.browser.snapshot import take_snapshot
from parcours.checks.catalogue import discover
from parcours.facts.model import AppLinks
from parcours.findings import Where
from parcours.judging import judge_page
from parcours.running import looking as looks
from parcours.running import outcome
from parcours.running.planning import address_scenario, jobs_for
from parcours.running.run import lane_settings
from parcours.running.worker import work
from parcours.storage.codec import to_json
from parcours.storage.journal import RunFolder

DEVICE = resolve_all(["iphone"])[0]
PICTURE = {"type": "jpeg", "quality": 70, "scale": "css"}
TRIED = frozenset({"taps", "chat-open", "reflow", "enlarged", "wellknown"})

Visit = Callable[[str], Awaitable[dict[str, Any]]]


@asynccontextmanager
async def bare() -> AsyncIterator[Visit]:
    described = {key: value for key, value in descriptor(DEVICE).items() if key != "default_browser_type"}
    async with browsers(lane_settings()) as found:
        browser = await found.get("chromium")

        async def visit(url: str) -> dict[str, Any]:
            context = await browser.new_context(**described)
            page = await context.new_page()
            await page.goto(url)
            await page.screenshot(**PICTURE)  # type: ignore[arg-type]
            await context.close()
            return {}

        yield visit


@asynccontextmanager
async def looking(*, axe: bool) -> AsyncIterator[Visit]:
    checks = [check for check in discover().values() if not check.needs & TRIED and (axe or "axe" not in check.needs)]
    async with browsers(lane_settings()) as found:
        browser = await found.get("chromium")

        async def visit(url: str) -> dict[str, Any]:
            session = await open_session(browser, DEVICE)
            await session.page.goto(url)
            page = await take_snapshot(session, AppLinks(), axe=axe)
            judged = judge_page(page, checks, Where(page=0))
            await session.page.screenshot(**PICTURE)  # type: ignore[arg-type]
            await session.close()
            return {"rules": len(judged), "findings": sum(len(judgement.findings) for judgement in judged)}

        yield visit


class Heard(io.TextIOBase):
    """What a worker says, line by line; what it writes is JSON."""

    def __init__(self) -> None:
        self.lines: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    def write(self, text: str) -> int:
        self.lines.put_nowait(json.loads(text))
        return len(text)


@asynccontextmanager
async def walking(*, axe: bool) -> AsyncIterator[Visit]:
    """A lane's own worker, within this process: rules can be taken from it here."""
    checks = {id: check for id, check in discover().items() if axe or "axe" not in check.needs}
    for module in (looks, outcome):
        module.discover = lambda: checks  # type: ignore[attr-defined]
    jobs, heard, count = asyncio.Queue[bytes](), Heard(), 0
    jobs.put_nowait(to_json(lane_settings()))
    with tempfile.TemporaryDirectory() as folder:
        working = asyncio.create_task(work(heard, jobs))
        await heard.lines.get()

        async def visit(url: str) -> dict[str, Any]:
            nonlocal count
            count += 1
            run = RunFolder(Path(folder) / str(count))
            (job,) = jobs_for(address_scenario(url), [DEVICE], run, url=url, allow_private=True)
            run.journey(*job.place.split("/"))
            jobs.put_nowait(to_json(job))
            while (said := await heard.lines.get())["kind"] not in ("result", "failed"):
                if said["kind"] == "place":  # it asks whether the host has room for another journey
                    jobs.put_nowait(b"{}")
            if said["kind"] == "failed":
                raise SystemExit(said["text"])
            result = said["result"]
            return {
                "rules": len(checks),
                "findings": len(result.get("findings", ())),
                "status": result["status"],
                "reason": result.get("reason", ""),
                "gaps": [gap for page in result.get("pages", ()) for gap in page.get("gaps", ())],
            }

        try:
            yield visit
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)


WAYS = {
    "bare": bare,
    "look": lambda: looking(axe=False),
    "look-axe": lambda: looking(axe=True),
    "journey": lambda: walking(axe=False),
    "journey-axe": lambda: walking(axe=True),
}


async def main(name: str) -> None:
    loop = asyncio.get_running_loop()
    async with WAYS[name]() as visit:
        print("ready", flush=True)
        while url := (await loop.run_in_executor(None, sys.stdin.readline)).strip():
            print(json.dumps(await visit(url)), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
