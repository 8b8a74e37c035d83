"""`parcours init`: what belongs beside scenarios, in an empty folder or in a repository. Nothing is overwritten."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import click

from parcours import __version__
from parcours.cli import manner, printable
from parcours.cli.new import new, target_of
from parcours.cli.options import device_option, from_here
from parcours.cli.schema import USUAL, schema_text
from parcours.config import OWN_FILE, SHARED_FILE, Config, load_config
from parcours.errors import UsageError
from parcours.reporting.entries import repository
from parcours.running.planning import DEFAULT_DEVICES
from parcours.scenario.loader import find_scenarios

IGNORED = Path(".gitignore")
HOOKS = Path(".pre-commit-config.yaml")
SETTINGS = """\
devices = [{devices}]
scenarios = "scenarios"
reports = "reports"
# allow-private = ["localhost:8000"]   # hosts of yours that may be private addresses
# timeout = 60                         # seconds a journey
# fail-on = "new"                      # where there is a baseline: "new", "all" or "never"
"""
HOOK = """\
  - repo: local
    hooks:
      - id: parcours-lint
        name: parcours lint
        entry: parcours lint
        language: system
        files: ^{scenarios}/
        pass_filenames: false
"""


@dataclass(frozen=True, slots=True)
class Service:
    """A CI server: our template, where the file goes, and where instead when the place is taken, with what to do."""

    template: str
    path: Path
    beside: Path | None = None
    by_hand: str = ""


SERVICES: Mapping[str, Service] = {
    "github": Service("github.yml", Path(".github/workflows/parcours.yml")),
    "gitlab": Service(
        "gitlab.yml",
        Path(".gitlab-ci.yml"),
        Path(".gitlab/parcours.yml"),
        "add to .gitlab-ci.yml:\ninclude:\n  - local: .gitlab/parcours.yml",
    ),
    "jenkins": Service(
        "Jenkinsfile",
        Path("Jenkinsfile"),
        Path("parcours.Jenkinsfile"),
        "make a Pipeline of its own in Jenkins, with the script path parcours.Jenkinsfile",
    ),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One file: what was done to it ("written", "added to", "left alone"), and what a person adds by hand."""

    did: str
    path: Path
    by_hand: str = ""


@click.command(
    epilog="""\b
Examples:
  parcours init
  parcours init https://shop.example/spring --ci github
  parcours init letter.pdf --ci gitlab

\b
Makes, where they are not there: settings, the scenarios' format for your editor, lines for .gitignore, a hook for
pre-commit, a job for your CI server, and a first scenario from URL or FILE, as `parcours new` does.
"""
)
@click.argument("source", required=False, default="", metavar="[URL|FILE]")
@click.option("--ci", type=click.Choice(tuple(SERVICES)), help="Write a job for this CI server too.")
@device_option
@click.option("--allow-private", is_flag=True, help="Follow codes and redirects to private addresses too.")
@click.pass_context
def init(ctx: click.Context, source: str, ci: str | None, devices: tuple[str, ...], allow_private: bool) -> None:
    """Set up a folder or a repository for journeys, with a first one from URL or an artwork. Overwrites nothing."""
    here = Path.cwd()
    if ci and repository(here) != here.resolve():
        raise UsageError("CI servers read their files in the repository's root", tip=f"call it in {repository(here)}")
    config = load_config(here)
    if source:
        target_of(source, "", None, config)  # what is neither address nor file is told before anything is written
    for piece in _pieces(config, devices or DEFAULT_DEVICES, ci):
        _tell(piece)
    config = load_config(here)
    if source and (there := target_of(source, "", None, config).output).exists():
        _tell(Piece("left alone", there))
    elif source:
        ctx.invoke(new, source=source, devices=devices, allow_private=allow_private)
    elif not manner().quiet and not (config.scenarios.is_dir() and find_scenarios([config.scenarios])):
        click.echo("Next: parcours new, with a web address or a letter, writes the first scenario")


def _pieces(config: Config, devices: tuple[str, ...], ci: str | None) -> Iterator[Piece]:
    yield _settings(config, devices)
    yield _whole(USUAL, schema_text(), f"parcours schema --output {USUAL} makes it again")
    yield _ignored(from_here(config.reports).as_posix())
    scenarios = from_here(config.scenarios).as_posix()
    yield _hook(HOOK.format(scenarios=re.escape(scenarios).replace(r"\-", "-")))
    if ci:
        yield _job(SERVICES[ci], scenarios, from_here(config.reports).as_posix())


