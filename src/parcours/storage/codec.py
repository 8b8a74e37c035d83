"""Values to JSON and back. Every document carries a schema number."""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

T = TypeVar("T")


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Made once a kind: making one is dear."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def to_json(value: object) -> bytes:
    """A value of ours as compact JSON in ASCII: lone surrogates and controls stay escaped."""
    adapter = _adapter(type(value))
    try:
        return adapter.dump_json(value, ensure_ascii=True)
    except (PydanticSerializationError, UnicodeError):  # half a surrogate pair: Python's own writer escapes it
        return json.dumps(adapter.dump_python(value, mode="json")).encode("ascii")


def to_plain(value: object) -> Any:
    """The same as dictionaries, lists, numbers and text, ready for `json.dumps`."""
    return _adapter(type(value)).dump_python(value, mode="json")


def from_json(kind: type[T], text: str | bytes) -> T:
    """A value of ours from its JSON. Raises ValueError (pydantic's) that says what does not fit."""
    value: T = _adapter(kind).validate_json(text)
    return value


# Scripts write half a surrogate pair as an escape, and a pair as it is; an even run of backslashes before
# it means that the escape is one.
_HALF_A_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def from_script(kind: type[T], text: str) -> T:
    """The same for JSON that a page's texts went into: half a surrogate pair, which is no text, becomes U+FFFD."""
    return from_json(kind, _HALF_A_PAIR.sub(r"\1\\ufffd", text) if "\\ud" in text else text)


def from_plain(kind: type[T], plain: object) -> T:
    """A value of ours from what `to_plain` gave. Raises ValueError that says what does not fit."""
    value: T = _adapter(kind).validate_python(plain)
    return value
