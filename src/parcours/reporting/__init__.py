"""Reports: what a run says to people and to other programs.

A report is a value: a name, a suffix, and a function that writes one file. Ours live in modules of
this package; other packages offer theirs under the entry point `parcours.reports`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from parcours.comparing import USUAL, Policy
from parcours.discovery import installed, members
from parcours.errors import ParcoursError, UsageError
from parcours.reporting.brand import PLAIN, Brand, load_brand
from parcours.reporting.run import Run, Unfinished, load_run, merged, newest_run

__all__ = ["Options", "Report", "Run", "Unfinished", "branded", "load_run", "merged", "newest_run", "reports"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader may choose.

    `lang` is the language of the report's own words: "en" or "fr". `policy` is what counts as a failure, `link` the
    address under which people find the report; `root` is the folder that files are named from, the repository's.
    `brand` is whose report it is; `printer` makes a PDF of an HTML file, where there is a browser to do it.
    """

    lang: str = "en"
    policy: Policy = USUAL
    link: str = ""
    root: Path = field(default_factory=Path)
    brand: Brand = PLAIN
    printer: Callable[[Path], bytes] | None = None


def branded(named: Path | None, refused: Callable[[ParcoursError], None], policy: Policy = USUAL) -> Options:
    """What a run's own report is written with: whose the brand.toml says that it is, in that language.

    `refused` hears of a file that cannot be used: a run's report is written all the same.
    """
    whose = PLAIN
    try:
        whose = load_brand(named) if named else PLAIN
    except ParcoursError as error:
        refused(error)
    return Options(whose.lang or "en", policy, brand=whose)


@dataclass(frozen=True, slots=True)
class Report:
    """One kind of report. `write` makes one whole file of a run, and gives its path back.

    What is `aloud` is meant for a terminal, a pipe or a CI server's log: it is printed where no file is named.
    """

    name: str
    suffix: str
    write: Callable[[Run, Path, Options], Path]
    aloud: bool = False


def reports() -> Mapping[str, Report]:
    """Every kind of report by name. Raises UsageError when a third party's cannot be imported."""
    import parcours.reporting as package

    found: dict[str, Report] = {}
    for report in (*members(package, Report), *installed("parcours.reports", Report)):
        if found.setdefault(report.name, report) is not report:
            raise UsageError(f"two reports are called {report.name!r}", tip="rename one of them")
    return found
