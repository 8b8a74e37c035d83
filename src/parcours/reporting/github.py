"""The report for GitHub Actions: annotations in the log, and a summary of the job where GitHub gives a file for it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parcours.errors import ToolError
from parcours.findings import Severity
from parcours.reporting import Options, Report
from parcours.reporting.entries import Entry, Hitch, entries, from_root, troubles
from parcours.reporting.messages import Messages, messages
from parcours.reporting.run import Run
from parcours.reporting.text import for_markdown, for_terminal, href
from parcours.reporting.view import build
from parcours.storage.journal import write_whole

MOST = 10  # annotations of a step that GitHub shows, of each kind
MOST_LINES = 30  # of the summary's table
LONGEST = 500
SUMMARY = "GITHUB_STEP_SUMMARY"


@dataclass(frozen=True)
class _Fault:
    """The same fault at the same step on several phones."""

    entries: tuple[Entry, ...]

    @property
    def lead(self) -> Entry:
        return self.entries[0]

    @property
    def devices(self) -> list[str]:
        return list(dict.fromkeys(entry.device for entry in self.entries))

    @property
    def places(self) -> int:
        return max(len(entry.findings) for entry in self.entries)

    @property
    def level(self) -> str:
        """`error` for what fails the run, `warning` for what costs customers all the same."""
        lead = self.lead
        if lead.fails:
            return "error"
        mild = lead.guess or lead.doubt or lead.severity is Severity.NOTE
        return "notice" if mild else "warning"


def commands(run: Run, options: Options) -> Iterator[str]:
    """Workflow commands, one a line: what hindered parcours, then the dearest faults; the rest is counted.

    What is known or accepted, mended or was not looked at is not annotated.
    """
    words = messages(options.lang)
    said = [*_hitches(run, options), *(_annotation(fault, words, options) for fault in _faults(run, options))]
    yield from said[:MOST]
    if len(said) > MOST:
        yield command("notice", [words.count(words.annotations_more, len(said) - MOST)], "parcours")


def _hitches(run: Run, options: Options) -> Iterator[str]:
    for trouble in troubles(run, options.lang):
        level = "warning" if trouble.kind is Hitch.UNJUDGED else "error"
        said = trouble.told(messages(options.lang))
        yield command(level, [said], f"{trouble.scenario} ({trouble.device})", from_root(trouble.file, options.root), 1)


def _faults(run: Run, options: Options) -> Sequence[_Fault]:
    """What is to be told, what fails first, then dearest first; the phones of a fault together."""
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries(run, options.policy, options.lang):
        if entry.there and not (entry.known and not entry.fails):
            found.setdefault((entry.scenario, *entry.key[:3], str(entry.fails)), []).append(entry)
    return [_Fault(tuple(same)) for same in found.values()]


def _annotation(fault: _Fault, words: Messages, options: Options) -> str:
    lead = fault.lead
    advice = lead.lead.advice.do if lead.lead and lead.lead.advice else ""
    more = f" ({words.count(words.places, fault.places)})" if fault.places > 1 else ""
    message = (f"{lead.message}{more}", *([advice] if advice else []))
    title = f"{lead.key.rule} ({words.listed(fault.devices)})"
    return command(fault.level, message, title, from_root(lead.file, options.root), lead.line)


def command(level: str, message: Iterable[str], title: str, file: str = "", line: int = 0) -> str:
    """A workflow command with the lines of its message: an annotation of that place, or of the job."""
    place = (("file", file), ("line", str(max(1, line)))) if file else ()
    said = ",".join(f"{name}={_property(value)}" for name, value in (*place, ("title", title)))
    return f"::{level} {said}::{'%0A'.join(map(_data, message))}"


def _data(text: str) -> str:
    return for_terminal(text, LONGEST).replace("%", "%25")  # it holds no end of a line: that is written out


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# -- the summary ---------------------------------------------------------------------------------


def summary(run: Run, options: Options) -> str:
    """The run in Markdown: the verdict, journeys and phones, and what to mend, dearest first."""
    return "\n\n".join(_summary(run, options)) + "\n"


def _summary(run: Run, options: Options) -> Iterator[str]:
    words = messages(options.lang)
    view = build(run, words)
    yield f"## {for_markdown(view.verdict)}"
    if view.summary:
        yield for_markdown(" ".join(view.summary), 1000)
    if view.rows:
        rows = ((row.name, *(cell.label for cell in row.cells)) for row in view.rows)
        yield _table((words.journey, *view.columns), rows)
    faults = _faults(run, options)
    if faults:
        yield _table(words.summary_heads, (_row(fault, words) for fault in faults[:MOST_LINES]))
    if len(faults) > MOST_LINES:
        yield words.count(words.annotations_more, len(faults) - MOST_LINES)
    if known := sum(entry.known and not entry.fails for entry in entries(run, options.policy)):
        yield words.count(words.summary_known, known)
    if link := href(options.link):
        yield f"<{link}>"


def _row(fault: _Fault, words: Messages) -> Sequence[str]:
    lead = fault.lead
    advice = lead.lead.advice.do if lead.lead and lead.lead.advice else ""
    mark = {"error": "❌", "warning": "⚠️", "notice": "ℹ️"}[fault.level]
    standing = words.standings[lead.standing.standing] if lead.standing else ""
    severity = words.severities[lead.severity]
    return (
        f"{mark} {severity}{f' ({standing.casefold()})' if standing else ''}",
        words.departments[lead.owner],
        lead.message,
        advice,
        words.listed(fault.devices),
        lead.key.rule,
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head, *body = ["| " + " | ".join(for_markdown(cell) for cell in row) + " |" for row in (heads, *rows)]
    return "\n".join((head, "|" + "---|" * len(heads), *body))


def write_github(run: Run, target: Path, options: Options) -> Path:
    """Write the annotations and give their file's path back; add to the job's summary where GitHub wants one."""
    write_whole(target, "".join(f"{line}\n" for line in commands(run, options)).encode())
    if job := os.environ.get(SUMMARY):
        try:
            with Path(job).open("a", encoding="utf-8") as file:  # steps share it: each adds its part
                file.write(summary(run, options) + "\n")
        except OSError as error:
            raise ToolError(f"cannot write the job's summary, {job}: {error.strerror}") from error
    return target


github_report = Report("github", ".github.txt", write_github, aloud=True)
