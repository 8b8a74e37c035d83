"""Where the customer comes from: one file per channel, each an instance of Channel."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from parcours.discovery import installed, members
from parcours.errors import UsageError
from parcours.facts.artwork import Artwork
from parcours.facts.inapp import App
from parcours.facts.message import Message


@dataclass(frozen=True, slots=True)
class Opening:
    """What a customer gets by taking out the phone: an address to follow, or why there is none.

    `code` is "" when `url` can be followed, otherwise stable ("qr-none", "qr-not-url"...). `html` is a mail's, which
    the phone shows before its link is tapped; `inside` the social app in whose own browser the address opens.
    """

    url: str = ""
    artwork: Artwork | None = None
    code: str = ""
    reason: str = ""
    message: Message | None = None
    html: str = ""
    inside: App | None = None


@dataclass(frozen=True)
class Channel:
    """One way in. `main` is the field of `args` that the channel's own value fills (`qr: letter.pdf`).

    `open` gets the validated arguments and the scenario's folder, which its files must lie in; it raises
    ArtworkError for a file that cannot be read.
    """

    name: str
    summary: str
    args: type[BaseModel]
    main: str
    example: str
    open: Callable[[Any, Path], Opening]


def inside_folder(folder: Path, name: str) -> Path:
    """The file of that name below a folder, links followed. Raises UsageError when it does not lie there."""
    try:
        file = (folder / name).resolve()
        within = file.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL
        within = False
    if not within or Path(name).is_absolute() or ".." in Path(name).parts:
        raise UsageError(
            f"{name!r} is not below the scenario's folder", tip="copy the file there, for instance into assets/"
        )
    return file


@cache
def catalogue() -> Mapping[str, Channel]:
    """Every channel by name: ours and those that other packages offer."""
    found = (*members(sys.modules[__name__], Channel), *installed("parcours.channels", Channel))
    return {channel.name: channel for channel in sorted(found, key=lambda channel: channel.name)}
