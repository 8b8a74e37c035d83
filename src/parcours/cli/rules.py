"""`parcours rules`: every rule with its severity and the department that mends it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import click

from parcours import __version__
from parcours.checks import Check
from parcours.checks.catalogue import discover
from parcours.errors import UsageError, closest
from parcours.reporting.messages.rules import book

AnyCheck = Check[Any, Any]

SCHEMA = 1

AREAS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "access": "people who see, hear or tap otherwise",
        "app": "the way to the app",
        "chat": "live chats",
        "contact": "the ways to reach someone",
        "dialogue": "keeping in touch afterwards",
        "entry": "what the customer receives",
        "landing": "the page that the customer arrives on",
        "layout": "what fits on a narrow screen",
        "links": "links that open the app",
        "media": "videos, sounds and pictures",
        "plugin": "content that no phone can play",
        "qr": "printed codes",
        "redirect": "the way from the code to the page",
        "safety": "what the customer can trust",
        "speed": "how long the customer waits",
        "text": "what can be read",
        "touch": "what can be tapped",
        "viewport": "the page at the size of the screen",
    },
    "fr": {
        "access": "pour qui voit, entend ou touche autrement",
        "app": "le chemin vers l’application",
        "chat": "les messageries en direct",
        "contact": "les moyens de joindre quelqu’un",
        "dialogue": "le lien gardé ensuite",
        "entry": "ce que le client reçoit",
        "landing": "la page où le client arrive",
        "layout": "ce qui tient sur un écran étroit",
        "links": "les liens qui ouvrent l’application",
        "media": "vidéos, sons et images",
        "plugin": "les contenus qu’aucun téléphone ne lit",
        "qr": "les codes imprimés",
        "redirect": "du code à la page",
        "safety": "ce à quoi le client peut se fier",
        "speed": "le temps que le client attend",
        "text": "ce qui se lit",
        "touch": "ce qui se touche",
        "viewport": "la page à la taille de l’écran",
    },
}


@dataclass(frozen=True)
class Words:
    """A rule book's own words in one language; the rules' are in `parcours.reporting.messages.rules`."""

    title: str
    lead: str
    heads: Sequence[str]
    severities: Mapping[str, str]
    departments: Mapping[str, str]
    platforms: Mapping[str, str]
    colon: str = ":"


WORDS: Mapping[str, Words] = {
    "en": Words(
        title="The rules",
        lead="What parcours checks: {n} rules. `parcours explain RULE` says of each why it matters to a customer and "
        "how to mend it. A *blocker* stops the journey; a *note* never fails one.\n\nThis page is made by "
        "`parcours rules --format markdown`.",
        heads=("Rule", "What holds when it passes", "Severity", "Department", "Phones"),
        severities={"blocker": "blocker", "major": "major", "minor": "minor", "note": "note"},
        departments={"print": "print", "web": "web", "app": "app", "care": "customer care"},
        platforms={"ios": "iPhone", "android": "Android", "both": "both"},
    ),
    "fr": Words(
        title="Les règles",
        lead="Ce que parcours vérifie : {n} règles. `parcours explain RÈGLE --lang fr` dit de chacune ce "
        "qu’elle change pour le client et comment corriger. Un point *bloquant* arrête le "
        "parcours ; un point *à noter* ne le met jamais en échec.\n\nCette page est produite par "
        "`parcours rules --format markdown --lang fr`.",
        heads=("Règle", "Ce qui est vrai quand elle passe", "Gravité", "Service", "Téléphones"),
        severities={"blocker": "bloquant", "major": "majeur", "minor": "mineur", "note": "à noter"},
        departments={"print": "imprimé", "web": "web", "app": "application", "care": "service client"},
        platforms={"ios": "iPhone", "android": "Android", "both": "les deux"},
        colon="\N{NO-BREAK SPACE}:",
    ),
}


@click.command(
    epilog="""\b
Examples:
  parcours rules
  parcours rules --area viewport
  parcours rules --format json | jq '.rules[] | select(.severity == "major").id'
  parcours rules --format markdown --lang fr > docs/rules.fr.md
"""
)
@click.option("--area", default="", metavar="AREA", help="Only the rules of that area: viewport, contact, app...")
@click.option(
    "--format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="markdown writes the page of the documentation.",
)
@click.option(
    "--lang",
    type=click.Choice(tuple(WORDS)),
    default="en",
    show_default=True,
    help="Language of titles, headings, severities and departments; json is English.",
)
def rules(area: str, format: str, lang: str) -> None:
    """List every rule, its severity and the department that mends what it finds."""
    chosen = _of(area)
    match format:
        case "json":
            document = {"schema": SCHEMA, "parcours": __version__, "rules": [plain(check) for check in chosen]}
            click.echo(json.dumps(document))
        case "markdown":
            click.echo("\n".join(markdown(chosen, lang)))
        case _:
            click.echo("\n".join(table(chosen, lang)))


def _of(area: str) -> tuple[AnyCheck, ...]:
    checks = tuple(discover().values())
    areas = sorted({check.area for check in checks})
    if area and area not in areas:
        near = closest(area, areas)
        raise UsageError(f"there is no area {area!r}", tip=near or f"the areas are {', '.join(areas)}")
    return tuple(check for check in checks if area in ("", check.area))


def phones(check: AnyCheck) -> str:
    """On which phones a rule is tried: "ios", "android" or "both"."""
    return check.platforms[0] if len(check.platforms) == 1 else "both"


def plain(check: AnyCheck) -> dict[str, Any]:
    """A rule as other programs read it."""
    return {
        "id": check.id,
        "area": check.area,
        "title": check.title,
        "severity": check.severity.value,
        "certainty": check.certainty.value,
        "owner": check.owner.value,
        "platforms": list(check.platforms),
        "needs": sorted(check.needs),
        "version": check.version,
        "why": check.reason,
        "do": check.advice.do,
        "snippet": check.advice.snippet,
        "links": list(check.advice.links),
        "passes": check.passes,
        "fails": check.fails,
    }


def titled(check: AnyCheck, lang: str) -> str:
    """A rule's title in that language; in English when it has none, as rules of others."""
    return book(lang)[check.id].title if check.id in book(lang) else check.title


def _row(check: AnyCheck, lang: str) -> tuple[str, ...]:
    words = WORDS[lang]
    return (
        check.id,
        titled(check, lang),
        words.severities[check.severity],
        words.departments[check.owner],
        words.platforms[phones(check)],
    )


def table(checks: Iterable[AnyCheck], lang: str) -> Iterator[str]:
    """The rules in columns for a terminal, the title last because it is the longest."""
    heads = tuple(WORDS[lang].heads)
    order = (0, 2, 3, 4, 1)
    rows = [[row[at] for at in order] for row in (heads, *(_row(check, lang) for check in checks))]
    widths = [max(len(row[at]) for row in rows) for at in range(len(order))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def markdown(checks: Sequence[AnyCheck], lang: str) -> Iterator[str]:
    """The rule book: one table an area."""
    words = WORDS[lang]
    yield f"# {words.title}\n\n{words.lead.format(n=len(checks))}"
    for area, members in groupby(checks, key=lambda check: check.area):
        gloss = AREAS[lang].get(area, "")
        yield f"\n## {area}{words.colon + ' ' + gloss if gloss else ''}\n"
        yield f"| {' | '.join(words.heads)} |"
        yield "|---" * len(words.heads) + "|"
        for check in members:
            id, *cells = (cell.replace("|", "\\|") for cell in _row(check, lang))
            yield f"| `{id}` | {' | '.join(cells)} |"
