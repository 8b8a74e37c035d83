from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest
import yaml

import parcours.channels
import parcours.steps
from parcours.scenario.schema import DRAFT, json_schema

TYPES: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}
ANNOTATIONS = {"$schema", "title", "description", "default", "examples", "format"}


def fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """What draft 7 says of a value, for the words that our schema uses; any other word is an error."""
    return all(_fits(word, value, schema) for word in schema.keys() - ANNOTATIONS)


def _fits(word: str, value: Any, schema: Mapping[str, Any]) -> bool:  # noqa: C901, PLR0911 - a table of words
    said = schema[word]
    match word:
        case "type":
            return any(TYPES[name](value) for name in ([said] if isinstance(said, str) else said))
        case "anyOf":
            return any(fits(value, branch) for branch in said)
        case "enum":
            return value in said
        case "const":
            return value == said
        case "required":
            return not isinstance(value, dict) or set(said) <= value.keys()
        case "properties" | "patternProperties" | "additionalProperties":
            return not isinstance(value, dict) or all(fits(value[key], found) for key, found in _members(value, schema))
        case "items":
            return not isinstance(value, list) or all(fits(item, said) for item in value)
        case "pattern":
            return not isinstance(value, str) or re.search(said, value) is not None
        case "minLength" | "maxLength":
            return not isinstance(value, str) or (len(value) >= said if word == "minLength" else len(value) <= said)
        case "minimum" | "maximum":
            return not TYPES["number"](value) or (value >= said if word == "minimum" else value <= said)
    raise AssertionError(f"{word} is not understood by this test")


NEVER = {"enum": []}


def _members(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key in value:
        named = [schema["properties"][key]] if key in schema.get("properties", {}) else []
        named += [found for pattern, found in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
        yield from ((key, found) for found in named)
        if not named and schema.get("additionalProperties") is False:
            yield key, NEVER


@pytest.fixture
def schema(kinds_of_words):
    return json_schema(*kinds_of_words)


def nodes(schema: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from nodes(part)


def fields(schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], bool]]:
    for node in nodes(schema):
        if isinstance(node.get("properties"), dict):
            yield from ((key, field, key in node.get("required", ())) for key, field in node["properties"].items())


def test_it_is_draft_7_without_references_or_words_of_later_drafts(schema):
    assert schema["$schema"] == DRAFT
    words = {word for node in nodes(schema) for word in node}
    assert words & {"$ref", "$defs", "prefixItems", "unevaluatedProperties", "dependentRequired"} == set()
    assert json.loads(json.dumps(schema)) == schema


def test_every_field_is_described_and_says_its_default(schema):
    assert [key for key, field, _ in fields(schema) if not field.get("description")] == []
    words = {
        "see",
        "tap",
        "type",
        "find",
        "check",
        "wait",
        "go",
        "send",
        "expect-badge",
        "expect-reply",
        "qr",
        "sms",
        "link",
    }
    optional = {key for key, field, required in fields(schema) if not required and "default" not in field}
    assert optional - words == set()
    assert all(node["additionalProperties"] is False for node in nodes(schema) if node.get("type") == "object")


def test_defaults_are_written_as_in_a_file(schema):
    defaults = {key: field["default"] for key, field, _ in fields(schema) if "default" in field}
    assert defaults["distance"] == "300 mm"
    assert defaults["devices"] == []
    see = next(form for form in schema["properties"]["steps"]["items"]["anyOf"] if "see" in form.get("properties", ()))
    assert see["properties"]["within"]["default"] == "5 s"


START = {"parcours": 1, "start": {"link": "https://shop.example/"}}


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{devices: iphone}",
        "{devices: [iphone, 'Pixel 7'], lang: fr, name: 2026}",
        "{app: {ios: 1234567890, android: com.example.shoes}}",
        "{sites: {Bottines.localhost: 'demo:shop', x.example: '127.0.0.1:8000'}}",
        "{limits: {taps: 4, landing: 3 s, bytes: 2 MB}}",
        "{limits: {taps: 4 taps}}",
        "{vars: {a: x, b: 12}}",
        "{allow-send: [staging.bank.example, '127.0.0.1', '*.shop.example', 'x.example:8000'], consent: refuse}",
        "{promises: {inbox: true, chat: no, adviser: Anna, reply: 60 s, hours: '9-18', loyalty: a}, brand: Bottines}",
        "{steps: [{type: Anna, into: Name}, {type: Name, text: Anna}, {type: {into: Name, text: Anna}}]}",
        "{vars: {a: '${env:A}'}, steps: [{type: {into: a, text: '${a} ${env:B}'}}]}",
        "{promises: {loyalty: [a, b]}, steps: [{see: x, only-on: ios}, {see: y, only-on: [iphone, Pixel 7]}]}",
        "{hosts: ['*.shop.example'], allow-private: 127.0.0.1, service-workers: allow}",
        "{start: {qr: a.pdf, printed: {width: 25 mm}, expect-text: x, fallback-url: 'https://x.example'}}",
        "{start: {qr: {file: a.pdf, printed: {width: 25 mm, distance: 30 cm}}}}",
        "{steps: [{see: Bottes}, {see: 42}, {see: x, within: 4 s, id: see-x}, {see: {text: x, within: 500 ms}}]}",
        "{steps: [wait, {wait: }, {wait: 2 s}, {wait: {for: x}}, {for: x, wait: }, {check: plugin}, {check: [a, b]}]}",
        "{steps: [{find: contact, any-of: [call, store], within: 2}, {find: app, within: 2 taps}]}",
        "{steps: [{type: {into: a, text: b}}, {type: a, text: b}, {expect-badge: 1}, {expect-reply: {within: 60 s}}]}",
    ],
)
def test_what_the_loader_takes_the_schema_takes(schema, text):
    assert fits({**START, **yaml.safe_load(text)}, schema)


