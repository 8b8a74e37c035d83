"""The report for people: one file that opens anywhere, needs nobody, and runs nothing of the pages it shows."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from parcours.reporting import Options, Report
from parcours.reporting.messages import Messages, messages
from parcours.reporting.pictures import BADGE, Picture
from parcours.reporting.run import Run
from parcours.reporting.view import View, build
from parcours.storage.journal import write_whole

MOST_BYTES = 14_000_000  # of pictures; base64 makes a third more of them, so that a file stays under 20 MB
BIGGEST = 4_000_000
DEFAULTS = Options()

# Pictures alone, known by their first bytes: an SVG can hold a script, and a name proves nothing.
_KINDS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


@dataclass(frozen=True, slots=True)
class Embedded:
    """The pictures that go into the file.

    `uris` are their `data:` addresses by id, `same` names for a picture an earlier one that looks the
    same and is drawn instead of it; `left_out` counts those that there was no room for.
    """

    uris: dict[str, str]
    same: dict[str, str]
    left_out: int


def embed(pictures: Iterable[Picture], most: int = MOST_BYTES) -> Embedded:
    """Read the pictures, in their order, as long as there is room. One that is missing or no picture is passed over."""
    uris: dict[str, str] = {}
    same: dict[str, str] = {}
    seen: dict[tuple[bytes, float, float], str] = {}
    used = left_out = 0
    for picture in pictures:
        data = _read(picture.file)
        kind = _kind(data)
        if not kind:
            continue
        first = seen.setdefault((hashlib.sha256(data).digest(), picture.width, picture.height), picture.id)
        if first in uris:  # a phone that showed the same at several steps
            same[picture.id], uris[picture.id] = first, ""
            continue
        if used + len(data) > most:
            left_out += 1
            continue
        used += len(data)
        uris[picture.id] = f"data:{kind};base64,{base64.b64encode(data).decode()}"
    return Embedded(uris, same, left_out)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.is_file() and file.stat().st_size <= BIGGEST else b""
    except OSError:
        return b""


def _kind(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for head, kind in _KINDS if data.startswith(head)), "")


POINT_ICONS = {"kept": "works", "broken": "stops", "unknown": "unjudged"}


def render(view: View, words: Messages, embedded: Embedded) -> Iterator[str]:
    """The document, piece by piece."""
    environment = Environment(
        loader=PackageLoader("parcours.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _own(environment, "report.css"), _own(environment, "report.js")
    yield from environment.get_template("report.html").generate(
        view=view,
        words=words,
        uris=embedded.uris,
        same=embedded.same,
        left_out=embedded.left_out,
        policy=_policy(style, script),
        style=style,
        script=script,
        badge=BADGE,
        point_icons=POINT_ICONS,
        lead=frozenset(card.number for card in view.first),
    )


def _own(environment: Environment, name: str) -> Markup:
    """A file of this package as it stands. Nothing of a run is ever put into it: its digest is the permission."""
    assert environment.loader is not None
    return Markup(environment.loader.get_source(environment, name)[0].replace("\r\n", "\n"))  # noqa: S704


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy: this style, this script, pictures in the file itself, and nothing else at all."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def write_html(run: Run, target: Path, options: Options = DEFAULTS) -> Path:
    """Write the run's report and give its path back. Raises ToolError when the disk will not have it."""
    words = messages(options.lang)
    view = build(run, words)
    write_whole(target, "".join(render(view, words, embed(view.pictures))).encode())
    return target


html_report = Report("html", ".html", write_html)
