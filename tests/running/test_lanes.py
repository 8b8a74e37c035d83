"""Whoever ends a run keeps what was finished, and leaves no process and no file behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcours.browser.launch import LaneSettings
from parcours.errors import ToolError
from parcours.results import JourneyResult
from parcours.running import run as running
from parcours.running.jobs import Job, Said
from parcours.running.planning import address_scenario, jobs_for
from parcours.running.supervisor import Lane, run_jobs
from parcours.storage.journal import RunFolder
from servers import Site, serving

GOOD = "<!doctype html><html lang=en><title>Good</title><h1>Good page</h1>"
HANGS = GOOD + "<script>for (;;);</script>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving({"/good": GOOD, "/other": GOOD, "/hangs": HANGS}) as site:
        yield site


@pytest.fixture(scope="module")
def settings() -> LaneSettings:
    return running.lane_settings()


def jobs(tmp_path: Path, *urls: str) -> list[Job]:
    folder = RunFolder.create(tmp_path)
    made = [job for url in urls for job in jobs_for(address_scenario(url), ("iphone",), folder, url=url)]
    for job in made:
        folder.journey(*job.place.split("/"))
    return made


def ignore(_job: Job, _said: Said) -> None:
    pass


def started_by(temporary: Path) -> list[int]:
    """The processes that have this folder for their temporary files, ours left out."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            environment = (entry / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(temporary) in environment:
            found.append(int(entry.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found by their environment in /proc")
@pytest.mark.parametrize(
    ("ending", "code"),
    [(signal.SIGINT, 2), (signal.SIGTERM, 2), (signal.SIGKILL, -signal.SIGKILL)],
    ids=["SIGINT", "SIGTERM", "SIGKILL"],
)
def test_an_ended_run_keeps_what_was_finished_and_leaves_nothing_else(
    site: Site, tmp_path: Path, ending: signal.Signals, code: int
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    urls = [f"{site.url}/{path}" for path in ("good", "hangs", "other")]
    run = subprocess.Popen(
        [sys.executable, "-m", "parcours", "audit", *urls, "--device", "iphone", "--workers", "1"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # A test run in the background of a shell ignores Ctrl-C, and so would what it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    while "/hangs" not in site.asked:
        assert run.poll() is None
        time.sleep(0.02)
    run.send_signal(ending)
    run.communicate(timeout=30)
    while started_by(temporary):  # a killed run cannot wait for its workers' end
        time.sleep(0.02)
    while any(temporary.iterdir()):
        time.sleep(0.02)
    assert (run.returncode, "/other" in site.asked) == (code, False)
    (journal,) = tmp_path.glob("reports/runs/*/journal.jsonl")
    lines = [json.loads(line) for line in journal.read_text().splitlines()]
    assert [line["kind"] for line in lines] == ["run", "planned", "planned", "planned", "result"]
    assert len(list(tmp_path.glob("reports/runs/*/*/iphone/result.json"))) == 1


def test_a_listener_that_raises_costs_no_other_journey(settings: LaneSettings, site: Site, tmp_path: Path) -> None:
    first, second = jobs(tmp_path, f"{site.url}/good", f"{site.url}/other")

    def give_up(_job: Job, _said: Said) -> None:
        raise RuntimeError("enough")

    with Lane(settings) as lane:
        with pytest.raises(RuntimeError, match="enough"):
            lane.run(first, give_up)
        result = lane.run(second, ignore)
    assert (result.scenario, [page.url for page in result.pages]) == (second.scenario, [f"{site.url}/other"])


def test_what_cannot_be_kept_ends_the_run(settings: LaneSettings, site: Site, tmp_path: Path) -> None:
    def keep(_result: JourneyResult) -> None:
        raise ToolError("the disk is full")

    with pytest.raises(ToolError, match="the disk is full"):
        run_jobs(jobs(tmp_path, f"{site.url}/good", f"{site.url}/other"), settings, 1, ignore, keep)
    assert "/other" not in site.asked


def test_a_file_of_the_users_stands_in_for_none_of_pythons(
    settings: LaneSettings, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gzip.py").write_text("raise SystemExit('the wrong gzip')")
    monkeypatch.chdir(tmp_path)
    (job,) = jobs(tmp_path, f"{site.url}/good")
    with Lane(settings) as lane:
        assert [step.ended for step in lane.run(job, ignore).steps] == ["done"]
