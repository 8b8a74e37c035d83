"""The JSON Schema of scenario files, made of the models that the loader checks them with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from parcours.scenario.kinds import Kind
from parcours.scenario.model import Header, Promise, StepKeys
from parcours.scenario.translating import main_key, other_key

DRAFT = "http://json-schema.org/draft-07/schema#"

Schema = dict[str, Any]


def json_schema(verbs: Mapping[str, Kind], channels: Mapping[str, Kind]) -> Schema:
    """The schema (draft 7) of a scenario file with these verbs and channels, for editors."""
    header = _model(Header)
    start = [form for kind in _sorted(channels) for form in _forms(kind, Promise)]
    steps = [form for kind in _sorted(verbs) for form in _forms(kind, StepKeys)]
    bare = [kind.name for kind in _sorted(verbs) if not _model(kind.args).get("required")]
    if bare:
        steps.append({"enum": bare, "description": "A verb that needs nothing more."})
    return {
        "$schema": DRAFT,
        "title": "A parcours scenario",
        "description": "One customer's journey: where it starts, and what the customer does.",
        **{key: header[key] for key in ("type", "additionalProperties")},
        "required": ["parcours", "start"],
        "properties": {
            **header["properties"],
            "start": {"description": "Where the customer comes from: one channel.", "anyOf": start},
            "steps": {
                "description": "What the customer does: one verb a step, in order.",
                "default": [],
                "type": "array",
                "items": {"anyOf": steps},
            },
        },
    }


def _sorted(kinds: Mapping[str, Kind]) -> Iterable[Kind]:
    return (kinds[name] for name in sorted(kinds))


def _forms(kind: Kind, shared: type[BaseModel]) -> tuple[Schema, ...]:
    """The ways to write a word: its main value with the other keys beside it, or all keys below it."""
    args = _model(kind.args)
    fields, required = args["properties"], args.get("required", [])
    main = main_key(kind)
    described = {"description": kind.summary, "examples": [kind.example]}
    own = {**fields[main], "description": f"{kind.summary} {fields[main]['description']}"}
    if main not in required:
        own = {**described, "anyOf": [fields[main], {"type": "null"}]}
    others = {key: field for key, field in fields.items() if key not in {main, kind.name}}
    common = _model(shared)["properties"]
    optional = {key: field for key, field in others.items() if key not in required}
    form = {**described, "type": "object", "additionalProperties": False}
    other = other_key(kind)
    swapped = {
        **form,
        "required": [kind.name, main],
        "properties": {kind.name: fields.get(other), main: fields[main], **common, **_without(others, other)},
    }
    return (
        {
            **form,
            "required": [kind.name, *(k for k in required if k != main)],
            "properties": {kind.name: own, **common, **others},
        },
        *([swapped] if other else []),
        {
            **form,
            "required": [kind.name],
            "properties": {kind.name: {**args, "description": kind.summary}, **common, **optional},
        },
    )


class _Generator(GenerateJsonSchema):
    """Writes defaults as the file does ("5 s"), and gives every field a description."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model's schema."""
        made = super().model_schema(schema)
        defaults = schema["cls"].model_construct().model_dump(mode="json", by_alias=True)
        for key, field in made.get("properties", {}).items():
            if key not in made.get("required", ()) and key in defaults:
                field["default"] = defaults[key]
            field.setdefault("description", field.get("title", key))
        made["additionalProperties"] = False
        return made

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A text's schema."""
        # An editor takes an unquoted 12:30 or 0612345670 for a number; to the loader it is the text that it is.
        return {**super().str_schema(schema), "type": ["string", "number", "boolean"]}


def _model(model: type[BaseModel]) -> Schema:
    made = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    return _draft7(made, made.pop("$defs", {}))  # type: ignore[no-any-return]


def _draft7(node: Any, definitions: Mapping[str, Any]) -> Any:
    """The same in draft 7's words, definitions put in place: there, what stands beside a $ref is not read."""
    if isinstance(node, list):
        return [_draft7(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = definitions[node["$ref"].rpartition("/")[2]]
        return _draft7({**target, **{key: value for key, value in node.items() if key != "$ref"}}, definitions)
    made = {key: _within(key, value, definitions) for key, value in node.items() if key != "title"}
    return _lenient(made)


def _within(key: str, value: Any, definitions: Mapping[str, Any]) -> Any:
    if key == "properties":  # its keys are names of fields, not words of the schema
        return {name: _draft7(field, definitions) for name, field in value.items()}
    return value if key in {"default", "examples", "enum", "const", "required"} else _draft7(value, definitions)


def _lenient(node: Schema) -> Schema:
    """As forgiving as the loader: one text for a list of one, an absent value left out."""
    if "prefixItems" in node:
        node["items"] = node.pop("prefixItems")
    if "anyOf" in node and {"type": "null"} in node["anyOf"]:
        rest = [branch for branch in node["anyOf"] if branch != {"type": "null"}]
        node = {**rest[0], **_without(node, "anyOf")} if len(rest) == 1 else {**node, "anyOf": rest}
    if "patternProperties" in node:
        node["additionalProperties"] = False
    if node.get("type") == "array" and isinstance(node.get("items"), dict) and node["items"].get("type") != "object":
        listed = {key: node[key] for key in ("type", "items")}
        return {**_without(node, "type", "items"), "anyOf": [listed, {"type": "string"}]}
    return node


def _without(node: Schema, *keys: str) -> Schema:
    return {key: value for key, value in node.items() if key not in keys}
