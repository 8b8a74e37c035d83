"""`parcours judge`: judge a finished run again by today's rules, without a browser."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from parcours import __version__
from parcours.cli import printable
from parcours.cli.options import format_option
from parcours.errors import Exit, UsageError
from parcours.facts.model import PageSnapshot
from parcours.findings import Finding, Verdict
from parcours.rejudging import Again, Change, judge_again, worse
from parcours.results import JourneyResult, failing

SCHEMA = 1


@click.command(
    epilog="""\b
Examples:
  parcours judge
  parcours judge reports/runs/20260302-094102-1f3a
  parcours judge reports/runs/20260302-094102-1f3a --format json | jq .journeys[].new

\b
Ends with 1 when today's rules find what the run did not, 6 when no facts could be read.
"""
)
@click.argument("run", required=False, type=click.Path(path_type=Path), metavar="[RUN]")
@format_option
def judge(run: Path | None, format: str) -> None:
    """Judge the saved facts of RUN again, and say what today's rules say otherwise.

    RUN is a folder under reports/runs (default: the newest). No page is visited, and the run stays as it is.
    """
    from parcours.checks.catalogue import discover

    folder = run or _newest()
    checks = tuple(discover().values())
    seen = [judge_again(result, pages, checks) for result, pages in _walked(folder)]
    if format == "json":
        click.echo(json.dumps(document(folder, seen, len(checks))))
    else:
        click.echo("\n".join(printable(line) for line in told(seen, len(checks))))
    sys.exit(code(seen))


def _newest() -> Path:
    from parcours.cli.options import reports_folder
    from parcours.reporting import newest_run

    return newest_run(reports_folder() / "runs")


def _walked(folder: Path) -> Iterator[tuple[JourneyResult, Sequence[PageSnapshot | str]]]:
    """Each journey of a run with its pages' facts, or why they cannot be had. Raises SchemaError."""
    from parcours.reporting import load_run

    run = load_run(folder)
    for result in run.results:
        yield result, [_facts(run.file(result, page.facts)) for page in result.pages]


def _facts(path: Path | None) -> PageSnapshot | str:
    from parcours.storage.facts import SchemaError, read_facts

    if path is None:
        return "its facts were not kept"
    try:
        return read_facts(path)
    except SchemaError:
        raise
    except UsageError as error:
        return error.message


def code(seen: Sequence[Again]) -> Exit:
    """What the process says: as `parcours run` would, for what has become worse."""
    if not seen:
        return Exit.NOTHING
    if any(judgement.verdict is Verdict.BROKEN for again in seen for judgement in again.judgements):
        return Exit.TOOL
    if any(failing(worse(again)) for again in seen):
        return Exit.FINDINGS
    return Exit.FINE if any(again.spoke for again in seen) else Exit.UNJUDGED


# For a person


def told(seen: Sequence[Again], rules: int) -> Iterator[str]:
    """What changed, journey by journey; a journey that is judged as it was has one line."""
    for again in seen:
        yield f"{again.result.id}  {_summary(again)}"
        yield from (f"  {line}" for line in _changes(again))
        yield from (f"  ? not judged: {reason}" for reason in again.unjudged)
    pages = sum(len(again.result.pages) for again in seen)
    differing = sum(again.differs for again in seen)
    yield ""
    outcome = f"{_many(differing, 'journey')} judged otherwise" if differing else "nothing is judged otherwise"
    yield f"{_many(len(seen), 'journey')}, {_many(pages, 'page')}, {rules} rules: {outcome}"


def _many(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _summary(again: Again) -> str:
    counts = {
        "new": len(again.new) + len(again.added),
        "gone": len(again.gone) + len(again.lost),
        "changed": len(again.changed),
        "as before": again.same,
    }
    said = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return said or ("no findings, then or now" if again.spoke else "nothing could be judged")


def _changes(again: Again) -> Iterator[str]:
    yield from (f"+ {_said(finding)}" for finding in again.new)
    yield from (f"+ {_said(finding)} (the rule had not been tried)" for finding in again.added)
    yield from (f"- {_said(finding)}" for finding in again.gone)
    yield from (f"- {_said(finding)} (there is no such rule any more)" for finding in again.lost)
    for change in again.changed:
        yield f"~ {_said(change.after)}"
        yield from (f"    {name} was: {getattr(change.before, name)}" for name in change.fields)
    for turn, count in Counter(turn._replace(page=None) for turn in again.turned).items():
        yield f"~ {turn.rule}: {turn.before} has become {turn.after} on {_many(count, 'page')}"


def _said(finding: Finding) -> str:
    doubt = ", to be looked at" if finding.verdict is Verdict.REVIEW else ""
    about = f" [{finding.about}]" if finding.about else ""
    return f"{finding.rule} ({finding.severity}{doubt}){about}: {finding.message}"


# For a program


def document(folder: Path, seen: Iterable[Again], rules: int) -> dict[str, Any]:
    """All of it, findings as in `result.json`."""
    return {
        "schema": SCHEMA,
        "parcours": __version__,
        "run": str(folder),
        "rules": rules,
        "journeys": [_journey(again) for again in seen],
    }


def _journey(again: Again) -> dict[str, Any]:
    from parcours.storage.codec import to_plain

    plain = {name: [to_plain(f) for f in getattr(again, name)] for name in ("new", "gone", "added", "lost", "findings")}
    return {
        "id": again.result.id,
        "judged_with": again.result.parcours,
        **plain,
        "changed": [_change(change) for change in again.changed],
        "turned": [turn._asdict() for turn in again.turned],
        "same": again.same,
        "unjudged": list(again.unjudged),
    }


def _change(change: Change) -> dict[str, Any]:
    from parcours.storage.codec import to_plain

    return {"before": to_plain(change.before), "after": to_plain(change.after), "fields": list(change.fields)}
