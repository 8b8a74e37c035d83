"""Several clients on one page: how each stands, what is to be mended, how it goes, and where its report is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError

from parcours.errors import UsageError
from parcours.reporting import Options, Report
from parcours.reporting.drawing import BESIDE, LOGO, REST, environment, refused, style_of, write_logo
from parcours.reporting.messages import Messages, messages
from parcours.reporting.run import Run
from parcours.reporting.text import clean
from parcours.reporting.trend import Trend
from parcours.reporting.view import Outcome, View, build
from parcours.storage.journal import make_folder, write_whole

PAGE, STYLE = "index.html", "clients.css"
SIGN = '<meta name="generator" content="parcours'


@dataclass(frozen=True, slots=True)
class Client:
    """One client's line of the page. `link` leads to its report, beside the page."""

    name: str
    link: str
    date: str
    mood: Outcome
    verdict: str
    summary: tuple[str, ...]
    tally: tuple[tuple[str, int], ...]
    trend: Trend | None


def write_index(named: Sequence[tuple[str, Run]], folder: Path, options: Options, shape: Report) -> Path:
    """Write each client's report into `folder`, in that shape, and a page over all of them; give the page's path back.

    A client without a name is called after its site. Raises UsageError when the folder holds a page that is none of
    ours, ToolError when the disk will not have it.
    """
    page = folder / PAGE
    if page.is_file() and SIGN.encode() not in page.read_bytes()[:4096]:
        raise UsageError(f"{page} is a page that parcours did not write", tip="name a new folder")
    make_folder(folder)
    words = messages(options.lang)
    clients = [*_written(named, folder, options, shape, words)]
    write_whole(folder / STYLE, style_of(options.brand).encode())
    write_logo(options.brand, folder)
    write_whole(page, _page(sorted(clients, key=lambda client: client.mood.rank), words, options).encode())
    return page


def _written(
    named: Iterable[tuple[str, Run]], folder: Path, options: Options, shape: Report, words: Messages
) -> Iterator[Client]:
    taken: set[str] = {Path(PAGE).stem}
    for given, run in named:
        view = build(run, words)
        name = clean(given or next(iter(view.sites), "") or run.folder.name or "?", 80)
        slug = _slug(name, taken)
        written = shape.write(run, folder / f"{slug}{shape.suffix}", options)
        yield _client(name, written.relative_to(folder).as_posix(), view)


def _client(name: str, link: str, view: View) -> Client:
    tally = tuple((department.label, len(department.cards)) for department in view.departments)
    return Client(name, link, view.date, view.mood, view.verdict, view.summary, tally, view.trend)


def _slug(name: str, taken: set[str]) -> str:
    """A file's name out of a client's: letters, digits and dashes, and no other client's."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "client"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug


def _page(clients: Sequence[Client], words: Messages, options: Options) -> str:
    brand = options.brand
    verdict, mood = _verdict([client.mood for client in clients], words)
    try:
        return (
            environment(brand.templates)
            .get_template("clients.html")
            .render(
                clients=clients,
                words=words,
                brand=brand,
                logo=LOGO if brand.logo else "",
                style_file=STYLE,
                verdict=verdict,
                mood=mood,
                uris={"store": ()},
                policy=f"default-src 'none'; img-src {BESIDE}; style-src {BESIDE}; {REST}",
            )
        )
    except TemplateError as error:
        if brand.templates is None:
            raise
        raise refused(error, brand.templates) from error


def _verdict(moods: Sequence[Outcome], words: Messages) -> tuple[str, Outcome]:
    """One sentence over all of them. Whom nobody could judge is not called fine."""
    stuck = moods.count(Outcome.STOPS)
    judged = sum(mood in (Outcome.STOPS, Outcome.PROBLEMS, Outcome.WORKS) for mood in moods)
    if stuck:
        return words.count(words.clients_stuck, stuck, all=len(moods)), Outcome.STOPS
    if judged < len(moods):
        return words.count(words.clients_unjudged, len(moods) - judged, all=len(moods)), Outcome.UNJUDGED
    return words.clients_fine, Outcome.WORKS
