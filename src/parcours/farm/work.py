"""What a farm's workers do: one journey at a time in each of their threads, with lanes that stay warm in between."""

from __future__ import annotations

import atexit
import hashlib
import platform
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from parcours import __version__
from parcours.browser.ladder import find_browser
from parcours.browser.launch import LaneSettings
from parcours.errors import ParcoursError
from parcours.running.jobs import Job
from parcours.running.supervisor import Lane
from parcours.storage.codec import to_json
from parcours.storage.places import GivenUp, Leave

if TYPE_CHECKING:
    from distributed import Semaphore

IDLE = 60.0  # seconds after which a lane that nobody wants is ended


class About(NamedTuple):
    """What a worker is. `wrong` says why it cannot walk, "" when it can."""

    parcours: str
    distributed: str
    python: str
    wrong: str = ""


@dataclass(frozen=True)
class Order:
    """A journey to walk for a run. `files` are its sources' digests by path; `carried` the files, where they are sent.

    `token` is a file that tells whether the run's folder is shared with whoever gave the order. Paths are those of
    that machine, where it stood in the folder `home`.
    """

    job: Job
    settings: LaneSettings
    run: str
    per_host: int
    home: str
    token: str
    files: Mapping[str, str]
    carried: Mapping[str, bytes] | None = None


@dataclass(frozen=True)
class Walked:
    """What came of an order: the result's JSON, and the journey's files where the run's folder is not shared."""

    result: bytes = b""
    files: Mapping[str, bytes] = field(default_factory=dict)
    needs_files: bool = False


def about(*, look: bool = True) -> About:
    """What this worker is; `look` for a browser too."""
    import distributed

    wrong = ""
    try:
        _browser() if look else None
    except ParcoursError as error:
        wrong = error.message
    return About(__version__, distributed.__version__, ".".join(platform.python_version_tuple()[:2]), wrong)


@cache
def _browser() -> LaneSettings:
    found = find_browser("chromium", headless=True)
    return LaneSettings(executable=found.executable, sandbox=found.sandbox)


def walk(order: Order) -> Walked:
    """Walk a journey. What a page or a file does is in the result; another worker's death costs it nothing."""
    shared = _read(Path(order.token)) == order.run.encode()
    if order.carried is None and any(_digest(Path(path)) != sum for path, sum in order.files.items()):
        return Walked(needs_files=True)
    with tempfile.TemporaryDirectory(prefix="parcours-farm-") as away:
        job, home = order.job, order.home if Path(order.home).is_dir() else ""
        root = ""
        if order.carried is not None:
            root = str(_unpacked(order))
            home = _below(root, order.home)
            Path(home).mkdir(parents=True, exist_ok=True)
            if Path(job.file).is_absolute():
                job = replace(job, file=_below(root, job.file))
        if not shared:
            job = replace(job, folder=str(Path(away, job.place)))
            Path(job.folder, "facts").mkdir(parents=True)
        result = _lane(order, job, home)
        if root:
            result = result.replace(to_json(root)[1:-1], b"")
        return Walked(result, {} if shared else _files(Path(job.folder)))


