"""The door to a farm: a Dask cluster whose workers walk the journeys of a run, each as a machine of its own would.

What runs on the workers is in `work`; this side hands out, listens, and is the only one that writes results.
"""

from __future__ import annotations

import hashlib
import math
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parcours import __version__
from parcours.browser.launch import LaneSettings
from parcours.errors import ParcoursError, ToolError, UsageError
from parcours.redaction import masked
from parcours.results import JourneyResult
from parcours.running.jobs import Job
from parcours.running.planning import load_scenario
from parcours.running.supervisor import Waiting, begun
from parcours.scenario.model import Scenario
from parcours.storage.codec import from_json
from parcours.storage.journal import RunFolder, write_whole
from parcours.storage.screens import screens_folder

if TYPE_CHECKING:
    from distributed import Client, Future

    from parcours.farm.work import About, Order, Walked

ANSWER = "15s"  # until a scheduler must have answered
WORKERS = 60  # seconds that are waited for workers, at the beginning and when all of them are lost
LISTEN = 2  # seconds between two looks at who is left
AHEAD = 2  # journeys a thread that are handed out, so that none waits for the next one
TOKEN = "farm-token"  # noqa: S105 - the name of a file that tells workers who share the run's folder


@dataclass(frozen=True)
class Farm:
    """The workers behind the scheduler at `address`. With `by_wire` files are sent to and fro, shared folder or not."""

    address: str
    by_wire: bool = False

    def walk(
        self,
        jobs: Sequence[Job],
        folder: RunFolder,
        settings: LaneSettings,
        per_host: int,
        done: Callable[[JourneyResult], None],
        *,
        budget: float = 0,
    ) -> tuple[JourneyResult, ...]:
        """Do all jobs; `done` hears of each result as it comes. In the jobs' order, one result for every job.

        After `budget` seconds no journey is handed out any more; 0 for all the time in the world.

        Ctrl-C ends the journeys under way, without a result. Raises UsageError when the extra is not installed,
        ToolError when there is no farm, when it is another version, or when it is lost.
        """
        if not jobs:
            return ()
        with _client(self.address) as client:
            _check(client)
            ends = time.monotonic() + budget if budget else math.inf
            return _Round(client, jobs, folder, settings, per_host, done, self.by_wire, ends).results()


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("a farm needs Dask, which is not installed", tip="pip install 'parcours[farm]'") from None
    try:
        client = Client(address, timeout=ANSWER, set_as_default=False, name="parcours")
    except (OSError, TimeoutError) as error:
        said = f"no Dask scheduler answers at {masked(address)}"
        raise ToolError(said, tip="start one with `dask scheduler`, or mend --on") from error
    except ValueError as error:
        said = f"{masked(address)!r} is not the address of a Dask scheduler"
        raise UsageError(said, tip="write --on tcp://host:8786") from error
    try:
        yield client
    finally:
        client.close(timeout=5)


def _check(client: Client) -> None:
    """Raises ToolError when no worker comes, or one could not walk as this parcours would."""
    from parcours.farm import work

    try:
        client.wait_for_workers(1, timeout=WORKERS)
    except TimeoutError as error:
        raise ToolError("the farm has no workers", tip="start some with `dask worker`") from error
    try:
        found: Mapping[str, About] = client.run(work.about)
    except Exception as error:
        said = f"parcours cannot be loaded on the farm's workers ({type(error).__name__}: {error})"
        raise ToolError(said, tip=f"install parcours[farm] {__version__} there") from error
    own = work.about(look=False)
    for worker, theirs in sorted(found.items()):
        for name in ("parcours", "distributed", "python"):
            if getattr(theirs, name) != getattr(own, name):
                said = f"{worker} has {name} {getattr(theirs, name)}, and here is {getattr(own, name)}"
                raise ToolError(said, tip="install the same versions on all machines: results must not differ")
        if theirs.wrong:
            raise ToolError(f"{worker}: {theirs.wrong}", tip="see `parcours doctor` on that machine")


