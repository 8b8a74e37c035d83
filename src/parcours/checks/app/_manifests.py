"""The web app manifests of a journey."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from parcours.facts.association import held
from parcours.facts.model import WellKnown
from parcours.facts.urls import classify
from parcours.trace import JourneyTrace

INSTALLED = ("standalone", "fullscreen", "minimal-ui", "window-controls-overlay", "tabbed")


class Manifest(NamedTuple):
    """One manifest, and the first page that links it. `members` is None when it cannot be read."""

    address: str
    file: WellKnown
    page_url: str
    members: dict[str, Any] | None

    @property
    def installs(self) -> bool:
        """True when it asks for a window of its own, as a site does that wants to be installed."""
        modes = [self.get("display"), *(self.get("display_override") or ())]
        return any(mode in INSTALLED for mode in modes if isinstance(mode, str))

    def get(self, name: str) -> Any:
        """A member's value, None when it is absent."""
        return (self.members or {}).get(name)


def manifests(trace: JourneyTrace) -> Sequence[Manifest]:
    """Every manifest that the journey's pages link, once."""
    found: dict[str, Manifest] = {}
    for page in trace.pages:
        file = page.app.manifest
        if file and page.status < 400 and classify(file.url).is_web and file.url not in found:
            members = held(file)
            found[file.url] = Manifest(file.url, file, page.url, members if isinstance(members, dict) else None)
    return tuple(found.values())
