"""What a walk cost the customer, in words, and how its devices compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from parcours.reporting.messages import Messages
from parcours.results import JourneyResult
from parcours.trace import Effort

MEGABYTE = 1_000_000
SHORTEST = 50  # milliseconds that are worth a word
LITTLE = 0.05  # of a screen


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure of a device. `most` marks what costs more there than on another device that came as far."""

    text: str
    most: bool


@dataclass(frozen=True, slots=True)
class Line:
    """What the walk cost on one device; `stopped` says that it did not get to its end there, "" when it did."""

    device: str
    stopped: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The costs of one journey, a line for each device; only what any of them had to spend is a column."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def costs(effort: Effort, words: Messages, *, whole: bool = False) -> Iterator[str]:
    """What was spent, in words. The whole of a walk names its taps, seconds and data even when they are few."""
    if effort.taps or whole:
        yield words.count(words.taps, effort.taps)
    if effort.keys:
        yield words.count(words.keys, effort.keys)
    if effort.scrolls >= LITTLE:
        yield words.screens_scrolled.format(n=words.number(effort.scrolls, 1))
    if effort.hops:
        yield words.count(words.redirects, effort.hops)
    if effort.ms >= SHORTEST or whole:
        yield words.seconds.format(n=words.number(effort.ms / 1000, 1))
    if whole and effort.bytes:
        yield data(effort.bytes, words)


def data(size: int, words: Messages) -> str:
    """An amount of data: `340 kB`, `3.4 MB`."""
    if size >= MEGABYTE:
        return words.megabytes.format(n=words.number(size / MEGABYTE, 1))
    return words.kilobytes.format(n=words.number(size / 1000))


def compared(walks: Sequence[tuple[str, JourneyResult]], words: Messages) -> Compared | None:
    """The costs of a journey's walks, named by device; None where nobody had to do or to wait for anything."""
    spent = [field.name for field in fields(Effort) if any(getattr(result.effort, field.name) for _, result in walks)]
    if not spent:
        return None
    arrived = [result for _, result in walks if not _stopped(result)]
    return Compared(
        tuple(words.effort_columns[name] for name in spent),
        tuple(
            Line(
                device,
                words.effort_stopped if _stopped(result) else "",
                tuple(Amount(_figure(name, result.effort, words), _most(name, result, arrived)) for name in spent),
            )
            for device, result in walks
        ),
    )


def _stopped(result: JourneyResult) -> bool:
    return any(step.ended == "blocked" for step in result.steps)


def _most(name: str, result: JourneyResult, arrived: Iterable[JourneyResult]) -> bool:
    """Whether this device asks more of the customer than another. Times and sizes always differ a little."""
    if name in ("ms", "bytes") or _stopped(result):
        return False
    here = _rounded(name, result.effort)
    others = [_rounded(name, other.effort) for other in arrived]
    return here == max(others) > min(others)


def _rounded(name: str, effort: Effort) -> float:
    value: float = getattr(effort, name)
    return round(value, 1)


def _figure(name: str, effort: Effort, words: Messages) -> str:
    match name:
        case "scrolls":
            return words.number(effort.scrolls, 1)
        case "ms":
            return words.number(effort.ms / 1000, 1)
        case "bytes":
            return data(effort.bytes, words)
        case _:
            return str(getattr(effort, name))
