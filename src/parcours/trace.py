"""What happened on a journey, without judging it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from parcours.facts.artwork import Artwork
from parcours.facts.message import Message
from parcours.facts.model import AppLinks, Device, PageSnapshot

Ended = Literal["done", "blocked", "skipped"]
LEFT_OUT = "only-on"  # the code of a skipped step that is for other phones; the walk goes on after it


@dataclass(frozen=True, slots=True)
class Effort:
    """What a walk cost the customer. `scrolls` is in screens, `ms` in milliseconds."""

    taps: int = 0
    keys: int = 0
    scrolls: float = 0.0
    hops: int = 0
    ms: int = 0
    bytes: int = 0

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            self.taps + other.taps,
            self.keys + other.keys,
            self.scrolls + other.scrolls,
            self.hops + other.hops,
            self.ms + other.ms,
            self.bytes + other.bytes,
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """A human's answer to what the customer sent: after how long, and whether a machine had said that it came in.

    `channel` is "chat" or "message".
    """

    ms: int
    channel: str = "message"
    acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class StepTrace:
    """One step as it went.

    `code` and `reason` say why it was blocked or skipped. `page` is the index of the page that it
    was on when it ended, None before any page. `shot` is the file of its picture. `away` is the address
    of the app or the store that the customer had left the browser for when it ended. `reply` is the human's answer
    that the step waited for.
    """

    id: str
    verb: str
    says: str
    line: int = 0
    ended: Ended = "done"
    code: str = ""
    reason: str = ""
    ms: int = 0
    effort: Effort = field(default_factory=Effort)
    page: int | None = None
    shot: str = ""
    away: str = ""
    notes: tuple[str, ...] = ()
    reply: Reply | None = None
    file: str = ""  # the file of shared steps that `line` is in; "" for the scenario's own


@dataclass(frozen=True, slots=True)
class Start:
    """Where the customer came from, and what was promised there.

    `artwork` is what was read in the picture or the PDF; None for a plain link. `message` is the e-mail, the text
    message, the tag or the post; None for what is none of these.
    """

    channel: str = "link"
    url: str = ""
    expect_url: str = ""
    expect_text: str = ""
    hosts: tuple[str, ...] = ()  # the only ones that the customer may be led to; none: every one
    artwork: Artwork | None = None
    file: str = ""
    line: int = 0
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Promises:
    """What the brand says that it offers its customers, as the scenario declares it.

    None and "" where nothing is said. `adviser` is who answers, a name or a role as customers are shown it; `reply`
    is how soon, in seconds; `loyalty` are the texts that are shown as reasons to be loyal.
    """

    inbox: bool | None = None
    adviser: str = ""
    chat: bool | None = None
    reply: float | None = None
    hours: str = ""
    loyalty: tuple[str, ...] = ()


@dataclass(frozen=True)
class JourneyTrace:
    """One journey on one device. `pages` are in the order in which they were met."""

    scenario: str = ""
    device: Device = field(default_factory=Device)
    start: Start = field(default_factory=Start)
    app: AppLinks = field(default_factory=AppLinks)
    steps: tuple[StepTrace, ...] = ()
    pages: tuple[PageSnapshot, ...] = ()
    facets: frozenset[str] = frozenset()
    promises: Promises = field(default_factory=Promises)

    @property
    def landing(self) -> PageSnapshot | None:
        """The first page that the customer saw."""
        return self.pages[0] if self.pages else None

    @property
    def effort(self) -> Effort:
        """The whole walk's."""
        return sum((step.effort for step in self.steps), Effort())
