"""What a report shows, ready to be printed: every string is clean, every address is safe to follow or is empty."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parcours.findings import Severity
from parcours.reporting.efforts import Compared
from parcours.reporting.pictures import Crop, Mark, Picture
from parcours.reporting.scores import BrandCard
from parcours.reporting.sent import Sent
from parcours.reporting.trend import Trend
from parcours.reporting.versus import Versus


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
    version: str
    since: tuple[Since, ...] = ()
    since_notes: tuple[str, ...] = ()
    trend: Trend | None = None
    brands: tuple[BrandCard, ...] = ()
