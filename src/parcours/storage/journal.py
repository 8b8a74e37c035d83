"""A run's folder: `journal.jsonl` with one line an event, and a folder for each journey and device.

Whatever ends a run, all that was told before is there: a result lies under its name whole or not at all, and a
journey under way leaves its `progress.jsonl`, a line a step or page, which goes when the result is safe.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from parcours import __version__
from parcours.errors import DiskFullError, ToolError, UsageError
from parcours.results import JourneyResult
from parcours.storage.codec import to_json
from parcours.storage.naming import run_name

SCHEMA = 1
JOURNALS = "journal*.jsonl"  # one a lane, where several wrote
PROGRESS = "progress.jsonl"
RESULT = "result.json"
RESERVED = 32_000_000  # bytes that are kept free for the last results and the report
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# The lock stands far behind what a journal will ever hold: on Windows what is locked cannot be read.
LOCK_AT = 1 << 40


@dataclass(frozen=True)
class RunFolder:
    """The folder of one run. `lane` tells several writers of one run apart (xdist's workers)."""

    path: Path
    lane: str = ""
    _reserve: list[IO[bytes]] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def create(cls, reports: Path, name: str = "") -> RunFolder:
        """A new folder under `reports/runs`, which must not be there yet."""
        path = reports / "runs" / (name or run_name())
        with _told(f"cannot make the run's folder {path}"):
            try:
                path.mkdir(parents=True)
            except FileExistsError:  # two that began in one second: another name will do
                if name:
                    raise
                return cls.create(reports)
        return cls(path)

    @property
    def journal(self) -> Path:
        """The file that this writer's lines go to."""
        return self.path / (f"journal-{self.lane}.jsonl" if self.lane else "journal.jsonl")

    @property
    def places(self) -> Path:
        """Where the run's processes keep the places that its journeys have at sites."""
        return self.path / "shared" / "places"

    def begin(self, **more: Any) -> None:
        """Make the folder, and write the journal's first line: which parcours, when, and how.

        Several lanes share a folder; else it must not be there yet.
        """
        with _told(f"cannot make the run's folder {self.path}"):
            self.path.mkdir(parents=True, exist_ok=bool(self.lane))
        self.log("run", parcours=__version__, started=datetime.now(UTC).isoformat(timespec="seconds"), **more)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Be the only one who writes this run, with some room of the disk put by for its end.

        Raises UsageError while another process writes it, ToolError when the disk is as good as full. Neither lock
        nor room outlives the process.
        """
        with ExitStack() as stack:
            with _told(f"cannot write {self.journal}"):
                journal = stack.enter_context(self.journal.open("ab", buffering=0))
            try:
                _lock(journal.fileno())
            except OSError:
                raise UsageError(
                    f"another parcours is writing {self.path}", tip="wait for its end, or begin a run of your own"
                ) from None
            with _told(f"less than {RESERVED // 1_000_000} MB are free for {self.path}"):
                reserve = _reserved(self.path)
            self._reserve.append(reserve)
            stack.callback(self.release)
            yield

    def release(self) -> bool:
        """Give the room that was put by free; False when there is none."""
        if not self._reserve:
            return False
        self._reserve.pop().close()
        return True

    def journey(self, scenario: str, device: str) -> Path:
        """The folder of one journey on one device, made when it is not there."""
        path = self.path / scenario / device
        with _told(f"cannot make the journey's folder {path}"):
            (path / "facts").mkdir(parents=True, exist_ok=True)
        return path

    def log(self, kind: str, **more: Any) -> None:
        """One line in the journal, in one write, so that a reader never sees half of it but the last."""
        self.log_all(kind, [more])

    def log_all(self, kind: str, lines: Iterable[Mapping[str, Any]]) -> None:
        """Several lines of one kind, all of them or none, safe from a failing machine when this returns."""
        said = (json.dumps({"schema": SCHEMA, "kind": kind, **line}, allow_nan=False) for line in lines)
        data = "".join(f"{line}\n" for line in said).encode()
        with _told(f"cannot write {self.journal}"), self.journal.open("ab", buffering=0) as file:
            _append(file, data)

    def heard(self, begun: JourneyResult, said: object) -> None:
        """Keep a step or a page of a journey under way. `begun` is its result as far as it is known without them.

        What the disk refuses is lost with the process that holds it, and costs the journey nothing.
        """
        file = self.path / begun.folder / PROGRESS
        with suppress(OSError):
            head = b"" if file.exists() else to_json(begun) + b"\n"
            with file.open("ab", buffering=0) as progress:
                _append(progress, head + to_json(said) + b"\n", sync=False)

    def save(self, result: JourneyResult) -> None:
        """A finished journey: its `result.json`, whole or not at all, and its line in the journal.

        Raises DiskFullError when there was no room left; the result is safe all the same where some was put by.
        """
        self._within_the_room(lambda: self._save(result))

    def _save(self, result: JourneyResult) -> None:
        folder = self.path / result.folder
        write_whole(folder / RESULT, to_json(result))
        self.log("result", id=result.id, status=result.status.value, code=result.code, folder=result.folder)
        (folder / PROGRESS).unlink(missing_ok=True)

    def _within_the_room(self, write: Callable[[], None]) -> None:
        try:
            write()
        except DiskFullError:
            if self.release():
                write()
            raise


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, when it is not there. Raises ToolError when the disk will not have it."""
    with _told(f"cannot make the folder {path}"):
        path.mkdir(parents=True, exist_ok=True)


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file, at once or piece by piece, so that it is there whole or not at all, whatever happens meanwhile."""
    # Two may write it at once, and the last one wins: each needs an unfinished file of its own.
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(3)}.tmp")
    with _told(f"cannot write {path}"):
        try:
            with unfinished.open("wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
            _sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink()
            raise


# Reading


def entries(folder: Path) -> Iterator[Mapping[str, Any]]:
    """All lines of a run's journals. Raises UsageError when there is none, or when one is damaged.

    A killed run's last line may be torn, and a machine that failed may leave nothing but zeros behind it: both are
    passed over.
    """
    journals = sorted(folder.glob(JOURNALS))
    if not journals:
        raise UsageError(f"{folder} holds no run: there is no journal in it", tip="name a folder under reports/runs")
    for journal in journals:
        yield from _lines(journal)


def _lines(journal: Path) -> Iterator[Mapping[str, Any]]:
    try:
        lines = journal.read_bytes().rstrip(b"\0\r\n ").split(b"\n")
    except OSError as error:
        raise UsageError(f"{journal} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            if number == len(lines):
                return
            raise UsageError(
                f"{journal}:{number}: this line is damaged", tip="only the last line of a killed run may be"
            ) from error
        if isinstance(value, dict):
            yield value


def whole_lines(file: Path) -> tuple[bytes, ...]:
    """The lines of a journey's progress, less a torn last one; none when there is no such file."""
    try:
        return tuple(file.read_bytes().rpartition(b"\n")[0].split(b"\n"))
    except OSError:
        return ()


def mend(journal: Path) -> None:
    """Cut off what a killed writer left behind the last whole line, so that another one can go on."""
    with _told(f"cannot write {journal}"), journal.open("r+b") as file:
        data = file.read().rstrip(b"\0")
        file.truncate(data.rfind(b"\n") + 1)


# The disk


def _append(file: IO[bytes], data: bytes, *, sync: bool = True) -> None:
    """Add data at the end, all of it or nothing. A full disk takes a part, and refuses the next one."""
    before = os.fstat(file.fileno()).st_size
    try:
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        if sync:
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            file.truncate(before)
        raise


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder last, where the system knows of such a thing."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives cannot
            os.fsync(handle)
    finally:
        os.close(handle)


def _reserved(folder: Path) -> IO[bytes]:
    """A file without a name that takes up room; it is gone with the process that holds it."""
    file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - it is closed when the room is needed
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, RESERVED)
    except OSError as error:
        if error.errno in FULL:
            file.close()
            raise
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, LOCK_AT, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:  # a drive that knows no locks
            return


@contextmanager
def _told(what: str) -> Iterator[None]:
    """What the disk refuses is something that a person can mend."""
    try:
        yield
    except OSError as error:
        kind = DiskFullError if error.errno in FULL else ToolError
        raise kind(f"{what}: {error.strerror}") from error
