"""The vocabulary of examples: try a check on pages and journeys, in the real engine.

    EXAMPLES = (
        silent("a page without links", "<p>hello</p>"),
        passes("an international number", '<a href="tel:+33123456789">call</a>'),
        fails("a number with spaces", '<a href="tel:01 23">call</a>', {"spaces"}),
    )

A table like this one is run by `Lab.judge(check, example)`, which serves the page to an emulated phone,
collects its facts as a run does, and judges them.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Coroutine, Iterable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from parcours.browser.bound import Overrun
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings, browsers
from parcours.browser.probing import Probing
from parcours.browser.sessions import Session, open_session
from parcours.browser.settle import settled
from parcours.browser.snapshot import take_snapshot
from parcours.browser.worlds import worlds
from parcours.checks import Check, JourneyCheck
from parcours.facts.model import AppLinks, PageSnapshot
from parcours.findings import Judgement, Verdict, Where
from parcours.judging import judge_journey, judge_page
from parcours.trace import JourneyTrace, Start

if TYPE_CHECKING:
    from playwright.async_api import Browser, Route

__all__ = ["Example", "Lab", "aspects", "fails", "passes", "reviews", "silent"]

T = TypeVar("T")

ADDRESS = "https://shop.example/"
PROBED = 20.0  # seconds that all of an example's trials may take
_FONT = re.compile(r"@font-face|FontFace", re.IGNORECASE)


@dataclass(frozen=True)
class Example:
    """A page (HTML) or a journey (JourneyTrace), and what a check must make of it.

    HTML may begin with a status line and an empty line, for answers that are not 200; that of `others` with
    headers between the two as well.
    `facets` are gathered for it besides those that the check needs.
    `expected` are the aspects of all problems, exactly. `others` are more addresses that answer, with
    their HTML, for frames; every other address fails.
    """

    sentence: str
    subject: str | JourneyTrace
    verdict: Verdict
    expected: frozenset[str] = frozenset()
    device: str = "iphone"
    url: str = ADDRESS
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    app: AppLinks = field(default_factory=AppLinks)
    start: Start = field(default_factory=Start)
    facets: frozenset[str] = frozenset()


def silent(sentence: str, subject: str | JourneyTrace, **more: Any) -> Example:
    """The check finds nothing to look at."""
    return Example(sentence, subject, Verdict.NOT_APPLICABLE, **more)


def passes(sentence: str, subject: str | JourneyTrace, **more: Any) -> Example:
    """The check looks, and has nothing to say."""
    return Example(sentence, subject, Verdict.PASSED, **more)


def fails(sentence: str, subject: str | JourneyTrace, expected: set[str], **more: Any) -> Example:
    """The check finds exactly these aspects."""
    return Example(sentence, subject, Verdict.FAILED, frozenset(expected), **more)


def reviews(sentence: str, subject: str | JourneyTrace, expected: set[str], **more: Any) -> Example:
    """The check cannot tell, for exactly these aspects."""
    return Example(sentence, subject, Verdict.REVIEW, frozenset(expected), **more)


def aspects(judgement: Judgement) -> frozenset[str]:
    """The aspects that a judgement names."""
    return frozenset(finding.aspect for finding in judgement.findings)


class Lab:
    """A browser that examples are tried in. Use it as a context manager; it is slow to start, quick to use."""

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="parcours-lab", daemon=True)
        self._thread.start()
        self._sessions: dict[str, Session] = {}
        self._pages: dict[str, tuple[int, Mapping[str, str], str]] = {}
        self._open = AsyncExitStack()
        self._browser = self._wait(self._launch())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wait(self._open.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _launch(self) -> Browser:
        found = find_browser("chromium")
        settings = LaneSettings(executable=found.executable, sandbox=found.sandbox)
        return await (await self._open.enter_async_context(browsers(settings))).get("chromium")

    def _wait(self, call: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(call, self._loop).result(timeout=60)

    def judge(self, check: Check[Any, Any], example: Example) -> Judgement:
        """The check's judgement of an example."""
        if isinstance(check, JourneyCheck):
            return judge_journey(self.trace(example), [check], Where())[0]
        page = self.look(example, check.needs | example.facets)
        return judge_page(page, [check], Where(page=0))[0]

    def trace(self, example: Example) -> JourneyTrace:
        """The journey of an example; for HTML, the journey that a plain link to it makes."""
        if isinstance(example.subject, JourneyTrace):
            return example.subject
        page = self.look(example)
        start = replace(example.start, url=example.start.url or example.url)
        return JourneyTrace(device=page.device, start=start, app=example.app, pages=(page,), facets=page.facets)

    def look(self, example: Example, facets: Iterable[str] = ()) -> PageSnapshot:
        """The facts of an example's page, as a run would collect them; `facets` are those gathered on demand."""
        assert isinstance(example.subject, str), "a journey has no page of its own"
        return self._wait(self._look(example, example.subject, frozenset(facets)))

    async def _look(self, example: Example, html: str, facets: frozenset[str]) -> PageSnapshot:
        try:
            return await self._looked(example, html, facets)
        except Overrun:  # on a machine that stood still for a while a new phone answers
            if session := self._sessions.pop(example.device, None):
                await session.close()
            return await self._looked(example, html, facets)

    async def _looked(self, example: Example, html: str, facets: frozenset[str]) -> PageSnapshot:
        session = self._sessions.get(example.device)
        if session is None:
            session = self._sessions[example.device] = await self._open_phone(example.device)
        headers = {"content-type": "text/html; charset=utf-8", **example.headers}
        self._pages = {url: _answered(text) for url, text in example.others.items()}
        status, html = _status_line(html) or (example.status, html)
        self._pages[example.url] = (status, headers, html)
        session.observer.forget()
        await session.page.goto(example.url, wait_until="load")
        if any(_FONT.search(text) for text in (html, *example.others.values())):  # nothing else is waited for
            asked, _ = await worlds(session.page, session.cdp)
            await settled(asked[0], quiet_ms=0)
        page = await take_snapshot(session, example.app, axe="axe" in facets)
        return await self._probing(session, example.device).look(page, facets, PROBED)

    def _probing(self, session: Session, device: str) -> Probing:
        """What is tried on the page, as on one that no journey has met yet."""
        return Probing(session, lambda: self._open_phone(device))

    async def _open_phone(self, device: str) -> Session:
        session = await open_session(self._browser, device)
        await session.context.route("**/*", self._answer)
        return session

    async def _answer(self, route: Route) -> None:
        known = self._pages.get(route.request.url)
        if known is None:
            await route.abort()
            return
        status, headers, text = known
        await route.fulfill(status=status, headers=dict(headers), body=text)


def _answered(text: str) -> tuple[int, Mapping[str, str], str]:
    """The answer of one of an example's other addresses: HTML, or a status line and headers before it."""
    plain = {"content-type": "text/html; charset=utf-8"}
    status, html = _status_line(text) or (200, text)
    lines = text.partition("\n\n")[0].splitlines()[1:] if html != text else []
    pairs = (line.partition(":") for line in lines)
    return status, plain | {name.strip().lower(): value.strip() for name, _, value in pairs}, html


def _status_line(text: str) -> tuple[int, str] | None:
    """The status and the HTML of an example that begins as an answer does: "HTTP/1.1 404 Not Found", an empty line."""
    head, _, html = text.partition("\n\n")
    words = head.split()
    return (int(words[1]), html) if head.startswith("HTTP/") and len(words) > 1 else None
