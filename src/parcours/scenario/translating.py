"""What pydantic says about a value, in the scenario author's words and at the right place of the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from parcours.errors import closest
from parcours.scenario.kinds import Kind
from parcours.scenario.problems import Code, Mark
from parcours.scenario.reader import Entries, Items, Node, Refused, Scalar
from parcours.scenario.units import shortened

Loc = tuple[int | str, ...]

_OURS = {"scenario": Code.VALUE, "unknown_name": Code.UNKNOWN_NAME, "asset": Code.ASSET}
_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "bool_type": "yes or no",
    "bool_parsing": "yes or no",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem before it knows its file. `missing` names the key that is not there, "" for any other fault."""

    mark: Mark
    code: Code
    message: str
    help: str = ""
    missing: str = ""


def plain(node: Node) -> Any:
    """The tree as texts, lists and dictionaries; the node itself where something was refused."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if isinstance(node, Entries):
        return {key.text: plain(value) for key, value in node.entries}
    return node


def keys_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """A model's fields by the key that stands for each in the file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def main_key(kind: Kind) -> str:
    """The key of the field that a word's own value fills."""
    return kind.args.model_fields[kind.main].alias or kind.main


def other_key(kind: Kind) -> str:
    """The only other key that must be there: the word's own value fills it where the main one stands beside the word.

    `type: "Anna"` with `into: "Your name"` reads as well as `type: "Your name"` with `text: "Anna"`. "" for most words.
    """
    others = [key for key, field in keys_of(kind.args).items() if field.is_required() and key != main_key(kind)]
    return others[0] if len(others) == 1 else ""


def faults(error: ValidationError, root: Entries, model: type[BaseModel], owner: str) -> Iterator[Fault]:
    """Every error once, at its place. Nothing is said about what was refused before.

    `owner` is what the model's own keys belong to: "`see`", "a scenario".
    """
    wrong_values: set[Mark] = set()
    for details in error.errors(include_input=False, include_url=False):
        about_key = details["type"] == "extra_forbidden"
        node, mark = _place(root, details["loc"], about_key=about_key)
        if isinstance(node, Refused) and not about_key:
            continue
        fault = _fault(details, node, mark, model, owner)
        if fault.code in {Code.MISSING, Code.UNKNOWN_KEY} or mark not in wrong_values:
            yield fault
        # A value that fits none of several types is one fault, not one for each type.
        wrong_values.add(mark)


def _place(root: Node, loc: Loc, *, about_key: bool) -> tuple[Node, Mark]:
    """The deepest node on the way to the error, and the mark to point at: the last key's when it is about that."""
    node, mark, key = root, root.mark, None
    for part in loc:
        if isinstance(node, Entries) and (found := node.key(str(part))) is not None:
            key, node = found, node.get(found.text) or node
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        mark = node.mark
    # pydantic says "[key]" when a dictionary's key is at fault, not its value.
    if key is not None and (about_key or loc[-1] == "[key]"):
        return (node if about_key else key), key.mark
    return node, mark


def _fault(details: ErrorDetails, node: Node, mark: Mark, model: type[BaseModel], owner: str) -> Fault:
    kind, loc, context = details["type"], details["loc"], details.get("ctx", {})
    if kind == "missing":
        return Fault(mark, Code.MISSING, f"{loc[-1]!r} is missing", missing=str(loc[-1]))
    if kind == "extra_forbidden":
        return _unknown_key(mark, loc, model, owner)
    field = _field_at(model, loc)
    described = (field.description or "") if field else ""
    if kind in _OURS:
        return Fault(mark, _OURS[kind], context["message"], context["help"] or described)
    message, help = _in_words(kind, details["msg"], context, node)
    return Fault(mark, Code.VALUE, message, help or described)


def _unknown_key(mark: Mark, loc: Loc, model: type[BaseModel], owner: str) -> Fault:
    holder = _field_at(model, loc[:-1])
    inner = _model_in(holder.annotation) if holder else model
    named = next((part for part in reversed(loc[:-1]) if isinstance(part, str)), "")  # of a list, not its number
    belongs = f"`{named}`" if holder else owner
    return unknown_key(Scalar(str(loc[-1]), mark), keys_of(inner) if inner else (), belongs)


def unknown_key(key: Scalar, known: Collection[str], owner: str) -> Fault:
    """A key that is not one of the known, with the closest of these."""
    message = f"{shortened(key.text)} is not a key of {owner}"
    foreign = sorted({c for c in key.text if not c.isascii()})
    near = closest(key.text, known)
    if near and foreign:
        # A Cyrillic a looks like ours; without its number nobody finds it.
        near += f" ({', '.join(f'{c!r} is U+{ord(c):04X}' for c in foreign)})"
    return Fault(key.mark, Code.UNKNOWN_KEY, message, near or (f"its keys are {', '.join(known)}" if known else ""))


def _in_words(kind: str, said: str, context: Mapping[str, Any], node: Node) -> tuple[str, str]:
    shown = shortened(node.text) if isinstance(node, Scalar) else ""
    if kind in {"literal_error", "enum"}:
        expected = str(context["expected"])
        near = closest(node.text, re.findall(r"'([^']*)'", expected)) if isinstance(node, Scalar) else ""
        return (f"{shown} is not {expected}" if shown else f"{expected} is expected here"), near
    if kind in _EXPECTED:
        return (f"{shown} is not {_EXPECTED[kind]}" if shown else f"{_EXPECTED[kind]} is expected here"), ""
    if kind == "string_too_short" and context["min_length"] == 1:
        return "the text is empty", ""
    said = said.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    if found := re.match(r"(Input|String) should", said):
        return f"{shown or 'this'} should{said[found.end() :]}", ""
    return (f"{shown}: {said}" if shown else said), ""


def _field_at(model: type[BaseModel], loc: Loc) -> FieldInfo | None:
    """The field that an error is about, as far as it can be followed."""
    field: FieldInfo | None = None
    inner: type[BaseModel] | None = model
    for part in loc:
        if inner is not None and part in keys_of(inner):
            field = keys_of(inner)[str(part)]
            inner = _model_in(field.annotation)
    return field


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)
