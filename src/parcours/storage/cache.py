"""The folder for what can be had again: never a result, never a setting."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any


def cache_folder() -> Path:
    """Where this user's programs keep caches: XDG on Linux, its like on macOS and Windows."""
    home = Path.home()
    if sys.platform == "darwin":
        base = home / "Library" / "Caches"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "parcours"


def recall(name: str) -> Any:
    """What was kept under that name; None when nothing was, or when it cannot be read."""
    try:
        return json.loads((cache_folder() / f"{name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def keep(name: str, value: object) -> None:
    """Keep a JSON value under a name, whole or not at all. A cache that cannot be written is only slower."""
    file = cache_folder() / f"{name}.json"
    half = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(value), encoding="utf-8")
        half.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)


def forget(prefix: str) -> None:
    """Throw away everything that was kept under a name beginning like this."""
    for file in cache_folder().glob(f"{prefix}*.json"):
        with contextlib.suppress(OSError):
            file.unlink()
