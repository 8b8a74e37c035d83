"""Pages out of templates: what they are given, and what a browser may do with them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from parcours.reporting.album import Album, Beside, Inside, Pictures, part_of
from parcours.reporting.messages import Messages
from parcours.reporting.pictures import BADGE
from parcours.reporting.view import View

POINT_ICONS = {"kept": "works", "broken": "stops", "unknown": "unjudged"}
REST = "base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class Binding:
    """How a page's style and script come to it: as files of these names beside it, or "" for within it.

    `lazy` is whether a picture may wait until it is in sight: on paper everything is.
    """

    style: str = ""
    script: str = ""
    lazy: bool = True


SINGLE = Binding()


def environment() -> Environment:
    """Where templates come from. Whatever they print is escaped."""
    return Environment(
        loader=PackageLoader("parcours.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def own(templates: Environment, name: str) -> Markup:
    """A file of ours as it stands. Nothing of a run is ever put into it: its digest is the permission."""
    assert templates.loader is not None
    return Markup(templates.loader.get_source(templates, name)[0].replace("\r\n", "\n"))  # noqa: S704


def render(view: View, words: Messages, pictures: Pictures, binding: Binding = SINGLE) -> Iterator[str]:
    """The report, piece by piece."""
    templates = environment()
    style, script = own(templates, "report.css"), own(templates, "report.js")
    yield from templates.get_template("report.html").generate(
        view=view,
        words=words,
        uris=pictures,
        policy=_policy(style, script, pictures, binding),
        single=not binding.style,
        style=style,
        script=script,
        style_file=binding.style,
        script_file=binding.script,
        loading="lazy" if binding.lazy else "eager",
        part_of=part_of,
        badge=BADGE,
        point_icons=POINT_ICONS,
        lead=frozenset(card.number for card in view.first),
    )


def drawn(view: View, words: Messages) -> str:
    """The report as one text, its pictures within it."""
    with Album(view) as album:
        return "".join(render(view, words, Inside(album)))


def _policy(style: str, script: str, pictures: Pictures, binding: Binding) -> str:
    """The Content-Security-Policy: this style, this script, these pictures, and nothing else at all.

    A page that was opened from the disk has no "self" in some browsers: there `file:` stands for its neighbours.
    """
    beside = "'self' file:"
    images = beside if isinstance(pictures, Beside) else "data:"
    styles = beside if binding.style else f"'{_digest(style)}'"
    scripts = beside if binding.script else f"'{_digest(script)}'"
    return f"default-src 'none'; img-src {images}; style-src {styles}; script-src {scripts}; {REST}"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
