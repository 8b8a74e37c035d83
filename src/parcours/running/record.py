"""What one journey has met so far, and the folder that it keeps it in."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from parcours.channels import Opening
from parcours.checks.catalogue import AnyCheck
from parcours.facts.model import AppLinks, PageSnapshot
from parcours.findings import Finding, Judgement
from parcours.redaction import Redactor, masked_json
from parcours.results import PageResult, ScreenResult
from parcours.running.jobs import Job, Said
from parcours.scenario.model import Scenario, StepSpec
from parcours.storage.codec import to_json
from parcours.storage.journal import write_whole
from parcours.trace import Promises, Start, StepTrace

Emit = Callable[[Said], None]


@dataclass
class Record:
    """A journey under way, as it will be told. `emit` hears of every step and page as it ends.

    `step` is the one under way, and `picture` the file that it is shown by, "" before there is one.
    """

    job: Job
    scenario: Scenario
    emit: Emit
    redactor: Redactor
    opening: Opening = field(default_factory=Opening)
    step: StepSpec = field(init=False)
    picture: str = ""
    notes: tuple[str, ...] = ()  # what is to be said of the browser
    steps: list[StepTrace] = field(default_factory=list)
    pages: list[PageSnapshot] = field(default_factory=list)
    shown: list[PageResult] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    screens: Sequence[ScreenResult] = ()
    begun: float = 0  # by `time.monotonic()`
    _met: set[str] = field(default_factory=set)
    _judged: set[int] = field(default_factory=set)

    @property
    def left(self) -> float:
        """The seconds that are left of the journey's own."""
        return self.job.soft_seconds - (time.monotonic() - self.begun)

    @property
    def app(self) -> AppLinks:
        """The brand's app, as the scenario declares it."""
        return AppLinks(ios=self.scenario.app.ios, android=self.scenario.app.android)

    @property
    def promises(self) -> Promises:
        """What the brand says that it offers, as the scenario declares it."""
        return Promises(**self.scenario.promises.model_dump())

    @property
    def brand(self) -> str:
        """What the results are gathered under: the brand's name, else the host of the first page."""
        url = self.pages[0].url if self.pages else self.opening.url
        return self.scenario.brand or urlsplit(url).hostname or ""

    @property
    def start(self) -> Start:
        """Where the customer came from."""
        spec = self.scenario.start
        return Start(
            channel=spec.channel,
            url=self.opening.url,
            expect_url=spec.expect_url,
            expect_text=spec.expect_text,
            hosts=self.scenario.hosts,
            artwork=self.opening.artwork,
            file=str(getattr(spec.args, "file", "")),
            line=spec.line,
            message=self.opening.message,
        )

    # Pages

    def knows(self, url: str) -> bool:
        """True when the page at that address has been looked at already, and for the blank one."""
        here = url.partition("#")[0]
        return here in self._met or here == "about:blank"

    def place_for(self, page: PageSnapshot, url: str, checks: Sequence[AnyCheck]) -> int:
        """The page's index: a new one, or that of the same page if it was met and not judged yet.

        `url` is the address that the walk knows it by.
        """
        index = len(self.pages) - (1 if self.unjudged(page) else 0)
        self.pages[index:] = [page]
        if checks:
            self._judged.add(index)
        self._met.add(url.partition("#")[0])
        return index

    def unjudged(self, page: PageSnapshot) -> PageSnapshot | None:
        """The same page as it was met last, when no check has looked at it yet."""
        last = len(self.pages) - 1
        if not self.pages or last in self._judged or self.pages[last].url != page.url:
            return None
        return self.pages[last]

    def take(self, judged: Sequence[Judgement]) -> None:
        """Keep what checks came to."""
        self.judgements.extend(bare(judged))
        self.findings.extend(findings_of(judged))

    # Files

    def write(self, name: str, data: bytes) -> str:
        """Keep a file in the journey's folder: its name; "" when there is nothing to keep."""
        if not data:
            return ""
        write_whole(Path(self.job.folder) / name, data)
        return name

    def keep_facts(self, page: PageSnapshot, name: str) -> None:
        """Keep what was learnt of a page, without secrets."""
        self.write(name, gzip.compress(masked_json(to_json(self.redactor.facts(page))), 5))


def bare(judged: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements without their findings, which results keep once."""
    return tuple(replace(judgement, findings=()) for judgement in judged)


def findings_of(judged: Sequence[Judgement]) -> tuple[Finding, ...]:
    """All that they found."""
    return tuple(finding for judgement in judged for finding in judgement.findings)