@dataclass
class _Round:
    """One run on the farm."""

    client: Client
    jobs: Sequence[Job]
    folder: RunFolder
    settings: LaneSettings
    per_host: int
    done: Callable[[JourneyResult], None]
    by_wire: bool
    ends: float  # when nothing is handed out any more, by `time.monotonic()`
    name: str = field(default_factory=lambda: secrets.token_hex(6))
    _found: dict[int, JourneyResult] = field(default_factory=dict)
    _running: dict[Future, int] = field(default_factory=dict)
    _sources: dict[str, Mapping[str, str]] = field(default_factory=dict)
    _carries: bool = False  # whether orders bring the scenarios' files: some worker does not have them
    _waiting: Waiting = field(init=False)

    def results(self) -> tuple[JourneyResult, ...]:
        from parcours.farm import work

        self._waiting, self._carries = Waiting(self.jobs, self.per_host), self.by_wire
        token = self.folder.path / "shared" / TOKEN
        if not self.by_wire:
            token.parent.mkdir(parents=True, exist_ok=True)
            write_whole(token, self.name.encode())
        try:
            self._hand_out()
            while self._running:
                self._listen()
                self._hand_out()
        finally:  # Ctrl-C too: what is under way ends, and nothing is left on the workers
            token.unlink(missing_ok=True)
            with suppress(Exception):
                self.client.cancel(list(self._running), force=True)
                self.client.run(work.leave, self.name, on_error="ignore")
        return tuple(self._found[index] for index in sorted(self._found))

    def _hand_out(self) -> None:
        room = AHEAD * max(1, sum(self.client.nthreads().values()))
        while (
            len(self._running) < room and time.monotonic() < self.ends and (index := self._waiting.take()) is not None
        ):
            self._submit(index)

    def _submit(self, index: int) -> None:
        from parcours.farm import work

        key = f"parcours-{self.name}-{index}-{secrets.token_hex(2)}"
        future = self.client.submit(work.walk, self._order(self.jobs[index]), key=key, pure=False, retries=1)
        self._running[future] = index

    def _listen(self) -> None:
        """Wait for some of what is under way. Raises ToolError when there is nobody left to do it."""
        from distributed import wait

        missing = 0
        while True:
            try:
                with self.client.as_current():
                    finished, _ = wait(list(self._running), timeout=LISTEN, return_when="FIRST_COMPLETED")
                break
            except TimeoutError:
                missing = 0 if self.client.nthreads() else missing + LISTEN
                if missing >= WORKERS:
                    raise ToolError(
                        "the farm has lost all of its workers", tip="its results until then are kept"
                    ) from None
        for future in finished:
            self._heard(future, self._running.pop(future))

    def _heard(self, future: Future, index: int) -> None:
        job = self.jobs[index]
        if future.status == "cancelled":
            raise ToolError("the farm's scheduler went away", tip="what was finished until then is kept: see --resume")
        walked: Walked | None = future.result() if future.status == "finished" else None
        if walked and walked.needs_files:
            self._carries = True
            self._submit(index)
            return
        result = self._kept(job, walked) if walked else _lost(job, future.exception())
        self._waiting.left(index)
        self._found[index] = result
        self.done(result)

    def _kept(self, job: Job, walked: Walked) -> JourneyResult:
        """The result, what came with it written to the run's folder."""
        place = (self.folder.path / job.place).resolve()
        for name, data in walked.files.items():
            file = (place / name).resolve()
            if file.is_relative_to(place):
                file.parent.mkdir(parents=True, exist_ok=True)
                write_whole(file, data)
        return from_json(JourneyResult, walked.result)

    def _order(self, job: Job) -> Order:
        from parcours.farm.work import Order

        if job.file not in self._sources:
            self._sources[job.file] = {str(path): digest(path.read_bytes()) for path in sources(job)}
        files = self._sources[job.file]
        return Order(
            replace(job, folder=str(Path(job.folder).resolve())),
            self.settings,
            self.name,
            self.per_host,
            str(Path.cwd()),
            str(self.folder.path.resolve() / "shared" / TOKEN),
            files,
            {name: Path(name).read_bytes() for name in files} if self._carries else None,
        )


def _lost(job: Job, error: BaseException | None) -> JourneyResult:
    """The result of a journey that the farm gave up."""
    from distributed.scheduler import KilledWorker

    if isinstance(error, KilledWorker):
        return begun(job, "tool-worker-lost", "the process that drove the browser went away")
    return begun(job, "tool-failed", f"{type(error).__name__}: {error}"[:2000])


def digest(data: bytes) -> str:
    """What tells two files apart."""
    return hashlib.sha256(data).hexdigest()


def sources(job: Job) -> tuple[Path, ...]:
    """All files that a job's scenario is made of: itself, its artefacts, shared steps, the screens that are kept."""
    if not job.file:
        return ()
    file = Path(job.file)
    try:
        scenario = load_scenario(file)
    except ParcoursError:
        return (file.absolute(),)
    screens = screens_folder(file, scenario.id)
    found = {file, *_named(scenario, file.parent), *(path for path in screens.rglob("*") if path.is_file())}
    return tuple(sorted(path.absolute() for path in found))


def _named(scenario: Scenario, folder: Path) -> Iterator[Path]:
    """The files that a scenario's words name."""
    steps = ((step.args, Path(step.file).parent if step.file else folder) for step in scenario.steps)
    for args, home in ((scenario.start.args, folder), *steps):
        for text in _texts(args.model_dump()):
            with suppress(OSError, ValueError):
                if (path := home / text).is_file():
                    yield path
    yield from (Path(step.file) for step in scenario.steps if step.file)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (text for part in value for text in _texts(part))
