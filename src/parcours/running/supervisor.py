"""Hand out jobs to worker processes, and let none of them take more than itself down.

For every job there is exactly one result: the worker's, or, when the worker had to be ended or went away,
one made here of all that it had said until then.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from parcours import __version__
from parcours.browser.launch import LaneSettings
from parcours.codes import known
from parcours.contexts import secrets_in
from parcours.errors import ToolError
from parcours.redaction import Redactor
from parcours.results import JourneyResult, Status, broken_off
from parcours.running.appetite import SECONDS, Appetite, appetite, lane, too_much
from parcours.running.jobs import LANE_VARIABLE, Job, Said
from parcours.storage.codec import from_plain, to_json
from parcours.storage.places import GivenUp, Leave

START_SECONDS = 45.0
GRACE = 5.0
ENDED_FROM_OUTSIDE = ("tool-worker-lost", "tool-deadline")

Heard = Callable[[Job, Said], None]


class Places(Protocol):
    """Who lets journeys in at a host, so many at once."""

    def take(self, host: str, given_up: Callable[[], bool], /) -> Leave:
        """Wait for a place; what is called to leave it. Raises GivenUp when `given_up()` is true."""


@dataclass
class _Seen:
    """What a worker has said of a job so far: enough for a result when it can say no more."""

    said: list[Said] = field(default_factory=list)

    def result(self, job: Job, code: str, reason: str, ms: int) -> JourneyResult:
        step = next((said.step for said in self.said if said.step and said.step.ended == "blocked"), None)
        if code in ENDED_FROM_OUTSIDE and step and (meant := known(step.code)) and meant.ends == "failed":
            # The way had ended there: what came after was tidying up, which such a page hinders too.
            code, reason = step.code, step.reason
        return replace(broken_off(begun(job, code, reason), self.said), ms=ms)


def begun(job: Job, code: str, reason: str) -> JourneyResult:
    """A journey's result as long as nothing was heard of it."""
    return JourneyResult(
        scenario=job.scenario,
        device=job.place.rpartition("/")[2],
        engine=job.engine,
        status=Status(meant.ends) if (meant := known(code)) else Status.ERROR,
        name=job.scenario,
        file=job.file,
        code=code,
        reason=reason,
        folder=job.place,
        parcours=__version__,
    )


class _Lost(Exception):
    """The worker went away."""


