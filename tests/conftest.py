"""What the tests share: one browser for all examples, and the data that only developers have."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.testing import Lab

# pytester moves HOME; which browser starts on this machine need not be found out anew for each of its tests.
os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    with Lab() as lab:
        yield lab


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the photographs and pages of ../shared/data are not here")
    return SHARED
