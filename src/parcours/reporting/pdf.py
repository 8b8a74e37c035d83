"""The report on paper: printed by the browser that walks the journeys, with bookmarks and page numbers."""

from __future__ import annotations

import tempfile
from pathlib import Path

from parcours.errors import ToolError
from parcours.reporting import Options, Report
from parcours.reporting.album import Album, Beside
from parcours.reporting.drawing import Binding, render, write_logo
from parcours.reporting.html import encoded
from parcours.reporting.messages import messages
from parcours.reporting.run import Run
from parcours.reporting.view import build
from parcours.storage.journal import write_whole


def write_pdf(run: Run, target: Path, options: Options) -> Path:
    """Print the report and give the PDF's path back. Raises ToolError when no browser can print it."""
    if options.printer is None:
        raise ToolError("nobody prints here: a PDF needs a browser", tip="use `parcours report --format pdf`")
    words = messages(options.lang)
    view = build(run, words)
    with tempfile.TemporaryDirectory(prefix="parcours-print-") as folder, Album(view) as album:
        album.write(Path(folder) / "pictures")
        write_logo(options.brand, Path(folder) / "pictures")
        page = Path(folder) / "report.html"
        pieces = render(view, words, Beside(album, "pictures"), Binding(lazy=False, paper=True), options.brand)
        write_whole(page, encoded(pieces))
        write_whole(target, options.printer(page))
    return target


pdf_report = Report("pdf", ".pdf", write_pdf)
