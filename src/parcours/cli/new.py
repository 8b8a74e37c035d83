"""`parcours new`: a scenario from an address or an artwork, by looking at it."""

from __future__ import annotations

import filecmp
import shlex
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from parcours.channels import Opening
from parcours.channels import catalogue as channels
from parcours.cli import manner, printable
from parcours.cli.audit import address
from parcours.cli.options import configured_devices, device_option, from_here
from parcours.cli.schema import modeline
from parcours.config import Config, load_config
from parcours.errors import Exit, ParcoursError, UsageError
from parcours.facts.model import PageSnapshot
from parcours.results import JourneyResult
from parcours.running import run as running
from parcours.running.planning import DEFAULT_DEVICES, load_scenario
from parcours.scenario.drafting import (
    LANGUAGE,
    Begun,
    Met,
    Sketch,
    Way,
    drafted,
    headlines,
    is_at_home,
    language,
    one_line,
    place,
    see,
    trial,
)
from parcours.scenario.loader import SUFFIXES
from parcours.scenario.model import slug
from parcours.storage.facts import read_facts
from parcours.trace import StepTrace

CHANNELS = {
    "qr": (".pdf", ".png", ".jpg", ".jpeg", ".webp"),
    "email": (".eml", ".html", ".htm"),
}
ASSETS = "assets"
GOALS = ("app", "contact")
MOST_TAPS = 3
MOST_CODES = 9
QUICK = "- check: landing/tls"  # a page is judged by next to nothing while it is only looked at
PRIVATE = "blocked-private"

Walked = Callable[[Mapping[str, str]], Sequence[tuple[JourneyResult, Path]]]


class NothingSeenError(ParcoursError):
    """No phone came to a page, so nothing can be said of it."""

    exit_code = Exit.UNJUDGED


@dataclass(frozen=True, slots=True)
class Target:
    """Where the draft goes, and the artwork that goes beside it, if any."""

    output: Path
    artwork: Path | None = None

    @property
    def asset(self) -> str:
        """The artwork's name from the scenario's folder."""
        assert self.artwork
        within = self.output.parent.resolve()
        file = self.artwork.resolve()
        return file.relative_to(within).as_posix() if file.is_relative_to(within) else f"{ASSETS}/{file.name}"

    @property
    def copy(self) -> Path | None:
        """Where the artwork has to be copied to; None when it lies below the scenario's folder already."""
        if self.artwork is None or self.artwork.resolve().is_relative_to(self.output.parent.resolve()):
            return None
        return self.output.parent / self.asset


@click.command(
    epilog="""\b
Examples:
  parcours new https://shop.example/spring
  parcours new letter.pdf --name "Spring letter" --lang fr
  parcours new newsletter.eml --output scenarios/newsletter.yaml

\b
A file that is there is never overwritten.
"""
)
@click.argument("source", metavar="URL|FILE")
@click.option("--name", default="", help="What people call the journey; else the page's title.")
@click.option("--lang", default="", help="The customer's language: fr, en, pt-BR; else the page's.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write it. Default: a file in the scenarios folder, named after the journey.",
)
@device_option
@click.option("--allow-private", is_flag=True, help="Follow codes and redirects to private addresses too.")
def new(source: str, name: str, lang: str, output: Path | None, devices: tuple[str, ...], allow_private: bool) -> None:
    """Draft a scenario from URL or from an artwork (PDF, picture, .eml) by looking at it on emulated phones."""
    if lang and not LANGUAGE.fullmatch(lang):
        raise UsageError(f"{lang!r} is not a language", tip="write fr, en or pt-BR")
    config = load_config(Path.cwd())
    target = target_of(source, name, output, config)
    refuse_to_overwrite(target)
    phones = devices or configured_devices() or DEFAULT_DEVICES
    with tempfile.TemporaryDirectory(prefix="parcours-new-") as folder:
        there = Path(folder)
        begun = _begun(source, target, there)
        sketch = Sketch(begun, (), name=one_line(name), lang=lang)
        if not target.artwork and is_at_home(begun.value):
            sketch = replace(sketch, allow_private=(place(begun.value),))
        walked = _walker(there, phones, config, allow_private=allow_private)
        sketch = _looked(sketch, walked, typed=not target.artwork)
        sketch = _searched(sketch, walked)
        command = f"parcours run {shlex.quote(str(target.output))}{' --allow-private' if allow_private else ''}"
        text = drafted(sketch, source, command, date.today())  # noqa: DTZ011 - the day of whoever drafts it
        if line := modeline(target.output, config.file.parent if config.file else Path.cwd()):
            text = f"{line}\n{text}"
        try_to_load(text, there / "draft.yaml")
    write(text, target)
    _tell(target, sketch, command)


