"""Nothing is sent by accident: no document is posted unless a `send:` step is under way, and its host may be sent to.

A form is sent by a tap, by the Enter key, by a script, into a frame or a new window, and a redirect (307, 308) sends it
on to another host. All of these are requests for a document that are no GET, and Chromium shows every one of them,
each redirect by itself, before it leaves. What pages ask for beside (fetch, beacons) is theirs: they read and count
with POST all day long; unless those who count are to be kept from it (`no_counting`). A service worker that passes a
form on sends it as such a request of its own: where workers are allowed, what they send is looked at too.

Who asks is said here too (`identify`), with documents alone: a header more on what a script fetches from another site
would have the browser ask that site for leave first, and pages would break on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from parcours.browser.bound import Overrun, bound
from parcours.facts.analytics import COUNTING, counting
from parcours.facts.sending import may_send
from parcours.facts.urls import place_of

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, CDPSession, Route

IDENTITY_HEADER = "X-Parcours"
READING = frozenset({"GET", "HEAD"})
OF_PAGES = ("Document",)
OF_WORKERS = ("Document", "XHR", "Fetch", "Other")  # what Chromium calls the requests that service workers make
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")


class Stopped(NamedTuple):
    """A form that was kept from being sent. `within` is True when it was a frame's, not the page's or a window's."""

    url: str
    within: bool


@dataclass
class Guard:
    """Watches a lane's browsers. `allowed` are the places that the journey's `send:` steps may send to."""

    allowed: tuple[str, ...] = ()
    identify: str = ""
    no_counting: bool = False
    stopped: list[Stopped] = field(default_factory=list)
    _led_to: set[str] = field(default_factory=set)  # counting hosts that the way itself passes through
    _sending: bool = False
    _workers: bool = False
    _sessions: list[CDPSession] = field(default_factory=list)
    _pending: set[asyncio.Task[None]] = field(default_factory=set)

    async def begin(self, allowed: tuple[str, ...], *, workers: bool = False) -> None:
        """Watch over another journey; over its service workers, too, where it has any."""
        from playwright.async_api import Error

        self.allowed = allowed
        self.stopped.clear()
        self._led_to.clear()
        if workers == self._workers:
            return
        self._workers = workers
        for session in tuple(self._sessions):
            try:
                await self._enable(session)
            except (Error, Overrun):
                self._sessions.remove(session)  # its browser is gone

    @contextmanager
    def sending(self) -> Iterator[None]:
        """A `send:` step is under way."""
        self._sending = True
        try:
            yield
        finally:
            self._sending = False

    @property
    def is_sending(self) -> bool:
        """True while a `send:` step is under way."""
        return self._sending

    def permits(self, method: str, url: str) -> bool:
        """True when a request for a document may leave."""
        return method in READING or (self._sending and may_send(url, self.allowed))

    async def watch(self, browser: Browser) -> None:
        """Watch a Chromium as a whole: pages, frames of other sites, windows that open."""
        session = await bound("guard", browser.new_browser_cdp_session())
        session.on("Fetch.requestPaused", lambda event: self._do(session, event))
        self._sessions.append(session)
        await self._enable(session)

    async def _enable(self, session: CDPSession) -> None:
        kinds = OF_WORKERS if self._workers else OF_PAGES
        patterns = [{"urlPattern": "*", "resourceType": kind} for kind in kinds]
        if self.no_counting:
            patterns += [{"urlPattern": f"*{host}/*"} for host in COUNTING]
        await bound("guard", session.send("Fetch.enable", {"patterns": patterns}))

    def _do(self, session: CDPSession, event: dict[str, Any]) -> None:
        task = asyncio.ensure_future(self._answer(session, event))
        self._pending.add(task)
        task.add_done_callback(self._pending.discard)

    async def _answer(self, session: CDPSession, event: dict[str, Any]) -> None:
        from playwright.async_api import Error

        request, asked = event["request"], {"requestId": event["requestId"]}
        document = event.get("resourceType") == "Document"
        try:
            leads = document and not (self._counts(request["url"]) and await self._within(session, event["frameId"]))
            if self._counts(request["url"], leads=leads):
                await bound("guard", session.send("Fetch.failRequest", {**asked, "errorReason": "BlockedByClient"}))
                return
            asks = not document and not await self._passed_on(session, event)
            if asks or self.permits(request["method"], request["url"]):
                more = {"headers": self._headers(request["headers"])} if document and self.identify else {}
                await bound("guard", session.send("Fetch.continueRequest", {**asked, **more}))
                return
            within = await self._within(session, event.get("frameId", ""))
            self.stopped.append(Stopped(request["url"][:2000], within))
            await bound("guard", session.send("Fetch.failRequest", {**asked, "errorReason": "Aborted"}))
        except (Error, Overrun):
            pass  # the page went away, and its request with it

    async def _passed_on(self, session: CDPSession, event: dict[str, Any]) -> bool:
        """True for a form that a service worker sends on: it still has a navigation's headers, or a form's body."""
        request = event["request"]
        if request["method"] in READING:
            return False
        headers = {name.lower(): value.lower() for name, value in request["headers"].items()}
        is_form = "upgrade-insecure-requests" in headers or headers.get("content-type", "").startswith(FORMS)
        return is_form and await self._kind(session, event.get("frameId", "")) == "service_worker"

    def keeps_out(self, host: str) -> str:
        """The service that nothing may be sent to at a host, "" where anything may."""
        return counting(host) if self.no_counting and host not in self._led_to else ""

    def _counts(self, url: str, *, leads: bool = False) -> bool:
        """True for what would count this visit and no more; some services send people on, too (`leads`)."""
        host = place_of(url).host
        if leads and self.no_counting and counting(host):
            self._led_to.add(host)
        return bool(self.keeps_out(host))

    def _headers(self, sent: Mapping[str, str]) -> list[dict[str, str]]:
        return [{"name": name, "value": value} for name, value in {**sent, IDENTITY_HEADER: self.identify}.items()]

    async def _within(self, session: CDPSession, frame: str) -> bool:
        """True for a frame within a page: a page's own frame has the name of its target. Workers serve pages."""
        return await self._kind(session, frame) not in ("page", "service_worker")

    async def _kind(self, session: CDPSession, target: str) -> str:
        from playwright.async_api import Error

        try:
            found = await bound("guard", session.send("Target.getTargetInfo", {"targetId": target}))
        except Error:
            return ""
        return str(found["targetInfo"]["type"])

    async def watch_context(self, context: BrowserContext) -> None:
        """Watch where there is no DevTools (WebKit, Firefox): what a redirect sends on is not seen there."""
        await bound("guard", context.route("**/*", self._route))

    async def _route(self, route: Route) -> None:
        from playwright.async_api import Error

        request = route.request
        document = request.is_navigation_request()
        try:
            if self._counts(request.url, leads=document and request.frame.parent_frame is None):
                await bound("guard", route.abort("blockedbyclient"))
                return
            if not document or self.permits(request.method, request.url):
                said = {**request.headers, IDENTITY_HEADER: self.identify} if document and self.identify else None
                await bound("guard", route.continue_(headers=said))
                return
            self.stopped.append(Stopped(request.url[:2000], request.frame.parent_frame is not None))
            await bound("guard", route.abort("aborted"))
        except (Error, Overrun):
            pass


