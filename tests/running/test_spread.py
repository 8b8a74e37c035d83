"""However a run is spread, its results are the same: lanes, shards, xdist's workers, a farm that loses a worker."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import segno

from parcours.checks.catalogue import discover
from parcours.comparing import Comparison
from parcours.errors import ToolError, UsageError
from parcours.farm import Farm
from parcours.farm import _client as farm_client
from parcours.findings import Certainty
from parcours.reporting import load_run, merged
from parcours.results import JourneyResult, Status
from parcours.running import comparison
from parcours.running import run as running
from parcours.running.shards import Shard
from parcours.storage.codec import to_plain
from servers import Answer, Site, serving

GOOD = """<!doctype html><html lang=en><title>Shop</title><meta name=viewport content="width=device-width, initial-scale=1">
<style>a{display:inline-block;padding:20px;font-size:18px}</style>
<h1>Spring boots</h1><p>Call us: <a href="tel:+33123456789">+33 1 23 45 67 89</a></p>"""
LOCKED = GOOD.replace("initial-scale=1", "initial-scale=1, user-scalable=no")
HEAD = "parcours: 1\nallow-private: [127.0.0.1]\nstart:\n"
TIMES = frozenset({"ms", "started"})
TIMED = frozenset(
    check.id for check in discover().values() if check.area == "speed" or check.certainty is Certainty.LOW
)
# What is judged takes no trying out: a busy machine would not come to the end of that.
CHECK = "  - check: [viewport, contact, access]\n"
IDS = ["letter[iphone-chromium]", "locked[iphone-chromium]", "locked[android-chromium]", "shop[android-chromium]"]


class Gate:
    """A page that comes when it may."""

    def __init__(self) -> None:
        self.asked, self.open = threading.Event(), threading.Event()

    def page(self) -> str:
        self.asked.set()
        self.open.wait(60)
        return GOOD


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate()


@pytest.fixture(scope="module")
def site(gate: Gate) -> Iterator[Site]:
    def pages(path: str) -> Answer | str:
        if path == "/slow":
            return gate.page()
        return {"/good": GOOD, "/locked": LOCKED, "/led": Answer("", 302, {"Location": "/good"})}.get(
            path, Answer("nothing here", 404)
        )

    with serving(pages) as site:
        yield site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Iterator[Path]:
    """Four journeys, one of which begins with a printed code."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "assets").mkdir()
    segno.make(f"{site.url}/led", error="m").save(
        str(folder / "scenarios" / "assets" / "letter.png"), scale=8, border=4
    )
    for name, rest in {
        "letter": "  qr: assets/letter.png\nsteps:\n  - see: Spring boots\n" + CHECK,
        "locked": f"  link: {site.url}/locked\nsteps:\n  - check: viewport\n",
        "shop": f"  link: {site.url}/good\nsteps:\n  - see: Spring boots\n" + CHECK,
    }.items():
        device = {"letter": "iphone", "locked": "iphone, android", "shop": "android"}[name]
        (folder / "scenarios" / f"{name}.yaml").write_text(
            HEAD.replace("start:", f"devices: [{device}]\nstart:") + rest
        )
    (folder / "scenarios" / "baselines").mkdir()
    (folder / "scenarios" / "baselines" / "locked.yaml").write_text(
        "baseline: 1\nfindings:\n  - {step: check-viewport, rule: viewport/zoom-blocked, on: iphone, severity: major, count: 1}\n"
    )
    before = Path.cwd()
    os.chdir(folder)
    yield folder
    os.chdir(before)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    distributed = pytest.importorskip("distributed", reason="the extra parcours[farm] is not installed")
    import dask

    dask.config.set({"distributed.scheduler.locks.lease-timeout": "3s"})
    started = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit=0
    )
    with started:
        yield started.scheduler_address


def normal(value: Any) -> Any:
    """A result without its times, and what is judged by them; a hop's is its third part."""
    if isinstance(value, dict):
        kept = {key: normal(part) for key, part in value.items() if key not in TIMES}
        return (
            kept | {"navigation": [[*hop[:2], *hop[3:]] for hop in value["navigation"]]}
            if "navigation" in kept
            else kept
        )
    return [normal(part) for part in value if not _is_timed(part)] if isinstance(value, list) else value


def _is_timed(part: Any) -> bool:
    return isinstance(part, dict) and part.get("rule") in TIMED


