"""Listen to a page while it is walked: requests, hops, dialogs, pop-ups, crashes.

Every listener takes itself off when it has heard enough. A page that floods its console would drown the
driver otherwise: once nobody listens the driver stops sending.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from parcours.browser.bound import Overrun, bound
from parcours.facts.model import Certificate, HandOff, Hop, MetaTag, Request

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Dialog, Page, Response
    from playwright.async_api import Frame as PWFrame
    from playwright.async_api import Request as PWRequest

MOST = {"request": 1500, "framenavigated": 60, "dialog": 20}
MOST_SERVED = 3_000_000  # characters of HTML that are read for their meta tags
MOST_REASONS = 200
REFRESHES = {"metaTagRefresh", "httpHeaderRefresh"}  # CDP's Page.ClientNavigationReason
# What rules ask of the page's own answer: how it is protected, and whether a gatekeeper wrote it.
HEADERS = (
    "strict-transport-security", "content-security-policy", "x-frame-options", "vary", "server", "retry-after",
    "cf-mitigated", "x-amzn-waf-action", "x-datadome", "x-robots-tag", "content-language", "refresh",
)  # fmt: skip
WEB = ("http:", "https:", "about:", "data:", "blob:")


class Ear:
    """One kind of event, heard until there were too many of it: a page that floods us is no longer listened to."""

    def __init__(self, source: Any, event: str, hear: Callable[[Any], None]) -> None:
        self._source, self._event, self._hear = source, event, hear
        self._open = False
        self.listen()

    def listen(self) -> None:
        """Hear as many as at the beginning."""
        self._left = MOST[self._event]
        if not self._open:
            self._open = True
            self._source.on(self._event, self._heard)

    def _heard(self, thing: Any) -> None:
        self._left -= 1
        if self._left < 0:
            self._open = False
            self._source.remove_listener(self._event, self._heard)
            return
        self._hear(thing)


@dataclass
class Observer:
    """What one page was heard doing. `crashed` is set when its renderer died.

    `hands_off` leaves what the page opens, asks and downloads to those who walk it.
    """

    page: Page
    hands_off: bool = False
    requests: list[PWRequest] = field(default_factory=list)
    documents: list[PWRequest] = field(default_factory=list)  # navigations of the page itself
    hand_offs: list[HandOff] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    windows: list[str] = field(default_factory=list)  # addresses that were opened in windows of their own
    acted: int = 0  # how many navigations had been seen when the customer last did something
    crashed: asyncio.Event = field(default_factory=asyncio.Event)
    _pending: set[asyncio.Task[Any]] = field(default_factory=set)
    _ears: list[Ear] = field(default_factory=list)
    _whole: tuple[str, str] = ("", "")  # the last address of an app without and with what stands behind its #
    _served: tuple[Response, tuple[MetaTag, ...]] | None = None
    _reasons: dict[str, str] = field(default_factory=dict)  # why the page asked for an address, as CDP says it

    def __post_init__(self) -> None:
        self.page.on("crash", lambda _: self.crashed.set())
        self._listen(self.page, "request", self._on_request)
        self._listen(self.page.context, "request", self._on_window)
        if self.hands_off:
            return
        self._listen(self.page, "dialog", self._on_dialog)
        # These two always: windows and downloads that nobody ends would fill the memory and the disk.
        self.page.on("popup", lambda popup: self._do(popup.close()))
        self.page.on("download", lambda download: self._do(download.cancel()))

    async def learn_reasons(self, cdp: CDPSession) -> None:
        """Hear why a page asks for another one: a refresh looks like a script's doing otherwise."""
        cdp.on("Page.frameRequestedNavigation", self._on_reason)
        await bound("page events", cdp.send("Page.enable"))

    def _on_reason(self, event: dict[str, Any]) -> None:
        url = str(event.get("url", ""))[:4000]
        short = url.partition("#")[0]
        if len(self._reasons) < MOST_REASONS:
            self._reasons[short] = str(event.get("reason", ""))
        if not url.startswith(WEB):
            self._know_whole(url)

    def _know_whole(self, url: str) -> None:
        """A request's address has lost what stands behind its #, where an intent: says which app it is for."""
        short = url.partition("#")[0]
        self._whole = (short, url[:2000])
        self.hand_offs = [
            hand_off._replace(url=url[:2000]) if hand_off.url == short else hand_off for hand_off in self.hand_offs
        ]

    def _listen(self, source: Any, event: str, hear: Callable[[Any], None]) -> None:
        self._ears.append(Ear(source, event, hear))

    def _do(self, call: Coroutine[Any, Any, Any]) -> None:
        """Answer the page without waiting for it; what goes wrong there is the page's business."""

        async def quietly() -> None:
            from playwright.async_api import Error

            try:
                await bound("answer", call, 3)
            except (Error, Overrun):
                pass

        task = asyncio.ensure_future(quietly())
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)

    def _on_request(self, request: PWRequest) -> None:
        if not request.url.startswith(WEB):
            before = request.redirected_from
            if before and before.existing_response:
                self._know_whole(before.existing_response.headers.get("location", ""))
            short, whole = self._whole
            url = whole if request.url == short else request.url[:2000]
            self.hand_offs.append(HandOff(url, "redirect" if before else "script"))
            return
        page = request.is_navigation_request() and _is_main(request)
        if page and self.hands_off and not request.redirected_from:
            self.forget()  # whoever walks it went on: it cannot be told from what a script did
        self.requests.append(request)
        if page:
            self.documents.append(request)

    def _on_dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(f"{dialog.type}: {dialog.message[:500]}")
        # A confirm() that asks again until it hears yes would never let go of a tester who says no.
        again = len(self.dialogs) > 3 or dialog.type == "beforeunload"
        self._do(dialog.accept() if again else dialog.dismiss())

    def _on_window(self, request: PWRequest) -> None:
        """What another window than ours asks for first; one without an opener does so before it is there itself."""
        if request.is_navigation_request() and not request.redirected_from:
            frame = _frame(request)
            if frame is None or (frame.page is not self.page and frame.parent_frame is None):
                self.windows.append(request.url[:4000])

    def forget(self) -> None:
        """Start afresh on the same page: what was heard so far belongs to the page before."""
        self._reasons.clear()
        self._whole = ("", "")
        for ear in self._ears:
            ear.listen()
        for heard in (self.requests, self.documents, self.hand_offs, self.dialogs, self.windows):
            heard.clear()

    def act(self) -> None:
        """The customer does something now: a navigation that follows is theirs, not the page's."""
        self.acted = len(self.documents)
        self.windows.clear()

    def hops(self) -> tuple[Hop, ...]:
        """The way from what the customer did to the page: every redirect, then the page's own answer.

        A later navigation without a redirect behind it was made by the page itself: "meta" when it was a
        refresh, "script" otherwise, and where the engine does not tell.
        """
        found: list[Hop] = []
        since = min(self.acted, max(len(self.documents) - 1, 0))
        for index, request in enumerate(self.documents[since:]):
            how = "http" if request.redirected_from or index == 0 else self._by_page(request.url)
            response = request.existing_response
            # Playwright's timing: milliseconds from the request's start, -1 when it never came.
            ms = request.timing["responseStart"]
            found.append(Hop(request.url[:4000], response.status if response else 0, round(ms, 1), how))
        return tuple(found)

    def _by_page(self, url: str) -> str:
        return "meta" if self._reasons.get(url[:4000].partition("#")[0]) in REFRESHES else "script"

    def mime(self) -> str:
        """The kind of file that the page's own answer says that it is; "" when it says nothing."""
        last = self.documents[-1].existing_response if self.documents else None
        return last.headers.get("content-type", "").partition(";")[0].strip().lower()[:100] if last else ""

    def turns(self) -> int:
        """How often the address that was asked for most was asked for since the customer did something."""
        asked = Counter(request.url.partition("#")[0] for request in self.documents[self.acted :])
        return max(asked.values(), default=0)

    def answers(self, sizes: Mapping[str, int]) -> tuple[Request, ...]:
        """Every request with what came of it. Those still waiting have status 0.

        `sizes` are the bytes that the engine counted: they stand in where the server does not tell.
        """
        facts = (_fact(request) for request in self.requests)
        return tuple(fact if fact.bytes else fact._replace(bytes=sizes.get(fact.url, 0)) for fact in facts)

    def headers(self) -> Mapping[str, str]:
        """The headers of the page's own answer that rules ask for; their values are cut at 500 characters."""
        last = self.documents[-1].existing_response if self.documents else None
        return {name: last.headers[name][:500] for name in HEADERS if name in last.headers} if last else {}

    async def certificate(self) -> Certificate | None:
        """The certificate of the page's own answer; None without TLS, or when it is not to be had."""
        from playwright.async_api import Error

        last = self.documents[-1].existing_response if self.documents else None
        if last is None or not last.url.startswith("https:"):
            return None
        try:
            told = await bound("certificate", last.security_details(), 3)
        except (Error, Overrun):
            return None
        until = told.get("validTo") if told else None
        if not told or not until:
            return None
        protocol, subject, issuer = (str(told.get(key) or "")[:200] for key in ("protocol", "subjectName", "issuer"))
        return Certificate(protocol, subject, issuer, float(told.get("validFrom") or 0), float(until))

    async def served(self) -> tuple[MetaTag, ...] | None:
        """The meta tags of the page's HTML as it came from the server; None when that is not to be had."""
        from playwright.async_api import Error

        if not self.documents or (response := self.documents[-1].existing_response) is None:
            return None
        if self._served and self._served[0] is response:
            return self._served[1]
        try:
            body = await bound("served HTML", response.body(), 3)
        except (Error, Overrun):
            return None
        self._served = response, served_metas(body[:MOST_SERVED].decode("utf-8", "replace"))
        return self._served[1]


