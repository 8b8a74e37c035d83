"""The reference of scenario files in Markdown, made of the models that the loader checks them with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from parcours.scenario.kinds import Kind
from parcours.scenario.model import Accept, AppIds, Header, Limits, Promise, PromisesKeys, StepKeys
from parcours.scenario.translating import main_key

BELOW: Mapping[str, tuple[type[BaseModel], str]] = {
    "app": (AppIds, 'app: {ios: "1234567890", android: com.example.shoes}'),
    "limits": (Limits, "limits: {taps: 4, landing: 3 s, bytes: 2 MB}"),
    "accept": (Accept, "accept:\n  - {rule: app/banner-missing, why: no app this season, until: 2027-01-31}"),
    "promises": (PromisesKeys, "promises: {adviser: Anna Weber, reply: 10 min, inbox: true}"),
}

INTRODUCTION = """# Scenario files

Made by `parcours schema --format markdown`; do not edit.

One file is one journey, in YAML: what holds for all of it, where it starts, and what the customer does. Texts may be
in any language. `parcours lint` finds mistakes, `parcours schema` lets editors find them while you type.
"""


def reference(verbs: Mapping[str, Kind], channels: Mapping[str, Kind]) -> str:
    """The page: the header's keys, the channels and the verbs, each with an example."""
    return "\n".join(_lines(verbs, channels)) + "\n"


def _lines(verbs: Mapping[str, Kind], channels: Mapping[str, Kind]) -> Iterator[str]:
    yield INTRODUCTION
    yield "## What holds for all of it"
    yield ""
    yield from _table(Header, leave=frozenset())
    for key, (model, example) in BELOW.items():
        yield ""
        yield f"### `{key}`"
        yield ""
        yield from _fence(example)
        yield ""
        yield from _table(model, leave=frozenset())
    yield ""
    yield "## `start`: where the customer comes from"
    yield ""
    yield "One channel, and beside it what was promised there:"
    yield ""
    yield from _table(Promise, leave=frozenset())
    for name in sorted(channels):
        yield from _kind(channels[name])
    yield ""
    yield "## `steps`: what the customer does"
    yield ""
    yield "One verb a step, in order; beside it any step may have:"
    yield ""
    yield from _table(StepKeys, leave=frozenset())
    for name in sorted(verbs):
        yield from _kind(verbs[name])


def _kind(kind: Kind) -> Iterator[str]:
    yield ""
    yield f"### `{kind.name}`"
    yield ""
    main = kind.args.model_fields[main_key(kind)]
    yield f"{kind.summary} {main.description or ''}".strip()
    yield ""
    yield from _fence(kind.example)
    rest = frozenset({main_key(kind)})
    if len(kind.args.model_fields) > 1:
        yield ""
        yield from _table(kind.args, leave=rest)


def _fence(example: str) -> Iterator[str]:
    yield "```yaml"
    yield example
    yield "```"


def _table(model: type[BaseModel], leave: frozenset[str]) -> Iterator[str]:
    yield "| key | what it says | when left out |"
    yield "|---|---|---|"
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in leave:
            yield f"| `{key}` | {_cell(field.description or '')} | {_left_out(field)} |"


def _left_out(field: FieldInfo) -> str:
    if field.is_required():
        return "**required**"
    default: Any = field.get_default(call_default_factory=True)
    if default is None or default in ("", (), {}) or isinstance(default, BaseModel):
        return ""
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    if isinstance(default, float):
        return f"`{default:g}`"
    if isinstance(default, tuple):
        return f"`{', '.join(map(str, default))}`"
    return f"`{default}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
