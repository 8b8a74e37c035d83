"""What came of a journey: the judgement of the whole way, and the one result that says how it ended."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from parcours import __version__
from parcours.checks.catalogue import AnyCheck, discover, selection
from parcours.codes import known
from parcours.facts.analytics import counts
from parcours.facts.belongings import Belonging, belongings
from parcours.facts.way import landing_wait
from parcours.facts.wording import counted
from parcours.findings import Finding, Severity, Where
from parcours.judging import judge_journey
from parcours.results import JourneyResult, Status, failing, grave_doubts
from parcours.running.jobs import Said
from parcours.running.record import Record, bare, findings_of
from parcours.running.screens import told
from parcours.trace import Effort, JourneyTrace, StepTrace

if TYPE_CHECKING:
    from parcours.facts.model import Device, Network, PageSnapshot
    from parcours.scenario.model import Limits

# What leads to the first page was promised on paper: it is judged whatever the scenario selects.
THE_WAY = frozenset({"qr", "entry", "redirect", "landing"})

_ENGINES = {"chromium": "Chromium", "webkit": "WebKit", "firefox": "Firefox"}


def judge_whole(record: Record, device: Device) -> None:
    """Judge the journey as a whole: the findings and judgements are added to the record, and told."""
    pages = record.pages
    app, facets = (pages[0].app, pages[0].facets) if pages else (record.app, frozenset[str]())
    scenario, start = record.scenario, record.start
    trace = JourneyTrace(scenario.id, device, start, app, tuple(record.steps), tuple(pages), facets, record.promises)
    page, url = (0, pages[0].url) if pages else (None, record.opening.url)
    where = Where(scenario.id, device.name, "start", scenario.file, scenario.start.line, url, page)
    judged = judge_journey(trace, _of_the_journey(record), where)
    record.take(judged)
    record.emit(Said("journey", findings=findings_of(judged), judgements=bare(judged)))


def _of_the_journey(record: Record) -> list[AnyCheck]:
    """The checks of the whole journey: where `check:` steps choose, those chosen and those of the way there."""
    steps = [step.args for step in record.scenario.steps if step.verb == "check"]
    picks = [selection(getattr(args, "rules", ()), getattr(args, "min_severity", Severity.NOTE)) for args in steps]
    checks = discover().values()
    return [c for c in checks if not picks or c.area in THE_WAY or any(pick.takes(c) for pick in picks)]


def outcome(
    record: Record, device: Device, effort: Effort, network: Network | None, started: datetime, tracing: str
) -> JourneyResult:
    """The journey's result. `network` is the one that it was walked on, None when it was not."""
    effort = replace(effort, scrolls=round(effort.scrolls, 1))
    over = tuple(_over(record, effort))
    code, reason = _why(record, over)
    scenario, job = record.scenario, record.job
    notes = (
        *record.notes,
        *emulated(device),
        *_unslowed(record, device, network),
        *_unsteady(record.findings),
        *told(record.screens),
        *_untraced(record, tracing),
        *_uncounted(record.pages),
    )
    return JourneyResult(
        scenario=scenario.id,
        device=device.name,
        engine=device.engine,
        status=_status(record, over),
        name=scenario.name,
        file=scenario.file,
        lang=scenario.lang,
        device_title=device.title,
        platform=device.platform,
        width=device.width,
        height=device.height,
        scale=device.scale,
        code=code,
        reason=reason,
        start=record.start,
        steps=tuple(record.steps),
        pages=tuple(record.shown),
        findings=tuple(sorted(record.findings, key=lambda f: (f.severity.rank, f.rule, f.aspect, f.about))),
        judgements=tuple(record.judgements),
        effort=effort,
        notes=notes,
        started=started.isoformat(timespec="seconds"),
        ms=round((time.monotonic() - record.begun) * 1000),
        folder=job.place,
        parcours=__version__,
        screens=tuple(record.screens),
        brand=record.brand,
        network=network or "as-is",
        promises=record.promises,
        inventory=_inventory(record.pages),
    )


# How it ended


def _stopped(record: Record) -> StepTrace | None:
    return next((step for step in record.steps if step.ended == "blocked"), None)