def told(results: tuple[JourneyResult, ...], against: Comparison | None = None) -> list[Any]:
    """What is in the results, and how they stand against the baselines."""
    compared = comparison.compared(results) if against is None else against
    return [normal(to_plain(list(results))), to_plain(compared)]


def walked(project: Path, **how: Any) -> running.Outcome:
    files = sorted(Path("scenarios").glob("*.yaml"))
    outcome = running.execute(files, reports=project / "reports", **how)
    comparison.keep(outcome.folder, comparison.compared(outcome.results))
    return outcome


def files_of(folder: Path) -> set[str]:
    """The journeys' files but those of the run itself."""
    return {
        str(path.relative_to(folder))
        for path in folder.glob("*/*/**/*")
        if path.is_file() and "shared" not in str(path)
    }


@pytest.fixture(scope="module")
def alone(project: Path) -> running.Outcome:
    """The run in one lane."""
    return walked(project, workers=1)


def test_lanes_shards_and_xdist_change_no_result(project: Path, alone: running.Outcome) -> None:
    expected = told(alone.results)
    assert [result.id for result in alone.results] == IDS
    assert [result.status for result in alone.results] == [Status.PASSED, Status.FAILED, Status.FAILED, Status.PASSED]
    assert told(walked(project, workers=2).results) == expected
    shards = [walked(project, shard=Shard(number, 3)) for number in (3, 2, 1)]
    assert sorted(len(shard.results) for shard in shards) != [0, 0, 4]
    whole = merged(load_run(shard.folder) for shard in shards)
    assert told(whole.results, whole.comparison) == expected
    assert (whole.ended, whole.missing) == (True, ())
    some = merged(load_run(shard.folder) for shard in shards[:2])
    assert (some.ended, some.missing) == (False, ("1/3",))
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "--parcours-reports", "x", "scenarios"],
        cwd=project,
        check=False,
    )
    (folder,) = (project / "x" / "runs").iterdir()
    found = {result.id: result for result in load_run(folder).results}
    assert normal(to_plain([found[id] for id in IDS])) == _absolute(expected[0], project)


def _absolute(plain: list[Any], project: Path) -> list[Any]:
    """The same results as pytest has them: it names files from the root of the disk."""
    text = json.dumps(plain)
    return list(json.loads(text.replace('"scenarios/', f'"{project}/scenarios/')))


@pytest.mark.parametrize("by_wire", [False, True], ids=["with a shared folder", "over the wire"])
def test_a_farm_changes_no_result(project: Path, alone: running.Outcome, cluster: str, by_wire: bool) -> None:
    heard: list[str] = []

    class Listener(running.Silence):
        def finished(self, result: JourneyResult) -> None:
            heard.append(result.id)

    outcome = walked(project, farm=Farm(cluster, by_wire=by_wire), listener=Listener())
    assert told(outcome.results) == told(alone.results)
    assert told(load_run(outcome.folder).results) == told(alone.results)
    assert (sorted(heard), files_of(outcome.folder)) == (sorted(IDS), files_of(alone.folder))


def test_a_journey_whose_worker_is_killed_is_walked_by_another(
    project: Path, site: Site, gate: Gate, cluster: str
) -> None:
    url = f"{site.url}/slow"
    with ThreadPoolExecutor(1) as thread, farm_client(cluster) as client:
        run = thread.submit(
            running.audit, [url], devices=("android",), reports=project / "reports", farm=Farm(cluster), per_host=1
        )
        assert gate.asked.wait(120)
        pids = client.run(os.getpid)
        (busy,) = (worker for worker, tasks in client.processing().items() if tasks)
        os.kill(pids[busy], signal.SIGKILL)
        gate.open.set()
        (result,) = run.result(180).results
    assert (result.status, [page.url for page in result.pages]) == (Status.PASSED, [url])


def test_who_has_no_farm_is_told_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("parcours.farm.ANSWER", "1s")
    with pytest.raises(ToolError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        walked(project, farm=Farm("tcp://127.0.0.1:9"))
    with pytest.raises(UsageError, match="is not the address of a Dask scheduler"):
        walked(project, farm=Farm("nonsense://127.0.0.1:9"))
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"needs Dask, which is not installed\n  tip: pip install 'parcours\[farm\]'"):
        walked(project, farm=Farm("tcp://127.0.0.1:9"))
