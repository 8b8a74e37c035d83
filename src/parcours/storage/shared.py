"""What the processes of one run share: answers that are fetched once, and turns that are taken one after the other.

Files alone, no locks that outlive who holds them: any process may be ended at any moment.
"""

from __future__ import annotations

import asyncio
import hashlib
import math
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from parcours.storage.codec import from_json, to_json
from parcours.storage.journal import write_whole

T = TypeVar("T")

PATIENCE = 6.0  # seconds that another process's answer is waited for
POLL = 0.05
EARLY = 0.002  # a clock's alarm may ring so much before its time


class Shared:
    """A folder of a run that all its processes know. It is made when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def once(self, kind: type[T], name: str, make: Callable[[], Awaitable[T]]) -> T:
        """The value of that name: what another process or an earlier call made, else what `make` gives now."""
        file = self._folder / f"{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:24]}.json"
        waits = 0 if self._claim(file.with_suffix(".claim")) else round(PATIENCE / POLL)
        while waits and not file.exists():  # whoever makes it may be gone
            waits -= 1
            await asyncio.sleep(POLL)
        with suppress(OSError, ValueError):
            return from_json(kind, file.read_bytes())
        value = await make()
        write_whole(file, to_json(value))
        return value

    async def turn(self, name: str, pause: float) -> None:
        """Wait for a turn: no two of one name begin within `pause` seconds, in whatever process."""
        if not pause:
            return
        # Time is cut into slots of that length. Whoever claims one begins with it, so two never come closer.
        slot = math.floor(time.time() / pause) + 1
        while not self._claim(self._folder / f"{name}-{pause:g}-{slot}.turn"):
            slot += 1
        await asyncio.sleep(max(0.0, slot * pause - time.time()) + EARLY)

    def _claim(self, file: Path) -> bool:
        """True for the first who asks for that file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            file.touch(exist_ok=False)
        except FileExistsError:
            return False
        return True
