"""Playwright's synchronous objects, awaited: what tests written in Python hold, for code that is asynchronous.

Synchronous Playwright may be called from its own thread only, and asynchronous code needs a loop. So the code
runs in a loop of a second thread, and each of its calls is made by the first one, which does nothing else meanwhile.
Only what both of Playwright's interfaces promise is used: which calls are awaited is read from the asynchronous one.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Coroutine
from inspect import iscoroutinefunction
from types import TracebackType
from typing import Any, Self, TypeVar, cast

T = TypeVar("T")

SYNCHRONOUS = "playwright.sync_api"
Call = Callable[[], None]


class Relay:
    """Runs coroutines on synchronous objects. Use it as a context manager, in the thread that Playwright runs in."""

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._calls: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop.run_forever, name="parcours-relay", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """What a coroutine gives, or raises. A call that never comes back blocks here, as it would anyone."""
        done = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        done.add_done_callback(lambda _: self._calls.put(None))
        while (call := self._calls.get()) is not None:
            call()
        return done.result()

    def awaited(self, thing: T) -> Any:
        """The thing, as the asynchronous interface has it; lists of things too. What is no thing of Playwright's
        stays as it is.
        """
        if isinstance(thing, list | tuple):
            return [self.awaited(each) for each in thing]
        return Awaited(thing, self) if type(thing).__module__.startswith(SYNCHRONOUS) else thing

    async def call(self, method: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """What a call gives that the first thread makes for us."""
        answer = self._loop.create_future()

        def make() -> None:
            try:
                given, failed = method(*args, **options), None
            except Exception as error:  # noqa: BLE001 - it belongs to whoever awaits it
                given, failed = None, error
            self._loop.call_soon_threadsafe(_settle, answer, given, failed)

        self._calls.put(make)
        return self.awaited(await answer)

    def heard(self, handler: Callable[..., Any]) -> Callable[..., None]:
        """A handler that the first thread calls, and the loop runs."""

        def hear(*args: Any) -> None:
            self._loop.call_soon_threadsafe(handler, *self.awaited(args))

        return hear


def _settle(answer: asyncio.Future[Any], given: Any, failed: Exception | None) -> None:
    if answer.done():  # whoever awaited it has given up
        return
    if failed:
        answer.set_exception(failed)
    else:
        answer.set_result(given)


class Awaited:
    """One object of Playwright's: its calls are awaited, its properties are read, its events are heard in the loop."""

    def __init__(self, thing: Any, relay: Relay) -> None:
        self.thing = thing
        self._relay = relay
        self._heard: dict[tuple[str, Callable[..., Any]], Callable[..., None]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Awaited) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.thing, name)
        if not callable(value):
            return self._relay.awaited(value)
        if iscoroutinefunction(getattr(_asynchronous(self.thing), name)):
            return lambda *args, **options: self._relay.call(value, *bare(args), **options)
        return lambda *args, **options: self._relay.awaited(value(*bare(args), **options))

    def on(self, event: str, handler: Callable[..., Any]) -> None:
        """Hear an event."""
        self.thing.on(event, self._heard.setdefault((event, handler), self._relay.heard(handler)))

    def remove_listener(self, event: str, handler: Callable[..., Any]) -> None:
        """Hear it no more."""
        self.thing.remove_listener(event, self._heard.pop((event, handler)))


def bare(thing: Any) -> Any:
    """What stands behind an awaited thing, or a tuple of them."""
    if isinstance(thing, tuple):
        return tuple(bare(each) for each in thing)
    return thing.thing if isinstance(thing, Awaited) else thing


def _asynchronous(thing: object) -> type:
    import playwright.async_api

    return cast(type, getattr(playwright.async_api, type(thing).__name__))
