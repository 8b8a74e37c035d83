"""Does our customer's journey work on a phone?

    import parcours

    result = parcours.run_journey("scenarios/spring.yaml", device="iphone")
    for finding in result.findings:
        print(finding.owner, finding.message)

What stands in `__all__` is the public interface for programs, with `parcours.testing` for those who write rules; each
name is imported when it is first asked for. Everything else may change from one version to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parcours.api import audit as audit
    from parcours.api import judge as judge
    from parcours.api import load_scenario as load_scenario
    from parcours.api import run_journey as run_journey
    from parcours.errors import ParcoursError as ParcoursError
    from parcours.errors import UsageError as UsageError
    from parcours.facts.model import PageSnapshot as PageSnapshot
    from parcours.findings import Certainty as Certainty
    from parcours.findings import Finding as Finding
    from parcours.findings import Judgement as Judgement
    from parcours.findings import Owner as Owner
    from parcours.findings import Severity as Severity
    from parcours.findings import Verdict as Verdict
    from parcours.results import JourneyResult as JourneyResult
    from parcours.results import PageResult as PageResult
    from parcours.results import Status as Status
    from parcours.scenario.model import Scenario as Scenario

__version__ = "0.1.0"

_PLACES = {
    "api": ("audit", "judge", "load_scenario", "run_journey"),
    "errors": ("ParcoursError", "UsageError"),
    "facts.model": ("PageSnapshot",),
    "findings": ("Certainty", "Finding", "Judgement", "Owner", "Severity", "Verdict"),
    "results": ("JourneyResult", "PageResult", "Status"),
    "scenario.model": ("Scenario",),
}

__all__ = [  # noqa: PLE0604 - the names of a table are texts
    "__version__",
    *sorted(name for names in _PLACES.values() for name in names),
]


def __getattr__(name: str) -> object:
    """A public name, imported when it is asked for: `import parcours` alone costs next to nothing."""
    from importlib import import_module

    for place, names in _PLACES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{place}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, for those who look around."""
    return sorted({*globals(), *__all__})
