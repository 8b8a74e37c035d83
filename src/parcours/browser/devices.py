"""Which phone is meant by a name, and which engine will stand for it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from typing import Any

from parcours.browser.processes import run_command
from parcours.errors import ToolError, UsageError, closest
from parcours.facts.model import Platform
from parcours.storage.cache import keep, recall

# Our four names, and the Playwright descriptor behind each.
ALIASES: Mapping[str, str] = {
    "iphone": "iPhone 13",
    "android": "Pixel 7",
    "small-android": "Galaxy S8",
    "ipad": "iPad (gen 7)",
}

SECONDS = 60.0  # that the driver may take to list them
_LIST = (
    "import json,playwright.sync_api as s\n"
    "with s.sync_playwright() as p: print(json.dumps({k: dict(v) for k, v in p.devices.items()}))"
)


@cache
def descriptors() -> Mapping[str, Mapping[str, Any]]:
    """Playwright's device descriptors by name.

    Only its driver knows them, and it is asked in a process of its own, because a program can hold
    one sync Playwright at most; the answer is kept for the installed version.
    """
    name = f"devices-{version('playwright')}"
    found: Mapping[str, Mapping[str, Any]] | None = recall(name)
    if not isinstance(found, dict):
        # -P: a json.py in the user's folder must not stand in for Python's.
        said = run_command((sys.executable, "-P", "-c", _LIST), SECONDS)
        if said.code != 0:
            why = said.err.strip() or f"it did not answer within {SECONDS:g} s"
            raise ToolError(
                f"Playwright's driver does not start: {why}",
                tip="reinstall it: pip install --force-reinstall playwright",
            )
        found = json.loads(said.out)
        keep(name, found)
    return found


def resolve(name: str) -> str:
    """A device's name as we spell it: one of our aliases, or Playwright's name exactly.

    Case does not matter. Raises UsageError with the closest names when there is no such device.
    """
    wanted = " ".join(name.split()).casefold()
    if wanted in ALIASES:
        return wanted
    known = {known.casefold(): known for known in descriptors()}
    if wanted in known:
        return known[wanted]
    near = closest(name, (*ALIASES, *descriptors()))
    raise UsageError(
        f"{name!r} is not a device", tip=near or f"one of {', '.join(ALIASES)}, or any name of `parcours devices`"
    )


def resolve_all(names: Iterable[str]) -> tuple[str, ...]:
    """Several names, comma-separated ones taken apart, each device once, in the order given."""
    split = (part for name in names for part in name.split(",") if part.strip())
    return tuple(dict.fromkeys(resolve(part) for part in split))


def short(title: str) -> str:
    """Our short name for one of Playwright's, where it has one."""
    return next((alias for alias, known in ALIASES.items() if known == title), title)


def descriptor(name: str) -> Mapping[str, Any]:
    """The Playwright descriptor of a resolved name."""
    return descriptors()[ALIASES.get(name, name)]


def platform(name: str) -> Platform:
    """The platform of a resolved name. Desktop descriptors count with the Androids they share an engine with."""
    agent = descriptor(name)["user_agent"]
    apple = any(word in agent for word in ("iPhone", "iPad", "iPod"))
    # iPadOS calls itself a Macintosh; only its touch screen tells it from a Mac.
    tablet = "Macintosh" in agent and descriptor(name)["has_touch"]
    return "ios" if apple or tablet else "android"


def meant(names: Iterable[str], device: str) -> bool:
    """True when one of the names means the device, a resolved name: itself, its platform, `iphone` or `ipad` at large.

    `android` is the platform here, and not the one phone that it stands for where devices are chosen.
    """
    title = ALIASES.get(device, device)
    kinds = {device, title, platform(device), title.partition(" ")[0].casefold()}
    return any(name in kinds or (name != "android" and ALIASES.get(name) == title) for name in names)


_SPOKEN = {"ios": "iOS", "android": "Android", "iphone": "iPhone", "ipad": "iPad"}


def spoken(names: Iterable[str]) -> str:
    """The names as people say them: `iPhone, Android`."""
    return ", ".join(_SPOKEN.get(name, ALIASES.get(name, name)) for name in names)


def slug(name: str) -> str:
    """The name as it stands in ids and folder names: lower case, words joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
