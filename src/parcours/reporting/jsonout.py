"""The report for other programs: one JSON document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import parcours
from parcours.reporting import Options, Report
from parcours.reporting.run import Run
from parcours.results import JourneyResult
from parcours.scorecard import scorecards
from parcours.storage.codec import to_plain
from parcours.storage.journal import write_whole

SCHEMA = 1


def document(run: Run) -> dict[str, Any]:
    """The whole run as plain values. `journeys` are results as in `result.json` (docs/results.md)."""
    return {**_head(run), "journeys": [_journey(result) for result in run.results], **_rest(run)}


def pieces(run: Run, shown: Callable[[JourneyResult], JourneyResult] = lambda result: result) -> Iterator[bytes]:
    """The same as JSON, a journey at a time: a run may have ten thousand of them.

    In ASCII, so that no reader's encoding matters. `shown` may change a result before it is written.
    """
    yield b'{%s,\n"journeys":[' % _members(_head(run))
    for number, result in enumerate(run.results):
        yield b"%s\n%s" % (b"," if number else b"", _json(_journey(shown(result))))
    yield b"],\n%s}\n" % _members(_rest(run))


def _head(run: Run) -> dict[str, Any]:
    started = str(run.head.get("started") or "")
    return {"schema": SCHEMA, "parcours": parcours.__version__, "started": started, "ended": run.ended}


def _journey(result: JourneyResult) -> dict[str, Any]:
    return {"id": result.id, **to_plain(result)}


def _rest(run: Run) -> dict[str, Any]:
    return {
        "comparison": to_plain(run.comparison),
        "scorecards": [to_plain(card) for card in scorecards(run.results)],
        "unfinished": [to_plain(missing) for missing in run.unfinished],
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()


def _members(values: dict[str, Any]) -> bytes:
    """An object's members without its braces."""
    return _json(values)[1:-1]


def write_json(run: Run, target: Path, options: Options) -> Path:  # noqa: ARG001 - programs read one language
    """Write the document and give its path back."""
    write_whole(target, pieces(run))
    return target


json_report = Report("json", ".json", write_json)