def _why(record: Record, over: tuple[str, ...]) -> tuple[str, str]:
    """The code and the reason, the gravest first; "" when only findings speak."""
    doubts = tuple(finding.message for finding in grave_doubts(record.findings))
    changed = [screen for screen in record.screens if screen.fails]
    if stopped := _stopped(record):
        return stopped.code, stopped.reason
    if over:
        return "over-limit", "; ".join(over)
    if changed:
        return "screen-changed", "; ".join(f"{screen.step}: {screen.reason}" for screen in changed)
    if doubts:
        return "to-review", "; ".join(doubts)
    if not record.pages:
        return "no-page", "the journey left the browser before any page could be looked at"
    return "", ""


def _status(record: Record, over: tuple[str, ...]) -> Status:
    if failing(record.findings) or over or any(screen.fails for screen in record.screens):
        return Status.FAILED
    stopped = _stopped(record)
    if stopped is None:
        return Status.PASSED if record.pages and not grave_doubts(record.findings) else Status.INCONCLUSIVE
    code = known(stopped.code)
    return Status(code.ends) if code else Status.FAILED


def _over(record: Record, effort: Effort) -> Iterator[str]:
    wait = landing_wait(record.pages[0]) if record.pages else None
    return over_limits(record.scenario.limits, effort, wait.ms / 1000 if wait else 0.0)


def over_limits(limits: Limits, effort: Effort, landing: float) -> Iterator[str]:
    """What the journey cost more than the scenario allows, in words. `landing` is in seconds."""
    if limits.taps is not None and effort.taps > limits.taps:
        yield f"{counted(effort.taps, 'tap')}, where {_allowed(limits.taps)}"
    if limits.landing is not None and landing > limits.landing:
        yield f"{landing:.1f} s to the first page, where {limits.landing:g} s are allowed"
    if limits.bytes is not None and effort.bytes > limits.bytes:
        yield f"{effort.bytes / 1e6:.2f} MB, where {limits.bytes / 1e6:g} MB are allowed"
    if limits.keys is not None and effort.keys > limits.keys:
        yield f"{counted(effort.keys, 'character')} typed, where {_allowed(limits.keys)}"
    if limits.hops is not None and effort.hops > limits.hops:
        yield f"{counted(effort.hops, 'redirect')}, where {_allowed(limits.hops)}"
    if limits.screens is not None and effort.scrolls > limits.screens:
        yield f"{effort.scrolls:.1f} screens scrolled, where {_allowed(limits.screens)}"


def _allowed(number: float) -> str:
    return f"{number:g} {'is' if number == 1 else 'are'} allowed"


# What else is told


def _inventory(pages: Sequence[PageSnapshot]) -> tuple[Belonging, ...] | None:
    """What the pages have; None when they are such that it cannot be told."""
    try:
        return belongings(pages)
    except Exception:  # noqa: BLE001 - a page that nobody foresaw must not cost the journey its result
        return None


def emulated(device: Device) -> tuple[str, ...]:
    """The note that another engine stood for the device's own; none when it did not."""
    if device.engine.fidelity == "native":
        return ()
    engine = device.engine
    used, wanted = f"{_ENGINES[engine.used]} {engine.version}", _ENGINES[engine.wanted]
    return (f"{device.title} was emulated in {used}: {wanted}, its own engine, is not installed here.",)


def _unslowed(record: Record, device: Device, network: Network | None) -> tuple[str, ...]:
    """That the journey was walked faster than it was asked to be, where the engine cannot be slow."""
    if network is None or network == record.job.network:
        return ()
    engine = _ENGINES[device.engine.used]
    return (f"{engine} cannot be slowed down as Chromium can: times are those of the machine that tested.",)


def _unsteady(findings: Sequence[Finding]) -> tuple[str, ...]:
    count = sum(finding.unstable for finding in findings)
    if not count:
        return ()
    were = "1 finding was" if count == 1 else f"{count} findings were"
    return (f"{were} gone when the page was looked at again: shown as unstable, counted for nothing unless strict.",)


def _untraced(record: Record, tracing: str) -> tuple[str, ...]:
    wanted = tracing != "off" and bool(record.redactor)
    return ("No Playwright trace was kept: it would hold the journey's secrets.",) if wanted else ()


def _uncounted(pages: Sequence[PageSnapshot]) -> tuple[str, ...]:
    """Who was kept from counting the visit, as it was asked for."""
    services = sorted({counts(r.url) for page in pages for r in page.requests if r.kept_out} - {""})
    return (f"Kept from counting this visit: {', '.join(services)}.",) if services else ()
