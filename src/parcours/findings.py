"""What a check may say, and what it becomes once the engine knows where it was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from parcours.facts.geometry import Box


class Severity(StrEnum):
    """How much a problem costs the customer, dearest first."""

    BLOCKER = "blocker"  # the journey cannot go on
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a blocker, 3 for a note: sorts the dearest first."""
        return tuple(Severity).index(self)

    def at_least(self, other: Severity) -> bool:
        """True when this is as dear as `other`, or dearer."""
        return self.rank <= other.rank


class Certainty(StrEnum):
    """How sure the check is that a customer on a real phone meets the problem."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Verdict(StrEnum):
    """What came of a check. Only PASSED is a pass."""

    PASSED = "passed"
    FAILED = "failed"
    REVIEW = "review"  # cannot tell: a person must look
    NOT_APPLICABLE = "not_applicable"  # the page has nothing that the check looks at
    NO_FACTS = "no_facts"  # a fact that it needs is missing, or this engine cannot know
    BROKEN = "broken"  # the check itself raised: our fault


class Owner(StrEnum):
    """The department that can mend it."""

    PRINT = "print"
    WEB = "web"
    APP = "app"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class Advice:
    """How to mend it: `do` is one sentence that starts with a verb."""

    do: str
    snippet: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one subject.

    `aspect` is a short, stable slug that tells two faults of one rule apart; it is part of the
    finding's identity, the message is not. What is left None is taken from the check.
    """

    message: str
    aspect: str = ""
    severity: Severity | None = None
    certainty: Certainty | None = None
    owner: Owner | None = None
    evidence: str = ""
    advice: Advice | None = None


class CannotTell(Problem):
    """A doubt that a person must settle: becomes a REVIEW, never a pass and never a failure."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a finding: which journey, which device, which step, which page."""

    scenario: str = ""
    device: str = ""
    step: str = ""
    file: str = ""
    line: int = 0
    url: str = ""
    page: int | None = None  # index in the journey's pages; None when it is not about a page
    frame: str = ""  # address of the frame that holds the element; "" is the page itself


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, at one place.

    `title`, `why` and `advice` are the check's, so that a result can be read without it. `about` is the
    element's address ("" for the page or the journey as a whole); `box` is in CSS pixels from the page's
    top left corner. `unstable` means that it was not there any more when one looked a second time.
    """

    rule: str
    verdict: Verdict  # FAILED or REVIEW
    severity: Severity
    certainty: Certainty
    owner: Owner
    message: str
    aspect: str = ""
    about: str = ""
    where: Where = field(default_factory=Where)
    box: Box | None = None
    evidence: str = ""
    title: str = ""
    why: str = ""
    advice: Advice | None = None
    unstable: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one check made of one page or one journey. `examined` counts its subjects."""

    rule: str
    verdict: Verdict
    examined: int = 0
    findings: tuple[Finding, ...] = ()
    note: str = ""  # why there were no facts, or how the check broke
    version: int = 1
    page: int | None = None
