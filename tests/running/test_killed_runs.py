"""A run that is killed loses nothing that was finished, and goes on to the same end as one that nobody disturbed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dying import Mother, mother
from parcours.errors import UsageError
from parcours.reporting import Options, Run, load_run, reports
from parcours.results import TO_REPEAT
from parcours.running.resuming import plan_of
from servers import Site, serving

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found by their environment in /proc")

KILLS = 20
SHOP = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width">
<h1>Spring boots</h1><p><a href="{}">Call us</a></p>"""
JOURNEYS = {"boots": "/", "call": "/call", "gone": "/gone"}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving({"/": SHOP.format("tel:+33123456789"), "/call": SHOP.format("tel:12 34")}) as site:
        yield site


@pytest.fixture
def project(site: Site, tmp_path: Path) -> Path:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "temporary").mkdir()
    for name, path in JOURNEYS.items():
        lines = ("parcours: 1", "allow-private: [127.0.0.1]", "start:", f"  link: {site.url}{path}")
        steps = ("steps:", "  - check: contact", "  - see: Spring boots", "")
        (tmp_path / f"scenarios/{name}.yaml").write_text("\n".join((*lines, *steps)))
    return tmp_path


def is_planned(folder: Path) -> bool:
    try:
        return bool(plan_of(folder))
    except UsageError:
        return False


def finished(folder: Path) -> dict[str, bytes]:
    """What was kept of the journeys that came to their end."""
    run = load_run(folder)
    done = [result for result in run.results if result.code not in TO_REPEAT]
    return {result.id: (folder / result.folder / "result.json").read_bytes() for result in done}


def told(run: Run) -> list[tuple[object, ...]]:
    """All that a run says, but for times and bytes."""
    return [
        (
            result.id,
            result.status,
            result.code,
            [(step.id, step.ended, step.code, step.page, step.shot) for step in result.steps],
            [(page.url, page.status, page.shot, page.full) for page in result.pages],
            sorted((finding.rule, finding.aspect, finding.about, finding.message) for finding in result.findings),
            [(judgement.rule, judgement.verdict, judgement.examined) for judgement in result.judgements],
        )
        for result in run.results
    ]


def written(folder: Path) -> set[str]:
    """The files of a run."""
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def alive(temporary: Path) -> list[str]:
    """The processes that have this folder for their temporary files."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if os.fsencode(temporary) in (entry / "environ").read_bytes():
                found.append(entry.name)
        except OSError:
            continue
    return found


class Disturbed:
    """A run that is killed again and again. `safe` is what it had finished when it was last looked at."""

    def __init__(self, mother: Mother, runs: Path) -> None:
        self._mother = mother
        self._runs = runs
        self.safe: dict[str, bytes] = {}

    def go_on(self, lanes: int, dying: int = 0) -> int:
        """Begin it, or go on with it where it was killed."""
        begun = bool(list(self._runs.glob("*")))
        code = self._mother.run("run", *(("--resume",) if begun else ()), "--workers", str(lanes), dying=dying)
        if not begun and not is_planned(next(self._runs.glob("*"), self._runs)):
            assert code == -signal.SIGKILL, "nothing was planned, so nothing is lost"
            shutil.rmtree(self._runs, ignore_errors=True)
            return code
        now = finished(self.folder)
        assert now.items() >= self.safe.items(), "what was finished is kept, and not walked again"
        self.safe = now
        return code

    @property
    def folder(self) -> Path:
        (found,) = self._runs.iterdir()
        return found

    def forget(self) -> None:
        shutil.rmtree(self._runs)
        self.safe = {}


def test_a_run_that_is_killed_twenty_times_ends_as_if_nobody_had_touched_it(project: Path) -> None:
    temporary, runs = project / "temporary", project / "reports/runs"
    chance, kills, ends = random.Random(20260302), 0, 0
    with mother(project, temporary) as parcours:
        assert parcours.run("run", "--workers", "2") == 1
        (whole,) = runs.iterdir()
        whole = whole.rename(project / "undisturbed")
        run = Disturbed(parcours, runs)
        while kills < KILLS or not ends:
            code = run.go_on(lanes=chance.choice((1, 1, 1, 2)), dying=chance.randrange(1, 30) if kills < KILLS else 0)
            kills += code == -signal.SIGKILL
            if code != -signal.SIGKILL:
                ends += 1
                assert code == 1
                assert told(load_run(run.folder)) == told(load_run(whole))
                assert written(run.folder) == written(whole)
                run.forget()
            elif runs.exists():
                reports()["html"].write(load_run(run.folder), project / "killed.html", Options())
    while alive(temporary) or any(temporary.iterdir()):  # a killed run cannot wait for its workers' end
        time.sleep(0.02)
