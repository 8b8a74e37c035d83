"""Watch a page from outside while it comes in: its size, whether it broke off, and what was painted last.

A body that is cut, badly packed or never ends looks like a slow page to who waits for its load event. Chromium's
network says what it is, and counts what a few packed bytes unfold to, which nobody sees on the wire.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from parcours.browser.bound import Overrun, bound

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, CDPSession, Page

MOST_PAGE = 30_000_000  # unpacked bytes of a page's own HTML
MOST_UNENDED = 5_000_000  # when it has not ended after all the time that one waits for pages
MOST_FILE = 40_000_000  # of one file that it asks for
MOST_TOLD = 20_000  # events of one page: more than that is a flood, which is no longer listened to
FRAME_SECONDS = 0.5  # between two pictures of what is painted
SCREENCAST = {"format": "jpeg", "quality": 60, "maxWidth": 800, "maxHeight": 1600}


@dataclass
class Watch:
    """What Chromium's network says of the page under the walk, since it was asked for.

    `status` and `location` are its answer's, a redirect's too. `received` are the unpacked bytes of its own HTML,
    `done` when that has ended, `failed` how it broke off (net::ERR_...), "" while it did not. `over` is set when it
    broke off or grew beyond all bounds; loading is stopped then. `cut` are files that were too large.
    """

    cdp: CDPSession
    status: int = 0
    location: str = ""
    received: int = 0
    failed: str = ""
    done: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event)
    cut: list[str] = field(default_factory=list)
    _document: str = ""
    _sizes: dict[str, int] = field(default_factory=dict)
    _told: int = 0
    _frame: str = ""  # the page's own
    _last: str = ""  # the last picture, in base64
    _pending: set[asyncio.Task[None]] = field(default_factory=set)

    async def listen(self) -> None:
        """Begin to listen. Nothing that the page loads is kept for us."""
        tree = await bound("frame tree", self.cdp.send("Page.getFrameTree"))
        self._frame = tree["frameTree"]["frame"]["id"]
        self.cdp.on("Network.requestWillBeSent", self._on_request)
        self.cdp.on("Network.responseReceivedExtraInfo", self._on_answer)
        self.cdp.on("Network.dataReceived", self._on_data)
        self.cdp.on("Network.loadingFailed", self._on_failed)
        self.cdp.on("Network.loadingFinished", self._on_finished)
        self.cdp.on("Page.screencastFrame", self._on_frame)
        nothing = {"maxTotalBufferSize": 0, "maxResourceBufferSize": 0}
        await bound("network events", self.cdp.send("Network.enable", nothing))

    async def picture(self) -> None:
        """Keep the last picture of what is painted, from now on."""
        await bound("screencast", self.cdp.send("Page.startScreencast", SCREENCAST))

    @property
    def last(self) -> bytes:
        """What was painted last, as a JPEG; none when nothing was."""
        return base64.b64decode(self._last)

    def _on_request(self, event: dict[str, Any]) -> None:
        self._tell()
        if event.get("frameId") == self._frame and event["requestId"] == event.get("loaderId"):
            self._document = event["requestId"]
            self.status, self.location, self.received, self.failed, self.done = 0, "", 0, "", False
            self.over.clear()
            self.cut.clear()
            self._sizes.clear()

    def _on_answer(self, event: dict[str, Any]) -> None:
        self._tell()
        if event["requestId"] == self._document:
            headers = {name.lower(): value for name, value in event["headers"].items()}
            self.status, self.location = int(event.get("statusCode", 0)), str(headers.get("location", ""))[:2000]

    def _on_data(self, event: dict[str, Any]) -> None:
        self._tell()
        request, length = event["requestId"], int(event.get("dataLength", 0))
        size = self._sizes[request] = self._sizes.get(request, 0) + length
        if request == self._document:
            self.received = size
            if size > MOST_PAGE and not self.over.is_set():
                self.over.set()
                self._do(self.cdp.send("Page.stopLoading"))
        elif size > MOST_FILE >= size - length:
            self.cut.append(request)
            self._do(self.cdp.send("Page.stopLoading"))

    def _on_failed(self, event: dict[str, Any]) -> None:
        self._tell()
        if event["requestId"] == self._document and not event.get("canceled"):
            self.failed = str(event.get("errorText", ""))
            self.over.set()

    def _on_finished(self, event: dict[str, Any]) -> None:
        self._tell()
        self.done = self.done or event["requestId"] == self._document

    def _on_frame(self, event: dict[str, Any]) -> None:
        self._last = event["data"]
        self._do(self._seen(event["sessionId"]))

    async def _seen(self, frame: int) -> None:
        """Chromium paints the next picture for us when we have seen this one: not more often than is of use."""
        await asyncio.sleep(FRAME_SECONDS)
        await self.cdp.send("Page.screencastFrameAck", {"sessionId": frame})

    def _tell(self) -> None:
        self._told += 1
        if self._told == MOST_TOLD:
            self._do(self.cdp.send("Network.disable"))

    def _do(self, call: Coroutine[Any, Any, Any]) -> None:
        async def quietly() -> None:
            from playwright.async_api import Error

            try:
                await bound("watching", call)
            except (Error, Overrun):
                pass  # the page is gone

        task = asyncio.ensure_future(quietly())
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)


async def watched(context: BrowserContext, page: Page) -> Watch:
    """A watch over the page, in a DevTools session of its own."""
    watch = Watch(await bound("devtools session", context.new_cdp_session(page)))
    await watch.listen()
    return watch
