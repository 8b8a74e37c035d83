"""The report for spreadsheets: one line a finding, in each place; and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from parcours.findings import Finding
from parcours.redaction import masked
from parcours.reporting import Options, Report
from parcours.reporting.entries import Entry, entries, from_root
from parcours.reporting.messages import Messages, messages
from parcours.reporting.run import Run
from parcours.reporting.text import clean
from parcours.storage.journal import write_whole

LONGEST = 1000
# Full-width signs are signs too for spreadsheets of East Asia.
_SIGNS = "=+\\-@\t\r\\uff1d\\uff0b\\uff0d\\uff20"
_FORMULA = re.compile(rf"^(?=[{_SIGNS}])")
# A file may be split at the mark of another language, and a cell begin in the middle of ours.
_LATER = re.compile(rf"(?<=[,;])([\"'\s]*)(?=[{_SIGNS}])")


def document(run: Run, options: Options) -> str:
    """The table: fields in quotation marks where they need them, lines end with CR LF (RFC 4180)."""
    words = messages(options.lang)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=words.csv_mark, lineterminator="\r\n")
    writer.writerow(words.csv_heads)
    for entry in entries(run, options.policy, options.lang):
        for finding in entry.findings or (None,):
            writer.writerow([harmless(cell) for cell in _cells(entry, finding, words, options)])
    return out.getvalue()


def harmless(cell: str) -> str:
    """The cell as text for any spreadsheet: what would begin a formula has an apostrophe before it."""
    return _LATER.sub(r"\1'", _FORMULA.sub("'", clean(cell, LONGEST)))


def _cells(entry: Entry, finding: Finding | None, words: Messages, options: Options) -> Iterator[str]:
    result, standing = entry.result, entry.standing
    advice = finding.advice.do if finding and finding.advice else ""
    yield result.name if result and result.name else entry.scenario
    yield entry.device
    yield f"{result.engine.used} ({result.engine.fidelity})" if result else ""
    yield words.departments[entry.owner]
    yield words.severities[finding.severity if finding else entry.severity]
    yield words.accepted if entry.accepted else words.standings[standing.standing] if standing else ""
    yield words.csv_verdicts["review" if entry.doubt else "unsure" if entry.guess else "failed"]
    yield words.csv_fails[str(entry.fails).lower()]
    yield entry.key.rule
    yield finding.message if finding else entry.message
    yield finding.title if finding else ""
    yield finding.why if finding else ""
    yield advice
    yield entry.key.step
    yield masked(finding.where.url) if finding else ""
    yield finding.about if finding else ""
    yield from_root(entry.file, options.root)
    yield str(entry.line or "")
    yield standing.why if standing else ""


def write_csv(run: Run, target: Path, options: Options) -> Path:
    """Write the table in UTF-8 with a byte order mark, by which spreadsheets know it; give its path back."""
    write_whole(target, document(run, options).encode("utf-8-sig"))
    return target


csv_report = Report("csv", ".csv", write_csv)
