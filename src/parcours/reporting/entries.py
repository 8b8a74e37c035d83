"""A run as a list for other programs: each fault once for every step and phone, and how it stands."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from parcours.comparing import LIMIT, STOPPED, Compared, Key, Line, Policy, Standing, grouped
from parcours.comparing.ending import fine, guilty, only_worse
from parcours.comparing.seen import Seen
from parcours.findings import Certainty, Finding, Owner, Severity, Verdict
from parcours.redaction import masked
from parcours.reporting.messages import Messages, messages
from parcours.reporting.messages.rules import translated
from parcours.reporting.messages.walks import run_in, told
from parcours.reporting.run import Run
from parcours.results import JourneyResult, Status

SCREEN = "journey/screen"  # a screen that looks otherwise than the one that was kept
_GONE = frozenset({Standing.FIXED, Standing.NOT_CHECKED})


@dataclass(frozen=True)
class Entry:
    """One fault of one scenario, at one step, on one phone; in as many places as it has findings.

    What is said of a walk (where it stops, what it costs, what nobody looks at any more) has no findings. `line` is
    of the scenario's file, 0 when it is not known. `standing` is None where nothing was compared. `device` is the
    phone's name for readers. Its texts are as they were found: whoever writes them makes them harmless.
    """

    scenario: str
    key: Key
    message: str
    severity: Severity
    owner: Owner
    device: str = ""
    file: str = ""
    line: int = 0
    fails: bool = False
    findings: tuple[Finding, ...] = ()
    result: JourneyResult | None = None
    standing: Line | None = None

    @property
    def lead(self) -> Finding | None:
        """The finding to quote."""
        return self.findings[0] if self.findings else None

    @property
    def there(self) -> bool:
        """False for what is mended, and for what nobody could look at this time."""
        return self.standing is None or self.standing.standing not in _GONE

    @property
    def accepted(self) -> bool:
        """True when the scenario itself accepts it."""
        return self.standing is not None and self.standing.accepted

    @property
    def known(self) -> bool:
        """True when it was approved, or is accepted."""
        return self.standing is not None and self.standing.standing is Standing.KNOWN

    @property
    def doubt(self) -> bool:
        """True when a person must look."""
        return self.lead.verdict is Verdict.REVIEW if self.lead else False

    @property
    def guess(self) -> bool:
        """True for what fails nobody's build unless one is strict: of low certainty, or gone at a second look."""
        return self.lead is not None and (self.lead.unstable or self.lead.certainty is Certainty.LOW)

    @property
    def url(self) -> str:
        """The page's address, its tokens masked; "" when it is about no page."""
        return masked(self.lead.where.url) if self.lead else ""

    @property
    def fingerprint(self) -> str:
        """Its identity in 64 hexadecimal digits: scenario, step, rule, aspect and phone; never words or pixels."""
        return _digest((self.scenario, *self.key))


def _digest(identity: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(identity).encode("utf-8", "replace")).hexdigest()


class Hitch(StrEnum):
    """Why a journey says nothing of the site."""

    ERROR = "error"  # parcours could not do its work
    UNFINISHED = "unfinished"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A journey that came to no result."""

    kind: Hitch
    scenario: str
    device: str
    reason: str = ""
    code: str = ""
    file: str = ""

    def told(self, words: Messages) -> str:
        """What came of it, in a reader's language."""
        why = f"{self.reason} ({self.code})" if self.reason and self.code else self.reason or self.code
        return (words.hitches if why else words.hitches_bare)[self.kind].format(reason=why)

    @property
    def rule(self) -> str:
        """What it is called where rules are named."""
        return f"journey/{self.kind.value}"

    @property
    def fingerprint(self) -> str:
        """Its identity in 64 hexadecimal digits."""
        return _digest((self.scenario, self.rule, self.device))


def entries(run: Run, policy: Policy, lang: str = "en") -> tuple[Entry, ...]:
    """What the run found, what fails first, then dearest first; what is mended, or was not looked at, last."""
    run = run_in(run, lang)
    found: list[Entry] = []
    by_scenario: dict[str, list[JourneyResult]] = {}
    for result in run.results:
        by_scenario.setdefault(result.scenario, []).append(result)
        found += _of(result, run.comparison.of(result.scenario), policy, lang)
    for one in run.comparison.scenarios:
        found += _elsewhere(one, by_scenario.get(one.scenario, ()), policy)
    return tuple(sorted(found, key=_order))


def _order(entry: Entry) -> tuple[bool, bool, bool, int]:
    return not entry.there, not entry.fails, entry.doubt or entry.guess, entry.severity.rank


def _of(result: JourneyResult, compared: Compared | None, policy: Policy, lang: str) -> Iterator[Entry]:
    """One result's entries: its findings, where it was stopped, and what its comparison says beside them."""
    wrong = guilty(result, compared, policy)
    lines = {line.key: line for line in compared.lines if line.device == result.device} if compared else {}
    for key, same in grouped(result.findings).items():
        yield _found(result, key, same, lines.get(key), fails=key in wrong, lang=lang)
    for entry in _walk(result, compared, policy, messages(lang)):
        if entry.key not in lines:
            yield _placed(entry, result)
    for key, line in lines.items():
        if not line.found:
            yield _placed(replace(_said(result.scenario, line), fails=key in wrong), result)


