"""Pages out of templates: what they are given, and what a browser may do with them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from parcours.errors import UsageError
from parcours.reporting.album import Album, Beside, Inside, Pictures, part_of
from parcours.reporting.brand import PLAIN, Brand
from parcours.reporting.messages import Messages
from parcours.reporting.pictures import BADGE
from parcours.reporting.view import View
from parcours.storage.journal import write_whole

POINT_ICONS = {"kept": "works", "broken": "stops", "unknown": "unjudged"}
STYLE = "report.css"
BESIDE = "'self' file:"
REST = "base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class Binding:
    """How a page's style and script come to it: as files of these names beside it, or "" for within it.

    `lazy` is whether a picture may wait until it is in sight: on paper everything is, and nothing lies beside it.
    """

    style: str = ""
    script: str = ""
    lazy: bool = True
    paper: bool = False


SINGLE = Binding()


def environment(more: Path | None = None) -> Environment:
    """Where templates come from. Whatever they print is escaped.

    A template of the folder `more` goes before ours of the same name, and may extend it: ours are called `parcours/...`
    too. It comes from elsewhere: it runs in Jinja's sandbox, and cannot switch the escaping off.
    """
    ours = PackageLoader("parcours.reporting")
    loader = ChoiceLoader([*([_Others(more)] if more else []), ours, PrefixLoader({"parcours": ours})])
    templates = (SandboxedEnvironment if more else Environment)(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    if more:
        del templates.filters["safe"]
    return templates


class _Others(FileSystemLoader):
    """Templates that are not ours."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """jinja2's; one that would switch the escaping off is refused."""
        source, name, fresh = super().get_source(environment, template)
        if found := environment.parse(source, template, name).find(nodes.EvalContextModifier):
            raise TemplateSyntaxError("escaping stays on: drop {% autoescape %}", found.lineno, template, name)
        return source, name, fresh


def own(templates: Environment, name: str) -> Markup:
    """A file of ours as it stands. Nothing of a run is ever put into it: its digest is the permission."""
    assert templates.loader is not None
    return Markup(templates.loader.get_source(templates, f"parcours/{name}")[0].replace("\r\n", "\n"))  # noqa: S704


def style_of(brand: Brand) -> Markup:
    """The whole style: ours, the brand's colours, and what its folder of templates has in its own report.css."""
    more = brand.templates / STYLE if brand.templates else None
    theirs = more.read_text(encoding="utf-8").replace("\r\n", "\n") if more and more.is_file() else ""
    if "</" in theirs:
        raise UsageError(f"{more}: a style sheet holds no tags", tip="drop what stands between < and >")
    return Markup(f"{own(environment(), STYLE)}{brand.style}{theirs}")  # noqa: S704 - colours are digits, theirs has no tag


def render(
    view: View, words: Messages, pictures: Pictures, binding: Binding = SINGLE, brand: Brand = PLAIN
) -> Iterator[str]:
    """The report, piece by piece. Raises UsageError that says where a brand's own template is wrong."""
    templates = environment(brand.templates)
    style, script = style_of(brand), own(templates, "report.js")
    try:
        yield from templates.get_template("report.html").generate(
            view=view,
            words=words,
            uris=pictures,
            brand=brand,
            logo=logo_of(brand, pictures.folder),
            policy=_policy(style, script, pictures, binding),
            single=not (binding.style or binding.paper),
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
    except TemplateError as error:
        if brand.templates is None:
            raise
        raise refused(error, brand.templates) from error


def refused(error: TemplateError, folder: Path) -> UsageError:
    """What is wrong with a brand's template, and where as far as jinja2 can tell."""
    line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
    file = error.filename if isinstance(error, TemplateSyntaxError) and error.filename else folder
    tip = 'a template begins with {% extends "parcours/report.html" %} and holds the blocks that it changes'
    return UsageError(f"{file}{line}: {error.message}", tip=tip)


LOGO = "logo.webp"


def logo_of(brand: Brand, folder: str) -> str:
    """The address of the brand's logo: within the page, or in its folder of pictures; "" when there is none."""
    return f"{quote(folder)}/{LOGO}" if brand.logo and folder else brand.logo


def write_logo(brand: Brand, folder: Path) -> None:
    """Put the brand's logo, if there is one, into a folder of pictures."""
    if brand.logo:
        write_whole(folder / LOGO, brand.logo_bytes)


def drawn(view: View, words: Messages) -> str:
    """The report as one text, its pictures within it."""
    with Album(view) as album:
        return "".join(render(view, words, Inside(album)))


def _policy(style: str, script: str, pictures: Pictures, binding: Binding) -> str:
    """The Content-Security-Policy: this style, this script, these pictures, and nothing else at all.

    A page that was opened from the disk has no "self" in some browsers: there `file:` stands for its neighbours.
    """
    images = BESIDE if isinstance(pictures, Beside) else "data:"
    styles = BESIDE if binding.style else f"'{_digest(style)}'"
    scripts = BESIDE if binding.script else f"'{_digest(script)}'"
    return f"default-src 'none'; img-src {images}; style-src {styles}; script-src {scripts}; {REST}"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
