"""What a report shows, ready to be printed: every string is clean, every address is safe to follow or is empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

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
class EngineLine:
    """What looked at which devices; `native` means that it is the phones' own engine."""

    devices: str
    used: str
    native: bool
    label: str
    says: str


LinkState = Literal["breaks", "weak", "holds", "unknown"]


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of a finding, its colour and shape, and the word for them."""

    number: int
    mood: str
    label: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What one department has to mend in one link of the chain."""

    owner: str
    department: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One link of the chain. `note` says where a phone stopped, or in how many journeys the link is so."""

    key: str
    title: str
    state: LinkState
    label: str
    gaps: tuple[Gap, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Silo:
    """One department's gaps, a tuple of findings for each link of the chain."""

    owner: str
    label: str
    cells: tuple[tuple[Badge, ...], ...]


@dataclass(frozen=True, slots=True)
class SiloMap:
    """Which department's gap broke which link: the links over all journeys, and a row for each department."""

    links: tuple[Stage, ...]
    rows: tuple[Silo, ...]

    @property
    def breaks(self) -> bool:
        """True when a customer cannot go on somewhere."""
        return any(link.state == "breaks" for link in self.links)


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
    closeup: Crop | None = None  # of the code that is scanned


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What a number on the screens of a journey stands for, with all that is needed to mend it on the spot.

    `html` is the element as the page has it, `link` the address of the page. `lang` is the message's language,
    `told_in` that of `why` and `do`.
    """

    number: int
    mood: str
    message: str
    lang: str
    severity: str
    rule: str
    why: str
    do: str
    told_in: str
    about: str
    html: str
    link: Link


@dataclass(frozen=True, slots=True)
class Story:
    """One journey on all its devices."""

    name: str
    file: str
    beginning: Beginning
    walks: tuple[Walk, ...]
    key: tuple[KeyLine, ...]
    effort: Compared | None = None
    anchor: str = ""
    outcome: Outcome = Outcome.WORKS
    outcome_label: str = ""
    tried: str = ""  # the devices
    chain: tuple[Stage, ...] = ()
    folded: bool = False  # at first: where there are many, those that need nobody


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a spot, and on which devices."""

    message: str
    evidence: str
    devices: str
    lang: str


@dataclass(frozen=True, slots=True)
class Place:
    """One spot where a finding was met; the same spot of several pages is one, with all their addresses."""

    about: str
    links: tuple[Link, ...]
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
    standing_key: str = ""  # what the filter knows it by
    journey_keys: str = ""
    page_key: str = ""  # the first page that it was met on


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
class IndexLine:
    """One rule or one page, with the numbers of its findings. `link` is a page's address."""

    key: str
    name: str
    says: str
    lang: str
    link: Link | None
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One thing that made this report, and which of it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the report, explained."""

    word: str
    means: str


class Attachment(Protocol):
    """A file that the report carries."""

    def data(self) -> Iterator[bytes]:
        """All that is in it, piece by piece."""

    @property
    def uri(self) -> str:
        """The file as a link within the page, "" where it is too large for that."""


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
    engines: tuple[EngineLine, ...]
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
    document: Attachment
    since: tuple[Since, ...] = ()
    since_notes: tuple[str, ...] = ()
    trend: Trend | None = None
    brands: tuple[BrandCard, ...] = ()
    compared: str = ""  # that nothing was compared, and how to have it compared; "" where it was
    map: SiloMap | None = None
    standing_choices: tuple[Choice, ...] = ()
    journey_choices: tuple[Choice, ...] = ()
    by_rule: tuple[IndexLine, ...] = ()
    by_page: tuple[IndexLine, ...] = ()
    versions: tuple[Version, ...] = ()
    glossary: tuple[Term, ...] = ()
