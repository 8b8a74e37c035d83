"""French as printers set it. Whoever writes a French text may use plain spaces: they are set right here.

Rules of the Imprimerie nationale's « Lexique »: a narrow no-break space before ; ! ? and % and inside of
quotation marks, a no-break space before the colon, none of them elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

NARROW = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"
_SPACES = rf"[ {NO_BREAK}{NARROW}]"

# What stands before, what stands after, and what is put in place of the spaces between. Only spaces that are there
# are changed: an address and a piece of code have none before their marks.
_SETTING = (
    (re.compile(rf"{_SPACES}+(?=[;!?%](?!\w))"), NARROW),
    (re.compile(rf"{_SPACES}+(?=:(?:\s|$))"), NO_BREAK),
    (re.compile(rf"(?<=«){_SPACES}*"), NARROW),
    (re.compile(rf"(?:{_SPACES}+|(?<!{_SPACES}))(?=»)"), NARROW),
    (re.compile(rf"(?<=[\d}}]){_SPACES}(?=(?:[kM]?o|px|mm|cm|m?s|h)\b)"), NO_BREAK),
    (re.compile(rf"(?<=\bh){_SPACES}(?=\{{minute)"), NO_BREAK),
)


class Misprint(NamedTuple):
    """A place that is not set as French is, with its surroundings."""

    what: str
    where: str


_MISPRINTS = (
    ("a straight quotation mark or apostrophe", re.compile(r"[\"']")),
    ("English quotation marks", re.compile("[“”]")),
    ("no narrow no-break space before the mark", re.compile(rf"[^{NARROW}\W][;!?](?=\s|$)|[ {NO_BREAK}][;!?]")),
    ("no narrow no-break space before the percent sign", re.compile(rf"[ {NO_BREAK}]%|\d%")),
    ("no no-break space before the colon", re.compile(rf"[^{NO_BREAK}]:(?=\s|$)")),
    ("no narrow no-break space inside the quotation marks", re.compile(rf"«(?!{NARROW})|(?<!{NARROW})»")),
    ("two spaces", re.compile(rf"{_SPACES}{{2}}")),
    ("a decimal point", re.compile(r"(?<![\w.])\d+\.\d+(?![\w.])")),
)


def french(text: str) -> str:
    """The text with its spaces as French wants them. What is set already stays as it is."""
    for spaces, wanted in _SETTING:
        text = spaces.sub(wanted, text)
    return text


def set_in_french(value: T) -> T:
    """A value of ours (dataclasses, tuples, mappings) with all of its texts set; keys stay."""
    return _walked(value)  # type: ignore[no-any-return]


def _walked(value: Any) -> Any:
    if isinstance(value, str):
        return french(value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _walked(getattr(value, f.name)) for f in fields(value)})
    if isinstance(value, Mapping):
        return {key: _walked(part) for key, part in value.items()}
    if isinstance(value, tuple):
        parts = [_walked(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def misprints(text: str) -> tuple[Misprint, ...]:
    """Where a French text is not set as French is."""
    return tuple(
        Misprint(what, text[max(0, found.start() - 20) : found.end() + 20])
        for what, pattern in _MISPRINTS
        for found in pattern.finditer(text)
    )
