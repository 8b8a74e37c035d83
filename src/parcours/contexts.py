"""What a house adds to its phones: a session that is logged in, a header, a time zone. Others offer it, we check it.

A package offers a `ContextOptions` under the entry point `parcours.contexts`; a conftest has pytest's hook
`pytest_parcours_context_options`, which takes and gives the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from parcours.discovery import installed
from parcours.errors import UsageError, closest

# Of Playwright's options for a new context, those that change who the customer is, and not what the phone is or what
# keeps a run safe: the likeness, the proxy, service workers, downloads and permissions are parcours' own.
ALLOWED = frozenset({
    "color_scheme", "contrast", "extra_http_headers", "forced_colors", "geolocation", "http_credentials", "locale",
    "reduced_motion", "storage_state", "timezone_id",
})  # fmt: skip
_SECRET_HEADERS = ("auth", "cookie", "token", "key", "secret", "session", "password")

Give = Callable[[str, str], Mapping[str, Any] | None]


@dataclass(frozen=True)
class ContextOptions:
    """One house's options. `give` gets the scenario's id and the device's name, and gives Playwright's options for
    `new_context` (https://playwright.dev/python/docs/api/class-browser#browser-new-context), or None.
    """

    name: str
    give: Give


def context_options(scenario: str, device: str) -> dict[str, Any]:
    """What installed packages add to a journey's phone. Raises UsageError for what may not be set, or cannot be had."""
    return merged((source.name, _given(source, scenario, device)) for source in _sources())


def _given(source: ContextOptions, scenario: str, device: str) -> Mapping[str, Any] | None:
    try:
        return source.give(scenario, device)
    except Exception as error:
        raise UsageError(
            f"the context options {source.name!r} cannot be had for {scenario}: {type(error).__name__}: {error}",
            tip="see the package that offers them; a journey without them would be another one",
        ) from error


@cache
def _sources() -> tuple[ContextOptions, ...]:
    return tuple(installed("parcours.contexts", ContextOptions))


def merged(given: Iterable[tuple[str, Mapping[str, Any] | None]]) -> dict[str, Any]:
    """Several sources' options as one, the first to set one wins; headers are put together.

    Raises UsageError, naming the source, for an option that may not be set.
    """
    whole: dict[str, Any] = {}
    headers: dict[str, str] = {}
    for name, options in given:
        for key, value in (options or {}).items():
            if key not in ALLOWED:
                raise UsageError(
                    f"{name}: {key!r} cannot be set for a phone",
                    tip=closest(key, ALLOWED) or f"what can be: {', '.join(sorted(ALLOWED))}",
                )
            if key == "extra_http_headers":
                headers = {**value, **headers}
            else:
                whole.setdefault(key, value)
    return {**whole, "extra_http_headers": headers} if headers else whole


def secrets_in(options: Mapping[str, Any]) -> Iterator[str]:
    """What of such options must never be shown: passwords, cookies, what a site stored, headers that let one in."""
    for name, value in options.get("extra_http_headers", {}).items():
        if any(word in name.casefold() for word in _SECRET_HEADERS):
            yield value
            yield from value.split()[1:]  # what follows "Bearer"
    if password := options.get("http_credentials", {}).get("password"):
        yield password
    state = options.get("storage_state")
    if isinstance(state, Mapping):
        yield from (cookie.get("value", "") for cookie in state.get("cookies", ()))
        stored = (entry for origin in state.get("origins", ()) for entry in origin.get("localStorage", ()))
        yield from (entry.get("value", "") for entry in stored)
