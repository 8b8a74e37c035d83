"""Which browser Python tests get: the one that journeys use, where Playwright's own is not installed.

Registered last, its fixture wins over pytest-playwright's; a conftest still wins over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: Mapping[str, Any],
    browser_name: str,
    connect_options: object,
    request: pytest.FixtureRequest,
) -> Mapping[str, Any]:
    """What the project says; where it names no browser, the one that is there for tests on our phones."""
    told = browser_type_launch_args
    if connect_options or browser_name != "chromium" or {"channel", "executable_path"} & told.keys():
        return told
    if not _wanted(request):
        return told
    from parcours.browser.ladder import find_browser
    from parcours.errors import ParcoursError

    try:
        found = find_browser("chromium", headless=not request.config.getoption("headed", default=False))
    except ParcoursError:  # Playwright says what to do
        return told
    return {**told, "executable_path": found.executable} if found.executable else told


def _wanted(request: pytest.FixtureRequest) -> bool:
    """True where phones were asked for: projects that use nothing of ours keep what they had."""
    phones = any("parcours_device" in getattr(item, "fixturenames", ()) for item in request.session.items)
    return phones or request.config.pluginmanager.has_plugin("parcours-devices")
