"""The association files of a journey's hosts, and whose app would need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal, NamedTuple

from parcours.checks import CannotTell, Problem, Severity
from parcours.facts.apps import KnownApp, site_app
from parcours.facts.association import held
from parcours.facts.model import PageSnapshot, WellKnown
from parcours.facts.urls import Kind, classify, place_of
from parcours.trace import JourneyTrace

File = Literal["aasa", "assetlinks"]
JSON = "application/json"


class Hosted(NamedTuple):
    """One host's file. `app` is the brand's where one surely exists; a site without an app needs no file."""

    address: str
    file: WellKnown
    app: KnownApp | None

    @property
    def host(self) -> str:
        """The host that serves it."""
        return place_of(self.file.url).host

    @property
    def name(self) -> str:
        """The file's name, as messages say it."""
        return self.file.url.rpartition("/")[2]

    @property
    def is_json(self) -> bool:
        """True when it is there and can be read."""
        return held(self.file) is not None


def hosted(trace: JourneyTrace, kind: File) -> Sequence[Hosted]:
    """The file of every host that the journey met, once."""
    found: dict[str, Hosted] = {}
    for page in trace.pages:
        file = getattr(page.app, kind)
        if file is None or page.status >= 400:
            continue
        app = brand_app(page, trace)
        known = found.get(file.url)
        if known is None or (known.app is None and app):
            found[file.url] = Hosted(file.url, file, app)
    return tuple(found.values())


def brand_app(page: PageSnapshot, trace: JourneyTrace) -> KnownApp | None:
    """The brand's app, where the page speaks of it, or where it is the landing page of a scenario that declares one.

    Pages further on may be somebody else's: a payment service needs no file for the shop's app.
    """
    if classify(page.url).kind is not Kind.WEB:  # a store's or a tracker's own page
        return None
    platform = page.device.platform
    declared = trace.app.declared(platform) or page.app.declared(platform)
    if declared and page is trace.landing:
        return KnownApp(platform, declared, "the scenario")
    return site_app(page)


def served(one: Hosted) -> Iterator[Problem]:
    """What is wrong with the way a file is served, whatever it holds."""
    file, status = one.file, one.file.status
    if status == 200:
        if not one.is_json and _is_html(file.text):
            yield _absent(one, f"{one.host} answers with a page of HTML in place of {one.name}", "html")
        return
    if not status:
        yield CannotTell(f"{one.host} did not answer when asked for {one.name}", "no-answer")
    elif 300 <= status < 400:
        said = f"{one.host} redirects {one.name} ({status}): phones do not follow"
        yield Problem(said, "redirect", evidence=f"to {file.location}" if file.location else "")
    elif status in (404, 410):
        yield _absent(one, f"{one.host} has no {one.name} ({status})", "missing")
    else:
        said = f"{one.host} refuses {one.name} ({status}): perhaps to this test alone, perhaps to phones too"
        yield CannotTell(said, "refused")


def _absent(one: Hosted, said: str, aspect: str) -> Problem:
    """The customer gets to the page all the same, in the browser: a chance is missed, nothing is broken."""
    source = f"The app is known from {one.app.source}" if one.app else ""
    return Problem(f"{said}: no link to it opens the app", aspect, Severity.MINOR, evidence=source)


def _is_html(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def broken_json(one: Hosted) -> Problem | None:
    """What keeps a file that is there from being read; None when it can be, or when another rule speaks of it."""
    file = one.file
    if file.status != 200 or one.is_json or _is_html(file.text):
        return None
    if file.text.startswith(("0\x82", "0\ufffd")):
        return CannotTell(f"{one.name} is signed, as iOS 8 wanted it: serve plain JSON", "signed")
    if not file.text.strip():
        return Problem(f"{one.name} of {one.host} is empty", "json")
    return Problem(f"{one.name} of {one.host} is no JSON: no phone can read it", "json", evidence=file.text[:200])


def once_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problem of every aspect, saying how many more there are like it."""
    for _, alike in groupby(sorted(problems, key=lambda problem: problem.aspect), key=lambda problem: problem.aspect):
        first, *more = alike
        yield replace(first, message=f"{first.message} (and {len(more)} more)") if more else first
