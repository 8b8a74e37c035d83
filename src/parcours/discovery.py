"""Find the members of a family (checks, steps, channels, reports) by walking its package."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from importlib.metadata import entry_points
from types import ModuleType
from typing import TypeVar

from parcours.errors import UsageError

T = TypeVar("T")


def members(package: ModuleType, kind: type[T]) -> Iterator[T]:
    """Every value of that kind in the modules below a package, in the order of the modules' names."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.ispkg:
            yield from inside(importlib.import_module(found.name), kind)


def inside(module: object, kind: type[T]) -> Iterator[T]:
    """Every value of that kind that a module holds."""
    return (value for value in vars(module).values() if isinstance(value, kind))


def installed(group: str, kind: type[T]) -> Iterator[T]:
    """Every value of that kind that other packages offer: an entry point names a value or a module.

    Raises UsageError when one cannot be imported: what silently vanishes looks like a pass.
    """
    for point in entry_points(group=group):
        try:
            loaded = point.load()
        except Exception as error:
            raise UsageError(
                f"the plug-in {point.name!r} ({point.value}) of {group} cannot be imported: {error}",
                tip="mend or uninstall it: a rule that is left out would look like a mended page",
            ) from error
        yield from [loaded] if isinstance(loaded, kind) else inside(loaded, kind)