class _Greedy(Exception):
    """The lane took more of the machine than it may."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class _Stopped(Exception):
    """The lane was told to stop; the journey under way has no result."""


class Lane:
    """One worker process, started when it is needed and again when it was lost. Use it as a context manager."""

    def __init__(self, settings: LaneSettings, places: Places | None = None, cwd: str = "") -> None:
        self._settings = settings
        self._cwd = cwd or None
        self._places = places
        self._leave: Leave | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._folder = ""
        self._mark = ""
        self._looked = 0.0  # when that was measured last
        self._before = Appetite()  # what the lane took when the journey began
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(patience=0 if kind else GRACE)

    def run(self, job: Job, heard: Heard) -> JourneyResult:
        """Do a job. Never raises for what a page, a file or the worker does; ToolError when none can be started.

        The journey's time begins when the worker is there. What is raised in `heard`, or by a signal, ends the
        worker: what it still has to say belongs to no other journey.
        """
        try:
            return self._done(job, heard)
        finally:
            self._gone()

    def _done(self, job: Job, heard: Heard) -> JourneyResult:
        seen, begun = _Seen(), time.monotonic()
        try:
            self._start()
            begun, self._before = time.monotonic(), self._appetite()
            self._send(to_json(job))
            return self._follow(job, seen, heard, begun + job.hard_seconds)
        except _Lost:
            kept = [os.environ.get(name, "") for name in job.secrets]
            words = Redactor((*kept, *secrets_in(job.context))).text(self._last_words())
            code, reason = "tool-worker-lost", f"the process that drove the browser went away{words and f': {words}'}"
        except queue.Empty:
            code, reason = "tool-deadline", f"the journey took more than {job.hard_seconds:g} s, and was ended"
        except GivenUp:
            raise _Stopped from None
        except _Greedy as greedy:
            code, reason = greedy.code, str(greedy)
        except BaseException:
            self.close(patience=0)
            raise
        self.close(patience=0)
        if self._stopped:
            raise _Stopped
        return seen.result(job, code, reason, round((time.monotonic() - begun) * 1000))

    def stop(self) -> None:
        """End the journey under way, from another thread than the one that waits for it."""
        self._stopped = True
        if process := self._process:
            _kill_all(process, self._mark)

    def _follow(self, job: Job, seen: _Seen, heard: Heard, ends: float) -> JourneyResult:
        while True:
            plain = self._hear(ends)
            if plain["kind"] == "result":
                return from_plain(JourneyResult, plain["result"])
            said = from_plain(Said, plain)
            if said.kind == "failed":
                return seen.result(job, said.code or "tool-failed", said.text, 0)
            if said.kind == "place":  # a journey's time is counted without what it waits for others
                ends += self._admit(said.text)
                continue
            seen.said.append(said)
            heard(job, said)

    def _admit(self, host: str) -> float:
        """Give the worker its place at a host; the seconds that it waited."""
        begun = time.monotonic()
        if self._places:
            self._leave = self._places.take(host, lambda: self._stopped)
        self._send(b"{}")
        return time.monotonic() - begun

    def _gone(self) -> None:
        """The journey is over: its place is another's."""
        leave, self._leave = self._leave, None
        if leave:
            leave()

    def _hear(self, ends: float) -> Any:
        """The worker's next line. Raises queue.Empty when none comes in time, _Lost when none will, and _Greedy."""
        while True:
            if time.monotonic() > self._looked + SECONDS:
                self._refuse_greed()
            try:
                line = self._lines.get(timeout=min(max(ends - time.monotonic(), 0.01), SECONDS))
                break
            except queue.Empty:
                if time.monotonic() >= ends:
                    raise
        if not line:
            raise _Lost
        try:
            return json.loads(line)
        except ValueError:
            raise _Lost from None

    def _refuse_greed(self) -> None:
        code, reason = too_much(self._appetite(), self._before)
        self._looked = time.monotonic()
        if code:
            raise _Greedy(code, reason)

    def _appetite(self) -> Appetite:
        return appetite(self._mark, Path(self._folder))

    def _send(self, line: bytes) -> None:
        assert self._process
        assert self._process.stdin
        try:
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()
        except OSError:
            raise _Lost from None

    def _start(self) -> None:
        if self._process and self._process.poll() is None:
            return
        self.close(patience=0)
        self._folder = tempfile.mkdtemp(prefix="parcours-lane-")
        self._mark = Path(self._folder).name
        self._lines = queue.Queue()
        with Path(self._folder, "worker.log").open("wb") as log:
            self._process = subprocess.Popen(
                # -P: a queue.py in the user's folder must not stand in for Python's.
                [sys.executable, "-P", "-m", "parcours.running.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=self._cwd,
                env={**os.environ, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self._folder), LANE_VARIABLE: self._mark},
                start_new_session=True,  # Ctrl-C is ours to answer
            )
        if self._stopped:  # it was not there yet to be ended
            raise _Lost
        threading.Thread(target=_read, args=(self._process, self._lines), daemon=True).start()
        self._send(to_json(self._settings))
        self._await_ready()

    def _await_ready(self) -> None:
        try:
            self._hear(time.monotonic() + START_SECONDS)
        except (_Lost, queue.Empty):
            words = self._last_words()
            self.close(patience=0)
            raise ToolError(
                f"the worker process does not start: {words or 'it said nothing'}",
                tip="`parcours doctor` tells what is missing",
            ) from None

    def _last_words(self) -> str:
        """The last line that the worker wrote to its log."""
        try:
            said = Path(self._folder, "worker.log").read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""
        return said.splitlines()[-1][:300] if said else ""

    def close(self, patience: float = GRACE) -> None:
        """End the worker, its browser and whatever it started, and remove its temporary folder."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            assert process.stdin
            process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            if patience:
                process.wait(patience)
        _kill_all(process, self._mark)
        process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


def _read(process: subprocess.Popen[bytes], lines: queue.Queue[bytes]) -> None:
    assert process.stdout
    with process.stdout:
        for line in process.stdout:
            lines.put(line)
    lines.put(b"")


def _kill_all(process: subprocess.Popen[bytes], mark: str) -> None:
    """Kill the worker and all that it started. Chromium leaves our process group: on Linux it is known by the
    lane's mark in its environment, elsewhere it ends with the driver that it hangs on.
    """
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        return
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    for _ in range(3):  # what was starting something while it was killed
        left = lane(mark)
        for pid in left:
            with suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        if not left:
            return


class Waiting:
    """The jobs that nobody has taken yet: the next one is the first whose host is not full of this run's guests."""

    def __init__(self, jobs: Sequence[Job], per_host: int) -> None:
        self._jobs = jobs
        self._hosts: dict[str, deque[int]] = {}
        for index, job in enumerate(jobs):
            self._hosts.setdefault(job.host, deque()).append(index)
        self._guests: Counter[str] = Counter()
        self._most = per_host
        self._changed = threading.Condition()
        self._open = True

    def take(self) -> int | None:
        """The index of a job that may begin now; None when there is none."""
        with self._changed:
            if not self._open or (host := self._free()) is None:
                return None
            self._guests[host] += 1
            index = self._hosts[host].popleft()
            if not self._hosts[host]:
                del self._hosts[host]
            return index

    def left(self, index: int) -> None:
        """The journey of that job is over."""
        with self._changed:
            self._guests[self._jobs[index].host] -= 1
            self._changed.notify_all()

    @contextmanager
    def next(self) -> Iterator[int | None]:
        """The index of a job to do now, waited for where all hosts are full; None when there is none left."""
        with self._changed:
            while (index := self.take()) is None and self._open and self._hosts:
                self._changed.wait()
        try:
            yield index
        finally:
            if index is not None:
                self.left(index)

    def end(self) -> None:
        """Nobody gets another one."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def _free(self) -> str | None:
        """The host of the first job that may begin. What is not known until the artefact is read may."""
        free = (host for host in self._hosts if not host or not self._most or self._guests[host] < self._most)
        return min(free, key=lambda host: self._hosts[host][0], default=None)


def run_jobs(
    jobs: Sequence[Job],
    settings: LaneSettings,
    lanes: int,
    heard: Heard,
    done: Callable[[JourneyResult], None],
    *,
    places: Places | None = None,
    per_host: int = 0,
    budget: float = 0,
) -> tuple[JourneyResult, ...]:
    """Do all jobs in so many lanes. `heard` and `done` are called from the lanes' threads, one at a time.

    The results come in the order of the jobs. Ctrl-C ends the journeys under way, without a result; when something
    goes wrong in a lane, the others finish theirs. Neither begins another one. `places` lets the journeys in at their
    hosts; `per_host` is how many it lets in, 0 for any number, so that no lane takes a job only to wait.
    After `budget` seconds no journey is begun any more; 0 for all the time in the world.
    """
    waiting = Waiting(jobs, per_host)
    over = threading.Timer(budget or threading.TIMEOUT_MAX, waiting.end)
    over.daemon = True
    results: dict[int, JourneyResult] = {}
    one_at_a_time = threading.Lock()

    def hear(job: Job, said: Said) -> None:
        with one_at_a_time:
            heard(job, said)

    def drain(lane: Lane) -> None:
        with lane, suppress(_Stopped):
            while True:
                with waiting.next() as index:
                    if index is None:
                        return
                    result = lane.run(jobs[index], hear)
                    with one_at_a_time:
                        results[index] = result
                        done(result)

    team = [Lane(settings, places) for _ in range(max(1, min(lanes, len(jobs))))]
    pool = ThreadPoolExecutor(len(team))
    if budget:
        over.start()
    try:
        _until_done([pool.submit(drain, lane) for lane in team], waiting)
    except KeyboardInterrupt:
        waiting.end()
        with _undisturbed():
            for lane in team:
                lane.stop()
            pool.shutdown()
        raise
    finally:
        over.cancel()
        waiting.end()
        pool.shutdown(wait=False)
    return tuple(results[index] for index in sorted(results))


def _until_done(draining: Sequence[Future[None]], waiting: Waiting) -> None:
    """Wait for all lanes. When something goes wrong in one, the others end theirs before it is raised."""
    try:
        for finished in as_completed(draining):
            finished.result()
    except Exception:
        waiting.end()
        wait(draining)
        raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no second signal come between: what it asks for is being done."""
    before: dict[signal.Signals, Any] = {}
    with suppress(ValueError):  # not the main thread: somebody else answers signals
        for number in (signal.SIGINT, signal.SIGTERM):
            before[number] = signal.signal(number, lambda *_: None)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