def _found(
    result: JourneyResult, key: Key, same: Iterable[Finding], line: Line | None, *, fails: bool, lang: str
) -> Entry:
    findings = sorted(same, key=lambda f: (f.unstable, f.verdict is not Verdict.FAILED, f.severity.rank))
    lead = findings[0]
    spoken = tuple(translated(finding, lang) for finding in findings)
    return Entry(
        result.scenario,
        key,
        _message(lead, spoken[0], line),
        lead.severity,
        lead.owner,
        result.device_title or result.device,
        lead.where.file or result.file,
        lead.where.line,
        fails,
        spoken,
        result,
        line,
    )


def _message(lead: Finding, told: Finding, line: Line | None) -> str:
    """What is told; what the comparison adds to it stays (more of them, approved until...)."""
    return (
        line.message.replace(lead.message, told.message, 1) if line and lead.message in line.message else told.message
    )


def _walk(result: JourneyResult, compared: Compared | None, policy: Policy, words: Messages) -> Iterator[Entry]:
    """Where the walk was stopped, by what limit, and which screens changed: these fail where no baseline knows them."""
    fails = policy.fail_on != "never"
    stopped = fails and not only_worse(compared, policy)
    if result.status is Status.FAILED:
        step, code, reason = Seen(result).stop
        if code:
            key = Key(step, STOPPED, code, result.device)
            said = words.walk_stops.format(step=step, reason=reason or code)
            yield Entry(result.scenario, key, said, Severity.BLOCKER, Owner.WEB, fails=stopped)
        if result.code == "over-limit":
            key = Key("", LIMIT, "", result.device)
            yield Entry(result.scenario, key, result.reason, Severity.MAJOR, Owner.WEB, fails=stopped)
    for screen in result.screens:
        if screen.fails:
            key = Key(screen.step, SCREEN, "", result.device)
            yield Entry(result.scenario, key, screen.reason, Severity.MAJOR, Owner.WEB, fails=fails)


def _said(scenario: str, line: Line) -> Entry:
    return Entry(scenario, line.key, line.message, line.severity, line.owner, line.device, standing=line)


def _placed(entry: Entry, result: JourneyResult) -> Entry:
    """With the place of its step in the scenario."""
    places = {step.id: (step.file or result.file, step.line) for step in result.steps}
    file, line = places.get(entry.key.step, (result.start.file or result.file, result.start.line))
    return replace(entry, device=result.device_title or result.device, file=file, line=line, result=result)


def _elsewhere(compared: Compared, results: Sequence[JourneyResult], policy: Policy) -> Iterator[Entry]:
    """What is known of phones that were not run."""
    run = {result.device for result in results}
    file = results[0].file if results else ""
    for line in compared.lines:
        if line.device not in run:
            fails = policy.strict and policy.fails(line)
            yield replace(_said(compared.scenario, line), file=file, fails=fails)


def troubles(run: Run, lang: str = "en") -> Iterator[Trouble]:
    """What says nothing of the site: what parcours could not do, what did not finish, what could not be judged."""
    files = {result.scenario: result.file for result in run.results}
    for result in run.results:
        name = result.device_title or result.device
        if result.status is Status.ERROR:
            yield Trouble(Hitch.ERROR, result.scenario, name, told(result.reason, lang), result.code, result.file)
        elif result.status is Status.INCONCLUSIVE and not fine(result, run.comparison.of(result.scenario)):
            yield Trouble(Hitch.UNJUDGED, result.scenario, name, told(result.reason, lang), result.code, result.file)
    for missing in run.unfinished:
        file = files.get(missing.scenario, "")
        yield Trouble(Hitch.UNFINISHED, missing.scenario, missing.device, told(missing.reason, lang), "", file)


def broken_rules(run: Run) -> Mapping[str, str]:
    """The rules that broke while they judged, each with what was said the first time."""
    found: dict[str, str] = {}
    for result in run.results:
        for judgement in result.judgements:
            if judgement.verdict is Verdict.BROKEN:
                found.setdefault(judgement.rule, judgement.note)
    return found


def repository(folder: Path) -> Path:
    """The root of the repository that a folder is in; the folder itself where it is in none."""
    start = folder.resolve()
    return next((above for above in (start, *start.parents) if (above / ".git").exists()), start)


def from_root(file: str, root: Path) -> str:
    """A scenario's file as it is named from the repository's root, with slashes; "" for none.

    A run of another machine names files as they lay there: as much of the path's end counts as is found here.
    """
    if not file:
        return ""
    path, top = Path(file.replace("\\", "/")), root.resolve()
    here = Path(os.path.normpath(Path.cwd() / path))
    if here.is_relative_to(top) and _is_there(here):
        return here.relative_to(top).as_posix()
    parts = [part for part in path.parts if part not in (path.anchor, "..", ".")]
    ends = (Path(*parts[at:]) for at in range(len(parts)))
    found = next((end for end in ends if _is_there(top / end)), None)
    if found is None:
        found = Path(*parts[-1:]) if path.is_absolute() else Path(*parts)
    return found.as_posix()


def _is_there(path: Path) -> bool:
    """True when there is such a file; False too for what no file system can hold: too long, or with a NUL in it."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
