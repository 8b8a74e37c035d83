"""`parcours explain RULE`: what a rule asks for, why, and how to mend what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import click
from rich.console import Console
from rich.text import Text

from parcours.checks import Check, JourneyCheck
from parcours.checks.catalogue import discover
from parcours.cli.rules import WORDS, phones
from parcours.errors import UsageError, closest
from parcours.findings import Severity

AnyCheck = Check[Any, Any]

COLOURS: Mapping[Severity, str] = {
    Severity.BLOCKER: "bold red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.NOTE: "cyan",
}
COSTS: Mapping[Severity, str] = {
    Severity.BLOCKER: "the journey cannot go on",
    Severity.MAJOR: "many customers will give up",
    Severity.MINOR: "some customers are slowed down",
    Severity.NOTE: "worth knowing; it never fails a journey",
}
PHONES: Mapping[str, str] = {
    "ios": "iPhones and iPads",
    "android": "Android phones",
    "both": "iPhones and Android phones",
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
"""
)
@click.argument("rule", metavar="RULE")
def explain(rule: str) -> None:
    """Say what RULE asks for, why it matters to a customer, and how to mend what it finds."""
    terminal = Console(highlight=False)
    for line in told(named(rule)):
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


def told(check: AnyCheck) -> Iterator[Line]:
    """A rule, line by line. Code and addresses are kept whole, so that they can be copied."""
    yield Line(Text.assemble((check.id, "bold"), "  ", check.title))
    yield BLANK
    yield Line(Text(" ".join(check.reason.split())))
    yield BLANK
    yield from _facts(check)
    yield from _part("What to do", check.advice.do)
    if check.advice.snippet:
        yield BLANK
        yield from _code(check.advice.snippet)
    for title, example in (("Passes", check.passes), ("Fails", check.fails)):
        words = isinstance(check, JourneyCheck)
        yield from _part(title, example if words else "")
        yield from () if words else _code(example)
    yield from _part("Sources")
    yield from (Line(Text(f"  {link}"), whole=True) for link in check.advice.links)


def _facts(check: AnyCheck) -> Iterator[Line]:
    rows = {
        "Severity": Text.assemble((check.severity.value, COLOURS[check.severity]), f": {COSTS[check.severity]}"),
        "Department": Text(WORDS["en"].departments[check.owner]),
        "Looks at": Text("the whole journey" if isinstance(check, JourneyCheck) else "every page of the journey"),
        "Phones": Text(PHONES[phones(check)]),
        "Certainty": Text(check.certainty.value),
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
