"""Hear what a page's service workers show the customer: notifications, and numbers on the site's icon."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcours.browser.bound import Overrun, bound

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Route, Worker

MOST_WORKERS = 5
SECONDS = 3.0

# There is no screen to show anything on, and headless Chromium hangs where a worker sets a badge: it is noted instead.
_SPY = """
(() => {
  if (self.__parcoursNoted) return;
  const noted = { shown: [], badge: null };
  const later = () => Promise.resolve();
  const put = (owner, name, value) => { if (owner && owner[name]) Object.defineProperty(owner, name, { value }); };
  put(ServiceWorkerRegistration.prototype, 'showNotification', (title, options) => {
    if (noted.shown.length < 50) noted.shown.push(`${title} ${(options && options.body) || ''}`.trim().slice(0, 500));
    return later();
  });
  const badge = (count) => { noted.badge = count; return later(); };
  put(WorkerNavigator.prototype, 'setAppBadge', (count) => badge(count === undefined ? -1 : count >>> 0));
  put(WorkerNavigator.prototype, 'clearAppBadge', () => badge(0));
  Object.defineProperty(self, '__parcoursNoted', { value: noted });
})()
"""


@dataclass
class WorkerEars:
    """A context's service workers, each heard from its first line on: what notes it is put before its script."""

    context: BrowserContext
    _workers: list[Worker] = field(default_factory=list)
    _pending: set[asyncio.Task[Any]] = field(default_factory=set)

    async def open(self) -> None:
        """Begin to listen, before the context's first page asks for anything."""
        self.context.on("serviceworker", self._hear)
        await bound("service worker scripts", self.context.route("**/*", self._served))

    def _hear(self, worker: Worker) -> None:
        if len(self._workers) >= MOST_WORKERS:
            return
        self._workers.append(worker)
        # A worker that takes over from another was fetched where no route sees it.
        task = asyncio.ensure_future(_asked(worker, _SPY))
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)

    async def _served(self, route: Route) -> None:
        """Put our lines before a worker's script; everything else goes its way."""
        from playwright.async_api import Error

        try:
            if route.request.headers.get("service-worker") != "script":
                await route.fallback()
                return
            answer = await bound("service worker script", route.fetch(max_redirects=0))
            await route.fulfill(response=answer, body=f"{_SPY.strip()};\n{await answer.text()}")
        except (Error, Overrun):
            pass  # the page has gone, or the script does not come: there is nothing to hear then

    async def noted(self) -> tuple[tuple[str, ...], int | None]:
        """The texts of the notifications, oldest first, and the number put on the icon last.

        The number is 0 when it was taken away, -1 for a dot; None when no worker said anything about it.
        """
        shown: list[str] = []
        badge: int | None = None
        for worker in self._workers:
            said = await _asked(worker, "self.__parcoursNoted")
            if isinstance(said, dict):
                shown += [str(text) for text in said.get("shown") or ()]
                badge = badge if said.get("badge") is None else int(said["badge"])
        return tuple(shown), badge


async def _asked(worker: Worker, script: str) -> Any:
    """What a worker answers; None when it has ended, or does not."""
    from playwright.async_api import Error

    try:
        return await bound("service worker", worker.evaluate(script), SECONDS)
    except (Error, Overrun):
        return None
