"""Quantities and names as people write them in a scenario: "4 s", "2 taps", "25 mm", "2 MB".

Each type is made for a pydantic field: `within: Seconds = 5.0`. It takes the text of the file, or a plain
number from Python; its JSON form is text again. A decimal comma and no-break spaces are understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from parcours.errors import UsageError, closest

Known = Callable[[str], str]
"""Gives a name as it is spelt, or raises UsageError with the closest names as its tip."""

# At most nine digits before the point: what is longer is a slip, and thousands of digits are slow to convert.
_QUANTITY = re.compile(r"(?P<number>[0-9]{1,9}(?:[.,][0-9]{1,6})?)[ \u00a0\u202f]*(?P<unit>[A-Za-z]*)")
PLATFORMS = frozenset({"ios", "android"})
_YES = frozenset({"yes", "true", "on"})
_NO = frozenset({"no", "false", "off"})


def wrong(message: str, help: str = "") -> PydanticCustomError:
    """An error for a validator to raise: `message` goes beside the caret, `help` below it."""
    return PydanticCustomError("scenario", "{message}", {"message": message, "help": help})


def shortened(value: object, most: int = 60) -> str:
    """A value in quotes, as messages show it: never longer than a glance."""
    text = str(value)
    return repr(text if len(text) <= most else f"{text[: most - 1]}…")


@dataclass(frozen=True)
class Quantity:
    """A number with a unit: parses one kind of quantity and writes it again.

    `units` are sizes by spelling, the base unit first; "" among them means that a bare number will do.
    """

    kind: str
    units: Mapping[str, float]
    examples: tuple[str, ...]
    most: float
    whole: bool = False

    @property
    def base(self) -> str:
        """The unit that values are kept in."""
        return next(iter(self.units))

    def parse(self, value: object) -> float:
        """The quantity in its base unit. Raises an error that shows how it is written."""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise wrong(f"{self.kind} is expected here", self._how)
        number = self._read(value) if isinstance(value, str) else float(value)
        if not 0 <= number <= self.most:  # refuses nan too
            raise wrong(
                f"{shortened(value)} is out of range", f"{self.kind} is at most {self.most:.10g} {self.base}".strip()
            )
        if not self.whole:
            return number
        if number != int(number):
            raise wrong(f"{shortened(value)} is not {self.kind}: it must be whole", self._how)
        return int(number)

    def write(self, value: float) -> str:
        """The text that `parse` reads as that value."""
        return f"{value:.15g} {self.base}"

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the text."""
        units = "|".join(sorted((unit for unit in self.units if unit), key=lambda unit: (-len(unit), unit)))
        bare = "" in self.units
        text = {"type": "string", "pattern": rf"^\s*[0-9]+([.,][0-9]+)?\s*({units}){'?' if bare else ''}\s*$"}
        allowed = {"anyOf": [{"type": "integer" if self.whole else "number", "minimum": 0}, text]} if bare else text
        return {**allowed, "examples": list(self.examples)}

    @property
    def _how(self) -> str:
        return f"write {' or '.join(map(repr, self.examples))}"

    def _read(self, text: str) -> float:
        found = _QUANTITY.fullmatch(text.strip())
        if not found:
            raise wrong(f"{shortened(text)} is not {self.kind}", self._how)
        number, unit = found["number"], found["unit"]
        sizes = {known.casefold(): size for known, size in self.units.items()}
        if unit.casefold() in sizes:
            # Rounded, because 0.3 s and 300 ms must be the same number.
            return round(float(number.replace(",", ".")) * sizes[unit.casefold()], 9)
        if unit:
            raise wrong(f"{shortened(text)} is not {self.kind}", self._how)
        raise wrong(f"{shortened(text)} has no unit", f"write '{number} {self.base}' if that is what you mean")


_DURATION = Quantity(
    kind="a duration",
    units={
        "s": 1.0,
        "ms": 0.001,
        "min": 60.0,
        "sec": 1.0,
        "second": 1.0,
        "seconds": 1.0,
        "minute": 60.0,
        "minutes": 60.0,
        "seconde": 1.0,
        "secondes": 1.0,
    },
    examples=("4 s", "500 ms", "1 min"),
    most=3600.0,
)
_TAPS = Quantity(
    kind="a number of taps",
    units={"taps": 1.0, "tap": 1.0, "": 1.0},
    examples=("2 taps", "1 tap"),
    most=100.0,
    whole=True,
)
_COUNT = Quantity(kind="a number", units={"": 1.0}, examples=("2", "40"), most=100_000.0, whole=True)
_SCREENS = Quantity(
    kind="a number of screens",
    units={"screens": 1.0, "screen": 1.0, "": 1.0},
    examples=("3 screens", "2.5"),
    most=1000.0,
)
_LENGTH = Quantity(
    kind="a length",
    units={"mm": 1.0, "cm": 10.0, "m": 1000.0},
    examples=("25 mm", "3 cm"),
    most=100_000.0,
)
# Data volumes are decimal, as operators sell them; "o" is the French octet.
_VOLUME = Quantity(
    kind="an amount of data",
    units={
        "B": 1.0,
        "kB": 1e3,
        "MB": 1e6,
        "GB": 1e9,
        "bytes": 1.0,
        "o": 1.0,
        "ko": 1e3,
        "Mo": 1e6,
        "Go": 1e9,
    },
    examples=("2 MB", "300 kB"),
    most=1e12,
    whole=True,
)


