"""The devices that were asked for, for scenarios and for Python tests alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

import pytest

OPTION = "--device"


def fold_devices(args: Sequence[str]) -> list[str]:
    """The command line with all its --device in one: `--device=a --device b` becomes `--device=a,b`."""
    kept: list[str] = []
    devices: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if arg == OPTION:
            devices.append(next(waiting, ""))
        elif arg.startswith(OPTION + "="):
            devices.append(arg.partition("=")[2])
        else:
            kept.append(arg)
    return [f"{OPTION}={','.join(devices)}", *kept] if devices else kept


def devices_of(config: pytest.Config) -> tuple[str, ...]:
    """The devices of the command line, as we spell them. Raises pytest.UsageError for one that is none."""
    said = config.getoption("device", default=None)
    if not said:
        return ()
    from parcours.browser.devices import resolve_all
    from parcours.errors import ParcoursError

    try:
        return resolve_all(said if isinstance(said, list) else [said])
    except ParcoursError as error:
        raise pytest.UsageError(f"{OPTION}: {error}") from None


def device_plugin(names: tuple[str, ...]) -> ModuleType:
    """Stands in for pytest-playwright's `device` fixture: our names, and more than one. It keeps the `names`.

    A module, since pytest wants no fixtures of a session that are methods.
    """

    @pytest.fixture(scope="session")
    def device(request: pytest.FixtureRequest) -> str:
        """The name of Playwright's descriptor for the device under test."""
        from parcours.browser.devices import ALIASES

        name: str = getattr(request, "param", names[0])
        return ALIASES.get(name, name)

    def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
        """Python tests that open a page run once on each device."""
        if len(names) > 1 and "device" in metafunc.fixturenames:
            from parcours.browser.devices import slug

            ids = [slug(name) for name in names]
            metafunc.parametrize("device", names, indirect=True, scope="session", ids=ids)

    plugin = ModuleType("parcours-devices")
    vars(plugin).update(
        names=names,
        device=device,
        browser_type_launch_args=_launch_args,
        pytest_generate_tests=pytest_generate_tests,
    )
    return plugin


@pytest.fixture(name="browser_type_launch_args", scope="session")
def _launch_args(
    browser_type_launch_args: Mapping[str, Any],
    browser_name: str,
    connect_options: object,
    pytestconfig: pytest.Config,
) -> Mapping[str, Any]:
    """The browser that journeys use, where Playwright's own is not installed and the project names none."""
    told = browser_type_launch_args
    if connect_options or browser_name != "chromium" or {"channel", "executable_path"} & told.keys():
        return told
    from parcours.browser.ladder import find_browser
    from parcours.errors import ParcoursError

    try:
        found = find_browser("chromium", headless=not pytestconfig.getoption("headed", default=False))
    except ParcoursError:  # Playwright says what to do
        return told
    return {**told, "executable_path": found.executable} if found.executable else told


def forced_browsers(config: pytest.Config) -> Iterator[str]:
    """The engines of --browser, when it is given."""
    yield from config.getoption("browser", default=None) or ()
