"""How runs went over time: one line a run in `history.jsonl`, beside the runs' folders, and never many of them."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from parcours.comparing import Comparison, Standing, key_of
from parcours.errors import ToolError
from parcours.findings import Finding, Severity
from parcours.results import JourneyResult, Status, failing
from parcours.storage.codec import from_json, to_json
from parcours.storage.journal import write_whole

SCHEMA = 1
FILE = "history.jsonl"
MOST = 1000  # lines that are kept
SLACK = 100  # more than those are borne before the file is written anew
TAIL_BYTES = 2_000_000  # that are read of it: a line has about 300
LOCKED = 3.0  # seconds that a writer waits for another one
STALE = 20.0  # seconds after which a lock was left behind by a process that is gone


@dataclass(frozen=True, slots=True)
class Past:
    """One run. `plan` tells which journeys it walked: runs of one plan can be set side by side.

    `mend` counts what is wrong, the same on several devices once; the severities are its parts. The standings are
    those against the baselines, 0 where there are none.
    """

    run: str
    plan: str
    started: str = ""
    ms: int = 0
    journeys: int = 0
    passed: int = 0
    failed: int = 0
    inconclusive: int = 0
    error: int = 0
    mend: int = 0
    blocker: int = 0
    major: int = 0
    minor: int = 0
    unstable: int = 0
    new: int = 0
    worse: int = 0
    fixed: int = 0
    known: int = 0
    parcours: str = ""
    schema: int = SCHEMA


def plan_of(results: Sequence[JourneyResult]) -> str:
    """Which journeys on which devices, as a short sign."""
    return hashlib.sha256("\n".join(sorted(result.id for result in results)).encode()).hexdigest()[:12]


def past_of(run: Path, results: Sequence[JourneyResult], comparison: Comparison) -> Past:
    """A finished run as a line."""
    ends = Counter(result.status for result in results)
    wrong = Counter(finding.severity for finding in _faults(results))
    stands = comparison.counts
    return Past(
        run=run.name,
        plan=plan_of(results),
        started=min((result.started for result in results if result.started), default=""),
        ms=sum(result.ms for result in results),
        journeys=len(results),
        passed=ends[Status.PASSED],
        failed=ends[Status.FAILED],
        inconclusive=ends[Status.INCONCLUSIVE],
        error=ends[Status.ERROR],
        mend=sum(wrong.values()),
        blocker=wrong[Severity.BLOCKER],
        major=wrong[Severity.MAJOR],
        minor=wrong[Severity.MINOR],
        unstable=len({key_of(f)[:3] for result in results for f in result.findings if f.unstable}),
        new=stands[Standing.NEW],
        worse=stands[Standing.WORSE],
        fixed=stands[Standing.FIXED],
        known=stands[Standing.KNOWN],
        parcours=next((result.parcours for result in results), ""),
    )


def _faults(results: Sequence[JourneyResult]) -> Iterator[Finding]:
    """What is wrong, the dearest of each: the same at a step of a scenario is one thing, on however many devices."""
    found: dict[tuple[str, ...], Finding] = {}
    for result in results:
        for finding in failing(result.findings):
            key = (result.scenario, *key_of(finding)[:3])
            if key not in found or finding.severity.rank < found[key].severity.rank:
                found[key] = finding
    yield from found.values()


def history_file(run: Path) -> Path | None:
    """The history that a run's folder belongs to (`reports/runs/<run>`); None for a folder that lies elsewhere."""
    folder = run.absolute().parent
    return folder.parent / FILE if folder.name == "runs" else None


def remember(run: Path, results: Sequence[JourneyResult], comparison: Comparison) -> None:
    """Add a run's line. What the disk refuses is lost, and costs the run nothing."""
    file = history_file(run)
    if file is None or not results:
        return
    line = to_json(past_of(run, results, comparison)) + b"\n"
    with suppress(OSError, ToolError), _alone(file) as alone:
        torn = _torn(file)
        with file.open("ab", buffering=0) as history:  # one write: two writers' lines never mix
            history.write(b"\n" + line if torn else line)
        if alone:
            _shorten(file)


def _torn(file: Path) -> bool:
    """True when the last line has no end: its writer was killed."""
    if not file.is_file() or not file.stat().st_size:
        return False
    with file.open("rb") as history:
        history.seek(-1, os.SEEK_END)
        return history.read() != b"\n"


def _shorten(file: Path) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    if len(lines) > MOST + SLACK:
        write_whole(file, b"".join(lines[-MOST:]))


@contextmanager
def _alone(file: Path) -> Iterator[bool]:
    """True while no other writer is at work. Whoever waits too long adds its line all the same, and no more."""
    lock = file.with_suffix(".lock")
    ends = time.monotonic() + LOCKED
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            with suppress(OSError):
                if time.time() - lock.stat().st_mtime > STALE:
                    lock.unlink()
                    continue
            if time.monotonic() > ends:
                yield False
                return
            time.sleep(0.01)
    try:
        yield True
    finally:
        lock.unlink(missing_ok=True)


def read_history(run: Path, plan: str, most: int) -> tuple[Past, ...]:
    """The last runs of that plan, this one included and none that began after it, oldest first.

    Lines that are damaged, or of a later schema, are passed over.
    """
    file = history_file(run)
    found: dict[str, Past] = {}
    for line in _tail(file) if file else ():
        past = _past(line)
        if past and past.plan == plan and past.schema <= SCHEMA:
            found[past.run] = past
    until = found[run.name].started if run.name in found else "9"
    return tuple(past for past in found.values() if past.started <= until)[-most:]


def _tail(file: Path) -> list[bytes]:
    try:
        with file.open("rb") as history:
            history.seek(max(0, history.seek(0, os.SEEK_END) - TAIL_BYTES))
            return history.read().splitlines()
    except OSError:
        return []


def _past(line: bytes) -> Past | None:
    try:
        return from_json(Past, line) if line.strip() else None
    except ValueError:
        return None
