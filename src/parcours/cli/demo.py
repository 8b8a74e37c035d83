"""`parcours demo`: a shop's letter and a bank's text message, before and after mending, without a network.

And the shop from one night to the next: what is new, what is mended, what moved.
"""

from __future__ import annotations

import os
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from parcours.cli.options import reports_folder, show
from parcours.comparing import counted
from parcours.demo import versions
from parcours.demo.story import STORIES, Story, Told, differences, told
from parcours.errors import Exit
from parcours.findings import Verdict
from parcours.results import JourneyResult, Status, failing
from parcours.running import run as running
from parcours.running.run import Outcome

PHONES = ("iphone", "android")
WIDTH = 100


@click.command(
    epilog="""\b
Examples:
  parcours demo
  parcours demo --no-open
"""
)
@click.option("--open/--no-open", "opens", default=None, help="Open the report in a browser, or do not.")
def demo(opens: bool | None) -> None:
    """Follow a shop's letter and a bank's text message on two phones, before and after mending.

    Then the shop's second version against what was approved of its first. Letter, shop, bank and phones are all on
    this machine. Ends with 0 when everything went as the stories say.
    """
    with show("text") as shown:
        outcome = running.execute(
            [file for story in STORIES for file in story.files],
            devices=PHONES,
            reports=reports_folder(),
            listener=shown.listener,
            settings=running.lane_settings(may_download=True),
        )
    report = write_report(outcome.folder)
    for story in STORIES:
        click.echo("\n".join(telling(story, outcome.results)))
    click.echo(f"\nThe report, with a picture of every step: {report}")
    again = second_version()
    click.echo("\n".join(retelling(again)))
    click.echo(f"\nThe report of the second version, with what is new: {write_report(again.second.folder)}")
    if may_open() if opens is None else opens:
        click.launch(report.resolve().as_uri())
    other = [line for story in STORIES for line in differences(story, outcome.results, PHONES)]
    other += versions.otherwise(again, PHONES)
    for line in other:
        click.echo(f"parcours: {line}", err=True)
    sys.exit(Exit.TOOL if other else Exit.FINE)


def second_version() -> versions.Versions:
    """Walk the shop's first version, approve it, and walk its second one. Only the second walk is kept."""
    settings = running.lane_settings(may_download=True)
    with tempfile.TemporaryDirectory(prefix="parcours-demo-") as folder, show("text") as shown:

        def walk(scenario: Path, reports: Path) -> Outcome:
            return running.execute(
                [scenario], devices=PHONES, reports=reports, listener=shown.listener, settings=settings
            )

        return versions.walked(lambda file: walk(file, Path(folder)), lambda file: walk(file, reports_folder()))


def retelling(again: versions.Versions) -> Iterator[str]:
    """What the second version changed, in lines; the last one counts."""
    yield ""
    yield "From one night to the next: the shop's first version is approved, then a second one goes online."
    for change in versions.CHANGES:
        said = versions.lines(again.comparison, change)
        phones = ", ".join(dict.fromkeys(line.device for line in said))
        yield ""
        yield f"{change.standing.value.capitalize()}: {change.title}"
        yield f"   {change.rule} · {phones}" if said else "   not found"
        if said and said[0].found:
            yield from _wrapped(said[0].message)
    yield ""
    yield counted(again.comparison)


def write_report(folder: Path) -> Path:
    """The run's report for people, beside its results."""
    from parcours.reporting import Options, load_run, reports

    target = folder / "report.html"
    reports()["html"].write(load_run(folder), target, Options())
    return target


def telling(story: Story, results: Sequence[JourneyResult]) -> Iterator[str]:
    """The story in lines: what was found, who can mend it and how, and what the mended shop is like."""
    found = told(story, results)
    departments = list(dict.fromkeys(department(each) for each in found if each.finding))
    yield ""
    yield f"Before: {story.title}."
    yield _count(story, len([each for each in found if each.finding]), departments)
    for number, each in enumerate(found, 1):
        yield ""
        yield from _error(number, each)
    yield ""
    yield from _after(story, results)


def _count(story: Story, errors: int, departments: Sequence[str]) -> str:
    if not errors:
        return "None of the errors that belong to the story was found."
    return f"{story.customer} meets {_number(errors, 'error')}, for: {', '.join(departments)}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def department(each: Told) -> str:
    """The name of the department that can mend it."""
    from parcours.reporting.messages import messages

    return messages("en").departments[each.finding.owner.value] if each.finding else ""


def _error(number: int, each: Told) -> Iterator[str]:
    yield f"{number}. {each.error.title}"
    if each.finding is None:
        yield "   not found"
        return
    yield f"   {each.finding.severity.value} · {department(each)} · {', '.join(each.phones)}"
    yield from _wrapped(each.finding.message)
    if each.finding.advice:
        yield from _wrapped(f"What to do: {each.finding.advice.do}")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="   ", subsequent_indent="   ")


def _after(story: Story, results: Sequence[JourneyResult]) -> Iterator[str]:
    new = [result for result in results if result.scenario == story.after]
    failed = sum(len(failing(result.findings)) for result in new)
    doubts = sum(found.verdict is Verdict.REVIEW for result in new for found in result.findings)
    checks = {judgement.rule for result in new for judgement in result.judgements if judgement.examined}
    yield f"After: {story.again}."
    if not new or failed:
        yield f"{_number(failed, 'finding')} that should not be there." if new else "It was not visited."
        return
    if stopped := [result for result in new if result.status is not Status.PASSED]:
        yield from (f"{result.device_title or result.device}: {result.reason or result.code}" for result in stopped)
        return
    phones = " and ".join(result.device_title or result.device for result in new)
    yield f"{_number(len(checks), 'rule')} had something to look at on {phones}, and found nothing to mend."
    if doubts:
        yield f"What a machine cannot tell: {_number(doubts, 'thing')}, named in the report."


def may_open() -> bool:
    """Whether a browser window would reach anybody: not in CI, not without a display."""
    if os.environ.get("CI"):
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
