"""The report for other programs: one JSON document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import parcours
from parcours.reporting import Options, Report
from parcours.reporting.run import Run
from parcours.scorecard import scorecards
from parcours.storage.codec import to_plain
from parcours.storage.journal import write_whole

SCHEMA = 1


def document(run: Run) -> dict[str, Any]:
    """The whole run as plain values. `journeys` are results as in `result.json` (docs/results.md)."""
    return {
        "schema": SCHEMA,
        "parcours": parcours.__version__,
        "started": str(run.head.get("started") or ""),
        "ended": run.ended,
        "journeys": [{"id": result.id, **to_plain(result)} for result in run.results],
        "comparison": to_plain(run.comparison),
        "scorecards": [to_plain(card) for card in scorecards(run.results)],
        "unfinished": [to_plain(missing) for missing in run.unfinished],
    }


def write_json(run: Run, target: Path, options: Options) -> Path:  # noqa: ARG001 - programs read one language
    """Write the document, in ASCII so that no reader's encoding matters, and give its path back."""
    text = json.dumps(document(run), ensure_ascii=True, allow_nan=False, indent=1)
    write_whole(target, f"{text}\n".encode())
    return target


json_report = Report("json", ".json", write_json)
