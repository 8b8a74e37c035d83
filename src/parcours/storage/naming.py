"""What a run's folder is called."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime


def run_name() -> str:
    """A new run's name: when it began, and a little chance, because two may begin at once."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
