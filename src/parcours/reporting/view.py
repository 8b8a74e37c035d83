"""All that a report may show, worked out before anything is drawn.

Every string in here went through `clean()`, every address through `href()`: a template can print
any of it. Building it reads no file and asks no clock.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

import parcours
from parcours.facts.model import Engine, Hop
from parcours.findings import Finding, Severity, Verdict
from parcours.redaction import masked
from parcours.reporting.efforts import Compared, compared, costs
from parcours.reporting.groups import DEPARTMENTS, Group, Sighting, grouped, stops_the_customer
from parcours.reporting.messages import Messages, Plural
from parcours.reporting.messages.rules import book, message_in, translated
from parcours.reporting.pictures import (
    Book,
    Crop,
    Mark,
    Picture,
    around,
    closer,
    crop,
    marks,
    page_size,
    pictured_codes,
    sheet_size,
)
from parcours.reporting.printed import printed
from parcours.reporting.run import Run, Unfinished
from parcours.reporting.scores import BrandCard, Cards
from parcours.reporting.sent import Sent, sent
from parcours.reporting.standing import Standings, device_names
from parcours.reporting.text import clean, host, href
from parcours.reporting.trend import Trend, trend
from parcours.reporting.versus import Versus, versus
from parcours.results import JourneyResult, PageResult, Status, failing
from parcours.trace import LEFT_OUT, Effort, Start, StepTrace

ENGINES = {"chromium": "Chromium", "webkit": "WebKit", "firefox": "Firefox"}
MOST_STORIES = 40  # visits told with pictures, the worst first; the rest stay in the table
MOST_PLACES = 5  # of one finding, before the rest is folded away
MOST_NAMES = 60
FIRST = 3


class Outcome(StrEnum):
    """How a visit ended, as a reader of the report sees it, worst first."""

    STOPS = "stops"
    ERROR = "error"
    UNFINISHED = "unfinished"
    UNJUDGED = "unjudged"
    PROBLEMS = "problems"
    WORKS = "works"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return tuple(Outcome).index(self)


@dataclass(frozen=True, slots=True)
class Link:
    """An address. `href` is "" when it is not safe to follow: then only the text is shown."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of the head."""

    value: str
    label: str
    hint: str
    mood: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One journey on one device in the table; `outcome` is None where it was not planned."""

    device: str
    outcome: Outcome | None
    label: str
    details: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One journey in the table."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the film: a step, and what the phone showed when it ended."""

    position: str
    says: str
    ended: str
    ended_label: str
    code: str
    reason: str
    picture: Picture | None
    site: str
    costs: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HopLine:
    """One address of a redirect chain."""

    link: Link
    how: str


@dataclass(frozen=True, slots=True)
class Screen:
    """One page with its findings marked."""

    label: str
    title: str
    link: Link
    site: str
    picture: Picture
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """One journey on one device."""

    anchor: str
    device: str
    platform: str
    engine: str
    outcome: Outcome
    outcome_label: str
    size: str
    code: str
    reason: str
    because: int  # the number of the finding that is the reason, 0 when a step says it
    hops: tuple[HopLine, ...]
    hops_label: str
    strip_label: str
    frames: tuple[Frame, ...]
    effort: tuple[str, ...]
    screens: tuple[Screen, ...]
    versus: tuple[Versus, ...] = ()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the customer received. `outlines` are the codes' corners in the picture's units."""

    channel: str
    file: str
    picture: Picture | None
    outlines: tuple[str, ...]
    codes: tuple[Link, ...]
    errors: tuple[str, ...]
    unread: bool
    link: Link | None
    expected: Link | None
    promise: str
    sent: Sent | None = None
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What a number on the screens of a journey stands for."""

    number: int
    mood: str
    message: str
    lang: str


@dataclass(frozen=True, slots=True)
class Story:
    """One journey on all its devices."""

    name: str
    file: str
    beginning: Beginning
    walks: tuple[Walk, ...]
    key: tuple[KeyLine, ...]
    effort: Compared | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a spot, and on which devices."""

    message: str
    evidence: str
    devices: str
    lang: str


@dataclass(frozen=True, slots=True)
class Place:
    """One spot where a finding was met."""

    about: str
    link: Link
    steps: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One finding, wherever it was met."""

    number: int
    owner: str
    department: str
    mood: str  # the severity, or "review"
    severity: Severity
    severity_label: str
    certainty: str
    rule: str
    message: str
    title: str
    why: str
    do: str
    snippet: str
    links: tuple[Link, ...]
    devices: str
    device_keys: str
    journeys: str
    places: tuple[Place, ...]
    more: tuple[Place, ...]
    spots: str  # how many places, "" for a single one
    more_label: str
    crop: Crop | None
    screen_anchor: str
    below_picture: bool
    lang: str  # of title, why and do: English, unless the rule has words in the report's language
    said_in: str  # the language of the message
    standing: str = ""  # how it stands against what was known, "" where nothing was compared
    standing_label: str = ""
    standing_why: str = ""


