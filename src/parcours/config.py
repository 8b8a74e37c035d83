"""What a project settles once: `[tool.parcours]` in pyproject.toml, or parcours.toml.

[tool.parcours]
devices = ["iphone", "android"]
scenarios = "scenarios"
reports = "reports"
allow-private = ["localhost:8000"]
timeout = 60
workers = 2
fail-on = "new"
min-severity = "minor"
strict = false
store-lookup = true
per-host = 2
identify = "parcours (+https://agency.example/audits)"
block-analytics = true
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from parcours.errors import UsageError, closest

OWN_FILE = "parcours.toml"
SHARED_FILE = "pyproject.toml"
PER_HOST = 2  # journeys at a site at once
LONGEST_PAUSE = 10  # seconds: a journey has not more than some tens of them

# A host name, an IPv4 address or a bracketed IPv6 address, and a port when only that one is meant.
_HOST = re.compile(r"(?P<host>[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(:(?P<port>[0-9]{1,5}))?")


@dataclass(frozen=True, slots=True)
class Lookups:
    """Whom to ask about a brand's app, beside its own site: the stores, and Apple's copy of association files.

    The addresses are those of Apple and Google, or of what stands for them in a rehearsal. `pause` is the least number
    of seconds between two questions to one host, for a whole run.
    """

    itunes: str = "https://itunes.apple.com"
    play: str = "https://play.google.com"
    apple_cdn: str = "https://app-site-association.cdn-apple.com"
    pause: float = 1.0

    @property
    def rehearsed(self) -> tuple[str, ...]:
        """The addresses that are not Apple's and Google's own: they may be private ones."""
        asked, own = (self.itunes, self.play, self.apple_cdn), (REAL.itunes, REAL.play, REAL.apple_cdn)
        return tuple(url for url in asked if url not in own)


REAL = Lookups()


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a project; what its file does not say has its default.

    `file` is where they came from, None when no file says anything. `scenarios` and `reports` are counted
    from its folder. `devices` are names as they were written, `allow_private` the hosts (or host:port) that
    may be private addresses, `timeout` a journey's limit in seconds, `workers` 0 when the machine decides. `fail_on` is
    "new", "all" or "never": what fails a run where there is a baseline; `min_severity` the least that does;
    `strict` whether what is unsettled does too.
    `brand` is the brand.toml of the reports that `parcours report` writes, None for none.
    `store_lookup` is True when the stores are asked about the app; the fields after it are those of `Lookups`.
    `per_host` is how many journeys may be at one site at once, 0 for any number; `identify` what is said to sites of
    who asks, "" for nothing; `block_analytics` whether those who count visitors are kept from counting ours.
    """

    file: Path | None = None
    devices: tuple[str, ...] = ()
    scenarios: Path = Path("scenarios")
    reports: Path = Path("reports")
    allow_private: tuple[str, ...] = ()
    timeout: float = 60.0
    workers: int = 0
    fail_on: str = "new"
    min_severity: str = "minor"
    strict: bool = False
    store_lookup: bool = False
    itunes: str = REAL.itunes
    play: str = REAL.play
    apple_cdn: str = REAL.apple_cdn
    lookup_pause: float = REAL.pause
    per_host: int = PER_HOST
    identify: str = ""
    block_analytics: bool = False
    brand: Path | None = None

    def lookups(self, *, asked: bool = False) -> Lookups | None:
        """Whom to ask about the app; None when neither the settings nor the caller (`asked`) want that."""
        if not (asked or self.store_lookup):
            return None
        return Lookups(self.itunes, self.play, self.apple_cdn, self.lookup_pause)


def load_config(folder: Path) -> Config:
    """The settings that hold in a folder: those of the nearest file upwards that has any.

    In one folder parcours.toml goes before pyproject.toml. Raises UsageError naming file and key.
    """
    start = folder.resolve()
    for above in (start, *start.parents):
        for name in (OWN_FILE, SHARED_FILE):
            settings = _settings(above / name)
            if settings is not None:
                return parsed(settings, above / name)
    return Config(**_folders(start))


def parsed(settings: Mapping[str, Any], file: Path) -> Config:
    """The settings of a file, checked. Raises UsageError for an unknown key or a value of a wrong kind."""
    for key in settings:
        if key not in _READERS:
            near = closest(key, _READERS) or f"the keys are {', '.join(_READERS)}"
            raise UsageError(f"{file}: {_key(file, key)} is not a setting of parcours", tip=near)
    values: dict[str, Any] = _folders(file.parent)
    for key, value in settings.items():
        values[key.replace("-", "_")] = _READERS[key](value, _Place(file, key))
    return Config(file=file, **values)


def _folders(home: Path) -> dict[str, Any]:
    """The folders that have a default, counted from `home`."""
    return {field.name: home / field.default for field in fields(Config) if isinstance(field.default, Path)}