def _tell(piece: Piece) -> None:
    click.echo(printable(f"{piece.did.capitalize() + ':':<12} {from_here(piece.path)}"))
    for line in piece.by_hand.splitlines():
        click.echo(f"{'':12} {printable(line)}")


# One file each


def _settings(config: Config, devices: tuple[str, ...]) -> Piece:
    """The table of parcours in pyproject.toml where there is one, else a file of our own."""
    if config.file:
        return Piece("left alone", config.file)
    said = SETTINGS.format(devices=", ".join(f'"{device}"' for device in devices))
    shared = Path(SHARED_FILE)
    if not shared.exists():
        return _whole(Path(OWN_FILE), said)
    table = f"[tool.parcours]\n{said}"
    before = _bytes(shared)
    after = _with_lines(before, f"\n{table}")
    if not _adds_a_table(before, after):
        return Piece("left alone", shared, f"add to it:\n{table}")
    _append(shared, after[len(before) :])
    return Piece("added to", shared, "[tool.parcours]")


def _adds_a_table(before: bytes, after: bytes) -> bool:
    """True when the longer file says what the shorter one said, and our settings beside it."""
    try:
        old, new = (tomllib.loads(data.decode("utf-8-sig")) for data in (before, after))
    except ValueError:
        return False
    tool = dict(new.get("tool", {}))
    tool.pop("parcours", None)
    return {**new, "tool": tool} == {"tool": {}, **old}


def _ignored(reports: str) -> Piece:
    """Runs belong to the machine that walked them."""
    wanted = (f"{reports}/runs/", f"{reports}/history.jsonl")
    before = _bytes(IGNORED) if IGNORED.exists() else b""
    lines = {line.strip().strip("/") for line in before.decode("utf-8", "replace").splitlines()}
    missing = [line for line in wanted if not {line.strip("/"), reports, f"{reports}/*", f"{reports}/**"} & lines]
    if not missing:
        return Piece("left alone", IGNORED)
    said = "".join(f"{line}\n" for line in ("# what parcours walked", *missing))
    if not IGNORED.exists():
        return _whole(IGNORED, said)
    after = _with_lines(before, said)
    _append(IGNORED, after[len(before) :])
    return Piece("added to", IGNORED, "\n".join(missing))


def _hook(hook: str) -> Piece:
    said = f"repos:\n{hook}"
    if HOOKS.exists() and b"parcours lint" in _bytes(HOOKS):
        return Piece("left alone", HOOKS)
    return _whole(HOOKS, said, f"add below its `repos:`\n{hook}")


def _job(service: Service, scenarios: str, reports: str) -> Piece:
    text = files("parcours.cli").joinpath("ci", service.template).read_text(encoding="utf-8")
    for name, value in (("parcours", f"parcours=={__version__}"), ("scenarios", scenarios), ("reports", reports)):
        text = text.replace(f"{{{name}}}", value)
    if not service.path.exists() or service.beside is None or _bytes(service.path) == text.encode():
        return _whole(service.path, text, "parcours init --ci in an empty folder shows what it would be")
    beside = _whole(service.beside, text)
    return Piece(beside.did, beside.path, service.by_hand if beside.did == "written" else "")


def _whole(path: Path, text: str, by_hand: str = "") -> Piece:
    """A new file; what lies there is left alone, and `by_hand` says what to do where it says something else."""
    if path.exists() or path.is_symlink():
        same = path.is_file() and _bytes(path) == text.encode()
        return Piece("left alone", path, "" if same else by_hand)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(text.encode())
    except OSError as error:
        raise _refused(path, error) from error
    return Piece("written", path)


def _with_lines(before: bytes, text: str) -> bytes:
    """The file with more lines at its end, which end as its own do."""
    end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = end if before and not before.endswith(b"\n") else b""
    return before + gap + text.encode().replace(b"\n", end)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _refused(path, error) from error


def _append(path: Path, data: bytes) -> None:
    try:
        with path.open("ab") as file:
            file.write(data)
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path}: {(error.strerror or str(error)).lower()}", tip="what was made before it stays")
