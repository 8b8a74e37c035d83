"""The phone in the customer's hand: what steps may do with it (see `parcours.steps.Walk`)."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import urljoin

from parcours.browser import naming
from parcours.browser.bound import Overrun, bound
from parcours.browser.failures import CLOSED, CRASHED, PDF, Failure, broke_off, explain, told_by
from parcours.browser.guard import CONTROL, Guard
from parcours.browser.pulse import pulse_of
from parcours.browser.rescue import answers
from parcours.browser.sessions import Session
from parcours.browser.settle import QUIET_MS, settled
from parcours.browser.snapshot import take_snapshot
from parcours.browser.watch import MOST_PAGE, MOST_UNENDED
from parcours.browser.worlds import ScriptError, World, worlds
from parcours.facts.badges import counts, on_the_icon
from parcours.facts.conversation import texts
from parcours.facts.model import AppLinks, Device, Element, PageSnapshot, Platform
from parcours.facts.sending import Control, may_send, place, sends
from parcours.redaction import Redactor
from parcours.steps import Blocked, Sent
from parcours.trace import Effort, Reply

if TYPE_CHECKING:
    from playwright.async_api import Frame, Locator

T = TypeVar("T")
P = ParamSpec("P")

CONTROL_SECONDS = 2.0
COMMIT = 12.0  # seconds until a navigation's first byte
PARSED = 6.0
LOADED = 6.0
REST = 18.0  # seconds until a page that does not come to rest is looked at as it is
TURNS = 4  # a page may send the customer on by script, more than once
RESTLESS = 3  # times that a page leads back to itself within one rest
SLOW = 3  # times as long, on slow 4G: 18 s are 3.6 MB there
NOT_MODIFIED = 304
REFRESH = 5.0  # a page that sends the customer on by itself within so many seconds is waited for

# Schemes that one platform alone knows.
OTHERS: Mapping[str, Platform] = {"intent": "android", "market": "android", "itms": "ios", "itms-apps": "ios"}
TOUCHED = 5.0  # beyond the time that an action may wait for its element

Judge = Callable[[tuple[str, ...], str], Awaitable[None]]
Picture = Callable[[str], Awaitable[None]]
Reason = Callable[[str], tuple[str, str]]
Method = Callable[Concatenate["Walk", P], Coroutine[Any, Any, T]]


def waited_for(method: Method[P, T]) -> Method[P, T]:
    """What the customer waits for while it is done: it counts as seconds of theirs."""

    @wraps(method)
    async def timed(walk: Walk, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with walk.waiting():
            return await method(walk, *args, **kwargs)

    return timed


class Walk:
    """One journey's phone. `judge`, `picture` and `keep` are the journey's: what is seen is its business.

    `reason` tells why a connection failed, where the browser does not know (the proxy's memory). `redactor` learns
    what is typed into password fields; `guard` knows what may be sent, and what was kept from it. `loaded` tells how
    many bytes came to the phone so far. `pace` is the share of the usual times that pages are given to come in.

    Seconds are those that pages take and that are waited for: parcours' own looking is not the customer's.
    """

    def __init__(
        self,
        session: Session,
        app: AppLinks,
        *,
        judge: Judge,
        picture: Picture,
        keep: Picture,
        reason: Reason,
        redactor: Redactor | None = None,
        guard: Guard | None = None,
        loaded: Callable[[], int] = lambda: 0,
        pace: float = 1.0,
    ) -> None:
        self._session = session
        self._page = session.page
        self._app = app
        self._reason = reason
        self._judge = judge
        self._picture = picture
        self._keep = keep
        self._redactor = redactor or Redactor()
        self._guard = guard or Guard()
        self._patience = pace * (1 if session.network == "as-is" else SLOW)
        self._loaded = loaded
        self._cost = Effort()
        self._apart = loaded()  # bytes that are nobody's effort
        self._is_waiting = False
        self._own = 0.0  # seconds of our own, while the customer would not have waited
        self.notes: list[str] = []
        self.away = ""
        self.typed = ""
        self.channel = "message"
        self.sent: Sent | None = None
        self.reply: Reply | None = None

    @property
    def _commit(self) -> float:
        return COMMIT * min(self._patience, 1)

    @property
    def url(self) -> str:
        return self._page.url

    @property
    def mime(self) -> str:
        """What kind of file the page is, by its own answer: `text/html`, mostly; "" while nobody has said."""
        return self._session.observer.mime()

    @property
    def device(self) -> Device:
        return self._session.device

    @property
    def app(self) -> AppLinks:
        return self._app

    async def judge(self, names: tuple[str, ...], min_severity: str) -> None:
        await self._judge(names, min_severity)

    async def picture(self, name: str) -> None:
        await self._picture(name)

    async def keep(self, file: str) -> None:
        await self._keep(file)

    def note(self, words: str) -> None:
        self.notes.append(words)

    def leave_for(self, url: str, taps: int = 1) -> None:
        self.away = url
        self.spend(taps=taps)
        self.note(f"leaves the browser for {url}")

    def spend(self, **cost: float) -> None:
        """Count what a step cost the customer."""
        self._cost += Effort(**cost)  # type: ignore[arg-type]

    @property
    def effort(self) -> Effort:
        """What the walk has cost so far. To set it back takes back what was loaded since, too."""
        return replace(self._cost, bytes=self._loaded() - self._apart)

    @effort.setter
    def effort(self, cost: Effort) -> None:
        self._cost, self._apart = cost, self._loaded() - cost.bytes

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """The time within is the customer's, but for what is taken off as our own; one within another counts once."""
        if self._is_waiting:
            yield
            return
        self._is_waiting, self._own, begun = True, 0.0, time.monotonic()
        try:
            yield
        finally:
            self._is_waiting = False
            self.spend(ms=max(round((time.monotonic() - begun - self._own) * 1000), 0))

    # Seeing

    @waited_for
    async def shows(self, text: str, seconds: float) -> bool:
        return await self._find(text, naming.readable, seconds) is not None

    @waited_for
    async def hides(self, text: str, seconds: float) -> bool:
        ends = time.monotonic() + seconds
        while await self._find(text, naming.readable, 0) is not None:
            if time.monotonic() >= ends:
                return False
            await asyncio.sleep(naming.POLL)
        return True

    async def _find(self, name: str, ladder: naming.Ladder, seconds: float) -> Locator | None:
        """What bears that name; None when a page that is still there does not have it."""
        found = await naming.find(self._page, name, ladder, seconds)
        if found is None and self._session.observer.crashed.is_set():
            raise Blocked(*CRASHED)
        if found is None and self._page.is_closed():
            raise Blocked(*CLOSED)
        return found

    async def look(self) -> PageSnapshot:
        return await self.snapshot(axe=False)

    async def snapshot(self, *, axe: bool | Callable[[PageSnapshot], bool]) -> PageSnapshot:
        """The page's facts, with axe-core's where they are wanted; raises Overrun when the page does not answer."""
        session, begun = self._session, time.monotonic()
        page = await take_snapshot(session, self._app, axe=axe)
        self._own += time.monotonic() - begun
        return page

    async def notifications(self) -> tuple[str, ...]:
        heard, _ = await self._session.ears.noted() if self._session.ears else ((), None)
        prompts = (await self.look()).main.prompts
        return (*(said.partition(" ")[2] for said in prompts if said.startswith("shown ")), *heard)

    async def badges(self) -> tuple[tuple[str, int], ...]:
        page = await self.look()
        if self.device.platform == "android":
            return tuple(counts(page))  # Chrome on Android shows no number on an icon (Badging API: desktop and iOS)
        _, by_worker = await self._session.ears.noted() if self._session.ears else ((), None)
        icon = on_the_icon(page) if by_worker is None else by_worker
        return (*counts(page), *([] if icon is None else [("the site's icon", icon)]))

    # Acting

    @waited_for
    async def tap(self, name: str, seconds: float) -> None:
        target = await self._wanted(name, naming.tappable, seconds, "nothing on the page is called")
        control = await _control(target)
        if what := sends(control):
            hosts = _listed(place(url) for url in _ways(control))
            raise Blocked("send-needed", f'“{name}” {what}: write `send: "{name}"`, and {hosts} under `allow-send:`')
        await self._touch(target, name, seconds)

    @waited_for
    async def send(self, name: str, seconds: float) -> None:
        target = await self._wanted(name, naming.tappable, seconds, "nothing on the page is called")
        control = await _control(target)
        refused = [place(url) for url in (self.url, *_ways(control)) if not may_send(url, self._guard.allowed)]
        if refused:
            hosts = _listed(refused)
            reason = f"“{name}” sends to {hosts}, which the scenario does not allow: add `allow-send: [{hosts}]`"
            raise Blocked("send-refused", reason)
        before = texts(await self.look())
        with self._guard.sending():
            self.sent = Sent(time.monotonic(), self.typed, before)
            await self._touch(target, name, seconds)

    async def _touch(self, target: Locator, name: str, seconds: float) -> None:
        screens = await self._screens_to(target)
        patience = max(seconds, 2)
        await self._act(f"“{name}”", target.tap(timeout=patience * 1000), patience)
        self.spend(taps=1, scrolls=screens)
        await self._after_touch()

    @waited_for
    async def tap_element(self, element: Element, page: PageSnapshot) -> None:
        point = await self._point(element, page)
        if point is None:
            raise Blocked("element-missing", f"“{element.name or element.text}” is no longer on the page")
        x, y, screens = point
        await self._act(f"“{element.name or element.text}”", self._page.touchscreen.tap(x, y))
        self.spend(taps=1, scrolls=round(screens, 1))
        await self._after_touch()

    async def answer_element(self, element: Element, page: PageSnapshot) -> None:
        """Tap an element whose answer the scenario wants to give: where it is a form, it may go where forms may."""
        with self._guard.sending():
            await self.tap_element(element, page)

    async def _point(self, element: Element, page: PageSnapshot) -> tuple[float, float, float] | None:
        """Where to tap an element of that snapshot, in the screen's pixels, and how many screens one scrolls to it.

        None when it is not there any more.

        A frame's own pixels begin at its corner, which is where the snapshot saw it.
        """
        frame = page.frame_of.get(id(element), page.main)
        at = next((index for index, known in enumerate(page.frames) if known is frame), 0)
        asked, _ = await bound("worlds", worlds(self._page, self._session.cdp))
        for world in (*asked[at : at + 1], *asked[:at], *asked[at + 1 :]):
            if point := await _centre(world, element.address):
                return point[0] + frame.offset[0], point[1] + frame.offset[1], point[2]
        return None

    @waited_for
    async def type(self, into: str, text: str, seconds: float) -> None:
        field = await self._wanted(into, naming.fillable, seconds, "no field on the page is called")
        screens = await self._screens_to(field)
        patience = max(seconds, 2)
        await self._keep_secret(field, text)
        await self._act(f"“{into}”", field.fill(text, timeout=patience * 1000), patience)
        self.spend(taps=1, keys=len(text), scrolls=screens)
        self.typed = text
        await self._after_touch()

    async def _keep_secret(self, field: Locator, text: str) -> None:
        """What goes into a password field is a secret from now on."""
        from playwright.async_api import Error

        try:
            kind = await bound("field", field.get_attribute("type"))
        except Error:
            kind = None
        if (kind or "").strip().lower() == "password":
            self._redactor.add(text)

    @waited_for
    async def scroll(self, to: str, seconds: float) -> None:
        before = await self._scrolled()
        if to in _SCROLLS:
            await self._script(_SCROLLS[to])
        else:
            target = await self._wanted(to, naming.readable, seconds, "the page has no text")
            patience = max(seconds, 2)
            await self._act(f"“{to}”", target.scroll_into_view_if_needed(timeout=patience * 1000), patience)
        await self._after_touch()
        moved = abs(await self._scrolled() - before)
        self.spend(scrolls=round(moved / max(self.device.height, 1), 1))

    @waited_for
    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _wanted(self, name: str, ladder: naming.Ladder, seconds: float, missing: str) -> Locator:
        found = await self._find(name, ladder, seconds)
        if found is None:
            raise Blocked("element-missing", f"{missing} “{name}” (looked for {seconds:g} s)")
        return found

    async def _act(self, what: str, action: Awaitable[object], patience: float = 0) -> None:
        from playwright.async_api import Error

        self._session.observer.act()
        try:
            await bound("acting on the page", action, patience + TOUCHED)
        except Error as error:
            if not await answers(self._session):
                raise Overrun(what, patience) from None
            raise _not_done(what, error.message) from None

    async def _screens_to(self, target: Locator) -> float:
        """How many screens a thumb pushes until the whole of it, or as much as there is room for, can be seen."""
        from playwright.async_api import Error

        try:
            box = await bound("box", target.bounding_box(timeout=CONTROL_SECONDS * 1000))
        except Error:
            return 0.0  # the tap will say what is wrong with it
        seen = await self._script(
            "visualViewport ? [visualViewport.offsetTop, visualViewport.height] : [0, innerHeight]"
        )
        if box is None or not seen or not seen[1]:
            return 0.0
        top, height = float(seen[0]), float(seen[1])
        below = box["y"] + min(box["height"], height) - (top + height)
        return round(max(below, top - box["y"], 0.0) / height, 1)

    def _count_hops(self) -> None:
        """Count the addresses that sent the customer on since they did something."""
        observer = self._session.observer
        if len(observer.documents) > observer.acted:
            hops = observer.hops()
            left = 300 <= hops[-1].status < 400 and hops[-1].status != NOT_MODIFIED  # for an app: no page came
            self.spend(hops=len(hops) - 1 + left)

    async def _after_touch(self) -> None:
        """Come to rest. A window that opened is what the customer sees now."""
        await self.rest()
        self._refuse_sent()
        self._count_hops()
        if windows := [url for url in self._session.observer.windows if url.startswith(("http:", "https:"))]:
            self.note("opens in a new window")
            await self.open(windows[0])

    def _refuse_sent(self) -> None:
        """Blocked when the page tried to send something meanwhile; what frames tried is told."""
        stopped, guard = tuple(self._guard.stopped), self._guard
        guard.stopped.clear()
        for each in stopped:
            host = place(each.url)
            if not each.within or guard.is_sending:
                code = "send-refused" if guard.is_sending else "send-needed"
                what = "" if guard.is_sending else "write the step as `send:`, and "
                reason = (
                    f"a form was about to be sent to {host}, and was kept back: {what}put {host} under `allow-send:`"
                )
                raise Blocked(code, reason)
            self.note(f"a frame was kept from sending a form to {host}")

    async def _scrolled(self) -> float:
        said = await self._script("visualViewport ? visualViewport.pageTop * visualViewport.scale : scrollY")
        return float(said or 0)

    async def _script(self, expression: str) -> Any:
        try:
            asked, _ = await worlds(self._page, self._session.cdp)
            return await asked[0].run(expression, 5)
        except ScriptError:
            return None

    # Moving

    @waited_for
    async def open(self, url: str) -> None:
        await self._navigate(self._page.goto(urljoin(self.url, url), wait_until="commit", timeout=self._commit * 1000))

    @waited_for
    async def reload(self) -> None:
        await self._navigate(self._page.reload(wait_until="commit", timeout=self._commit * 1000))

    @waited_for
    async def back(self) -> None:
        if self.away:
            self.note("comes back to the browser")
            self.away = ""
            return
        before = self.url
        answer = await self._navigate(self._page.go_back(wait_until="commit", timeout=self._commit * 1000))
        # The page before may have had the same address: a form's answer has, often.
        if self.url == "about:blank" or (answer is None and self.url == before):
            raise Blocked("no-way-back", "there is no page to go back to")

    async def _navigate(self, action: Awaitable[T]) -> T | None:
        from playwright.async_api import Error

        self._session.observer.act()
        try:
            answer = await bound("navigation", action, self._commit + 3)
        except Error as error:
            failure = self._failure(error.message)
            if failure.code == "site-timeout" and self.url != "about:blank" and not await answers(self._session):
                raise Overrun("navigation", self._commit) from None
            if failure.code == "page-download" and self._session.observer.hand_offs:
                self._hand_over(self._session.observer.hand_offs[-1].url)
                self._count_hops()
                return None
            raise Blocked(*failure) from None
        await self.rest()
        self._refuse_sent()
        self._count_hops()
        return answer

    def _hand_over(self, url: str) -> None:
        """An address that belongs to another app: the phone opens it, when it is one of its own."""
        scheme = url.partition(":")[0].lower()
        if OTHERS.get(scheme, self.device.platform) != self.device.platform:
            raise Blocked("redirect-app", f"the address leads to {url[:200]}, which this phone cannot open")
        self.leave_for(url, taps=0)

    def _failure(self, message: str) -> Failure:
        """The proxy knows best: the browser sees a closed connection only."""
        documents = self._session.observer.documents
        code, reason = self._reason(documents[-1].url if documents else self.url)
        answer = documents[-1].existing_response if documents else None
        watch = self._session.watch
        told = told_by(watch.status, watch.location) if watch else None
        failure = Failure(code, reason) if code else told or explain(message)
        is_pdf = answer is not None and answer.headers.get("content-type", "").lower().startswith("application/pdf")
        return PDF if failure.code == "page-download" and is_pdf else failure

    async def rest(self) -> None:
        """Wait until the page is loaded and quiet, within bounds. What is still missing then stays missing.

        Blocked when the page crashes, breaks off, has no end, or sends the customer round and round.
        """
        observer, begun, loaded = self._session.observer, time.monotonic(), True
        seen = -1
        for _ in range(TURNS):
            known = len(observer.documents)
            if known != seen:
                loaded = await self._come_in()
            seen = known
            try:
                asked, _ = await bound("worlds", worlds(self._page, self._session.cdp))
            except ScriptError:
                continue
            quiet = await settled(asked[0])
            self._own += QUIET_MS / 1000 if quiet else 0.0
            rests = quiet or not loaded or time.monotonic() - begun > REST * self._patience
            if len(observer.documents) == known and not await self._sent_on(asked[0]) and rests:
                break
        self._refuse_broken()
        if observer.turns() > RESTLESS:
            raise Blocked("page-restless", f"the page leads back to itself again and again: {self.url[:200]}")

    async def _come_in(self) -> bool:
        """Wait for the page's HTML, then for all that it asks for; False when that takes too long."""
        from playwright.async_api import Error

        async with pulse_of(self._session) as pulse:
            for state, usual in (("domcontentloaded", PARSED), ("load", LOADED)):
                seconds = usual * self._patience
                coming = self._page.wait_for_load_state(state, timeout=seconds * 1000)  # type: ignore[arg-type]
                try:
                    await bound(state, self._unless_over(coming), seconds + 2)
                except Error as error:
                    if self._session.observer.crashed.is_set() or "crash" in error.message.lower():
                        raise Blocked(*CRASHED) from None
                    await self._stop_loading()
                    await pulse.must_beat(self._patience)
                    return False
                self._refuse_broken()
            return True

    async def _unless_over(self, coming: Coroutine[Any, Any, None]) -> None:
        """Wait for it, and no longer once the page has broken off or has grown beyond all bounds."""
        watch = self._session.watch
        if watch is None:
            await coming
            return
        there, over = asyncio.ensure_future(coming), asyncio.ensure_future(watch.over.wait())
        try:
            await asyncio.wait({there, over}, return_when=asyncio.FIRST_COMPLETED)
            if there.done():
                await there
        finally:
            over.cancel()
            there.cancel()
            await asyncio.gather(there, over, return_exceptions=True)

    def _refuse_broken(self) -> None:
        """Blocked when the page's own answer broke off, or grew beyond all bounds; when we broke it off, for that."""
        watch = self._session.watch
        if watch is None:
            return
        if watch.failed:
            self._refuse_sent()
        if watch.received > MOST_PAGE or (watch.received > MOST_UNENDED and not watch.done):
            size = round(watch.received / 1e6)
            reason = f"the page is too large for any phone: it was stopped after {size} MB of HTML without an end"
            raise Blocked("page-too-large", reason)
        if watch.failed:
            raise Blocked(*broke_off(watch.failed))

    async def _sent_on(self, world: World) -> bool:
        """Wait for a meta refresh that is about to send the customer on; True when it did."""
        from playwright.async_api import Error

        try:
            delay = float(await world.run(_REFRESH_IN, 3))
        except ScriptError:
            return True
        if not 0 <= delay <= REFRESH:
            return False
        seconds = delay + 1
        left = self._page.wait_for_event("framenavigated", _is_the_page, timeout=seconds * 1000)
        try:
            await bound("meta refresh", left, seconds + 2)
        except Error:
            return False
        return True

    async def _stop_loading(self) -> None:
        """A navigation that never ends blocks every later call; stopping frees them at once."""
        from playwright.async_api import Error

        if self._session.cdp is None:
            return
        try:
            await bound("stop loading", self._session.cdp.send("Page.stopLoading"), 3)
        except (Error, Overrun):
            pass


async def _control(target: Locator) -> Control:
    """What a tap on it would do; nothing when the page does not say."""
    from playwright.async_api import Error

    try:
        told: Any = await bound("control", target.evaluate(CONTROL, timeout=CONTROL_SECONDS * 1000))
        return Control(**told)
    except (Error, TypeError):
        return Control()


def _ways(control: Control) -> tuple[str, ...]:
    """The addresses that have a part in it: the frame's, the form's."""
    told = (control.page, control.target if control.submits else "")
    return tuple(url for url in told if url.startswith(("http:", "https:")))


def _listed(hosts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(hosts))


def _is_the_page(frame: Frame) -> bool:
    return frame.parent_frame is None


# Seconds until the page's own meta refresh leads elsewhere; -1 when it has none.
_REFRESH_IN = r"""
(() => {
  const meta = document.querySelector('meta[http-equiv="refresh" i]');
  const found = meta && /^\s*(\d+(?:\.\d+)?)\s*[;,]\s*(?:url\s*=\s*)?['"]?([^'"]+)/i.exec(meta.content || '');
  if (!found) return -1;
  const to = new URL(found[2].trim(), document.baseURI).href.split('#')[0];
  return to === location.href.split('#')[0] ? -1 : Number(found[1]);
})()
"""

_SCROLLS = {
    "down": "scrollBy(0, innerHeight)",
    "up": "scrollBy(0, -innerHeight)",
    "bottom": "scrollTo(0, document.documentElement.scrollHeight)",
    "top": "scrollTo(0, 0)",
}

# The collector remembers its elements by address in the same world.
_CENTRE = """
(() => {
  const el = globalThis.__parcoursElement && globalThis.__parcoursElement(%s);
  if (!el || !el.isConnected) return null;
  const view = visualViewport || { height: innerHeight, offsetTop: 0 }, seen = view.height, over = view.offsetTop;
  const at = el.getBoundingClientRect();
  const below = at.top + Math.min(at.height, seen) - (over + seen);
  const screens = seen ? Math.max(below, over - at.top, 0) / seen : 0;
  el.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = el.getBoundingClientRect();
  const scale = visualViewport ? visualViewport.scale : 1;
  const left = visualViewport ? visualViewport.offsetLeft : 0, top = visualViewport ? visualViewport.offsetTop : 0;
  return [(box.left + box.width / 2 - left) * scale, (box.top + box.height / 2 - top) * scale, screens];
})()
"""


async def _centre(world: World, address: str) -> list[float] | None:
    """Where to tap an element, in the screen's pixels, once it is scrolled to, and how many screens that took."""
    try:
        found: list[float] | None = await world.run(_CENTRE % json.dumps(address), 5)
    except ScriptError:
        return None
    return found


# Playwright's reason for an action that did not happen, our code, and what to tell people.
_REASONS = (
    ("intercepts pointer events", "action-covered", "cannot be tapped: something lies over it"),
    ("not stable", "action-unstable", "never stands still"),
    ("not enabled", "action-disabled", "is there, but switched off"),
    ("not editable", "action-failed", "takes no text"),
    ("Element is not an <input>", "action-failed", "takes no text"),
    ("outside of the viewport", "action-failed", "cannot be scrolled to"),
)


def _not_done(what: str, message: str) -> Blocked:
    if "crash" in message.lower():
        return Blocked(*CRASHED)
    for word, code, reason in _REASONS:
        if word in message:
            return Blocked(code, f"{what} {reason}")
    return Blocked("action-failed", f"{what} could not be used: {message.splitlines()[0][:200]}")
