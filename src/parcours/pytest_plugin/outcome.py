"""A journey's result as pytest tells it: pass, fail with findings that can be read, or skip."""

from __future__ import annotations

import pytest

from parcours.comparing import Compared, Policy
from parcours.comparing.ending import failed, fine
from parcours.reporting.reasons import reasons
from parcours.reporting.text import clean
from parcours.results import JourneyResult, Status


def tell(result: JourneyResult, compared: Compared | None, policy: Policy) -> None:
    """Return when the journey passed; fail or skip otherwise. A site that is down is never a pass.

    Where there is a baseline it passes when nothing got worse.
    """
    if result.status is not Status.ERROR:
        if failed(result, compared, policy):
            pytest.fail("\n".join(reasons(result, compared, policy)), pytrace=False)
        if fine(result, compared):
            return
    if result.status is Status.INCONCLUSIVE:
        pytest.skip(clean(f"not judged: {result.reason} ({result.code})"))
    pytest.fail("\n".join(reasons(result, compared, policy)), pytrace=False)