# Where it comes from, where it goes


def target_of(source: str, name: str, output: Path | None, config: Config) -> Target:
    """Where the scenario of an address or an artwork goes. Raises UsageError for what is neither."""
    file = Path(source)
    artwork = file if _is_file(file) else None
    if artwork is None and _means_a_file(source):
        raise UsageError(f"there is no file {source!r}", tip="give its path, or a web address with https://")
    stem = slug(name) or slug(file.stem if artwork else address(source).partition("://")[2]) or "journey"
    where = output or from_here(config.scenarios / f"{stem}.yaml")
    if where.suffix not in SUFFIXES:
        raise UsageError(f"{str(where)!r} is no scenario's name", tip="end it with .yaml")
    return Target(where, artwork)


def _means_a_file(source: str) -> bool:
    """True for letter.pdf and out/letter.pdf, and not for shop.example/letter.pdf."""
    first, slash, _ = source.partition("/")
    is_host = bool(slash) and not first.startswith(".") and ("." in first or ":" in first)
    suffixes = {suffix for known in CHANNELS.values() for suffix in known}
    return Path(source).suffix.lower() in suffixes and "://" not in source and not is_host


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):  # a name too long for a file: an address
        return False


def refuse_to_overwrite(target: Target) -> None:
    """Raises UsageError where a file is already that the draft, or its artwork, would replace."""
    if target.output.exists():
        raise UsageError(f"{target.output} is there already", tip="name another file with --output")
    copy = target.copy
    if copy and target.artwork and copy.exists() and not filecmp.cmp(copy, target.artwork, shallow=False):
        raise UsageError(f"another {copy} is there already", tip="rename the artwork, or name another --output")


def _begun(source: str, target: Target, folder: Path) -> Begun:
    """What the customer received. Raises UsageError for a file that no channel reads."""
    if target.artwork is None:
        return Begun("link", address(source))
    suffix = target.artwork.suffix.lower()
    channel = next((name for name, suffixes in CHANNELS.items() if suffix in suffixes), "")
    if not channel:
        known = ", ".join(suffix for suffixes in CHANNELS.values() for suffix in suffixes)
        raise UsageError(f"{source!r} is no artwork that is known", tip=f"give a web address, or a file: {known}")
    (folder / target.asset).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(target.artwork, folder / target.asset)
    return _opened(channel, target.asset, folder)


def _opened(channel: str, asset: str, folder: Path) -> Begun:
    """The beginning that leads somewhere: where an artwork has several codes or links, the first that does.

    Raises UsageError when none does.
    """
    ways: tuple[tuple[tuple[str, str], ...], ...] = ((),)
    if channel == "qr":
        ways += tuple((("code", str(number)),) for number in range(1, MOST_CODES + 1))
    elif channel == "email":
        ways += ((("link", "button"),), *((("link", str(number)),) for number in range(1, MOST_CODES + 1)))
    first: Opening | None = None
    for keys in ways:
        opening = _open(channel, asset, keys, folder)
        first = first or opening
        if opening.url:
            remarks = (f"{first.reason}", "This is the first that leads to a page: choose.") if first.reason else ()
            return Begun(channel, asset, keys, opening.url, remarks)
    assert first
    raise UsageError(f"{asset} leads to no page: {first.reason or first.code}")


def _open(channel: str, asset: str, keys: Iterable[tuple[str, str]], folder: Path) -> Opening:
    known = channels()[channel]
    return known.open(known.args.model_validate({known.main: asset, **dict(keys)}), folder)


# Looking


def _walker(folder: Path, phones: Sequence[str], config: Config, *, allow_private: bool) -> Walked:
    """Walks scenarios, texts by name, on every phone, and gives their results with the folders of their files."""
    settings = running.lane_settings(may_download=True)

    def walked(texts: Mapping[str, str]) -> Sequence[tuple[JourneyResult, Path]]:
        files = [folder / f"{name}.yaml" for name in texts]
        for file, text in zip(files, texts.values(), strict=True):
            file.write_text(text, encoding="utf-8")
        outcome = running.execute(
            files,
            devices=phones,
            reports=folder / "reports",
            workers=config.workers,
            settings=settings,
            allow_private=allow_private,
            declared=config.allow_private,
            hard_seconds=config.timeout,
        )
        if outcome.problems:
            raise outcome.problems[0]
        return [(result, outcome.folder / result.folder) for result in outcome.results]

    return walked


