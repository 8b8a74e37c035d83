"""Reports: what a run says to people and to other programs.

A report is a value: a name, a suffix, and a function that writes one file. Ours live in modules of
this package; other packages offer theirs under the entry point `parcours.reports`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from parcours.discovery import installed, members
from parcours.errors import UsageError
from parcours.reporting.run import Run, Unfinished, load_run, merged, newest_run

__all__ = ["Options", "Report", "Run", "Unfinished", "load_run", "merged", "newest_run", "reports"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader may choose. `lang` is the language of the report's own words: "en" or "fr"."""

    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Report:
    """One kind of report. `write` makes one whole file of a run, and gives its path back."""

    name: str
    suffix: str
    write: Callable[[Run, Path, Options], Path]


def reports() -> Mapping[str, Report]:
    """Every kind of report by name. Raises UsageError when a third party's cannot be imported."""
    import parcours.reporting as package

    found: dict[str, Report] = {}
    for report in (*members(package, Report), *installed("parcours.reports", Report)):
        if found.setdefault(report.name, report) is not report:
            raise UsageError(f"two reports are called {report.name!r}", tip="rename one of them")
    return found
