"""`parcours explain RULE`: what a rule asks for, why, and how to mend what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import click
from rich.console import Console
from rich.text import Text

from parcours.checks import Check, JourneyCheck
from parcours.checks.catalogue import discover
from parcours.cli.rules import WORDS, phones, titled
from parcours.errors import UsageError, closest
from parcours.findings import Certainty, Severity
from parcours.reporting.messages import LANGUAGES
from parcours.reporting.messages.rules import book

AnyCheck = Check[Any, Any]

COLOURS: Mapping[Severity, str] = {
    Severity.BLOCKER: "bold red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.NOTE: "cyan",
}


@dataclass(frozen=True)
class Frame:
    """The words around a rule in one language; a rule's own are in `parcours.reporting.messages.rules`."""

    costs: Mapping[Severity, str]
    phones: Mapping[str, str]
    certainties: Mapping[Certainty, str]
    severity: str
    department: str
    looks_at: str
    platforms: str
    certainty: str
    journey: str
    page: str
    advice: str
    passes: str
    fails: str
    sources: str
    colon: str = ":"


FRAMES: Mapping[str, Frame] = {
    "en": Frame(
        costs={
            Severity.BLOCKER: "the journey cannot go on",
            Severity.MAJOR: "many customers will give up",
            Severity.MINOR: "some customers are slowed down",
            Severity.NOTE: "worth knowing; it never fails a journey",
        },
        phones={
            "ios": "iPhones and iPads",
            "android": "Android phones",
            "both": "iPhones and Android phones",
        },
        certainties={certainty: certainty.value for certainty in Certainty},
        severity="Severity",
        department="Department",
        looks_at="Looks at",
        platforms="Phones",
        certainty="Certainty",
        journey="the whole journey",
        page="every page of the journey",
        advice="What to do",
        passes="Passes",
        fails="Fails",
        sources="Sources",
    ),
    "fr": Frame(
        costs={
            Severity.BLOCKER: "le parcours ne peut pas continuer",
            Severity.MAJOR: "beaucoup de clients abandonneront",
            Severity.MINOR: "certains clients sont ralentis",
            Severity.NOTE: "bon à savoir ; ne met jamais un parcours en échec",
        },
        phones={
            "ios": "iPhone et iPad",
            "android": "téléphones Android",
            "both": "iPhone et téléphones Android",
        },
        certainties={Certainty.HIGH: "haute", Certainty.MEDIUM: "moyenne", Certainty.LOW: "basse"},
        severity="Gravité",
        department="Service",
        looks_at="Regarde",
        platforms="Téléphones",
        certainty="Certitude",
        journey="tout le parcours",
        page="chaque page du parcours",
        advice="Que faire",
        passes="Passe",
        fails="Échoue",
        sources="Sources",
        colon=" :",
    ),
}


class Line(NamedTuple):
    """A line for the terminal: folded between words, or kept `whole` whatever its length."""

    text: Text
    whole: bool = False
    indent: int = 0


BLANK = Line(Text(""), whole=True)


@click.command(
    epilog="""\b
Examples:
  parcours explain viewport/zoom-blocked
  parcours explain zoom-blocked              the name alone will do where only one area has it
  parcours explain zoom-blocked --lang fr
"""
)
@click.argument("rule", metavar="RULE")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language to say it in; examples in words are English.",
)
def explain(rule: str, lang: str) -> None:
    """Say what RULE asks for, why it matters to a customer, and how to mend what it finds."""
    terminal = Console(highlight=False)
    for line in told(named(rule), lang):
        pieces = [line.text] if line.whole else line.text.wrap(terminal, terminal.width - line.indent)
        for piece in pieces:
            piece.rstrip()
            terminal.print(Text(" " * line.indent).append(piece), soft_wrap=True)


def named(name: str) -> AnyCheck:
    """The rule of that id, or of that slug where only one area has it. Raises UsageError with the closest one."""
    checks = discover()
    if name in checks:
        return checks[name]
    same = [id for id in checks if id.partition("/")[2] == name]
    if len(same) == 1:
        return checks[same[0]]
    if same:
        raise UsageError(f"{name!r} is the name of several rules", tip=f"say which one: {', '.join(same)}")
    if any(check.area == name for check in checks.values()):
        raise UsageError(f"{name!r} is an area", tip=f"`parcours rules --area {name}` lists its rules")
    near = closest(name, checks) or closest(name, (id.partition("/")[2] for id in checks))
    raise UsageError(f"there is no rule {name!r}", tip=near or "`parcours rules` lists them all")


def told(check: AnyCheck, lang: str = "en") -> Iterator[Line]:
    """A rule, line by line. Code and addresses are kept whole, so that they can be copied."""
    frame, words = FRAMES[lang], book(lang).get(check.id)
    yield Line(Text.assemble((check.id, "bold"), "  ", titled(check, lang)))
    yield BLANK
    yield Line(Text(words.why if words else " ".join(check.reason.split())))
    yield BLANK
    yield from _facts(check, lang)
    yield from _part(frame.advice, words.do if words else check.advice.do)
    if check.advice.snippet:
        yield BLANK
        yield from _code(check.advice.snippet)
    for title, example in ((frame.passes, check.passes), (frame.fails, check.fails)):
        in_words = isinstance(check, JourneyCheck)
        yield from _part(title, example if in_words else "")
        yield from () if in_words else _code(example)
    yield from _part(frame.sources)
    yield from (Line(Text(f"  {link}"), whole=True) for link in check.advice.links)


def _facts(check: AnyCheck, lang: str) -> Iterator[Line]:
    frame, words = FRAMES[lang], WORDS[lang]
    severity = (words.severities[check.severity], COLOURS[check.severity])
    rows = {
        frame.severity: Text.assemble(severity, f"{frame.colon} {frame.costs[check.severity]}"),
        frame.department: Text(words.departments[check.owner]),
        frame.looks_at: Text(frame.journey if isinstance(check, JourneyCheck) else frame.page),
        frame.platforms: Text(frame.phones[phones(check)]),
        frame.certainty: Text(frame.certainties[check.certainty]),
    }
    for name, said in rows.items():
        yield Line(Text.assemble((f"{name:<12}", "dim"), said))


def _part(title: str, said: str = "") -> Iterator[Line]:
    yield BLANK
    yield Line(Text(title, style="bold"))
    if said:
        yield Line(Text(said), indent=2)


def _code(text: str) -> Iterator[Line]:
    for line in text.splitlines():
        yield Line(Text(f"  {line}", style="green"), whole=True)
