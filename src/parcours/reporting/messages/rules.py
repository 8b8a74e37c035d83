"""What the rules say, in other languages than the English of their authors.

A rule yields English sentences with values in them. Here each of its sentences stands as a pair of templates:
what is recognised in the one is filled into the other. What has no pair stays as its author wrote it.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from parcours.checks.catalogue import discover
from parcours.findings import Advice, Finding
from parcours.reporting.messages.typography import NARROW, french, set_in_french

Pairs = tuple[tuple[str, str], ...]

# A number as English writes it, with its percent sign; no part of a word, and no version (1.2.3).
_NUMBER = re.compile(r"(?<![\w.,])(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?(?!\.?\d)(?P<percent> ?%)?")
# What parts the members of "a, b and c"; not within a name in quotes.
_SEPARATOR = re.compile(r"(, | and )(?=(?:[^“”]*“[^“”]*”)*[^“”]*$)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule in another language.

    `says` are pairs of templates, English and other, tried in their order: `{name}` stands for anything, as little
    as will do, and the whole sentence must match. On the other side a name can say how its value is put:
    `{what:term}` as TERMS has it, `{names:list}` the same for each of "a, b and c", `{n:number}` with that
    language's decimal mark, `{on:day}` an ISO day in its words. A name that begins with an underscore need not
    be put at all.
    `also` are pairs for advice that a problem brings itself, `unseen` pairs that no example of the rule brings
    about; these are tried first. `terms` is filled in when the file is read: its TERMS, then those of all areas;
    they too may be templates.
    """

    title: str
    why: str
    do: str
    says: Pairs = ()
    also: Pairs = ()
    unseen: Pairs = ()
    terms: Mapping[str, str] = field(default_factory=dict)

    def said(self, message: str) -> str | None:
        """A message of the rule in this language; None when no pair has it."""
        return _translated(message, (*self.unseen, *self.says), self.terms)

    def pair(self, message: str) -> tuple[str, str] | None:
        """The first pair that has a message of the rule."""
        return next((pair for pair in (*self.unseen, *self.says) if matched(pair[0], message) is not None), None)

    def advised(self, do: str, usual: str) -> str | None:
        """What to do, in this language; `usual` is the rule's own advice in English. None when no pair has it."""
        return self.do if do == usual else _translated(do, self.also, self.terms)


class Hole(NamedTuple):
    """A piece of a template: the text before a value, the value's name and how it is put. The last has no name."""

    before: str
    name: str
    put: str


@cache
def book(lang: str) -> Mapping[str, Rule]:
    """Every rule that speaks that language, by id; empty for English, which rules speak by themselves."""
    if lang != "fr":
        return {}
    package = importlib.import_module(f"{__package__}.rules_{lang}")
    files = [
        importlib.import_module(f"{package.__name__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)
    ]
    return {
        id: _set(replace(rule, terms={**(own := getattr(file, "TERMS", {})), **package.TERMS, **own}))
        for file in files
        for id, rule in file.RULES.items()
    }


def _set(rule: Rule) -> Rule:
    """The rule with its French as printers set it; the English sides stay as rules say them."""
    return Rule(
        french(rule.title),
        french(rule.why),
        french(rule.do),
        _pairs(rule.says),
        _pairs(rule.also),
        _pairs(rule.unseen),
        set_in_french(rule.terms),
    )


def _pairs(pairs: Pairs) -> Pairs:
    return tuple((said, french(other)) for said, other in pairs)


def translated(finding: Finding, lang: str) -> Finding:
    """The finding in that language: message, title, reason and advice, each as far as there are words for it."""
    rule = book(lang).get(finding.rule)
    if rule is None:
        return finding
    return replace(
        finding,
        message=message_in(finding.rule, finding.message, lang),
        title=finding.title and rule.title,
        why=finding.why and rule.why,
        advice=finding.advice and _advice(rule, finding.rule, finding.advice),
    )


def message_in(id: str, message: str, lang: str) -> str:
    """What a rule said, in that language; as it was said when there are no words for it."""
    rule = book(lang).get(id)
    return (rule and rule.said(message)) or message


def _advice(rule: Rule, id: str, advice: Advice) -> Advice:
    check = discover().get(id)
    return replace(advice, do=rule.advised(advice.do, check.advice.do if check else "") or advice.do)


@cache
def holes(template: str) -> tuple[Hole, ...]:
    """A template in pieces, the last of them without a name. Doubled braces are braces, as in `str.format`."""
    whole, before = [], ""
    for literal, name, put, _ in string.Formatter().parse(template):
        before += literal  # a doubled brace ends a piece without a value in it
        if name:
            whole.append(Hole(before, name, put or ""))
            before = ""
    return (*whole, Hole(before, "", ""))


def matched(template: str, text: str) -> Mapping[str, str] | None:
    """The values that make the text of the template, as short as can be, the first ones first; None when none do.

    Every piece is looked for once, from left to right, so that no text is slow to match.
    """
    values: dict[str, str] = {}
    at, name = 0, ""
    for hole in holes(template):
        last = not hole.name
        found = at if not name else len(text) - len(hole.before) if last else text.find(hole.before, at)
        if found < at or not text.startswith(hole.before, found):
            return None
        if name and values.setdefault(name, text[at:found]) != text[at:found]:
            return None
        at, name = found + len(hole.before), hole.name
    return values if at == len(text) else None


def translate(text: str, pairs: Mapping[str, str], terms: Mapping[str, str]) -> str | None:
    """A text by the first of these pairs that has it, a text without values at once; None when none has."""
    whole = pairs.get(text)
    return whole if whole and "{" not in whole else _translated(text, pairs.items(), terms)


def _translated(text: str, pairs: Iterable[tuple[str, str]], terms: Mapping[str, str]) -> str | None:
    for english, other in pairs:
        values = matched(english, text)
        if values is not None:
            return "".join(
                hole.before + (_put(values[hole.name], hole.put, terms) if hole.name else "") for hole in holes(other)
            )
    return None


def _put(value: str, how: str, terms: Mapping[str, str]) -> str:
    match how:
        case "term":
            return terms.get(value) or _translated(value, terms.items(), terms) or value
        case "list":
            *most, last = _SEPARATOR.split(value)
            names = [_put(name, "term", terms) for name in (*most[::2], last)]
            ands = " et " if " and " in most[1::2] else ", "
            return ", ".join(names[:-1]) + ands + names[-1] if most else names[0]
        case "number":
            return number(value)
        case "day":
            return _day(value)
        case _:
            return value


def _day(text: str) -> str:
    """An ISO day as French writes it: 2027-01-31 becomes 31 janvier 2027."""
    from parcours.reporting.messages import messages

    try:
        return messages("fr").day(date.fromisoformat(text))
    except ValueError:
        return text


def number(text: str) -> str:
    """A text with its numbers as French writes them: 1,234.5% becomes 1 234,5 %, with spaces that do not break."""

    def written(found: re.Match[str]) -> str:
        part, percent = found["part"], found["percent"]
        return found["whole"].replace(",", NARROW) + (f",{part}" if part else "") + (f"{NARROW}%" if percent else "")

    return _NUMBER.sub(written, text)
