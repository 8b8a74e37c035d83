"""The house's own phones: staging asks who is there."""

import os
from collections.abc import Mapping
from typing import Any

from parcours.contexts import ContextOptions


def staging(scenario: str, _device: str) -> Mapping[str, Any] | None:
    """Let journeys whose name begins with `staging-` in."""
    if not scenario.startswith("staging-"):
        return None
    origin = os.environ.get("STAGING", "https://staging.shop.example")
    return {"http_credentials": {"username": "parcours", "password": os.environ["STAGING_PASSWORD"], "origin": origin}}


STAGING = ContextOptions("staging", staging)