@dataclass(frozen=True, slots=True)
class Department:
    """One department's list."""

    owner: str
    label: str
    blurb: str
    cards: tuple[Card, ...]
    tally: tuple[tuple[Severity, int], ...]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that was not checked, and why."""

    kind: str
    reason: str
    names: tuple[str, ...]
    more: int
    devices: str


@dataclass(frozen=True, slots=True)
class Since:
    """One thing that no finding shows: what is mended, what vanished, what is not looked at any more."""

    standing: str
    label: str
    rule: str
    message: str
    devices: str
    journey: str
    lang: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class View:
    """The whole report."""

    lang: str
    title: str
    sites: tuple[str, ...]
    date: str
    mood: Outcome
    verdict: str
    summary: tuple[str, ...]
    tiles: tuple[Tile, ...]
    engines: tuple[str, ...]
    first: tuple[Card, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    stories: tuple[Story, ...]
    stories_more: str
    departments: tuple[Department, ...]
    nothing_for: str
    reviews: tuple[Card, ...]
    unchecked: tuple[Unchecked, ...]
    held: tuple[str, ...]
    device_choices: tuple[Choice, ...]
    severity_choices: tuple[Choice, ...]
    pictures: tuple[Picture, ...]
    version: str
    since: tuple[Since, ...] = ()
    since_notes: tuple[str, ...] = ()
    trend: Trend | None = None
    brands: tuple[BrandCard, ...] = ()


def outcome_of(result: JourneyResult) -> Outcome:
    """How a visit ended, in a reader's terms."""
    match result.status:
        case Status.PASSED:
            return Outcome.WORKS
        case Status.INCONCLUSIVE:
            return Outcome.UNJUDGED
        case Status.ERROR:
            return Outcome.ERROR
        case Status.FAILED:
            stuck = result.code not in ("", "screen-changed") or any(step.ended == "blocked" for step in result.steps)
            return Outcome.STOPS if stuck or failing(result.findings, Severity.BLOCKER) else Outcome.PROBLEMS


def build(run: Run, words: Messages) -> View:
    """The report of a run in that language."""
    return _Builder(run, words).view()


