"""Find the checks: ours by walking the package, others' through entry points and hooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import parcours.checks
from parcours.checks import Check
from parcours.discovery import installed, members
from parcours.errors import UsageError, closest
from parcours.findings import Owner, Severity

AnyCheck = Check[Any, Any]


@dataclass(frozen=True)
class Selection:
    """Which checks to run: rule ids, areas and owners, any of them; empty means every check."""

    names: tuple[str, ...] = ()
    min_severity: Severity = Severity.NOTE

    def takes(self, check: AnyCheck) -> bool:
        """True when the check is selected."""
        named = not self.names or bool({"all", check.id, check.area, check.owner.value} & set(self.names))
        return named and check.severity.at_least(self.min_severity)


@cache
def discover() -> Mapping[str, AnyCheck]:
    """Every check by id, sorted by id.

    Raises UsageError when a third party's check cannot be imported, or when two checks share an id.
    """
    return _index((*members(parcours.checks, Check), *installed("parcours.checks", Check)))


def _index(checks: Iterable[AnyCheck]) -> Mapping[str, AnyCheck]:
    index: dict[str, AnyCheck] = {}
    for check in checks:
        if check.id in index:
            raise UsageError(f"two checks are called {check.id!r}", tip="rename one of them")
        index[check.id] = check
    return dict(sorted(index.items()))


def selection(names: Iterable[str], min_severity: Severity = Severity.NOTE) -> Selection:
    """A selection whose names all exist. Raises UsageError with the closest name otherwise."""
    return Selection(tuple(known_rule(name.strip()) for name in names), min_severity)


def known_rule(name: str) -> str:
    """The name of a rule, an area or a department. Raises UsageError with the closest one when it is none."""
    checks = discover().values()
    known = {"all", *(c.id for c in checks), *(c.area for c in checks), *(o.value for o in Owner)}
    if name not in known:
        raise UsageError(f"{name!r} is not a rule, an area or a department", tip=closest(name, known))
    return name
