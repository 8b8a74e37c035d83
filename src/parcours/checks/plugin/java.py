"""Nothing on the page needs Java in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.checks import Advice, Owner, Problem, Severity, page_check
from parcours.checks.plugin import _grading
from parcours.facts.model import PageSnapshot


@page_check(
    "plugin/java",
    title="The page works without Java applets",
    severity=Severity.MAJOR,
    owner=Owner.WEB,
    looks_at=lambda page: tuple(_grading.subjects(page, "java")),
    advice=Advice(
        do="Rebuild the applet as an ordinary page; a phone runs neither applets nor Web Start.",
        links=(
            "https://openjdk.org/jeps/398",
            "https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/object",
        ),
    ),
    passes=(
        '<meta name="viewport" content="width=device-width">'
        '<form action="/rates"><label>Amount <input inputmode="decimal"></label><button>Compute</button></form>'
    ),
    fails=(
        '<meta name="viewport" content="width=device-width">'
        '<applet code="Rates.class" archive="rates.jar" width="300" height="250"></applet>'
    ),
)
def java(subject: _grading.Subject, page: PageSnapshot) -> Iterator[Problem]:
    """Phones never ran Java applets: a calculator or a login built as one is simply not there for the customer."""
    yield from _grading.problems(subject, page, "java")
