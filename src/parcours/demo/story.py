"""The demo's stories: what must be found before mending, and nothing after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parcours.findings import Finding, Verdict
from parcours.results import JourneyResult, Status, failing

SCENARIOS = Path(__file__).parent / "scenarios"


@dataclass(frozen=True, slots=True)
class Error:
    """One error of the story. It is found when a rule of `rules` fails; the first of them tells it best."""

    title: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A journey before and after mending. `before` and `after` are scenarios' ids, `place` is what is mended.

    `customer` begins a sentence that goes on "meets 3 errors", `again` says what the journey after mending is.
    """

    title: str
    customer: str
    again: str
    place: str
    before: str
    after: str
    errors: tuple[Error, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The two scenario files."""
        return tuple(SCENARIOS / f"{name}.yaml" for name in (self.before, self.after))


LETTER = Story(
    title="Bottines & Cie sends a spring letter with a QR code",
    customer="A customer who scans it",
    again="the same letter, the mended shop",
    place="shop",
    before="lettre-avant",
    after="lettre-apres",
    errors=(
        Error("The code leads to a page made for a desk", ("layout/desktop-served", "viewport/missing")),
        Error("The page opens with a Flash film", ("plugin/flash",)),
        Error("An app exists, and nothing leads to it", ("app/undiscoverable",)),
    ),
)

BANK = Story(
    title="Banque Mésange sends a text message about a loan",
    customer="A customer who follows it and wants to write back",
    again="the same text message, the mended bank, and an adviser who replies",
    place="bank",
    before="banque-avant",
    after="banque-apres",
    errors=(
        Error("Nobody can be written to", ("dialogue/dead-end", "contact/no-mobile-native")),
        Error("The chat was closed by its maker years ago", ("chat/dead",)),
        Error("The loan's page does not say when it last moved", ("dialogue/case-progress",)),
        Error(
            "Notifications are asked for unexplained, and lead nowhere",
            ("dialogue/push-on-load", "dialogue/push-opens-page"),
        ),
        Error("An app exists, and nothing leads to it", ("app/undiscoverable",)),
    ),
)

STORIES = (LETTER, BANK)


@dataclass(frozen=True, slots=True)
class Told:
    """One error as it was found: the best finding of it, and the phones that met it, in the order walked."""

    error: Error
    finding: Finding | None
    phones: tuple[str, ...]


def told(story: Story, results: Iterable[JourneyResult]) -> tuple[Told, ...]:
    """Every error of the story, with what the run found of it."""
    old = [result for result in results if result.scenario == story.before]
    return tuple(_told(error, old) for error in story.errors)


def _told(error: Error, results: Sequence[JourneyResult]) -> Told:
    met = [(result, found) for result in results if (found := find(error, result))]
    best = min((found for _, found in met), key=lambda found: error.rules.index(found.rule), default=None)
    return Told(error, best, tuple(result.device_title or result.device for result, _ in met))


def find(error: Error, result: JourneyResult) -> Finding | None:
    """The finding of a result that tells the error best, its rule's dearest; None when the journey did not meet it."""
    met = [found for found in result.findings if found.verdict is Verdict.FAILED and found.rule in error.rules]
    return min(met, key=lambda found: (error.rules.index(found.rule), found.severity.rank), default=None)


def differences(story: Story, results: Sequence[JourneyResult], devices: Sequence[str]) -> Iterator[str]:
    """What went otherwise than the story says, in sentences; nothing when it was told as expected."""
    by_journey = {(result.scenario, result.device): result for result in results}
    for device in devices:
        old, new = by_journey.get((story.before, device)), by_journey.get((story.after, device))
        yield from _missing(story, old, device)
        yield from _spoilt(story, new, device)


def _missing(story: Story, old: JourneyResult | None, device: str) -> Iterator[str]:
    if old is None:
        yield f"the old {story.place} was not visited on {device}"
        return
    for error in story.errors:
        if find(error, old) is None:
            yield f"{old.id}: expected a finding of {' or '.join(error.rules)} ({error.title}), and there is none"


def _spoilt(story: Story, new: JourneyResult | None, device: str) -> Iterator[str]:
    if new is None:
        yield f"the mended {story.place} was not visited on {device}"
        return
    if not new.judged:
        yield f"{new.id}: nothing could be judged in the mended {story.place}"
    for found in failing(new.findings):
        yield f"{new.id}: the mended {story.place} should be clean: {found.rule}: {found.message}"
    if new.status is not Status.PASSED and not failing(new.findings):
        yield f"{new.id}: {new.status.value}, not passed: {new.reason or new.code or 'no reason was given'}"