def _looked(sketch: Sketch, walked: Walked, *, typed: bool) -> Sketch:
    """The sketch with the first page as each phone met it. Raises NothingSeenError when none met any."""
    _say("Looks at the first page...")
    found = walked({"look": trial(sketch, [QUICK])})
    if typed and not sketch.allow_private and all(result.code == PRIVATE for result, _ in found):
        # What a person types is followed wherever it is, as `parcours audit` does.
        return _looked(replace(sketch, allow_private=(place(sketch.begun.value),)), walked, typed=typed)
    met = tuple(_met(result, folder) for result, folder in found)
    if not any(one.page for one in met):
        raise NothingSeenError(f"no page could be looked at: {met[0].reason}", tip="no scenario was written")
    return replace(sketch, met=met, lang=sketch.lang or language(replace(sketch, met=met)))


def _met(result: JourneyResult, folder: Path) -> Met:
    stopped = next((step for step in result.steps if step.ended == "blocked"), None)
    page: PageSnapshot | None = None
    if result.pages and not stopped and result.pages[0].facts:
        page = read_facts(folder / result.pages[0].facts)
    return Met(result.device, result.device_title or result.device, page, stopped.reason if stopped else result.reason)


def _searched(sketch: Sketch, walked: Walked) -> Sketch:
    """The sketch with the headlines that can be read again, and the ways that were found from the first page."""
    _say("Looks for the app and for somebody to ask...")
    said = headlines(sketch)
    texts = {f"find-{goal}": trial(sketch, [_find(goal), QUICK]) for goal in GOALS}
    texts |= {
        f"read-{number}": trial(sketch, [see(text), QUICK]) for number, text in enumerate(dict.fromkeys(said.values()))
    }
    read: dict[str, str] = {}
    ways: list[Way] = []
    for result, _ in walked(texts):
        kind, _, about = result.scenario.partition("-")
        step = result.steps[1]
        if kind == "find":
            ways.append(_way(about, result, step, sketch))
        elif step.ended == "done" and texts[result.scenario] == texts.get(_reading(said, result.device)):
            read[result.device] = said[result.device]
    order = {goal: number for number, goal in enumerate(GOALS)}
    return replace(sketch, ways=tuple(sorted(ways, key=lambda way: order[way.goal])), headlines=read)


def _reading(said: Mapping[str, str], device: str) -> str:
    """The name of the scenario that reads this phone's headline."""
    texts = list(dict.fromkeys(said.values()))
    return f"read-{texts.index(said[device])}" if device in said else ""


def _find(goal: str) -> str:
    return f"- find: {goal}\n  within: {MOST_TAPS} taps"


def _way(goal: str, result: JourneyResult, step: StepTrace, sketch: Sketch) -> Way:
    if step.ended != "done" or result.device not in sketch.pages:
        return Way(goal, result.device, None, step.reason)
    said = next((note for note in step.notes if " found: " in note), "")
    moved = result.pages[-1].url.partition("#")[0] != sketch.pages[result.device].url.partition("#")[0]
    return Way(goal, result.device, step.effort.taps, said, left=bool(step.away), moved=moved)


# Writing


def try_to_load(text: str, file: Path) -> None:
    """Raises ScenarioError for a draft with mistakes, which would be ours."""
    file.write_text(text, encoding="utf-8")
    load_scenario(file)


def write(text: str, target: Target) -> None:
    """Write a draft, its artwork beside it. Raises UsageError where a file is already, or none can be written."""
    refuse_to_overwrite(target)  # somebody may have been quicker
    try:
        target.output.parent.mkdir(parents=True, exist_ok=True)
        if (copy := target.copy) and target.artwork:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target.artwork, copy)
        with target.output.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"cannot write {target.output}: {(error.strerror or str(error)).lower()}") from None


def _say(words: str) -> None:
    if not manner().quiet:
        click.echo(words, err=True)


def _tell(target: Target, sketch: Sketch, command: str) -> None:
    click.echo(f"Written: {target.output}")
    if target.copy:
        click.echo(f"Copied:  {target.copy}")
    for met in sketch.met:
        seen = f"“{one_line(met.page.title, 60)}”" if met.page else f"no page: {one_line(met.reason, 200)}"
        click.echo(f"  {printable(met.title)}: {printable(seen)}")
        for way in sketch.ways:
            if way.device == met.device:
                click.echo(f"    {printable(one_line(way.said, 160))}")
    click.echo(f"Next: read it, make it yours, then {command}")