def _is_main(request: PWRequest) -> bool:
    frame = _frame(request)
    return frame is not None and frame.parent_frame is None


def _frame(request: PWRequest) -> PWFrame | None:
    """The frame that asked; None for a service worker, and for a window that is not there yet."""
    from playwright.async_api import Error

    try:
        return request.frame
    except Error:
        return None


def _fact(request: PWRequest) -> Request:
    response = request.existing_response
    if response is None:
        return Request(request.url[:2000], request.resource_type, failed=request.failure or "")
    mime = response.headers.get("content-type", "").partition(";")[0].strip().lower()[:100]
    length = response.headers.get("content-length", "")
    size = int(length) if length.isdecimal() and len(length) < 12 else 0
    return Request(request.url[:2000], request.resource_type, response.status, mime, size, request.failure or "")


# A parser of all the HTML would take longer than the browser itself. What does not end takes all that is left.
_PARTS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\b|\Z)|"
    r"(?P<meta><meta(?=[\s/>])(?:[^\"'>]|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z))",
    re.IGNORECASE | re.DOTALL,
)


class _Metas(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[MetaTag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            return
        values = {name: value or "" for name, value in attrs}
        name = values.get("name") or values.get("property") or values.get("http-equiv") or ""
        where = f"meta[{len(self.found) + 1}]"
        self.found.append(MetaTag(name.lower().strip()[:100], values.get("content", "")[:500], where))


def served_metas(html: str) -> tuple[MetaTag, ...]:
    """The meta tags in a text of HTML, those in comments and scripts left out."""
    parser = _Metas()
    for found in _PARTS.finditer(html):
        if found["meta"]:
            parser.feed(found["meta"])
    return tuple(parser.found)
