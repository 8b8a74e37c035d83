"""What the parts of one report must agree on: names, numbers, pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from parcours.facts.model import Engine
from parcours.redaction import masked
from parcours.reporting.groups import grouped
from parcours.reporting.messages import Messages
from parcours.reporting.messages.rules import book, message_in
from parcours.reporting.pictures import Book, Picture, page_size, sheet_size
from parcours.reporting.run import Run
from parcours.reporting.standing import Standings
from parcours.reporting.text import clean, href
from parcours.reporting.view.model import Link
from parcours.reporting.view.outcomes import outcome_of
from parcours.results import JourneyResult, PageResult
from parcours.trace import StepTrace

ENGINES = {"chromium": "Chromium", "webkit": "WebKit", "firefox": "Firefox"}
MOST_STORIES = 400  # visits told with pictures, the worst first; the rest stay in the table
MOST_NAMES = 60


class Desk:
    """One report in the making."""

    def __init__(self, run: Run, words: Messages, tried: Mapping[tuple[str, str], str]) -> None:
        self.run = run
        self.words = words
        self.tried = tried  # result id and step id to the link of the chain that the step tries
        self.groups = grouped(run.results)
        self.book = Book()
        self.standings = Standings(run.comparison)
        self._page_keys: dict[str, str] = {}
        self.anchors: dict[int, str] = {}  # a finding's number to its first box on a screen

    def text(self, text: str, limit: int = 300, *, lines: bool = False) -> str:
        """Another's text, clean and cut."""
        return clean(text, limit, lines=lines, tail=self.words.cut)

    def message(self, rule: str, said: str) -> tuple[str, str]:
        """What a rule said, in the reader's language as far as there are words for it; and which language that is."""
        told = message_in(rule, said, self.words.code)
        return told, "en" if told == said else self.words.code

    def says(self, step: StepTrace, limit: int) -> str:
        """A step in words. How a journey begins is said as what the customer does, not as what was received."""
        return self.words.entering.get(step.verb) or self.text(step.says or step.verb, limit)

    def spoken(self, rule: str) -> str:
        """The language of a rule's own words: English, unless there are words for it in the reader's."""
        return self.words.code if rule in book(self.words.code) else "en"

    def link(self, url: str) -> Link:
        """An address as it may be shown, to be followed only where that is safe."""
        return Link(self.text(masked(url), 200), href(url))

    @cached_property
    def columns(self) -> Mapping[tuple[str, str], str]:
        """(device, engine used) to the device's name for readers; the engine "" for those that never finished."""
        titles = {(r.device, r.engine.used): r.device_title or r.device for r in self.run.results}
        known = {device for device, _ in titles}
        titles.update({(u.device, ""): u.device for u in self.run.unfinished if u.device not in known})
        twice = {title for title, n in Counter(titles.values()).items() if n > 1}
        return {
            key: self.text(f"{title} ({engine_name(key[1])})" if title in twice else title, 60)
            for key, title in titles.items()
        }

    def device(self, result: JourneyResult) -> str:
        """The name of a visit's device for readers."""
        return self.columns[result.device, result.engine.used]

    def named(self, device: str) -> str:
        """A device that did not finish, by the name that readers know from where it did."""
        return next((title for (name, _), title in self.columns.items() if name == device), self.text(device, 60))

    def devices(self, results: Iterable[JourneyResult]) -> str:
        """The names of all their devices in a row, in the order of the table's columns."""
        met = {self.device(result) for result in results}
        return self.words.listed([name for name in dict.fromkeys(self.columns.values()) if name in met])

    @cached_property
    def journeys(self) -> Mapping[str, str]:
        """Scenario id to its name for readers, planned ones included."""
        names = {result.scenario: self.text(result.name or result.scenario, 120) for result in self.run.results}
        for missing in self.run.unfinished:
            names.setdefault(missing.scenario, self.text(missing.scenario, 120))
        return names

    @cached_property
    def by_scenario(self) -> Mapping[str, tuple[JourneyResult, ...]]:
        """Scenario id to its visits, none for what did not finish."""
        found: dict[str, list[JourneyResult]] = {scenario: [] for scenario in self.journeys}
        for result in self.run.results:
            found[result.scenario].append(result)
        return {scenario: tuple(results) for scenario, results in found.items()}

    @cached_property
    def missed(self) -> frozenset[tuple[str, str]]:
        """Scenario and device of what did not finish."""
        return frozenset((missing.scenario, missing.device) for missing in self.run.unfinished)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """`id(finding)` to the number that readers see."""
        return {id(s.finding): group.number for group in self.groups for s in group.sightings}

    @cached_property
    def told(self) -> Mapping[str, str]:
        """Result id to its story's anchor, for the visits that are told with pictures."""
        ranked = sorted(self.run.results, key=lambda result: outcome_of(result).rank)
        chosen = {result.id for result in ranked[:MOST_STORIES]}
        return {r.id: f"w{index}" for index, r in enumerate(self.run.results, 1) if r.id in chosen}

    def mail_picture(self, result: JourneyResult) -> Picture | None:
        """What the phone drew of the mail that the journey began with."""
        mail = result.start.message
        if mail is None or not mail.picture:
            return None
        alt = self.words.mail_alt.format(subject=self.text(mail.subject, 80), device=self.device(result))
        return self.book.add(self.run.file(result, mail.picture), mail.width, mail.height, alt)

    def artwork_picture(self, result: JourneyResult) -> Picture | None:
        """The sheet with the code that the journey began with."""
        artwork = result.start.artwork
        if artwork is None:
            return None
        alt = self.words.letter_alt.format(file=self.text(artwork.file, 80))
        return self.book.add(self.run.file(result, artwork.picture), *sheet_size(artwork), alt)

    def phone_picture(self, result: JourneyResult, shot: str, alt: str) -> Picture | None:
        """What the phone's window showed."""
        return self.book.add(self.run.file(result, shot), result.width, result.height, alt)

    def page_picture(self, result: JourneyResult, page: PageResult) -> Picture | None:
        """The largest picture there is of a page."""
        name, width, height = page_size(page, result)
        return self.book.add(self.run.file(result, name), width, height, self.text(page.title or page.url, 80))

    def journey_key(self, scenario: str) -> str:
        """What a journey is called in the document's attributes, and its anchor."""
        return self._journey_keys[scenario]

    @cached_property
    def _journey_keys(self) -> Mapping[str, str]:
        return {scenario: f"j{index}" for index, scenario in enumerate(self.journeys, 1)}

    def page_key(self, url: str) -> str:
        """What a page is called in the document's attributes; "" for no page."""
        return self._page_keys.setdefault(url, f"u{len(self._page_keys) + 1}") if url else ""

    @staticmethod
    def key(column: int) -> str:
        """What a device's column is called in the document's attributes."""
        return f"d{column + 1}"


def engine_name(name: str) -> str:
    """An engine by its maker's spelling."""
    return ENGINES.get(name, name)


def engine_and_version(engine: Engine) -> str:
    """The engine that looked, with its major version."""
    return f"{engine_name(engine.used)} {engine.version.partition('.')[0]}".strip()