class _Builder:
    """One report in the making: what its parts must agree on (numbers, names, pictures) is kept here."""

    def __init__(self, run: Run, words: Messages) -> None:
        self.run = run
        self.words = words
        self.groups = grouped(run.results)
        self.book = Book()
        self.standings = Standings(run.comparison)
        self.anchors: dict[int, str] = {}  # a finding's number to its first box on a screen

    # -- names ---------------------------------------------------------------------------------

    def text(self, text: str, limit: int = 300, *, lines: bool = False) -> str:
        return clean(text, limit, lines=lines, tail=self.words.cut)

    def message(self, rule: str, said: str) -> tuple[str, str]:
        """What a rule said, in the reader's language as far as there are words for it; and which language that is."""
        told = message_in(rule, said, self.words.code)
        return told, "en" if told == said else self.words.code

    def link(self, url: str) -> Link:
        return Link(self.text(masked(url), 200), href(url))

    @cached_property
    def columns(self) -> Mapping[tuple[str, str], str]:
        """(device, engine used) to the device's name for readers; the engine "" for those that never finished."""
        titles = {(r.device, r.engine.used): r.device_title or r.device for r in self.run.results}
        known = {device for device, _ in titles}
        titles.update({(u.device, ""): u.device for u in self.run.unfinished if u.device not in known})
        twice = {title for title, n in Counter(titles.values()).items() if n > 1}
        return {
            key: self.text(f"{title} ({_engine(key[1])})" if title in twice else title, 60)
            for key, title in titles.items()
        }

    def device(self, result: JourneyResult) -> str:
        return self.columns[result.device, result.engine.used]

    def named(self, device: str) -> str:
        """A device that did not finish, by the name that readers know from where it did."""
        return next((title for (name, _), title in self.columns.items() if name == device), self.text(device, 60))

    def devices(self, results: Iterable[JourneyResult]) -> str:
        return self.words.listed(list(dict.fromkeys(self.device(result) for result in results)))

    @cached_property
    def journeys(self) -> Mapping[str, str]:
        """Scenario id to its name for readers, planned ones included."""
        names = {result.scenario: self.text(result.name or result.scenario, 120) for result in self.run.results}
        for missing in self.run.unfinished:
            names.setdefault(missing.scenario, self.text(missing.scenario, 120))
        return names

    @cached_property
    def by_scenario(self) -> Mapping[str, tuple[JourneyResult, ...]]:
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

    # -- the whole -----------------------------------------------------------------------------

    def view(self) -> View:
        words = self.words
        stories = tuple(self.stories())  # first: it finds the anchors that cards point to
        cards = {group.number: self.card(group) for group in self.groups}
        certain = [group for group in self.groups if group.lead.verdict is Verdict.FAILED]
        departments = tuple(self.departments([cards[group.number] for group in certain]))
        idle = [words.departments[o] for o in DEPARTMENTS if o not in {department.owner for department in departments}]
        verdict, mood = self.verdict()
        return View(
            lang=words.code,
            title=words.title,
            sites=self.sites(),
            date=self.date(),
            mood=mood,
            verdict=verdict,
            summary=tuple(self.summary()),
            tiles=self.tiles(),
            engines=tuple(self.engines()) or (words.engine_none,),
            first=tuple(cards[group.number] for group in to_do_first(certain)),
            columns=tuple(self.columns.values()),
            rows=tuple(self.rows()),
            stories=stories,
            stories_more=self.stories_more(),
            departments=departments,
            nothing_for=words.nothing_for.format(departments=words.listed(idle)) if idle else "",
            reviews=tuple(cards[group.number] for group in self.groups if group.lead.verdict is Verdict.REVIEW),
            unchecked=tuple(self.unchecked()),
            held=self.held(),
            device_choices=tuple(Choice(_key(i), name) for i, name in enumerate(self.columns.values())),
            severity_choices=tuple(
                Choice(s, words.severities[s]) for s in Severity if any(g.lead.severity is s for g in self.groups)
            ),
            pictures=tuple(self.book.pictures.values()),
            version=self.text(str(self.run.head.get("parcours") or parcours.__version__), 40),
            since=tuple(self.since()),
            since_notes=tuple(self.text(note) for one in self.run.comparison.scenarios for note in one.notes),
            trend=trend(self.run.history, words),
            brands=tuple(Cards(self.run.results, words, self.text, self.devices, self.journeys).cards()),
        )

    # -- the head ------------------------------------------------------------------------------

    def sites(self) -> tuple[str, ...]:
        urls = (r.pages[0].url if r.pages else r.start.url for r in self.run.results)
        return tuple(dict.fromkeys(self.text(site, 80) for url in urls if (site := host(url))))

    def date(self) -> str:
        started = str(
            self.run.head.get("started") or min((r.started for r in self.run.results if r.started), default="")
        )
        try:
            moment = datetime.fromisoformat(started)
        except ValueError:
            return self.text(started, 40)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
        return self.words.date.format(
            day=moment.day,
            month=self.words.months[moment.month - 1],
            year=moment.year,
            time=f"{moment:%H:%M}" + (" UTC" if moment.tzinfo else ""),
        )

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Scenario id to the worst outcome of its visits."""
        worst: dict[str, Outcome] = {}
        seen = [(result.scenario, outcome_of(result)) for result in self.run.results]
        for scenario, outcome in (*seen, *((missing.scenario, Outcome.UNFINISHED) for missing in self.run.unfinished)):
            worst[scenario] = min(worst.get(scenario, Outcome.WORKS), outcome, key=lambda o: o.rank)
        return worst

    def verdict(self) -> tuple[str, Outcome]:
        """One sentence for everyone, and the mood it is in."""
        words, tally, everything = self.words, Counter(self.outcomes.values()), len(self.outcomes)
        stuck, hard, fine = tally[Outcome.STOPS], tally[Outcome.PROBLEMS], tally[Outcome.WORKS]
        if stuck:
            phrase = words.all_stuck if stuck == everything else words.some_stuck
            return words.count(phrase, stuck, all=everything), Outcome.STOPS
        if hard:
            phrase = words.all_hard if hard == everything else words.some_hard
            return words.count(phrase, hard, all=everything), Outcome.PROBLEMS
        if fine:
            phrase = words.all_work if fine == everything else words.some_work
            return words.count(phrase, fine, all=everything), Outcome.WORKS if fine == everything else Outcome.UNJUDGED
        partly = any(outcome_of(result) is Outcome.WORKS for result in self.run.results)
        return words.none_whole if partly else words.none_judged, Outcome.UNJUDGED

    def summary(self) -> Iterator[str]:
        words = self.words
        if stop := self.first_stop():
            yield stop
        certain = _failing(self.groups)
        found = words.count(words.found, len(certain))
        if stopping := sum(map(stops_the_customer, certain)):
            yield words.count(words.of_which_stop, stopping, found=found)
        elif any(result.judged for result in self.run.results):
            yield f"{found}." if certain else words.found_none
        if self.standings.has_baseline:
            yield words.since_counts.format(counts=self.counts())
        if missing := len(self.run.unfinished):
            yield words.count(words.unfinished_walks, missing, all=missing + len(self.run.results))
        if not self.run.ended:
            yield words.unended

    def counts(self) -> str:
        """How many of each standing there are; none of a kind is not worth a word."""
        words, counts = self.words, self.run.comparison.counts
        named = [f"{words.standings[standing].casefold()} {n}" for standing, n in counts.items() if n]
        return words.comma.join(named)

    def since(self) -> Iterator[Since]:
        """What is to be told beside the findings."""
        names = device_names(self.run.results)
        for told in self.standings.besides():
            line = told.line
            message, lang = self.message(line.rule, line.message)
            yield Since(
                line.standing,
                self.words.standings[line.standing],
                self.text(line.rule, 80),
                self.text(message),
                self.words.listed([self.text(names.get(device, device), 60) for device in told.devices]),
                self.journeys.get(told.scenario, self.text(told.scenario, 120)) if len(self.journeys) > 1 else "",
                lang,
            )

    def standing(self, group: Group) -> dict[str, str]:
        """A card's badge: how its finding stands, and why that may be."""
        line = self.standings.of(group)
        if line is None:
            return {}
        until = [self.words.since_until.format(day=line.until.isoformat())] if line.until else []
        return {
            "standing": line.standing.value,
            "standing_label": self.words.accepted if line.accepted else self.words.standings[line.standing],
            "standing_why": self.text(self.words.comma.join([*([line.why] if line.why else []), *until])),
        }

    def first_stop(self) -> str:
        for result in self.run.results:
            for step in result.steps:
                if step.ended == "blocked":
                    same = [r for r in self.by_scenario[result.scenario] if _blocked(r) == step.id]
                    return self.words.first_stop.format(
                        journey=self.journeys[result.scenario],
                        step=self.text(step.says, 80),
                        devices=self.devices(same),
                    )
        return ""

    def tiles(self) -> tuple[Tile, ...]:
        words = self.words
        visits = len(self.run.results) + len(self.run.unfinished)
        works = sum(outcome_of(result) is Outcome.WORKS for result in self.run.results)
        certain = _failing(self.groups)
        stopping = sum(map(stops_the_customer, certain))
        reviews = sum(group.lead.verdict is Verdict.REVIEW for group in self.groups)
        severities = Counter(group.lead.severity for group in certain)
        spread = " · ".join(f"{words.severities[s].casefold()} {n}" for s in Severity if (n := severities[s]))

        def tile(n: int, label: Plural, hint: str, mood: str = "") -> Tile:
            return Tile(str(n), words.count(label, n), hint, mood)

        return (
            tile(len(self.journeys), words.tile_journeys, words.count(words.tile_journeys_hint, works, all=visits)),
            tile(len(self.columns), words.tile_devices, words.listed(list(self.columns.values())[:6])),
            tile(len(certain), words.tile_findings, spread),
            tile(stopping, words.tile_blockers, words.tile_blockers_hint, "blocker" if stopping else ""),
            tile(reviews, words.tile_reviews, words.tile_reviews_hint),
        )

    def engines(self) -> Iterator[str]:
        """Which engine looked, for each: always said, whether or not it is the phone's own."""
        seen: dict[Engine, list[JourneyResult]] = {}
        for result in self.run.results:
            seen.setdefault(result.engine, []).append(result)
        for engine, results in seen.items():
            phrase = self.words.engine_emulated if engine.fidelity == "emulated" else self.words.engine_native
            used = f"{_engine(engine.used)} {engine.version.partition('.')[0]}".strip()
            yield phrase.format(
                devices=self.devices(results), used=self.text(used, 60), wanted=self.text(_engine(engine.wanted), 40)
            )

    # -- the table -----------------------------------------------------------------------------

    def rows(self) -> Iterator[Row]:
        for scenario, name in self.journeys.items():
            yield Row(name, tuple(self.cell(scenario, key) for key in self.columns))

    def cell(self, scenario: str, column: tuple[str, str]) -> Cell:
        device = self.columns[column]
        for result in self.by_scenario[scenario]:
            if (result.device, result.engine.used) == column:
                return self.finished_cell(result, device)
        if (scenario, column[0]) in self.missed:
            return Cell(device, Outcome.UNFINISHED, self.words.outcomes[Outcome.UNFINISHED])
        return Cell(device, None, self.words.not_run)

    def finished_cell(self, result: JourneyResult, device: str) -> Cell:
        outcome = outcome_of(result)
        details = []
        if stopping := len({self.numbers[id(finding)] for finding in failing(result.findings, Severity.BLOCKER)}):
            details.append(self.words.count(self.words.blockers_count, stopping))
        for number, step in enumerate(result.steps, 1):
            if step.ended == "blocked":
                details.append(self.words.stopped_at.format(n=number, all=len(result.steps)))
        if found := len({self.numbers[id(finding)] for finding in failing(result.findings)}):
            details.append(self.words.count(self.words.findings_count, found))
        return Cell(device, outcome, self.words.outcomes[outcome], tuple(details), self.told.get(result.id, ""))

    # -- the stories ---------------------------------------------------------------------------

    def stories(self) -> Iterator[Story]:
        for scenario, results in self.by_scenario.items():
            told = [result for result in results if result.id in self.told]
            if told:
                lead = next((r for r in told if r.start.artwork or r.start.message), told[0])
                walks = tuple(self.walk(result) for result in told)
                yield Story(
                    self.journeys[scenario],
                    self.text(lead.file, 120),
                    self.beginning(lead),
                    walks,
                    self.key(walks),
                    compared([(self.device(result), result) for result in told], self.words),
                )

    def key(self, walks: Iterable[Walk]) -> tuple[KeyLine, ...]:
        numbers = sorted({mark.number for walk in walks for screen in walk.screens for mark in screen.marks})
        leads = [self.groups[number - 1].lead for number in numbers]
        said = [self.message(lead.rule, lead.message) for lead in leads]
        return tuple(
            KeyLine(n, _mood(lead), self.text(message, 140), lang)
            for n, lead, (message, lang) in zip(numbers, leads, said, strict=True)
        )

    def stories_more(self) -> str:
        more = len(self.run.results) - len(self.told)
        return self.words.count(self.words.stories_more, more) if more else ""

    def beginning(self, result: JourneyResult) -> Beginning:
        start, artwork = result.start, result.start.artwork
        codes = artwork.codes if artwork else ()
        expected = start.expect_url
        return Beginning(
            channel=self.words.channels.get(start.channel) or self.text(start.channel, 40),
            file=self.text((artwork or start.message or start).file, 120) if start.channel != "link" else "",
            picture=self.artwork_picture(result),
            outlines=tuple(_outline(c.corners) for c in pictured_codes(artwork) if c.corners) if artwork else (),
            codes=tuple(self.link(code.text) for code in codes if code.text),
            errors=tuple(
                self.words.code_error.format(error=self.text(code.error, 120)) for code in codes if code.error
            ),
            unread=artwork is not None and not codes,
            link=self.link(start.url) if start.url and not _seen(start) else None,
            expected=self.link(expected) if expected and not _met(result) else None,
            promise=self.text(start.expect_text, 160),
            sent=sent(start.message, self.words, self.mail_picture(result)) if start.message else None,
            printed=printed(artwork, self.words) if artwork else (),
        )

    def mail_picture(self, result: JourneyResult) -> Picture | None:
        """What the phone drew of the mail that the journey began with."""
        mail = result.start.message
        if mail is None or not mail.picture:
            return None
        alt = self.words.mail_alt.format(subject=self.text(mail.subject, 80), device=self.device(result))
        return self.book.add(self.run.file(result, mail.picture), mail.width, mail.height, alt)

    def artwork_picture(self, result: JourneyResult) -> Picture | None:
        artwork = result.start.artwork
        if artwork is None:
            return None
        alt = self.words.letter_alt.format(file=self.text(artwork.file, 80))
        return self.book.add(self.run.file(result, artwork.picture), *sheet_size(artwork), alt)

    def walk(self, result: JourneyResult) -> Walk:
        words, device, anchor = self.words, self.device(result), self.told[result.id]
        outcome = outcome_of(result)
        reason, because = self.reason(result)
        hops = result.pages[0].navigation if result.pages else ()
        engine = f"{_engine(result.engine.used)} {result.engine.version.partition('.')[0]}".strip()
        return Walk(
            anchor=anchor,
            device=device,
            platform="ios" if result.platform == "ios" else "android",
            engine=self.text(engine, 60),
            outcome=outcome,
            outcome_label=words.outcomes[outcome],
            size=f"{result.width} × {result.height}" if result.width else "",
            code=self.text(result.code, 60),
            reason=reason,
            because=because,
            hops=tuple(self.hops(hops)),
            hops_label=words.count(words.hops, len(hops) - 1),
            strip_label=words.strip_label.format(journey=self.journeys[result.scenario], device=device),
            frames=tuple(self.frames(result)),
            effort=tuple(self.costs(result.effort, whole=True)),
            screens=tuple(self.screens(result, anchor)),
            versus=tuple(versus(result, self.run, self.book, words, self.text)),
        )

    def reason(self, result: JourneyResult) -> tuple[str, int]:
        """Why a visit did not work, and the finding that says so where no step was blocked."""
        stopping = failing(result.findings, Severity.BLOCKER)
        if result.code or result.reason or not stopping:
            return self.text(result.reason), 0
        return self.text(self.message(stopping[0].rule, stopping[0].message)[0]), self.numbers[id(stopping[0])]

    def hops(self, hops: tuple[Hop, ...]) -> Iterator[HopLine]:
        """Every address on the way with how it sent the customer on; the last one is the page."""
        if len(hops) < 2:
            return
        for hop in hops:
            status = str(hop.status) if hop.status else ""
            how = "" if hop is hops[-1] else self.words.hop_how.get(hop.how, "")
            yield HopLine(self.link(hop.url), " ".join(part for part in (status, how) if part))

    def costs(self, effort: Effort, *, whole: bool = False) -> Iterator[str]:
        yield from costs(effort, self.words, whole=whole)

    def frames(self, result: JourneyResult) -> Iterator[Frame]:
        for number, step in enumerate(result.steps, 1):
            yield self.frame(result, step, number)
        if not result.steps:
            for page in result.pages:
                yield self.bare_frame(result, page)

    def frame(self, result: JourneyResult, step: StepTrace, number: int) -> Frame:
        words = self.words
        page = result.pages[step.page] if step.page is not None and 0 <= step.page < len(result.pages) else None
        says = self.text(step.says or step.verb, 120)
        # A step that was never taken has nothing to show, whatever page the walk ended on.
        shot = "" if step.ended == "skipped" else step.shot or (page.shot if page else "")
        return Frame(
            position=words.step_of.format(n=number, all=len(result.steps)),
            says=says,
            ended=step.ended,
            ended_label=words.verbs_ended["left-out" if step.code == LEFT_OUT else step.ended],
            code=self.text(step.code, 60) if step.ended == "blocked" else "",
            reason=self.text(step.reason) if step.ended == "blocked" else "",
            picture=self.phone_picture(result, shot, words.screen_of.format(device=self.device(result), step=says)),
            site=self.text(host(page.url), 60) if page and step.ended != "skipped" else "",
            costs=() if step.ended == "skipped" else tuple(self.costs(step.effort)),
            notes=tuple(self.text(note, 160) for note in (*_left_out(step), *step.notes)),
        )

    def bare_frame(self, result: JourneyResult, page: PageResult) -> Frame:
        title = self.text(page.title or page.url, 120)
        alt = self.words.screen_of.format(device=self.device(result), step=title)
        picture = self.phone_picture(result, page.shot, alt)
        return Frame("", title, "done", "", "", "", picture, self.text(host(page.url), 60), (), ())

    def phone_picture(self, result: JourneyResult, shot: str, alt: str) -> Picture | None:
        return self.book.add(self.run.file(result, shot), result.width, result.height, alt)

    def screens(self, result: JourneyResult, anchor: str) -> Iterator[Screen]:
        """The pages of a visit on which something can be shown."""
        for index, page in enumerate(result.pages):
            boxes = [(self.numbers[id(f)], _mood(f), f.box) for f in result.findings if f.where.page == index and f.box]
            picture = self.page_picture(result, page) if boxes else None
            if picture is None:
                continue
            found = marks(sorted(boxes, key=lambda b: (b[0], b[2].y, b[2].x)), picture, f"{anchor}-{index}")
            for mark in found:
                self.anchors.setdefault(mark.number, mark.anchor)
            title = self.text(page.title or page.url, 80)
            label = self.words.annotated_label.format(device=self.device(result), page=title)
            if found:
                yield Screen(label, title, self.link(page.url), self.text(host(page.url), 60), picture, found)

    def page_picture(self, result: JourneyResult, page: PageResult) -> Picture | None:
        name, width, height = page_size(page, result)
        return self.book.add(self.run.file(result, name), width, height, self.text(page.title or page.url, 80))

    # -- the findings --------------------------------------------------------------------------

    def departments(self, cards: list[Card]) -> Iterator[Department]:
        for owner in DEPARTMENTS:
            theirs = tuple(card for card in cards if card.owner == owner)
            if theirs:
                tally = Counter(card.severity for card in theirs)
                yield Department(
                    owner,
                    self.words.departments[owner],
                    self.words.department_blurbs[owner],
                    theirs,
                    tuple((severity, tally[severity]) for severity in Severity if tally[severity]),
                )

    def card(self, group: Group) -> Card:
        words, lead = self.words, translated(group.lead, self.words.code)
        advice = lead.advice
        places = tuple(self.places(group))
        results = [s.result for s in group.sightings]
        keys = dict.fromkeys(_key(list(self.columns).index((r.device, r.engine.used))) for r in results)
        scenarios = dict.fromkeys(self.journeys[r.scenario] for r in results)
        picture = self.card_crop(group)
        return Card(
            number=group.number,
            owner=lead.owner,
            department=words.departments[lead.owner],
            mood=_mood(lead),
            severity=lead.severity,
            severity_label=words.severities[lead.severity],
            certainty=_certainty(lead, words),
            rule=self.text(lead.rule, 80),
            message=self.text(lead.message),
            title=self.text(lead.title),
            why=self.text(lead.why, 600),
            do=self.text(advice.do) if advice else "",
            snippet=self.text(advice.snippet, 1200, lines=True) if advice else "",
            links=tuple(map(self.link, advice.links)) if advice else (),
            devices=self.devices(results),
            device_keys=" ".join(keys),
            journeys=words.listed(list(scenarios)) if len(self.journeys) > 1 else "",
            places=places[:MOST_PLACES],
            more=places[MOST_PLACES : MOST_PLACES + MOST_NAMES],
            spots=words.count(words.places, len(places)) if len(places) > 1 else "",
            more_label=words.count(words.more_places, len(places) - MOST_PLACES) if len(places) > MOST_PLACES else "",
            crop=picture,
            screen_anchor=self.anchors.get(group.number, ""),
            below_picture=picture is None and any(f.finding.box for f in group.sightings),
            lang=words.code if lead.rule in book(words.code) else "en",
            said_in=self.message(lead.rule, group.lead.message)[1],
            **self.standing(group),
        )

    def places(self, group: Group) -> Iterator[Place]:
        """The spots of a group, that of the dearest finding first, each with the devices that met it."""
        spots: dict[tuple[str, ...], list[Sighting]] = {}
        for sighting in sorted(group.sightings, key=lambda s: s.finding is not group.lead):
            where = sighting.finding.where
            spots.setdefault((where.url, where.frame, sighting.finding.about), []).append(sighting)
        for (url, frame, about), sightings in spots.items():
            steps = dict.fromkeys(self.step_name(s) for s in sightings)
            yield Place(
                about=self.text(f"{frame} › {about}" if frame and about else about, 200),
                link=self.link(url),
                steps=self.words.listed([step for step in steps if step]),
                said=tuple(self.said(sightings)),
            )

    def said(self, sightings: Iterable[Sighting]) -> Iterator[Said]:
        """What was said of one spot: once, unless it differs between devices."""
        variants: dict[tuple[str, str, str], list[JourneyResult]] = {}
        for sighting in sightings:
            finding = sighting.finding
            variants.setdefault((finding.rule, finding.message, finding.evidence), []).append(sighting.result)
        for (rule, said, evidence), results in list(variants.items())[:MOST_PLACES]:
            message, lang = self.message(rule, said)
            yield Said(self.text(message), self.text(evidence, 800, lines=True), self.devices(results), lang)

    def step_name(self, sighting: Sighting) -> str:
        wanted = sighting.finding.where.step
        said = next((step.says for step in sighting.result.steps if step.id == wanted), wanted)
        return self.text(said, 80)

    def card_crop(self, group: Group) -> Crop | None:
        """The best picture of the finding: its first box that was pictured, else the code on the artwork."""
        for sighting in sorted(group.sightings, key=lambda s: s.finding is not group.lead):
            if found := self.element_crop(sighting, group.number):
                return found
        if any(s.finding.box for s in group.sightings):
            return None
        beginnings = (self.artwork_crop(s, group.number) or self.mail_crop(s, group.number) for s in group.sightings)
        return next(filter(None, beginnings), None)

    def mail_crop(self, sighting: Sighting, number: int) -> Crop | None:
        """The link of the mail that a finding is about."""
        finding, result = sighting.finding, sighting.result
        mail = result.start.message
        if mail is None or not finding.rule.startswith("entry/"):
            return None
        link = next((link for link in mail.links if link.address == finding.about and link.spot), None)
        picture = self.mail_picture(result) if link else None
        if link is None or link.spot is None or picture is None:
            return None
        return crop(picture, link.spot, self.words.picture_of.format(n=number, device=self.device(result)))

    def element_crop(self, sighting: Sighting, number: int) -> Crop | None:
        finding, result = sighting.finding, sighting.result
        index = finding.where.page
        if finding.box is None or index is None or not 0 <= index < len(result.pages):
            return None
        picture = self.page_picture(result, result.pages[index])
        alt = self.words.picture_of.format(n=number, device=self.device(result))
        return crop(picture, finding.box, alt) if picture else None

    def artwork_crop(self, sighting: Sighting, number: int) -> Crop | None:
        finding, result = sighting.finding, sighting.result
        artwork = result.start.artwork
        if artwork is None or finding.where.page is not None or not finding.rule.startswith("qr/"):
            return None
        box = next(filter(None, map(around, pictured_codes(artwork))), None)
        picture = self.artwork_picture(result)
        if box is None or picture is None:
            return None
        return closer(picture, box, self.words.picture_of.format(n=number, device=self.device(result)))

    # -- what was not checked ------------------------------------------------------------------

    def unchecked(self) -> Iterator[Unchecked]:
        words = self.words
        yield from self.unfinished()
        yield from self.gathered(
            words.unchecked_journey,
            (
                (f"{r.code}: {r.reason}" if r.code and r.reason else r.code or r.reason, self.journeys[r.scenario], r)
                for r in self.run.results
                if r.status in (Status.INCONCLUSIVE, Status.ERROR)
            ),
        )
        yield from self.gathered(words.unchecked_broken, self.judged(Verdict.BROKEN))
        yield from self.gathered(words.unchecked_facts, self.judged(Verdict.NO_FACTS))
        yield from self.gathered(
            words.unchecked_gap,
            ((gap, page.title or page.url, r) for r in self.run.results for page in r.pages for gap in page.gaps),
        )
        yield from self.gathered(
            words.unchecked_note, ((note, self.journeys[r.scenario], r) for r in self.run.results for note in r.notes)
        )
        yield from self.gathered(
            words.unchecked_steps,
            (
                (self.journeys[r.scenario], step.says or step.verb, r)
                for r in self.run.results
                for step in r.steps
                if step.ended == "skipped" and step.code != LEFT_OUT
            ),
        )

    def unfinished(self) -> Iterator[Unchecked]:
        reasons: dict[str, list[Unfinished]] = {}
        for missing in self.run.unfinished:
            reasons.setdefault(missing.reason or self.words.unchecked_no_reason, []).append(missing)
        for reason, missed in reasons.items():
            names = tuple(dict.fromkeys(f"{self.journeys[m.scenario]} ({self.named(m.device)})" for m in missed))
            kind = self.words.unchecked_unfinished
            yield Unchecked(kind, self.text(reason), names[:MOST_NAMES], max(0, len(names) - MOST_NAMES), "")

    def judged(self, verdict: Verdict) -> Iterator[tuple[str, str, JourneyResult]]:
        for result in self.run.results:
            for judgement in result.judgements:
                if judgement.verdict is verdict:
                    yield self.note(judgement.note), judgement.rule, result

    def note(self, note: str) -> str:
        """Why a check had no facts, in words: the engine lists the facets that it missed."""
        head, missing, names = note.partition("missing: ")
        if head or not missing:
            return note
        facets = [self.words.facets.get(name, name) for name in names.split(", ")]
        return self.words.facets_missing.format(facets=self.words.listed(facets))

    def gathered(self, kind: str, said: Iterable[tuple[str, str, JourneyResult]]) -> Iterator[Unchecked]:
        """One line a reason, with all it concerns: (reason, name, result) in, in any order."""
        reasons: dict[str, tuple[dict[str, None], list[JourneyResult]]] = {}
        for reason, name, result in said:
            names, results = reasons.setdefault(reason, ({}, []))
            names[name] = None
            results.append(result)
        for reason, (names, results) in reasons.items():
            shown = tuple(self.text(name, 120) for name in list(names)[:MOST_NAMES])
            yield Unchecked(kind, self.text(reason), shown, len(names) - len(shown), self.devices(results))

    def held(self) -> tuple[str, ...]:
        """The rules that passed somewhere and had nothing against them anywhere."""
        verdicts: dict[str, set[Verdict]] = {}
        for result in self.run.results:
            for judgement in result.judgements:
                verdicts.setdefault(judgement.rule, set()).add(judgement.verdict)
        against = {Verdict.FAILED, Verdict.REVIEW, Verdict.BROKEN}
        return tuple(
            self.text(r, 80) for r in sorted(verdicts) if Verdict.PASSED in verdicts[r] and not verdicts[r] & against
        )


