"""The devices that were asked for, for scenarios and for Python tests alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType

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
        pytest_generate_tests=pytest_generate_tests,
    )
    return plugin


def parametrise(metafunc: pytest.Metafunc) -> None:
    """Run a test on each of the project's own devices."""
    from parcours.browser.devices import slug
    from parcours.pytest_plugin.session import Session

    names = Session.of(metafunc.config).fallback
    metafunc.parametrize("parcours_device", names, indirect=True, ids=[slug(name) for name in names])


def forced_browsers(config: pytest.Config) -> Iterator[str]:
    """The engines of --browser, when it is given."""
    yield from config.getoption("browser", default=None) or ()
