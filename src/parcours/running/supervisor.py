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
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from parcours import __version__
from parcours.browser.launch import LaneSettings
from parcours.contexts import secrets_in
from parcours.errors import ToolError
from parcours.redaction import Redactor
from parcours.results import JourneyResult, Status, broken_off
from parcours.running.jobs import LANE_VARIABLE, Job, Said
from parcours.storage.codec import from_plain, to_json

START_SECONDS = 45.0
GRACE = 5.0

Heard = Callable[[Job, Said], None]


@dataclass
class _Seen:
    """What a worker has said of a job so far: enough for a result when it can say no more."""

    said: list[Said] = field(default_factory=list)

    def result(self, job: Job, code: str, reason: str, ms: int) -> JourneyResult:
        return replace(broken_off(begun(job, code, reason), self.said), ms=ms)


def begun(job: Job, code: str, reason: str) -> JourneyResult:
    """A journey's result as long as nothing was heard of it."""
    return JourneyResult(
        scenario=job.scenario,
        device=job.place.rpartition("/")[2],
        engine=job.engine,
        status=Status.ERROR,
        name=job.scenario,
        file=job.file,
        code=code,
        reason=reason,
        folder=job.place,
        parcours=__version__,
    )


class _Lost(Exception):
    """The worker went away."""


class _Stopped(Exception):
    """The lane was told to stop; the journey under way has no result."""


class Lane:
    """One worker process, started when it is needed and again when it was lost. Use it as a context manager."""

    def __init__(self, settings: LaneSettings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._folder = ""
        self._mark = ""
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
        seen, begun = _Seen(), time.monotonic()
        try:
            self._start()
            begun = time.monotonic()
            self._send(to_json(job))
            return self._follow(job, seen, heard, begun + job.hard_seconds)
        except _Lost:
            kept = [os.environ.get(name, "") for name in job.secrets]
            words = Redactor((*kept, *secrets_in(job.context))).text(self._last_words())
            code, reason = "tool-worker-lost", f"the process that drove the browser went away{words and f': {words}'}"
        except queue.Empty:
            code, reason = "tool-deadline", f"the journey took more than {job.hard_seconds:g} s, and was ended"
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
            seen.said.append(said)
            heard(job, said)

    def _hear(self, ends: float) -> Any:
        """The worker's next line. Raises queue.Empty when none comes in time, _Lost when none will."""
        line = self._lines.get(timeout=max(ends - time.monotonic(), 0.01))
        if not line:
            raise _Lost
        try:
            return json.loads(line)
        except ValueError:
            raise _Lost from None

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
        left = tuple(_marked(mark))
        for pid in left:
            with suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        if not left:
            return


def _marked(mark: str) -> Iterator[int]:
    """The processes whose environment bears the lane's mark."""
    wanted = f"{LANE_VARIABLE}={mark}".encode()
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if wanted in (entry / "environ").read_bytes():
                yield int(entry.name)


def run_jobs(
    jobs: Sequence[Job], settings: LaneSettings, lanes: int, heard: Heard, done: Callable[[JourneyResult], None]
) -> tuple[JourneyResult, ...]:
    """Do all jobs in so many lanes. `heard` and `done` are called from the lanes' threads, one at a time.

    The results come in the order of the jobs. Ctrl-C ends the journeys under way, without a result; when something
    goes wrong in a lane, the others finish theirs. Neither begins another one.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for index in range(len(jobs)):
        waiting.put(index)
    results: dict[int, JourneyResult] = {}
    one_at_a_time = threading.Lock()
    stop = threading.Event()

    def hear(job: Job, said: Said) -> None:
        with one_at_a_time:
            heard(job, said)

    def drain(lane: Lane) -> None:
        with lane, suppress(_Stopped, queue.Empty):
            while not stop.is_set():
                index = waiting.get_nowait()
                result = lane.run(jobs[index], hear)
                with one_at_a_time:
                    results[index] = result
                    done(result)

    team = [Lane(settings) for _ in range(max(1, min(lanes, len(jobs))))]
    pool = ThreadPoolExecutor(len(team))
    try:
        _until_done([pool.submit(drain, lane) for lane in team], stop)
    except KeyboardInterrupt:
        stop.set()
        with _undisturbed():
            for lane in team:
                lane.stop()
            pool.shutdown()
        raise
    finally:
        pool.shutdown(wait=False)
    return tuple(results[index] for index in sorted(results))


def _until_done(draining: Sequence[Future[None]], stop: threading.Event) -> None:
    """Wait for all lanes. When something goes wrong in one, the others end theirs before it is raised."""
    try:
        for finished in as_completed(draining):
            finished.result()
    except Exception:
        stop.set()
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