def _lane(order: Order, job: Job, home: str) -> bytes:
    settings = order.settings
    if not settings.remote:
        own = _browser()
        settings = replace(settings, executable=own.executable, sandbox=own.sandbox)
    with _POOL.lent(order, settings, home) as lane:
        return to_json(lane.run(job, lambda *_: None))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _digest(path: Path) -> str:
    data = _read(path)
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _files(folder: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _below(root: str, path: str) -> str:
    """Where a path of the other machine lies here."""
    return str(Path(root, *Path(path).parts[1:]))


def _unpacked(order: Order) -> Path:
    """The folder that stands for the other machine's root; the same for all orders of a run."""
    root = _POOL.root(order.run)
    for name, data in (order.carried or {}).items():
        file = Path(_below(str(root), name))
        if _read(file) != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            whole = file.with_name(f"{file.name}.{threading.get_ident()}.tmp")
            whole.write_bytes(data)
            whole.replace(file)
    return root


class _Places:
    """Places at sites for the whole farm. A holder that dies loses its lease, and the place is another's."""

    def __init__(self, run: str, most: int) -> None:
        self._run, self._most = run, most
        self._kept: dict[str, Semaphore] = {}
        self._lock = threading.Lock()

    def take(self, host: str, given_up: Callable[[], bool], /) -> Leave:
        from distributed import Semaphore

        with self._lock:
            if host not in self._kept:
                self._kept[host] = Semaphore(max_leases=self._most, name=f"parcours-{self._run}-{host}")
            semaphore = self._kept[host]
        while not semaphore.acquire(timeout=0.5):
            if given_up():
                raise GivenUp
        return lambda: _released(semaphore)

    def close(self) -> None:
        with self._lock:
            for semaphore in self._kept.values():
                semaphore.refresh_callback.stop()
            self._kept.clear()


def _released(semaphore: Semaphore) -> None:
    semaphore.release()


_For = tuple[str, LaneSettings, str]  # a run, how its lanes start, and the folder that they stand in


class _Pool:
    """The lanes of a process, by what they are for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: dict[_For, list[tuple[Lane, threading.Timer]]] = {}
        self._busy: dict[str, set[Lane]] = {}
        self._roots: dict[str, Path] = {}
        self._places: dict[str, _Places] = {}

    def lent(self, order: Order, settings: LaneSettings, home: str) -> _Lent:
        """A lane to use and to give back."""
        return _Lent(self, order, settings, home)

    def take(self, order: Order, settings: LaneSettings, home: str) -> Lane:
        with self._lock:
            if waiting := self._idle.get((order.run, settings, home), []):
                lane, timer = waiting.pop()
                timer.cancel()
            else:
                places = self._places.setdefault(order.run, _Places(order.run, order.per_host))
                lane = Lane(settings, places if order.per_host else None, cwd=home)
            self._busy.setdefault(order.run, set()).add(lane)
            return lane

    def give(self, lane: Lane, order: Order, settings: LaneSettings, home: str) -> None:
        with self._lock:
            if lane not in self._busy.get(order.run, set()):  # the run is over
                lane.close(patience=0)
                return
            self._busy[order.run].discard(lane)
            timer = threading.Timer(IDLE, lambda: self._tired((order.run, settings, home), lane))
            timer.daemon = True
            timer.start()
            self._idle.setdefault((order.run, settings, home), []).append((lane, timer))

    def _tired(self, key: _For, lane: Lane) -> None:
        with self._lock:
            self._idle[key] = [pair for pair in self._idle.get(key, []) if pair[0] is not lane]
        lane.close()

    def root(self, run: str) -> Path:
        """The folder that a run's carried files are unpacked in."""
        with self._lock:
            if run not in self._roots:
                self._roots[run] = Path(tempfile.mkdtemp(prefix="parcours-farm-files-"))
            return self._roots[run]

    def leave(self, run: str) -> None:
        """End all that is left of a run here."""
        with self._lock:
            busy = self._busy.pop(run, set())
            idle = [pair for key, pairs in self._idle.items() if key[0] == run for pair in pairs]
            self._idle = {key: pairs for key, pairs in self._idle.items() if key[0] != run}
            root, places = self._roots.pop(run, None), self._places.pop(run, None)
        for lane in busy:
            lane.stop()
        for lane, timer in idle:
            timer.cancel()
            lane.close()
        if places:
            places.close()
        if root:
            shutil.rmtree(root, ignore_errors=True)

    def leave_all(self) -> None:
        """End everything."""
        for run in {*self._busy, *self._roots, *self._places}:
            self.leave(run)


@dataclass
class _Lent:
    pool: _Pool
    order: Order
    settings: LaneSettings
    home: str

    def __enter__(self) -> Lane:
        self.lane = self.pool.take(self.order, self.settings, self.home)
        return self.lane

    def __exit__(self, *_: object) -> None:
        self.pool.give(self.lane, self.order, self.settings, self.home)


_POOL = _Pool()
atexit.register(_POOL.leave_all)


def leave(run: str) -> None:
    """End all that is left of a run on this worker: lanes, files, and journeys that are under way."""
    _POOL.leave(run)