def _settings(file: Path) -> Mapping[str, Any] | None:
    """The table of parcours in a file; None when there is no such file, or no such table in it."""
    if not file.is_file():
        return None
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be read: {error}", tip="mend it: it must be TOML in UTF-8") from error
    if file.name == OWN_FILE:
        return table
    tool = table.get("tool", {})
    settings = tool.get("parcours") if isinstance(tool, dict) else None
    if settings is not None and not isinstance(settings, dict):
        raise UsageError(f"{file}: tool.parcours must be a table", tip="write [tool.parcours] and the settings below")
    return settings


def _key(file: Path, key: str) -> str:
    return key if file.name == OWN_FILE else f"tool.parcours.{key}"


@dataclass(frozen=True, slots=True)
class _Place:
    file: Path
    key: str

    def wrong(self, wanted: str, value: object) -> UsageError:
        said = f"{self.file}: {_key(self.file, self.key)} must be {wanted}, not {value!r}"
        return UsageError(said, tip=f"for example: {self.key} = {_EXAMPLES[self.key]}")


def _texts(value: object, place: _Place) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise place.wrong("a list of texts", value)
    return tuple(value)


def _folder(value: object, place: _Place) -> Path:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise place.wrong("a file's name" if place.key == "brand" else "a folder's name", value)
    return place.file.parent / value


def _hosts(value: object, place: _Place) -> tuple[str, ...]:
    hosts = _texts(value, place)
    for host in hosts:
        match = _HOST.fullmatch(host)
        if not match or not 1 <= int(match["port"] or 1) <= 65535:
            raise place.wrong("a list of hosts, each with a port or without", host)
    return hosts


def _seconds(value: object, place: _Place) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < math.inf:
        raise place.wrong("a number of seconds above 0", value)
    return float(value)


def _count(value: object, place: _Place) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise place.wrong("a whole number from 1", value)
    return value


def _most(value: object, place: _Place) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise place.wrong("a whole number, 0 for any number", value)
    return value


MOST_IDENTITY = 200  # characters
_IDENTITY = re.compile(r"[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?")


def is_identity(text: str) -> bool:
    """True for what a header may say: visible ASCII in one line."""
    return len(text) <= MOST_IDENTITY and bool(_IDENTITY.fullmatch(text))


def _identity(value: object, place: _Place) -> str:
    if not isinstance(value, str) or not (is_identity(value) or not value):
        raise place.wrong(f"one line of ASCII, {MOST_IDENTITY} characters at most", value)
    return value


def _one_of(*words: str) -> Callable[[object, _Place], Any]:
    def read(value: object, place: _Place) -> str:
        if not isinstance(value, str) or value not in words:
            raise place.wrong(f"one of {', '.join(words)}", value)
        return value

    return read


def _flag(value: object, place: _Place) -> bool:
    if not isinstance(value, bool):
        raise place.wrong("true or false", value)
    return value


FAIL_ON = ("new", "all", "never")
SEVERITIES = ("blocker", "major", "minor", "note")


def _base(value: object, place: _Place) -> str:
    """A web address that paths are added to; its own path may not ask anything."""
    try:
        parts = urlsplit(value) if isinstance(value, str) else urlsplit("")
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not isinstance(value, str) or not sound or parts.query or parts.fragment or re.search(r"\s", value):
        raise place.wrong("a web address", value)
    return value.rstrip("/")


def _pause(value: object, place: _Place) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LONGEST_PAUSE:
        raise place.wrong(f"a number of seconds from 0 to {LONGEST_PAUSE}", value)
    return float(value)


_READERS: Mapping[str, Callable[[object, _Place], Any]] = {
    "devices": _texts,
    "scenarios": _folder,
    "reports": _folder,
    "allow-private": _hosts,
    "timeout": _seconds,
    "workers": _count,
    "fail-on": _one_of(*FAIL_ON),
    "min-severity": _one_of(*SEVERITIES),
    "strict": _flag,
    "store-lookup": _flag,
    "itunes": _base,
    "play": _base,
    "apple-cdn": _base,
    "lookup-pause": _pause,
    "per-host": _most,
    "identify": _identity,
    "block-analytics": _flag,
    "brand": _folder,
}

_EXAMPLES: Mapping[str, str] = {
    "devices": '["iphone", "android"]',
    "scenarios": '"scenarios"',
    "reports": '"reports"',
    "allow-private": '["localhost:8000"]',
    "timeout": "60",
    "workers": "2",
    "fail-on": '"new"',
    "min-severity": '"minor"',
    "strict": "false",
    "store-lookup": "true",
    "itunes": f'"{REAL.itunes}"',
    "play": f'"{REAL.play}"',
    "apple-cdn": f'"{REAL.apple_cdn}"',
    "lookup-pause": "1",
    "per-host": "2",
    "identify": '"parcours (+https://agency.example/audits)"',
    "block-analytics": "true",
    "brand": '"brand.toml"',
}
