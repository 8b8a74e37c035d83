"""Variables are put into the texts of a tree, and values that are not there are found."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parcours.errors import closest
from parcours.scenario.problems import Code, Mark, Notes
from parcours.scenario.reader import MOST_TEXT, Entries, Items, Node, Refused, Scalar
from parcours.scenario.units import shortened

# ${name}; $${name} is the text ${name} itself.
VARIABLE = re.compile(r"\$(?P<escaped>\$)?\{(?P<name>[^{}]*)\}")
# ${env:NAME} stays as it stands, $${env:NAME} too: what they stand for is put in where the journey is walked.
FROM_ENVIRONMENT = re.compile(r"\$(?P<escaped>\$)?\{\s*env:(?P<name>[A-Za-z_][A-Za-z0-9_]*)\s*\}")


class Given(dict[str, str]):
    """The texts that a `use` step gives a shared file: it knows no others."""


def absent(node: Node) -> bool:
    """True for a key without a value; "" in quotes is a value."""
    return isinstance(node, Scalar) and node.plain and not node.text


def commented(node: Node, notes: Notes) -> bool:
    """True when a `#` begins a comment where the value should stand: `tap: #main`."""
    lines, mark = notes.source.lines, node.mark
    return mark.line <= len(lines) and re.match(r"\s*#", lines[mark.line - 1][mark.column - 1 :]) is not None


def say_absent(mark: Mark, name: str, node: Node, notes: Notes) -> None:
    """Note that nothing stands where a value should."""
    help = (
        "what follows `#` is a comment: put it in quotes"
        if commented(node, notes)
        else "write one, or leave the key out"
    )
    notes.say(mark, Code.MISSING, f"{shortened(name)} has no value", help)


def declared(node: Node | None, notes: Notes) -> Mapping[str, str]:
    """The texts under `vars:` by name. A reference to the environment stays as it is written."""
    texts: dict[str, str] = {}
    for key, value in node.entries if isinstance(node, Entries) else ():
        texts[key.text] = value.text if isinstance(value, Scalar) else ""
        if VARIABLE.search(texts[key.text]) and not FROM_ENVIRONMENT.fullmatch(texts[key.text]):
            help = "write the text out; only ${env:NAME} alone may stand here"
            notes.say(value.mark, Code.VARIABLE, "a variable cannot be made of others", help)
    return texts


def filled(node: Entries, texts: Mapping[str, str] | None, notes: Notes) -> Entries:
    """The same mapping with its variables filled in; without texts, variables stay as they stand.

    What cannot be filled in, and what has no value, is noted and Refused.
    """
    return Entries(
        tuple((key, _value(key.mark, key.text, value, texts, notes)) for key, value in node.entries), node.mark
    )


def _value(mark: Mark, name: str, node: Node, texts: Mapping[str, str] | None, notes: Notes) -> Node:
    if absent(node):
        say_absent(mark, name, node, notes)
        return Refused(mark)
    if isinstance(node, Entries):
        return filled(node, texts, notes)
    if isinstance(node, Items):
        return Items(tuple(_value(item.mark, name, item, texts, notes) for item in node.items), node.mark)
    return node if texts is None or isinstance(node, Refused) else _text(node, texts, notes)


def _text(node: Scalar, texts: Mapping[str, str], notes: Notes) -> Scalar | Refused:
    pieces: list[str] = []
    end, refused = 0, False
    for found in VARIABLE.finditer(node.text):
        pieces += node.text[end : found.start()], _replacement(found, texts)
        end = found.end()
        if why := _why_not(found, texts):
            notes.say(_within(node, found[0], notes), Code.VARIABLE, *why)
            refused = True
    whole = "".join((*pieces, node.text[end:]))
    if len(whole) > MOST_TEXT:
        notes.say(
            node.mark, Code.LIMIT, f"with its variables, a text of {len(whole)} characters; {MOST_TEXT} is the most"
        )
        refused = True
    return Refused(node.mark) if refused else Scalar(whole, node.mark, node.plain)


def _replacement(found: re.Match[str], texts: Mapping[str, str]) -> str:
    if FROM_ENVIRONMENT.fullmatch(found[0]):
        return found[0]
    return found[0][1:] if found["escaped"] else texts.get(found["name"].strip(), "")


def _why_not(found: re.Match[str], texts: Mapping[str, str]) -> tuple[str, str] | None:
    name = found["name"].strip()
    if found["escaped"] or FROM_ENVIRONMENT.fullmatch(found[0]):
        return None
    if name.startswith("env:"):
        help = "letters, digits and _, no digit first: ${env:BANK_LOGIN}"
        return f"{shortened(found[0])} names no environment variable", help
    if name in texts:
        return None
    if isinstance(texts, Given):
        help = closest(name, texts) or f'give it where the file is used: with: {{{name or "name"}: "..."}}'
        return f"{shortened(name)} is not given under `with:`", help
    help = closest(name, texts) or f'declare it: vars: {{{name or "name"}: "..."}}; for the text itself write $${{...}}'
    return f"{shortened(name)} is not under `vars:`", help


def _within(node: Scalar, part: str, notes: Notes) -> Mark:
    """Where a part of a text stands, when it stands on the text's first line as it is written."""
    line = notes.source.lines[node.mark.line - 1]
    column = line.find(part, node.mark.column - 1)
    return Mark(node.mark.line, column + 1, len(part)) if column >= 0 else node.mark
