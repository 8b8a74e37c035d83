"""The report as a folder: a page, its style, its script and its pictures, each a file of its own.

Servers that show other people's pages forbid them whatever stands within the page; Jenkins' rule is
`sandbox; default-src 'none'; img-src 'self'; style-src 'self'`. Under it this report is shown whole.
"""

from __future__ import annotations

from pathlib import Path

from parcours.errors import UsageError
from parcours.reporting import Options, Report
from parcours.reporting.album import Album, Beside
from parcours.reporting.drawing import Binding, environment, own, render, style_of, write_logo
from parcours.reporting.html import encoded
from parcours.reporting.messages import messages
from parcours.reporting.run import Run
from parcours.reporting.view import build
from parcours.storage.journal import make_folder, write_whole

PAGE, STYLE, SCRIPT, PICTURES, DATA = "index.html", "report.css", "report.js", "pictures", "parcours.json"
SIGN = '<meta name="generator" content="parcours'


def write_folder(run: Run, target: Path, options: Options) -> Path:
    """Write the report into the folder `target` and give its page's path back.

    Raises UsageError when the folder holds a page that is none of ours, ToolError when the disk will not have it.
    """
    _refuse_others(target)
    words = messages(options.lang)
    view = build(run, words)
    make_folder(target)
    with Album(view) as album:
        album.write(target / PICTURES)
        write_logo(options.brand, target / PICTURES)
        write_whole(target / STYLE, style_of(options.brand).encode())
        write_whole(target / SCRIPT, own(environment(), SCRIPT).encode())
        write_whole(target / DATA, view.document.data())
        pieces = render(view, words, Beside(album, PICTURES), Binding(STYLE, SCRIPT), options.brand)
        write_whole(target / PAGE, encoded(pieces))  # last: where the page is, the rest is
    return target / PAGE


def _refuse_others(folder: Path) -> None:
    page = folder / PAGE
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file, and the report is a folder", tip="name a folder")
    if page.is_file() and SIGN.encode() not in page.read_bytes()[:4096]:
        raise UsageError(f"{page} is a page that parcours did not write", tip="name a new folder")


folder_report = Report("folder", "", write_folder)