def to_do_first(groups: Iterable[Group]) -> list[Group]:
    """The few mends to begin with, dearest first: something for every department before a second thing for one.

    Within a department another area goes first: two rules of one area are often one cause.
    """
    waiting = sorted(_failing(groups), key=lambda group: group.cost)
    chosen: list[Group] = []
    while waiting and len(chosen) < FIRST:
        owners = {group.lead.owner for group in chosen}
        areas = {_area(group) for group in chosen}
        best = min(waiting, key=lambda g: (g.lead.owner in owners, _area(g) in areas, g.cost))
        waiting.remove(best)
        chosen.append(best)
    return sorted(chosen, key=lambda group: group.cost)


def _area(group: Group) -> str:
    return group.lead.rule.partition("/")[0]


def _certainty(finding: Finding, words: Messages) -> str:
    if finding.verdict is Verdict.REVIEW:
        return words.review_certainty
    return words.unstable_certainty if finding.unstable else words.certainties[finding.certainty]


def _failing(groups: Iterable[Group]) -> list[Group]:
    """The groups that fail a journey: a note never does."""
    return [group for group in groups if failing([group.lead])]


def _seen(start: Start) -> bool:
    """True when the address that was followed is shown already: on the code, the tag, or in the text."""
    shown = {code.text for code in start.artwork.codes} if start.artwork else set()
    if start.message and start.message.kind in {"sms", "nfc"}:
        shown |= {link.text for link in start.message.links}
    return start.url in shown


def _met(result: JourneyResult) -> bool:
    """True when the address that was agreed on is the one that was received."""
    if result.start.message:
        return all(finding.rule != "entry/mismatch" for finding in result.findings)
    artwork = result.start.artwork
    return result.start.expect_url in {code.text for code in artwork.codes} if artwork else False


def _blocked(result: JourneyResult) -> str:
    return next((step.id for step in result.steps if step.ended == "blocked"), "")


def _left_out(step: StepTrace) -> tuple[str, ...]:
    """Why a step was not for this phone."""
    return (step.reason,) if step.code == LEFT_OUT else ()


def _mood(finding: Finding) -> str:
    """What colour and shape a finding is shown in: its severity, or that a person should look."""
    return "review" if finding.verdict is Verdict.REVIEW else finding.severity.value


def _engine(name: str) -> str:
    return ENGINES.get(name, name)


def _key(column: int) -> str:
    return f"d{column + 1}"


def _outline(corners: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
