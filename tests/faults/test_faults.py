"""Whatever a site, a page or a network does: one clear outcome in time, and nobody else is touched.

One run walks to every fault on both phones, in several lanes, with a good page between them again and again.
"""

from __future__ import annotations

import gzip
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from faults.behaviours import FAULTS, POLICIES, TAMPERED
from faults.lab import Lab, lab
from parcours.codes import known
from parcours.facts.model import Axe, Element, PageSnapshot
from parcours.results import JourneyResult, Status
from parcours.running.run import Outcome, execute
from parcours.storage.codec import from_json

PHONES = ("iphone", "android")
LANES = 3
SECONDS = 45.0  # that a journey may take here: what hangs is given up sooner than on a night's run
GRACE = 20.0  # to end a lane in and start another, on a busy machine


@dataclass
class Run:
    """All that came of it, by scenario and phone."""

    lab: Lab
    results: dict[tuple[str, str], JourneyResult]
    alone: dict[str, JourneyResult]
    folder: Path
    left: list[str]  # files and processes that were there when it had ended

    def __post_init__(self) -> None:
        self.folders = dict.fromkeys(self.results, self.folder)

    def better(self, second: Outcome) -> None:
        """Take the results of a second walk for those of the first."""
        for result in second.results:
            self.results[result.scenario, result.device] = result
            self.folders[result.scenario, result.device] = second.folder

    def file(self, scenario: str, phone: str, name: str) -> Path:
        return self.folders[scenario, phone] / self.results[scenario, phone].folder / name

    def facts(self, scenario: str, phone: str) -> PageSnapshot:
        return from_json(PageSnapshot, gzip.decompress(self.file(scenario, phone, "facts/00.json.gz").read_bytes()))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder, temporary = tmp_path_factory.mktemp("faults"), tmp_path_factory.mktemp("temporary")
    before, tempfile.tempdir = tempfile.tempdir, str(temporary)
    try:
        with lab(folder) as servers:
            options = {"devices": PHONES, "hard_seconds": SECONDS, "per_host": 0, "workers": LANES}
            first = execute([servers.scenario(folder, "good")], reports=folder / "alone", **options)
            whole = execute(servers.scenarios(folder), reports=folder / "reports", **options)
            left = [*(str(path) for path in temporary.iterdir()), *_processes(str(temporary))]
            run = Run(
                servers,
                {(result.scenario, result.device): result for result in whole.results},
                {result.device: result for result in first.results},
                whole.folder,
                left,
            )
            # What takes seconds here may take ten times as long where others are busy: alone it must end as it should.
            if odd := [file for file in servers.scenarios(folder) if _otherwise(run, file.stem)]:
                run.better(execute(odd, reports=folder / "again", **{**options, "workers": 1}))
            yield run
    finally:
        tempfile.tempdir = before


def _processes(folder: str) -> Iterator[str]:
    """The commands that still run and were given that folder for their temporary files."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            said = (entry / "environ").read_bytes() + (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if folder.encode() in said and int(entry.name) != os.getpid():
            yield (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


def _otherwise(run: Run, name: str) -> bool:
    """True for a fault that ended otherwise than it must on one of the phones."""
    fault = FAULTS.get(name)
    results = [run.results.get((name, phone)) for phone in PHONES]
    return fault is not None and any(
        result and ended(result) not in fault.expected(result.device).split(" | ") for result in results
    )


def ended(result: JourneyResult) -> str:
    return f"{result.status.value} {result.code}".strip()


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_has_its_one_outcome(run: Run, name: str, phone: str) -> None:
    fault = FAULTS[name]
    if fault.start and name not in run.lab.places.tls:
        pytest.skip("openssl is not here to make a certificate")
    result = run.results[name, phone]
    assert ended(result) in fault.expected(phone).split(" | "), (result.reason, [f.message for f in result.findings])
    assert fault.rules <= {finding.rule for finding in result.findings}


def test_every_outcome_says_what_happened_in_a_sentence(run: Run) -> None:
    stopped = {key: result for key, result in run.results.items() if result.code}
    assert {key for key, result in stopped.items() if known(result.code) is None} == set()
    short = {key: result.reason for key, result in stopped.items() if not 20 <= len(result.reason) <= 600}
    assert short == {}


def test_every_journey_has_one_result_and_ends_within_its_bound(run: Run) -> None:
    planned = {(file.stem, phone) for file in (run.lab.scenarios(run.folder)) for phone in PHONES}
    assert set(run.results) == planned
    # One that waits is given more time by as much; none does here.
    late = {key: result.ms for key, result in run.results.items() if result.ms > (SECONDS + GRACE) * 1000}
    assert late == {}
    ours = {key for key, result in run.results.items() if result.status is Status.ERROR}
    assert {key for key in ours if ended(run.results[key]) not in FAULTS[key[0]].expected(key[1])} == set()


def test_a_good_page_is_judged_among_them_as_it_is_alone(run: Run) -> None:
    good = {key: result for key, result in run.results.items() if key[0].startswith("good-")}
    assert len(good) > 2 * len(PHONES)
    for (scenario, phone), result in good.items():
        alone = run.alone[phone]
        assert (alone.status, result.status) == (Status.PASSED, Status.PASSED), (
            scenario,
            result.reason,
            result.findings,
        )
        said = [[(j.rule, j.verdict, j.examined) for j in each.judgements] for each in (result, alone)]
        assert said[0] == said[1], scenario


def test_what_hangs_or_breaks_leaves_a_picture_of_what_it_showed(run: Run) -> None:
    showed = ("js-loop-late", "js-loop-microtask", "net-reset-body", "js-loop-click", "http-text", "storm-console")
    without = {
        (name, phone)
        for name in showed
        for phone in PHONES
        if not (shot := run.results[name, phone].steps[-1 if name != "js-loop-click" else 1].shot)
        or not run.file(name, phone, shot).stat().st_size
    }
    assert without == set()


def test_nothing_private_is_asked_and_nothing_is_sent(run: Run) -> None:
    assert run.lab.private.asked == []
    assert [path for path in run.lab.sent if not path.startswith("/tiny")] == []


def test_no_process_and_no_file_is_left_over(run: Run) -> None:
    assert run.left == []


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("name", [*TAMPERED, *POLICIES])
def test_no_page_can_falsify_what_is_seen_of_it(run: Run, name: str, phone: str) -> None:
    if name in ("cloak-webdriver", "csp-sandbox"):
        pytest.skip("it is another page, or one without scripts: there is nothing to hold it against")
    seen, honest = run.facts(name, phone), run.facts("tamper-none", phone)
    assert _seen(seen) == _seen(honest)
    assert _accessible(seen.axe) == _accessible(honest.axe)
    assert (seen.main.content_width, seen.main.layout_width) == (honest.main.content_width, honest.main.layout_width)


def _seen(page: PageSnapshot) -> list[Element]:
    """All but the page's own script, and the addresses that count it in."""
    assert len(page.frames) == 1
    return [replace(element, attrs=dict(element.attrs)) for element in page.main.elements if element.tag != "script"]


def _accessible(axe: Axe | None) -> list[tuple[str, str, int]]:
    assert axe
    return [(result.id, result.outcome, len(result.nodes)) for result in axe.results]