@pytest.mark.parametrize(
    "text",
    [
        "{parcours: 2}",
        "{start: {}}",
        "{start: {link: a, sms: b}}",
        "{start: {link: a, expect-txt: b}}",
        "{devics: iphone}",
        "{lang: français}",
        "{limits: {landing: 3}}",
        "{limits: {landing: 3 taps}}",
        "{limits: {tap: 3}}",
        "{limits: {taps: 3 s}}",
        "{app: {ios: boots}}",
        "{sites: {'https://x': '127.0.0.1:8000'}}",
        "{sites: {x: y}}",
        "{hosts: ['a/b']}",
        "{service-workers: maybe}",
        "{allow-send: ['https://x.example']}",
        "{consent: yes}",
        "{promises: {reply: 60}}",
        "{promises: {inbox: perhaps}}",
        "{promises: {phone: yes}}",
        "{vars: {1a: x}}",
        "{steps: {see: x}}",
        "{steps: [see]}",
        "{steps: [{see: }]}",
        "{steps: [{see: ''}]}",
        "{steps: [{see: x, tap: y}]}",
        "{steps: [{see: x, within: 4}]}",
        "{steps: [{see: x, id: See X}]}",
        "{steps: [{sea: x}]}",
        "{steps: [{type: a}]}",
        "{steps: [{type: {into: a}}]}",
        "{steps: [{find: human}]}",
        "{steps: [{find: app, any_of: call}]}",
        "{steps: [{expect-badge: one}]}",
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(schema, text):
    assert not fits({**START, **yaml.safe_load(text)}, schema)


def as_editors_do(value: Any) -> Any:
    """What YAML 1.2 makes of it: `on` is a key like any other, a day is a text."""
    if isinstance(value, dict):
        return {"on" if key is True else key: as_editors_do(part) for key, part in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def test_the_examples_of_every_verb_and_channel_fit_the_schema():
    verbs, channels = parcours.steps.catalogue(), parcours.channels.catalogue()
    schema = json_schema(verbs, channels)
    for verb in verbs.values():
        assert fits({**START, "steps": [as_editors_do(yaml.safe_load(verb.example))]}, schema), verb.example
    for channel in channels.values():
        assert fits({"parcours": 1, "start": yaml.safe_load(channel.example)}, schema), channel.example
