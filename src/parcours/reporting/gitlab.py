"""The report as GitLab's Code Quality reads it: one issue for each identity, shown beside the scenarios."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from parcours.findings import Severity
from parcours.reporting import Options, Report
from parcours.reporting.entries import Entry, Hitch, Trouble, entries, from_root, troubles
from parcours.reporting.messages import messages
from parcours.reporting.run import Run
from parcours.reporting.text import for_terminal
from parcours.storage.journal import write_whole

LONGEST = 500
SEVERITIES = {
    Severity.BLOCKER: "blocker",
    Severity.MAJOR: "major",
    Severity.MINOR: "minor",
    Severity.NOTE: "info",
}


def document(run: Run, options: Options) -> list[dict[str, Any]]:
    """The issues, as plain values. GitLab compares them with those of the target branch by their fingerprints."""
    found = [_issue(entry, options) for entry in entries(run, options.policy, options.lang) if entry.there]
    return [_trouble(trouble, options) for trouble in troubles(run, options.lang)] + found


def _issue(entry: Entry, options: Options) -> dict[str, Any]:
    words = messages(options.lang)
    count = len(entry.findings)
    where = [entry.device, *([words.count(words.places, count)] if count > 1 else [])]
    mild = entry.accepted or entry.doubt or entry.guess
    return {
        "description": for_terminal(f"{entry.message} ({words.comma.join(where)})", LONGEST),
        "check_name": for_terminal(entry.key.rule, 80),
        "fingerprint": entry.fingerprint,
        "severity": "info" if mild else SEVERITIES[entry.severity],
        "location": _place(entry.file, entry.line, entry.url or entry.scenario, options),
    }


def _trouble(trouble: Trouble, options: Options) -> dict[str, Any]:
    return {
        "description": for_terminal(f"{trouble.told(messages(options.lang))} ({trouble.device})", LONGEST),
        "check_name": trouble.rule,
        "fingerprint": trouble.fingerprint,
        "severity": "info" if trouble.kind is Hitch.UNJUDGED else "major",
        "location": _place(trouble.file, 1, trouble.scenario, options),
    }


def _place(file: str, line: int, otherwise: str, options: Options) -> dict[str, Any]:
    path = from_root(file, options.root) or otherwise
    return {"path": for_terminal(path, LONGEST), "lines": {"begin": max(1, line)}}


def write_gitlab(run: Run, target: Path, options: Options) -> Path:
    """Write the issues, in ASCII, and give the file's path back."""
    text = json.dumps(document(run, options), ensure_ascii=True, allow_nan=False, indent=1)
    write_whole(target, f"{text}\n".encode())
    return target


gitlab_report = Report("gitlab", ".gitlab.json", write_gitlab)
