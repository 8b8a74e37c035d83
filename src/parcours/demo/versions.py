"""The demo's second story: what was approved of a shop's first version, and what its second one makes of that."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parcours.comparing import WORSENED, Comparison, Line, Standing
from parcours.comparing.approving import Approval
from parcours.demo.story import SCENARIOS
from parcours.results import JourneyResult
from parcours.running import comparison
from parcours.running.run import Outcome
from parcours.storage.baseline import baseline_file, write_baseline

NAME = "lettre-suivie"
SITE = "demo:shop-v1"
SECOND = "demo:shop-v2"
ARTWORK = "assets/lettre-printemps.pdf"
TEXT = f"""\
parcours: 1
name: "La lettre de printemps, suivie de nuit en nuit"
lang: fr
devices: [iphone, android]
app: {{ios: "1234567890", android: localhost.bottines.app}}
sites: {{bottines.localhost: "{SITE}"}}

start:
  qr: {ARTWORK}
  printed: {{width: 25 mm, distance: 25 cm}}
  expect-url: http://bottines.localhost/printemps?src=lettre
  expect-text: "Les bottes de printemps"

steps:
  - see: "Les bottes de printemps"
    within: 4 s
"""

Walk = Callable[[Path], Outcome]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the second version changed: how it stands, by which rule, in words."""

    standing: Standing
    rule: str
    title: str


CHANGES = (
    Change(Standing.NEW, "contact/sms-syntax", "The link for text messages was spoilt"),
    Change(Standing.CHANGED, "contact/tel-not-linked", "A number that nobody can tap stands elsewhere"),
    Change(Standing.FIXED, "access/axe", "A picture has got its words"),
)


@dataclass(frozen=True, slots=True)
class Versions:
    """Both walks, and how the second stands against what was approved of the first."""

    first: Outcome
    second: Outcome
    comparison: Comparison


def walked(walk_first: Walk, walk_second: Walk) -> Versions:
    """Walk the first version, approve it, walk the second: in a folder of its own, which is gone afterwards.

    A baseline lies beside its scenario, and nobody's scenarios are touched by a demonstration.
    """
    with tempfile.TemporaryDirectory(prefix="parcours-demo-") as folder:
        scenario = Path(folder) / f"{NAME}.yaml"
        scenario.write_text(TEXT, encoding="utf-8")
        (scenario.parent / "assets").mkdir()
        shutil.copy(SCENARIOS / ARTWORK, scenario.parent / ARTWORK)
        first = walk_first(scenario)
        known = Approval(comparison.this_day()).of(None, NAME, first.results)
        write_baseline(baseline_file(scenario, NAME), known)
        scenario.write_text(TEXT.replace(SITE, SECOND), encoding="utf-8")
        second = walk_second(scenario)
        compared = comparison.compared(second.results)
        comparison.keep(second.folder, compared)
    return Versions(first, second, compared)


def lines(compared: Comparison, change: Change) -> tuple[Line, ...]:
    """What the comparison says of a change, phone by phone."""
    return tuple(line for line in compared.lines if (line.standing, line.rule) == (change.standing, change.rule))


def otherwise(versions: Versions, devices: Sequence[str]) -> Iterator[str]:
    """What went otherwise than the story says, in sentences; nothing when it was told as expected."""
    told = versions.comparison
    for change in CHANGES:
        phones = [line.device for line in lines(told, change)]
        if missing := [device for device in devices if device not in phones]:
            yield f"{NAME}: {change.rule} should be {change.standing} on {' and '.join(missing)}"
    expected = {(change.standing, change.rule) for change in CHANGES}
    for line in told.lines:
        surprising = line.standing in WORSENED or line.standing in (Standing.CHANGED, Standing.FIXED)
        if surprising and (line.standing, line.rule) not in expected:
            yield f"{NAME}: nobody expected that {line.rule} is {line.standing} on {line.device}: {line.message}"
    yield from _stopped((*versions.first.results, *versions.second.results))


def _stopped(results: Sequence[JourneyResult]) -> Iterator[str]:
    for result in results:
        if any(step.ended != "done" for step in result.steps):
            yield f"{result.id}: the walk did not reach its end: {result.reason or result.code}"