def _yes_or_no(value: object) -> object:
    word = value.strip().casefold() if isinstance(value, str) else value
    if word is True or word in _YES:
        return True
    if word is False or word in _NO:
        return False
    raise wrong("yes or no is expected here" if not isinstance(value, str) else f"{shortened(value)} is not yes or no")


def _day(value: object) -> object:
    text = value.strip() if isinstance(value, str) else value
    if isinstance(text, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise wrong(f"there is no day {shortened(text)}", "write year-month-day: 2027-01-31") from None
    if isinstance(value, date):
        return value
    raise wrong(
        "a day is expected here" if not isinstance(text, str) else f"{shortened(text)} is not a day",
        "write year-month-day: 2027-01-31",
    )


def one_or_several(value: object) -> object:
    """A list; a single text stands for a list of one, and commas part several: `a, b`."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def one(value: object) -> object:
    """A list; a single text stands for a list of one, commas and all."""
    return [value] if isinstance(value, str) else value


def _asset(value: str, info: ValidationInfo) -> str:
    parts = PurePosixPath(value).parts
    if not parts or value.startswith(("/", "~")) or ".." in parts or "\\" in value or ":" in value:
        raise PydanticCustomError(
            "asset",
            "{message}",
            {
                "message": f"{shortened(value)} is not a path below the scenario's folder",
                "help": "keep the file beside the scenario, for instance in assets/, and name it from there with `/`",
            },
        )
    folder: Path | None = (info.context or {}).get("folder")
    if folder is None:
        return value
    try:
        message, help = _missing(folder, value)
    except (OSError, RuntimeError, ValueError):  # a name that is too long, a circle of links, a NUL
        message, help = f"{shortened(value)} cannot be opened", "give the file a short name, and no link to itself"
    if message:
        raise PydanticCustomError("asset", "{message}", {"message": message, "help": help})
    return value


def _missing(folder: Path, value: str) -> tuple[str, str]:
    """Why a file cannot be had from a scenario's folder, and what to do; "" when it can."""
    file = (folder / value).resolve()
    if not file.is_relative_to(folder.resolve()):
        return f"{shortened(value)} leads out of the scenario's folder", "copy the file there"
    if file.is_file():
        return "", ""
    near = closest(file.name, (f.name for f in file.parent.iterdir())) if file.parent.is_dir() else ""
    return f"there is no file {shortened(value)} beside the scenario", near


def _known(kind: str) -> Callable[[str, ValidationInfo], str]:
    def spelt(value: str, info: ValidationInfo) -> str:
        known: Known | None = (info.context or {}).get(kind)
        if known is None:
            return value
        try:
            return known(value)
        except UsageError as error:
            raise PydanticCustomError(
                "unknown_name", "{message}", {"message": error.message, "help": error.tip}
            ) from error

    return spelt


def _phone(value: str, info: ValidationInfo) -> str:
    return value.casefold() if value.casefold() in PLATFORMS else _known("device")(value, info)


Seconds = Annotated[
    float,
    BeforeValidator(_DURATION.parse),
    PlainSerializer(_DURATION.write, when_used="json"),
    WithJsonSchema(_DURATION.schema()),
]
"""A time in seconds, at most an hour: "4 s", "500 ms", "1,5 min". A bare number is refused."""

Taps = Annotated[
    int,
    BeforeValidator(_TAPS.parse),
    PlainSerializer(lambda taps: "1 tap" if taps == 1 else f"{taps} taps", when_used="json"),
    WithJsonSchema(_TAPS.schema()),
]
"""A number of taps: "2 taps", "1 tap", "2"."""

Count = Annotated[
    int,
    BeforeValidator(_COUNT.parse),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema(_COUNT.schema()),
]
"""A plain number: "40"."""

Screens = Annotated[
    float,
    BeforeValidator(_SCREENS.parse),
    PlainSerializer(lambda screens: "1 screen" if screens == 1 else f"{screens:g} screens", when_used="json"),
    WithJsonSchema(_SCREENS.schema()),
]
"""A number of screens: "3 screens", "2.5"."""

Millimetres = Annotated[
    float,
    BeforeValidator(_LENGTH.parse),
    PlainSerializer(_LENGTH.write, when_used="json"),
    WithJsonSchema(_LENGTH.schema()),
]
"""A length in millimetres: "25 mm", "3 cm"."""

Bytes = Annotated[
    int,
    BeforeValidator(_VOLUME.parse),
    PlainSerializer(_VOLUME.write, when_used="json"),
    WithJsonSchema(_VOLUME.schema()),
]
"""An amount of data in bytes, decimal: "2 MB" is 2,000,000. "Mo" is understood."""

YesNo = Annotated[
    bool,
    BeforeValidator(_yes_or_no),
    WithJsonSchema({"enum": [True, False, "yes", "no", "on", "off"]}),
]
"""yes, no, true, false, on or off."""

Day = Annotated[
    date,
    BeforeValidator(_day),
    PlainSerializer(date.isoformat, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
"""A day: 2027-01-31."""

RuleName = Annotated[str, AfterValidator(_known("rule"))]
"""A rule, an area or a department, held against the names that the loader's caller knows."""

DeviceName = Annotated[str, AfterValidator(_known("device"))]
"""A phone or tablet, as the loader's caller spells it."""

PhoneName = Annotated[str, AfterValidator(_phone)]
"""A device's name, or `ios` or `android` for all of a platform."""

AssetFile = Annotated[str, AfterValidator(_asset)]
"""A file beside the scenario or below it, by its relative path; one that is not there is refused."""
