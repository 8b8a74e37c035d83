"""The report for people: one file that opens anywhere, needs nobody, and runs nothing of the pages it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from parcours.reporting import Options, Report
from parcours.reporting.album import MOST_INSIDE, Album, Beside, Inside
from parcours.reporting.drawing import SINGLE, render, write_logo
from parcours.reporting.messages import messages
from parcours.reporting.run import Run
from parcours.reporting.view import build
from parcours.storage.journal import write_whole

DEFAULTS = Options()


def write_html(run: Run, target: Path, options: Options = DEFAULTS, most: int = MOST_INSIDE) -> Path:
    """Write the run's report and give its path back. Raises ToolError when the disk will not have it.

    Pictures of more than `most` characters are put into a folder beside the file, and the report says so.
    """
    words = messages(options.lang)
    view = build(run, words)
    with Album(view) as album:
        beside = pictures_of(target)
        if album.weight > most:
            album.write(beside)
            write_logo(options.brand, beside)
            pictures: Inside | Beside = Beside(album, beside.name)
        else:
            pictures = Inside(album)
        write_whole(target, encoded(render(view, words, pictures, SINGLE, options.brand)))
    return target


def pictures_of(report: Path) -> Path:
    """The folder in which a report's pictures are when they are too many for one file."""
    return report.with_name(f"{report.stem}-pictures")


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """A page's pieces as bytes, several at a time: they are small."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > 65536:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()


html_report = Report("html", ".html", write_html)
