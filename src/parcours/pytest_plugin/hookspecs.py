"""The hook that a project's conftest may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def pytest_parcours_context_options(scenario: str, device: str) -> Mapping[str, Any] | None:
    """Give what the phone of a journey has beside its likeness: Playwright's options for `new_context`.

    `scenario` is the scenario's id, `device` the device's name. `storage_state` (a session that is logged in, as
    values), `http_credentials`, `extra_http_headers` (every host gets them), `locale`, `timezone_id`, `geolocation`,
    `color_scheme`, `reduced_motion`, `contrast` and `forced_colors` can be set. Passwords, cookies and headers that let
    one in are shown nowhere.
    """