# What a tap on this element would do. Prototypes' getters: a field called `method` hides the form's own.
CONTROL = r"""
el => {
  const get = (of, name, on) => Object.getOwnPropertyDescriptor(of.prototype, name).get.call(on);
  const label = el.closest('label');
  const near = (label && get(HTMLLabelElement, 'control', label)) ||
    el.closest('button, input, a[href], area[href], [role=button], summary') || el;
  const isButton = near instanceof HTMLButtonElement, isInput = near instanceof HTMLInputElement;
  const type = isButton ? get(HTMLButtonElement, 'type', near) : isInput ? get(HTMLInputElement, 'type', near) : '';
  const kind = isButton ? HTMLButtonElement : HTMLInputElement;
  const form = isButton || isInput ? get(kind, 'form', near) : null;
  const submits = Boolean(form) && (type === 'submit' || type === 'image');
  const of = (own, forms) => !submits ? '' :
    String(near.hasAttribute(own) ? get(kind, own, near) : get(HTMLFormElement, forms, form));
  const words = near.getAttribute('aria-label') || near.innerText || (isInput && near.getAttribute('value')) ||
    near.getAttribute('title') || (near.querySelector('img[alt]') || near).getAttribute('alt') || '';
  const fields = submits ? [...document.querySelectorAll('input, textarea')] : [];
  const personal = field => field.matches('textarea, [type=email i], [type=tel i], [type=password i]') &&
    get(field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement, 'form', field) === form;
  return {
    words: String(words).slice(0, 200),
    submits,
    method: of('formMethod', 'method'),
    target: of('formAction', 'action'),
    writes: submits && form.getAttribute('role') !== 'search' && fields.some(personal),
    link: near instanceof HTMLAnchorElement || near instanceof HTMLAreaElement,
    page: location.href,
  };
}
"""
